// The ratings that stay out of sight until they are given once more.
import type { Answer } from '../entry/answer.ts';
import { type Entry, newestFirst } from '../entry/entry.ts';
import { sameSeat } from './history.ts';
import { sameAbout } from '../text/plain-text.ts';

/**
 * Entries without the ratings that are not to be seen before they are given once more: of a question that another one repeats,
 * the answers that nothing in the same relationship and from the same seat repeats yet.
 *
 * @param entries - The ones to be looked at.
 * @param all - Where the repeating answers may stand; in any order.
 * @param repeats - The question that repeats another one, by the id of the latter.
 *
 * @example
 * const answer = { question: 'challenge-baseline-trust', type: 'scale', value: 3, skip: null };
 * const rated = { ...entry, answers: [answer] };
 * withoutUnseen([rated], [rated], new Map([['challenge-baseline-trust', 'carry-trust']]))[0]?.answers //=> []
 */
export function withoutUnseen(
  entries: readonly Entry[],
  all: readonly Entry[],
  repeats: ReadonlyMap<string, string>,
): readonly Entry[] {
  if (repeats.size === 0) return entries;
  const closing = new Set(repeats.values());
  const repeating = all.filter(({ answers }) => answers.some(({ question }) => closing.has(question)));
  const isSeen = (entry: Entry, { question }: Answer): boolean => {
    const by = repeats.get(question);
    return by === undefined || repeating.some((later) => isAnswerTo(by, later, entry));
  };
  return entries.map((entry) => {
    const seen = entry.answers.filter((answer) => isSeen(entry, answer));
    return seen.length === entry.answers.length ? entry : { ...entry, answers: seen };
  });
}

function isAnswerTo(question: string, later: Entry, entry: Entry): boolean {
  return (
    sameAbout(later.about, entry.about) &&
    sameSeat(later.role, entry.role) &&
    newestFirst(later, entry) <= 0 &&
    later.answers.some((answer) => answer.question === question && answer.skip === null)
  );
}
