// A bank, or nothing where it is broken.
import { CoachError } from '../../domain/text/errors.ts';
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import type { Banks } from '../ports/machine.ts';

/**
 * A bank, or nothing where it is broken: a broken bank of one's own does not hide the others.
 *
 * @example
 * await soundBank('mine', ports.banks) //=> undefined
 */
export async function soundBank(name: string, banks: Banks): Promise<QuestionBank | undefined> {
  try {
    return await banks.load(name);
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}
