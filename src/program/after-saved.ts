// The words of wings about an entry that was just saved.
import type { Context } from '../cli/context.ts';
import { REVIEW_BANK } from '../domain/banks/bank-names.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';

/** Says what comes next, where anything does. What it takes is loaded only then. */
export async function afterSaved(bank: QuestionBank, entry: Entry, context: Context): Promise<void> {
  // Only for whoever was just asked: a script has what it asked for.
  if (context.terminal.interactive && entry.answers.some(({ closes }) => closes !== undefined)) {
    const { showAfterGuess } = await import('../insights/command/after-guess.ts');
    await showAfterGuess(entry, context);
  }
  if (bank.name === REVIEW_BANK) {
    (await import('../align/command/after-look.ts')).showAfterLook(entry, context);
  }
  if (bank.steps.length > 0) {
    const { showAfterStep } = await import('../challenge/command/after-step.ts');
    await showAfterStep(bank, entry, context);
  } else if (bank.questions.length > 0 && bank.questions.every(({ share }) => share)) {
    (await import('../share/command/pass-it-on.ts')).sayWhatNext(context);
  }
}
