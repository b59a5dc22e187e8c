// The directory at the end of a zip.

/** One file in the directory of a zip, as far as fflate does not tell of it. */
export interface ZipFile {
  readonly isEncrypted: boolean;
  readonly crc: number;
}

/**
 * The directory at the end of a zip, in its order, which is also that in which fflate asks for the files.
 *
 * @throws RangeError where it leads out of the zip.
 */
export function directoryOf(zip: Buffer): readonly ZipFile[] {
  const files: ZipFile[] = [];
  let { at, count } = beginning(zip);
  for (; count > 0 && zip.readUInt32LE(at) === 0x02014b50; count -= 1) {
    files.push({ isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1, crc: zip.readUInt32LE(at + 16) });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function beginning(zip: Buffer): { readonly at: number; readonly count: number } {
  const end = zip.lastIndexOf('PK\u0005\u0006', -22, 'latin1');
  const at = zip.readUInt32LE(end + 16);
  const count = zip.readUInt16LE(end + 10);
  const isLarge = end >= 20 && zip.readUInt32LE(end - 20) === 0x07064b50;
  if (!isLarge) return { at, count };
  const large = Number(zip.readBigUInt64LE(end - 12));
  return {
    at: Number(zip.readBigUInt64LE(large + 48)),
    count: Number(zip.readBigUInt64LE(large + 32)),
  };
}
