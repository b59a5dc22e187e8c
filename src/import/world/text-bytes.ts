// The text in bytes of a source: whole, its beginning, or line by line.
import { isUtf8 } from 'node:buffer';
import { decodedText, likelyEncoding } from '../../domain/text/bytes.ts';
import { notUtf8 } from '../../pages/machine/file-refusals.ts';
import type { SourceLine } from '../source.ts';
import { tooLongLine } from '../source-refusals.ts';

export const MEGABYTE = 2 ** 20;

/** A text larger than this would not fit into one string of Node. */
export const LARGEST_TEXT = 400 * MEGABYTE;

const LARGEST_LINE = 64 * MEGABYTE;

/** UTF-16 that says so, as some programs of Windows write it. */
export function isWide(bytes: Uint8Array): boolean {
  return likelyEncoding(bytes) === 'utf-16';
}

/**
 * The text of a file, without a byte order mark.
 *
 * @throws CoachError where it is neither UTF-8 nor UTF-16 that says so.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const text = decodedText(bytes);
  if (text === undefined) throw notUtf8(name, likelyEncoding(bytes));
  return text.replace(/^\ufeff/, '');
}

/** The same with the byte order mark that it may begin with. */
export function decodeMarked(bytes: Uint8Array, name: string): string {
  const text = decode(bytes, name);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\ufeff${text}` : text;
}

/**
 * The lines of a text of any length, of which a few are held at once.
 *
 * @param chunks - Its bytes; each chunk is done with when the next one is asked for.
 */
export function* linesOf(chunks: Iterable<Buffer>, name: string): Generator<SourceLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  for (const chunk of chunks) {
    const end = chunk.lastIndexOf(10);
    if (end >= 0) {
      const whole = chunk.subarray(0, end);
      for (const text of wholeLines(parts.length === 0 ? whole : Buffer.concat([...parts, whole])))
        yield { number: ++number, text };
      parts = [];
      held = 0;
    }
    const rest = Buffer.from(chunk.subarray(end + 1));
    held += rest.length;
    if (held > LARGEST_LINE) throw tooLongLine(name, number + 1);
    parts.push(rest);
  }
  if (held > 0) yield { number: ++number, text: utf8(Buffer.concat(parts)) };
}

/** Lines of which the last has no end. They are made text together, and one by one only where some are not UTF-8. */
function* wholeLines(bytes: Buffer): Generator<string | undefined> {
  const all = isUtf8(bytes) ? bytes.toString() : undefined;
  if (all !== undefined && !all.includes('\ufeff')) {
    yield* all.split('\n');
    return;
  }
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    yield utf8(bytes.subarray(from, to));
    from = to + 1;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes, without a byte order mark; undefined where they are not UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The name that bytes are: as text, or where they are none, as an address has them. */
export function calledBy(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  return Array.from(name, (byte) =>
    byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`,
  ).join('');
}
