// The steps of programmes that wait for the person.
import { type Day, daysBetween } from '../time/day.ts';
import type { ChallengePhase } from './challenge-round.ts';
import type { ChallengeState } from './challenge.ts';
import { DAYS_UNTIL_REST } from './followed-items.ts';
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
 * For so many days a step that waits is spoken of; then it rests as plans do, since who has not gone on by then has read it often
 * enough. The page shows it at any time.
 */
export const DAYS_OF_STEPS = DAYS_UNTIL_REST;

/**
 * The steps that wait for the person, the longest first: those that are being tried from the day on which their week or weeks are
 * round, those whose questions or whose choice come next from the day after. After 21 days they rest.
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
      const waits = daysBetween(day, today);
      const isTime = waits >= (until === null ? 1 : 0) && waits <= DAYS_OF_STEPS;
      if (standing !== 'under-way' || !isTime) return [];
      const bothSeats = states.some((other) => other.role !== role && sameAbout(other.about, about));
      return [{ about, role, step, phase, day, bothSeats }];
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
