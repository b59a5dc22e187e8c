// The sentences of insights about the ratings of one question.
import { type Day, dayWords } from '../domain/time/day.ts';
import { isTold, type Look, type Rating, RATINGS_FOR_DIRECTION } from '../domain/record/looks.ts';
import type { NamedRatings, RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { spreadText, TOO_FEW } from '../pages/text/rating-plot.ts';
import { counted, onDay, times } from '../pages/text/words.ts';
import { inTurn, withStop } from './insight-words.ts';

/**
 * What stands in front of the ratings of a question.
 *
 * @param name - What the question is called.
 * @param additions - What sets these ratings apart: the seat, a name.
 *
 * @example
 * ratingHead('Trust', ['as member', 'about D.']) //=> 'Trust, as member, about D.:'
 * ratingHead('How much room?', ['about D.']) //=> 'How much room? (about D.):'
 */
export function ratingHead(name: string, additions: readonly string[]): string {
  if (!/[?.]$/.test(name)) return `${[name, ...additions].join(', ')}:`;
  return additions.length === 0 ? name : `${name} (${additions.join(', ')}):`;
}

/**
 * The ratings of one question about one name: one to three with their days, from four on how they spread, from thirty on what was
 * said about the last ten.
 *
 * @param head - What stands in front of them.
 * @param absentWords - The words for a rating that does not apply.
 *
 * @example
 * ratingText(ratedQuestions(trustRated)[0].names[0], 'Trust:', 'does not apply', today)
 * //=> 'Trust: 22 ratings from 2 to 5, median 3. Too few to show a trend.'
 */
export function ratingText(own: NamedRatings, head: string, absentWords: string, today: Day | null): string {
  const { ratings, spread, absent, outside, looks } = own;
  const facts = [
    spread
      ? spreadText(ratings.length, spread)
      : ratings.length > 0
        ? `${valuesText(ratings, today)}.`
        : 'no ratings.',
    ...(spread ? [looks.length > 0 ? looksText(own, today) : TOO_FEW] : []),
    ...(absent === 0 ? [] : [`Left unrated ${times(absent)}: ${withStop(oneLine(absentWords))}`]),
    ...(outside === 0
      ? []
      : [
          `Not counted: ${counted(outside, 'rating', 'ratings')} not on the scale; coach doctor --verbose shows where.`,
        ]),
  ];
  return `${head} ${facts.join(' ')}`;
}

function valuesText(ratings: readonly Rating[], today: Day | null): string {
  return ratings.map(({ day, value }) => `${value} (${dayWords(day, today)})`).join(', ');
}

/**
 * What was said of ratings about one name at 30, 40, 50 of them and so on, in the order of time. Changes that were told of once are
 * told of with their days from then on, those that are alike and follow each other in one sentence; what the last look said comes last.
 *
 * @example
 * const named = ratedQuestions(trustRated)[0].names[0];
 * const looks = [{ compared: 30, day: '2026-05-11', shift: 'higher' }, { compared: 40, day: '2026-06-01', shift: 'none' }];
 * looksText({ ...named, ratings: { length: 40 }, looks }, today)
 * //=> 'After 30 ratings, on 11 May, the last ten were higher than all the earlier ones, by a point or more; something may have shifted. The last ten are much like all the earlier ones.'
 */
export function looksText(
  { ratings, looks }: Pick<NamedRatings, 'ratings' | 'looks'>,
  today: Day | null,
): string {
  const told = runsOf(looks.filter(isTold)).map((same) => {
    const [first, ...others] = same.map(({ compared, day }) => ({ compared, on: onDay(day, today) }));
    const when = [
      `After ${first?.compared} ratings, ${first?.on},`,
      ...others.map(({ compared, on }) => `at ${compared}, ${on},`),
    ];
    const shift = same[0]?.shift ?? '';
    return `${inTurn(when)} the last ten were ${shift} than all the earlier ones, by a point or more; something may have shifted.`;
  });
  const last = looks.at(-1);
  if (last === undefined || isTold(last)) return told.join(' ');
  const isOfLastTen = last.compared === ratings.length;
  const alike = isOfLastTen
    ? 'The last ten are much like all the earlier ones.'
    : `After ${last.compared} ratings, ${onDay(last.day, today)}, the last ten were much like all the earlier ones.`;
  return [...told, alike].join(' ');
}

/** Looks that said the same, one after the other. */
function runsOf(looks: readonly Look[]): readonly (readonly Look[])[] {
  return looks.reduce<readonly (readonly Look[])[]>((runs, look) => {
    const same = runs.at(-1) ?? [];
    if (same[0]?.shift === look.shift) return [...runs.slice(0, -1), [...same, look]];
    return [...runs, [look]];
  }, []);
}

/**
 * The number from which a direction is told, where some ratings are too few for one; empty where none are.
 *
 * @example
 * untilDirectionText(ratedQuestions(trustRated)) //=> 'A trend is shown once there are 30 ratings.'
 */
export function untilDirectionText(ratings: readonly RatedQuestion[]): string {
  const few = ratings
    .map(({ names }) => names.filter((own) => own.ratings.length > 0))
    .filter((names) => names.some(({ looks }) => looks.length === 0));
  if (few.length === 0) return '';
  const apart = few.some((names) => names.length > 1) ? ' under one name' : '';
  return `A trend is shown once there are ${RATINGS_FOR_DIRECTION} ratings${apart}.`;
}
