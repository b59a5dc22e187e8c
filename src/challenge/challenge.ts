import { type ChallengeState, challengeStates } from '../domain/record/challenge.ts';
import type { ChallengeChoice } from '../domain/record/challenge-round.ts';
import { draftOf } from '../domain/sitting/draft.ts';
import { oncePerId } from '../domain/entry/entry.ts';
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import { beginAnew, type BeginPorts, type SittingRequest } from '../app/sitting/begin-sitting.ts';
import { saveDraft, type SittingEnd } from '../app/sitting/hold-sitting.ts';
import type { EntryIndex, Found } from '../app/ports/entry-index.ts';

/**
 * How far each relationship has got, and the files on the way that could not be understood.
 *
 * @example
 * (await readChallenges(bank, index)).states //=> []
 */
export async function readChallenges(
  bank: QuestionBank,
  index: EntryIndex,
): Promise<{ readonly states: readonly ChallengeState[]; readonly unreadable: Found['unreadable'] }> {
  const { entries, unreadable } = await index.find({ banks: [bank.name] });
  return { states: challengeStates(bank, oncePerId(entries.map(({ entry }) => entry))), unreadable };
}

/**
 * Saves what was chosen at a step as an entry with that one answer.
 *
 * @param request - Its selection names the step.
 * @throws CoachError where the journal cannot take it.
 */
export async function saveChoice(
  choice: ChallengeChoice,
  { selection, ...request }: SittingRequest,
  ports: Omit<BeginPorts, 'prompter'>,
): Promise<Extract<SittingEnd, { kind: 'saved' }>> {
  const [next] = request.bank.advance;
  const only = next ? [next.id] : [];
  const { sitting, head, spent } = await beginAnew(
    { ...request, selection: { ...selection, only }, chosen: { [next?.id ?? '']: choice } },
    ports,
  );
  return saveDraft(draftOf(sitting, head, spent), ports);
}
