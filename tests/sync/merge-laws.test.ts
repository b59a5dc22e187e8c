import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBothForms, mergePlan, type Tree } from '../../src/sync/merge-plan.ts';
import { entryOf, isDeleted } from '../../src/sync/synced-path.ts';
import { merged } from './merged.ts';

const paths = fc.constantFrom(
  ...['a', 'b', 'a (1)', 'a (other 1)', '2026/11/c'].flatMap((name) =>
    ['', 'trash/'].flatMap((folder) => [`${folder}${name}.md`, `${folder}${name}.md.age`]),
  ),
);
const trees = fc
  .array(fc.tuple(paths, fc.constantFrom('1', '2', '3', '4')), { maxLength: 8 })
  .map((files): Tree => new Map(files));
const inOneForm = trees.map((tree): Tree => {
  const both = inBothForms(tree);
  return new Map([...tree].filter(([path]) => !both.includes(path)));
});
const sides = fc.tuple(trees, inOneForm, trees);
const sidesInOneForm = fc.tuple(trees, inOneForm, inOneForm);

const texts = (tree: Tree): Set<string> => new Set(tree.values());

test('no text of either side is missing, but for what the other took out of the trash', () => {
  fc.assert(
    fc.property(sides, ([base, here, there]) => {
      const steps = mergePlan(base, here, there);
      const kept = texts(merged(here, steps));
      const removed = new Set(steps.flatMap((step) => (step.does === 'remove' ? [step.oid] : [])));
      // What was here before and replaced there is known on both sides.
      for (const [path, text] of here)
        expect(kept.has(text) || removed.has(text) || base.get(path) === text).toBe(true);
      const taken = steps.filter((step) => step.does === 'remove');
      expect(taken.filter(({ path, oid }) => !isDeleted(path) || base.get(path) !== oid)).toEqual([]);
      for (const [path, text] of there) expect(kept.has(text) || base.get(path) === text).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('both sides keep the same texts, but for what was replaced or taken away on the other', () => {
  fc.assert(
    fc.property(sidesInOneForm, ([base, here, there]) => {
      const news = (tree: Tree): string[] =>
        [...tree].filter(([path, text]) => base.get(path) !== text).map(([, text]) => text);
      const one = texts(merged(here, mergePlan(base, here, there)));
      const other = texts(merged(there, mergePlan(base, there, here)));
      for (const text of [...news(here), ...news(there)])
        expect([one.has(text), other.has(text)]).toEqual([true, true]);
    }),
    { numRuns: 2000 },
  );
});

test('what was done once is not done again', () => {
  fc.assert(
    fc.property(sides, ([base, here, there]) => {
      const now = merged(here, mergePlan(base, here, there));
      expect(mergePlan(there, now, there)).toEqual([]);
      const again = merged(now, mergePlan(base, now, there));
      expect(texts(again)).toEqual(texts(now));
    }),
    { numRuns: 2000 },
  );
});

test('no file is made twice', () => {
  fc.assert(
    fc.property(sides, ([base, here, there]) => {
      const made = mergePlan(base, here, there).flatMap((step) =>
        step.does === 'remove'
          ? []
          : [entryOf(step.does === 'add' || step.does === 'replace' ? step.path : step.to)],
      );
      expect(new Set(made).size).toBe(made.length);
    }),
    { numRuns: 2000 },
  );
});

test('two machines that follow each other are the same', () => {
  fc.assert(
    fc.property(sidesInOneForm, ([base, here, there]) => {
      // This one takes in what is there and sends what it is then, and the other takes that in.
      const now = merged(here, mergePlan(base, here, there));
      const followed = merged(there, mergePlan(there, there, now));
      for (const [path, text] of now) expect([path, followed.get(path)]).toEqual([path, text]);
      for (const [path] of followed) expect(now.has(path) || isDeleted(path)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
