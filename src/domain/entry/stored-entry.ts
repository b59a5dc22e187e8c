// An entry together with the file that it is in.
import type { Entry } from './entry.ts';

/** An entry and where it stands below the journal folder. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly path: string;
  /** Where other files hold the same bytes: they are the same entry. */
  readonly twins?: readonly string[];
}
