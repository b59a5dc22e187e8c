// The sentences of insights that set guesses against what happened.
import { percentOf } from '../domain/entry/answer.ts';
import * as calibration from '../domain/record/calibration.ts';
import { RARE_BY_CHANCE } from '../domain/record/chance.ts';
import type { Signs } from '../pages/text/drawing.ts';
import { numberOf } from './insight-words.ts';

/** Said once where guesses are set against what happened. */
export const INFLUENCE =
  'Where you can influence what happens, a guess that did not come true can be a success.';

/** Said once where guesses are too few for that. */
export const UNTIL_EXPECTED = `Once there are ${calibration.GUESSES_FOR_EXPECTED} guesses, coach compares what you expected with what happened.`;

/** Stands above every guess at its likelihood. */
export const EACH_GUESS = 'Each guess, by how likely you called it and if it happened:';

/** The guesses that a sentence counts. */
export type GuessKind = 'others' | 'oneself' | 'hoped' | 'feared';

/**
 * Expected against actual, and what else so many guesses allow to be said; empty below five.
 *
 * @example
 * const nine = Array.from({ length: 9 }, (_, at) => ({ likelihood: 0.7, happened: at < 4 }));
 * calibrationText(calibrationOf(nine), 'others')
 * //=> ['Of 9 closed guesses, you expected about 6 to happen; 4 did. Chance alone often produces a gap like this.']
 */
export function calibrationText(
  { count, tally, againstHalf, halves }: calibration.Calibration,
  kind: GuessKind,
): readonly string[] {
  if (tally === undefined) return [];
  const texts = [`${TALLIES[kind](tally)}${gapText(tally)}`];
  if (againstHalf !== undefined) {
    const few = count < calibration.GUESSES_FOR_BINS ? ', but there are only a few of them so far' : '';
    texts.push(`On average, your numbers were ${AGAINST_HALF[againstHalf]} a flat 50% every time${few}.`);
  }
  if (halves !== undefined) {
    const both = `Of the first ${halfText(halves[0])} Of the second ${halfText(halves[1])}`;
    texts.push(`${both} A difference between the two halves may be due to chance.`);
  }
  return texts;
}

/**
 * What is said of a guess that was made in the same words each time, with the words; nothing below five.
 *
 * @example
 * standingText('They will ask.', calibrationOf([{ likelihood: 0.7, happened: true }])) //=> []
 */
export function standingText(words: string, own: calibration.Calibration): readonly string[] {
  const texts = calibrationText(own, 'others').slice(0, 2);
  return texts.length === 0 ? [] : [`The same guess each time ("${words}"): ${texts.join(' ')}`];
}

const TALLIES: Readonly<Record<GuessKind, (tally: calibration.Tally) => string>> = {
  others: ({ count, expected, actual }) =>
    `Of ${count} closed guesses, you expected about ${Math.round(expected)} to happen; ${numberOf(actual)} did.`,
  oneself: ({ count, expected, actual }) =>
    `Of ${count} plans with a likelihood, you expected to keep about ${Math.round(expected)}; ${numberOf(actual)} ${actual === 1 ? 'was' : 'were'} kept.`,
  hoped: ({ count, expected, actual }) =>
    `You hoped for ${count} things and expected about ${Math.round(expected)} of them to happen; ${numberOf(actual)} did.`,
  feared: ({ count, expected, actual }) =>
    `You feared ${count} things and expected about ${Math.round(expected)} of them to happen; ${numberOf(actual)} did.`,
};

const AGAINST_HALF: Readonly<Record<calibration.AgainstHalf, string>> = {
  better: 'better than',
  'as-good': 'as good as',
  'not-as-good': 'not as good as',
};

function gapText({ expected, actual, chance }: calibration.Tally): string {
  if (chance < RARE_BY_CHANCE) return ' Chance alone would not usually produce a gap this big.';
  return Math.round(expected) === actual ? '' : ' Chance alone often produces a gap like this.';
}

function halfText({ count, expected, actual, againstHalf }: calibration.Half): string {
  return `${count}, you expected about ${Math.round(expected)}, and it was ${actual}; on average, your numbers were ${AGAINST_HALF[againstHalf]} a flat 50% every time.`;
}

/**
 * One range of likelihoods, and how many in it happened. Of plans no share is told.
 *
 * @example
 * binText({ from: 61, to: 80, count: 10, happened: 7, low: 0.44, high: 0.87, mean: 0.7 }, 'others')
 * //=> '61% to 80%: 7 of 10 happened. With so few, the true rate could be anywhere from 44% to 87%.'
 */
export function binText(
  { from, to, count, happened, low, high }: calibration.Bin,
  kind: 'others' | 'oneself',
): string {
  const range = `${from}% to ${to}%: ${numberOf(happened)} of ${count}`;
  if (kind === 'oneself') return `${range} ${happened === 1 ? 'was' : 'were'} kept.`;
  return `${range} happened. With so few, the true rate could be anywhere from ${percentOf(low)}% to ${percentOf(high)}%.`;
}

/**
 * What the signs of bars of ranges are.
 *
 * @example
 * binKey(signsOf('fine')) //=> 'from 0% to 100%: ● happened, │ your estimate, ━ where the true rate may be'
 */
export function binKey({ seen, said, bar }: Signs): string {
  return `from 0% to 100%: ${seen} happened, ${said} your estimate, ${bar} where the true rate may be`;
}
