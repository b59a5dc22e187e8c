import { nextLook } from '../app/next-look.ts';
import { dayWords, today } from '../domain/calendar.ts';
import type { Entry } from '../domain/entry.ts';
import type { QuestionBank } from '../domain/question-bank.ts';
import { dayEnds } from '../domain/settings.ts';
import type { Context } from './context.ts';

/** What is printed when an entry is on disk. */
export function savedText(entry: Entry, path: string, context: Context): string {
  const look = nextLook(entry);
  const day = today(context.clock(), dayEnds(context.settings()));
  const words = look === undefined ? '' : dayWords(look < day ? day : look, day);
  const next = words === '' ? '' : ` Next look ${/^\d/.test(words) ? 'on ' : ''}${words}.`;
  return `Saved.${next}\n${path}\n`;
}

/** What belongs after a sitting of a programme: what to try, and when to look at it. */
export async function showAfterStep(bank: QuestionBank, entry: Entry, context: Context): Promise<void> {
  if (bank.steps.length === 0) return;
  const { readChallenges } = await import('../app/challenge.ts');
  const { afterStepText } = await import('../formats/challenge-text.ts');
  const { out, style, width } = context.terminal;
  const day = today(context.clock(), dayEnds(context.settings()));
  const { states } = await readChallenges(bank, context.index());
  const text = afterStepText(bank, entry, states, day, { width, style });
  if (text !== '') out(`\n${text}\n`);
}
