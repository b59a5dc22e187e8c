// The part of the context that coach journal export needs beside the common one.
import type { Context } from '../../cli/context.ts';
import type { ExportPlace } from '../export-place.ts';

/** The context of every command, and places to export to. */
export interface ExportContext extends Context {
  /** A file or folder that was named on the command line, to be written to. */
  exportPlace(named: string): Promise<ExportPlace>;
}
