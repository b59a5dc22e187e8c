// Entries as Day One takes them in.
import type { Entry, StoredEntry } from '../domain/entry/entry.ts';
import { epochOf, type Now, parseAt } from '../domain/time/moment.ts';
import { dayAt, twoDigits } from '../domain/time/day.ts';
import { codeParts } from '../formats/entry/code-parts.ts';
import { printText } from '../formats/entry/text-markdown.ts';
import { entryTitle, freeText } from '../pages/record/entry-title.ts';
import { dayOneFacts, entryBlocks, frontInText, isStarred } from './entry-blocks.ts';
import { lowered } from './lowered-headings.ts';

/** The headings of an entry: its title 1, a question 3, as Day One shows them well. */
const QUESTION = 3;

/**
 * Entries as one JSON document that Day One takes in: the instant in UTC and the zone, the text as Markdown, tags and stars. An
 * entry from Day One has its old id there. One without a time is an all-day entry.
 *
 * @param now - Tells the zone of this machine, for entries that have a time and say none.
 * @returns The head, a piece for each entry, and the end.
 *
 * @example
 * JSON.parse([...dayOneJson([{ entry, path: 'a.md' }], now)].join('')).entries[0].creationDate //=> '2026-11-22T08:14:05Z'
 */
export function* dayOneJson(entries: Iterable<StoredEntry>, now: Now): Generator<string> {
  yield '{"metadata":{"version":"1.0"},"entries":[';
  const taken = new Set<string>();
  let between = '\n';
  for (const { entry, path } of entries) {
    const known = dayOneFacts(entry.extra);
    const wanted = uuidOf(known?.id ?? entry.id);
    // Of two files that are the same one to Day One, it would keep one only.
    const uuid = taken.has(wanted) ? uuidOf(`${entry.id}/${path}`) : wanted;
    taken.add(uuid);
    yield between + JSON.stringify({ uuid, ...dayOneEntry(entry, now, known) });
    between = ',\n';
  }
  yield '\n]}\n';
}

function dayOneEntry(
  entry: Entry,
  now: Now,
  known: ReturnType<typeof dayOneFacts>,
): Readonly<Record<string, unknown>> {
  const changed = parseAt(known?.modified ?? entry.written);
  const modifiedDate = changed && changed.offset !== null ? inUtc(changed.instant) : undefined;
  return {
    ...momentOf(entry, now),
    ...(modifiedDate !== undefined && { modifiedDate }),
    ...(known?.isPinned && { isPinned: true }),
    starred: isStarred(entry.extra),
    tags: entry.tags,
    text: textOf(entry),
  };
}

function momentOf({ at, zone }: Entry, { zone: here }: Now): Readonly<Record<string, unknown>> {
  const moment = parseAt(at);
  if (!moment || moment.time === null) {
    // At noon in UTC it is that day nearly everywhere.
    return { creationDate: `${moment?.day ?? at.slice(0, 10)}T12:00:00Z`, isAllDay: true };
  }
  const { day, time, offset, instant } = moment;
  const creationDate = inUtc(offset === null ? epochOf({ day, time }, here) : instant);
  // A clock at either end of the calendar may be beyond it in UTC.
  if (creationDate === undefined)
    return { creationDate: `${day}T${time}Z`, timeZone: offsetName(0), isAllDay: false };
  const timeZone = offset === null ? here.name : (zone ?? offsetName(offset));
  return { creationDate, timeZone, isAllDay: false };
}

/** As Day One names a zone of which only the offset is known. */
function offsetName(offset: number): string {
  const minutes = Math.abs(offset);
  return `GMT${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;
}

/** Undefined beyond the years 0001 to 9999. */
function inUtc(instant: number): string | undefined {
  if (dayAt(instant) === undefined) return undefined;
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

function textOf(entry: Entry): string {
  const blocks = entryBlocks(entry, {
    answer: (asked, words) => `${'#'.repeat(QUESTION)} ${withBackslashes(asked)}\n\n${closedText(words)}`,
    words: withBackslashes,
    own: (text) => withBackslashes(lowered(text, () => QUESTION)),
  });
  const title = freeText(entry) === undefined ? [`# ${withBackslashes(entryTitle(entry))}`] : [];
  const front = withBackslashes(frontInText(entry.extra));
  return [...title, ...blocks, front].filter((block) => block !== '').join('\n\n');
}

/** An answer of which nothing goes on into the questions below it, such as code that is never closed. */
function closedText(words: string): string {
  return printText(withBackslashes(lowered(words, () => QUESTION + 1)));
}

/**
 * Markdown in which each backslash is one that is seen: Day One takes one before a sign for the mark that the sign is only a sign.
 *
 * @example
 * withBackslashes('C:\\*.txt and `\\*`') //=> 'C:\\\\*.txt and `\\*`'
 */
export function withBackslashes(text: string): string {
  if (!text.includes('\\')) return text;
  return codeParts(text)
    .map(({ text: part, isCode }) =>
      isCode
        ? part
        : part.replace(
            /\\(`*)(?=[\p{P}\p{S}]|(?<=`))/gu,
            (_all, ticks: string) => `\\\\${ticks.replaceAll('`', '\\`')}`,
          ),
    )
    .join('');
}

/** The largest prime below 2 to the power of 128: each id of up to 18 signs has a number of its own below it. */
const PRIME = 2n ** 128n - 159n;
const SPREAD = 0x9e3779b97f4a7c15f39cc0605cedc835n;

/**
 * The id of an entry as Day One has them, always the same for the same entry. One that is such an id already stays.
 *
 * @example
 * uuidOf('k3x8m2p9qa').length //=> 32
 */
export function uuidOf(id: string): string {
  if (/^[0-9A-F]{32}$/.test(id)) return id;
  let number = 0n;
  for (const sign of id) number = (number * 128n + BigInt(sign.codePointAt(0) ?? 0)) % PRIME;
  return ((number * SPREAD) % PRIME).toString(16).toUpperCase().padStart(32, '0');
}
