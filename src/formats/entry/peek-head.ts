// The head of an entry's file, understood at a glance where it is just as coach writes it.
import { isDay } from '../../domain/time/day.ts';
import { isAt } from '../../domain/time/moment.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { readRole } from '../../domain/banks/question-bank.ts';
import { type EntryHead, newerFormat, parseEntryHead } from './entry-head.ts';
import { readPlainFrontMatter } from './front-matter.ts';

/** The fields that put an entry in its place. */
export type PlaceHead = Pick<Entry, 'id' | 'at' | 'written' | 'day' | 'bank'>;

/** A head that is just as coach writes it. */
export interface WrittenHead {
  readonly head: EntryHead;
  /** Where the body begins in the text, and the number of its first line, from 1. */
  readonly end: number;
  readonly bodyLine: number;
}

/** A word that YAML takes for nothing. */
const notNull = '(?![Nn][Uu][Ll][Ll]\n)';
const tag = '(?!null\\b)[a-z][a-z0-9-]*';
/** A front matter just as coach writes it, where no value needs quotes that it may have, and nothing is the person's own. */
const asWritten = new RegExp(
  [
    `^---\ncoach: 1\nid: ${notNull}([A-Za-z0-9][\\w-]*)\n`,
    'at: "([\\dT:.Z+-]+)"\nwritten: "([\\dT:.Z+-]+)"\n',
    `(?:zone: ${notNull}([A-Za-z][A-Za-z0-9/_+-]*)\n)?day: "([\\d-]+)"\n`,
    `bank: ${notNull}([a-z0-9]+(?:-[a-z0-9]+)*)\nbank-version: (\\d{1,6})\n`,
    `(?:role: ([a-z]+)\n)?(?:about: ${notNull}([A-Za-z][A-Za-z.'-]*(?: [A-Za-z.'-]+)*)\n)?`,
    `(?:tags: \\[(${tag}(?:, ${tag})*)\\]\n)?(?:minutes: (\\d{1,6})\n)?---\n`,
  ].join(''),
);
/** The lines that such a head has at least, with the two around it. */
const FEWEST_LINES = 9;

/**
 * The head of an entry's file that is just as coach writes it, as `parseEntryHead` understands it: nearly every file has one, and
 * one expression reads it in a tenth of the time.
 *
 * @returns Undefined for any other, which may be as sound.
 *
 * @example
 * writtenHead(printEntry(entry))?.head.id //=> 'k3x8m2p9qa'
 * writtenHead('---\ncoach: 1\nid: k3x8m2p9qa\n---\n') //=> undefined
 */
export function writtenHead(text: string): WrittenHead | undefined {
  const match = asWritten.exec(text);
  if (!match) return undefined;
  const [all, id = '', at = '', written = '', zone, day = '', bank = '', version, ...more] = match;
  const [seat = null, about = null, tags, minutes] = more;
  const role = readRole(seat);
  if (!isAt(at) || (written !== at && !isAt(written)) || !isDay(day) || role === undefined) return undefined;
  const optional = [zone, ...more].filter((value) => typeof value === 'string').length;
  const head: EntryHead = {
    id,
    at,
    written,
    zone: zone ?? null,
    day,
    bank,
    bankVersion: Number(version),
    role,
    about,
    tags: tags?.split(', ') ?? [],
    minutes: minutes === undefined ? null : Number(minutes),
  };
  return { head, end: all.length, bodyLine: FEWEST_LINES + optional + 1 };
}

// eslint-disable-next-line no-control-regex
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/;

/**
 * The fields that put an entry in its place, without a look at the rest of its file. They are as `parseEntry`
 * understands them with the plain reader of front matters, if it understands the rest as well.
 *
 * @returns Undefined where only reading all of it tells.
 *
 * @example
 * peekHead(printEntry(entry))?.id //=> 'k3x8m2p9qa'
 */
export function peekHead(text: string): PlaceHead | undefined {
  return writtenHead(text)?.head ?? plainHead(text);
}

/** The same for any front matter that the plain reader understands. */
function plainHead(text: string): PlaceHead | undefined {
  if (!text.startsWith('---\n')) return undefined;
  const end = text.indexOf('\n---', 3);
  const head = text.slice(4, end);
  if (end < 0 || text.charAt(end + 4) !== '\n' || odd.test(head)) return undefined;
  const lines = head.split('\n');
  if (!lines.some((line) => line.startsWith('coach:'))) return undefined;
  const front = readPlainFrontMatter(lines, 2);
  if (!front || newerFormat(front)) return undefined;
  let isSound = true;
  const { head: said } = parseEntryHead(front, () => {
    isSound = false;
  });
  return isSound ? said : undefined;
}
