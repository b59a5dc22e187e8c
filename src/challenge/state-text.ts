// The state of a challenge in a line or two: whose it is, at which step, since when, and its flags.
import { roundOn, type ChallengeState } from '../domain/record/challenge.ts';
import type { ProgrammeStep, QuestionBank } from '../domain/banks/question-bank.ts';
import { UsageError } from '../domain/text/errors.ts';
import { plainText, sameAbout } from '../domain/text/plain-text.ts';
import { type Day, daysBetween, dayWords } from '../domain/time/day.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';
import { onDay } from '../pages/text/words.ts';

/**
 * The relationship and the seat it is seen from.
 *
 * @example
 * whoseText(trying) //=> 'D., member'
 */
export function whoseText({ about, role }: ChallengeState): string {
  return [about === null ? 'about nobody in particular' : plainText(about), role ?? '']
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
 * whenText(trying, today) //=> 'Started yesterday. This step runs until 28 November.'
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
      return `Started ${onDay(begun, today)}, finished ${rests}.`;
    case 'under-way':
      if (phase === 'waiting') return "The step's questions come next.";
      if (phase === 'brought') return `Answered ${onDay(since, today)}. Next: go on, repeat, pause or stop.`;
      return `Started ${onDay(since, today)}. ${timeText(step, since, today)}`;
  }
}

/**
 * The day until which a step runs, or ran.
 *
 * @param since - The day on which it was begun.
 *
 * @example
 * timeText({ weeks: 2 }, '2026-11-08', today) //=> 'This step runs for two weeks, until today.'
 */
export function timeText(step: Pick<ProgrammeStep, 'weeks'>, since: Day, today: Day): string {
  const until = roundOn(step, since);
  if (until < today) return `This step ran until ${dayWords(until, today)}${longAgo(until, today)}.`;
  const weeks = step.weeks === 1 ? '' : ` for ${step.weeks === 2 ? 'two' : step.weeks} weeks,`;
  return `This step runs${weeks} until ${dayWords(until, today)}.`;
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
 * //=> '1 November is too early: the last change to step 1, See the pattern, was yesterday'
 */
export function beforeState(
  day: Day,
  { index, step, since, restsSince }: ChallengeState,
  today: Day,
): UsageError {
  const from = restsSince ?? since;
  const words = day === from ? 'that time' : dayWords(day, today);
  return new UsageError(
    `${words} is too early: the last change to step ${index + 1}, ${plainText(step.title)}, was ${onDay(from, today)}`,
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
  const about = aboutFlag(state.about ?? '');
  return others.some((one) => sameAbout(one.about, state.about)) ? `${about} --role ${state.role}` : about;
}
