// An entry of another program, as far as it says what coach needs, and the entry that comes of it.
import type { Answer } from '../domain/entry/answer.ts';
import { isoAt, parseAt } from '../domain/time/moment.ts';
import { type Entry, idFrom, tagFrom } from '../domain/entry/entry.ts';
import { plainEntry } from '../domain/entry/plain-entry.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { printScalar } from '../formats/entry/front-matter.ts';
import { inZone, type ShownZone } from './shown-zone.ts';
import type { SourceKind } from './source-kinds.ts';

/** The parts of an entry that do not come along, by the names under which they are counted. */
export type Lost =
  | 'pictures'
  | 'audio recordings'
  | 'videos'
  | 'documents'
  | 'embedded notes'
  | 'locations'
  | 'weather'
  | 'music'
  | 'activities'
  | 'unknown time zones'
  | 'formatting'
  | 'guesses of other people'
  | 'guesses made after the outcome'
  | 'parts of a percent'
  | `the column "${string}"`
  | `the key "${string}"`;

/** One entry of another program, as far as it can be kept. */
export interface ForeignEntry {
  /** ISO 8601; an offset only where the source has one, and a day alone where it has no time. */
  readonly at: string;
  /** IANA name, where the source says it. */
  readonly zone?: string | null;
  readonly text: string;
  readonly tags?: readonly string[];
  /** How the source itself tells its entries apart. */
  readonly sourceId?: string;
  /** The parts that make its id, where neither the id that it has there nor its moment, text and front matter do. */
  readonly key?: readonly string[];
  /** The parts of which earlier versions made its id: what came in under one of these is this entry. */
  readonly formerKeys?: readonly (readonly string[])[];
  /** The file that it is alone in. */
  readonly sourceFile?: string;
  readonly starred?: boolean;
  /** Further lines for the front matter. */
  readonly front?: string;
  readonly lost?: readonly Lost[];
  /** Of a note: from where its day is known. */
  readonly dated?: DatedBy;
}

/** From where the day of a note is known. */
export type DatedBy = 'name' | 'folders' | 'head' | 'heading';

/** Why something that was read is no entry: it is of no day, or one of these. */
export type PassedAs =
  | 'broken'
  | 'unread'
  | 'drawing'
  | 'backup'
  | 'conflict'
  | 'outside'
  | 'undated-heading';

/** One entry of a source, or why there is none; `place` says where it stands: a file with a line or the number of an item. */
export type SourceItem =
  /** An entry of coach's own. Where it stands alone in its file, the text of that, which is kept. */
  | { readonly place: string; readonly entry: Entry; readonly text?: string }
  /** An entry that is more than a page of text. */
  | { readonly place: string; readonly made: Entry }
  /** The parts of a source that do not come along, whether or not an entry comes of it. */
  | { readonly place: string; readonly leftOut: readonly Lost[] }
  | { readonly place: string; readonly foreign: ForeignEntry }
  | { readonly place: string; readonly mistake: string }
  /** A note that is no entry, since it is of no day. */
  | { readonly place: string; readonly undated: true; readonly because?: PassedAs };

/** Whether the day or the month comes first in a date such as 03/04/2023. */
export type DateOrder = 'dmy' | 'mdy';

/** The knowledge that only the machine has, or the person. */
export interface Knowledge extends ShownZone {
  /** SHA-256. */
  readonly hash: (text: string) => Uint8Array;
  /** The name of a zone as it is usually written, whichever capitals the person gave it. */
  readonly zoneCalled?: (zone: string) => string;
  /** The name that the person has in the source, where it may hold what several have said. */
  readonly mine?: string;
  /** Which comes first in dates such as 03/04/2023, where the person says it. */
  readonly dates?: DateOrder;
}

/** The question of the bank `note`; what comes from elsewhere is an answer to it. */
export const NOTE = {
  bank: 'note',
  version: 1,
  title: 'A free page',
  question: 'note-text',
  asked: 'What would you like to write down?',
} as const;

/**
 * The entry that comes of what another program says. Its id is made from where it comes from, so that the same one has the same
 * id each time: from the id that it has there, or from its moment, text and front matter.
 *
 * @example
 * noteFrom('jrnl', { at: '2026-11-22T09:14:00', text: 'It rained.' }, hash).extra.front //=> 'imported-from: jrnl'
 */
export function noteFrom(kind: SourceKind, foreign: ForeignEntry, hash: Knowledge['hash']): Entry {
  const { at, zone = null, text, tags = [], sourceId, sourceFile, starred, front = '' } = foreign;
  const { key = sourceId === undefined ? [at, text, front] : [sourceId] } = foreign;
  const { bank, version, title, question, asked } = NOTE;
  const answer: Answer = { question, asked, type: 'text', value: text, skip: null };
  const lines = [
    `imported-from: ${kind}`,
    ...(sourceId === undefined ? [] : [`source-id: ${printScalar(oneLine(sourceId))}`]),
    ...(sourceFile === undefined ? [] : [sourceFileLine(sourceFile)]),
    ...(starred ? ['starred: true'] : []),
    ...(front === '' ? [] : [front]),
  ];
  return plainEntry({
    id: idOf(kind, key, hash),
    at,
    written: at,
    zone,
    day: parseAt(at)?.day ?? at,
    bank,
    bankVersion: version,
    role: null,
    about: null,
    tags: [...new Set(tags.map(tagFrom))].filter((tag) => tag !== ''),
    title,
    minutes: null,
    answers: [answer],
    extra: { front: lines.join('\n'), sections: [] },
  });
}

function idOf(kind: SourceKind, key: readonly string[], hash: Knowledge['hash']): string {
  return idFrom(hash(JSON.stringify([kind, ...key])).subarray(0, 10));
}

/**
 * An entry under the id that it has in the journal, where an earlier version made that of other parts.
 *
 * @param isKnown - Whether the journal or its trash has an entry with an id.
 *
 * @example
 * const rain = { at: '2026-11-22T09:14:00', text: 'Rain.' };
 * const entry = noteFrom('jrnl', rain, hash);
 * asKnown(entry, { ...rain, formerKeys: [['a']] }, { kind: 'jrnl', hash, isKnown: () => false }) === entry //=> true
 */
export function asKnown(
  entry: Entry,
  { formerKeys = [] }: ForeignEntry,
  { kind, hash, isKnown }: { kind: SourceKind; hash: Knowledge['hash']; isKnown: (id: string) => boolean },
): Entry {
  if (formerKeys.length === 0 || isKnown(entry.id)) return entry;
  const id = formerKeys.map((key) => idOf(kind, key, hash)).find(isKnown);
  return id === undefined ? entry : { ...entry, id };
}

/**
 * The entry that an item of a source becomes, in the zone that is asked for.
 *
 * @returns What is wrong, where there is none.
 *
 * @example
 * entryOf({ place: 'a.jsonl:1', mistake: 'expected a "text", in quotes' }, 'lines', { hash, offsetIn })
 * //=> 'expected a "text", in quotes'
 */
export function entryOf(
  item: Exclude<SourceItem, { undated: true } | { leftOut: readonly Lost[] }>,
  kind: SourceKind,
  knowledge: Knowledge,
): Entry | string {
  if ('mistake' in item) return item.mistake;
  if ('entry' in item) return item.entry;
  return inZone('made' in item ? item.made : noteFrom(kind, item.foreign, knowledge.hash), knowledge);
}

/**
 * The line of an entry's front matter that says in which file it was.
 *
 * @example
 * sourceFileLine('Daily/2026-11-22.md') //=> 'source-file: Daily/2026-11-22.md'
 */
export function sourceFileLine(file: string): string {
  return `source-file: ${printScalar(oneLine(file))}`;
}

/**
 * A moment that another program wrote, as an entry states it: the clock's time as it was, with an offset only where there is
 * one. `UTC` at the end is one. Parts of a second are cut off.
 *
 * @example
 * momentFrom('2023-09-08 12:19:40 UTC') //=> '2023-09-08T12:19:40+00:00'
 * momentFrom('1660-01-11') //=> '1660-01-11'
 */
export function momentFrom(text: string): string | undefined {
  const at = parseAt(text.trim().replace(/ ?(?:UTC|GMT)$/, 'Z'));
  if (at === undefined) return undefined;
  if (at.time === null) return at.day;
  return at.offset === null ? `${at.day}T${at.time}` : isoAt(at.instant, at.offset);
}

/**
 * A title and what stands below it as one text.
 *
 * @example
 * titled('Rain', 'All day.') //=> 'Rain\n\nAll day.'
 */
export function titled(title: string, body: string): string {
  return [title, body].filter((part) => part.trim() !== '').join('\n\n');
}

/**
 * The texts in a list; anything else in it is passed over.
 *
 * @example
 * textsIn(['a', 1]) //=> ['a']
 */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/**
 * The JSON value that a text is; undefined where it is none.
 *
 * @example
 * jsonValue('[1]') //=> [1]
 */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
