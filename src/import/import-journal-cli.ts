// Entries of journal-cli.
import { isMapping, isNothing } from '../formats/answers/answer-value.ts';
import { momentFrom, type SourceItem } from './foreign-entry.ts';

/**
 * Reads one entry of journal-cli: `{date, data}`, where `data` holds sections with the answers to their questions by keys.
 * A section becomes a heading and a key a bold word, since the wording of the questions is not in the file. What was left
 * empty is left out.
 *
 * @example
 * readJournalCliEntry({ date: '2023-09-08 12:19:40 UTC', data: { health: { rating: 4 } } }, 'a.json, entry 1').foreign
 * //=> { at: '2023-09-08T12:19:40+00:00', text: '### health\n\n**rating**: 4' }
 */
export function readJournalCliEntry(value: unknown, place: string): SourceItem {
  if (!isMapping(value) || !isMapping(value['data']))
    return { place, mistake: 'expected {"date": …, "data": {…}}' };
  const { date, data } = value;
  const at = typeof date === 'string' ? momentFrom(date.replace(/ ([+-]\d{4})$/, '$1')) : undefined;
  if (at === undefined) return { place, mistake: 'expected a "date" such as "2023-09-08 12:19:40 UTC"' };
  if (isDeeperThan(MOST_LEVELS, data)) {
    return { place, mistake: `an answer is nested more than ${MOST_LEVELS} levels deep` };
  }
  return { place, foreign: { at, text: Object.entries(data).flatMap(sectionText).join('\n\n') } };
}

function sectionText([name, value]: readonly [string, unknown]): readonly string[] {
  if (isNothing(value)) return [];
  if (!isMapping(value)) return [`### ${name}\n\n${textOf(value)}`];
  const answers = answersIn(value, []);
  return answers.length === 0 ? [] : [`### ${name}`, ...answers];
}

function answersIn(value: Readonly<Record<string, unknown>>, above: readonly string[]): readonly string[] {
  return Object.entries(value).flatMap(([key, one]) => {
    const keys = [...above, key];
    if (isNothing(one)) return [];
    return isMapping(one) && keys.length < DEEPEST
      ? answersIn(one, keys)
      : [`**${keys.join(' ')}**: ${textOf(one)}`];
  });
}

/** Deeper than journal-cli nests its answers. */
const DEEPEST = 8;
/** A file may be made to nest deeper than can be written down again. */
const MOST_LEVELS = 100;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(levels - 1, one));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

/** As journal-cli writes it: others have dates and data, too. */
const written = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d ?(?:UTC|Z|[+-]\d\d:?\d\d)$/;

/**
 * Whether a value looks like an entry of journal-cli.
 *
 * @example
 * isJournalCliEntry({ date: '2023-09-08 12:19:40 UTC', data: {} }) //=> true
 */
export function isJournalCliEntry(value: unknown): boolean {
  return (
    isMapping(value) &&
    isMapping(value['data']) &&
    typeof value['date'] === 'string' &&
    written.test(value['date'])
  );
}
