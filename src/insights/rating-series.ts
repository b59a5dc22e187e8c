// The ratings of insights in the order in which they are shown, each with what stands in front of it.
import type { Insights } from '../domain/record/insight.ts';
import type { NamedRatings, RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine, sameAbout } from '../domain/text/plain-text.ts';
import { ratingHead } from './rating-text.ts';
import type { Wordings } from './wordings.ts';

/** The ratings of one question about one name. */
export interface RatingSeries {
  readonly rated: RatedQuestion;
  readonly own: NamedRatings;
  readonly head: string;
}

/**
 * The ratings of insights, question by question and name by name; those of a challenge's start stand right before those of its end.
 *
 * @example
 * const insights = insightsOf(trustRated, {}, knowledgeOf([review]), today);
 * ratingSeries(insights, wordingsOf([], false)).map(({ head }) => head) //=> ['checkin-trust:']
 */
export function ratingSeries(
  { ratings, severalNames }: Pick<Insights, 'ratings' | 'severalNames'>,
  wordings: Wordings,
): readonly RatingSeries[] {
  const series = ratings.flatMap((rated) => {
    const { question, role, names } = rated;
    const both = ratings.some((other) => question === other.question && role !== other.role);
    return names.map((own): RatingSeries => {
      const head = ratingHead(oneLine(wordings.nameOf(rated)), [
        ...(both && role !== null ? [`as ${role}`] : []),
        ...(severalNames && own.about !== null ? [`about ${oneLine(own.about)}`] : []),
        ...(names.length > 1 && own.about === null ? ['without a name'] : []),
      ]);
      return { rated, own, head };
    });
  });
  return inPairs(series, wordings);
}

function inPairs(all: readonly RatingSeries[], { startOf }: Wordings): readonly RatingSeries[] {
  const isPair = (start: RatingSeries, end: RatingSeries): boolean =>
    startOf(end.rated.question) === start.rated.question &&
    end.rated.role === start.rated.role &&
    sameAbout(end.own.about, start.own.about);
  return all
    .filter((start) => !all.some((end) => isPair(start, end)))
    .flatMap((end) => [...all.filter((start) => isPair(start, end)), end]);
}
