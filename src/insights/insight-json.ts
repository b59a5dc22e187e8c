// Insights as scripts see them.
import { percentOf } from '../domain/entry/answer.ts';
import * as figures from '../domain/record/calibration.ts';
import type { Guess, GuessGroup } from '../domain/record/scored-predictions.ts';
import type { Insights } from '../domain/record/insight.ts';
import type { Look } from '../domain/record/looks.ts';
import { RARE_BY_CHANCE } from '../domain/record/chance.ts';
import type { NamedRatings, RatedQuestion } from '../domain/record/scale-series.ts';
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
    obstacle: obstacle ? { words: obstacle.words, times: obstacle.times } : null,
    revised: revised.map(({ reference, day, about, before, after }) => ({
      reference,
      day,
      about,
      before: percentOf(before),
      after: percentOf(after),
    })),
    returned: returned.map(({ role: _role, ...one }) => one),
    standsOut: insights.standsOut,
  };
}

function ratingAsJson(rated: RatedQuestion, name: string): object {
  const { question, role, asked, legend, ratings, absent, outside, spread } = rated;
  const names = rated.names.filter((own) => own.ratings.length > 0);
  // What is about several people is compared name by name alone.
  const looks = names.length === 1 ? names.flatMap((own) => own.looks) : [];
  return {
    question,
    role,
    name,
    asked,
    legend: legend ?? null,
    count: ratings.length,
    absent,
    outside,
    abouts: names.length,
    ...spreadAsJson(spread),
    direction: directionAsJson(looks),
    looks: looks.map(lookAsJson),
    values: ratings,
    names: names.map(namedAsJson),
  };
}

function namedAsJson({ about, ratings, spread, looks }: NamedRatings): object {
  return {
    about,
    count: ratings.length,
    ...spreadAsJson(spread),
    direction: directionAsJson(looks),
    looks: looks.map(lookAsJson),
    values: ratings,
  };
}

function spreadAsJson(spread: RatedQuestion['spread']): object {
  const { lowest = null, highest = null, middle = null } = spread ?? {};
  return { lowest, highest, middle };
}

function directionAsJson(looks: readonly Look[]): object | null {
  const last = looks.at(-1);
  return last ? { compared: last.compared, shift: last.shift, points: last.points } : null;
}

function lookAsJson({ compared, day, shift }: Look): object {
  return { compared, day, shift };
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
  if (tally === undefined) {
    return { expected: null, actual: null, chance: null, moreThanChance: null, usual: null };
  }
  const { expected, actual, chance, usual } = tally;
  return {
    expected: Math.round(expected * 100) / 100,
    actual,
    chance,
    moreThanChance: chance < RARE_BY_CHANCE,
    usual: { fewest: usual.fewest, most: usual.most },
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
