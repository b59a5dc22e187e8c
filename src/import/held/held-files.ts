// The files that an import holds until they are saved, close together.
import { type Entry, entryPath } from '../../domain/entry/entry.ts';
import type { EntryFile } from '../../app/ports/journal.ts';

/** Files by the ids of their entries, in the order in which they came; undefined for those that are read again, since there was no room for them. */
export interface FreshFiles extends Iterable<readonly [id: string, file: EntryFile | undefined]> {
  readonly size: number;
}

/** Files that are held, as long as there is room. */
export interface HeldFiles extends FreshFiles {
  add(entry: Entry, text: string): void;
}

/** In bytes: files share pieces of memory of this length. One by one, what comes with each would take as much again as itself. */
const PIECE = 2 ** 18;

/** So many bytes has a character of a text at most. */
const WIDEST = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Room for files, which holds the first of them.
 *
 * @param room - In bytes.
 *
 * @example
 * const held = heldFiles(1000);
 * held.add(entry, 'It rained.');
 * [...held].map(([id, file]) => [id, file?.bytes.length]) //=> [['k3x8m2p9qa', 10]]
 */
export function heldFiles(room: number): HeldFiles {
  const ids: string[] = [];
  const pieces: Uint8Array[] = [];
  /** Of each that is held: the number of its piece, and where its path and its text begin and end there. */
  const places: number[] = [];
  let at = 0;
  let held = 0;
  const put = (text: string, piece: Uint8Array): void => {
    at += encoder.encodeInto(text, piece.subarray(at)).written;
    places.push(at);
  };
  const pieceFor = (most: number): Uint8Array => {
    const last = pieces.at(-1);
    if (last && last.length - at >= most) return last;
    at = 0;
    const piece = new Uint8Array(Math.max(PIECE, most));
    pieces.push(piece);
    return piece;
  };
  return {
    get size() {
      return ids.length;
    },
    add(entry, text) {
      ids.push(entry.id);
      if (held >= room) return;
      const path = entryPath(entry);
      const piece = pieceFor((path.length + text.length) * WIDEST);
      places.push(pieces.length - 1, at);
      const from = at;
      put(path, piece);
      put(text, piece);
      held += at - from;
    },
    *[Symbol.iterator]() {
      for (const [index, id] of ids.entries()) {
        const [piece = 0, from, middle, to] = places.slice(index * NUMBERS, (index + 1) * NUMBERS);
        const bytes = from === undefined ? undefined : pieces[piece];
        yield [
          id,
          bytes && { path: decoder.decode(bytes.subarray(from, middle)), bytes: bytes.subarray(middle, to) },
        ];
      }
    },
  };
}

/** As many are kept of each place. */
const NUMBERS = 4;
