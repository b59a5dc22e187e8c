// The lines of a text of any length, a few at a time.
import type { SourceLine } from '../import-source.ts';
import { CoachError } from '../../domain/text/errors.ts';

const LARGEST_LINE = 64 * 2 ** 20;

/**
 * The lines of a text of any length, of which a few are held at once.
 *
 * @param chunks - Its bytes; each chunk is done with when the next one is asked for.
 */
export function* linesOf(chunks: Iterable<Buffer>, name: string): Generator<SourceLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  let done = 0;
  const finish = (end: Buffer): SourceLine => {
    const line = parts.length === 0 ? end : Buffer.concat([...parts, end]);
    parts = [];
    held = 0;
    number += 1;
    return { number, done, text: utf8(line) };
  };
  for (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      done += end + 1 - from;
      const line = finish(chunk.subarray(from, end));
      from = end + 1;
      yield line;
    }
    const rest = Buffer.from(chunk.subarray(from));
    done += rest.length;
    held += rest.length;
    if (held > LARGEST_LINE) throw new CoachError(`${name}:${number + 1}: this line is longer than 64 MB`);
    parts.push(rest);
  }
  if (held > 0) yield finish(Buffer.alloc(0));
}

/** The text of bytes; undefined where they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
