// The place of an index, as far as it matters to who takes it away.
import { rmSync } from 'node:fs';

/** Where an index is kept, and what it was made for. */
export interface IndexPlace {
  /** Holds nothing else. */
  readonly folder: string;
  /** All that it depends on beside its format: the journal, the version of coach, the letters that Node knows. */
  readonly madeFor: string;
}

/** Takes an index away. */
export function removeIndex(place: Pick<IndexPlace, 'folder'>): void {
  rmSync(place.folder, { recursive: true, force: true });
  removeFormer(place);
}

/** Takes away what earlier versions kept beside it: a database, which nobody would ask any more. */
export function removeFormer({ folder }: Pick<IndexPlace, 'folder'>): void {
  for (const name of ['.sqlite', '.sqlite-journal']) rmSync(`${folder}${name}`, { force: true });
}
