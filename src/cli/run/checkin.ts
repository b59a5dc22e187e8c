import { CHECKIN_BANK, isCheckInWaiting } from '../../app/check-in.ts';
import { conversationsWaiting, whatWaits } from '../../app/waiting.ts';
import { today } from '../../domain/calendar.ts';
import { dayEnds } from '../../domain/settings.ts';
import type { Context } from '../context.ts';
import { countWords } from '../render/waiting-lines.ts';
import { readSaid, type SittingOptions, type Walk } from '../said.ts';

export interface CheckinOptions extends SittingOptions {
  readonly short?: true;
  readonly notify?: true;
}

export async function checkIn(options: CheckinOptions, context: Context): Promise<void> {
  const said = readSaid(options, context);
  if (options.notify) return (await import('../reminding.ts')).notifyOfCheckIn(context, remind);
  const withoutPerson = options.answers !== undefined || options.template === true;
  const prompter = withoutPerson ? undefined : await context.prompter(options.plain);
  if (!withoutPerson && !prompter) return remind(context);
  const bank = await context.banks.load(CHECKIN_BANK);
  const request: Walk = { bank, selection: options.short ? { short: true } : {}, options, said };
  if (prompter) {
    const { showFirstNote, takeUpDrafts, walk } = await import('../walking.ts');
    showFirstNote(prompter, context);
    if (await takeUpDrafts(prompter, context, CHECKIN_BANK)) return;
    await walk(request, prompter, context);
    return tellTheRest(context);
  }
  const { answer, printTemplate } = await import('../answering.ts');
  return options.template === true ? printTemplate(request, context) : answer(request, context);
}

/** One line a day in all, and only where something waits. */
async function remind(context: Context): Promise<void> {
  const day = today(context.clock(), dayEnds(context.settings()));
  if (context.memory.remindedOn() === day) return;
  const index = context.index();
  const isWaiting = await isCheckInWaiting(index, day);
  // Who checked in today was told the rest then, but for a conversation that came after it.
  const waiting = isWaiting
    ? await whatWaits({ index, banks: context.banks }, day)
    : { due: [], conversations: await conversationsWaiting(index, day), steps: [], lookBack: false };
  const rest = countWords(waiting);
  if (!isWaiting && rest === '') return;
  if (!context.memory.markReminded(day)) return;
  context.terminal.out(reminder(isWaiting, rest));
}

function reminder(isWaiting: boolean, rest: string): string {
  if (rest === '') return 'A check-in is waiting: coach checkin\n';
  return isWaiting
    ? `A check-in is waiting, and so is more: ${rest}. See: coach\n`
    : `Waiting: ${rest}. See: coach\n`;
}

/** What else waits, once the check-in is done. */
async function tellTheRest(context: Context): Promise<void> {
  const day = today(context.clock(), dayEnds(context.settings()));
  const rest = countWords(await whatWaits({ index: context.index(), banks: context.banks }, day));
  if (rest !== '') context.terminal.out(`Also waiting: ${rest}. coach says more.\n`);
}
