// A made-up answer in words.
import type { Sample } from '../../domain/banks/question-bank.ts';
import type { Day } from '../../domain/time/day.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { commitmentText } from '../record/answer-text.ts';

/**
 * A made-up answer in words; of a plan or a guess, what would be written.
 *
 * @example
 * sampleText({ when: 'the draft is due', then: 'send it unasked', likelihood: 80 }, '2026-11-22')
 * //=> 'When the draft is due, I will send it unasked.'
 */
export function sampleText(sample: Sample, today: Day): string {
  if (typeof sample !== 'object') return plainText(String(sample));
  const { when, then, expect, sign } = sample;
  const text = (part: string | number | undefined): string | null =>
    part === undefined ? null : String(part);
  if (then !== undefined)
    return commitmentText({ when: text(when), then: String(then), by: null, likelihood: null }, today);
  const seen = text(sign);
  return plainText(`${text(expect) ?? ''}${seen === null ? '' : ` (the sign: ${seen})`}`);
}
