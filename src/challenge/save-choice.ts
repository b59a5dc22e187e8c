// A choice between two sittings (repeat, pause, stop), saved as an entry of its own.
import { beginAnew, type BeginPorts, type SittingRequest } from '../app/sitting/begin-sitting.ts';
import { saveDraft, type SittingEnd } from '../app/sitting/hold-sitting.ts';
import type { ChallengeChoice } from '../domain/record/challenge-round.ts';
import { draftOf } from '../domain/sitting/draft.ts';

/**
 * Saves what was chosen at a step as an entry with that one answer.
 *
 * @param request - Its selection names the step.
 * @throws CoachError where the journal cannot take it.
 *
 * @example
 * (await saveChoice('pause', atFirstStep, challengePorts)).entry.answers.map(({ value }) => value) //=> ['pause']
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
