// The outcome of a sync, as its record keeps it.
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { isoIn } from '../../domain/time/moment.ts';
import type { KeyRemark } from '../keys-met.ts';
import type { Synced } from '../sync-once.ts';
import { copiesBut, isSameSetup, keptCopies, type LastSync, type SyncRecord } from '../sync-record.ts';
import type { SyncContext, SyncWorld } from '../sync-world.ts';

/** Keeps what came of one that was done. */
export async function keepSuccess(
  record: SyncRecord,
  synced: Synced,
  isQuiet: boolean,
  context: Context & SyncContext,
): Promise<void> {
  const last: LastSync = {
    at: nowAt(context),
    state: 'done',
    message: '',
    in: synced.in,
    out: synced.out,
    copies: synced.copies.length,
    failedSince: null,
  };
  const keys = synced.key ? [nameOf(synced.key)] : record.named.filter((one) => one.startsWith(KEY));
  const named = isQuiet ? record.named : [...synced.strange, ...synced.held, ...keys];
  keep(record, await context.syncWorld(), ({ setup, copies = [], inside }) => ({
    setup,
    inside,
    last,
    named,
    // Of what was said where nobody sees it somebody has still to be told.
    copies: isQuiet || !context.terminal.screen ? copies : copiesBut(synced.copies, copies),
  }));
}

/** Somebody is to be told of them, also where the sync stops after that. */
export function keepCopies(record: SyncRecord, copies: Synced['copies'], world: SyncWorld): void {
  try {
    keep(record, world, (before) => ({
      ...before,
      copies: keptCopies([...(before.copies ?? []), ...copies]),
    }));
  } catch (error) {
    // Doctor names them, too.
    if (!(error instanceof CoachError)) throw error;
  }
}

/** What it is called among what was named. */
const KEY = 'key ';
export const nameOf = ({ is, oid }: KeyRemark): string => `${KEY}${is} ${oid}`;

/** Keeps why one stopped. */
export async function keepFailure(
  record: SyncRecord,
  state: string,
  message: string,
  context: Context & SyncContext,
): Promise<void> {
  // Another sync keeps how it went itself.
  if (state === 'busy-here') return;
  const at = nowAt(context);
  try {
    keep(record, await context.syncWorld(), (before) => ({
      ...before,
      last: { at, state, message, in: 0, out: 0, copies: 0, failedSince: before.last?.failedSince ?? at },
    }));
  } catch (error) {
    // On a full disk, say: what stopped the sync is told all the same.
    if (!(error instanceof CoachError)) throw error;
  }
}

/** Nothing is kept of a sync that was stopped, or set up anew, meanwhile: it would begin again. */
function keep(
  { setup }: SyncRecord,
  world: Pick<SyncWorld, 'change'>,
  how: (before: SyncRecord) => SyncRecord,
): void {
  world.change((now) => (now && isSameSetup(now.setup, setup) ? how(now) : now));
}

function nowAt({ clock }: Context): string {
  const { epoch, zone } = clock();
  return isoIn(epoch, zone);
}
