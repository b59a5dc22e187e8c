// How far a challenge has got, as scripts see it.
import type { ChallengeState } from '../domain/record/challenge.ts';
import { forRole } from '../domain/banks/question-bank.ts';

/**
 * A state as scripts see it. Of the scales there are only those that were rated again.
 *
 * @example
 * challengeAsJson(trying) //=> { about: 'D.', role: 'member', standing: 'under-way', phase: 'trying', step: 'step-see', … }
 */
export function challengeAsJson(state: ChallengeState): object {
  const { about, role, round, standing, phase, step, begun, since, until, restsSince, steps, scales } = state;
  return {
    about,
    role,
    round,
    standing,
    phase,
    step: step.id,
    stage: step.stage,
    begun,
    since,
    until,
    restsSince,
    toTry: step.between,
    toBringBack: step.evidence.map(({ id, ask }) => ({ question: id, ask: forRole(ask, role) })),
    caution: step.caution ?? null,
    steps: steps.map(({ step: { id, title }, place, ...more }) => ({ step: id, title, place, ...more })),
    scales,
  };
}
