// The part of the context that coach journal import needs beside the common one.
import type { Context } from '../../cli/context.ts';
import type { Importing } from '../import-journal.ts';

/** What importing needs beside what every command has. */
export interface ImportContext extends Context {
  /** What entries from elsewhere are read with, and the files that are here already. */
  importing(): Promise<Importing>;
}
