// The part of the context that coach journal import needs beside the common one.
import type { Context } from '../../cli/context.ts';
import type { ImportPorts } from '../plan-import.ts';

/** The context of every command, and all that an import takes. */
export interface ImportContext extends Context {
  /** The ports of an import: sources from elsewhere, and the files that are here already. */
  importing(): Promise<ImportPorts>;
}
