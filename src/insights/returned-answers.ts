// The two latest answers to a question that came back, and their texts, which outlines leave out.
import type { Answer } from '../domain/entry/answer.ts';
import { type Entry, newestFirst } from '../domain/entry/entry.ts';
import type { ReturnedQuestion } from '../domain/record/repeated-questions.ts';
import { sameAbout } from '../domain/text/plain-text.ts';

/** An answer, and the entry that it stands in. */
export interface GivenAnswer {
  readonly entry: Entry;
  /** Its place among the answers of that entry. */
  readonly place: number;
  readonly answer: Answer;
}

/** The two latest answers to a question that came back, the earlier one first. */
export interface ThenAndNow {
  readonly returned: ReturnedQuestion;
  readonly answers: readonly GivenAnswer[];
}

/**
 * The two latest answers to a question about the same people, the earlier one first.
 *
 * @example
 * latestAnswers([entry], { question: 'member-felt', about: 'D.' }).map(({ answer }) => answer.question) //=> ['member-felt']
 */
export function latestAnswers(
  entries: readonly Entry[],
  { question, about }: Pick<ReturnedQuestion, 'question' | 'about'>,
): readonly GivenAnswer[] {
  return entries
    .filter((entry) => sameAbout(entry.about, about))
    .toSorted((one, other) => newestFirst(other, one))
    .flatMap((entry) =>
      entry.answers
        .map((answer, place) => ({ entry, place, answer }))
        .filter(({ answer }) => answer.question === question && answer.skip === null)
        .filter(({ answer }) => answer.closes === undefined && answer.continues === undefined),
    )
    .slice(-2);
}

/**
 * The entries whose texts have to be read for some answers.
 *
 * @example
 * lackingTexts([{ answers: latestAnswers([entry], { question: 'member-felt', about: 'D.' }) }]) //=> []
 */
export function lackingTexts(all: readonly Pick<ThenAndNow, 'answers'>[]): readonly Entry[] {
  const lacking = all.flatMap(({ answers }) => answers.filter(({ answer }) => lacksText(answer)));
  return [...new Set(lacking.map(({ entry }) => entry))];
}

function lacksText({ type, value }: Answer): boolean {
  return type === 'text' && value === '';
}

/**
 * The same answers with their texts. One that is not there any more is left out.
 *
 * @param wholeOf - The entry of an outline, with its texts.
 *
 * @example
 * withTexts([], () => undefined) //=> []
 */
export function withTexts(
  all: readonly ThenAndNow[],
  wholeOf: (outline: Entry) => Entry | undefined,
): readonly ThenAndNow[] {
  return all.map(({ returned, answers }) => ({
    returned,
    answers: answers.flatMap((given): readonly GivenAnswer[] => {
      if (!lacksText(given.answer)) return [given];
      const whole = wholeOf(given.entry)?.answers[given.place];
      return whole?.question === given.answer.question ? [{ ...given, answer: whole }] : [];
    }),
  }));
}
