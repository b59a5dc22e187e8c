// A question bank as its YAML file states it: its keys, and what each of them does.
import { ROLES, SAFETY_NOTES } from '../../domain/banks/question-bank.ts';
import * as v from 'valibot';
import * as shape from './question-schema.ts';

const questions = v.array(shape.plainQuestion, 'a list of questions');
const scales = v.array(shape.scaleQuestion, 'a list of scales');

const step = shape.mapping('a step', {
  id: shape.needed(shape.id, 'The name of the step.'),
  week: shape.needed(shape.countingNumber, 'The week in which the step begins, counted from 1.'),
  weeks: shape.optional(shape.countingNumber, 'How many weeks the step takes; if left out, one.'),
  stage: shape.needed(shape.text, 'The part of the programme that the step belongs to.'),
  title: shape.needed(shape.text, 'The name of the step as it is shown.'),
  aim: shape.needed(shape.textByRole, 'The purpose, in a sentence.'),
  ideas: shape.optional(shape.texts, 'Tags.'),
  questions: shape.needed(questions, 'Questions asked when the step begins.'),
  between: shape.needed(shape.textByRole, 'Something to try before the next sitting.'),
  evidence: shape.needed(questions, 'Questions asked when the step is over; the list may be empty.'),
  caution: shape.optional(shape.textByRole, 'A warning about when not to try the step.'),
});

/** A question bank as its YAML file states it. */
export const bankSchema = shape.mapping('a bank', {
  bank: shape.needed(
    v.pipe(shape.id, v.maxLength(60, 'a name of at most 60 letters')),
    'The name of the bank: lowercase letters, digits and hyphens.',
  ),
  version: shape.needed(
    shape.countingNumber,
    'A number to raise whenever the wording changes; it is stored with every entry.',
  ),
  role: shape.needed(
    shape.oneOf([...ROLES.toSorted(), 'both', 'none']),
    'Who the bank is for. both: the role decides what is asked; none: everybody is asked the same questions, and no role is stored.',
  ),
  title: shape.needed(shape.text, 'The name shown in lists.'),
  intro: shape.needed(shape.text, 'Text shown before the first question.'),
  minutes: shape.optional(
    shape.mapping('minutes', {
      core: shape.optional(shape.countingNumber, 'Minutes for the short version.'),
      full: shape.needed(shape.countingNumber, 'Minutes for all the questions together.'),
    }),
    'No longer used: coach works out how long a sitting takes.',
  ),
  asks_about: shape.optional(
    shape.bool,
    'true: before the first question, ask who or what the sitting is about; if left out, false.',
  ),
  safety: shape.optional(
    v.array(shape.oneOf(SAFETY_NOTES), `a list of notes: [${SAFETY_NOTES.join(', ')}]`),
    'Notes to show: boundary (talk to a person), sharing (before telling others), gentle (after a heavy sitting).',
  ),
  scope: shape.optional(questions, 'Programmes: questions about the subject, asked once.'),
  context: shape.optional(questions, 'Questions asked first, about the situation itself.'),
  scales: shape.optional(scales, 'Check-ins: scales that are asked every time.'),
  weekly_scales: shape.optional(
    scales,
    'Check-ins: scales that are asked less often, every seven days unless every_days says otherwise.',
  ),
  questions: shape.optional(questions, 'The questions, in this order.'),
  rotation: shape.optional(
    v.array(shape.textQuestion, 'a list of questions'),
    'Check-ins: one of these questions is asked each time, starting with the one asked longest ago.',
  ),
  steps: shape.optional(
    v.pipe(v.array(step, 'a list of steps'), v.minLength(1, 'at least one step')),
    'A programme of several weeks, step by step.',
  ),
  advance: shape.optional(
    shape.mapping('an advance', {
      next: shape.needed(shape.plainQuestion, 'A choice of next, repeat, pause and stop.'),
      stopped: shape.needed(shape.plainQuestion, 'A text question, asked when the programme is stopped.'),
    }),
    'Programmes: questions about how to go on after a step.',
  ),
  commitment: shape.optional(
    shape.mapping('a review of commitments', {
      status: shape.needed(shape.plainQuestion, 'A choice of kept, partly, not-yet and let-go.'),
      kept: shape.needed(shape.plainQuestion, 'Asked after "kept".'),
      partly: shape.needed(shape.plainQuestion, 'Asked after "partly".'),
      'not-yet': shape.needed(shape.plainQuestion, 'Asked after "not-yet".'),
      'let-go': shape.needed(shape.plainQuestion, 'Asked after "let-go".'),
      next: shape.needed(shape.plainQuestion, 'A choice: "again", "smaller", "different" or "done".'),
      plan: shape.needed(shape.plainQuestion, 'The next plan, a commitment.'),
    }),
    'Reviews: questions about a commitment that is due.',
  ),
  prediction: shape.optional(
    shape.mapping('a review of predictions', {
      outcome: shape.needed(shape.plainQuestion, 'A choice of yes, no, partly, unclear, untested and wait.'),
      until: shape.needed(shape.plainQuestion, 'A date, asked after "wait".'),
      seen: shape.needed(shape.plainQuestion, 'Text: what was seen or heard.'),
      compared: shape.needed(shape.plainQuestion, 'A scale: how it was, compared with what was expected.'),
      again: shape.needed(shape.plainQuestion, 'A percentage: the same guess, made today.'),
      learned: shape.needed(shape.plainQuestion, 'Text: what to expect next time.'),
    }),
    'Reviews: questions about a prediction that is due.',
  ),
  closing: shape.optional(
    shape.mapping('a closing', {
      take: shape.optional(
        shape.closingTake,
        'Text: what to take away from the sitting. What has been written so far is shown first.',
      ),
      commitment: shape.optional(shape.closingCommitment, 'One small act, tied to a moment and a date.'),
      prediction: shape.optional(shape.closingPrediction, 'A guess: what will come of it.'),
      tell: shape.optional(shape.plainQuestion, 'A choice: who to tell.'),
    }),
    'Asked last: what you take away from the sitting, one commitment, one prediction, and who to tell.',
  ),
  retired: shape.optional(
    v.array(shape.retiredQuestion, 'a list of questions'),
    'Questions that are no longer asked, kept so that sittings begun with them can be finished.',
  ),
});

/** A bank file's content, once it is known to have the right shape. */
export type BankFile = v.InferOutput<typeof bankSchema>;
