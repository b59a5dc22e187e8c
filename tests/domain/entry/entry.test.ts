import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entryPath,
  ID_ALPHABET,
  idFrom,
  newestFirst,
  readEntryName,
  referenceTo,
  tagFrom,
} from '../../../src/domain/entry/entry.ts';

const id = 'k3x8m2p9qa';

describe('where an entry lives', () => {
  test.each([
    ['2026-11-22T09:14:05+01:00', 'manager', '2026/11/2026-11-22-091405-manager-k3x8m2p9qa.md'],
    ['2026-11-22T23:59:59-12:00', 'manager', '2026/11/2026-11-22-235959-manager-k3x8m2p9qa.md'],
    ['2026-01-01T00:00:00Z', 'my-own-bank', '2026/01/2026-01-01-000000-my-own-bank-k3x8m2p9qa.md'],
    ['2026-11-22T09:14', 'note', '2026/11/2026-11-22-091400-note-k3x8m2p9qa.md'],
    ['2026-11-22', 'note', '2026/11/2026-11-22-000000-note-k3x8m2p9qa.md'],
    ['0001-01-01T00:00:01+00:00', 'note', '0001/01/0001-01-01-000001-note-k3x8m2p9qa.md'],
    ['9999-12-31T23:59:59+14:00', 'note', '9999/12/9999-12-31-235959-note-k3x8m2p9qa.md'],
  ])('%s of %s', (at, bank, path) => {
    expect(entryPath({ at, bank, id })).toBe(path);
    expect(readEntryName(path.slice('YYYY/MM/'.length))).toEqual({
      day: at.slice(0, 10),
      time: path.slice(19, 25),
      bank,
      id,
    });
  });

  test.each([
    ['another ending', '2026-11-22-091405-manager-k3x8m2p9qa.txt'],
    ['a copy', '2026-11-22-091405-manager-k3x8m2p9qa (conflicted copy).md'],
    ['a temporary file', '.2026-11-22-091405-manager-k3x8m2p9qa.md'],
    ['no time', '2026-11-22-manager-k3x8m2p9qa.md'],
    ['no bank', '2026-11-22-091405-k3x8m2p9qa.md'],
    ['a bank with capitals', '2026-11-22-091405-Manager-k3x8m2p9qa.md'],
    ['a short id', '2026-11-22-091405-manager-k3x8m2p9q.md'],
    ['an id with a letter that looks like a digit', '2026-11-22-091405-manager-k3x8m2p9ql.md'],
    ['a path', '2026/11/2026-11-22-091405-manager-k3x8m2p9qa.md'],
    ['another line', '2026-11-22-091405-manager-k3x8m2p9qa.md\n'],
    ['nothing', ''],
  ])('%s is no canonical name', (_, name) => {
    expect(readEntryName(name)).toBeUndefined();
  });

  test('a bank whose name looks like an id is told from the id', () => {
    expect(readEntryName('2026-11-22-091405-aaaaaaaaaa-bbbbbbbbbb.md')).toMatchObject({
      bank: 'aaaaaaaaaa',
      id: 'bbbbbbbbbb',
    });
  });
});

describe('newest first', () => {
  const entry = (at: string, written = at, name = id): { at: string; written: string; id: string } => ({
    at,
    written,
    id: name,
  });
  test.each([
    ['a day later', entry('2026-11-23'), entry('2026-11-22')],
    [
      'an instant later, though clocks say less',
      entry('2026-11-22T08:00:00-05:00'),
      entry('2026-11-22T12:00:00+01:00'),
    ],
    ['the same moment, written later', entry('2026-11-22', '2026-11-24'), entry('2026-11-22', '2026-11-23')],
    [
      'the same moments, by id',
      entry('2026-11-22', '2026-11-22', 'b'),
      entry('2026-11-22', '2026-11-22', 'a'),
    ],
    ['before what has no readable time', entry('2026-11-22'), entry('some time')],
  ])('%s', (_, newer, older) => {
    expect(newestFirst(newer, older)).toBeLessThan(0);
    expect(newestFirst(older, newer)).toBeGreaterThan(0);
    expect(newestFirst(newer, { ...newer })).toBe(0);
  });

  test.each([
    ['Honolulu', '-10:00'],
    ['New York', '-05:00'],
    ['London', '+00:00'],
    ['Berlin', '+01:00'],
    ['Kolkata', '+05:30'],
    ['Kiritimati', '+14:00'],
  ])(
    'a day without a time came in the evening before, or in the middle of itself: in %s',
    (_zone, offset) => {
      const timed = (time: string): { at: string; written: string; id: string } => {
        const at = `${time}${offset}`;
        return { at, written: at, id: time };
      };
      const day = { at: '2028-06-06', written: `2028-06-09T12:00:00${offset}`, id: 'day' };
      const night = [
        timed('2028-06-05T20:00:00'),
        timed('2028-06-05T23:59:59'),
        timed('2028-06-06T03:59:59'),
      ];
      const own = [timed('2028-06-06T04:00:01'), timed('2028-06-06T23:59:59'), timed('2028-06-07T02:00:00')];
      const inOrder = [...night, day, ...own];
      expect(inOrder.toReversed().toSorted(newestFirst)).toEqual(inOrder.toReversed());
      expect(inOrder.toSorted(newestFirst)).toEqual(inOrder.toReversed());
    },
  );

  test('is an order: the same from wherever one begins', () => {
    const some = fc.record({
      at: fc.constantFrom('2026-11-22', '2026-11-22T01:00:00+01:00', '2026-11-22T00:00:00Z', '2026-11-23'),
      written: fc.constantFrom('2026-11-22', '2026-11-24'),
      id: fc.string({ maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id }), (entries) => {
        const sorted = entries.toSorted(newestFirst);
        expect(entries.toReversed().toSorted(newestFirst)).toEqual(sorted);
      }),
    );
  });
});

describe('an id', () => {
  test('is made of the bytes, one letter for each', () => {
    expect(idFrom(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 33))).toBe('0123456781');
    expect(idFrom(Uint8Array.of(31, 32, 63, 255))).toBe('z0zz');
  });

  test('every letter is as likely as any other: 256 is a multiple of 32', () => {
    const all = idFrom(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(new Set(ID_ALPHABET).size).toBe(32);
    for (const letter of ID_ALPHABET) expect(all.split(letter)).toHaveLength(256 / 32 + 1);
  });

  test('has no letter that looks like another', () => {
    expect(ID_ALPHABET).not.toMatch(/[ilouA-Z]/);
  });
});

test.each([
  ['#quarterly review', 'quarterly-review'],
  ['drafts', 'drafts'],
  ['##a', 'a'],
  ['a, b', 'a-b'],
  ['[x]', 'x'],
  ['"{q}"', 'q'],
  ['a--b', 'a--b'],
  ['a/b_c', 'a/b_c'],
  [' Über\tuns\n', 'Über-uns'],
  ['\u001b[31mred', 'red'],
  ['#', ''],
  ['', ''],
])('the tag %j', (text, tag) => {
  expect(tagFrom(text)).toBe(tag);
  expect(tagFrom(tag)).toBe(tag);
});

test('a reference names one answer of one entry', () => {
  expect(referenceTo(id, 'manager-prediction')).toBe('k3x8m2p9qa/manager-prediction');
});
