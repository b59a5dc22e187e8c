// The questions that were answered more than once about the same people.
import type { Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import { foldedAbout } from '../text/plain-text.ts';

/** A question that was answered at least twice about the same people. */
export interface ReturnedQuestion {
  readonly question: string;
  /** As it was asked the last time. */
  readonly asked: string;
  readonly about: string | null;
  /** The seat that it was answered from the last time. */
  readonly role: Role | null;
  readonly times: number;
  /** The days of the last answer and of the one before. */
  readonly latest: Day;
  readonly before: Day;
}

/** Not these: a scale is a rating, and plans and guesses have outcomes instead of answers that return. */
const OTHERWISE_TOLD: readonly string[] = ['scale', 'prediction', 'commitment'];

/**
 * The questions that were answered at least twice about the same people, those answered last first. An answer that looks back on
 * a plan or a guess is not one to a question that returns.
 *
 * @param entries - Each once, in the order of time.
 * @param asksNothing - Whether a bank asks the same each time and means nothing by it: a free page, a review.
 *
 * @example
 * returnedQuestions([entry, { ...entry, day: '2026-11-29' }], () => false)[0]
 * //=> { question: 'member-felt', about: 'D.', times: 2, latest: '2026-11-29', before: '2026-11-22', … }
 */
export function returnedQuestions(
  entries: readonly Entry[],
  asksNothing: (bank: string) => boolean,
): readonly ReturnedQuestion[] {
  const found = new Map<string, ReturnedQuestion & { readonly turn: number }>();
  let turn = 0;
  for (const { bank, about, role, day, answers } of entries) {
    if (asksNothing(bank)) continue;
    const whom = foldedAbout(about);
    for (const { question, asked, type, skip, closes, continues } of answers) {
      const isBack = skip === null && closes === undefined && continues === undefined;
      if (!isBack || OTHERWISE_TOLD.includes(type)) continue;
      const key = `${question} ${whom}`;
      const known = found.get(key);
      turn++;
      if (!known) found.set(key, { question, asked, about, role, times: 1, latest: day, before: day, turn });
      else {
        const { times, latest: before } = known;
        Object.assign(known, { asked, about, role, times: times + 1, latest: day, before, turn });
      }
    }
  }
  return Array.from(found.values())
    .filter(({ times }) => times > 1)
    .toSorted((one, other) => other.turn - one.turn)
    .map(({ turn: _turn, ...returned }) => returned);
}
