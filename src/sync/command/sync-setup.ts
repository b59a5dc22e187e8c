// The commands coach sync setup, stop and forget.
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { MINUTE } from '../../domain/time/day.ts';
import { keyIsUnknown } from '../../pages/journal/lock-refusals.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { branchNamed, type RemoteAddress, remoteAddress } from '../remote-address.ts';
import { setUpHere } from '../set-up-here.ts';
import { stateIn, stopError } from '../stop-text.ts';
import type { SyncRecord } from '../sync-record.ts';
import { SyncStop } from '../sync-stop.ts';
import * as say from '../setup-text.ts';
import type { SyncContext } from '../sync-world.ts';
import { afterAnother } from './after-another.ts';
import { runSync, sayDone } from './sync.ts';

export interface SetupOptions {
  readonly readable?: true;
  readonly branch?: string;
}

export interface AnewOptions {
  readonly yes?: true;
}

/** The first sync brings everything. */
const LONG = 30 * MINUTE;

/** The states in which a set-up is not kept: nothing was ever sent. */
const UNANSWERED = [
  'offline',
  'slow',
  'not-trusted',
  'refused',
  'unknown-host',
  'changed-host',
  'bad-certificate',
  'no-remote',
  'no-journal',
  'other-format',
  'no-git',
  'old-git',
  'git-failed',
  'remote-refuses',
  'full-here',
  'full-there',
];

/** Of these, what is otherwise said to do about them takes a set-up for granted. */
const TO_TRY_AGAIN = ['offline', 'slow', 'busy-here', 'refused', 'git-failed', 'full-here', 'full-there'];

export async function setUp(
  typed: string,
  { readable = false, branch = 'main' }: { readonly readable?: boolean; readonly branch?: string },
  context: Context & SyncContext,
): Promise<void> {
  const world = await context.syncWorld();
  const address = remoteAddress(typed, world.absolute);
  const setup = {
    journal: context.places.journal(),
    address: address.address,
    branch: branchNamed(branch),
    readable,
  };
  const before = world.read();
  if (before && (before.setup.address !== setup.address || before.setup.branch !== setup.branch))
    throw say.alreadySetUp(remoteAddress(before.setup.address, world.absolute).shown, before.setup.branch);
  if (before && before.setup.journal !== setup.journal) throw say.otherJournal(before.setup.journal);
  const state = await context.keys().state();
  if (state === 'unknown') throw keyIsUnknown();
  // A new computer gets the key of an encrypted journal by its first sync.
  const unsent = (): say.SentForm => (world.holdsEntries() ? 'unsent' : 'empty');
  const inClear = (): say.SentForm => (readable ? 'readable' : unsent());
  const form = state === 'plain' ? inClear() : 'encrypted';
  if (!(await isWanted(address, form, context))) return context.terminal.err(`${say.NOTHING_SET_UP}\n`);
  const wanted: SyncRecord = { setup, named: [] };
  if (form === 'unsent') await refuseUnlessSealed(wanted, address, context);
  world.change((now) => ({ ...wanted, copies: now?.copies, last: now?.last, inside: now?.inside }));
  try {
    await afterAnother(() => runSync(wanted, {}, { span: LONG, asks: true }, false, context), LONG, context);
  } catch (error) {
    const made = world.read() ?? wanted;
    const state = made.last?.state;
    if (before || (state !== undefined && !UNANSWERED.includes(state))) throw error;
    world.remove();
    await world.drop(made);
    throw error instanceof CoachError && isToTry(state) ? say.notSetUpYet(error) : error;
  }
  sayDone(say.setUpText(context.settings().sync !== 'by-hand'), context.terminal);
  // A key there would have stopped it: what came in is readable.
  if (form === 'empty' && world.holdsEntries())
    context.terminal.err(`${asRun(say.READABLE_THERE, context.env)}\n`);
}

/** Entries in clear go nowhere. Where those there are sealed, the first sync brings their key, and says how these are sealed for it. */
async function refuseUnlessSealed(
  wanted: SyncRecord,
  { shown }: RemoteAddress,
  context: Context & SyncContext,
): Promise<void> {
  const look = (): Promise<unknown> =>
    runSync(wanted, { dryRun: true }, { span: LONG, asks: true }, true, context);
  try {
    await afterAnother(look, LONG, context);
  } catch (error) {
    const state = error instanceof CoachError ? stateIn(error) : undefined;
    if (state === 'unlock-first') return;
    throw error instanceof CoachError && isToTry(state) ? say.notSetUpYet(error) : error;
  }
  throw say.isInClear(shown);
}

function isToTry(state: string | undefined): boolean {
  return state === undefined || TO_TRY_AGAIN.includes(state);
}

async function isWanted(
  address: RemoteAddress,
  form: say.SentForm,
  context: Context & SyncContext,
): Promise<boolean> {
  const { terminal } = context;
  const email = await stopsInWords((await context.syncWorld()).email(), address.shown);
  const organisation = address.by === 'folder' ? undefined : say.organisationOf(address.shown, email);
  terminal.err(say.setupText(address, form, organisation));
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAskSetup();
  return (await prompter.line(say.ASK_YES)).trim().toLowerCase() === 'yes';
}

async function stopsInWords<Value>(act: Promise<Value>, shown: string): Promise<Value> {
  try {
    return await act;
  } catch (error) {
    throw error instanceof SyncStop ? stopError(error, shown) : error;
  }
}

export async function stopSync(context: Context & SyncContext): Promise<void> {
  const { terminal } = context;
  const world = await context.syncWorld();
  const record = world.read();
  if (!record) return terminal.err(`${say.NOTHING_TO_STOP}\n`);
  world.remove();
  if (!(await world.drop(record))) terminal.err(`${say.STILL_AT_WORK}\n`);
  sayDone(say.stoppedText(remoteAddress(record.setup.address, world.absolute).shown), terminal);
  for (const one of await context.scheduledSyncs())
    terminal.err(`${asRun(say.stillScheduled(one), context.env)}\n`);
}

export async function forgetHistory({ yes }: AnewOptions, context: Context & SyncContext): Promise<void> {
  const { terminal, places } = context;
  const world = await context.syncWorld();
  const record = setUpHere(world.read(), places.journal());
  const { shown } = remoteAddress(record.setup.address, world.absolute);
  terminal.err(say.anewText(shown));
  if (!yes && !(await isForgetWanted(context))) return terminal.err(`${say.HISTORY_STAYS}\n`);
  const manner = { span: LONG, asks: yes === undefined };
  await afterAnother(() => runSync(record, {}, manner, false, context), LONG, context);
  const anew = (): Promise<void> =>
    world.whileOpen(record.setup, manner, async ({ repository }) => {
      const before = await repository.recall('seen');
      if (before === undefined) return;
      const made = await repository.anew(before);
      if (!(await repository.push(made, before))) throw new SyncStop('busy');
      await repository.remember('seen', made);
      await repository.remember('base', made);
      await repository.forget();
    });
  await afterAnother(() => stopsInWords(anew(), shown), LONG, context);
  return sayDone(say.begunAnew(shown), terminal);
}

async function isForgetWanted(context: Context): Promise<boolean> {
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAskAnew();
  return (await prompter.line(say.ASK_BEGIN_ANEW)).trim().toLowerCase() === 'forget';
}
