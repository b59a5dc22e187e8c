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

/** Makes bytes smaller, and the same again. */
export interface Packing {
  pack(bytes: Uint8Array): Uint8Array;
  unpack(packed: Uint8Array): Uint8Array;
}

/** In bytes: files share pieces of memory of this length. One by one, what comes with each would take as much again as itself. */
const PIECE = 2 ** 18;

/** So many bytes has a character of a text at most. */
const WIDEST = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Room for files, which holds the first of them: whole pieces of them packed.
 *
 * @param room - In bytes.
 *
 * @example
 * const held = heldFiles(1000, packing);
 * held.add(entry, 'It rained.');
 * [...held].map(([id, file]) => [id, file?.bytes.length]) //=> [['k3x8m2p9qa', 10]]
 */
export function heldFiles(room: number, { pack, unpack }: Packing): HeldFiles {
  const ids: string[] = [];
  const packed: Uint8Array[] = [];
  /** Of each that is held: the number of its piece, and where its path and its text begin and end there. */
  const places: number[] = [];
  let piece = new Uint8Array(0);
  let at = 0;
  let held = 0;
  const put = (text: string): void => {
    at += encoder.encodeInto(text, piece.subarray(at)).written;
    places.push(at);
  };
  const makeRoom = (most: number): void => {
    if (piece.length - at >= most) return;
    if (at > 0) {
      const smaller = pack(piece.subarray(0, at));
      packed.push(smaller);
      held += smaller.length;
      at = 0;
    }
    if (piece.length < most) piece = new Uint8Array(Math.max(PIECE, most));
  };
  return {
    get size() {
      return ids.length;
    },
    add(entry, text) {
      ids.push(entry.id);
      if (held + at >= room) return;
      const path = entryPath(entry);
      makeRoom((path.length + text.length) * WIDEST);
      places.push(packed.length, at);
      put(path);
      put(text);
    },
    *[Symbol.iterator]() {
      let number = -1;
      let bytes: Uint8Array = piece;
      for (const [index, id] of ids.entries()) {
        const [of, from, middle, to] = places.slice(index * NUMBERS, (index + 1) * NUMBERS);
        if (of === undefined) {
          yield [id, undefined];
          continue;
        }
        if (of !== number) {
          const smaller = packed[of];
          bytes = smaller ? unpack(smaller) : piece;
          number = of;
        }
        yield [id, { path: decoder.decode(bytes.subarray(from, middle)), bytes: bytes.subarray(middle, to) }];
      }
    },
  };
}

/** As many are kept of each place. */
const NUMBERS = 4;
