// The checks of a whole bank file, beyond the shape of its parts.
import { quoted } from '../../domain/text/plain-text.ts';
import { listAt, placedQuestions, valueAt, type PlacedQuestion } from './bank-places.ts';
import { checkQuestion, type CheckMistake } from './question-checks.ts';

/**
 * The mistakes of a bank file beyond the shape of its parts: ids that stand twice, keys on types that do not
 * use them, conditions on questions that were not asked before, and the like.
 *
 * Takes any value, and says nothing about a part whose shape is wrong: `shapeMistakes` has named that one.
 *
 * @example
 * checkBank({ bank: 'mine', questions: [] })
 * //=> [{ path: [], message: 'a bank needs at least one question' }]
 */
export function checkBank(bank: unknown): readonly CheckMistake[] {
  const placed = placedQuestions(bank);
  return [
    ...checkContent(bank, placed),
    ...checkMinutes(bank),
    ...checkSteps(bank),
    ...checkIds(bank, placed),
    ...placed.flatMap((one, index) =>
      checkQuestion(one, () => placed.slice(0, index), valueAt(bank, ['role'])),
    ),
  ];
}

function checkContent(bank: unknown, placed: readonly PlacedQuestion[]): readonly CheckMistake[] {
  if (typeof bank !== 'object' || bank === null || Array.isArray(bank)) return [];
  // A mapping whose keys may all be left out: an empty list has its shape.
  if (Array.isArray(valueAt(bank, ['closing']))) {
    return [{ path: ['closing'], message: '"closing": expected a mapping, found a list' }];
  }
  return placed.length === 0 ? [{ path: [], message: 'a bank needs at least one question' }] : [];
}

function checkMinutes(bank: unknown): readonly CheckMistake[] {
  const path = ['minutes', 'core'];
  const core = valueAt(bank, path);
  const full = valueAt(bank, ['minutes', 'full']);
  if (typeof core !== 'number' || typeof full !== 'number' || core <= full) return [];
  return [
    { path, message: `the short version cannot take longer (${core}) than all the questions (${full})` },
  ];
}

function checkSteps(bank: unknown): readonly CheckMistake[] {
  const steps = listAt(bank, ['steps']);
  const hasAdvance = valueAt(bank, ['advance']) !== undefined;
  const late = steps.flatMap((step, index) => {
    const week = valueAt(step, ['week']);
    const before = valueAt(steps[index - 1], ['week']);
    if (typeof week !== 'number' || typeof before !== 'number' || week > before) return [];
    const message = `expected a week number above ${before}, the week in which the previous step begins`;
    return [{ path: ['steps', index, 'week'], message }];
  });
  if (steps.length > 0 && !hasAdvance) {
    return [...late, { path: ['steps'], atKey: true, message: 'a bank with steps needs the key "advance"' }];
  }
  if (steps.length === 0 && hasAdvance) {
    return [{ path: ['advance'], atKey: true, message: '"advance" is for banks with steps' }];
  }
  return late;
}

/** The ids of questions, of their follow-up questions and of steps share one space. */
function checkIds(bank: unknown, placed: readonly PlacedQuestion[]): readonly CheckMistake[] {
  const ids = [
    ...listAt(bank, ['steps']).map((step, index) => ({
      id: valueAt(step, ['id']),
      path: ['steps', index, 'id'],
    })),
    ...placed.flatMap(({ id, path, question }) => [
      { id, path: [...path, 'id'] },
      ...(id !== undefined && question?.follow !== undefined
        ? [{ id: `${id}-follow`, path: [...path, 'follow'] }]
        : []),
    ]),
  ];
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message =
      path.at(-1) === 'follow'
        ? `the follow-up question would get the id ${quoted(id)}, which is already in use`
        : `the id ${quoted(id)} appears twice`;
    return [{ path, message }];
  });
}
