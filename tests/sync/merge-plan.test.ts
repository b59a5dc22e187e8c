import { expect, test } from 'vitest';
import { changedEntries, goneBetween, isTooMany } from '../../src/sync/entry-counts.ts';
import { mergePlan } from '../../src/sync/merge-plan.ts';
import { merged } from './merged.ts';

const tree = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(files));

const NAME = '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md';
const BARE = '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age';

test.each([
  { case: 'nothing', base: {}, here: {}, there: {}, is: {} },
  {
    case: 'a new one there',
    base: {},
    here: { 'a.md': '1' },
    there: { 'b.md': '2' },
    is: { 'a.md': '1', 'b.md': '2' },
  },
  {
    case: 'changed there',
    base: { 'a.md': '1' },
    here: { 'a.md': '1' },
    there: { 'a.md': '2' },
    is: { 'a.md': '2' },
  },
  {
    case: 'changed here',
    base: { 'a.md': '1' },
    here: { 'a.md': '2' },
    there: { 'a.md': '1' },
    is: { 'a.md': '2' },
  },
  {
    case: 'changed alike',
    base: { 'a.md': '1' },
    here: { 'a.md': '2' },
    there: { 'a.md': '2' },
    is: { 'a.md': '2' },
  },
  {
    case: 'changed on both sides',
    base: { 'a.md': '1' },
    here: { 'a.md': '2' },
    there: { 'a.md': '3' },
    is: { 'a.md': '3', 'a (other 1).md': '2' },
  },
  {
    case: 'the same name given to two',
    base: {},
    here: { 'a.md.age': '2', 'a (other 1).md.age': '5' },
    there: { 'a.md.age': '3' },
    is: { 'a.md.age': '3', 'a (other 1).md.age': '5', 'a (other 2).md.age': '2' },
  },
  {
    case: 'encrypted there, and a sync was killed before what is in clear here was gone',
    base: { [NAME]: '1', [`trash/${NAME.replace('k3', 'k4')}`]: '2' },
    here: {
      [NAME]: '1',
      [BARE]: '9',
      [`trash/${NAME.replace('k3', 'k4')}`]: '2',
      [`trash/${BARE.replace('k3', 'k4')}`]: '8',
    },
    there: { [BARE]: '9', [`trash/${BARE.replace('k3', 'k4')}`]: '8' },
    is: { [BARE]: '9', [`trash/${BARE.replace('k3', 'k4')}`]: '8' },
  },
  {
    case: 'deleted there',
    base: { 'a.md': '1' },
    here: { 'a.md': '1' },
    there: {},
    is: { 'trash/a.md': '1' },
  },
  {
    case: 'deleted there, and another is in the trash',
    base: { 'a.md': '1' },
    here: { 'a.md': '1', 'trash/a.md': '2' },
    there: {},
    is: { 'trash/a.md': '2', 'trash/a (1).md': '1' },
  },
  {
    case: 'deleted there with a number of its own',
    base: { 'a.md': '1' },
    here: { 'a.md': '1' },
    there: { 'trash/a (1).md': '1' },
    is: { 'trash/a (1).md': '1' },
  },
  {
    case: 'changed here, deleted there',
    base: { 'a.md': '1' },
    here: { 'a.md': '2' },
    there: {},
    is: { 'a.md': '2' },
  },
  {
    case: 'deleted here, changed there',
    base: { 'a.md': '1' },
    here: {},
    there: { 'a.md': '2' },
    is: { 'a.md': '2' },
  },
  { case: 'deleted here', base: { 'a.md': '1' }, here: {}, there: { 'a.md': '1' }, is: {} },
  {
    case: 'restored there',
    base: { 'trash/a.md': '1' },
    here: { 'trash/a.md': '1' },
    there: { 'a.md': '1' },
    is: { 'a.md': '1' },
  },
  {
    case: 'deleted there for ever',
    base: { 'trash/a.md': '1' },
    here: { 'trash/a.md': '1' },
    there: {},
    is: {},
  },
  {
    case: 'sealed there',
    base: { 'a.md': '1' },
    here: { 'a.md': '1' },
    there: { 'a.md.age': '9' },
    is: { 'a.md.age': '9' },
  },
  {
    case: 'in clear there',
    base: { 'a.md.age': '9' },
    here: { 'a.md.age': '9' },
    there: { 'a.md': '1' },
    is: { 'a.md': '1' },
  },
  {
    case: 'sealed there, changed here',
    base: { 'a.md': '1' },
    here: { 'a.md': '2' },
    there: { 'a.md.age': '9' },
    is: { 'a.md.age': '9', 'a (other 1).md': '2' },
  },
  {
    case: 'sealed here, changed there',
    base: { 'a.md': '1' },
    here: { 'a.md.age': '9' },
    there: { 'a.md': '2' },
    is: { 'a.md.age': '9', 'a (other 1).md': '2' },
  },
  {
    case: 'sealed there under a name that tells less',
    base: { [NAME]: '1' },
    here: { [NAME]: '1' },
    there: { [BARE]: '9' },
    is: { [BARE]: '9' },
  },
  {
    case: 'sealed there under such a name, and changed here',
    base: { [NAME]: '1' },
    here: { [NAME]: '2' },
    there: { [BARE]: '9' },
    is: { [NAME]: '2', [BARE]: '9' },
  },
  {
    case: 'sealed there, and deleted',
    base: { [NAME]: '1' },
    here: { [NAME]: '1' },
    there: { [`trash/${BARE}`]: '9' },
    is: { [`trash/${BARE}`]: '9' },
  },
])('$case', ({ base, here, there, is }) => {
  const now = merged(tree(here), mergePlan(tree(base), tree(here), tree(there)));
  expect(Object.fromEntries(now)).toEqual(is);
});

test('what is in the trash, and what has another name, is not gone', () => {
  const before = tree({ [NAME]: '1', 'b.md': '2', 'c.md': '3', 'trash/d.md': '4' });
  expect(goneBetween(before, tree({ [BARE]: '9', 'trash/b.md': '2' }))).toBe(1);
});

test('an entry that was deleted, or encrypted, was counted twice among what went out', () => {
  const after = tree({ 'trash/a.md': '1', [BARE]: '9', 'd.md': '4', 'd (other 1).md': '5' });
  expect(changedEntries(['a.md', 'trash/a.md', NAME, BARE], after)).toBe(2);
  expect(changedEntries(['gone.md', 'd.md', 'd (other 1).md'], after)).toBe(3);
});

test('all that there was is never gone by the way', () => {
  expect([isTooMany(1, 1), isTooMany(2, 2), isTooMany(10, 10), isTooMany(2, 3)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a few may be gone, and of many a fifth', () => {
  expect([isTooMany(10, 11), isTooMany(11, 20), isTooMany(20, 100), isTooMany(21, 100)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test('many thousand deletions at once are planned in a moment', () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `2026/11/${at}.md`);
  const base = new Map(names.map((name) => [name, name]));
  const there = new Map(names.map((name) => [`trash/${name}`, name]));
  const begun = performance.now();
  const steps = mergePlan(base, base, there);
  // Each of them compared with each would take twenty times as long.
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(steps).toHaveLength(20_000);
  expect(new Set(steps.map(({ does }) => does))).toEqual(new Set(['move']));
});
