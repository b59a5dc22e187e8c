import { CHECKIN_BANK, isCheckInWaiting } from '../../app/check-in.ts';
import { today } from '../../domain/calendar.ts';
import { dayEnds } from '../../domain/settings.ts';
import type { Context } from '../context.ts';
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
    return walk(request, prompter, context);
  }
  const { answer, printTemplate } = await import('../answering.ts');
  return options.template === true ? printTemplate(request, context) : answer(request, context);
}

/** One line a day in all, and only where nothing was checked in. */
async function remind(context: Context): Promise<void> {
  const day = today(context.clock(), dayEnds(context.settings()));
  if (context.memory.remindedOn() === day || !(await isCheckInWaiting(context.index(), day))) return;
  if (!context.memory.markReminded(day)) return;
  context.terminal.out('A check-in is waiting: coach checkin\n');
}
