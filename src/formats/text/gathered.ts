// The pieces of a long text, put together to fewer, as bytes.

/** So many characters of pieces are put together before they are handed on. */
const LONG = 2 ** 14;

/**
 * Pieces of a text put together to fewer.
 *
 * @example
 * [...gatheredText(['a', 'b'])] //=> ['ab']
 */
export function* gatheredText(pieces: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < LONG) continue;
    yield held;
    held = '';
  }
  if (held !== '') yield held;
}

/** About so many bytes are handed on at once. */
const ROOM = 2 ** 16;

/**
 * Pieces put together to fewer. Each is good until the next one is asked for: all are in the same place.
 *
 * @example
 * Array.from(gathered(['a', Uint8Array.of(98)]), (bytes) => bytes.slice()) //=> [Uint8Array.of(97, 98)]
 */
export function* gathered(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const room = new Uint8Array(ROOM);
  let held = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
    if (held + bytes.length > ROOM) {
      yield room.subarray(0, held);
      held = 0;
    }
    if (bytes.length > ROOM) yield bytes;
    else {
      room.set(bytes, held);
      held += bytes.length;
    }
  }
  if (held > 0) yield room.subarray(0, held);
}
