// The earlier answers of one relationship, question by question.
import type { Answer } from '../entry/answer.ts';
import type { Day } from '../time/day.ts';
import { type Entry, newestFirst, referenceTo } from '../entry/entry.ts';
import { groupedBy } from './grouped-by.ts';
import { type Role, sameSeat } from '../banks/question-bank.ts';
import { sameAbout } from '../text/plain-text.ts';

/** An answer that was given before, and where it stands. */
export interface Earlier {
  readonly entryId: string;
  readonly day: Day;
  readonly answer: Answer;
  /** How many entries of the same history came after that one. */
  readonly since: number;
  /** How many sittings of the same bank, in the same history, came after that one. */
  readonly sittingsSince: number;
}

/** The answers that were given before, question by question. */
export interface History {
  /** Every time the question was asked, the latest first, skips included. */
  askings(question: string): readonly Earlier[];
  /** The latest answer that is not a skip. */
  latest(question: string): Earlier | undefined;
}

/**
 * The history of one relationship, from one seat. Entries about somebody else do not count, since an old answer
 * is only worth seeing beside a new one about the same people; nor do those from the other seat, where the same question may
 * mean something else. An entry without a role counts for both.
 *
 * @param entries - In any order.
 * @param about - Null stands for the entries that name nobody.
 * @param role - Null counts both seats.
 *
 * @example
 * historyOf(entries, 'D.', 'manager').latest('manager-prevent')?.day //=> '2026-11-08'
 */
export function historyOf(entries: readonly Entry[], about: string | null, role: Role | null): History {
  const own = entries
    .filter((entry) => sameAbout(entry.about, about) && sameSeat(entry.role, role))
    .toSorted(newestFirst);
  const sittings = new Map<string, number>();
  const earlier = own.flatMap(({ id: entryId, day, bank, answers }, since) => {
    const sittingsSince = sittings.get(bank) ?? 0;
    sittings.set(bank, sittingsSince + 1);
    return answers.map((answer): Earlier => ({ entryId, day, answer, since, sittingsSince }));
  });
  const byQuestion = groupedBy(earlier, ({ answer }) => answer.question);
  const askings = (question: string): readonly Earlier[] => byQuestion.get(question) ?? [];
  return { askings, latest: (question) => askings(question).find(({ answer }) => answer.skip === null) };
}

/**
 * The latest standing prediction among the questions named that no answer closes yet.
 *
 * @param resolves - Ids of prediction questions, for example `prepare-prediction`.
 * @returns Its reference, or nothing when every one is closed.
 *
 * @example
 * const history = historyOf([prepared], 'D.', 'manager');
 * openPrediction(history, ['prepare-prediction'], new Set()) //=> '8f2qm7c1xy/prepare-prediction'
 */
export function openPrediction(
  history: History,
  resolves: readonly string[],
  closed: ReadonlySet<string>,
): string | undefined {
  return resolves
    .flatMap((question) => history.askings(question))
    .filter(({ answer }) => answer.skip === null)
    .toSorted((one, other) => one.since - other.since)
    .map(({ entryId, answer }) => referenceTo(entryId, answer.question))
    .find((reference) => !closed.has(reference));
}
