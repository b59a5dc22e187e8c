// The questions that were answered more than once about the same people.
import type { Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import { foldedAbout } from '../text/plain-text.ts';
import { remembered } from '../text/remembered.ts';

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
 * @param asksNothing - Whether a bank asks the same each time and means nothing by it, or another thing: a free page, a review, another piece of work.
 *
 * @example
 * returnedQuestions([entry, { ...entry, day: '2026-11-29' }], () => false)[0]
 * //=> { question: 'member-felt', about: 'D.', times: 2, latest: '2026-11-29', before: '2026-11-22', … }
 */
export function returnedQuestions(
  entries: readonly Entry[],
  asksNothing: (bank: string) => boolean,
): readonly ReturnedQuestion[] {
  const found: Asked[] = [];
  const nameOf = remembered(foldedAbout);
  const askedOf = remembered((question: string) =>
    remembered((_name: string): Asked => {
      const asked = { question, asked: '', times: 0, turn: 0 };
      found.push(asked);
      return asked;
    }),
  );
  let turn = 0;
  // By their places: V8 makes an object of each step of a loop that does not run for long.
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry || asksNothing(entry.bank)) continue;
    const { answers } = entry;
    for (let place = 0; place < answers.length; place++) {
      const answer = answers[place];
      if (!answer || OTHERWISE_TOLD.includes(answer.type)) continue;
      const { question, asked, skip, closes, continues } = answer;
      if (skip !== null || closes !== undefined || continues !== undefined) continue;
      const own = askedOf(question)(nameOf(entry.about));
      own.times++;
      own.turn = ++turn;
      own.asked = asked;
      own.before = own.latest;
      own.latest = entry;
    }
  }
  return found
    .toSorted((one, other) => other.turn - one.turn)
    .flatMap(({ question, asked, times, latest, before }): ReturnedQuestion[] =>
      latest && before
        ? [
            {
              question,
              asked,
              about: latest.about,
              role: latest.role,
              times,
              latest: latest.day,
              before: before.day,
            },
          ]
        : [],
    );
}

/** A question about the same people, while entries are gone through: how often, and where last. */
interface Asked {
  readonly question: string;
  asked: string;
  times: number;
  turn: number;
  latest?: Entry | undefined;
  before?: Entry | undefined;
}
