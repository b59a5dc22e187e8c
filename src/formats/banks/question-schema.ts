// A question as a bank file states it: its keys, and what each of them does.
import { COMMITMENT_OUTCOMES, PREDICTION_OUTCOMES } from '../../domain/banks/outcome-names.ts';
import { QUESTION_TYPES, ROLES } from '../../domain/banks/question-bank.ts';
import * as v from 'valibot';
import { ID_PATTERN } from '../../domain/banks/id-pattern.ts';
import { mapping, needed, oneOf, optional } from './schema-shapes.ts';

/** A text in which something can be seen. */
export const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));

const idMessage = 'lowercase letters, digits and single hyphens, such as "my-question"';
/** The name of a bank, a question, a step or an option. */
export const id = v.pipe(v.string(idMessage), v.regex(ID_PATTERN, idMessage));

const scaleMessage = 'a whole number from 0 to 100';
/** A number at the end of a scale. */
export const scaleNumber = v.pipe(
  v.number(scaleMessage),
  v.integer(scaleMessage),
  v.minValue(0, scaleMessage),
  v.maxValue(100, scaleMessage),
);

const countingMessage = 'a whole number, 1 or more';
/** A number of days, weeks, minutes or versions. */
export const countingNumber = v.pipe(
  v.number(countingMessage),
  v.integer(countingMessage),
  v.minValue(1, countingMessage),
);

/** Yes or no, as YAML writes them. */
export const bool = v.boolean('true or false');
/** Tags. */
export const texts = v.array(text, 'a list of text values, such as [one, two]');
/** Other questions, by their ids. */
export const ids = v.array(id, 'a list of question ids, such as [my-question]');

/** One wording for everybody, or one for each role. */
export const textByRole = v.union(
  [text, mapping('wording by role', { manager: text, member: text })],
  'text, or text for each role (manager, member)',
);

/** Whole numbers with words at both ends. */
export const scale = mapping('a scale', {
  min: needed(scaleNumber, 'The lowest number.'),
  max: needed(scaleNumber, 'The highest number, at most 10 above the lowest.'),
  low: needed(text, 'What the lowest number means.'),
  high: needed(text, 'What the highest number means.'),
});

const scaleByRole = v.union(
  [scale, mapping('a scale for each role', { manager: scale, member: scale })],
  'a scale such as {min: 1, max: 5, low: hardly, high: fully}, or one for each role (manager, member)',
);

const option = mapping('an option', {
  value: needed(id, 'The stored value. Never change it once answers exist; the label may be reworded.'),
  label: needed(text, 'The text that is shown.'),
  suggest: optional(text, 'A change to the plan, shown when this option is chosen.'),
  resolves: optional(
    oneOf([...new Set([...PREDICTION_OUTCOMES, ...COMMITMENT_OUTCOMES, 'wait'] as const)]),
    'The outcome this option gives to the predictions and plans that the question resolves. Put "yes" and "no" in quotes.',
  ),
});

const conditionMessage = 'a list of option values, or ">=" and a whole number in quotes';
const condition = v.record(
  v.string(),
  v.union(
    [
      v.pipe(ids, v.minLength(1, 'at least one option value')),
      v.pipe(v.string(conditionMessage), v.regex(/^>=\d+$/, '">=" and a whole number, such as ">=1"')),
    ],
    conditionMessage,
  ),
  'a condition such as {my-choice: [one, two]} or {resolved_predictions: ">=1"}',
);

const sample = v.union(
  [text, v.number('a number'), v.record(v.string(), v.union([text, v.number('a number')]), 'parts')],
  'text, a number, or the parts of a plan or a guess',
);

function question<Type extends v.GenericSchema>(type: Type) {
  return mapping('a question', {
    id: needed(id, 'The name of the question, unique across all banks; never reuse it for something else.'),
    type,
    ask: needed(textByRole, 'The question as it is asked: one wording, or one for each role.'),
    why: optional(text, 'The reason for asking, shown under the question.'),
    nudge: optional(text, 'A thought that may help, offered once after a short answer or when "?" is typed.'),
    smaller: optional(text, 'A smaller version of the question, asked after two skips in a row.'),
    sample: optional(sample, 'A made-up answer, written as in an answers file, shown when "?" is typed.'),
    one_word: optional(
      bool,
      'Text answers: true if one word can be the whole answer; the nudge is then shown only when "?" is typed.',
    ),
    roles: optional(
      v.pipe(
        v.array(oneOf(ROLES.toSorted()), 'a list of roles: [manager], [member]'),
        v.minLength(1, 'at least one role'),
      ),
      'The roles to ask; if left out, both.',
    ),
    core: optional(bool, 'Under questions: true if the short version asks this too; if left out, false.'),
    ideas: optional(
      texts,
      'Tags. When one question is too close to home, those that share a tag with it rest too.',
    ),
    share: optional(
      bool,
      'true if the answer is meant to be told: "coach share" offers it first. With "follow", the text that follows is meant.',
    ),
    private: optional(bool, 'true if the answer never leaves: "coach share" does not offer it.'),
    options: optional(
      v.pipe(
        v.array(option, 'a list of options, each with value and label'),
        v.minLength(2, 'at least two options'),
      ),
      'Choices: the options.',
    ),
    follow: optional(text, 'Choices: a text question asked next, after any value except "nobody".'),
    scale: optional(
      scaleByRole,
      'Scales: the numbers and the words at both ends, or one scale for each role.',
    ),
    na: optional(text, 'Scales: words for "does not apply today".'),
    name: optional(
      textByRole,
      'Scales: a short name for the ratings in "coach insights", or one for each role; if left out, the question is used.',
    ),
    fixed: optional(text, 'Predictions: a ready-made statement, so that coach asks only how likely it is.'),
    resolves: optional(
      v.union([id, ids], 'a question id, or a list of question ids'),
      'For predictions and plans, the choice question that closes them; for choices, the predictions and plans that an answer closes.',
    ),
    when: optional(text, 'Commitments: the words before the moment; if left out, "When".'),
    // eslint-disable-next-line unicorn/no-thenable -- a key of bank files; nobody awaits a schema
    then: optional(text, 'Commitments: the words before the act; if left out, "I will".'),
    by: optional(text, 'Commitments: the question about the date.'),
    likelihood: optional(text, 'Commitments: the question that asks for the likelihood.'),
    obstacle: optional(text, 'Commitments: the question about inner obstacles; if left out, not asked.'),
    due_from: optional(
      id,
      'Predictions and commitments: a date question, from any bank; its answer is suggested as the date.',
    ),
    suggest_from: optional(
      id,
      'Predictions: an earlier text question; its answer is filled in, to keep or change.',
    ),
    recall: optional(ids, 'Questions from any bank; their latest answers are shown before this question.'),
    ask_without_recall: optional(textByRole, 'The wording to use when there is nothing to recall.'),
    repeats: optional(
      id,
      'An earlier question, from any bank; its answer is shown once this one is answered.',
    ),
    show_if: optional(
      condition,
      'A condition: ask only if an earlier choice was answered with one of these values, or if a count is high enough.',
    ),
    every_days: optional(
      countingNumber,
      'Weekly scales: the number of days that must pass after the last answer.',
    ),
  });
}

/** A question whose type is stated, as most are. */
export const plainQuestion = question(needed(oneOf(QUESTION_TYPES), 'The kind of answer.'));

// Questions whose place in the file says their type, so that it may be left out.

/** A question that is not asked any more. */
export const retiredQuestion = mapping('a question that is no longer asked', {
  ...plainQuestion.entries,
  replaced_by: optional(id, 'The question that is asked in its place.'),
});

/** A question of a rotation. */
export const textQuestion = question(optional(oneOf(['text']), 'In a rotation, always text.'));
/** A rating of a check-in. */
export const scaleQuestion = question(optional(oneOf(['scale']), 'Always a scale here.'));
/** The text with which the end of a sitting begins. */
export const closingTake = question(optional(oneOf(['text']), 'A text.'));
/** The plan at the end of a sitting. */
export const closingCommitment = question(optional(oneOf(['commitment']), 'A commitment.'));
/** The guess at the end of a sitting. */
export const closingPrediction = question(optional(oneOf(['prediction']), 'A prediction.'));

/** A question of a bank file. */
export type FileQuestion = Omit<v.InferOutput<typeof plainQuestion>, 'type'> & {
  readonly type?: v.InferOutput<typeof plainQuestion>['type'];
};
