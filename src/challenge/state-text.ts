// The state of a challenge in a line or two: whose it is, at which step, since when, and its flags.
import { roundOn, type ChallengeState } from '../domain/record/challenge.ts';
import type { ProgrammeStep, QuestionBank } from '../domain/banks/question-bank.ts';
import { UsageError } from '../domain/text/errors.ts';
import { plainText, sameAbout } from '../domain/text/plain-text.ts';
import { type Day, daysBetween, dayWords } from '../domain/time/day.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { onDay } from '../pages/text/words.ts';

/**
 * The relationship and the seat it is seen from.
 *
 * @example
 * whoseText(trying) //=> 'D., member'
 */
export function whoseText({ about, role }: ChallengeState): string {
  return [about === null ? 'about nobody by name' : plainText(about), role ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * The step it is at.
 *
 * @example
 * placeText(challenge, trying) //=> 'Step 1 of 8, dependence: See the pattern'
 */
export function placeText({ steps }: QuestionBank, { step, index, round }: ChallengeState): string {
  const again = round > 1 ? `, round ${round}` : '';
  return `Step ${index + 1} of ${steps.length}${again}, ${plainText(step.stage)}: ${plainText(step.title)}`;
}

/**
 * The day since when it is where it is, and until when it has time.
 *
 * @example
 * whenText(trying, today) //=> 'Since yesterday. The week is round on 28 November.'
 */
export function whenText(state: ChallengeState, today: Day): string {
  const { standing, phase, since, restsSince, step, begun } = state;
  const rests = restsSince === null ? '' : onDay(restsSince, today);
  switch (standing) {
    case 'paused':
      return `Paused ${rests} at step ${state.index + 1}, ${plainText(step.title)}.`;
    case 'stopped':
      return `Stopped ${rests} at step ${state.index + 1}, ${plainText(step.title)}.`;
    case 'finished':
      return `Begun ${onDay(begun, today)}, finished ${rests}.`;
    case 'under-way':
      if (phase === 'waiting') return 'Its questions come next.';
      if (phase === 'brought')
        return `Brought back ${onDay(since, today)}; where to from here is still open.`;
      return `Since ${dayWords(since, today)}. ${timeText(step, since, today)}`;
  }
}

/**
 * The day on which the time of a step is round, or was.
 *
 * @param since - The day on which it was begun.
 *
 * @example
 * timeText({ weeks: 2 }, '2026-11-08', today) //=> 'The 2 weeks are round today.'
 */
export function timeText(step: Pick<ProgrammeStep, 'weeks'>, since: Day, today: Day): string {
  const until = roundOn(step, since);
  const time = step.weeks === 1 ? 'The week is' : `The ${step.weeks} weeks are`;
  const past = step.weeks === 1 ? 'The week was' : `The ${step.weeks} weeks were`;
  return `${until < today ? past : time} round ${onDay(until, today)}${longAgo(until, today)}.`;
}

/** How long a day that is named by its date has passed; empty for one that has not. */
function longAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days < 2) return '';
  return days < 14 ? `, ${days} days ago` : `, ${Math.floor(days / 7)} weeks ago`;
}

/**
 * The error of a choice for a day before what it would change.
 *
 * @example
 * beforeState('2026-11-01', trying, today).message
 * //=> '1 November is before what it would change: step 1, See the pattern, since yesterday'
 */
export function beforeState(
  day: Day,
  { index, step, since, restsSince }: ChallengeState,
  today: Day,
): UsageError {
  const from = restsSince ?? since;
  const words = day === from ? 'that time' : dayWords(day, today);
  return new UsageError(
    `${words} is before what it would change: step ${index + 1}, ${plainText(step.title)}, since ${dayWords(from, today)}`,
    { hint: 'Give a later time with --at, or leave --at out.' },
  );
}

/**
 * The flags that a command has to have, so that only this one is meant; empty where it needs none.
 *
 * @param states - All there are.
 *
 * @example
 * flagsNaming(trying, [trying]) //=> ''
 * flagsNaming(trying, [trying, { ...paused, about: 'K.' }]) //=> ' --about D.'
 */
export function flagsNaming(state: ChallengeState, states: readonly ChallengeState[]): string {
  const others = states.filter((one) => one !== state);
  if (others.length === 0 && state.standing !== 'finished' && state.standing !== 'stopped') return '';
  const about = aboutFlag(state.about);
  return others.some((one) => sameAbout(one.about, state.about)) ? `${about} --role ${state.role}` : about;
}

/**
 * The flag that names a relationship.
 *
 * @example
 * aboutFlag('The team') //=> " --about 'The team'"
 */
export function aboutFlag(about: string | null): string {
  return ` --about ${shellWord(plainText(about ?? ''))}`;
}
