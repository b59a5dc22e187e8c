// The command coach checkin, and its line under cron.
import { CHECKIN_BANK } from '../../domain/banks/bank-names.ts';
import * as today from '../../app/today/check-in.ts';
import { turnOfReminder } from '../../app/today/last-written.ts';
import type { SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { type Role, ROLES } from '../../domain/banks/question-bank.ts';
import { isCheckInDay } from '../../domain/banks/settings.ts';
import { ALREADY, ALREADY_CHOICES } from '../../pages/sitting/checkin-text.ts';
import { OTHER_SEAT, otherSeatChoices } from '../../pages/sitting/other-seat.ts';
import { LAST_LINE } from '../../pages/today/reminder-text.ts';
import { type Context, dayOn } from '../context.ts';
import { unlockOrGoWithout } from '../key-first.ts';
import { reminderIndex } from '../today/reminder-index.ts';
import { sayOnce } from '../today/say-once.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';
import { type BankRequest, readSittingFlags } from './sitting-flags.ts';

export interface CheckinOptions extends SittingOptions {
  readonly short?: true;
  readonly notify?: true;
}

export async function checkIn(options: CheckinOptions, context: Context): Promise<void> {
  const said = readSittingFlags(options, context);
  if (options.notify) return (await import('../today/notify.ts')).notifyOfCheckIn(context, reminder);
  const withoutPerson = options.answers !== undefined || options.template === true;
  const prompter = withoutPerson ? undefined : await context.prompter(options.plain);
  if (!withoutPerson && !prompter) return remind(context);
  await unlockOrGoWithout(context, prompter !== undefined);
  const bank = await context.banks.load(CHECKIN_BANK);
  const request: BankRequest = { bank, selection: options.short ? { short: true } : {}, options, said };
  if (prompter) return walkCheckIn(request, prompter, context);
  if (options.template) return (await import('./print-template.ts')).printTemplate(request, context);
  return (await import('./save-answers.ts')).saveAnswers(request, context);
}

async function walkCheckIn(request: BankRequest, prompter: Prompter, context: Context): Promise<void> {
  const { sayOtherDrafts, takeUpDrafts, walkBank } = await import('./walk-sitting.ts');
  if ((await takeUpDrafts(prompter, context, CHECKIN_BANK)).any)
    return sayOtherDrafts(CHECKIN_BANK, prompter, context);
  const { selection, said, options } = request;
  if (said.at === undefined && !(await goesOnToday(said.role, options.about, prompter, context))) return;
  // Who asks for the scales alone, or for another day, has not come back to be asked something.
  const mayWelcome = selection.short !== true && said.at === undefined;
  if (mayWelcome && (await today.isBackAfterSilence(context.index(), dayOn(context)))) {
    const end = await walkBank({ ...request, selection: { welcomeBack: true } }, prompter, context);
    return finish(end, prompter, context);
  }
  // What it is for is said once.
  const isKnown = await today.hasCheckedIn(context.index());
  const asked = isKnown ? { ...request, bank: { ...request.bank, intro: '' } } : request;
  const end = await walkBank(asked, prompter, context);
  if (end.kind === 'saved' && said.role === undefined) await offerOtherSeat(end, asked, prompter, context);
  return finish(end, prompter, context);
}

/** What comes after a check-in: the moment of the nearest plan, and what else waits. */
async function finish(end: SittingEnd, prompter: Prompter, context: Context): Promise<void> {
  // Nothing is known of what else waits.
  if (context.keys().isWithout) return undefined;
  const day = dayOn(context);
  const isToday = end.kind === 'saved' && end.entry.day === day;
  const asked = isToday && (await (await import('./ask-moment.ts')).askMoment(end.entry, prompter, context));
  return (await import('../today/what-waits.ts')).tellTheRest(day, context, asked || undefined);
}

/** Asks whoever has checked in today, from each seat that is theirs, whether it is to be another one. */
async function goesOnToday(
  said: Role | undefined,
  about: SittingOptions['about'],
  prompter: Prompter,
  context: Context,
): Promise<boolean> {
  const set = said ?? context.settings().role;
  const name = typeof about === 'string' && about !== '' ? { about } : {};
  for (const whose of set === 'both'
    ? ROLES.map((role) => ({ role }))
    : [set === undefined ? {} : { role: set }]) {
    if (await today.isCheckInWaiting(context.index(), dayOn(context), { ...whose, ...name })) return true;
  }
  return prompter.choose(ALREADY, ALREADY_CHOICES);
}

/** Who sits in both seats may go on from the other one, where that was not done on the day. */
async function offerOtherSeat(
  end: Extract<SittingEnd, { kind: 'saved' }>,
  request: BankRequest,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  if (context.keys().isWithout) return;
  const { walkBank } = await import('./walk-sitting.ts');
  // Read anew: it may have been chosen just now.
  if (context.settingsFile.read().role !== 'both') return;
  const other = end.entry.role === 'member' ? 'manager' : 'member';
  if (!(await today.isCheckInWaiting(context.index(), end.entry.day, { role: other }))) return;
  const goesOn = await prompter.choose(OTHER_SEAT, otherSeatChoices(other));
  if (goesOn) await walkBank({ ...request, said: { ...request.said, role: other } }, prompter, context);
}

/** One line a day in all, and only where something waits. */
async function remind(context: Context): Promise<void> {
  const line = await reminder(context);
  if (line !== undefined) await sayOnce(context, () => context.terminal.out(line));
}

/** The line that is to be said today, if there is anything to say. */
async function reminder(context: Context): Promise<string | undefined> {
  const day = dayOn(context);
  const { memory } = context;
  if (today.isReminded(memory.remindedOn(), day) || today.pausedUntil(memory, day) !== undefined)
    return undefined;
  if (!isCheckInDay(context.settings(), day)) return undefined;
  await unlockOrGoWithout(context, false);
  if (context.keys().isWithout) {
    const { lockedReminder } = await import('../today/locked-reminder.ts');
    return lockedReminder(day, context);
  }
  const index = await reminderIndex(context);
  const isWaiting = await today.isCheckInWaiting(index, day);
  // Who checked in today was told the rest then, but for a conversation that came after it.
  if (!isWaiting && !(await today.mayConversationWait(index, day))) return undefined;
  const turn = await turnOfReminder(index, memory, day);
  if (turn === 'left-out') return undefined;
  if (turn === 'last') return LAST_LINE;
  const { reminderLine } = await import('../today/what-waits.ts');
  return reminderLine(isWaiting, day, { ...context, index: () => index });
}
