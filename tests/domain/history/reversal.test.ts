import { expect, test } from 'vitest';
import type { FileChange } from '../../../src/domain/history/act.ts';
import { reversalOf } from '../../../src/domain/history/reversal.ts';

const text: FileChange = { kind: 'text', path: 'a.md', was: 'old', is: 'new' };
const move: FileChange = { kind: 'move', from: 'a.md', to: 'trash/a.md', hash: 'old' };
const add: FileChange = { kind: 'add', path: 'a.md', hash: 'new' };

const back = (path: string, to: string, hash: string) => ({ kind: 'move', from: path, to, hash });

test.each([
  { case: 'an edit', change: text, there: { 'a.md': 'new' }, toDo: [{ ...text, was: 'new', is: 'old' }] },
  { case: 'an edit that never happened', change: text, there: { 'a.md': 'old' }, already: 1 },
  { case: 'an edit of what was edited again', change: text, there: { 'a.md': 'newer' }, left: 'changed' },
  { case: 'an edit of what is gone', change: text, there: {}, left: 'gone' },
  {
    case: 'an edit of which nothing is kept',
    change: text,
    there: { 'a.md': 'new' },
    kept: [],
    left: 'not-kept',
  },
  {
    case: 'a deletion',
    change: move,
    there: { 'trash/a.md': 'old' },
    toDo: [back('trash/a.md', 'a.md', 'old')],
  },
  {
    case: 'the arrival of what was in the trash elsewhere',
    change: { ...add, path: 'trash/a.md' },
    there: { 'trash/a.md': 'new' },
    already: 1,
  },
  { case: 'a deletion that never happened', change: move, there: { 'a.md': 'old' }, already: 1 },
  {
    case: 'a deletion that was killed on its way',
    change: move,
    there: { 'a.md': 'old', 'trash/a.md': 'old' },
    toDo: [back('trash/a.md', 'a.md', 'old')],
  },
  { case: 'a deletion, where the trash was emptied', change: move, there: {}, left: 'gone' },
  {
    case: 'a deletion of what was changed there',
    change: move,
    there: { 'trash/a.md': 'x' },
    left: 'changed',
  },
  {
    case: 'a deletion, where another file is by now',
    change: move,
    there: { 'trash/a.md': 'old', 'a.md': 'x' },
    left: 'taken',
  },
  { case: 'an import', change: add, there: { 'a.md': 'new' }, toDo: [back('a.md', 'trash/a.md', 'new')] },
  {
    case: 'an import, beside what is in the trash',
    change: add,
    there: { 'a.md': 'new', 'trash/a.md': 'x' },
    toDo: [back('a.md', 'trash/a (1).md', 'new')],
  },
  {
    case: 'an import that was killed on its way back',
    change: add,
    there: { 'a.md': 'new', 'trash/a.md': 'new' },
    toDo: [back('a.md', 'trash/a.md', 'new')],
  },
  { case: 'an import that never came', change: add, there: {}, already: 1 },
  { case: 'an import of what was edited since', change: add, there: { 'a.md': 'x' }, left: 'changed' },
])('the way back from $case', ({ change, there, toDo = [], left, already = 0, kept = ['old'] }) => {
  const files: Readonly<Record<string, string>> = there;
  const found = reversalOf([change], {
    hash: (path) => files[path],
    keeps: (_, hash) => kept.includes(hash),
  });
  expect({ ...found, left: found.left.map(({ because }) => because) }).toEqual({
    toDo,
    left: left === undefined ? [] : [left],
    already,
  });
});
