// A question as a bank file states it: its keys, and what each of them does.
import * as v from 'valibot';
import {
  bool,
  countingNumber,
  id,
  ids,
  mapping,
  needed,
  oneOf,
  optional,
  scaleNumber,
  text,
  texts,
} from './expected-values.ts';

/** The question types, as a bank file writes them. */
const TYPES = ['text', 'choice', 'scale', 'percent', 'date', 'prediction', 'commitment'] as const;
const ROLES = ['manager', 'member'] as const;
const OUTCOMES = ['yes', 'no', 'partly', 'unclear', 'untested', 'wait'] as const;

/** One wording for everybody, or one for each role. */
export const textByRole = v.union(
  [text, mapping('a wording by role', { manager: text, member: text })],
  'text, or one text for each role (manager, member)',
);

/** Whole numbers with words at both ends. */
export const scale = mapping('a scale', {
  min: needed(scaleNumber, 'The lowest number.'),
  max: needed(scaleNumber, 'The highest number, at most 10 above the lowest.'),
  low: needed(text, 'What the lowest number means.'),
  high: needed(text, 'What the highest number means.'),
});

const scaleByRole = v.union(
  [scale, mapping('a scale by role', { manager: scale, member: scale })],
  'a scale such as {min: 1, max: 5, low: hardly, high: fully}, or one for each role (manager, member)',
);

const option = mapping('an option', {
  value: needed(id, 'What is stored. Never change it once answers exist; the label may be reworded.'),
  label: needed(text, 'What is shown.'),
  suggest: optional(text, 'A change of plan that is shown once this option is chosen.'),
  resolves: optional(
    oneOf(OUTCOMES),
    'What choosing this says about the predictions that the question resolves. Put "yes" and "no" in quotes.',
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

function question<Type extends v.GenericSchema>(type: Type) {
  return mapping('a question', {
    id: needed(id, 'The name of the question, unique among all banks; never reuse it for another meaning.'),
    type,
    ask: needed(textByRole, 'The question as it is asked: one wording, or one for each role.'),
    why: optional(text, 'The reason for asking, shown under the question.'),
    nudge: optional(text, 'A helping thought, offered once after a short answer or when "?" is typed.'),
    smaller: optional(text, 'A reduced form of the question, asked after it was skipped twice running.'),
    sample: optional(text, 'An example wording, shown under the reason.'),
    roles: optional(
      v.pipe(
        v.array(oneOf(ROLES), 'a list of roles: [manager], [member]'),
        v.minLength(1, 'at least one role'),
      ),
      'Who is asked; both when it is left out.',
    ),
    core: optional(bool, 'Under questions: whether the short version asks it too; left out: no.'),
    ideas: optional(texts, 'Tags: questions that share one rest together when one of them was too close.'),
    options: optional(
      v.pipe(
        v.array(option, 'a list of options, each with value and label'),
        v.minLength(2, 'at least two options'),
      ),
      'Choices: what can be chosen.',
    ),
    follow: optional(text, 'Choices: asked next, as text, once anything but the value "nobody" is chosen.'),
    scale: optional(
      scaleByRole,
      'Scales: the numbers and the words at both ends, or one scale for each role.',
    ),
    na: optional(text, 'Scales: words for "does not apply today".'),
    name: optional(
      textByRole,
      'Scales: a short name for its ratings in "coach insights", or one for each role; left out: the question.',
    ),
    fixed: optional(text, 'Predictions: a ready-made statement, so that only the likelihood is asked.'),
    resolves: optional(
      v.union([id, ids], 'a question id, or a list of question ids'),
      'Predictions: the choice that closes this one. Choices: the predictions that an answer closes.',
    ),
    when: optional(text, 'Commitments: the lead-in of the moment; left out: "When".'),
    // eslint-disable-next-line unicorn/no-thenable -- a key of bank files; nobody awaits a schema
    then: optional(text, 'Commitments: the lead-in of the act; left out: "I will".'),
    by: optional(text, 'Commitments: the question for the date.'),
    likelihood: optional(text, 'Commitments: the question for the likelihood.'),
    recall: optional(ids, 'Questions, of any bank, whose latest answers are shown before this one is asked.'),
    ask_without_recall: optional(textByRole, 'The wording when there is nothing to recall.'),
    repeats: optional(id, 'An earlier question, of any bank, whose answer is shown after this one is given.'),
    show_if: optional(
      condition,
      'Ask only if an earlier choice was answered with one of these values, or if a count is high enough.',
    ),
    every_days: optional(countingNumber, 'Weekly scales: days that must have passed since the last answer.'),
  });
}

/** A question whose type is stated, as most are. */
export const plainQuestion = question(needed(oneOf(TYPES), 'What kind of answer it takes.'));

// Questions whose places say their types, so that they need not be stated.

/** A question of a rotation. */
export const textQuestion = question(optional(oneOf(['text']), 'A rotation holds text questions only.'));
/** A rating of a check-in. */
export const scaleQuestion = question(optional(oneOf(['scale']), 'Only scales stand here.'));
/** The plan at the end of a sitting. */
export const closingCommitment = question(optional(oneOf(['commitment']), 'A commitment.'));
/** The guess at the end of a sitting. */
export const closingPrediction = question(optional(oneOf(['prediction']), 'A prediction.'));

/** A question of a bank file. */
export type FileQuestion = Omit<v.InferOutput<typeof plainQuestion>, 'type'> & {
  readonly type?: v.InferOutput<typeof plainQuestion>['type'];
};
