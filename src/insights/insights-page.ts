// The page of coach insights, section by section.
import { GUESSES_FOR_EXPECTED } from '../domain/record/calibration.ts';
import type { Day } from '../domain/time/day.ts';
import type { Guess, GuessGroup, Guesses } from '../domain/record/scored-predictions.ts';
import type { Insights, Revised } from '../domain/record/insight.ts';
import type { NamedRatings } from '../domain/record/scale-series.ts';
import type { ReturnedQuestion } from '../domain/record/repeated-questions.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { binBar, dotLines, stemLines } from '../pages/text/plot.ts';
import { noEntriesText, onDay } from '../pages/text/words.ts';
import { binText, calibrationText, INFLUENCE, standingText, UNTIL_EXPECTED } from './calibration-text.ts';
import { lookedAtText } from './looked-at-text.ts';
import { guessText, isDecided, revisedText, uncountedText, untestedText } from './guess-text.ts';
import { obstacleText, plansText } from './plan-text.ts';
import { ratingSeries } from './rating-series.ts';
import { ratingText, untilDirectionText } from './rating-text.ts';
import type { Wordings } from './wordings.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { type Page, told, WIDEST_LINE, wrap } from '../pages/text/wrap.ts';

/** From this width on there is room for dots and bars. */
const WIDTH_FOR_DOTS = 60;

/** A scale with more steps than this is told in numbers. */
const ROWS_OF_DOTS = 11;

/** Of ratings, guesses and questions in a list, so many are shown; `--json` holds them all. */
const SHOWN = { ratings: 60, untested: 10, revised: 5, returned: 5 };

/** A page, the day it is read on, what things are called on it, and whether dots and bars can be drawn. */
interface InsightPage extends Page {
  readonly today: Day;
  readonly wordings: Wordings;
  readonly dots: boolean;
}

/**
 * All that may be said, section by section; empty where there is nothing to say. Where colours and room are missing, numbers
 * stand in the place of dots and bars.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * insightsPage(insights, wordingsOf([], false), today, page).split('\n').slice(1, 3)
 * //=> ['checkin-trust: 22 ratings from 2 to 5, median 3. Too few to show a trend.', '  Oct  2 5 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3']
 */
export function insightsPage(
  insights: Insights,
  wordings: Wordings,
  today: Day,
  { width, style }: Page,
): string {
  const dots = width >= WIDTH_FOR_DOTS && style.accent('●') !== '●';
  const page = { width, style, today, wordings, dots };
  const { aboutOthers, aboutOneself, plans, obstacle, revised, returned } = insights;
  const few = [aboutOthers, aboutOneself].some(
    ({ scored, calibration }) => scored.length > 0 && !calibration.tally,
  );
  const sections = [
    section('Ratings', ratingLines(insights, page), page),
    section('Guesses', othersLines(aboutOthers, page), page),
    section('Guesses about yourself', groupLines(aboutOneself, 'oneself', page), page),
    said(few ? [UNTIL_EXPECTED] : [], page),
    [
      ...said(
        [plansText(plans), ...(obstacle ? [obstacleText(obstacle, wordings.obstacleOf(obstacle))] : [])],
        page,
      ),
      ...revised.slice(0, SHOWN.revised).flatMap((one) => revisedLines(one, page)),
    ],
    section('Questions that came back', returnedLines(returned, page), page),
    said([lookedAtText(insights.lookedAt)], page),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return '';
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], { style }: Page): readonly string[] {
  return lines.length === 0 ? [] : [style.strong(title), ...lines];
}

/** Those of some texts that say anything, each wrapped. */
function said(texts: readonly string[], { width }: Page): readonly string[] {
  return texts.filter((text) => text !== '').map((text) => wrap(text, width));
}

function ratingLines(insights: Insights, page: InsightPage): readonly string[] {
  const { width, today, wordings } = page;
  const lines = ratingSeries(insights, wordings).flatMap(({ rated, own, head }) => [
    wrap(ratingText(own, head, wordings.absentOf(rated.question, own), today), width),
    ...plotLines(own, page),
  ]);
  return [...lines, ...said([untilDirectionText(insights.ratings)], page)];
}

function plotLines({ ratings, spread, looks }: NamedRatings, page: InsightPage): readonly string[] {
  const { width, style, today } = page;
  if (spread === undefined) return [];
  const dots = page.dots && spread.highest - spread.lowest < ROWS_OF_DOTS;
  const room = dots ? Math.min(width - 10, SHOWN.ratings) : SHOWN.ratings;
  const values = ratings.map(({ value }) => value);
  const lines = dots
    ? dotLines(values, looks.at(-1)?.compared ?? 0, room, style)
    : stemLines(ratings.slice(-room), today, width - 2);
  return [...(ratings.length > room ? [`  The latest ${room}:`] : []), ...lines.map((line) => `  ${line}`)];
}

function othersLines(others: Guesses, page: InsightPage): readonly string[] {
  const { width } = page;
  const { hoped, feared, standing, scored } = others;
  const isPart = (group: GuessGroup): boolean => group.scored.length < scored.length;
  const parts = [
    ...calibrationText(feared.calibration, 'feared').slice(0, 1),
    ...calibrationText(hoped.calibration, 'hoped').slice(0, 1),
  ];
  const few = [feared, hoped].some((group) => group.scored.length > 0 && !group.calibration.tally);
  const alike = standing.filter(isPart).flatMap((group) => {
    const [first] = group.guesses;
    return first ? standingText(oneLine(page.wordings.guessOf(first)), group.calibration) : [];
  });
  const each = `Hoped for: ${hoped.scored.length}, feared: ${feared.scored.length}. Each gets a line of its own once there are five.`;
  return [
    ...groupLines(others, 'others', page),
    ...[
      ...parts,
      ...(few && scored.length >= GUESSES_FOR_EXPECTED ? [each] : []),
      ...alike,
      ...(scored.length > 0 ? [INFLUENCE] : []),
    ].map((text) => wrap(text, width)),
  ];
}

function groupLines(group: GuessGroup, kind: 'others' | 'oneself', page: InsightPage): readonly string[] {
  const { width, style } = page;
  const { guesses, scored, calibration } = group;
  const untested = guesses.filter(({ outcome }) => outcome === 'untested').toReversed();
  const late = guesses.filter((one) => one.late && isDecided(one));
  const named = untested.slice(0, SHOWN.untested);
  const closed = scored.length === 1 ? 'One guess closed:' : `${scored.length} guesses closed:`;
  return [
    ...(calibration.tally || scored.length === 0 ? [] : [closed, ...listed(scored, page)]),
    ...calibrationText(calibration, kind).map((text) => wrap(text, width)),
    ...(calibration.bins ?? []).flatMap((bin) => [
      wrap(binText(bin, kind), width, '  '),
      ...(page.dots && kind === 'others' ? [`    ${binBar(bin, style)}`] : []),
    ]),
    ...(page.dots && kind === 'others' && (calibration.bins?.length ?? 0) > 0
      ? [style.dim('    from 0% to 100%: ● happened, │ your estimate, ━ where the true rate may be')]
      : []),
    ...said([uncountedText(group, kind)], page),
    ...listed(late, page),
    ...(untested.length === 0 ? [] : [wrap(untestedText(untested.length), width), ...listed(named, page)]),
    ...(untested.length > named.length ? [`  And ${untested.length - named.length} older ones.`] : []),
  ];
}

function listed(
  guesses: readonly Guess[],
  { width, style, today, wordings }: InsightPage,
): readonly string[] {
  return guesses.flatMap((guess) => [
    style.dim(wrap(guessText(guess, today), width, '  ')),
    wrap(oneLine(wordings.guessOf(guess)), width, '    '),
  ]);
}

function revisedLines(revised: Revised, { width, style, today, wordings }: InsightPage): readonly string[] {
  return [
    wrap(revisedText(revised, today), width),
    style.dim(wrap(oneLine(wordings.guessOf(revised)), width, '  ')),
  ];
}

function returnedLines(
  returned: readonly ReturnedQuestion[],
  { width, style, today, wordings }: InsightPage,
): readonly string[] {
  const shown = returned.slice(0, SHOWN.returned);
  return [
    ...shown.flatMap((one) => {
      const { question, about, before, latest, times } = one;
      const whom = about === null ? '' : ` --about ${shellWord(oneLine(about))}`;
      const last = before === latest ? '' : `${onDay(before, today)} and `;
      const days = `answered ${times} times, last ${last}${onDay(latest, today)}`;
      return [
        wrap(oneLine(wordings.askedOf(one)), width, '  '),
        ...told(`${days}:`, `coach journal --question ${question}${whom}`, Math.min(width, WIDEST_LINE) - 4)
          .flatMap((rows) => rows.split('\n'))
          .map((row) => style.dim(`    ${row}`)),
      ];
    }),
    ...(returned.length > shown.length ? [`  And ${returned.length - shown.length} more.`] : []),
  ];
}

/**
 * Why there is nothing to say.
 *
 * @param isChosen - Flags chose the entries.
 *
 * @example
 * nothingYet(0, true) //=> 'No entries match.'
 * nothingYet(3, true).split('. ')[0] //=> 'Nothing to show for these entries yet'
 */
export function nothingYet(entries: number, isChosen: boolean): string {
  if (entries === 0 && isChosen) return noEntriesText(isChosen);
  return `Nothing to show ${isChosen ? 'for these entries yet' : 'yet'}. Ratings come from coach checkin, plans and guesses from coach reflect. Here you will see how your plans and guesses turned out, and which questions you answered more than once.`;
}
