// Bytes that are held for a while, made smaller meanwhile.
import type { Packing } from '../held/held-files.ts';

/** In milliseconds as well as in bytes: texts get to a third of their size, at some hundred megabytes a second. */
const FAST = 1;

/** The library is loaded where there is something to pack. */
export const packing: Packing = {
  pack: (bytes) => process.getBuiltinModule('node:zlib').deflateRawSync(bytes, { level: FAST }),
  unpack: (packed) => process.getBuiltinModule('node:zlib').inflateRawSync(packed),
};
