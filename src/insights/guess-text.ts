// The lines of insights about single guesses, and about those that are not scored.
import { percentOf } from '../domain/entry/answer.ts';
import { type Day, dayWords } from '../domain/time/day.ts';
import type { Revised } from '../domain/record/insight.ts';
import type { Guess, GuessGroup } from '../domain/record/scored-predictions.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { aboutWords, capital, counted } from '../pages/text/words.ts';
import { ifAny } from './insight-words.ts';

/**
 * Whether it is known that a guess came true or did not, so that it would be scored if nothing else stood in the way.
 *
 * @example
 * isDecided({ outcome: 'partly' }) //=> false
 */
export function isDecided({ outcome }: Pick<Guess, 'outcome'>): boolean {
  return ['yes', 'no', 'kept', 'not-yet'].includes(outcome);
}

/**
 * One guess: when it was made, how likely it was called, and what became of it.
 *
 * @example
 * const guess = { day: '2026-11-03', about: 'D.', feeling: 'feared', likelihood: 0.7 };
 * guessText({ ...guess, outcome: 'no' }, today) //=> '3 November, about D., feared, 70%: it did not happen.'
 */
export function guessText(
  {
    day,
    about,
    feeling,
    likelihood,
    outcome,
  }: Pick<Guess, 'day' | 'about' | 'feeling' | 'likelihood' | 'outcome'>,
  today: Day | null,
): string {
  const facts = [
    capital(dayWords(day, today)),
    ...(about === null ? [] : [`about ${plainText(about)}`]),
    ...(feeling === 'hoped' ? ['hoped for'] : feeling === 'feared' ? ['feared'] : []),
    ...(likelihood === null ? [] : [`${percentOf(likelihood)}%`]),
  ];
  return `${facts.join(', ')}: ${BECAME[outcome]}.`;
}

const BECAME: Readonly<Record<Guess['outcome'], string>> = {
  yes: 'it happened',
  no: 'it did not happen',
  partly: 'partly',
  unclear: 'nobody can tell',
  untested: 'it was never put to the test',
  kept: 'kept',
  'not-yet': 'not yet',
  'let-go': 'let go',
  open: 'open',
  resting: 'resting',
  unsaid: 'closed without an outcome',
};

/**
 * The guesses that are not scored, and why; empty where there are none.
 *
 * @example
 * uncountedText({ guesses: [{ outcome: 'partly' }, { outcome: 'unclear' }, { outcome: 'open' }] }, 'others')
 * //=> 'Not counted: 1 that partly happened, 1 with no way to tell. Open: 1.'
 */
export function uncountedText({ guesses }: GuessGroup, kind: 'others' | 'oneself'): string {
  const left = guesses.filter(({ happened }) => happened === undefined);
  const number = (...outcomes: readonly Guess['outcome'][]): number =>
    left.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const decided = left.filter(isDecided);
  const late = decided.filter(({ late }) => late).length;
  const parts = [
    ifAny(number('partly'), kind === 'others' ? 'that partly happened' : 'kept in part'),
    ifAny(number('unclear'), 'with no way to tell'),
    ifAny(number('let-go'), 'let go'),
    ifAny(number('unsaid'), 'closed without an outcome'),
    ifAny(late, 'written after the day had passed'),
    ifAny(decided.length - late, 'without a likelihood'),
  ].filter((part) => part !== '');
  const waiting = (['open', 'resting'] as const).flatMap((outcome) => {
    const count = number(outcome);
    return count === 0 ? [] : [`${capital(outcome)}: ${count}.`];
  });
  return [...(parts.length === 0 ? [] : [`Not counted: ${parts.join(', ')}.`]), ...waiting].join(' ');
}

/**
 * How many were never put to the test.
 *
 * @example
 * untestedText(3) //=> '3 guesses were never put to the test.'
 */
export function untestedText(count: number): string {
  return `${counted(count, 'guess', 'guesses')} ${count === 1 ? 'was' : 'were'} never put to the test.`;
}

/**
 * How a likelihood moved once it was known what had happened.
 *
 * @example
 * revisedText({ day: '2026-11-03', about: null, before: 0.7, after: 0.4 }, today)
 * //=> 'Your guess from 3 November: 70% at the time, 40% looking back.'
 */
export function revisedText(
  { day, about, before, after }: Pick<Revised, 'day' | 'about' | 'before' | 'after'>,
  today: Day | null,
): string {
  return `Your guess from ${dayWords(day, today)}${aboutWords(about)}: ${percentOf(before)}% at the time, ${percentOf(after)}% looking back.`;
}
