// The section of insights about ratings: what is said of each series, and the ratings over time.
import { statedEnds } from '../domain/entry/scale-ends.ts';
import type { Insights } from '../domain/record/insight.ts';
import { drawnRatings, type SharedColumns, sharedColumns } from '../pages/text/rating-plot.ts';
import { wrap } from '../pages/text/wrap.ts';
import { type InsightScreen, said } from './insight-screen.ts';
import { type RatingSeries, ratingSeries } from './rating-series.ts';
import { ratingText, untilDirectionText } from './rating-text.ts';

/**
 * What is said of the ratings of each question about each name, and the ratings over time where there are enough to sum up.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * ratingsSection(insights, { ...page, drawing: 'ascii', today, wordings: wordingsOf([], false) })[1]
 * //=> '  Oct  2 5 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3 3'
 */
export function ratingsSection(insights: Insights, page: InsightScreen): readonly string[] {
  const { width, today, wordings, style } = page;
  const all = ratingSeries(insights, wordings);
  const shared = sharedColumns(
    all.flatMap(({ rated, own }) => (own.spread ? [{ own, ends: statedEnds(rated.legend) }] : [])),
    today,
    page,
  );
  const lines = all.flatMap(({ rated, own, head }) => [
    wrap(ratingText(own, head, wordings.absentOf(rated.question, own), today), width),
    ...plotLines({ rated, own }, shared, page),
  ]);
  return [
    ...lines,
    ...said([shared?.text ?? ''], page).map(style.dim),
    ...said([untilDirectionText(insights.ratings)], page),
  ];
}

function plotLines(
  { rated, own }: Pick<RatingSeries, 'rated' | 'own'>,
  shared: SharedColumns | undefined,
  page: InsightScreen,
): readonly string[] {
  if (own.spread === undefined) return [];
  return drawnRatings(own, statedEnds(rated.legend), shared, page.today, page).map((line) => `  ${line}`);
}
