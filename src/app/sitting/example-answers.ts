// A whole sitting with the made-up answers of its bank.
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { drawUpAgenda } from '../../domain/sitting/draw-up-agenda.ts';
import type { Day } from '../../domain/time/day.ts';
import { readAnswers } from '../../formats/answers/answers-file.ts';
import { NOTHING_KNOWN } from './agenda-from-journal.ts';

const NOWHERE = { line: 1, column: 1 };

/**
 * The made-up answers of a bank, as a file of answers would give them; those whose condition does not hold are left out.
 *
 * @example
 * exampleAnswers(member, 'member', '2026-11-22').map(({ question }) => question)[0] //=> 'member-situation'
 */
export function exampleAnswers(bank: QuestionBank, role: Role | null, today: Day): readonly Answer[] {
  const sampled = questionsOf(bank).filter(({ sample }) => sample !== undefined);
  const only = sampled.map(({ id }) => id);
  const agenda = drawUpAgenda(bank, role, null, { only }, { ...NOTHING_KNOWN, today });
  const asked = new Set(agenda.questions.map(({ question }) => question.id));
  const value = Object.fromEntries(
    sampled.filter(({ id }) => asked.has(id)).map(({ id, sample }) => [id, sample]),
  );
  return readAnswers({ value, mistakes: [], at: () => NOWHERE, atKey: () => NOWHERE }, agenda, today).answers;
}
