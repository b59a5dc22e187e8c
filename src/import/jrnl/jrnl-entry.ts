// The tags, moments and ids of entries of jrnl, whichever of its files they stood in.
import { isDay } from '../../domain/time/day.ts';
import type { ForeignEntry } from '../foreign-entry.ts';

const tag = /(?<!\S)@([-+*#/\p{L}\p{M}\p{N}_]+)/gu;

/**
 * The lines of a text of jrnl, which takes the ends of lines of every system.
 *
 * @example
 * jrnlLines('a\r\nb\rc\nd') //=> ['a', 'b', 'c', 'd']
 */
export function jrnlLines(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
}

/**
 * A tag of jrnl without the sign in front of it.
 *
 * @example
 * withoutSymbol('@home') //=> 'home'
 */
export function withoutSymbol(tag: string): string {
  return tag.replace(/^[@#+]/, '');
}

/**
 * The tags in a text of jrnl: the words that begin with `@`.
 *
 * @example
 * jrnlTags('Down to the @River.') //=> ['river']
 */
export function jrnlTags(text: string): readonly string[] {
  return Array.from(text.matchAll(tag), ([word]) => withoutSymbol(word).toLowerCase());
}

/**
 * The parts that make the id of an entry of jrnl: its minute and its words. jrnl's JSON leaves out seconds, and gives midnight to an
 * entry without a time; the entry is the same one.
 *
 * Earlier versions took the moment as it stood. What they made of it, from either kind of file, is `formerKeys`.
 *
 * @example
 * jrnlKeys('2026-11-22', 'Rain.')
 * //=> { key: ['2026-11-22T00:00:00', 'Rain.', ''], formerKeys: [['2026-11-22', 'Rain.', '']] }
 */
export function jrnlKeys(at: string, text: string): Required<Pick<ForeignEntry, 'key' | 'formerKeys'>> {
  const minute = minuteOf(at);
  const moments = [at, ...(minute.endsWith('T00:00:00') ? [minute.slice(0, 10)] : [])];
  return {
    key: [minute, text, ''],
    formerKeys: [...new Set(moments)]
      .filter((moment) => moment !== minute)
      .map((moment) => [moment, text, '']),
  };
}

/**
 * Tells apart what a file of jrnl says twice within a minute, where it has seconds: the second of them gets these into its key.
 *
 * @returns A function to be called with the entries in their order.
 *
 * @example
 * const teas = ['2026-11-22T09:14:05', '2026-11-22T09:14:40'].map((at) => ({ at, text: 'Tea.' }));
 * teas.map(apartBySeconds()).map(({ key }) => key?.[0]) //=> ['2026-11-22T09:14:00', '2026-11-22T09:14:40']
 */
export function apartBySeconds(): (entry: ForeignEntry) => ForeignEntry {
  let minute = '';
  const moments = new Map<string, string>();
  return (entry) => {
    const { at, text } = entry;
    if (minuteOf(at) !== minute) {
      minute = minuteOf(at);
      moments.clear();
    }
    const first = moments.get(text) ?? at;
    moments.set(text, first);
    return { ...entry, ...jrnlKeys(at, text), ...(first !== at && { key: [at, text, ''] }) };
  };
}

function minuteOf(at: string): string {
  return at.length > 10 ? `${at.slice(0, 16)}:00` : `${at}T00:00:00`;
}

/** The end of a sentence, as jrnl tells it. */
const sentence =
  /[.!?\u2026\u203c\u203d\u2047-\u2049\u22ef\ufe52\ufe57]['\u2019"\u201d]?[\])]*\s+|[\uff01\uff0e\uff1f\uff61\u3002]/u;

/**
 * A line as title and body: its first sentence is the title. So jrnl does where an entry is one line and nothing follows.
 *
 * @example
 * sentencesOf('It rained. All day.') //=> ['It rained.', 'All day.']
 */
export function sentencesOf(line: string): readonly [title: string, body: string] {
  const found = sentence.exec(line);
  const end = found ? found.index + found[0].length : line.length;
  return [line.slice(0, end).trim(), line.slice(end).trim()];
}

/** A moment as jrnl writes it, in its parts; `half` is that of the day. */
interface JrnlMoment {
  readonly day: string;
  readonly hours: string | undefined;
  readonly minutes: string | undefined;
  readonly seconds?: string | undefined;
  readonly half?: string | undefined;
}

/**
 * A moment of jrnl as an entry states it; undefined where it does not exist.
 *
 * @example
 * momentOf({ day: '2026-11-22', hours: '9', minutes: '14', half: 'P' }) //=> '2026-11-22T21:14:00'
 */
export function momentOf({ day, hours, minutes, seconds = '00', half }: JrnlMoment): string | undefined {
  if (!isDay(day)) return undefined;
  if (hours === undefined) return day;
  const said = Number(hours);
  if (half === undefined ? said > 23 : said < 1 || said > 12) return undefined;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return `${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}
