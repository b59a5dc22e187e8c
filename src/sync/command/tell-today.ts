// The notices about sync, told where coach is run alone.
import { type Context, dayOn } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { copiesNotice, movedNotice, openCopies, stopNotice } from '../sync-notices.ts';
import { copiesBut, type KeptCopy, type SyncRecord } from '../sync-record.ts';
import type { SyncContext, SyncWorld } from '../sync-world.ts';

/** Says them on standard error, where they reach somebody also while the journal is locked. Nothing of it stops a command. */
export async function tellToday(context: Context & Pick<SyncContext, 'syncWorld'>): Promise<void> {
  const { terminal, env, places, clock } = context;
  const world = await context.syncWorld();
  const record = recordOr(context, world);
  if (!record) return;
  if (record.setup.journal !== places.journal()) {
    if (isMoved(env)) terminal.err(`${asRun(movedNotice(record), env)}\n`);
    return;
  }
  const today = dayOn(context);
  const { copies = [] } = record;
  const open = openCopies(copies, (file) => context.journal().has(file));
  const lines = [stopNotice(record, clock().epoch, today), copiesNotice(open, today)];
  for (const line of lines) if (line !== undefined) terminal.err(`${asRun(line, env)}\n`);
  // Through a pipe nobody may have seen it.
  if (terminal.screen && !terminal.gone && copies.length > 0) forgetCopies(copies, world);
}

/** Whoever names a journal for some commands alone has not moved their own. */
function isMoved(env: Context['env']): boolean {
  return (env['COACH_JOURNAL'] ?? '') === '';
}

/** A record that cannot be read is named: with it nothing is synced. */
function recordOr({ terminal }: Context, world: SyncWorld): SyncRecord | undefined {
  try {
    return world.read();
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    terminal.err(`coach: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`);
    return undefined;
  }
}

/** More may have come meanwhile. */
function forgetCopies(told: readonly KeptCopy[], world: SyncWorld): void {
  try {
    world.change((now) => now && { ...now, copies: copiesBut(told, now.copies ?? []) });
  } catch (error) {
    // They are told once more.
    if (!(error instanceof CoachError)) throw error;
  }
}
