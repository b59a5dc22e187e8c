// The notes before a first sitting, each of which is shown once.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { BOUNDARY, BOUNDARY_CHOICES, firstRunNote } from '../../pages/sitting/safety-notes.ts';
import type { Context } from '../context.ts';

/** The note about what coach is, before anything is asked for the first time. */
export function showFirstNote(prompter: Prompter, { memory, places }: Context): void {
  if (memory.hasShown('first-run')) return;
  prompter.say(firstRunNote(places.journal()));
  memory.markShown('first-run');
}

/**
 * The note about what close control is not, before the first sitting that calls for it.
 *
 * @returns Whether the person goes on after it.
 */
export async function passBoundary(
  bank: QuestionBank,
  role: Role | null,
  prompter: Prompter,
  { memory }: Context,
): Promise<boolean> {
  if (!callsForBoundary(bank, role) || memory.hasShown('boundary')) return true;
  prompter.say(BOUNDARY);
  const goOn = await prompter.choose('', BOUNDARY_CHOICES);
  if (goOn) memory.markShown('boundary');
  return goOn;
}

/** The note is for whoever is closely managed; a programme is walked by two. */
export function callsForBoundary({ safety, steps }: QuestionBank, role: Role | null): boolean {
  return safety.includes('boundary') && (role !== 'manager' || steps.length > 0);
}
