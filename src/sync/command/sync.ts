// The commands coach sync and coach sync status.
import type { Context } from '../../cli/context.ts';
import { recorderOf } from '../../cli/recorder.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import { CoachError, Interrupted } from '../../domain/text/errors.ts';
import { DAY_LENGTH, MINUTE } from '../../domain/time/day.ts';
import { isoIn, parseAt } from '../../domain/time/moment.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { remoteAddress } from '../remote-address.ts';
import { setUpHere } from '../set-up-here.ts';
import { notSetUp, otherJournal } from '../setup-text.ts';
import { nowText, scheduledText, statusAsJson, statusText } from '../status-text.ts';
import { stopError } from '../stop-text.ts';
import { type Synced, syncOnce, type SyncWishes } from '../sync-once.ts';
import { hasLongFailed, type SyncRecord } from '../sync-record.ts';
import { SyncStop } from '../sync-stop.ts';
import * as say from '../sync-text.ts';
import type { SyncContext, SyncManner } from '../sync-world.ts';
import { afterAnother } from './after-another.ts';
import { keepCopies, keepFailure, keepSuccess, nameOf } from './kept-outcome.ts';

export interface SyncOptions extends SyncWishes {
  readonly ask?: true;
  readonly for?: string;
  readonly quiet?: true;
}

/** Unless somebody gives it longer; somebody who is asked needs time to answer. */
export const USUAL_SPAN = MINUTE;
const ASKING_SPAN = 10 * MINUTE;

export async function sync(options: SyncOptions, context: Context & SyncContext): Promise<void> {
  const { quiet = false, ask = false } = options;
  const usual = ask ? ASKING_SPAN : USUAL_SPAN;
  const span = options.for === undefined ? usual : say.readSyncSpan(options.for);
  const record = (await context.syncWorld()).read();
  if (!record && quiet) return;
  if (!record) throw notSetUp();
  const act = (): Promise<Synced> => runSync(record, options, { span, asks: ask }, quiet, context);
  try {
    await (quiet ? act() : afterAnother(act, span, context));
  } catch (error) {
    if (!quiet || !(error instanceof CoachError) || (await isToBeTold(context))) throw error;
  }
}

/** Whether nothing has come through for a day, and that was not said today: what cron is told every half hour would be mailed so often. */
async function isToBeTold({ syncWorld, clock }: Context & SyncContext): Promise<boolean> {
  const world = await syncWorld();
  const record = world.read();
  const { epoch, zone } = clock();
  if (!hasLongFailed(record, epoch) || wasLately(record?.saidLast, epoch)) return false;
  try {
    world.change((now) => now && { ...now, saidLast: isoIn(epoch, zone) });
  } catch (error) {
    // It is told once more.
    if (!(error instanceof CoachError)) throw error;
  }
  return true;
}

function wasLately(at: string | undefined, now: number): boolean {
  const said = at === undefined ? undefined : parseAt(at)?.instant;
  return said !== undefined && said <= now && now - said < DAY_LENGTH;
}

/**
 * Syncs, says what came of it, and keeps that.
 *
 * @param isQuiet - Nothing is said of what went well.
 * @throws CoachError where it stopped.
 */
export async function runSync(
  record: SyncRecord,
  wishes: SyncWishes,
  manner: SyncManner,
  isQuiet: boolean,
  context: Context & SyncContext,
): Promise<Synced> {
  const { setup } = setUpHere(record, context.places.journal());
  const world = await context.syncWorld();
  const { shown } = remoteAddress(setup.address, world.absolute);
  let synced: Synced;
  try {
    synced = await oneSync(record, wishes, manner, context).catch(async (error: unknown) => {
      const isBroken = error instanceof SyncStop && error.state === 'git-failed' && !wishes.dryRun;
      if (!isBroken || !(await world.madeAnew(manner))) throw error;
      if (!isQuiet) context.terminal.err(`${say.MADE_ANEW}\n`);
      return oneSync(record, wishes, manner, context);
    });
  } catch (error) {
    const stop = error instanceof SyncStop ? stopError(error, shown) : error;
    if (stop instanceof CoachError && !(stop instanceof Interrupted) && !wishes.dryRun)
      await keepFailure(record, error instanceof SyncStop ? error.state : 'failed', stop.message, context);
    throw stop;
  }
  if (!isQuiet) sayWhat(synced, record, wishes, shown, context);
  if (!wishes.dryRun) await keepSuccess(record, synced, isQuiet, context);
  return synced;
}

async function oneSync(
  record: SyncRecord,
  wishes: SyncWishes,
  manner: SyncManner,
  context: Context & SyncContext,
): Promise<Synced> {
  const { setup } = record;
  const { keeping } = await recorderOf(context);
  const world = await context.syncWorld();
  try {
    return await world.whileOpen(setup, manner, (ports) =>
      syncOnce(wishes, {
        ...ports,
        keeping,
        now: context.clock().epoch,
        progress: slowProgress(say.SYNCING, context.terminal),
        pinned: context.keys().pin()?.recipient,
        mayBeRead: setup.readable,
        keptTwice: (copies) => keepCopies(record, copies, world),
      }),
    );
  } finally {
    // Stopped meanwhile.
    if (!world.read()) await world.drop(record);
  }
}

function sayWhat(
  synced: Synced,
  { named }: SyncRecord,
  { dryRun = false }: SyncWishes,
  shown: string,
  { terminal }: Context,
): void {
  const isNew = (path: string): boolean => !named.includes(path);
  const [strange, unfit] = [synced.strange.filter(isNew), synced.unfit.filter(isNew)];
  if (strange.length > 0) terminal.err(`${say.strangeText(strange, shown)}\n`);
  if (unfit.length > 0) terminal.err(`${say.unfitText(unfit)}\n`);
  if (synced.key && isNew(nameOf(synced.key))) terminal.err(say.keyRemark(synced.key.is, shown));
  if (!dryRun && synced.copies.length > 0) terminal.err(say.copiesText(synced.copies));
  sayDone(say.syncedText(synced, shown, dryRun), terminal);
}

/** Says in one sentence what was done. */
export function sayDone(text: string, terminal: Context['terminal']): void {
  terminal.done(`${terminal.screen ? wrap(text, terminal.width) : text}\n`);
}

export async function syncStatus(
  { json }: { readonly json?: true },
  context: Context & SyncContext,
): Promise<void> {
  const { places, terminal, syncWorld } = context;
  const world = await syncWorld();
  const record = world.read();
  const shown = record ? remoteAddress(record.setup.address, world.absolute).shown : '';
  const isHere = record?.setup.journal === places.journal();
  const [now, scheduled] = [world.now(), isHere ? await context.scheduledSyncs() : []];
  if (json) return terminal.exact(statusAsJson(isHere ? record : undefined, shown, { ...now, scheduled }));
  if (!record) throw notSetUp();
  if (!isHere) throw otherJournal(record.setup.journal);
  const lines = scheduled.map(({ when }) => scheduledText(when));
  const text = `${statusText(record, shown)}${nowText(now)}${lines.join('')}`;
  return terminal.out(
    terminal.screen
      ? `${text
          .trimEnd()
          .split('\n')
          .map((line) => wrap(line, terminal.width))
          .join('\n')}\n`
      : text,
  );
}
