// The section of a report about guesses: each as a dot, and what was expected beside what happened.
import { percentOf } from '../domain/entry/answer.ts';
import { type Calibration, GUESSES_IN_A_BIN } from '../domain/record/calibration.ts';
import type { Guess, GuessGroup } from '../domain/record/scored-predictions.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { longDay } from '../domain/time/day.ts';
import { aboutWords, counted } from '../pages/text/words.ts';
import { calibrationText, INFLUENCE, standingText, UNTIL_EXPECTED } from './calibration-text.ts';
import { guessText, uncountedText, untestedText } from './guess-text.ts';
import type { Report } from './report.ts';
import { type Cell, type Html, reportFigure, reportSection, sentence, tables } from './report-parts.ts';
import { guessPlot, movedBar, rangeBar, tallyBar } from '../pages/plots/svg-bars.ts';
import { becameWords } from '../pages/plots/svg-signs.ts';
import { inTurn, shown } from '../pages/plots/svg-plot.ts';

/** Guesses that are told together, and what is said of them. */
export interface NamedGroup {
  readonly label: string;
  /** The word for those that came true. */
  readonly came: 'happened' | 'kept';
  readonly calibration: Calibration;
  /** The first tells what was expected and what happened. */
  readonly texts: readonly string[];
}

const REVISED_SHOWN = 10;
const WHERE_IT_STANDS =
  'Each dot stands at the likelihood you gave it. Filled and above the line: it happened. Open and below: it did not.';
const EXPECTED_BAR =
  'Bar: the numbers that chance alone would usually give if your likelihoods were right. Stroke: expected. Dot: what happened.';
const RANGE_BAR = `Bar: where the true rate may be, in 90 of 100 such cases. Stroke: your estimate. Dot: what happened. Ranges with fewer than ${GUESSES_IN_A_BIN} guesses are left out.`;

/**
 * The groups of guesses that are set against what happened, with enough of them in each.
 *
 * @example
 * namedGroups(reportOf(reportedJournal, {}, false, today)) //=> []
 */
export function namedGroups({
  insights,
  wordings,
}: Pick<Report, 'insights' | 'wordings'>): readonly NamedGroup[] {
  const { aboutOthers: others, aboutOneself } = insights;
  const named = (label: string, { calibration }: GuessGroup, texts: readonly string[]): NamedGroup => ({
    label,
    came: 'happened',
    calibration,
    texts,
  });
  const felt = (label: string, kind: 'feared' | 'hoped'): NamedGroup =>
    named(label, others[kind], calibrationText(others[kind].calibration, kind).slice(0, 1));
  const alike = others.standing
    .filter(({ scored }) => scored.length < others.scored.length)
    .map((group) => {
      const [first] = group.guesses;
      const words = first ? oneLine(wordings.guessOf(first)) : '';
      return named(`The same guess each time: "${words}"`, group, standingText(words, group.calibration));
    });
  return [
    named('All guesses', others, calibrationText(others.calibration, 'others')),
    felt('Feared', 'feared'),
    felt('Hoped for', 'hoped'),
    ...alike,
    {
      ...named('Your own plans', aboutOneself, calibrationText(aboutOneself.calibration, 'oneself')),
      came: 'kept' as const,
    },
  ].filter(({ calibration }) => calibration.tally);
}

/**
 * The section about guesses; nothing where there are none.
 *
 * @example
 * [...reportedGuesses(reportOf(reportedJournal, {}, false, today))] //=> []
 */
export function reportedGuesses(report: Report): Iterable<string> {
  const { aboutOthers: others, aboutOneself: oneself } = report.insights;
  const untested = others.guesses.filter(({ outcome }) => outcome === 'untested').length;
  const few = !others.calibration.tally && others.scored.length + oneself.scored.length > 0;
  return reportSection('guesses', 'Guesses', [
    others.scored.length > 0 ? sentence(INFLUENCE, 'quiet') : '',
    others.calibration.tally ? everyGuess(others.scored, report) : fewGuesses(others.scored, report),
    expectedAndHappened(namedGroups(report)),
    ranges(report),
    beforeAndAfter(report),
    sentence(uncountedText(others, 'others'), 'quiet'),
    untested === 0 ? '' : sentence(untestedText(untested), 'quiet'),
    oneself.guesses.length === 0 ? '' : sentence(oneselfText(oneself), 'quiet'),
    few ? sentence(UNTIL_EXPECTED, 'quiet') : '',
  ]);
}

function oneselfText(oneself: GuessGroup): string {
  const text = uncountedText(oneself, 'oneself');
  return text === '' ? '' : `Your plans with a likelihood. ${text}`;
}

function fewGuesses(scored: readonly Guess[], { wordings }: Report): string {
  if (scored.length === 0) return '';
  const rows = scored.map(
    (guess) =>
      `<li>${shown(guessText(guess, null))} <span class="quiet" dir="auto">${shown(oneLine(wordings.guessOf(guess)))}</span></li>`,
  );
  return `<ul class="list">\n${rows.join('\n')}\n</ul>`;
}

function everyGuess(scored: readonly Guess[], { wordings, ownWords }: Report): Iterable<string> {
  const happened = scored.filter((guess) => guess.happened === true).length;
  const rows = inTurn(scored, (guess): readonly Cell[] => [
    longDay(guess.day),
    guess.about ?? '',
    `${percentOf(guess.likelihood ?? 0)}%`,
    becameWords(guess.outcome),
    ...(ownWords ? [{ own: wordings.guessOf(guess) }] : []),
  ]);
  const head = ['Made', 'About', 'Called', 'What became of it', ...(ownWords ? ['In your words'] : [])];
  return reportFigure('g1', 'Every guess', [
    sentence(WHERE_IT_STANDS, 'quiet'),
    guessPlot(scored, `${scored.length} guesses by how likely they were called; ${happened} happened`),
    tables([{ head, rows }]),
  ]);
}

function expectedAndHappened(groups: readonly NamedGroup[]): Html {
  if (groups.length === 0) return '';
  const rows = groups.flatMap(({ label, came, calibration: { tally } }) => {
    if (!tally) return [];
    const { count, expected, actual, usual } = tally;
    const few = usual.fewest === usual.most ? String(usual.most) : `${usual.fewest} to ${usual.most}`;
    const words = `about ${Math.round(expected)} expected, ${few} usual`;
    return barRow(label, words, tallyBar(tally), `${actual} of ${count}`, came);
  });
  return reportFigure('g2', 'Expected, and what happened', [
    sentence(EXPECTED_BAR, 'quiet'),
    bars(rows),
    ...groups.map(({ texts }) => sentence(texts.join(' '))),
  ]);
}

function ranges({ insights }: Report): Html {
  const bins = insights.aboutOthers.calibration.bins ?? [];
  if (bins.length === 0) return '';
  const rows = bins.map((bin) =>
    barRow(
      `${bin.from}% to ${bin.to}%`,
      `${percentOf(bin.low)}% to ${percentOf(bin.high)}% possible`,
      rangeBar(bin),
      `${bin.happened} of ${bin.count}`,
      'happened',
    ),
  );
  const scale = '<p></p><p class="ends"><span>0%</span><span>50%</span><span>100%</span></p><p></p>';
  return reportFigure('g3', 'By how likely you called it', [
    sentence(RANGE_BAR, 'quiet'),
    bars([...rows, scale]),
  ]);
}

function beforeAndAfter({ insights: { revised }, wordings }: Report): Html {
  if (revised.length === 0) return '';
  const latest = revised.slice(0, REVISED_SHOWN);
  const left = revised.length - latest.length;
  const rows = latest.map((one) =>
    barRow(
      `${longDay(one.day)}${aboutWords(one.about)}`,
      oneLine(wordings.guessOf(one)),
      movedBar(one.before, one.after, { min: 0, max: 1 }, 4),
      `${percentOf(one.before)}%, then ${percentOf(one.after)}%`,
      '',
    ),
  );
  return reportFigure('g4', 'The same guess, once you knew what happened', [
    sentence(
      `Open: as you called it at the time. Filled: how likely you would call it looking back.${left === 0 ? '' : ` The latest ${latest.length}; ${counted(left, 'older one')} left out.`}`,
      'quiet',
    ),
    bars(rows),
  ]);
}

/**
 * A bar with what it is of on its left, and its numbers on its right.
 *
 * @param below - Smaller, below the label, and below the numbers.
 *
 * @example
 * barRow('Feared', '', '<svg></svg>', '1 of 5', '') //=> '<p dir="auto">Feared</p><svg></svg><p class="n">1 of 5</p>'
 */
export function barRow(label: string, below: string, bar: string, numbers: string, what: string): string {
  const small = (text: string): string => (text === '' ? '' : `<small dir="auto">${shown(text)}</small>`);
  return `<p dir="auto">${shown(label)}${small(below)}</p>${bar}<p class="n">${numbers}${small(what)}</p>`;
}

/**
 * Rows of bars below each other.
 *
 * @example
 * bars(['<p>Feared</p>']) //=> '<div class="bars">\n<p>Feared</p>\n</div>'
 */
export function bars(rows: readonly string[]): string {
  return `<div class="bars">\n${rows.join('\n')}\n</div>`;
}
