// The place of an index, as far as it matters to who takes it away.
import { rmSync } from 'node:fs';
import type { IndexCipher } from './index-cipher.ts';

/** Where an index is kept, and what it was made for. */
export interface IndexPlace {
  /** Holds nothing else. */
  readonly folder: string;
  /** All that it depends on beside its format: the journal, the version of coach, the letters that Node knows, and the key. */
  readonly madeFor: string;
  /** Where the journal is encrypted, so is the index. */
  readonly cipher?: IndexCipher | undefined;
}

/** Ends the name of the folder of an index that is encrypted; without it, what is there can be read by anybody. */
export const ENCRYPTED = '.encrypted';

/** Takes an index away, in whatever form it is there. */
export function removeIndex(place: Pick<IndexPlace, 'folder'>): void {
  rmSync(place.folder, { recursive: true, force: true });
  removeFormer(place);
}

/**
 * Takes away what was kept before it, which nobody would ask any more: a database of earlier versions, and the index from before the journal
 * was encrypted, or decrypted.
 */
export function removeFormer({ folder }: Pick<IndexPlace, 'folder'>): void {
  const readable = folder.endsWith(ENCRYPTED) ? folder.slice(0, -ENCRYPTED.length) : folder;
  for (const ending of ['', ENCRYPTED, '.sqlite', '.sqlite-journal']) {
    const place = `${readable}${ending}`;
    if (place !== folder) rmSync(place, { recursive: true, force: true });
  }
}
