// The time since the last look back: the person's own words, and what became of plans and guesses.
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import type { Earlier } from '../../domain/record/history.ts';
import type { Recap } from '../../domain/record/lookback.ts';
import { plainText, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import { answerText } from './answer-text.ts';
import { becameLines } from './became-text.ts';
import { type Page, wrap } from '../text/wrap.ts';

/**
 * The time since the last look back, without comment: what was written, and what became of plans and guesses.
 *
 * @example
 * recapText({ since: '2026-10-23', words: [], more: 0, items: [] }, '2026-11-22', page)
 * //=> 'Since 23 October nothing was written in your own words.'
 */
export function recapText({ since, words, more, items }: Recap, today: Day, page: Page): string {
  const { width, style } = page;
  const day = dayWords(since, today);
  const shown = words.flatMap((earlier) => wordLines(earlier, today, page));
  const rest = more === 0 ? [] : [`And ${more} more: coach journal --since ${since} --full`];
  const became = items.flatMap((item) => itemLines(item, today, page));
  return [
    ...(words.length === 0
      ? [wrap(`Since ${day} nothing was written in your own words.`, width)]
      : [style.strong(wrap(`Your words since ${day}`, width)), ...shown]),
    ...rest.map((line) => style.dim(wrap(line, width))),
    ...(became.length === 0 ? [] : ['', style.strong('Plans and guesses'), ...became]),
  ].join('\n');
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
