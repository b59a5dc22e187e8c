// The file of an index, as far as it matters to a Node that cannot open it.
import { rmSync } from 'node:fs';

/** What an index is called, and what it was made for. */
export interface IndexPlace {
  readonly file: string;
  /** All that it depends on beside its schema: the journal, the version of coach, the letters that Node knows. */
  readonly madeFor: string;
}

/** Takes an index away, with what SQLite puts beside it. */
export function removeIndex({ file }: Pick<IndexPlace, 'file'>): void {
  for (const name of [file, `${file}-journal`]) rmSync(name, { force: true });
}
