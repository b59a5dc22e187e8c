import { expect, test } from 'vitest';
import { areSameStamps, isUnsettled, keptStamps, stampAt } from '../../../src/app/journal/kept-stamps.ts';

const stamp = { size: 512, mtimeMs: 1_764_000_000_000.25, ctimeMs: 1_764_000_000_001.5, ino: 77 };
const LATER = 1_764_000_010_000;

test.each([
  ['nothing', {}, true],
  ['the size', { size: 513 }, false],
  ['the time of change', { mtimeMs: stamp.mtimeMs + 0.001 }, false],
  ['the time of change of what is known of it', { ctimeMs: stamp.ctimeMs - 1 }, false],
  ['the file', { ino: 78 }, false],
  ['the file, far away', { ino: 77 + 2 ** 32 }, false],
])('where %s changes, the stamp tells', (_case, change, isSame) => {
  const kept = keptStamps([stamp, stamp], LATER);
  const changed = keptStamps([stamp, { ...stamp, ...change }], LATER);
  expect(areSameStamps(changed, kept)).toBe(isSame);
  expect(areSameStamps(stampAt(changed, 0), stampAt(kept, 0))).toBe(true);
  expect(areSameStamps(stampAt(changed, 1), stampAt(kept, 1))).toBe(isSame);
});

test.each([
  [1999, true],
  [2000, false],
])('a file that was touched %i milliseconds before is read again: %s', (age, isRead) => {
  for (const one of [stamp, { ...stamp, mtimeMs: stamp.ctimeMs, ctimeMs: 0 }]) {
    const kept = keptStamps([one], stamp.ctimeMs + age);
    expect(isUnsettled(kept)).toBe(isRead);
    expect(areSameStamps(kept, kept)).toBe(!isRead);
  }
});

test('one file more or less is not the same', () => {
  expect(areSameStamps(keptStamps([stamp], LATER), keptStamps([stamp, stamp], LATER))).toBe(false);
  expect(areSameStamps(keptStamps([], LATER), keptStamps([], LATER))).toBe(true);
  expect(isUnsettled(keptStamps([undefined], LATER))).toBe(true);
});
