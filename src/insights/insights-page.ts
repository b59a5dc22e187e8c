// The page of coach insights, section by section.
import { GUESSES_FOR_EXPECTED } from '../domain/record/calibration.ts';
import { dayWords, type Day } from '../domain/time/day.ts';
import type { Guess, GuessGroup, Guesses } from '../domain/record/scored-predictions.ts';
import type { Insights } from '../domain/record/insight.ts';
import { type RatedQuestion, RATINGS_TO_SUM_UP } from '../domain/record/scale-series.ts';
import type { ReturnedQuestion } from '../domain/record/repeated-questions.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import { binBar, dotLines } from '../pages/text/plot.ts';
import { noEntriesText } from '../pages/text/words.ts';
import { binText, calibrationText, INFLUENCE } from './calibration-text.ts';
import { guessText, isDecided, revisedText, uncountedText, untestedText } from './guess-text.ts';
import { obstacleText, plansText } from './plan-text.ts';
import { ratingText } from './rating-text.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { type Page, wrap } from '../pages/text/wrap.ts';

/** From this width on there is room for dots and bars. */
const WIDTH_FOR_DOTS = 60;

/** Of ratings, guesses and questions in a list, so many are shown; `--json` holds them all. */
const SHOWN = { ratings: 60, untested: 10, revised: 5, returned: 5 };

/** The last line where no rule fires. */
const NOTHING_STANDS_OUT = 'Nothing stands out.';

/** A page, the day it is read on, and whether dots and bars can be drawn on it. */
interface InsightPage extends Page {
  readonly today: Day;
  readonly dots: boolean;
}

/**
 * All that may be said, section by section; empty where there is nothing to say. Where colours and room are missing, numbers
 * stand in the place of dots and bars.
 *
 * @param nameOf - What the ratings of a question are called.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * insightsPage(insights, () => 'Trust', today, page).split('\n')[1]
 * //=> 'Trust: 22 ratings from 2 to 5, middle value 3. No clear change.'
 */
export function insightsPage(
  insights: Insights,
  nameOf: (rated: RatedQuestion) => string,
  today: Day,
  { width, style }: Page,
): string {
  const page = { width, style, today, dots: width >= WIDTH_FOR_DOTS && style.accent('●') !== '●' };
  const { aboutOthers, aboutOneself, plans, obstacle, revised, returned } = insights;
  const say = (text: string): string => wrap(text, width);
  const facts = [
    plansText(plans),
    ...(obstacle ? [obstacleText(obstacle)] : []),
    ...revised.slice(0, SHOWN.revised).map((one) => revisedText(one, today)),
  ].filter((text) => text !== '');
  const sections = [
    section('Ratings', ratingLines(insights.ratings, nameOf, page), page),
    section('Guesses', othersLines(aboutOthers, page), page),
    section('Guesses about yourself', groupLines(aboutOneself, 'oneself', page), page),
    facts.map(say),
    section('Questions that came back', returnedLines(returned, page), page),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return '';
  const all = insights.standsOut ? sections : [...sections, [NOTHING_STANDS_OUT]];
  return `${all.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], { style }: Page): readonly string[] {
  return lines.length === 0 ? [] : [style.strong(title), ...lines];
}

function ratingLines(
  ratings: readonly RatedQuestion[],
  nameOf: (rated: RatedQuestion) => string,
  { width, style, today, dots }: InsightPage,
): readonly string[] {
  return ratings.flatMap((rated) => {
    const both = ratings.some(({ question, role }) => question === rated.question && role !== rated.role);
    const label = plainText(nameOf(rated));
    const text = ratingText(rated, both && rated.role !== null ? `${label}, as ${rated.role}` : label, today);
    const values = rated.ratings.map(({ value }) => value);
    if (values.length < RATINGS_TO_SUM_UP) return [wrap(text, width)];
    if (dots) {
      const columns = Math.min(width - 10, SHOWN.ratings);
      return [wrap(text, width), ...dotLines(rated, columns, style).map((line) => `  ${line}`)];
    }
    return [wrap(text, width), wrap(`In order: ${values.slice(-SHOWN.ratings).join(' ')}`, width, '  ')];
  });
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
    const texts = calibrationText(group.calibration, 'others').slice(0, 2);
    const words = typeof first?.expected === 'string' ? oneLine(first.expected) : '';
    return texts.length === 0 ? [] : [`The same each time, "${words}": ${texts.join(' ')}`];
  });
  const each = `Hoped for: ${hoped.scored.length}, feared: ${feared.scored.length}. Each is told apart from 5 on.`;
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
      ? [style.dim('    from 0 to 100 %: ● happened, │ said on average, ━ where the share may lie')]
      : []),
    ...[uncountedText(group)].filter((text) => text !== '').map((text) => wrap(text, width)),
    ...listed(late, page),
    ...(untested.length === 0 ? [] : [wrap(untestedText(untested.length), width), ...listed(named, page)]),
    ...(untested.length > named.length ? [`  And ${untested.length - named.length} older ones.`] : []),
  ];
}

function listed(guesses: readonly Guess[], { width, style, today }: InsightPage): readonly string[] {
  return guesses.flatMap((guess) => {
    const [head, words] = guessText(guess, today);
    return [style.dim(wrap(head, width, '  ')), wrap(words, width, '    ')];
  });
}

function returnedLines(
  returned: readonly ReturnedQuestion[],
  { width, style, today }: InsightPage,
): readonly string[] {
  const shown = returned.slice(0, SHOWN.returned);
  return [
    ...shown.flatMap(({ question, asked, about, before, latest, times }) => {
      const whom = about === null ? '' : ` --about ${shellWord(oneLine(about))}`;
      const last = before === latest ? '' : `${dayWords(before, today)} and `;
      const days = `${times} times, last ${last}${dayWords(latest, today)}`;
      return [
        wrap(plainText(asked), width, '  '),
        style.dim(wrap(`${days}: coach journal --question ${question}${whom}`, width, '    ')),
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
 * nothingYet(3, true).split('. ')[0] //=> 'Nothing to tell of these entries yet'
 */
export function nothingYet(entries: number, isChosen: boolean): string {
  if (entries === 0 && isChosen) return noEntriesText(isChosen);
  return `Nothing to tell ${isChosen ? 'of these entries yet' : 'yet'}. Ratings come from coach checkin, plans and guesses from coach reflect; what became of them is told here, and questions that you answered twice.`;
}
