// The words of a sitting that goes line by line, for screen readers and simple terminals.
import { FEELINGS, SKIP_REASONS } from '../../domain/entry/answer.ts';
import { usualDayOf } from '../../domain/sitting/answer-from-parts.ts';
import { dayWords } from '../../domain/time/day.ts';
import { neededPart } from '../../domain/sitting/field.ts';
import type { Ask, Sitting } from '../../domain/sitting/sitting.ts';
import { didYouMean } from '../../domain/text/nearest.ts';
import { complaintText, DAY_EXAMPLES, PERCENT_WORDS } from './field-text.ts';

/**
 * One of several with its number, by which it is chosen.
 *
 * @example
 * ['Leave it', 'Throw it away'].map(numberedLine) //=> ['1. Leave it', '2. Throw it away']
 */
export function numberedLine(label: string, index: number): string {
  return `${index + 1}. ${label}`;
}

/**
 * Before the number that is typed.
 *
 * @param usual - Where the choice stands that an empty line takes; -1 where there is none.
 *
 * @example
 * numberLabel(1) //=> 'Number (Enter for 2): '
 */
export function numberLabel(usual: number): string {
  return usual < 0 ? 'Number: ' : `Number (Enter for ${usual + 1}): `;
}

/**
 * What was expected in its place.
 *
 * @example
 * numberExpected(3) //=> 'Type a number from 1 to 3.'
 */
export function numberExpected(choices: number): string {
  return `Type a number from 1 to ${choices}.`;
}

/**
 * Before the numbers that are typed.
 *
 * @param ticked - The numbers of those that are ticked already.
 *
 * @example
 * numbersLabel([]) //=> 'Numbers, such as 1 3 (Enter for none): '
 * numbersLabel([2]) //=> 'Numbers, such as 1 3 (Enter keeps 2): '
 */
export function numbersLabel(ticked: readonly number[]): string {
  return `Numbers, such as 1 3 (Enter ${ticked.length === 0 ? 'for none' : `keeps ${ticked.join(' ')}`}): `;
}

/**
 * What was expected in their place.
 *
 * @example
 * numbersExpected(3) //=> 'Type numbers from 1 to 3, with blanks between them.'
 */
export function numbersExpected(choices: number): string {
  return choices === 1
    ? 'Type 1, or nothing.'
    : `Type numbers from 1 to ${choices}, with blanks between them.`;
}

/**
 * The text so far, and how to go on with it.
 *
 * @example
 * soFarText('One.').split('\n')[0] //=> 'So far: One.'
 */
export function soFarText(given: string): string {
  return `So far: ${given}\nWhat you type is added. :new starts over. A line with a single dot leaves it as it is.`;
}

/**
 * The text that was saved, and how to keep it or write another one.
 *
 * @example
 * asItIsText('One.').split('\n')[0] //=> 'As saved: One.'
 */
export function asItIsText(given: string): string {
  return `As saved: ${given}\nAn empty line keeps it. What you type replaces it.`;
}

/** Before the first line of a text. */
export const HOW_TO_ANSWER = 'Type your answer; a line with a single dot ends it. :help lists the commands.';

/**
 * Before what is typed for one part: what an empty line means.
 *
 * @param given - What stands there already.
 *
 * @example
 * answerLabel(stepAt('member-commitment', 2), '', { today: '2026-11-22', answers: [] }) //=> 'Answer (Enter for 6 December): '
 */
export function answerLabel(
  { field, planned }: Pick<Ask, 'field' | 'planned'>,
  given: string,
  { today, answers }: Pick<Sitting, 'today' | 'answers'>,
): string {
  if (given !== '') return `Answer (Enter keeps ${given}): `;
  if (field.input === 'due')
    return `Answer (Enter for ${dayWords(usualDayOf(planned, today, answers), today)}): `;
  const isNeeded = field.name === neededPart(planned.question);
  return `Answer (${isNeeded ? 'Enter to skip' : 'Enter to leave this part out'}): `;
}

/**
 * The commands that may be typed in the place of an answer.
 *
 * @param near - The one that was likely meant.
 *
 * @example
 * commandsText(':back').startsWith('Did you mean :back? Commands: :back, :skip') //=> true
 */
export function commandsText(near?: string): string {
  const meant = near === undefined ? '' : `${didYouMean(near)} `;
  return `${meant}Commands: :back, :skip (or :skip ${SKIP_REASONS.join(', ')}), :plan (to the last step), :later, :nudge.`;
}

/**
 * What a part takes, in lines.
 *
 * @example
 * expectedLines(stepAt('member-commitment', 2)) //=> ['For example 2026-12-06, friday, in 2 weeks.']
 */
export function expectedLines({
  field,
  planned: { question, scale },
}: Pick<Ask, 'field' | 'planned'>): readonly string[] {
  switch (field.input) {
    case 'choice':
      return (question.options ?? []).map(({ label }, index) => numberedLine(label, index));
    case 'feeling':
      return FEELINGS.map(numberedLine);
    case 'scale':
      return [
        ...(scale === undefined ? [] : [`From ${scale.min}, ${scale.low}, to ${scale.max}, ${scale.high}.`]),
        ...(question.na === undefined ? [] : [`na: ${question.na}`]),
      ];
    case 'due':
    case 'day':
      return [`${DAY_EXAMPLES}.`];
    case 'percent':
      return [`${PERCENT_WORDS}.`, complaintText({ kind: 'percent' })];
    case 'text':
    case 'line':
      return [];
  }
}

/**
 * The remark about lines that were pasted with an answer, and belong to none.
 *
 * @example
 * notTaken(2) //=> '2 more lines came with that answer. They were not used as answers to any other question.'
 * notTaken(1) //=> '1 more line came with that answer. It was not used as an answer to any other question.'
 */
export function notTaken(count: number): string {
  return count === 1
    ? '1 more line came with that answer. It was not used as an answer to any other question.'
    : `${count} more lines came with that answer. They were not used as answers to any other question.`;
}

/** After a line that is as long as a terminal lets one be. */
export const MAY_BE_CUT =
  'That line is 4,095 bytes long, the most a terminal accepts, so its end may be missing. In a text answer, you can continue on another line. For longer lines, use your editor (Ctrl-G, without --plain) or a file (--answers).';
