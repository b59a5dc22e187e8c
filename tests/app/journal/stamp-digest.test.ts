import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, markOf } from '../../../src/app/journal/stamp-digest.ts';

const stamp = { size: 512, mtimeMs: 1_764_000_000_000.25, ctimeMs: 1_764_000_000_001.5, ino: 77 };
const LATER = 1_764_000_010_000;

test('whatever changes in a stamp changes the mark', () => {
  const marks = [
    stamp,
    { ...stamp, size: 513 },
    { ...stamp, mtimeMs: stamp.mtimeMs + 0.001 },
    { ...stamp, ctimeMs: stamp.ctimeMs - 1 },
    { ...stamp, ino: 78 },
    { ...stamp, ino: 77 + 2 ** 32 },
  ].map((one) => markOf(one, LATER));
  expect(new Set(marks).size).toBe(marks.length);
  expect(markOf({ ...stamp }, LATER)).toBe(marks[0]);
});

test.each([
  [1999, null],
  [2000, expect.any(Number)],
])('a file that was touched %i milliseconds before has the mark %s', (age, mark) => {
  expect(markOf(stamp, stamp.ctimeMs + age)).toEqual(mark);
  expect(markOf({ ...stamp, mtimeMs: stamp.ctimeMs, ctimeMs: 0 }, stamp.ctimeMs + age)).toEqual(mark);
});

test('a digest tells folders apart by names, marks and their order', () => {
  const folder = fc.array(fc.tuple(fc.string(), fc.maxSafeNat()), { maxLength: 4 });
  const digest = (files: readonly (readonly [string, number])[]): number | null =>
    digestOf(
      files.map(([name]) => name),
      files.map(([, mark]) => mark),
    );
  fc.assert(
    fc.property(folder, folder, (one, other) => {
      expect(digest(one) === digest(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(Number.isSafeInteger(digest(one))).toBe(true);
    }),
  );
  expect(digestOf(['a.md', 'b.md'], [1, null])).toBe(null);
});
