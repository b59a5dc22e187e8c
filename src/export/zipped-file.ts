// A zip that holds one file.
import { Zip, ZipDeflate } from 'fflate';
import { gathered } from '../formats/text/gathered.ts';

/**
 * A zip that holds one file, made piece by piece, so that neither is ever held as a whole.
 *
 * @param name - The name of the file in it.
 * @param changed - When the file was made, in milliseconds since 1970.
 *
 * @example
 * [...zippedFile('a.txt', ['Rain.'], 0)].length > 0 //=> true
 */
export function* zippedFile(
  name: string,
  pieces: Iterable<string | Uint8Array>,
  changed: number,
): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const file = new ZipDeflate(name);
  file.mtime = Math.max(changed, EARLIEST);
  zip.add(file);
  for (const bytes of gathered(pieces)) {
    file.push(bytes);
    yield* made.splice(0);
  }
  file.push(new Uint8Array(), true);
  zip.end();
  yield* made.splice(0);
}

/** A zip knows no earlier time than the beginning of 1980, wherever the clock stands. */
const EARLIEST = Date.UTC(1980, 0, 3);
