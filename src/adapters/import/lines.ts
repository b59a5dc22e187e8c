import { closeSync, openSync, readSync } from 'node:fs';
import type { SourceLine } from '../../app/read-source.ts';
import { CoachError } from '../../domain/errors.ts';
import { inWords } from './in-words.ts';

const LARGEST_LINE = 64 * 2 ** 20;
const CHUNK = 2 ** 16;

/** The lines of a file of any length, of which a few are held at once. */
export function* linesOf(file: string, name: string): Generator<SourceLine> {
  const handle = inWords(name, () => openSync(file, 'r'));
  try {
    const chunk = Buffer.alloc(CHUNK);
    let parts: Buffer[] = [];
    let held = 0;
    let number = 0;
    let done = 0;
    const finish = (end: Buffer): SourceLine => {
      const line = parts.length === 0 ? end : Buffer.concat([...parts, end]);
      parts = [];
      held = 0;
      number += 1;
      return { number, done, text: lineText(line) };
    };
    for (;;) {
      const length = inWords(name, () => readSync(handle, chunk));
      if (length === 0) break;
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0 && end < length; end = chunk.indexOf(10, from)) {
        done += end + 1 - from;
        const line = finish(chunk.subarray(from, end));
        from = end + 1;
        yield line;
      }
      const rest = Buffer.from(chunk.subarray(from, length));
      done += rest.length;
      held += rest.length;
      if (held > LARGEST_LINE) throw new CoachError(`${name}:${number + 1}: this line is longer than 64 MB`);
      parts.push(rest);
    }
    if (held > 0) yield finish(Buffer.alloc(0));
  } finally {
    closeSync(handle);
  }
}

/** Undefined where it is not UTF-8. */
function lineText(line: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return undefined;
  }
}
