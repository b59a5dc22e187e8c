// Answers in words: plans and guesses as sentences, likelihoods with their meaning.
import {
  type Answer,
  type Commitment,
  percentOf,
  type Prediction,
  type Skip,
} from '../../domain/entry/answer.ts';
import { dayWords, longDay, type Day } from '../../domain/time/day.ts';
import { plainText } from '../../domain/text/plain-text.ts';

const SKIP_WORDS: Readonly<Record<Skip, string>> = {
  passed: 'Skipped.',
  'not-today': 'Not today.',
  'not-mine': 'Not my situation.',
  'too-close': 'Too close right now.',
};

/**
 * An answer in words for a person to read; terminal control sequences in it are taken out.
 *
 * @param today - Days near it are said in words; null where nobody knows when it will be read: every day in full.
 *
 * @example
 * answerText(openPlan.answer, '2026-11-08') //=> 'I will ask. By 21 November. 80%, likely.'
 */
export function answerText(answer: Answer, today: Day | null): string {
  if (answer.skip !== null) return SKIP_WORDS[answer.skip];
  switch (answer.type) {
    case 'text':
      return plainText(answer.value);
    case 'choice':
      return plainText(answer.legend ?? answer.value);
    case 'scale': {
      if (answer.value === 'na') return plainText(answer.legend ?? 'Does not apply.');
      return answer.legend === undefined
        ? String(answer.value)
        : `${answer.value} (${plainText(answer.legend)})`;
    }
    case 'percent':
      return likelihoodText(answer.value);
    case 'date':
      return dayText(answer.value, today);
    case 'prediction':
      return predictionText(answer.value, today);
    case 'commitment':
      return [
        `${commitmentText(answer.value, today)}${likelihoodSentence(answer.value.likelihood)}`,
        ...whatElse(answer.value),
      ].join('\n');
  }
}

/**
 * A plan as a sentence, without its likelihood. "When" and "I will" stand in it once, typed along or not.
 *
 * @example
 * commitmentText({ when: null, then: 'ask first', by: null, likelihood: null }, today)
 * //=> 'I will ask first.'
 */
export function commitmentText({ when, then, by }: Commitment, today: Day | null): string {
  const moment = when === null ? '' : `When ${plainText(when).replace(/^(?:when|if)\s+/i, '')}, `;
  return `${moment}I will ${actText(then)}${by === null ? '' : ` By ${dayText(by, today)}.`}`;
}

/**
 * What was said beyond a plan itself, a line each.
 *
 * @example
 * whatElse({ obstacle: 'My wish to be right', response: 'ask first' })
 * //=> ['What might get in the way: My wish to be right. If so, I will ask first.']
 */
export function whatElse({
  because,
  obstacle,
  response,
}: Pick<Commitment, 'because' | 'obstacle' | 'response'>): readonly string[] {
  const then = response === undefined ? [] : [`If so, I will ${actText(response)}`];
  return [
    ...(because === undefined ? [] : [`What makes it that likely: ${withStop(plainText(because))}`]),
    ...(obstacle === undefined
      ? then
      : [[`What might get in the way: ${withStop(plainText(obstacle))}`, ...then].join(' ')]),
  ];
}

/** The act of a plan, without an "I will" that was typed along. */
function actText(act: string): string {
  return withStop(plainText(act).replace(/^I(?: will|['\u2019]ll)\s+/i, ''));
}

function predictionText({ expect, sign, likelihood, due, feeling }: Prediction, today: Day | null): string {
  const lines = [
    plainText(expect),
    sign === null ? '' : `The sign: ${plainText(sign)}`,
    [
      likelihood === null ? '' : `${likelihoodText(likelihood)}.`,
      due === null
        ? ''
        : `${today !== null && due < today ? 'You expected to know' : 'You will know'} by ${dayText(due, today)}.`,
      feeling === null || feeling === 'neither' ? '' : `${feeling === 'hoped' ? 'Hoped for' : 'Feared'}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/**
 * A likelihood as a number and its word.
 *
 * @example
 * likelihoodText(0.7) //=> '70%, somewhat likely'
 */
export function likelihoodText(share: number): string {
  const percent = percentOf(share);
  return `${percent}%, ${LIKELIHOODS.find(([most]) => percent <= most)?.[1] ?? 'likely'}`;
}

/** The words, each up to a percent: what is offered goes in steps of five, and anything between counts as the nearer step. */
const LIKELIHOODS = [
  [22, 'unlikely'],
  [47, 'somewhat unlikely'],
  [52, 'could go either way'],
  [77, 'somewhat likely'],
] as const;

function likelihoodSentence(share: number | null): string {
  return share === null ? '' : ` ${likelihoodText(share)}.`;
}

function withStop(text: string): string {
  return /[.!?\u2026]["'\u201d\u2019)]?$/.test(text) ? text : `${text}.`;
}

function dayText(day: Day, today: Day | null): string {
  return today === null ? longDay(day) : dayWords(day, today);
}
