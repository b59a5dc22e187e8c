// The notes of a first sitting: two lines before it, more on "?", and the whole note about people once.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import * as notes from '../../pages/sitting/safety-notes.ts';
import { asRun } from '../../pages/text/as-run.ts';
import type { Context } from '../context.ts';

/** The line about where words are kept, before anything is asked for the first time. */
export function showFirstLine(prompter: Prompter, { memory }: Context): void {
  if (memory.hasShown('first-run')) return;
  prompter.say(notes.FIRST_LINE);
  memory.markShown('first-run');
}

/** The line about what close control is not, until the whole note was shown. */
export function showBoundaryLine(
  bank: QuestionBank,
  role: Role | null,
  prompter: Prompter,
  { memory, env }: Context,
): void {
  if (callsForBoundary(bank, role) && !memory.hasShown('boundary'))
    prompter.say(asRun(notes.BOUNDARY_LINE, env));
}

/** The whole note about what close control is not, before the first sitting that calls for it is saved. */
export function showBoundary(
  { bank, role }: { readonly bank: QuestionBank; readonly role: Role | null },
  prompter: Prompter,
  { memory }: Context,
): void {
  if (!callsForBoundary(bank, role) || memory.hasShown('boundary')) return;
  prompter.say(notes.BOUNDARY);
  memory.markShown('boundary');
}

/** What `?` shows beside the help with a question, as long as nothing was saved at a terminal. */
export function moreOf({ memory, places, env }: Context): string | undefined {
  return memory.hasShown('reminder') ? undefined : asRun(notes.firstRunNote(places.journal()), env);
}

/** The note is for whoever is closely managed; a programme is walked by two. */
export function callsForBoundary({ safety, steps }: QuestionBank, role: Role | null): boolean {
  return safety.includes('boundary') && (role !== 'manager' || steps.length > 0);
}
