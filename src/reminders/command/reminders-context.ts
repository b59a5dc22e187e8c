// The part of the context that coach schedule needs beside the common one.
import type { Context } from '../../cli/context.ts';
import type { Scheduling } from '../scheduling.ts';

/** The context of every command, and the crontab. */
export interface RemindersContext extends Context {
  /** The crontab of the person, and what it has to name. */
  scheduling(): Promise<Scheduling>;
}
