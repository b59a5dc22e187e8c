// Remarks on questions that are worded otherwise than the built-in ones.
import type { Question, QuestionBank } from './question-bank.ts';
import { questionsOf } from './bank-questions.ts';
import { wordCount } from '../text/plain-text.ts';

/** Something about how a question is worded, told without advice; a number is that of its words. */
export interface WordingRemark {
  readonly id: string;
  readonly remark: 'why' | 'two-questions' | 'should' | number;
}

/** So many words can be taken in at one reading (docs/method.md, How the questions are written). */
const MOST_WORDS = 26;

/**
 * Where a bank's questions are worded otherwise than the built-in ones: they begin with "why", ask two things at once,
 * say "should", or run to more than 26 words. Remarks, not mistakes: everyone may word their own questions.
 *
 * What is asked counts, in every wording: `ask`, `askWithoutRecall`, `smaller` and `follow`; reasons and nudges do not.
 * See "How the questions are written" in docs/method.md.
 *
 * @example
 * const mine = { ...member, questions: [{ id: 'mine-delay', ask: 'Why does it take so long?' }] };
 * wordingRemarks(mine) //=> [{ id: 'mine-delay', remark: 'why' }]
 */
export function wordingRemarks(bank: QuestionBank): readonly WordingRemark[] {
  return questionsOf(bank).flatMap((question) => {
    const remarks = wordingsOf(question).flatMap(remarksOn);
    return [...new Set(remarks)].map((remark) => ({ id: question.id, remark }));
  });
}

function wordingsOf({ ask, askWithoutRecall, smaller }: Question): readonly string[] {
  return [ask, askWithoutRecall, smaller].flatMap((wording) => {
    if (wording === undefined) return [];
    return typeof wording === 'string' ? [wording] : [wording.manager, wording.member];
  });
}

function remarksOn(wording: string): readonly WordingRemark['remark'][] {
  const words = wordCount(wording);
  return [
    ...(/^\W*why\b/i.test(wording) ? (['why'] as const) : []),
    ...(wording.split('?').length > 2 ? (['two-questions'] as const) : []),
    ...(/\bshould\b/i.test(wording) ? (['should'] as const) : []),
    ...(words > MOST_WORDS ? [words] : []),
  ];
}
