// The time since the last look back: ratings, the person's own words, what became of plans and guesses.
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import type { Earlier } from '../../domain/record/history.ts';
import type { Recap } from '../../domain/record/lookback.ts';
import type { RatedQuestion } from '../../domain/record/scale-series.ts';
import { plainText, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import { answerText } from './answer-text.ts';
import { becameLines } from './became-text.ts';
import { stemLines } from '../text/plot.ts';
import { type Page, wrap } from '../text/wrap.ts';

/**
 * The time since the last look back, without comment: the ratings, what was written, and what became of plans and guesses.
 *
 * @example
 * const nothing = { words: [], more: 0, items: [], moreItems: 0, resting: [], moreResting: 0, ratings: [] };
 * recapText({ since: '2026-10-23', ...nothing }, '2026-11-22', page)
 * //=> 'You have written nothing in your own words since 23 October.'
 */
export function recapText(recap: Recap, today: Day, page: Page): string {
  const { since, words, more, items, moreItems, resting, moreResting } = recap;
  const { width, style } = page;
  const day = dayWords(since, today);
  const dim = (line: string): string => style.dim(wrap(line, width));
  const ratings = recap.ratings.flatMap((rated) => ratingLines(rated, today, page));
  return [
    ...(ratings.length === 0 ? [] : [style.strong(wrap(`Your ratings since ${day}`, width)), ...ratings, '']),
    ...(words.length === 0
      ? [wrap(`You have written nothing in your own words since ${day}.`, width)]
      : [style.strong(wrap(`Your words since ${day}`, width))]),
    ...words.flatMap((earlier) => wordLines(earlier, today, page)),
    ...(more === 0 ? [] : [dim(`And ${more} more: coach journal --since ${since} --full`)]),
    ...(items.length === 0 ? [] : ['', style.strong('Plans and guesses')]),
    ...items.flatMap((item) => itemLines(item, today, page)),
    ...(moreItems === 0 ? [] : [dim(`And ${moreItems} more: coach journal --bank review --since ${since}`)]),
    ...(resting.length === 0 ? [] : ['', style.strong('Resting')]),
    ...resting.flatMap((item) => itemLines(item, today, page)),
    ...(moreResting === 0 ? [] : [dim(`And ${moreResting} more resting: coach plans --resting`)]),
  ].join('\n');
}

/** The numbers of each name by themselves, month by month. */
function ratingLines({ asked, names }: RatedQuestion, today: Day, { width, style }: Page): readonly string[] {
  return names.flatMap((own) => {
    const { about, ratings } = own;
    if (ratings.length === 0) return [];
    const whose = about === null ? '' : ` · ${plainText(about)}`;
    return [
      '',
      style.dim(wrap(`${plainText(asked)}${whose}`, width)),
      ...stemLines(own, today, width - 2).map((line) => `  ${line}`),
    ];
  });
}

function wordLines({ day, answer }: Earlier, today: Day, { width, style }: Page): readonly string[] {
  return [
    '',
    style.dim(wrap(`${dayWords(day, today)} · ${plainText(answer.asked)}`, width)),
    wrap(withoutBlankEnds(answerText(answer, today)), width, '  '),
  ];
}

function itemLines(item: Followed, today: Day, { width, style }: Page): readonly string[] {
  return [
    '',
    wrap(answerText(item.answer, today), width, '  '),
    ...becameLines(item, today).map((line) => style.dim(wrap(line, width, '  '))),
  ];
}
