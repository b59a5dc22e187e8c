// A question bank as its YAML file states it: its keys, and what each of them does.
import { ROLES, SAFETY_NOTES } from '../../domain/banks/question-bank.ts';
import * as v from 'valibot';
import * as shape from './question-schema.ts';

const questions = v.array(shape.plainQuestion, 'a list of questions');
const scales = v.array(shape.scaleQuestion, 'a list of scales');

const step = shape.mapping('a step', {
  id: shape.needed(shape.id, 'The name of the step.'),
  week: shape.needed(shape.countingNumber, 'The week in which it begins, counted from 1.'),
  weeks: shape.optional(shape.countingNumber, 'How many weeks it takes; left out: one.'),
  stage: shape.needed(shape.text, 'The stretch of the way it belongs to.'),
  title: shape.needed(shape.text, 'The name of the step as it is shown.'),
  aim: shape.needed(shape.textByRole, 'What it is for, in a sentence.'),
  ideas: shape.optional(shape.texts, 'Tags.'),
  questions: shape.needed(questions, 'What is asked when the step begins.'),
  between: shape.needed(shape.textByRole, 'What to try until the next sitting.'),
  evidence: shape.needed(questions, 'What is asked when it is over; may be empty.'),
  caution: shape.optional(shape.textByRole, 'When not to do it.'),
});

/** A question bank as its YAML file states it. */
export const bankSchema = shape.mapping('a bank', {
  bank: shape.needed(
    v.pipe(shape.id, v.maxLength(60, 'a name of at most 60 letters')),
    'The name of the bank: small letters, digits and hyphens.',
  ),
  version: shape.needed(
    shape.countingNumber,
    'Raise it whenever a wording changes; it is stored with every entry.',
  ),
  role: shape.needed(
    shape.oneOf([...ROLES.toSorted(), 'both', 'none']),
    'Whose bank it is. both: the role decides what is asked; none: everybody is asked the same and no role is stored.',
  ),
  title: shape.needed(shape.text, 'The name as lists show it.'),
  intro: shape.needed(shape.text, 'What is said before the first question.'),
  minutes: shape.optional(
    shape.mapping('minutes', {
      core: shape.optional(shape.countingNumber, 'Minutes for the short version.'),
      full: shape.needed(shape.countingNumber, 'Minutes for all questions.'),
    }),
    'Not used any more: coach counts what a sitting asks.',
  ),
  asks_about: shape.optional(
    shape.bool,
    'Whether it is asked before the first question whom it is about; left out: no.',
  ),
  safety: shape.optional(
    v.array(shape.oneOf(SAFETY_NOTES), `a list of notes: [${SAFETY_NOTES.join(', ')}]`),
    'Notes that are shown: boundary (talk to a person), sharing (before telling others), gentle (after a heavy one).',
  ),
  scope: shape.optional(questions, 'Programmes: what it is about, asked once.'),
  context: shape.optional(questions, 'Asked first, about the situation itself.'),
  scales: shape.optional(scales, 'Check-ins: the scales of every time.'),
  weekly_scales: shape.optional(
    scales,
    'Check-ins: scales that are asked at an interval, every seven days if none is named.',
  ),
  questions: shape.optional(questions, 'What is asked, in this order.'),
  rotation: shape.optional(
    v.array(shape.textQuestion, 'a list of questions'),
    'Check-ins: one of these each time, the least recently asked first.',
  ),
  steps: shape.optional(
    v.pipe(v.array(step, 'a list of steps'), v.minLength(1, 'at least one step')),
    'A programme of several weeks, step by step.',
  ),
  advance: shape.optional(
    shape.mapping('an advance', {
      next: shape.needed(shape.plainQuestion, 'A choice of next, repeat, pause and stop.'),
      stopped: shape.needed(shape.plainQuestion, 'Asked when the programme was stopped.'),
    }),
    'Programmes: how they move on.',
  ),
  commitment: shape.optional(
    shape.mapping('a review of commitments', {
      status: shape.needed(shape.plainQuestion, 'A choice of kept, partly, not-yet and let-go.'),
      kept: shape.needed(shape.plainQuestion, 'Asked after kept.'),
      partly: shape.needed(shape.plainQuestion, 'Asked after partly.'),
      'not-yet': shape.needed(shape.plainQuestion, 'Asked after not-yet.'),
      'let-go': shape.needed(shape.plainQuestion, 'Asked after let-go.'),
      next: shape.needed(shape.plainQuestion, 'A choice of again, smaller, different and done.'),
      plan: shape.needed(shape.plainQuestion, 'The next plan, a commitment.'),
    }),
    'Reviews: what is asked about a commitment whose date has come.',
  ),
  prediction: shape.optional(
    shape.mapping('a review of predictions', {
      outcome: shape.needed(shape.plainQuestion, 'A choice of yes, no, partly, unclear, untested and wait.'),
      until: shape.needed(shape.plainQuestion, 'A date, asked after wait.'),
      seen: shape.needed(shape.plainQuestion, 'What was seen or heard.'),
      compared: shape.needed(shape.plainQuestion, 'A scale: how it was, compared with what was expected.'),
      again: shape.needed(shape.plainQuestion, 'A percent: the same guess, made today.'),
      learned: shape.needed(shape.plainQuestion, 'What will be expected next time.'),
    }),
    'Reviews: what is asked about a prediction whose date has come.',
  ),
  closing: shape.optional(
    shape.mapping('a closing', {
      take: shape.optional(
        shape.closingTake,
        'What one takes from the sitting; the texts written so far are shown before it.',
      ),
      commitment: shape.optional(shape.closingCommitment, 'One small act, tied to a moment and a date.'),
      prediction: shape.optional(shape.closingPrediction, 'What is expected to come of it.'),
      tell: shape.optional(shape.plainQuestion, 'Who could know about it, a choice.'),
    }),
    'Asked last: what one takes from it, one commitment, one prediction, whom to tell.',
  ),
  retired: shape.optional(
    v.array(shape.retiredQuestion, 'a list of questions'),
    'Questions that are not asked any more, so that sittings begun with them can be finished.',
  ),
});

/** A bank file's content, once it is known to have the right shape. */
export type BankFile = v.InferOutput<typeof bankSchema>;
