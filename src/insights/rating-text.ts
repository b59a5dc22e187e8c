// The sentences of insights about the ratings of one question.
import { type Day, dayWords } from '../domain/time/day.ts';
import { isTold, type Look, type Rating, RATINGS_FOR_DIRECTION } from '../domain/record/looks.ts';
import type { NamedRatings, RatedQuestion, Spread } from '../domain/record/scale-series.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { capital, onDay } from '../pages/text/words.ts';
import { inTurn, times, withStop } from './insight-words.ts';

const TOO_FEW = 'Too few to show a direction.';

/**
 * The ratings of one question: one to three with their days, from four on how they spread, from thirty on what was said about
 * the last ten. Those about several names are compared name by name.
 *
 * @param label - What the ratings are called.
 * @param absentWords - The words for one that does not apply.
 *
 * @example
 * ratingText(ratedQuestions(trustRated)[0], 'Trust', 'does not apply', today)
 * //=> 'Trust: 22 ratings from 2 to 5, median 3. Too few to show a direction.'
 */
export function ratingText(rated: RatedQuestion, label: string, absentWords: string, today: Day): string {
  const { ratings, spread, absent, names } = rated;
  const facts = [
    spread
      ? withStop(`${spreadText(ratings.length, spread)}${mixText(names)}`)
      : ratings.length > 0
        ? `${valuesText(names, today)}.`
        : 'no ratings.',
    ...(spread ? directionTexts(names, today) : []),
    ...(absent === 0 ? [] : [`Not rated ${times(absent)}: ${withStop(oneLine(absentWords))}`]),
  ];
  return `${label}${/[?.]$/.test(label) ? '' : ':'} ${facts.join(' ')}`;
}

function spreadText(count: number, { lowest, highest, middle }: Spread): string {
  if (lowest === highest) return `${count} ratings, all ${lowest}`;
  return `${count} ratings from ${lowest} to ${highest}, median ${middle}`;
}

function valuesText(names: readonly NamedRatings[], today: Day): string {
  const values = (ratings: readonly Rating[]): string =>
    ratings.map(({ day, value }) => `${value} (${dayWords(day, today)})`).join(', ');
  if (names.length === 1) return names.map(({ ratings }) => values(ratings)).join('');
  return names.map(({ about, ratings }) => `${nameWords(about)} ${values(ratings)}`).join('; ');
}

/** Of how many names the ratings are a mixture. */
function mixText(names: readonly NamedRatings[]): string {
  if (names.length === 1) return '';
  return `: ${inTurn(names.map(({ about, ratings }) => `${ratings.length} ${nameWords(about)}`))}`;
}

function nameWords(about: string | null): string {
  return about === null ? 'without a name' : `about ${oneLine(about)}`;
}

function directionTexts(names: readonly NamedRatings[], today: Day): readonly string[] {
  const told = names.filter(({ looks }) => looks.length > 0);
  if (told.length === 0) return [TOO_FEW];
  return told.map((own) => {
    const text = looksText(own, today);
    return names.length === 1
      ? text
      : `${capital(nameWords(own.about))}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  });
}

/**
 * What was said of ratings about one name at 30, 40, 50 of them and so on, in the order of time. Changes that were told of once are
 * told of with their days from then on, those that are alike and follow each other in one sentence; what the last look said comes last.
 *
 * @example
 * const named = ratedQuestions(trustRated)[0].names[0];
 * const looks = [{ compared: 30, day: '2026-05-11', shift: 'higher' }, { compared: 40, day: '2026-06-01', shift: 'none' }];
 * looksText({ ...named, ratings: { length: 40 }, looks }, today)
 * //=> 'At 30 ratings, on 11 May, the last ten were higher than all before, by a point or more; it may have been a shift. The last ten are much like all before.'
 */
export function looksText({ ratings, looks }: Pick<NamedRatings, 'ratings' | 'looks'>, today: Day): string {
  const told = runsOf(looks.filter(isTold)).map((same) => {
    const [first, ...others] = same.map(({ compared, day }) => ({ compared, on: onDay(day, today) }));
    const when = [
      `At ${first?.compared} ratings, ${first?.on},`,
      ...others.map(({ compared, on }) => `at ${compared}, ${on},`),
    ];
    const shift = same[0]?.shift ?? '';
    return `${inTurn(when)} the last ten were ${shift} than all before, by a point or more; it may have been a shift.`;
  });
  const last = looks.at(-1);
  if (last === undefined || isTold(last)) return told.join(' ');
  const isOfLastTen = last.compared === ratings.length;
  const alike = isOfLastTen
    ? 'The last ten are much like all before.'
    : `At ${last.compared} ratings, ${onDay(last.day, today)}, the last ten were much like all before.`;
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
 * untilDirectionText(ratedQuestions(trustRated)) //=> 'A direction is told from 30 on.'
 */
export function untilDirectionText(ratings: readonly RatedQuestion[]): string {
  const few = ratings.filter(({ names }) => names.some(({ looks }) => looks.length === 0));
  if (few.length === 0) return '';
  const apart = few.some(({ names }) => names.length > 1) ? ', for each name by itself' : '';
  return `A direction is told from ${RATINGS_FOR_DIRECTION} on${apart}.`;
}
