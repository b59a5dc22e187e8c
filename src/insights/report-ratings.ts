// The section of a report about ratings: dots over time, and those that are too few for that.
import { forRole, sameSeat, type Scale } from '../domain/banks/question-bank.ts';
import { scaleEnds } from '../domain/entry/scale-ends.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';
import { RATINGS_FOR_DIRECTION } from '../domain/record/looks.ts';
import type { NamedRatings, RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine, sameAbout } from '../domain/text/plain-text.ts';
import { monthTitle } from '../domain/time/day.ts';
import { ratingSeries } from './rating-series.ts';
import { ratingText, untilDirectionText } from './rating-text.ts';
import type { Report } from './report.ts';
import {
  type Html,
  type ReportTable,
  reportFigure,
  reportSection,
  sentence,
  tables,
} from './report-parts.ts';
import { stripPlot } from '../pages/plots/svg-strip.ts';
import { rowsOfScale } from '../pages/text/plot.ts';

const HOW_TO_READ = `One dot is one answer; the number on the right is how many are in that row. At ${RATINGS_FOR_DIRECTION}, 40, 50 ratings and so on, the last ten are compared with all before them. Shaded: the ten compared last. Framed: ten that differed.`;

/**
 * The section about ratings: from four on dots over time with their sentence and their table, with fewer the sentence alone. Empty
 * where there are none.
 *
 * @example
 * [...reportedRatings(reportOf(reportedJournal, {}, false, today))].join('').includes('Too few to show a trend.') //=> true
 */
export function reportedRatings(report: Report): Iterable<string> {
  const { insights, wordings } = report;
  const series = ratingSeries(insights, wordings).map((one) => ({
    ...one,
    text: ratingText(one.own, one.head, wordings.absentOf(one.rated.question, one.own), null),
  }));
  const enough = series.filter(({ own }) => own.spread);
  const few = series.filter(({ own, rated }) => !own.spread && !isShownAsPair(own, rated, report));
  return reportSection('ratings', 'Ratings', [
    enough.length === 0 ? '' : sentence(HOW_TO_READ, 'quiet'),
    ...enough.map(({ rated, own, head, text }, number): Html => {
      const name = head.replace(/:$/, '');
      const rows = rowsOfScale(
        own.ratings.map(({ value }) => value),
        scaleEnds(rated.legend, report.knowledge.scales.get(rated.question), rated.role),
      );
      return reportFigure(`r${number}`, name, [
        sentence(scaleWords(rated, name, report), 'quiet'),
        sentence(text.slice(head.length + 1)),
        rows ? stripPlot(own, rows, report.axis, `${name}: ${own.ratings.length} ratings over time`) : '',
        tables([tableOf(own)]),
      ]);
    }),
    few.length === 0 ? '' : '<h3>Too few for a plot</h3>',
    ...few.map(({ text }) => sentence(text)),
    sentence(untilDirectionText(insights.ratings), 'quiet'),
  ]);
}

/** The numbers of a challenge's start and end have a section of their own. */
function isShownAsPair(
  { about, ratings }: NamedRatings,
  { question, role }: RatedQuestion,
  { startsAndEnds, wordings }: Report,
): boolean {
  return startsAndEnds.some(
    (pair) =>
      (pair.question === question || wordings.startOf(pair.question) === question) &&
      sameAbout(pair.about, about) &&
      sameSeat(pair.role, role) &&
      ratings.every(({ day }) => [pair.baseline.day, pair.closing.day].includes(day)),
  );
}

/** The question, where its short name does not say it already, and what the ends of its scale mean. */
function scaleWords(rated: RatedQuestion, name: string, { wordings, knowledge, ownWords }: Report): string {
  const asked = oneLine(wordings.askedOf(rated));
  const known = knowledge.scales.get(rated.question);
  const own = known && endsText(forRole<Scale>(known, rated.role));
  const ends = (ownWords ? rated.legend : undefined) ?? own ?? '';
  return [name.startsWith(asked) ? '' : asked, oneLine(ends)].filter((part) => part !== '').join(' ');
}

function endsText({ min, max, low, high }: Scale): string {
  return `${min} ${low}, ${max} ${high}`;
}

/** The ratings in order, month by month. */
function tableOf({ ratings, absentOn }: NamedRatings): ReportTable {
  const all = [
    ...ratings.map(({ day, value }) => ({ day, value: String(value) })),
    ...absentOn.map((day) => ({ day, value: undefined })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const months = Array.from(groupedBy(all, ({ day }) => day.slice(0, 7)).values());
  return {
    head: ['Month', 'In order', ...(absentOn.length === 0 ? [] : ['Does not apply'])],
    rows: months.map((own) => {
      const values = own.flatMap(({ value }) => value ?? []);
      const absent = own.length - values.length;
      return [
        monthTitle(own[0]?.day ?? ''),
        values.join(' '),
        ...(absentOn.length === 0 ? [] : [absent === 0 ? '' : absent]),
      ];
    }),
  };
}
