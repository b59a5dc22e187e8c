// An entry of the journal: its head, its id, its file name and its place among the others.
import type { Answer } from './answer.ts';
import { type Day, MINUTE } from '../time/day.ts';
import { parseAt } from '../time/moment.ts';
import type { Role } from '../banks/question-bank.ts';
import { oneLine } from '../text/plain-text.ts';

/** The texts that a person added to an entry by hand, kept word for word. */
export interface Extra {
  /** Lines of the front matter that coach does not know. */
  readonly front: string;
  /** Text of their own, one section to each place: after the answer to a question, or (null) before the first. */
  readonly sections: readonly { readonly after: string | null; readonly text: string }[];
}

/** One dated sitting. `at` is the moment it is about, `written` the moment it was saved (ISO 8601, docs/entry-format.md). */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly written: string;
  /** IANA name of the zone in which it was written; null where an import did not know it. */
  readonly zone: string | null;
  readonly day: Day;
  readonly bank: string;
  readonly bankVersion: number;
  readonly role: Role | null;
  readonly about: string | null;
  readonly tags: readonly string[];
  readonly title: string;
  /** Minutes spent, at most ten a question; null where unknown. */
  readonly minutes: number | null;
  readonly answers: readonly Answer[];
  readonly extra: Extra;
}

/** The folder, in that of the journal, to which deleted entries are moved. */
export const TRASH = 'trash';

/** What is put behind the name of a file that is encrypted, and what the names of encrypted entries end in. */
export const AGE = '.age';
export const SEALED = `.md${AGE}`;

export const NO_EXTRA: Extra = { front: '', sections: [] };

/** Lower-case Crockford base 32: no i, l, o, u, so that an id can be read aloud and typed. */
export const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An entry's id from ten random bytes, which the caller draws from a cryptographic source.
 *
 * @example
 * idFrom(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 33)) //=> '0123456781'
 */
export function idFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('');
}

/** The things that a canonical file name says without opening the file. */
export interface EntryName {
  readonly day: Day;
  /** `HHMMSS` of the wall clock. */
  readonly time: string;
  readonly bank: string;
  readonly id: string;
}

/**
 * The place of an entry below the journal folder, from the wall clock of the moment it is about.
 *
 * A date without a time counts as midnight.
 *
 * @example
 * entryPath({ at: '2026-11-22T09:14:05+01:00', bank: 'manager', id: 'k3x8m2p9qa' })
 * //=> '2026/11/2026-11-22-091405-manager-k3x8m2p9qa.md'
 */
export function entryPath({ at, bank, id }: Pick<Entry, 'at' | 'bank' | 'id'>): string {
  const moment = parseAt(at);
  const day = moment?.day ?? at.slice(0, 10);
  const time = (moment?.time ?? '00:00:00').replaceAll(':', '');
  return `${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-${time}-${bank}-${id}.md`;
}

/**
 * The path of a file in a folder.
 *
 * @param folder - Below the journal folder; empty for the journal folder itself.
 *
 * @example
 * pathIn('2026/11', 'a.md') //=> '2026/11/a.md'
 */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

const canonicalName = /^(\d{4}-\d{2}-\d{2})-(\d{6})-([a-z0-9]+(?:-[a-z0-9]+)*)-([0-9a-hjkmnp-tv-z]{10})\.md$/;

/**
 * Reads a canonical file name; anything else is undefined.
 *
 * @example
 * readEntryName('2026-11-22-091405-manager-k3x8m2p9qa.md')
 * //=> { day: '2026-11-22', time: '091405', bank: 'manager', id: 'k3x8m2p9qa' }
 */
export function readEntryName(name: string): EntryName | undefined {
  const match = canonicalName.exec(name);
  if (!match) return undefined;
  const [, day = '', time = '', bank = '', id = ''] = match;
  return { day, time, bank, id };
}

const otherEnding =
  /^\.?(\d{4}-\d\d-\d\d-\d{6}-[a-z0-9-]+)\.(?:markdown|MD|Md|md\.(?:txt|icloud|nextcloud|owncloud|opencloud|cloud|cloudf|rsls|!sync))$/;

/**
 * The name that an entry ought to have whose file has another ending, or of which only the placeholder of a cloud is there;
 * undefined for any other name.
 *
 * @example
 * nameMeant('.2026-11-22-091405-manager-k3x8m2p9qa.md.icloud') //=> '2026-11-22-091405-manager-k3x8m2p9qa.md'
 */
export function nameMeant(name: string): string | undefined {
  const bare = otherEnding.exec(name)?.[1];
  return bare !== undefined && readEntryName(`${bare}.md`) ? `${bare}.md` : undefined;
}

/**
 * The name of a file beside another, for a text that was edited and could not take its place.
 *
 * @example
 * editedName('2026-11-22-091405-manager-k3x8m2p9qa.md', 1) //=> '2026-11-22-091405-manager-k3x8m2p9qa (edited 1).md'
 */
export function editedName(name: string, number: number): string {
  return name.replace(/\.md$/, ` (edited ${number}).md`);
}

/**
 * The name of a file where its own is taken. The number 0 is its own name.
 *
 * @example
 * numberedName('trash/2026/11/shopping.md', 2) //=> 'trash/2026/11/shopping (2).md'
 */
export function numberedName(name: string, number: number): string {
  return number === 0 ? name : name.replace(/\.md$/, ` (${number}).md`);
}

/** What tells where an entry stands among others. */
export type EntryMoments = Pick<Entry, 'at' | 'written' | 'id'>;

/**
 * Newest first: by the moment an entry is about (`placeInTime`), then by when it was written, then by id.
 *
 * @example
 * [{ at: '2026-11-21T10:00:00Z' }, { at: '2026-11-22T10:00:00Z' }].sort(newestFirst)[0].at //=> '2026-11-22T10:00:00Z'
 */
export function newestFirst(one: EntryMoments, other: EntryMoments): number {
  return laterFirst(one, other) || writtenLast(one, other);
}

/**
 * Written last first, then by id: of what two machines said of the same, the one that counts comes first.
 *
 * @example
 * [{ written: '2026-11-21T10:00:00Z' }, { written: '2026-11-22T10:00:00Z' }].sort(writtenLast)[0].written
 * //=> '2026-11-22T10:00:00Z'
 */
export function writtenLast(one: Omit<EntryMoments, 'at'>, other: Omit<EntryMoments, 'at'>): number {
  const { written, id } = one;
  if (written !== other.written) {
    const later = laterFirst({ at: written, written }, { at: other.written, written: other.written });
    if (later !== 0) return later;
  }
  return id < other.id ? 1 : id > other.id ? -1 : 0;
}

/** With the same offset, moments are in order as their texts are: there is no need to understand them. */
function laterFirst(one: Omit<EntryMoments, 'id'>, other: Omit<EntryMoments, 'id'>): number {
  const isAlike = asWritten(one.at) && asWritten(other.at) && haveSameOffset(one.at, other.at);
  if (!isAlike) return placeInTime(other) - placeInTime(one);
  return one.at === other.at ? 0 : one.at < other.at ? 1 : -1;
}

/** Whether a moment has the form in which coach writes it. */
function asWritten(at: string): boolean {
  return at.length === 25 && at.charAt(10) === 'T' && at.charAt(22) === ':';
}

/** Sign by sign: to cut it off each time takes as long as all the rest of sorting a long journal. */
function haveSameOffset(one: string, other: string): boolean {
  for (let at = OFFSET; at < one.length; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
  return true;
}

/** Where the offset of a moment begins that has the form in which coach writes it. */
const OFFSET = 19;

/** When a day begins that has no time: before all that is told of it, and after the night that counts to the day before. */
const DAY_BEGINS = 4 * 60 * MINUTE;

/**
 * Where an entry stands among others, in milliseconds: at the instant that it is about. A day without a time has none. It stands
 * where the day begins, at four in the morning, on the clock that showed when it was written.
 *
 * @example
 * placeInTime({ at: '1970-01-02', written: '1970-01-05T10:00:00-05:00' }) / 3_600_000 //=> 24 + 4 + 5
 */
export function placeInTime({ at, written }: Pick<Entry, 'at' | 'written'>): number {
  const moment = parseAt(at);
  if (moment?.time !== null) return moment?.instant ?? 0;
  return moment.instant + DAY_BEGINS - (parseAt(written)?.offset ?? 0) * MINUTE;
}

/**
 * The instant of a moment as an entry states it, in milliseconds; 0 where it states none that can be read.
 *
 * @example
 * instantOf('1970-01-01T00:00:01Z') //=> 1000
 */
export function instantOf(at: string): number {
  return parseAt(at)?.instant ?? 0;
}

/**
 * A tag as it is kept: without a leading `#`, blanks and commas turned into hyphens.
 *
 * @example
 * tagFrom('#quarterly review') //=> 'quarterly-review'
 */
export function tagFrom(text: string): string {
  return oneLine(text)
    .replace(/^#+/, '')
    .replace(/[\s,[\]{}"]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/**
 * How an answer of an entry is named from elsewhere.
 *
 * @example
 * referenceTo('k3x8m2p9qa', 'manager-prediction') //=> 'k3x8m2p9qa/manager-prediction'
 */
export function referenceTo(entryId: string, questionId: string): string {
  return `${entryId}/${questionId}`;
}
/** An entry and where it stands below the journal folder. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly path: string;
  /** Where other files hold the same bytes: they are the same entry. */
  readonly twins?: readonly string[];
}
