// A question bank as its YAML file states it: its keys, and what each of them does.
import { ROLES, SAFETY_NOTES } from '../../domain/banks/question-bank.ts';
import * as v from 'valibot';
import {
  countingNumber,
  id,
  mapping,
  needed,
  oneOf,
  optional,
  text,
  texts,
  closingCommitment,
  closingPrediction,
  plainQuestion,
  scaleQuestion,
  textQuestion,
} from './question-schema.ts';

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
    oneOf([...ROLES.toSorted(), 'both', 'none']),
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
    v.array(oneOf(SAFETY_NOTES), `a list of notes: [${SAFETY_NOTES.join(', ')}]`),
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
