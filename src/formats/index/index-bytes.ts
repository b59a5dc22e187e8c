// The bytes of an index: a line that tells what follows, numbers, a head in JSON, and outlines.

/** Raised with every change of what an index holds. */
const FORMAT = 16;

/** What an index tells of all folders at once. */
export interface IndexBytes {
  /** What JSON can hold. */
  readonly head: object;
  /** Of all folders, one after the other. */
  readonly numbers: Float64Array;
  readonly outlines: Uint8Array;
}

/**
 * The bytes of an index: a line that tells how much of each comes, then the numbers as the machine has them, the head, and the outlines.
 * The line is as long as it takes for the numbers to be read where they are.
 *
 * @example
 * textOf(printIndex({ head: {}, numbers: Float64Array.of(1), outlines: bytesOf('[]') })[0]).trimEnd() //=> 'coach index 16 2 1 2'
 */
export function printIndex({
  head,
  numbers,
  outlines,
}: IndexBytes): readonly [line: Uint8Array, ...rest: readonly Uint8Array[]] {
  const told = bytesOf(JSON.stringify(head));
  const counts = `${OPENING}${FORMAT} ${told.length} ${numbers.length} ${outlines.length}`;
  const line = bytesOf(`${counts.padEnd(FIRST_LINE_LENGTH - 1)}\n`);
  return [line, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), told, outlines];
}

/**
 * Numbers of several lists in one.
 *
 * @example
 * joinedNumbers([Float64Array.of(1), Float64Array.of(2, 3)]) //=> Float64Array.of(1, 2, 3)
 */
export function joinedNumbers(lists: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

const OPENING = 'coach index ';
const FIRST_LINE = new RegExp(`^${OPENING}(\\d+) (\\d+) (\\d+) (\\d+) *\\n`);
/** Eight numbers. */
const FIRST_LINE_LENGTH = 8 * Float64Array.BYTES_PER_ELEMENT;

/**
 * Reads the bytes of an index that are as they were written.
 *
 * @returns `outdated` for another format, `damaged` for what is no index.
 *
 * @example
 * readIndex(bytesOf('coach index 3 0 0 0\n')) //=> 'outdated'
 */
export function readIndex(bytes: Uint8Array): IndexBytes | 'outdated' | 'damaged' {
  const [line, format, length, count, outlinesLength] =
    FIRST_LINE.exec(textOf(bytes.subarray(0, FIRST_LINE_LENGTH))) ?? [];
  if (line === undefined) return 'damaged';
  if (Number(format) !== FORMAT) return 'outdated';
  const headAt = line.length + Number(count) * Float64Array.BYTES_PER_ELEMENT;
  const outlinesAt = headAt + Number(length);
  if (outlinesAt + Number(outlinesLength) !== bytes.length) return 'damaged';
  try {
    return {
      head: JSON.parse(textOf(bytes.subarray(headAt, outlinesAt))),
      numbers: numbersIn(bytes, line.length, Number(count)),
      outlines: bytes.subarray(outlinesAt),
    };
  } catch {
    return 'damaged';
  }
}

/** Numbers where they are, as long as they begin where numbers may. */
function numbersIn(bytes: Uint8Array, from: number, count: number): Float64Array {
  const at = bytes.byteOffset + from;
  if (at % Float64Array.BYTES_PER_ELEMENT === 0) return new Float64Array(bytes.buffer, at, count);
  return new Float64Array(bytes.slice(from, from + count * Float64Array.BYTES_PER_ELEMENT).buffer);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * The text of bytes that coach has written.
 *
 * @example
 * textOf(bytesOf('late')) //=> 'late'
 */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * A text as bytes.
 *
 * @example
 * bytesOf('ab') //=> Uint8Array.of(97, 98)
 */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
