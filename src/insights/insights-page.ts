// The page of coach insights, section by section.
import type { Day } from '../domain/time/day.ts';
import type { Insights, Revised } from '../domain/record/insight.ts';
import type { ReturnedQuestion } from '../domain/record/repeated-questions.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { type DrawnPage, signsOf } from '../pages/text/drawing.ts';
import { noEntriesText, onDay } from '../pages/text/words.ts';
import { UNTIL_EXPECTED } from './calibration-text.ts';
import { groupSection, othersSection } from './guesses-section.ts';
import { lookedAtText } from './looked-at-text.ts';
import { revisedText } from './guess-text.ts';
import { type InsightScreen, said } from './insight-screen.ts';
import { obstacleText, plansText } from './plan-text.ts';
import { ratingsSection } from './ratings-section.ts';
import { movedKey, movedLines, tallyKey } from './tally-lines.ts';
import type { Wordings } from './wordings.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';
import { told, WIDEST_LINE, wrap } from '../pages/text/wrap.ts';

/** Of likelihoods that moved and of questions in a list, so many are shown; `--json` holds them all. */
const SHOWN = { revised: 5, returned: 5 };

/**
 * All that may be said, section by section; empty where there is nothing to say.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * insightsPage(insights, wordingsOf([], false), today, { ...page, drawing: 'ascii' }).split('\n').slice(1, 3)
 * //=> ['checkin-trust: 22 ratings from 2 to 5, median 3. Too few to show a trend.', '  Oct  2 5 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3']
 */
export function insightsPage(insights: Insights, wordings: Wordings, today: Day, drawn: DrawnPage): string {
  const page = { ...drawn, today, wordings };
  const { aboutOthers, aboutOneself, plans, obstacle, revised, returned } = insights;
  const both = [aboutOthers, aboutOneself];
  const few = both.some(({ scored, calibration }) => scored.length > 0 && !calibration.tally);
  const hasBars = drawn.drawing !== 'none' && both.some(({ calibration }) => calibration.tally);
  const sections = [
    section('Ratings', ratingsSection(insights, page), page),
    section('Guesses', othersSection(aboutOthers, page), page),
    section('Guesses about yourself', groupSection(aboutOneself, 'oneself', page), page),
    hasBars ? said([tallyKey(signsOf(drawn.drawing))], page).map(page.style.dim) : [],
    said(few ? [UNTIL_EXPECTED] : [], page),
    [
      ...said(
        [plansText(plans), ...(obstacle ? [obstacleText(obstacle, wordings.obstacleOf(obstacle))] : [])],
        page,
      ),
      ...revisedLines(revised.slice(0, SHOWN.revised), page),
    ],
    section('Questions that came back', returnedLines(returned, page), page),
    said([lookedAtText(insights.lookedAt)], page),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return '';
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[], { style }: InsightScreen): readonly string[] {
  return lines.length === 0 ? [] : [style.strong(title), ...lines];
}

function revisedLines(revised: readonly Revised[], page: InsightScreen): readonly string[] {
  const { width, style, today, wordings, drawing } = page;
  if (revised.length === 0) return [];
  return [
    ...revised.flatMap((one) => [
      wrap(revisedText(one, today), width),
      style.dim(wrap(oneLine(wordings.guessOf(one)), width, '  ')),
      ...movedLines(one, page),
    ]),
    ...(drawing === 'none' ? [] : [style.dim(`  ${movedKey(signsOf(drawing))}`)]),
  ];
}

function returnedLines(
  returned: readonly ReturnedQuestion[],
  { width, style, today, wordings }: InsightScreen,
): readonly string[] {
  const shown = returned.slice(0, SHOWN.returned);
  return [
    ...shown.flatMap((one) => {
      const { question, about, before, latest, times } = one;
      const last = before === latest ? '' : `${onDay(before, today)} and `;
      const days = `answered ${times} times, last ${last}${onDay(latest, today)}`;
      return [
        wrap(oneLine(wordings.askedOf(one)), width, '  '),
        ...told(
          `${days}:`,
          `coach journal --question ${question}${aboutFlag(about)}`,
          Math.min(width, WIDEST_LINE) - 4,
        )
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
