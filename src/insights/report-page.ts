// A report as one page to look at: its head, its sections, its foot.
import { isTold } from '../domain/record/looks.ts';
import { isMoreThanChance } from '../domain/record/scored-predictions.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { longDay } from '../domain/time/day.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';
import { htmlHead } from '../pages/text/html-page.ts';
import { answerText } from '../pages/record/answer-text.ts';
import { aboutWords, counted, entriesInWords } from '../pages/text/words.ts';
import { lookedAtText } from './looked-at-text.ts';
import { obstacleText, plansText } from './plan-text.ts';
import { ratingSeries } from './rating-series.ts';
import { looksText } from './rating-text.ts';
import { barRow, bars, namedGroups, reportedGuesses } from './report-guesses.ts';
import { reportedRatings } from './report-ratings.ts';
import { type Html, reportFigure, reportSection, sentence, tables } from './report-parts.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { Report, StartAndEnd } from './report.ts';
import type { ThenAndNow } from './returned-answers.ts';
import { movedBar } from '../pages/plots/svg-bars.ts';
import { type Lane, laneName, lanesAxis, lanesOf } from './svg-lanes.ts';
import { shown } from '../pages/plots/svg-plot.ts';
import { signKey } from '../pages/plots/svg-signs.ts';

/** Of several relationships, so many are drawn. */
const RELATIONSHIPS_SHOWN = 6;

const EACH_ON_ITS_DAY = 'Each mark stands on its day. A day without one is only a day without one.';
const ONE_NUMBER_EACH =
  'One number each: what you said then, and what you said later. It is no more than that.';
const NO_VERDICT =
  'The scales are single questions and were not validated. The numbers are for you to compare with your own; they are not for judging people or comparing teams.';

/**
 * A report as one page that needs nothing else: no network, no script. What stands out comes first, in the words of insights; each
 * picture has its numbers beside it, and a table.
 *
 * @returns Many small pieces, from the head to the foot.
 *
 * @example
 * [...reportPage(reportOf(reportedJournal, {}, false, today))].at(-1).split('\n').slice(-3).join(' ') //=> '</body> </html> '
 */
export function* reportPage(report: Report): Generator<string> {
  const { insights, wordings, startsAndEnds } = report;
  const { obstacle } = insights;
  yield headOf(report);
  yield* reportSection('stands-out', 'What stands out', standingOut(report));
  yield* reportSection('time', 'Over time', overTime(report));
  yield* reportedRatings(report);
  yield* reportedGuesses(report);
  yield* reportSection('plans', 'Plans', [
    sentence(plansText(insights.plans)),
    obstacle ? sentence(obstacleText(obstacle, wordings.obstacleOf(obstacle))) : '',
  ]);
  const pairs = startsAndEnds.flatMap((pair) => pairRow(pair, report));
  if (pairs.length > 0)
    yield* reportSection('ends', 'The challenge, at its start and its end', [
      sentence(ONE_NUMBER_EACH, 'quiet'),
      bars(pairs),
    ]);
  yield* reportSection('returned', 'Questions that came back', returnedParts(report));
  yield footOf(report);
}

/**
 * The words for which entries a report is of.
 *
 * @example
 * chosenText({ about: 'D.', role: 'manager', since: '2026-01-01' }) //=> 'about D., as manager, since 1 January 2026'
 */
export function chosenText({ about, role, since, until }: Report['query']): string {
  return [
    ...(about === undefined ? [] : [`about ${oneLine(about)}`]),
    ...(role === undefined ? [] : [`as ${role}`]),
    ...(since === undefined ? [] : [`since ${longDay(since)}`]),
    ...(until === undefined ? [] : [`until ${longDay(until)}`]),
  ].join(', ');
}

function headOf({ insights, first, last, query }: Report): string {
  const days = first === last ? longDay(first) : `${longDay(first)} to ${longDay(last)}`;
  const chosen = chosenText(query);
  return `${htmlHead('Report', REPORT_STYLE)}<header>
<h1>What your entries${shown(aboutWords(query.about ?? null))} show so far</h1>
<p>${entriesInWords(insights.entries)}, ${days}${chosen === '' ? '' : ` · ${shown(chosen)}`}</p>
</header>
<main>
`;
}

/** Only what a rule fires for, and beside it how many were looked at. */
function standingOut(report: Report): readonly string[] {
  const { insights, wordings } = report;
  const { obstacle, lookedAt } = insights;
  const said = [
    ...ratingSeries(insights, wordings)
      .filter(({ own }) => own.looks.some(isTold))
      .map(({ own, head }) => `${head} ${looksText(own, null)}`),
    ...namedGroups(report)
      .filter(({ calibration }) => isMoreThanChance(calibration))
      .flatMap(({ texts }) => texts.slice(0, 1)),
    ...(obstacle ? [obstacleText(obstacle, wordings.obstacleOf(obstacle))] : []),
  ];
  const looked = lookedAtText(lookedAt);
  if (said.length === 0)
    return [sentence(looked === '' ? 'There is too little yet for anything to stand out.' : looked)];
  const items = said.map((text) => `<li dir="auto">${shown(text)}</li>`);
  return [`<ul class="stands">\n${items.join('\n')}\n</ul>`, sentence(looked, 'quiet')];
}

/** Each relationship when its turn comes. */
function* overTime({ relationships, axis, titleOf, ownWords }: Report): Generator<Html> {
  const drawn = relationships.slice(0, RELATIONSHIPS_SHOWN);
  const left = relationships.length - drawn.length;
  const outcomes = drawn.flatMap(({ plans, guesses }) => [...plans, ...guesses].map(({ became }) => became));
  yield sentence(EACH_ON_ITS_DAY, 'quiet');
  yield signKey(
    outcomes,
    drawn.flatMap(({ talks }) => talks.map(({ isLookedBackOn }) => isLookedBackOn)),
  );
  for (const [number, own] of drawn.entries()) {
    const { about, role, entries } = own;
    const whom = [
      about === null ? 'Without a name' : oneLine(about),
      ...(role === null ? [] : [`as ${role}`]),
    ].join(', ');
    const lanes = lanesOf(own, { axis, titleOf, ownWords });
    yield reportFigure(`t${number}`, whom, [
      sentence(entriesInWords(entries), 'quiet'),
      plotOf(lanes, whom, axis),
      tables(lanes.map(({ table }) => table)),
    ]);
  }
  if (left > 0)
    yield `<p class="quiet">And ${left} more. To see one of them: <code>coach report --about NAME</code></p>`;
}

function* plotOf(lanes: readonly Lane[], whom: string, axis: Report['axis']): Generator<string> {
  if (lanes.length === 0) return;
  yield '<div class="lanes">\n';
  for (const lane of lanes) {
    yield `<p>${lane.label} <span class="n">${lane.count}</span></p>`;
    yield* lane.picture(laneName(lane, whom));
    yield '\n';
  }
  yield `<p class="gap"></p>${lanesAxis(axis)}\n</div>`;
}

function pairRow(pair: StartAndEnd, { wordings }: Report): readonly string[] {
  const { baseline, closing, about, ends } = pair;
  const [before, after] = [baseline.value, closing.value];
  if (before === 'na' || after === 'na') return [];
  return [
    barRow(
      oneLine(wordings.askedOf(pair)),
      [about === null ? '' : oneLine(about), `${longDay(baseline.day)} and ${longDay(closing.day)}`]
        .filter((part) => part !== '')
        .join(', '),
      movedBar(before, after, ends, ends.max - ends.min),
      `${before}, then ${after}`,
      '',
    ),
  ];
}

function returnedParts({ insights, returned, wordings }: Report): readonly string[] {
  if (returned.length === 0) return [];
  const left = insights.returned.length - returned.length;
  const items = returned.map(
    (one) => `<li><p dir="auto">${shown(oneLine(wordings.askedOf(one.returned)))}</p>
<p class="quiet">${shown(timesText(one))}: <code>${shown(commandFor(one))}</code></p>${answersOf(one)}</li>`,
  );
  return [
    `<ul class="back">\n${items.join('\n')}\n</ul>`,
    left === 0 ? '' : sentence(`And ${left} more.`, 'quiet'),
  ];
}

function timesText({ returned: { about, times, before, latest } }: ThenAndNow): string {
  const days = before === latest ? longDay(latest) : `${longDay(before)} and ${longDay(latest)}`;
  return `${about === null ? '' : `${oneLine(about)}, `}${times} times, last ${days}`;
}

/** What shows all answers to a question. */
function commandFor({ returned: { question, about } }: ThenAndNow): string {
  return `coach journal --question ${question}${aboutFlag(about)}`;
}

/** Side by side: the answer before the last, and the last. */
function answersOf({ answers }: ThenAndNow): string {
  if (answers.length === 0) return '';
  const rows = answers.map(
    ({ entry: { day }, answer }) =>
      `<div><dt>${longDay(day)}</dt><dd lang="" dir="auto" class="words">${shown(answerText(answer, null))}</dd></div>`,
  );
  return `\n<dl class="then">\n${rows.join('\n')}\n</dl>`;
}

function footOf({ today, query, ownWords, unread }: Report): string {
  const chosen = chosenText(query);
  const words = ownWords
    ? 'It holds words of your own'
    : 'It holds none of the words you wrote, only numbers, days and names';
  const left =
    unread === 0
      ? ''
      : ` ${counted(unread, 'file')} could not be read and ${unread === 1 ? 'is' : 'are'} not in it.`;
  return `</main>
<footer>
<p>Made by <code>coach report</code> on ${longDay(today)}${chosen === '' ? '' : ` (${shown(chosen)})`}. This page opens no connection and runs no script. ${words}, and is not encrypted.${left}</p>
<p>${NO_VERDICT}</p>
<p>When questions are not enough: <code>coach help-people</code></p>
</footer>
</body>
</html>
`;
}
