// The sentences of insights about the ratings of one question.
import { type Day, dayWords } from '../domain/time/day.ts';
import type { Direction, RatedQuestion } from '../domain/record/scale-series.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { times, withStop } from './insight-words.ts';

/** A point where the ratings' mean has moved by about so many. */
const POINTS = ['', 'a point', 'two points', 'three points', 'four points'];

/**
 * The ratings of one question: one to three with their days, from four on how they spread, from twenty on whether the last ten
 * differ from all before.
 *
 * @param label - What the ratings are called.
 *
 * @example
 * ratingText(ratedQuestions(trustRated)[0], 'Trust', today) //=> 'Trust: 22 ratings from 2 to 5, middle value 3. No clear change.'
 */
export function ratingText(rated: RatedQuestion, label: string, today: Day): string {
  const { ratings, spread, absent, absentWords, abouts } = rated;
  const facts = [
    spread
      ? `${ratings.length} ratings from ${spread.lowest} to ${spread.highest}, middle value ${spread.middle}.`
      : ratings.length > 0
        ? `${ratings.map(({ day, value }) => `${value} (${dayWords(day, today)})`).join(', ')}.`
        : 'no ratings.',
    ...(spread ? [directionText(ratings.length, rated.direction)] : []),
    ...(abouts > 1 && ratings.length > 1
      ? [`They are about ${abouts} people or teams; --about tells them apart.`]
      : []),
    ...(absent === 0
      ? []
      : [`Counted apart, ${times(absent)}: ${withStop(oneLine(absentWords ?? 'does not apply'))}`]),
  ];
  return `${label}${/[?.]$/.test(label) ? '' : ':'} ${facts.join(' ')}`;
}

function directionText(count: number, direction: Direction | undefined): string {
  if (direction === undefined) return 'Too few to tell a direction.';
  const { compared, shift, points } = direction;
  if (shift === 'none') return 'No clear change.';
  const moved = `about ${POINTS[points] ?? `${points} points`} ${shift} than before`;
  const which =
    count === compared ? `The last ten are ${moved}.` : `At ${compared} ratings, the last ten were ${moved}.`;
  return `${which} It may be a shift; you know better than the numbers.`;
}
