// The look ahead that is shown once a sitting of the challenge is saved.
import type { Entry } from '../../domain/entry/entry.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { type Context, dayOn } from '../../cli/context.ts';

/** Says after a sitting of a programme what to try, and when to look at it. */
export async function showAfterStep(bank: QuestionBank, entry: Entry, context: Context): Promise<void> {
  const { readChallenges } = await import('../read-challenges.ts');
  const { afterStepText } = await import('../after-step-text.ts');
  const { out, style, width } = context.terminal;
  const day = dayOn(context);
  const { states } = await readChallenges(bank, context.index());
  const asCalled = (sentence: string): string => asRun(sentence, context.env);
  const text = afterStepText(bank, entry, states, day, { width, style, asCalled });
  if (text !== '') out(`\n${text}\n`);
}
