// The section of insights about ratings: what is said of each series, and the ratings over time.
import { statedEnds } from '../domain/entry/scale-ends.ts';
import type { Insights } from '../domain/record/insight.ts';
import type { NamedRatings, RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine, sameAbout } from '../domain/text/plain-text.ts';
import { drawnRatings, type SharedColumns, sharedColumns } from '../pages/text/rating-plot.ts';
import { wrap } from '../pages/text/wrap.ts';
import { type InsightScreen, said } from './insight-screen.ts';
import { ratingHead, ratingText, untilDirectionText } from './rating-text.ts';
import type { Wordings } from './wordings.ts';

/** The ratings of one question about one name. */
interface Series {
  readonly rated: RatedQuestion;
  readonly own: NamedRatings;
}

/**
 * What is said of the ratings of each question about each name, and the ratings over time where there are enough to sum up.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * ratingsSection(insights, { ...page, drawing: 'ascii', today, wordings: wordingsOf([], false) })[1]
 * //=> '  Oct  2 5 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3'
 */
export function ratingsSection({ ratings, severalNames }: Insights, page: InsightScreen): readonly string[] {
  const { width, today, wordings, style } = page;
  const all = ratings.flatMap((rated) => rated.names.map((own): Series => ({ rated, own })));
  const shared = sharedColumns(
    all.flatMap(({ rated, own }) => (own.spread ? [{ own, ends: statedEnds(rated.legend) }] : [])),
    today,
    page,
  );
  const lines = inPairs(all, wordings).flatMap(({ rated, own }) => {
    const { question, role, names } = rated;
    const both = ratings.some((other) => question === other.question && role !== other.role);
    const head = ratingHead(oneLine(wordings.nameOf(rated)), [
      ...(both && role !== null ? [`as ${role}`] : []),
      ...(severalNames && own.about !== null ? [`about ${oneLine(own.about)}`] : []),
      ...(names.length > 1 && own.about === null ? ['without a name'] : []),
    ]);
    const text = ratingText(own, head, wordings.absentOf(question, own), today);
    return [wrap(text, width), ...plotLines({ rated, own }, shared, page)];
  });
  return [
    ...lines,
    ...said([shared?.text ?? ''], page).map(style.dim),
    ...said([untilDirectionText(ratings)], page),
  ];
}

function plotLines(
  { rated, own }: Series,
  shared: SharedColumns | undefined,
  page: InsightScreen,
): readonly string[] {
  if (own.spread === undefined) return [];
  return drawnRatings(own, statedEnds(rated.legend), shared, page.today, page).map((line) => `  ${line}`);
}

/** The ratings of a challenge's start stand right before those of its end. */
function inPairs(all: readonly Series[], { startOf }: Wordings): readonly Series[] {
  const isPair = (start: Series, end: Series): boolean =>
    startOf(end.rated.question) === start.rated.question &&
    end.rated.role === start.rated.role &&
    sameAbout(end.own.about, start.own.about);
  return all
    .filter((start) => !all.some((end) => isPair(start, end)))
    .flatMap((end) => [...all.filter((start) => isPair(start, end)), end]);
}
