// Insights as scripts see them.
import { percentOf } from '../domain/entry/answer.ts';
import * as figures from '../domain/record/calibration.ts';
import type { Guess, GuessGroup } from '../domain/record/scored-predictions.ts';
import type { Insights } from '../domain/record/insight.ts';
import type { RatedQuestion } from '../domain/record/scale-series.ts';
import { commitmentText } from '../pages/record/answer-text.ts';
import { isDecided } from './guess-text.ts';

/** The version of the shape below (docs/insights.md, JSON). */
const INSIGHTS_FORMAT = 1;

/**
 * Insights as scripts see them (docs/insights.md, JSON). What there is too little for is null.
 *
 * @param nameOf - What the ratings of a question are called.
 *
 * @example
 * insightsAsJson(insightsOf([], {}, knowledgeOf([review]), today), () => 'Trust') //=> { format: 1, entries: 0, ratings: [], … }
 */
export function insightsAsJson(insights: Insights, nameOf: (rated: RatedQuestion) => string): object {
  const { entries, ratings, aboutOthers, aboutOneself, plans, obstacle, revised, returned } = insights;
  const { kept, partly, unsaid, open, resting } = plans;
  return {
    format: INSIGHTS_FORMAT,
    entries,
    ratings: ratings.map((rated) => ratingAsJson(rated, nameOf(rated))),
    guesses: {
      aboutOthers: {
        ...groupAsJson(aboutOthers),
        hoped: calibrationAsJson(aboutOthers.hoped.calibration),
        feared: calibrationAsJson(aboutOthers.feared.calibration),
        standing: aboutOthers.standing.map(({ guesses: [first], calibration }) => ({
          question: first?.question ?? '',
          expect: first ? wordsOf(first) : '',
          ...calibrationAsJson(calibration),
        })),
      },
      aboutOneself: groupAsJson(aboutOneself),
    },
    plans: { kept, partly, notYet: plans['not-yet'], letGo: plans['let-go'], unsaid, open, resting },
    obstacle: obstacle ?? null,
    revised: revised.map(({ before, after, ...one }) => ({
      ...one,
      before: percentOf(before),
      after: percentOf(after),
    })),
    returned,
    standsOut: insights.standsOut,
  };
}

function ratingAsJson(rated: RatedQuestion, name: string): object {
  const { question, role, asked, legend, ratings, absent, abouts, spread, direction } = rated;
  return {
    question,
    role,
    name,
    asked,
    legend: legend ?? null,
    count: ratings.length,
    absent,
    abouts,
    lowest: spread?.lowest ?? null,
    highest: spread?.highest ?? null,
    middle: spread?.middle ?? null,
    direction: direction ?? null,
    values: ratings,
  };
}

function groupAsJson({ guesses, scored, calibration }: GuessGroup): object {
  const count = (...outcomes: readonly Guess['outcome'][]): number =>
    guesses.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const decided = guesses.filter(isDecided);
  const late = decided.filter((one) => one.late);
  return {
    ...calibrationAsJson(calibration),
    list: scored.length < figures.GUESSES_FOR_EXPECTED ? scored.map(guessAsJson) : null,
    partly: count('partly'),
    unclear: count('unclear'),
    letGo: count('let-go'),
    unsaid: count('unsaid'),
    open: count('open'),
    resting: count('resting'),
    withoutLikelihood: decided.length - late.length - scored.length,
    late: late.map(guessAsJson),
    untested: guesses.filter(({ outcome }) => outcome === 'untested').map(guessAsJson),
  };
}

function calibrationAsJson({ count, tally, againstHalf, bins, halves }: figures.Calibration): object {
  const stillFew = count < figures.GUESSES_FOR_BINS;
  return {
    scored: count,
    ...tallyAsJson(tally),
    brier: againstHalf === undefined ? null : { comparedWithHalf: againstHalf, stillFew },
    bins: bins?.map(binAsJson) ?? null,
    halves: halves?.map(halfAsJson) ?? null,
  };
}

function tallyAsJson(tally: figures.Tally | undefined): object {
  if (tally === undefined) return { expected: null, actual: null, chance: null, moreThanChance: null };
  const { expected, actual, chance } = tally;
  return {
    expected: Math.round(expected * 100) / 100,
    actual,
    chance,
    moreThanChance: chance < figures.RARE_BY_CHANCE,
  };
}

function binAsJson({ from, to, count, happened, mean, low, high }: figures.Bin): object {
  return { from, to, count, happened, mean: percentOf(mean), low: percentOf(low), high: percentOf(high) };
}

function halfAsJson({ againstHalf, ...tally }: figures.Half): object {
  return { scored: tally.count, ...tallyAsJson(tally), comparedWithHalf: againstHalf };
}

function guessAsJson(guess: Guess): object {
  const { reference, day, about, likelihood, feeling, outcome } = guess;
  return {
    reference,
    day,
    about,
    expect: wordsOf(guess),
    likelihood: likelihood === null ? null : percentOf(likelihood),
    feeling,
    outcome,
  };
}

function wordsOf({ expected }: Guess): string {
  return typeof expected === 'string' ? expected : commitmentText(expected, null);
}
