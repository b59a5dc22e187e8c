// The bytes of a file: whether two are the same, and the text that they are.

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
 * Text as it stands in a file, a byte order mark and line ends of any kind included, or the place of the first character that
 * is not UTF-8: lines and columns count from 1.
 *
 * @example
 * utf8Text(Uint8Array.of(0x61, 0x0a, 0x62, 0xe9)) //=> { line: 2, column: 2 }
 */
export function utf8Text(
  bytes: Uint8Array,
): { readonly text: string } | { readonly line: number; readonly column: number } {
  const text = decoded(bytes);
  if (text !== undefined) return { text };
  let start = 0;
  for (let line = 1; ; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const inLine = bytes.subarray(start, feed < 0 ? undefined : feed);
    if (feed < 0 || decoded(inLine) === undefined) return { line, column: firstReplaced(inLine) + 1 };
    start = feed + 1;
  }
}

const LINE_FEED = 0x0a;

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstReplaced(bytes: Uint8Array): number {
  return Math.max(0, new TextDecoder('utf-8').decode(bytes).indexOf('\ufffd'));
}
