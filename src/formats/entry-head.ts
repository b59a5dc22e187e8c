import { isDay, parseAt } from '../domain/calendar.ts';
import type { Entry } from '../domain/entry.ts';
import type { Mistake } from '../domain/errors.ts';
import { readRole, ROLES } from '../domain/question-bank.ts';
import { oneLine, quoted, withoutBlankEnds } from '../domain/text.ts';
import type { Complain, Place } from './body-line.ts';
import { type FrontMatter, type FrontValue, printScalar } from './front-matter.ts';

/** The version of the entry format that this program writes, and the newest that it reads. */
export const ENTRY_FORMAT = 1;

/** What the front matter of an entry says; the rest of the entry is its body. */
export type EntryHead = Omit<Entry, 'title' | 'answers' | 'extra'>;

/** The keys that coach knows, in the order in which it writes them. */
export const HEAD_KEYS: readonly string[] = [
  'coach',
  'id',
  'at',
  'written',
  'zone',
  'day',
  'bank',
  'bank-version',
  'role',
  'about',
  'tags',
  'minutes',
];

/**
 * The front matter of an entry, between its two `---`. What is unknown or empty has no line; times and days are quoted,
 * so that no YAML reader turns them into another time.
 *
 * @param own - The lines that a person added, which come last.
 *
 * @example
 * printEntryHead(entry, '') //=> 'coach: 1\nid: k3x8m2p9qa\nat: "2026-11-22T09:14:05+01:00"\n…'
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
 * What is wrong with a file from a newer coach; it is not read any further.
 *
 * @example
 * newerFormat(readPlainFrontMatter(['coach: 2'], 2))?.message
 * //=> 'written by a newer coach (format 2), this one reads format 1'
 */
export function newerFormat({ fields }: FrontMatter): Mistake | undefined {
  const field = fields.get('coach');
  if (typeof field?.value !== 'string' || !isWhole(field.value) || Number(field.value) <= ENTRY_FORMAT)
    return undefined;
  const message = `written by a newer coach (format ${field.value}), this one reads format ${ENTRY_FORMAT}`;
  return { line: field.line, column: field.column, message };
}

/**
 * Understands the front matter of an entry.
 *
 * Forgiven: missing `written` (then `at`), `day` (then the day of `at`), `bank-version` (1), `zone`, `role`, `about`, `tags`,
 * `minutes`; tags in one text with commas; `micromanager` and `micromanaged`; unquoted values of any kind.
 *
 * @param complain - Called with everything that is missing or not understood.
 * @returns The head, and the lines that a person added.
 *
 * @example
 * parseEntryHead(readPlainFrontMatter(['coach: 1', 'id: k3x8m2p9qa', …], 2), complain).head.id //=> 'k3x8m2p9qa'
 */
export function parseEntryHead(
  front: FrontMatter,
  complain: Complain,
): { readonly head: EntryHead; readonly own: string } {
  const { text, needed, whole, list, check } = fieldReader(front, complain);
  check(
    'coach',
    needed('coach', 'the version of the format, 1'),
    isFormat,
    'a version of the format, expected 1',
  );
  const id = needed('id', 'the name of the entry, as in its file name');
  check('id', id, isId, 'an id, expected letters and digits');
  const at = needed('at', `the moment it is about, for example ${someMoment}`);
  check('at', at, isMoment, `a time, expected for example ${someMoment}`);
  const written = text('written');
  check('written', written, isMoment, `a time, expected for example ${someMoment}`);
  const day = text('day');
  check('day', day, isDay, 'a day, expected YYYY-MM-DD');
  const bank = needed('bank', 'the question bank, for example member');
  check('bank', bank, isBankName, 'the name of a bank, expected for example member');
  const role = text('role');
  check('role', role, (word) => readRole(word) !== undefined, `a role, expected ${ROLES.join(' or ')}`);
  const head: EntryHead = {
    id,
    at,
    written: written ?? at,
    zone: text('zone'),
    day: day ?? parseAt(at)?.day ?? '',
    bank,
    bankVersion: whole('bank-version') ?? 1,
    role: readRole(role) ?? null,
    about: text('about'),
    tags: list('tags'),
    minutes: whole('minutes'),
  };
  return { head, own: ownLines(front) };
}

const someMoment = '"2026-11-22T09:14:05+01:00"';
const isFormat = (text: string): boolean => isWhole(text) && Number(text) > 0;
const isId = (text: string): boolean => /^[\w-]+$/.test(text);
const isMoment = (text: string): boolean => parseAt(text) !== undefined;
const isBankName = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
const isWhole = (text: string): boolean => /^\d{1,6}$/.test(text);

/** Reads single fields. What is not as expected is told once and counts as absent. */
interface FieldReader {
  readonly text: (key: string) => string | null;
  /** Empty where it is absent. */
  readonly needed: (key: string, what: string) => string;
  readonly whole: (key: string) => number | null;
  readonly list: (key: string) => readonly string[];
  /** Complains about a value that is there and is not what it is meant to be. */
  readonly check: (
    key: string,
    value: string | null,
    isFine: (text: string) => boolean,
    what: string,
  ) => void;
}

function fieldReader({ fields }: FrontMatter, complain: Complain): FieldReader {
  const placeOf = (key: string): Place => fields.get(key) ?? { line: 1, column: 1 };
  const valueOf = (key: string): FrontValue['value'] => {
    const field = fields.get(key);
    return field ? field.value : null;
  };
  const reader: FieldReader = {
    text(key) {
      const value = valueOf(key);
      if (value === null || typeof value === 'string') return oneLine(value ?? '') || null;
      complain(placeOf(key), `expected one text for "${key}"`);
      return null;
    },
    needed(key, what) {
      const value = valueOf(key);
      const isAbsent = value === null || (typeof value === 'string' && oneLine(value) === '');
      if (isAbsent) complain(placeOf(key), `the front matter lacks "${key}", ${what}`);
      return isAbsent ? '' : (reader.text(key) ?? '');
    },
    whole(key) {
      const value = reader.text(key);
      reader.check(key, value, isWhole, 'a whole number');
      return value === null ? null : Number(value);
    },
    list(key) {
      const value = valueOf(key);
      if (value === undefined) complain(placeOf(key), `expected a list of texts for "${key}"`);
      const items = typeof value === 'string' ? value.split(',') : (value ?? []);
      return items.map(oneLine).filter((item) => item !== '');
    },
    check(key, value, isFine, what) {
      if (value === null || value === '' || isFine(value)) return;
      complain(placeOf(key), `${quoted(value)} is not ${what}`);
    },
  };
  return reader;
}

/** What stands in the front matter beside coach's own keys: other keys, and comments on lines of their own. */
function ownLines({ sources }: FrontMatter): string {
  const own = sources.flatMap(({ key, source }) => (HEAD_KEYS.includes(key) ? commentsIn(source) : [source]));
  return withoutBlankEnds(own.join('\n'));
}

function commentsIn(source: string): readonly string[] {
  if (!source.includes('#')) return [];
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));
}

/**
 * The instant of an entry without understanding the rest of it, for what only has to be put in order. A front matter that
 * other editors have changed may hide it; then it is undefined.
 *
 * @example
 * peekInstant('---\ncoach: 1\nat: "1970-01-01T00:00:01Z"\n---\n') //=> 1000
 */
export function peekInstant(text: string): number | undefined {
  const at = /^---\n(?:[^\n-][^\n]*\n)*?at: "?([^"\n]*)"?\n/.exec(text)?.[1];
  return at === undefined ? undefined : parseAt(at)?.instant;
}
