import { describe, expect, test } from 'vitest';
import { ACT_KINDS, redoable, takenBack, undoable } from '../../../src/domain/history/act.ts';

/** Acts by words: `edit`, or `undo 1` for what takes the first one back. Their ids count from 1. */
const acts = (...words: readonly string[]) =>
  words.map((word, at) => {
    const [said, of] = word.split(' ');
    const kind = ACT_KINDS.find((one) => one === said) ?? 'edit';
    return { id: String(at + 1), kind, ...(of !== undefined && { of }) };
  });

describe('what can be undone and done again, after', () => {
  test.each([
    { done: [], undo: [], redo: [] },
    { done: ['edit', 'delete'], undo: ['2', '1'], redo: [] },
    { done: ['edit', 'undo 1'], undo: [], redo: ['2'] },
    { done: ['edit', 'undo 1', 'redo 2'], undo: ['1'], redo: [] },
    { done: ['edit', 'undo 1', 'redo 2', 'undo 1'], undo: [], redo: ['4'] },
    { done: ['edit', 'delete', 'undo 2', 'undo 1'], undo: [], redo: ['4', '3'] },
    { done: ['edit', 'delete', 'undo 2', 'undo 1', 'redo 4'], undo: ['1'], redo: ['3'] },
    { done: ['edit', 'undo 1', 'import'], undo: ['3'], redo: [] },
    { done: ['edit', 'undo 1', 'import', 'undo 3'], undo: [], redo: ['4'] },
    { done: ['edit', 'undo 1', 'import', 'undo 3', 'redo 4'], undo: ['3'], redo: [] },
    { done: ['undo 0'], undo: [], redo: ['1'] },
  ])('$done', ({ done, undo, redo }) => {
    const all = acts(...done);
    expect(undoable(all).map(({ id }) => id)).toEqual(undo);
    expect(redoable(all).map(({ id }) => id)).toEqual(redo);
  });
});

test('what takes back something that was taken back itself takes nothing back', () => {
  expect(takenBack(acts('edit', 'undo 1', 'redo 2'))).toEqual(new Set(['2']));
  expect(takenBack(acts('edit', 'undo 1', 'redo 2', 'undo 1'))).toEqual(new Set(['1', '2']));
});
