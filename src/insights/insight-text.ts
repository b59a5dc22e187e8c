import { percentOf } from '../domain/entry/answer.ts';
import { dayWords } from '../domain/time/day-words.ts';
import type { Day } from '../domain/time/day.ts';
import {
  type AgainstHalf,
  type Bin,
  type Calibration,
  GUESSES_FOR_BINS,
  type Half,
  RARE_BY_CHANCE,
  type Tally,
} from '../domain/record/calibration.ts';
import type { Direction } from '../domain/record/direction.ts';
import type { Guess, GuessGroup } from '../domain/record/scored-predictions.ts';
import type { Obstacle, CommitmentCounts, Revised } from '../domain/record/insight.ts';
import type { RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import { commitmentText } from '../pages/record/answer-text.ts';

/** Said once where guesses are set against what happened. */
export const INFLUENCE =
  'These guesses are about things that you influence: one that did not come true can be a success.';

/** Where no rule fires. */
export const NOTHING_STANDS_OUT = 'Nothing stands out.';

/** A point where the ratings' mean has moved by about so many. */
const POINTS = ['', 'a point', 'two points', 'three points', 'four points'];

/**
 * What may be said of the ratings of one question: one to three with their days, from four on how they spread, from twenty on
 * whether the last ten differ from all before.
 *
 * @param label - What the ratings are called.
 *
 * @example
 * ratingText(rated, 'Trust', today) //=> 'Trust: 22 ratings from 2 to 5, middle value 3. No clear change.'
 */
export function ratingText(rated: RatedQuestion, label: string, today: Day): string {
  const { ratings, spread, absent, absentWords, abouts } = rated;
  const facts = [
    spread
      ? `${ratings.length} ratings from ${spread.lowest} to ${spread.highest}, middle value ${spread.middle}.`
      : ratings.length > 0
        ? `${ratings.map(({ day, value }) => `${value} (${dayWords(day, today)})`).join(', ')}.`
        : 'no ratings.',
    ...(spread ? [directionText(ratings.length, rated.direction)] : []),
    ...(abouts > 1 && ratings.length > 1
      ? [`They are about ${abouts} people or teams; --about tells them apart.`]
      : []),
    ...(absent === 0
      ? []
      : [`Counted apart, ${times(absent)}: ${withStop(oneLine(absentWords ?? 'does not apply'))}`]),
  ];
  return `${label}${/[?.]$/.test(label) ? '' : ':'} ${facts.join(' ')}`;
}

function directionText(count: number, direction: Direction | undefined): string {
  if (direction === undefined) return 'Too few to tell a direction.';
  const { compared, shift, points } = direction;
  if (shift === 'none') return 'No clear change.';
  const moved = `about ${POINTS[points] ?? `${points} points`} ${shift} than before`;
  const which =
    count === compared ? `The last ten are ${moved}.` : `At ${compared} ratings, the last ten were ${moved}.`;
  return `${which} It may be a shift; you know better than the numbers.`;
}

/** What is counted in a sentence about guesses. */
export type GuessKind = 'others' | 'oneself' | 'hoped' | 'feared';

/**
 * Expected against actual, and what else so many guesses allow to be said; empty below five.
 *
 * @example
 * calibrationText(nine, 'others')
 * //=> ['9 guesses closed. You expected about 6 to happen; 4 did. A gap like this is common by chance.']
 */
export function calibrationText(
  { count, tally, againstHalf, halves }: Calibration,
  kind: GuessKind,
): readonly string[] {
  if (tally === undefined) return [];
  return [
    `${TALLIES[kind](tally)}${gapText(tally)}`,
    ...(againstHalf === undefined
      ? []
      : [
          `On average your numbers were ${AGAINST_HALF[againstHalf]} saying 50 % each time${count < GUESSES_FOR_BINS ? '; still few' : ''}.`,
        ]),
    ...(halves === undefined
      ? []
      : [
          `The first ${halfText(halves[0])} The second ${halfText(halves[1])} A difference between the two halves can be chance.`,
        ]),
  ];
}

const TALLIES: Readonly<Record<GuessKind, (tally: Tally) => string>> = {
  others: ({ count, expected, actual }) =>
    `${count} guesses closed. You expected about ${Math.round(expected)} to happen; ${numberOf(actual)} did.`,
  oneself: ({ count, expected, actual }) =>
    `Of ${count} plans you had said how likely it was that you would do it. You expected to keep about ${Math.round(expected)}; ${numberOf(actual)} ${actual === 1 ? 'was' : 'were'} kept.`,
  hoped: ({ count, expected, actual }) =>
    `You hoped for ${count} things, expecting about ${Math.round(expected)} of them. ${capital(numberOf(actual))} happened.`,
  feared: ({ count, expected, actual }) =>
    `You feared ${count} things, expecting about ${Math.round(expected)} of them. ${capital(numberOf(actual))} happened.`,
};

const AGAINST_HALF: Readonly<Record<AgainstHalf, string>> = {
  better: 'better than',
  'as-good': 'as good as',
  'not-as-good': 'not as good as',
};

function gapText({ expected, actual, chance }: Tally): string {
  if (chance < RARE_BY_CHANCE) return ' A gap like this is more than chance would usually give.';
  return Math.round(expected) === actual ? '' : ' A gap like this is common by chance.';
}

function halfText({ count, expected, actual, againstHalf }: Half): string {
  return `${count}: you expected about ${Math.round(expected)}, and it was ${actual}; on average ${AGAINST_HALF[againstHalf]} saying 50 % each time.`;
}

/**
 * What happened in one range of likelihoods. Of plans no share is told, only how many.
 *
 * @example
 * binText({ from: 61, to: 80, count: 10, happened: 7, low: 0.44, high: 0.87, mean: 0.7 }, 'others')
 * //=> '61 to 80 %: 7 of 10 happened. Such numbers leave anything from 44 to 87 % possible.'
 */
export function binText({ from, to, count, happened, low, high }: Bin, kind: 'others' | 'oneself'): string {
  const range = `${from} to ${to} %: ${numberOf(happened)} of ${count}`;
  if (kind === 'oneself') return `${range} ${happened === 1 ? 'was' : 'were'} kept.`;
  return `${range} happened. Such numbers leave anything from ${percentOf(low)} to ${percentOf(high)} % possible.`;
}

/**
 * One guess: when it was made, how likely it was called, and what became of it. Its words stand below.
 *
 * @example
 * guessText(guess, today) //=> ['3 November, about D., feared, 70 %: it did not happen.', 'They will rewrite it.']
 */
export function guessText(
  { day, about, feeling, likelihood, outcome, expected }: Guess,
  today: Day,
): readonly [string, string] {
  const facts = [
    capital(dayWords(day, today)),
    ...(about === null ? [] : [`about ${plainText(about)}`]),
    ...(feeling === 'hoped' ? ['hoped for'] : feeling === 'feared' ? ['feared'] : []),
    ...(likelihood === null ? [] : [`${percentOf(likelihood)} %`]),
  ];
  const words = typeof expected === 'string' ? plainText(expected) : commitmentText(expected, null);
  return [`${facts.join(', ')}: ${BECAME[outcome]}.`, words];
}

const BECAME: Readonly<Record<Guess['outcome'], string>> = {
  yes: 'it happened',
  no: 'it did not happen',
  partly: 'partly',
  unclear: 'nobody can tell',
  untested: 'never put to the test',
  kept: 'kept',
  'not-yet': 'not yet',
  'let-go': 'let go',
  open: 'open',
  resting: 'resting',
  unsaid: 'closed without a word of what happened',
};

/**
 * What is not scored, and why; empty where there is nothing.
 *
 * @example
 * uncountedText(group) //=> 'Not counted: 2 happened partly, 1 that nobody can tell. 3 are open. 1 is resting.'
 */
export function uncountedText({ guesses }: GuessGroup): string {
  const left = guesses.filter(({ happened }) => happened === undefined);
  const number = (...outcomes: readonly Guess['outcome'][]): number =>
    left.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const decided = left.filter(({ outcome }) => ['yes', 'no', 'kept', 'not-yet'].includes(outcome));
  const late = decided.filter(({ late }) => late).length;
  const parts = [
    counted(number('partly'), 'partly so'),
    counted(number('unclear'), 'that nobody can tell'),
    counted(number('let-go'), 'let go'),
    counted(number('unsaid'), 'closed without a word of what happened'),
    counted(late, 'written when the day had passed'),
    counted(decided.length - late, 'without a likelihood'),
  ].filter((part) => part !== '');
  const waiting = (['open', 'resting'] as const).flatMap((outcome) => {
    const count = number(outcome);
    return count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${outcome}.`];
  });
  return [...(parts.length === 0 ? [] : [`Not counted: ${parts.join(', ')}.`]), ...waiting].join(' ');
}

/**
 * How many were never put to the test.
 *
 * @example
 * untestedText(3) //=> '3 guesses were never put to the test.'
 */
export function untestedText(count: number): string {
  return `${count} ${count === 1 ? 'guess was' : 'guesses were'} never put to the test.`;
}

/**
 * What became of plans, in numbers and never in shares; empty where there are none.
 *
 * @example
 * plansText({ kept: 3, partly: 2, 'not-yet': 1, 'let-go': 1, unsaid: 0, open: 2, resting: 0 })
 * //=> 'Plans: 3 kept, 2 partly, 1 not yet, 1 let go, 2 open.'
 */
export function plansText(plans: CommitmentCounts): string {
  const parts = [
    counted(plans.kept, 'kept'),
    counted(plans.partly, 'partly'),
    counted(plans['not-yet'], 'not yet'),
    counted(plans['let-go'], 'let go'),
    counted(plans.unsaid, 'closed without a word'),
    counted(plans.open, 'open'),
    counted(plans.resting, 'resting'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Plans: ${parts.join(', ')}.`;
}

/**
 * What got in the way several times running.
 *
 * @example
 * obstacleText({ words: 'It was too big', times: 2 }) //=> 'What got in the way, twice running: It was too big.'
 */
export function obstacleText({ words, times: count }: Obstacle): string {
  return `What got in the way, ${count === 2 ? 'twice' : times(count)} running: ${withStop(oneLine(words))}`;
}

/**
 * How a likelihood moved once it was known what had happened.
 *
 * @example
 * revisedText({ day: '2026-11-03', about: null, before: 0.7, after: 0.4, … }, today)
 * //=> 'The guess of 3 November: 70 % before, 40 % afterwards.'
 */
export function revisedText({ day, about, before, after }: Revised, today: Day): string {
  const whom = about === null ? '' : ` about ${plainText(about)}`;
  return `The guess of ${dayWords(day, today)}${whom}: ${percentOf(before)} % before, ${percentOf(after)} % afterwards.`;
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`;
}

function numberOf(count: number): string {
  return count === 0 ? 'none' : String(count);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
