import * as v from 'valibot';

/** What a question bank's id, and every id in it, looks like. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The question types, as a bank file writes them. */
const TYPES = ['text', 'choice', 'scale', 'percent', 'date', 'prediction', 'commitment'] as const;
const ROLES = ['manager', 'member'] as const;
const OUTCOMES = ['yes', 'no', 'partly', 'unclear', 'untested', 'wait'] as const;

// Every message below completes the sentence "expected …". The words that would have been right, a mapping's keys or
// the values of a closed list, are kept beside the message, so that a misspelt one can be answered with the near one.
const wordsByExpectation = new Map<string, readonly string[]>();

/** The keys or values that were possible where a message of this schema was given; none for free text. */
export function expectedWords(message: string): readonly string[] {
  return wordsByExpectation.get(message) ?? [];
}

function mapping<const Entries extends v.ObjectEntries>(name: string, entries: Entries) {
  wordsByExpectation.set(name, Object.keys(entries));
  return v.strictObject(entries, name);
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  const message = `one of ${values.join(', ')}`;
  wordsByExpectation.set(message, values);
  return v.picklist(values, message);
}

/** A key that may be left out, with what it does. */
function optional<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.exactOptional(v.pipe(schema, v.description<v.InferOutput<Schema>, string>(description)));
}

/** A key that may not be left out, with what it does. */
function needed<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description<v.InferOutput<Schema>, string>(description));
}

const text = v.pipe(v.string('text'), v.regex(/\S/, 'text that is not empty'));
const idMessage = 'small letters, digits and single hyphens, such as "my-question"';
const id = v.pipe(v.string(idMessage), v.regex(ID_PATTERN, idMessage));
const scaleMessage = 'a whole number from 0 to 100';
const scaleNumber = v.pipe(
  v.number(scaleMessage),
  v.integer(scaleMessage),
  v.minValue(0, scaleMessage),
  v.maxValue(100, scaleMessage),
);
const countingMessage = 'a whole number, 1 or more';
const countingNumber = v.pipe(
  v.number(countingMessage),
  v.integer(countingMessage),
  v.minValue(1, countingMessage),
);
const bool = v.boolean('true or false');
const texts = v.array(text, 'a list of texts, such as [one, two]');
const ids = v.array(id, 'a list of question ids, such as [my-question]');

export const textByRole = v.union(
  [text, mapping('a wording by role', { manager: text, member: text })],
  'text, or one text for each role (manager, member)',
);

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
/** A question whose place says its type, so that it need not be stated. */
export const textQuestion = question(optional(oneOf(['text']), 'A rotation holds text questions only.'));
export const scaleQuestion = question(optional(oneOf(['scale']), 'Only scales stand here.'));
export const closingCommitment = question(optional(oneOf(['commitment']), 'A commitment.'));
export const closingPrediction = question(optional(oneOf(['prediction']), 'A prediction.'));

const questions = v.array(plainQuestion, 'a list of questions');
const scales = v.array(scaleQuestion, 'a list of scales');

const step = mapping('a step', {
  id: needed(id, 'The name of the step.'),
  week: needed(countingNumber, 'The week in which it begins, counted from 1.'),
  weeks: optional(countingNumber, 'How many weeks it takes; left out: one.'),
  stage: needed(text, 'The stretch of the way it belongs to.'),
  title: needed(text, 'The name of the step as it is shown.'),
  aim: needed(text, 'What it is for, in a sentence.'),
  ideas: optional(texts, 'Tags.'),
  questions: needed(questions, 'What is asked when the step begins.'),
  between: needed(text, 'What to try until the next sitting.'),
  evidence: needed(questions, 'What is asked when it is over; may be empty.'),
  caution: optional(text, 'When not to do it.'),
});

/** A question bank as its YAML file states it. */
export const bankSchema = mapping('a bank', {
  bank: needed(
    v.pipe(id, v.maxLength(60, 'a name of at most 60 letters')),
    'The name of the bank: small letters, digits and hyphens.',
  ),
  version: needed(countingNumber, 'Raise it whenever a wording changes; it is stored with every entry.'),
  role: needed(
    oneOf(['manager', 'member', 'both', 'none']),
    'Whose bank it is. both: the role decides what is asked; none: everybody is asked the same and no role is stored.',
  ),
  title: needed(text, 'The name as lists show it.'),
  intro: needed(text, 'What is said before the first question.'),
  minutes: optional(
    mapping('minutes', {
      core: optional(countingNumber, 'Minutes for the short version.'),
      full: needed(countingNumber, 'Minutes for all questions.'),
    }),
    'How long it takes.',
  ),
  safety: optional(
    v.array(oneOf(['boundary', 'sharing', 'gentle']), 'a list of notes: [boundary, sharing, gentle]'),
    'Notes that are shown: boundary (talk to a person), sharing (before telling others), gentle (after a heavy one).',
  ),
  scope: optional(questions, 'Programmes: what it is about, asked once.'),
  context: optional(questions, 'Asked first, about the situation itself.'),
  scales: optional(scales, 'Check-ins: the scales of every time.'),
  weekly_scales: optional(
    scales,
    'Check-ins: scales that are asked at an interval, every seven days if none is named.',
  ),
  questions: optional(questions, 'What is asked, in this order.'),
  rotation: optional(
    v.array(textQuestion, 'a list of questions'),
    'Check-ins: one of these each time, the least recently asked first.',
  ),
  steps: optional(
    v.pipe(v.array(step, 'a list of steps'), v.minLength(1, 'at least one step')),
    'A programme of several weeks, step by step.',
  ),
  advance: optional(
    mapping('an advance', {
      next: needed(plainQuestion, 'A choice of next, repeat, pause and stop.'),
      stopped: needed(plainQuestion, 'Asked when the programme was stopped.'),
    }),
    'Programmes: how they move on.',
  ),
  commitment: optional(
    mapping('a review of commitments', {
      status: needed(plainQuestion, 'A choice of kept, partly, not-yet and let-go.'),
      kept: needed(plainQuestion, 'Asked after kept.'),
      partly: needed(plainQuestion, 'Asked after partly.'),
      'not-yet': needed(plainQuestion, 'Asked after not-yet.'),
      'let-go': needed(plainQuestion, 'Asked after let-go.'),
      next: needed(plainQuestion, 'A choice of again, smaller, different and done.'),
      plan: needed(plainQuestion, 'The next plan, a commitment.'),
    }),
    'Reviews: what is asked about a commitment whose date has come.',
  ),
  prediction: optional(
    mapping('a review of predictions', {
      outcome: needed(plainQuestion, 'A choice of yes, no, partly, unclear, untested and wait.'),
      until: needed(plainQuestion, 'A date, asked after wait.'),
      seen: needed(plainQuestion, 'What was seen or heard.'),
      compared: needed(plainQuestion, 'A scale: how it was, compared with what was expected.'),
      again: needed(plainQuestion, 'A percent: the same guess, made today.'),
      learned: needed(plainQuestion, 'What will be expected next time.'),
    }),
    'Reviews: what is asked about a prediction whose date has come.',
  ),
  closing: optional(
    mapping('a closing', {
      commitment: optional(closingCommitment, 'One small act, tied to a moment and a date.'),
      prediction: optional(closingPrediction, 'What is expected to come of it.'),
      tell: optional(plainQuestion, 'Who could know about it, a choice.'),
    }),
    'Asked last: one commitment, one prediction, whom to tell.',
  ),
});

/** A bank file's content, once it is known to have the right shape. */
export type BankFile = v.InferOutput<typeof bankSchema>;
/** A question of a bank file. */
export type FileQuestion = Omit<v.InferOutput<typeof plainQuestion>, 'type'> & {
  readonly type?: v.InferOutput<typeof plainQuestion>['type'];
};
