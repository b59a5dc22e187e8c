// How far each relationship has got with the challenge, read from the journal.
import type { EntryIndex, Found } from '../app/ports/entry-index.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import { countingEntries } from '../domain/entry/copies.ts';
import { type ChallengeState, challengeStates } from '../domain/record/challenge.ts';

/**
 * How far each relationship has got, and the files on the way that could not be understood.
 *
 * @example
 * (await readChallenges(challenge, challengePorts.index)).states[0]?.step.id //=> 'step-see'
 */
export async function readChallenges(
  bank: QuestionBank,
  index: Pick<EntryIndex, 'find'>,
): Promise<{ readonly states: readonly ChallengeState[]; readonly unreadable: Found['unreadable'] }> {
  const { entries, unreadable } = await index.find({ banks: [bank.name] });
  return { states: challengeStates(bank, countingEntries(entries)), unreadable };
}
