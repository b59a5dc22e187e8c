// The names of months and of days of the week, in the languages that people keep diaries in.
import { MONTHS, WEEKDAYS } from '../../domain/time/day.ts';
import { placeAmong } from '../../domain/time/word-forms.ts';

/** Beside English, of which the first three letters will do. */
const LANGUAGES = 'de fr es it pt nl sv da nb fi pl cs ru uk tr ja zh ko'.split(' ');
const UTC = { timeZone: 'UTC' } as const;

/** Places, from 1, by the names in small letters, without the dot of a short form. */
type Places = ReadonlyMap<string, number>;

let months: Places | undefined;
let weekdays: Places | undefined;

/**
 * The month of a name, from 1, in full or in its short form; 0 where it is none, or not the same month in all languages.
 *
 * @example
 * monthNamed('Sept.') //=> 9
 * monthNamed('janvier') //=> 1
 */
export function monthNamed(word: string): number {
  const name = plainName(word);
  const english = placeAmong(MONTHS, name);
  if (english > 0) return english;
  months ??= placesOf((at) => Date.UTC(2024, at, 15), 12, 'month', { day: 'numeric' });
  return months.get(name) ?? 0;
}

/**
 * The day of the week of a name, in full or in its short form: 1 is Monday; 0 where it is not the same day in all languages.
 *
 * @returns Undefined for any other word.
 *
 * @example
 * weekdayNamed('Thu') //=> 4
 * weekdayNamed('Donnerstag') //=> 4
 */
export function weekdayNamed(word: string): number | undefined {
  const name = plainName(word);
  const english = placeAmong(WEEKDAYS, name);
  if (english > 0) return english;
  // The first of January 2024 was a Monday.
  weekdays ??= placesOf((at) => Date.UTC(2024, 0, at + 1), 7, 'weekday', {});
  return weekdays.get(name);
}

function plainName(word: string): string {
  return word.toLowerCase().replace(/[.,]/g, '');
}

/** @param beside - In many languages a month beside the number of a day has another form. */
function placesOf(
  time: (at: number) => number,
  count: number,
  part: 'month' | 'weekday',
  beside: Intl.DateTimeFormatOptions,
): Places {
  const places = new Map<string, number>();
  const kinds = (['long', 'short'] as const).flatMap((length) => [
    { [part]: length },
    { [part]: length, ...beside },
  ]);
  for (const language of LANGUAGES) {
    for (const kind of kinds) {
      const format = new Intl.DateTimeFormat(language, { ...kind, ...UTC });
      for (let at = 0; at < count; at++) {
        const said = format.formatToParts(time(at)).find(({ type }) => type === part)?.value ?? '';
        const name = plainName(said);
        const known = places.get(name);
        places.set(name, known === undefined || known === at + 1 ? at + 1 : 0);
      }
    }
  }
  return places;
}
