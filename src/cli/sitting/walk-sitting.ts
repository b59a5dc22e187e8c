// A bank walked with a person, from the note before it to the line that says where it was saved.
import type { Prompter } from '../../app/ports/prompter.ts';
import * as sittings from '../../app/sitting/begin-sitting.ts';
import { type BegunSitting, holdSitting, type SittingEnd } from '../../app/sitting/hold-sitting.ts';
import { lastRole, roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import { CHECKIN_BANK, DEBRIEF_BANK } from '../../domain/banks/bank-names.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { answersOf } from '../../domain/sitting/sitting.ts';
import { CHANGE_CHOICES } from '../../pages/sitting/checkin-text.ts';
import { lookOverText, openingText } from '../../pages/sitting/sitting-text.ts';
import { otherDraftsLine } from '../../pages/sitting/draft-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { finishSitting } from './finish-sitting.ts';
import { moreOf, showBoundary, showBoundaryLine, showFirstLine } from './first-notes.ts';
import { savingPorts } from './saving-ports.ts';
import { settleAbout, whichConversation } from './settle-about.ts';
import type { BankRequest } from './sitting-flags.ts';

/**
 * Walks a bank with a person, from the note that belongs before it to the line that says where it was saved.
 *
 * @param prompter - Somebody to ask.
 * @returns How it ended.
 */
export async function walkBank(
  { bank, selection, options, said }: BankRequest,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd> {
  const settings = context.settings();
  // A debrief is from the seat of its conversation, and about the same people.
  const conversation =
    bank.name === DEBRIEF_BANK ? await whichConversation(options, said.role, prompter, context) : undefined;
  const seat = said.role ?? conversation?.prepared.role ?? undefined;
  const role = await roleFor(bank, seat, () =>
    settleRole(seat, settings, context.settingsFile, prompter, () => lastRole(context.index())),
  );
  showBoundaryLine(bank, role, prompter, context);
  const about = conversation
    ? conversation.prepared.about
    : await settleAbout(bank, selection.question !== undefined, options, prompter, context);
  const { at, tags } = said;
  const chosen = conversation === undefined ? {} : { conversation: conversation?.prepared.id ?? null };
  const request = {
    bank,
    role,
    about,
    tags,
    selection: { ...selection, ...chosen },
    ...(at !== undefined && { at }),
  };
  return walkSitting(request, prompter, context);
}

/** Walks a bank once it is settled whose seat it is from and whom it is about. */
export async function walkSitting(
  request: sittings.SittingRequest,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd> {
  const end = await hold(await sittings.beginAnew(request, beginPorts(prompter, context)), prompter, context);
  if (end.kind !== 'nothing') await sayOtherDrafts(request.bank.name, prompter, context);
  return end;
}

/** Says at the end of a sitting that one of another bank is not finished: somebody came for this one, and it is over now. */
export async function sayOtherDrafts(bank: string, prompter: Prompter, context: Context): Promise<void> {
  const ports = beginPorts(prompter, context);
  const others = (await sittings.waitingDrafts(ports)).filter((draft) => draft.bank !== bank);
  const line = otherDraftsLine(others, ports.clock(), ports.dayEnds);
  const { out, style, width } = context.terminal;
  if (line !== undefined) out(`${style.dim(wrap(asRun(line, context.env), width))}\n`);
}

/** Asks what became of a plan or a guess. */
export async function walkReview(agenda: Agenda, prompter: Prompter, context: Context): Promise<SittingEnd> {
  return hold(sittings.beginAgenda(agenda, { tags: [] }, beginPorts(prompter, context)), prompter, context);
}

async function hold(begun: BegunSitting, prompter: Prompter, context: Context): Promise<SittingEnd> {
  const { agenda, today } = begun.sitting;
  const { style, width } = context.terminal;
  context.terminal.out(`${openingText(agenda, today, { width, style })}\n`);
  const given = answersOf(begun.sitting);
  // What was asked of a plan or guess so far leads to what is asked next.
  if (agenda.reviews && given.length > 0) {
    context.terminal.out(`\n${lookOverText(given, today, { width, style })}\n`);
  }
  // What is saved cannot be changed any more while it cannot be read: then all of it is looked over before.
  const savesAtEnd = agenda.bank.name === CHECKIN_BANK && !context.keys().isWithout;
  const end = await holdSitting(
    { ...begun, ...(savesAtEnd && { savesAtEnd }) },
    beginPorts(prompter, context),
  );
  await finishSitting(end, context, agenda);
  return end.kind === 'saved' && savesAtEnd ? offerChange(end, prompter, context) : end;
}

/** What was saved without a look over may be changed, as often as the person likes. */
async function offerChange(
  saved: Extract<SittingEnd, { kind: 'saved' }>,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd> {
  let { entry } = saved;
  while (await prompter.choose('', CHANGE_CHOICES)) {
    const { changeSaved } = await import('../journal/journal-edit.ts');
    entry = (await changeSaved(saved.path, entry, prompter, context)) ?? entry;
  }
  return { ...saved, entry };
}

/**
 * Shows the line that belongs before everything, and offers what was begun and not finished.
 *
 * @param bank - Only drafts of this one.
 * @returns Whether the person took one up or kept one, so that nothing else is begun, and how the one that was taken up has ended.
 */
export async function takeUpDrafts(
  prompter: Prompter,
  context: Context,
  bank?: string,
): Promise<{ readonly any: boolean; readonly finished?: SittingEnd }> {
  showFirstLine(prompter, context);
  const choice = await sittings.offerDrafts(beginPorts(prompter, context), bank);
  if (choice.kind === 'finish') return { any: true, finished: await hold(choice.begun, prompter, context) };
  for (const end of choice.ends) await finishSitting(end, context);
  return { any: choice.ends.length > 0 };
}

function beginPorts(prompter: Prompter, context: Context): sittings.BeginPorts {
  const more = moreOf(context);
  return {
    ...savingPorts(context),
    prompter,
    beforeSave: (agenda) => showBoundary(agenda, prompter, context),
    ...(more !== undefined && { more }),
  };
}
