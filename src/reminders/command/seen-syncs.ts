// The syncs in the crontab, for whoever stops or looks at sync.
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { parseCrontab, scheduledLines } from '../crontab-text.ts';
import { whenInWords } from '../schedule-text.ts';
import type { RemindersContext } from './change-crontab.ts';
import { hasSamePlaces, placesSet } from './cron-environment.ts';

/** A sync that cron starts. */
export interface SeenSync {
  /** As `coach schedule list` counts, from 1. */
  readonly number: number;
  /** How often, in words. */
  readonly when: string;
}

/** Those of this journal. Where there is no crontab, or one that cannot be understood, there are none. */
export async function seenSyncs({
  env,
  scheduling,
}: Pick<Context, 'env'> & Pick<RemindersContext, 'scheduling'>): Promise<readonly SeenSync[]> {
  try {
    const { crontab } = await scheduling();
    const lines = scheduledLines(parseCrontab(await crontab.read()));
    return lines.flatMap(({ job }, at) => {
      if (!job || !('every' in job.schedule)) return [];
      const isOurs = hasSamePlaces(job, { command: { ...job.command, env: placesSet(env) } });
      return isOurs ? [{ number: at + 1, when: whenInWords(job.schedule) }] : [];
    });
  } catch (error) {
    if (error instanceof CoachError) return [];
    throw error;
  }
}
