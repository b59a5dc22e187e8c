// The bytes of an index: a line that tells what follows, numbers, a head in JSON, names, and outlines.

/** Raised with every change of what an index holds. */
const FORMAT = 17;

/** What an index tells of all folders at once. */
export interface IndexBytes {
  /** What JSON can hold. */
  readonly head: object;
  /** Of all folders, one after the other, as all that comes after them. */
  readonly numbers: Float64Array;
  /** Of files. */
  readonly names: Uint8Array;
  /** The outlines of what is open, which are asked for most. */
  readonly open: Uint8Array;
  /** Of one folder after the other. */
  readonly outlines: readonly Uint8Array[];
}

/**
 * The bytes of an index: a line that tells how much of each comes, then the numbers as the machine has them, the head, the names, and the
 * outlines. The line is as long as it takes for the numbers to be read where they are.
 *
 * @example
 * const nothing = bytesOf('');
 * textOf(printIndex({ head: {}, numbers: Float64Array.of(1), names: nothing, open: nothing, outlines: [bytesOf('[]')] })[0]).trimEnd()
 * //=> 'coach index 17 1 2 0 0 2'
 */
export function printIndex({
  head,
  numbers,
  names,
  open,
  outlines,
}: IndexBytes): readonly [line: Uint8Array, ...rest: readonly Uint8Array[]] {
  const told = bytesOf(JSON.stringify(head));
  const outlined = outlines.reduce((sum, { length }) => sum + length, 0);
  const counts = [numbers.length, told.length, names.length, open.length, outlined];
  const line = bytesOf(`${`${OPENING}${FORMAT} ${counts.join(' ')}`.padEnd(FIRST_LINE_LENGTH - 1)}\n`);
  return [
    line,
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    told,
    names,
    open,
    ...outlines,
  ];
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
const FIRST_LINE = new RegExp(`^${OPENING}(\\d+) ([\\d ]+)\\n`);

/** In bytes: twelve numbers. */
export const FIRST_LINE_LENGTH = 12 * Float64Array.BYTES_PER_ELEMENT;

/** Where the parts of an index begin, in bytes, and where it ends. */
export interface IndexLayout {
  readonly head: number;
  readonly names: number;
  readonly open: number;
  readonly outlines: number;
  readonly end: number;
}

/**
 * Where the parts of an index are, as its first line tells.
 *
 * @returns `outdated` for another format, `damaged` for what is no index.
 *
 * @example
 * layoutIn(bytesOf('coach index 3 0 0 0\n')) //=> 'outdated'
 */
export function layoutIn(bytes: Uint8Array): IndexLayout | 'outdated' | 'damaged' {
  const [line = '', format, counts = ''] =
    FIRST_LINE.exec(textOf(bytes.subarray(0, FIRST_LINE_LENGTH))) ?? [];
  if (format === undefined) return 'damaged';
  if (Number(format) !== FORMAT) return 'outdated';
  const [numbers = 0, told = 0, named = 0, opened = 0, outlined] = counts.trimEnd().split(' ').map(Number);
  if (outlined === undefined || line.length !== FIRST_LINE_LENGTH) return 'damaged';
  const head = FIRST_LINE_LENGTH + numbers * Float64Array.BYTES_PER_ELEMENT;
  const names = head + told;
  const open = names + named;
  const outlines = open + opened;
  return { head, names, open, outlines, end: outlines + outlined };
}

/** An index but for its outlines, which whoever does not need them need not read. */
export type IndexBeginning = Omit<IndexBytes, 'outlines'>;

/**
 * Reads the bytes of an index that are as they were written.
 *
 * @param bytes - All of them, or all before the outlines.
 * @returns `damaged` for what is no index.
 *
 * @example
 * readIndex(bytesOf('coach'), { head: 96, names: 98, open: 98, outlines: 98, end: 98 }) //=> 'damaged'
 */
export function readIndex(bytes: Uint8Array, layout: IndexLayout): IndexBeginning | 'damaged' {
  const { head, names, open, outlines, end } = layout;
  if (bytes.length !== outlines && bytes.length !== end) return 'damaged';
  try {
    return {
      head: JSON.parse(textOf(bytes.subarray(head, names))),
      numbers: numbersIn(
        bytes,
        FIRST_LINE_LENGTH,
        (head - FIRST_LINE_LENGTH) / Float64Array.BYTES_PER_ELEMENT,
      ),
      names: bytes.subarray(names, open),
      open: bytes.subarray(open, outlines),
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

/**
 * Whether a text is in bytes that coach has written. They are searched as they are, as nearly all hold nothing of it: to make a text of them first takes
 * longer than the search.
 *
 * @example
 * holdsText(bytesOf('too late'), 'late') //=> true
 */
export function holdsText(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text);
}
