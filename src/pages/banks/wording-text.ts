// Remarks on the wording of questions, in words.
import type { WordingRemark } from '../../domain/banks/wording-remarks.ts';

/**
 * How a question is worded otherwise than the built-in ones.
 *
 * @example
 * wordingText({ id: 'mine-delay', remark: 'why' }) //=> 'mine-delay: begins with "why"'
 * wordingText({ id: 'mine-delay', remark: 27 }) //=> 'mine-delay: has 27 words'
 */
export function wordingText({ id, remark }: WordingRemark): string {
  return `${id}: ${typeof remark === 'number' ? `has ${remark} words` : REMARKS[remark]}`;
}

const REMARKS = {
  why: 'begins with "why"',
  'two-questions': 'holds two question marks',
  should: 'says "should"',
} as const;
