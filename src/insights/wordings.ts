// The names of ratings, guesses and questions on the page of insights.
import { forRole, type Question, type QuestionBank, type Role } from '../domain/banks/question-bank.ts';
import { everQuestionsOf } from '../domain/banks/bank-questions.ts';
import type { Obstacle } from '../domain/record/insight.ts';
import type { NamedRatings } from '../domain/record/scale-series.ts';
import type { Guess } from '../domain/record/scored-predictions.ts';
import { commitmentText } from '../pages/record/answer-text.ts';

/** A question as an entry has it: asked from a seat, in words that may hold some of the person's. */
interface AskedQuestion {
  readonly question: string;
  readonly role: Role | null;
  readonly asked: string;
}

/** What things are called. */
export interface Wordings {
  /** The ratings of a question, by the short name that its bank gives them. */
  nameOf(rated: AskedQuestion): string;
  askedOf(returned: AskedQuestion): string;
  guessOf(guess: Pick<Guess, 'question' | 'role' | 'expected'>): string;
  /** What got in the way of plans. */
  obstacleOf(obstacle: Pick<Obstacle, 'question' | 'value' | 'words'>): string;
  /** The words for a rating that does not apply. */
  absentOf(question: string, ratings: Pick<NamedRatings, 'absentWords'>): string;
  /** The question that this one repeats at the end of a challenge. */
  startOf(question: string): string | undefined;
}

/**
 * Names, questions and options by the banks that are still there. The words of an entry are the person's own, and so are its
 * questions as they were asked and what stands in brackets after a value, since a file can be edited: without them a question or an
 * option is called as its bank has it, and by its id or value where no bank does.
 *
 * @param ownWords - The person asked for their own words.
 *
 * @example
 * const guess = { question: 'review-learned', role: null, expected: 'They will rewrite it.' };
 * wordingsOf([review], false).guessOf(guess) //=> 'What will you expect next time?'
 * wordingsOf([review], true).guessOf(guess) //=> 'They will rewrite it.'
 */
export function wordingsOf(banks: readonly QuestionBank[], ownWords: boolean): Wordings {
  const questions = new Map(banks.flatMap(everQuestionsOf).map((question) => [question.id, question]));
  const bare = (id: string, role: Role | null): string => bareWords(questions.get(id), role) ?? id;
  const askedOf = ({ question, role, asked }: AskedQuestion): string =>
    ownWords ? asked : bare(question, role);
  return {
    askedOf,
    nameOf: (rated) => {
      const name = questions.get(rated.question)?.name;
      return name === undefined ? askedOf(rated) : forRole(name, rated.role);
    },
    guessOf: ({ question, role, expected }) => {
      if (!ownWords) return bare(question, role);
      return typeof expected === 'string' ? expected : commitmentText(expected, null);
    },
    obstacleOf: ({ question, value, words }) => {
      if (ownWords) return words;
      return questions.get(question)?.options?.find((option) => option.value === value)?.label ?? value;
    },
    absentOf: (question, { absentWords }) =>
      (ownWords ? absentWords : undefined) ?? questions.get(question)?.na ?? 'does not apply',
    startOf: (question) => questions.get(question)?.repeats,
  };
}

/** A ready-made statement says more than the question how likely it is. */
function bareWords(question: Question | undefined, role: Role | null): string | undefined {
  return question && (question.fixed ?? forRole(question.ask, role));
}
