// A question bank as its YAML file states it: its keys, and what each of them does.
import { ROLES, SAFETY_NOTES } from '../../domain/banks/question-bank.ts';
import * as v from 'valibot';
import * as shape from './question-schema.ts';
import { mapping, needed, oneOf, optional } from './schema-shapes.ts';

const questions = v.array(shape.plainQuestion, 'a list of questions');
const scales = v.array(shape.scaleQuestion, 'a list of scales');

const step = mapping('a step', {
  id: needed(shape.id, 'The name of the step.'),
  week: needed(shape.countingNumber, 'The week in which the step begins, counted from 1.'),
  weeks: optional(shape.countingNumber, 'How many weeks the step takes; if left out, one.'),
  stage: needed(shape.text, 'The part of the programme that the step belongs to.'),
  title: needed(shape.text, 'The name of the step as it is shown.'),
  aim: needed(shape.textByRole, 'The purpose, in a sentence.'),
  ideas: optional(shape.texts, 'Tags.'),
  questions: needed(questions, 'Questions asked when the step begins.'),
  between: needed(shape.textByRole, 'Something to try before the next sitting.'),
  evidence: needed(questions, 'Questions asked when the step is over; the list may be empty.'),
  caution: optional(shape.textByRole, 'A warning about when not to try the step.'),
});

/** A question bank as its YAML file states it. */
export const bankSchema = mapping('a bank', {
  bank: needed(
    v.pipe(shape.id, v.maxLength(60, 'a name of at most 60 letters')),
    'The name of the bank: lowercase letters, digits and hyphens.',
  ),
  version: needed(
    shape.countingNumber,
    'A number to raise whenever the wording changes; it is stored with every entry.',
  ),
  role: needed(
    oneOf([...ROLES.toSorted(), 'both', 'none']),
    'Who the bank is for. both: the role decides what is asked; none: everybody is asked the same questions, and no role is stored.',
  ),
  title: needed(shape.text, 'The name shown in lists.'),
  intro: needed(shape.text, 'Text shown before the first question.'),
  minutes: optional(
    mapping('minutes', {
      core: optional(shape.countingNumber, 'Minutes for the short version.'),
      full: needed(shape.countingNumber, 'Minutes for all the questions together.'),
    }),
    'No longer used: coach works out how long a sitting takes.',
  ),
  asks_about: optional(
    shape.bool,
    'true: before the first question, ask who or what the sitting is about; if left out, false.',
  ),
  safety: optional(
    v.array(oneOf(SAFETY_NOTES), `a list of notes: [${SAFETY_NOTES.join(', ')}]`),
    'Notes to show: boundary (talk to a person), sharing (before telling others), gentle (after a heavy sitting).',
  ),
  scope: optional(questions, 'Programmes: questions about the subject, asked once.'),
  context: optional(questions, 'Questions asked first, about the situation itself.'),
  scales: optional(scales, 'Check-ins: scales that are asked every time.'),
  weekly_scales: optional(
    scales,
    'Check-ins: scales that are asked less often, every seven days unless every_days says otherwise.',
  ),
  questions: optional(questions, 'The questions, in this order.'),
  rotation: optional(
    v.array(shape.textQuestion, 'a list of questions'),
    'Check-ins: one of these questions is asked each time, starting with the one asked longest ago.',
  ),
  steps: optional(
    v.pipe(v.array(step, 'a list of steps'), v.minLength(1, 'at least one step')),
    'A programme of several weeks, step by step.',
  ),
  advance: optional(
    mapping('an advance', {
      next: needed(shape.plainQuestion, 'A choice of next, repeat, pause and stop.'),
      stopped: needed(shape.plainQuestion, 'A text question, asked when the programme is stopped.'),
    }),
    'Programmes: questions about how to go on after a step.',
  ),
  commitment: optional(
    mapping('a review of commitments', {
      status: needed(shape.plainQuestion, 'A choice of kept, partly, not-yet and let-go.'),
      kept: needed(shape.plainQuestion, 'Asked after "kept".'),
      partly: needed(shape.plainQuestion, 'Asked after "partly".'),
      'not-yet': needed(shape.plainQuestion, 'Asked after "not-yet".'),
      'let-go': needed(shape.plainQuestion, 'Asked after "let-go".'),
      next: needed(shape.plainQuestion, 'A choice: "again", "smaller", "different" or "done".'),
      plan: needed(shape.plainQuestion, 'The next plan, a commitment.'),
    }),
    'Reviews: questions about a commitment that is due.',
  ),
  prediction: optional(
    mapping('a review of predictions', {
      outcome: needed(shape.plainQuestion, 'A choice of yes, no, partly, unclear, untested and wait.'),
      until: needed(shape.plainQuestion, 'A date, asked after "wait".'),
      seen: needed(shape.plainQuestion, 'Text: what was seen or heard.'),
      compared: needed(shape.plainQuestion, 'A scale: how it was, compared with what was expected.'),
      again: needed(shape.plainQuestion, 'A percentage: the same guess, made today.'),
      learned: needed(shape.plainQuestion, 'Text: what to expect next time.'),
    }),
    'Reviews: questions about a prediction that is due.',
  ),
  closing: optional(
    mapping('a closing', {
      take: optional(
        shape.closingTake,
        'Text: what to take away from the sitting. What has been written so far is shown first.',
      ),
      commitment: optional(shape.closingCommitment, 'One small act, tied to a moment and a date.'),
      prediction: optional(shape.closingPrediction, 'A guess: what will come of it.'),
      tell: optional(shape.plainQuestion, 'A choice: who to tell.'),
    }),
    'Asked last: what you take away from the sitting, one commitment, one prediction, and who to tell.',
  ),
  retired: optional(
    v.array(shape.retiredQuestion, 'a list of questions'),
    'Questions that are no longer asked, kept so that sittings begun with them can be finished.',
  ),
});

/** A bank file's content, once it is known to have the right shape. */
export type BankFile = v.InferOutput<typeof bankSchema>;
