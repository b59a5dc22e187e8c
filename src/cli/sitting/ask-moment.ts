// The question after a check-in whether the moment of the nearest plan came.
import type { Prompter } from '../../app/ports/prompter.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import { nearestPlan } from '../../domain/record/plan-list.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { sameAbout } from '../../domain/text/plain-text.ts';
import { addDays } from '../../domain/time/day.ts';
import { answerText } from '../../pages/record/answer-text.ts';
import { itemName } from '../../pages/record/item-text.ts';
import { DAYS_OF_QUIET, MOMENT_CHOICES, MOMENT_CAME } from '../../pages/sitting/checkin-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { reviewItems } from './review-items.ts';

/**
 * Asks of the nearest plan whether its moment came today. A yes leads to its review, a no is kept to for two days.
 *
 * @returns The reference of the plan, where one was asked about.
 */
export async function askMoment(
  { day, about }: Pick<Entry, 'day' | 'about'>,
  prompter: Prompter,
  context: Context,
): Promise<string | undefined> {
  const { memory, terminal, banks } = context;
  const { items, left } = await whatToLookAt({ index: context.index(), banks }, day);
  // What a debrief or a step asks about is not asked here, too.
  const open = items.filter(({ reference }) => !left.has(reference));
  // Whoever checked in about somebody is asked about a plan with them first.
  const theirs = about === null ? [] : open.filter(({ entry }) => sameAbout(entry.about, about));
  const plan = nearestPlan(theirs, day) ?? nearestPlan(open, day);
  if (!plan || memory.isQuiet(plan.reference, day)) return undefined;
  const { style, width } = terminal;
  const head = style.dim(wrap(`${itemName(plan, day)}:`, width));
  terminal.out(`\n${head}\n${wrap(answerText(plan.answer, day), width, '  ')}\n\n`);
  const came = await prompter.choose(MOMENT_CAME, MOMENT_CHOICES);
  if (came === 'no') memory.keepQuiet(plan.reference, addDays(day, DAYS_OF_QUIET));
  if (came === 'yes') await reviewItems([plan], 1, prompter, context);
  return plan.reference;
}
