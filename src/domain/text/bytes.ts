// The bytes of a file: whether two are the same, pieces as one, and the text that they are.

/**
 * Whether two files hold the same.
 *
 * @example
 * sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)) //=> true
 */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/**
 * Several pieces as one.
 *
 * @example
 * joinedBytes([Uint8Array.of(1), Uint8Array.of(2, 3)]) //=> Uint8Array.of(1, 2, 3)
 */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/**
 * The text of a file, a byte order mark and line ends of any kind included: UTF-8, or UTF-16 with its byte order mark, as
 * some programs of Windows write it. Undefined for bytes that are neither.
 *
 * @example
 * decodedText(Uint8Array.of(0xff, 0xfe, 0x68, 0, 0x69, 0)) //=> '\ufeffhi'
 * decodedText(Uint8Array.of(0x68, 0xe9)) //=> undefined
 */
export function decodedText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(swapped(bytes), 'utf-16le');
  return wideOrder(bytes) === undefined ? decoded(bytes, 'utf-8') : undefined;
}

/**
 * The same, where what cannot be understood is shown as replacement marks.
 *
 * @example
 * shownText(Uint8Array.of(0x68, 0xe9)) //=> 'h\ufffd'
 */
export function shownText(bytes: Uint8Array): string {
  return decodedText(bytes) ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * The encoding that a text which is not UTF-8 most likely has, as `iconv` calls it: zeros between letters tell UTF-16. Of the
 * others none can be told from another.
 *
 * @example
 * likelyEncoding(Uint8Array.of(0x68, 0, 0x69, 0)) //=> 'utf-16le'
 * likelyEncoding(Uint8Array.of(0x68, 0xe9)) //=> undefined
 */
export function likelyEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked ? 'utf-16' : wideOrder(bytes);
}

/** Enough to tell by. */
const LOOKED_AT = 4096;

/** The order of the bytes of UTF-16 without a mark, by the zeros that most letters of the West have in it. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  if (!head.includes(0)) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A crash leaves zeros in a row.
  if (Math.max(even, odd) * 8 < head.length || Math.min(even, odd) * 4 > Math.max(even, odd))
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, at) => bytes[at % 2 === 0 ? at + 1 : at - 1] ?? 0);
}

/**
 * The text of a file (`decodedText`), or the place of the first character that is not understood: lines and columns count from 1.
 *
 * @example
 * textOrPlace(Uint8Array.of(0x61, 0x0a, 0x62, 0xe9)) //=> { line: 2, column: 2 }
 */
export function textOrPlace(
  bytes: Uint8Array,
): { readonly text: string } | { readonly line: number; readonly column: number } {
  const text = decodedText(bytes);
  if (text !== undefined) return { text };
  if (likelyEncoding(bytes) !== undefined) return { line: 1, column: 1 };
  let start = 0;
  for (let line = 1; ; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const inLine = bytes.subarray(start, feed < 0 ? undefined : feed);
    if (feed < 0 || decoded(inLine, 'utf-8') === undefined)
      return { line, column: firstReplaced(inLine) + 1 };
    start = feed + 1;
  }
}

const LINE_FEED = 0x0a;

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstReplaced(bytes: Uint8Array): number {
  return Math.max(0, new TextDecoder('utf-8').decode(bytes).indexOf('\ufffd'));
}

/**
 * A text as bytes, in the encoding that the file had which it comes from. Undoes `decodedText`.
 *
 * @example
 * encodedLike('\ufeffh', Uint8Array.of(0xff, 0xfe)) //=> Uint8Array.of(0xff, 0xfe, 0x68, 0)
 * encodedLike('h', Uint8Array.of(0x69)) //=> Uint8Array.of(0x68)
 */
export function encodedLike(text: string, original: Uint8Array): Uint8Array {
  const [first, second] = original;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return new TextEncoder().encode(text);
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const little = Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
  return isLittle ? little : swapped(little);
}
