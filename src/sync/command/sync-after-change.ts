// The sync that follows a change: by itself, not too often, and never while another one is at work.
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { MINUTE } from '../../domain/time/day.ts';
import { parseAt } from '../../domain/time/moment.ts';
import type { SyncRecord } from '../sync-record.ts';
import type { SyncContext, SyncWorld } from '../sync-world.ts';
import { isBusyHere } from './after-another.ts';
import { runSync, USUAL_SPAN } from './sync.ts';

/** So long lies between two of them, from the end of one to the next. */
const BETWEEN = 2 * MINUTE;

/** So often another one may be at work that takes longer. The first one of a journal may take half an hour. */
const TURNS = 20;

/**
 * Waits for its turn and syncs. Of all that are started while one waits, that one is enough: it sends what is there when its turn has
 * come. So the last of many changes is sent, too, and many of them are sent together.
 */
export async function syncAfterChange(context: Context & SyncContext): Promise<void> {
  const { clock } = context;
  const world = await context.syncWorld();
  const isWanted = (): boolean => wantedNow(world, context) !== undefined;
  // Nobody's turn is taken by what sends nothing.
  if (!isWanted()) return;
  for (let turn = 0; turn < TURNS; turn++) {
    const left = (): number => (turn > 0 ? BETWEEN : untilTurn(world.read()?.last?.at, clock().epoch));
    if (!(await world.waitAlone(left, isWanted))) return;
    const record = wantedNow(world, context);
    if (!record || (await isOver(runSync(record, {}, { span: USUAL_SPAN, asks: false }, true, context))))
      return;
  }
}

/** The record; undefined where sync was stopped, or is to be done by hand by now. */
function wantedNow(world: SyncWorld, { settingsFile, places }: Context): SyncRecord | undefined {
  const record = world.read();
  return record?.setup.journal === places.journal() && settingsFile.read().sync !== 'by-hand'
    ? record
    : undefined;
}

/** A clock that was put back makes nobody wait. */
function untilTurn(last: string | undefined, now: number): number {
  const ended = last === undefined ? undefined : parseAt(last)?.instant;
  return ended === undefined || ended > now ? 0 : Math.max(0, ended + BETWEEN - now);
}

/** @returns False where another one was at work, which may have looked at the journal before the change. */
async function isOver(sync: Promise<unknown>): Promise<boolean> {
  try {
    await sync;
    return true;
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    return !isBusyHere(error);
  }
}
