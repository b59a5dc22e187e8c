// The sections of insights about guesses: what was expected and what happened, in words and as pictures.
import { type Calibration, GUESSES_FOR_EXPECTED, type ScoredGuess } from '../domain/record/calibration.ts';
import type { Guess, GuessGroup, Guesses } from '../domain/record/scored-predictions.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { binBar } from '../pages/text/bars.ts';
import { signsOf } from '../pages/text/drawing.ts';
import { guessLines } from '../pages/text/guess-plot.ts';
import { wrap } from '../pages/text/wrap.ts';
import {
  binKey,
  binText,
  calibrationText,
  EACH_GUESS,
  type GuessKind,
  INFLUENCE,
  standingText,
} from './calibration-text.ts';
import { guessText, isDecided, uncountedText, untestedText } from './guess-text.ts';
import { type InsightScreen, said } from './insight-screen.ts';
import { tallyLines } from './tally-lines.ts';

/** Of guesses in a list, so many are shown; `--json` holds them all. */
const SHOWN = 10;

/**
 * All that may be said of guesses about what happens; empty where there is nothing.
 *
 * @example
 * const { aboutOthers } = insightsOf([], {}, knowledgeOf([review]), today);
 * othersSection(aboutOthers, { ...page, drawing: 'ascii', today, wordings: wordingsOf([], false) }) //=> []
 */
export function othersSection(others: Guesses, page: InsightScreen): readonly string[] {
  const { hoped, feared, standing, scored } = others;
  const isPart = (group: GuessGroup): boolean => group.scored.length < scored.length;
  const few = [feared, hoped].some((group) => group.scored.length > 0 && !group.calibration.tally);
  const alike = standing.filter(isPart).flatMap(({ guesses: [first], calibration }) => {
    if (!first || !calibration.tally) return [];
    return tallyLines(
      calibration.tally,
      standingText(oneLine(page.wordings.guessOf(first)), calibration).join(' '),
      page,
    );
  });
  const each = `Hoped for: ${hoped.scored.length}, feared: ${feared.scored.length}. Each gets a line of its own once there are five.`;
  return [
    ...groupSection(others, 'others', page),
    ...tallied(feared.calibration, 'feared', page),
    ...tallied(hoped.calibration, 'hoped', page),
    ...said(few && scored.length >= GUESSES_FOR_EXPECTED ? [each] : [], page),
    ...alike,
    ...said(scored.length > 0 ? [INFLUENCE] : [], page),
  ];
}

function tallied(calibration: Calibration, kind: GuessKind, page: InsightScreen): readonly string[] {
  const [text] = calibrationText(calibration, kind);
  return calibration.tally && text !== undefined ? tallyLines(calibration.tally, text, page) : [];
}

/**
 * The same of one group of guesses, or of plans with a likelihood.
 *
 * @example
 * const { aboutOneself } = insightsOf([], {}, knowledgeOf([review]), today);
 * groupSection(aboutOneself, 'oneself', { ...page, drawing: 'ascii', today, wordings: wordingsOf([], false) }) //=> []
 */
export function groupSection(
  group: GuessGroup,
  kind: 'others' | 'oneself',
  page: InsightScreen,
): readonly string[] {
  const { width, style, drawing } = page;
  const { guesses, scored, calibration } = group;
  const untested = guesses.filter(({ outcome }) => outcome === 'untested').toReversed();
  const late = guesses.filter((one) => one.late && isDecided(one));
  const named = untested.slice(0, SHOWN);
  const closed = scored.length === 1 ? 'One guess closed:' : `${scored.length} guesses closed:`;
  const signs = drawing === 'none' || kind === 'oneself' ? undefined : signsOf(drawing);
  const bins = calibration.bins ?? [];
  return [
    ...(calibration.tally || scored.length === 0 ? [] : [closed, ...listed(scored, page)]),
    ...tallied(calibration, kind, page),
    ...(calibration.tally && kind === 'others' ? eachGuess(scored, page) : []),
    ...said(calibrationText(calibration, kind).slice(1), page),
    ...bins.flatMap((bin) => [
      wrap(binText(bin, kind), width, '  '),
      ...(signs ? [`    ${binBar(bin, signs, style)}`] : []),
    ]),
    ...(signs && bins.length > 0 ? [style.dim(wrap(binKey(signs), width, '    '))] : []),
    ...said([uncountedText(group, kind)], page),
    ...listed(late, page),
    ...(untested.length === 0 ? [] : [wrap(untestedText(untested.length), width), ...listed(named, page)]),
    ...(untested.length > named.length ? [`  And ${untested.length - named.length} older ones.`] : []),
  ];
}

function eachGuess(scored: readonly Guess[], { width, style, drawing }: InsightScreen): readonly string[] {
  const guesses = scored.flatMap(({ likelihood, happened }): ScoredGuess[] =>
    likelihood === null || happened === undefined ? [] : [{ likelihood, happened }],
  );
  return [
    wrap(EACH_GUESS, width),
    ...guessLines(guesses, width - 2, drawing, style).map((line) => `  ${line}`),
  ];
}

function listed(
  guesses: readonly Guess[],
  { width, style, today, wordings }: InsightScreen,
): readonly string[] {
  return guesses.flatMap((guess) => [
    style.dim(wrap(guessText(guess, today), width, '  ')),
    wrap(oneLine(wordings.guessOf(guess)), width, '    '),
  ]);
}
