// A quick look at the head of an entry's file, for what only has to be put in order.
import type { Entry } from '../../domain/entry/entry.ts';
import { newerFormat, parseEntryHead } from './entry-head.ts';
import { readPlainFrontMatter } from './front-matter.ts';

/** The fields that put an entry in its place. */
export type PlaceHead = Pick<Entry, 'id' | 'at' | 'written' | 'day' | 'bank'>;

/** A front matter just as coach writes it, where no value needs quotes that it may have. */
const asWritten = new RegExp(
  [
    /^---\ncoach: 1\nid: ([A-Za-z0-9][\w-]*)\nat: "([\dT:.Z+-]+)"\nwritten: "([\dT:.Z+-]+)"\n/,
    /(?:zone: [A-Za-z][A-Za-z/_+-]*\n)?day: "([\d-]+)"\nbank: ([a-z][a-z-]*)\nbank-version: \d+\n/,
    /(?:role: [a-z]+\n)?(?:about: [A-Za-z][A-Za-z .'-]*\n)?/,
    /(?:tags: \[(?!null\b)[a-z][a-z-]*(?:, (?!null\b)[a-z][a-z-]*)*\]\n)?(?:minutes: \d+\n)?---\n/,
  ]
    .map(({ source }) => source)
    .join(''),
);

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
  const match = asWritten.exec(text);
  if (!match) return plainHead(text);
  const [, id = '', at = '', written = '', day = '', bank = ''] = match;
  return { id, at, written, day, bank };
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
