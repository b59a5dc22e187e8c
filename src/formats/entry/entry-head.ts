// The front matter of an entry: its keys, their order, and how each is read.
import { isDay } from '../../domain/time/day.ts';
import { isAt, parseAt } from '../../domain/time/moment.ts';
import { type Entry, placeInTime } from '../../domain/entry/entry.ts';
import { plainTag } from '../../domain/entry/plain-entry.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';
import { readRole, ROLES } from '../../domain/banks/question-bank.ts';
import { linkedName, quoted, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import type { Complain, FilePlace } from './entry-body.ts';
import { type FrontMatter, type FrontValue, printScalar } from './front-matter.ts';

/** The version of the entry format that this program writes, and the newest that it reads. */
export const ENTRY_FORMAT = 1;

/** The front matter of an entry, understood; the rest of the entry is its body. */
export type EntryHead = Omit<Entry, 'title' | 'answers' | 'extra'>;

/** The keys that coach knows, in the order in which it writes them. */
export const HEAD_KEYS: readonly string[] =
  'coach id at written zone day bank bank-version role about tags minutes'.split(' ');

/**
 * The front matter of an entry, between its two `---`. What is unknown or empty has no line; times and days are quoted,
 * so that no YAML reader turns them into another time.
 *
 * @param own - The lines that a person added, which come last.
 *
 * @example
 * printEntryHead(entry, 'mood: calm').split('\n').slice(-3) //=> ['about: D.', 'minutes: 7', 'mood: calm']
 */
export function printEntryHead(head: EntryHead, own: string): string {
  const { zone, role, about, tags, minutes } = head;
  return [
    `coach: ${ENTRY_FORMAT}`,
    `id: ${printScalar(head.id)}`,
    `at: "${head.at}"`,
    `written: "${head.written}"`,
    ...(zone === null ? [] : [`zone: ${printScalar(zone)}`]),
    `day: "${head.day}"`,
    `bank: ${printScalar(head.bank)}`,
    `bank-version: ${head.bankVersion}`,
    ...(role === null ? [] : [`role: ${role}`]),
    ...(about === null ? [] : [`about: ${printScalar(about)}`]),
    ...(tags.length === 0 ? [] : [`tags: [${tags.map(printScalar).join(', ')}]`]),
    ...(minutes === null ? [] : [`minutes: ${minutes}`]),
    ...(own === '' ? [] : [own]),
  ].join('\n');
}

/**
 * The mistake of a file from a newer coach, which is not read any further; undefined for any other.
 *
 * @example
 * newerFormat(readPlainFrontMatter(['coach: 2'], 2))?.message
 * //=> 'written by a newer version of coach (format 2); this one reads format 1'
 */
export function newerFormat({ fields }: FrontMatter): Mistake | undefined {
  const field = fields.get('coach');
  if (typeof field?.value !== 'string' || !isWhole(field.value) || Number(field.value) <= ENTRY_FORMAT)
    return undefined;
  const message = `written by a newer version of coach (format ${field.value}); this one reads format ${ENTRY_FORMAT}`;
  return { line: field.line, column: field.column, message };
}

/**
 * Understands the front matter of an entry.
 *
 * Forgiven: missing `written` (then `at`), `day` (then the day of `at`), `bank-version` (1), `zone`, `role`,
 * `about`, `tags`, `minutes`; tags in one text with commas, or with a `#` before each; `micromanager` and
 * `micromanaged`; unquoted values of any kind; a list of one text, and a link to a note, for a text; midnight behind a day.
 *
 * @param complain - Called with everything that is missing or not understood.
 * @returns The head, and the lines that a person added.
 *
 * @example
 * const front = readPlainFrontMatter(['coach: 1', 'id: k3x8m2p9qa', 'bank: member', 'mood: calm'], 2);
 * parseEntryHead(front, complain) //=> { head: { id: 'k3x8m2p9qa', bank: 'member', … }, own: 'mood: calm' }
 */
export function parseEntryHead(
  front: FrontMatter,
  complain: Complain,
): { readonly head: EntryHead; readonly own: string } {
  const { fields } = front;
  const reader = { fields, complain };
  check(reader, 'coach', needed(reader, 'coach', 'the version of the format, 1'), isFormat, aFormat);
  const id = needed(reader, 'id', 'the name of the entry, as in its file name');
  check(reader, 'id', id, isId, 'an id; expected letters and digits');
  const at = needed(reader, 'at', `the moment it is about, for example ${someMoment}`);
  check(reader, 'at', at, isAt, aTime);
  const written = text(reader, 'written');
  check(reader, 'written', written, isAt, aTime);
  const day = text(reader, 'day')?.replace(midnight, '$1') ?? null;
  check(reader, 'day', day, isDay, 'a date; expected YYYY-MM-DD');
  const bank = needed(reader, 'bank', 'the question bank, for example member');
  check(reader, 'bank', bank, isBankName, 'the name of a bank, such as member');
  const role = text(reader, 'role');
  check(reader, 'role', role, isRole, aRole);
  const head: EntryHead = {
    id,
    at,
    written: written ?? at,
    zone: text(reader, 'zone'),
    day: day ?? parseAt(at)?.day ?? '',
    bank,
    bankVersion: whole(reader, 'bank-version') ?? 1,
    role: readRole(role) ?? null,
    about: text(reader, 'about'),
    tags: list(reader, 'tags'),
    minutes: whole(reader, 'minutes'),
  };
  return { head, own: ownLines(front) };
}

const someMoment = '"2026-11-22T09:14:05+01:00"';
const aFormat = 'a format version (must be 1)';
const aTime = `a time; expected something like ${someMoment}`;
const aRole = `a role; expected ${ROLES.join(' or ')}`;
/** A day as programs that know only moments write it. */
const midnight = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/i;
const isFormat = (word: string): boolean => isWhole(word) && Number(word) > 0;
const isId = (word: string): boolean => /^[\w-]+$/.test(word);
const isBankName = (word: string): boolean => ID_PATTERN.test(word);
const isRole = (word: string): boolean => readRole(word) !== undefined;
const isWhole = (word: string): boolean => /^\d{1,6}$/.test(word);

/** The fields, and who hears of mistakes. A value that is not as expected is told, and counts as absent. */
interface Fields {
  readonly fields: FrontMatter['fields'];
  readonly complain: Complain;
}

function text({ fields, complain }: Fields, key: string): string | null {
  const field = fields.get(key);
  if (!field) return null;
  const one = oneText(field.value);
  if (one === undefined) complain(field, `expected a text value for "${key}"`);
  return linkedName(one ?? '') || null;
}

/** A text, or the only one of a list; undefined for anything else. */
function oneText(value: FrontValue['value']): string | null | undefined {
  if (value === null || value === undefined || typeof value === 'string') return value;
  return value.length > 1 ? undefined : (value[0] ?? null);
}

/** Empty where it is absent. */
function needed(from: Fields, key: string, what: string): string {
  const field = from.fields.get(key);
  const found = text(from, key);
  // A value that is no text was told already.
  if (found === null && (!field || oneText(field.value) !== undefined)) {
    from.complain(field ?? beginning, `the front matter is missing "${key}", ${what}`);
  }
  return found ?? '';
}

function whole(from: Fields, key: string): number | null {
  const value = text(from, key);
  check(from, key, value, isWhole, 'a whole number');
  return value === null ? null : Number(value);
}

function list({ fields, complain }: Fields, key: string): readonly string[] {
  const field = fields.get(key);
  if (!field || field.value === null) return [];
  if (field.value === undefined) {
    complain(field, `expected a list of text values for "${key}"`);
    return [];
  }
  const items = typeof field.value === 'string' ? tagsIn(field.value) : field.value;
  return items.map(plainTag).filter((item) => item !== '');
}

/** Tags in one text: with commas between them, or each with its sign. */
function tagsIn(text: string): readonly string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words.every((word) => word.startsWith('#')) ? words : text.split(',');
}

/** Complains about a value that is there and is not what it is meant to be. */
function check(
  { fields, complain }: Fields,
  key: string,
  value: string | null,
  isFine: (word: string) => boolean,
  what: string,
): void {
  if (value === null || value === '' || isFine(value)) return;
  complain(fields.get(key) ?? beginning, `${quoted(value)} is not ${what}`);
}

const beginning: FilePlace = { line: 1, column: 1 };
const knownKeys: ReadonlySet<string> = new Set(HEAD_KEYS);

/** The lines beside coach's own keys: other keys, and comments on lines of their own. */
function ownLines({ sources }: FrontMatter): string {
  const own: string[] = [];
  for (const { key, source } of sources) {
    if (!knownKeys.has(key)) own.push(source);
    else if (source.includes('#')) own.push(...commentsIn(source));
  }
  return withoutBlankEnds(own.join('\n'));
}

function commentsIn(source: string): readonly string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));
}

/**
 * The place of an entry in time (`placeInTime`) without understanding the rest of it, for what only has to be put in order. A
 * front matter that other editors have changed may hide it; then it is undefined.
 *
 * @example
 * peekInstant('---\ncoach: 1\nat: "1970-01-01T00:00:01Z"\n---\n') //=> 1000
 */
export function peekInstant(text: string): number | undefined {
  const [, at = '', written = at] =
    /^---\n(?:[^\n-][^\n]*\n)*?at: "?([^"\n]*)"?\n(?:written: "?([^"\n]*)"?\n)?/.exec(text) ?? [];
  const moment = parseAt(at);
  if (moment?.time !== null) return moment?.instant;
  return written === at ? undefined : placeInTime({ at, written });
}
