// The part of a programme that comes next.
import { placeInTime } from '../entry/entry.ts';
import type { ChallengeState } from '../record/challenge.ts';
import type { Selection } from './agenda.ts';
import type { ProgrammeStep, QuestionBank } from '../banks/question-bank.ts';

/**
 * The part of a programme that comes next: the questions of the first step where nothing is begun, or all of it is finished;
 * those of the step that waits; what to bring back from the step that is being tried, and where to from there; or only the
 * latter. A rest ends with that.
 *
 * @example
 * nextPart(challenge, undefined) //=> { step: 'step-see' }
 * nextPart(challenge, challengeStates(challenge, [stepBegun])[0]) //=> { step: 'step-see', part: 'evidence' }
 */
export function nextPart(
  { steps }: QuestionBank,
  state: ChallengeState | undefined,
): Selection & { readonly step: string } {
  if (!state) return { step: steps[0]?.id ?? '' };
  if (state.standing === 'finished') return { step: steps[0]?.id ?? '', part: 'anew' };
  const { id } = state.step;
  if (state.phase === 'waiting') return { step: id };
  return { step: id, part: state.phase === 'trying' ? 'evidence' : 'choice' };
}

/**
 * The step that can be tried once more: the one that it is at, or the one before where its questions were not asked yet.
 * Nothing where it is finished.
 *
 * @example
 * const [waitsForTheSecond] = challengeStates(challenge, [stepBegun, stepBroughtBack]);
 * stepToRepeat(waitsForTheSecond)?.id //=> 'step-see'
 */
export function stepToRepeat(state: ChallengeState): ProgrammeStep | undefined {
  const { standing, phase, index, step, steps } = state;
  if (standing === 'finished') return undefined;
  if (phase !== 'waiting') return step;
  return steps.slice(0, index).findLast(({ place }) => place === 'done')?.step;
}

/**
 * Whether a moment lies before the one from which a state counts, so that what is chosen for it would change nothing.
 *
 * @param at - As entries write it.
 *
 * @example
 * isBeforeState('2026-11-21', { sinceAt: '2026-11-22T09:00:00+01:00' }) //=> true
 */
export function isBeforeState(at: string, { sinceAt }: Pick<ChallengeState, 'sinceAt'>): boolean {
  // Both are of the same person: the clock is that of the state.
  return placeInTime({ at, written: sinceAt }) < placeInTime({ at: sinceAt, written: sinceAt });
}
