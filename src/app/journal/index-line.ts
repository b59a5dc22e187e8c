// The lines that an index keeps of entries, and which of them a query may ask for.
import type { Day } from '../../domain/time/day.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { entryIn } from '../../domain/record/followed-items.ts';
import { daysLookedBackOn, type Query } from '../../domain/search/query.ts';
import { searchTexts } from '../../domain/search/search.ts';
import { lineMatcher } from '../../domain/search/word-lines.ts';
import { wordLine } from '../../domain/text/folding.ts';
import { foldedAbout } from '../../domain/text/plain-text.ts';

/** Stands between the parts of a line, and in none of them. */
const BETWEEN = '\t';

/**
 * The line that an index keeps of an entry, to rule it out without understanding it: its day, its words, those that a list shows
 * beside them, and a fact for each thing that a filter may ask for. It holds no line feed.
 *
 * @example
 * lineOf({ ...entry, title: 'Late', about: null, answers: [] })
 * //=> '2026-11-22\t\tlate k3x8m2p9qa member\t|bank=member|id=k3x8m2p9qa|role=member|'
 */
export function lineOf(entry: Entry): string {
  const { day, title, id, bank, about } = entry;
  const shown = wordLine(`${title} ${id} ${bank} ${about ?? ''}`.trim());
  return [day, wordLine(searchTexts(entry).join('\n')), shown, factsOf(entry)].join(BETWEEN);
}

/**
 * The day of a line.
 *
 * @example
 * dayOfLine(lineOf(entry)) //=> '2026-11-22'
 */
export function dayOfLine(line: string): Day {
  return line.slice(0, line.indexOf(BETWEEN));
}

function fact(kind: string, value: string): string {
  return `|${kind}=${value}`;
}

function factsOf({ bank, role, about, tags, id, answers }: Entry): string {
  let facts = fact('bank', bank) + fact('id', id);
  if (role !== null) facts += fact('role', role);
  if (about !== null) facts += fact('about', foldedAbout(about));
  for (const tag of tags) facts += fact('tag', tag.toLowerCase());
  for (const { question, skip, closes, continues } of answers) {
    if (skip === null) facts += fact('asked', question);
    if (closes !== undefined) facts += fact('back', entryIn(closes));
    if (continues !== undefined) facts += fact('back', entryIn(continues));
  }
  return `${facts}|`.replace(control, ' ');
}

// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001f]/g;

/** A query as lines are compared with it. It may let more pass than the query asks for, never less: the entry decides. */
export interface Narrowing {
  /** Whether entries of these days, from the first to the last, may be asked for. */
  inDays(first: Day, last: Day): boolean;
  /** All of these are in each line that passes. */
  readonly pieces: readonly string[];
  passes(line: string): boolean;
}

/**
 * Turns a query into what lines are compared with.
 *
 * @param oldest - The oldest day of any line; no other is looked back on.
 * @returns Undefined where every line would pass.
 *
 * @example
 * narrowing({ role: 'member' }, '2020-01-01')?.passes(lineOf(entry)) //=> true
 */
export function narrowing(query: Query, oldest: Day): Narrowing | undefined {
  const { banks = [], since, until, onThisDay, search, narrow } = query;
  const days = onThisDay === undefined ? undefined : daysLookedBackOn(onThisDay, oldest);
  const inDays = (first: Day, last: Day): boolean =>
    (since === undefined || last >= since) &&
    (until === undefined || first <= until) &&
    (days === undefined || days.some((day) => first <= day && day <= last));
  const facts = factsWanted(query);
  const anyOf = banks.map((bank) => `${fact('bank', bank)}|`);
  const asked = [since, until, days, search, narrow, ...facts, ...anyOf];
  if (asked.every((one) => one === undefined)) return undefined;
  const hasWords = search && lineMatcher(search);
  return {
    inDays,
    pieces: [...facts, ...(search?.wanted ?? []).flatMap(({ words }) => words)],
    passes(line) {
      const [day = '', words = ''] = line.split(BETWEEN, 2);
      return (
        inDays(day, day) &&
        facts.every((one) => line.includes(one)) &&
        (anyOf.length === 0 || anyOf.some((one) => line.includes(one))) &&
        // Facts and what a list shows are not searched.
        (hasWords === undefined || hasWords(words)) &&
        (narrow === undefined || narrow.mayMatchFolded(line))
      );
    },
  };
}

function factsWanted({ role, about, tags = [], id, question, looksBackOn }: Query): readonly string[] {
  const whom = foldedAbout(about ?? null);
  const whole = [
    ...(role === undefined ? [] : [fact('role', role)]),
    ...(whom === '' ? [] : [fact('about', whom)]),
    ...tags.map((tag) => fact('tag', tag.toLowerCase())),
    ...(question === undefined ? [] : [fact('asked', question)]),
    ...(looksBackOn === undefined ? [] : [fact('back', looksBackOn)]),
  ].map((one) => `${one}|`);
  return [...whole, ...(id === undefined ? [] : [fact('id', id)])].map((one) => one.replace(control, ' '));
}
