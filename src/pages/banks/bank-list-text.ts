// The words around banks: in their list, when one is checked, and when one is written.
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import type { Style } from '../text/style.ts';
import { counted } from '../text/words.ts';
import type { WordingRemark } from '../../domain/banks/wording-remarks.ts';

/**
 * A bank in a list: its title, how many questions it has, and whether it is the person's own.
 *
 * @example
 * bankFacts(checkin, true, page.style) //=> 'Two minutes today (28 questions, yours)'
 */
export function bankFacts(bank: QuestionBank, own: boolean, { dim }: Style): string {
  const facts = `${counted(questionsOf(bank).length, 'question')}${own ? ', yours' : ''}`;
  return `${plainText(bank.title)} ${dim(`(${facts})`)}`;
}

/**
 * The error of a list in which some banks could not be read.
 *
 * @example
 * brokenBanks(2).message //=> '2 question sets have problems'
 */
export function brokenBanks(count: number): CoachError {
  return new CoachError(`${counted(count, 'question set')} ${count === 1 ? 'has' : 'have'} problems`);
}

/**
 * The place of the person's own banks.
 *
 * @example
 * ownBanksLine('/banks') //=> 'Your own question sets are in /banks'
 */
export function ownBanksLine(folder: string): string {
  return `Your own question sets are in ${folder}`;
}

/**
 * The verdict on a bank without mistakes.
 *
 * @param named - The name that it was given on the command line.
 *
 * @example
 * soundBank('mine', checkin) //=> 'mine: 28 questions, no problems'
 */
export function soundBank(named: string, bank: QuestionBank): string {
  return `${named}: ${counted(questionsOf(bank).length, 'question')}, no problems`;
}

/**
 * The error of a name that no bank can have.
 *
 * @example
 * badBankName('My Team', 60).message //=> '"My Team" cannot be the name of a question set'
 */
export function badBankName(name: string, longest: number): UsageError {
  return new UsageError(`"${oneLine(name)}" cannot be the name of a question set`, {
    hint: `Use at most ${longest} lower-case letters, digits and hyphens, for example: coach banks new my-team`,
  });
}

/**
 * The error of a name that a bank has.
 *
 * @example
 * bankExists('mine', 'mine.yaml').message //=> 'there is already a question set called "mine": mine.yaml'
 */
export function bankExists(name: string, file: string): UsageError {
  return new UsageError(`there is already a question set called "${name}": ${file}`, {
    hint: 'Choose another name.',
  });
}

/**
 * The way on with a new bank.
 *
 * @example
 * editNewBank('mine') //=> 'Edit it, then run: coach reflect mine'
 */
export function editNewBank(name: string): string {
  return `Edit it, then run: coach reflect ${name}`;
}

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
  'two-questions': 'has two question marks',
  should: 'says "should"',
} as const;
