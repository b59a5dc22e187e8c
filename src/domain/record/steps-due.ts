// The steps of programmes that wait for the person.
import { type Day, daysBetween } from '../time/day.ts';
import type { ChallengePhase } from './challenge-round.ts';
import type { ChallengeState } from './challenge.ts';
import type { ProgrammeStep, Role } from '../banks/question-bank.ts';
import { sameAbout } from '../text/plain-text.ts';

/** A step that waits for the person. */
export interface StepDue {
  readonly about: string | null;
  readonly role: Role | null;
  readonly step: ProgrammeStep;
  /** The thing it waits for: its questions, what came of it, or where to go from there. */
  readonly phase: ChallengePhase;
  /** The day on which its week or weeks were round; in the other phases, the day on which these began. */
  readonly day: Day;
  /** The same relationship has a challenge from the other seat, so that a command has to name the role, too. */
  readonly bothSeats: boolean;
}

/**
 * The steps that wait for the person, the longest first: those that are being tried from the day on which their week or weeks are
 * round, those whose questions or whose choice come next from the day after, and as long as the challenge is neither finished nor
 * stopped.
 *
 * @example
 * const states = challengeStates(challenge, [stepBegun]);
 * stepsDue(states, '2026-11-29').map(({ about, step, phase }) => `${about} ${step.title} ${phase}`)
 * //=> ['D. See the pattern trying']
 */
export function stepsDue(states: readonly ChallengeState[], today: Day): readonly StepDue[] {
  return states
    .flatMap(({ about, role, step, standing, phase, since, until }): StepDue[] => {
      const day = until ?? since;
      if (standing !== 'under-way' || daysBetween(day, today) < (until === null ? 1 : 0)) return [];
      const bothSeats = states.some((other) => other.role !== role && sameAbout(other.about, about));
      return [{ about, role, step, phase, day, bothSeats }];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/**
 * The programmes that go on or are paused, and of which no step waits yet.
 *
 * @example
 * challengesAside(challengeStates(challenge, [stepBegun]), '2026-11-23').length //=> 1
 */
export function challengesAside(states: readonly ChallengeState[], today: Day): readonly ChallengeState[] {
  const due = stepsDue(states, today);
  return states.filter(
    ({ standing, about, role }) =>
      standing === 'paused' ||
      (standing === 'under-way' && !due.some((one) => one.about === about && one.role === role)),
  );
}
