// The part of the context that coach doctor needs beside the common one.
import type { Context } from '../../cli/context.ts';
import type { Inspection } from '../inspection.ts';

/** The context of every command, and this machine. */
export interface DoctorContext extends Context {
  /** This machine, to be looked at without changing anything. */
  inspection(): Promise<Inspection>;
}
