// Plans and guesses named by their days, without a word of what was written.
import { CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { commitmentText } from './answer-text.ts';
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import { aboutWords, capital } from '../text/words.ts';

/**
 * Which plan or guess it is, without a word of what was written.
 *
 * @example
 * itemLine(openPlan, '2026-11-22') //=> 'a plan from 8 November, due yesterday'
 */
export function itemLine({ kind, entry, due }: Followed, today: Day): string {
  return `a ${itemWord(kind)} from ${dayWords(entry.day, today)}, due ${dayWords(due, today)}`;
}

/**
 * Which plan or guess it is, and about whom.
 *
 * @example
 * itemName({ kind: 'commitment', entry: { day: '2026-11-21', about: 'D.' } }, '2026-11-22') //=> 'Plan from yesterday about D.'
 */
export function itemName(
  {
    kind,
    entry,
  }: { readonly kind: Followed['kind']; readonly entry: Pick<Followed['entry'], 'day' | 'about'> },
  today: Day,
): string {
  return `${capital(itemWord(kind))} from ${dayWords(entry.day, today)}${aboutWords(entry.about)}`;
}

/**
 * The word for a plan or a guess.
 *
 * @example
 * itemWord('commitment') //=> 'plan'
 */
export function itemWord(kind: Followed['kind']): string {
  return kind === 'commitment' ? 'plan' : 'guess';
}

/**
 * A plan or a guess in the person's own words, as a question holds it: on one line, without the full stop.
 *
 * @example
 * itemWords(openPlan) //=> 'I will ask'
 */
export function itemWords(item: Followed): string {
  const words =
    item.kind === 'commitment' ? commitmentText({ ...item.commitment, by: null }, null) : item.guess.expect;
  return oneLine(words).replace(/(?<![.])[.]$/, '');
}

/**
 * The command that asks about a plan or a guess which a review leaves to something else.
 *
 * @example
 * asksAbout({ entry: { bank: 'prepare' } }) //=> 'coach reflect debrief'
 */
export function asksAbout({ entry }: { readonly entry: Pick<Followed['entry'], 'bank'> }): string {
  return entry.bank === CHALLENGE_BANK ? 'coach challenge ready' : 'coach reflect debrief';
}
