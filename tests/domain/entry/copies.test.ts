import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countingEntries,
  countingFiles,
  filesByText,
  isInOwnPlace,
  type PlacedEntry,
} from '../../../src/domain/entry/copies.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

const AT = '2026-11-22T09:14:05+01:00';
const LATER = '2026-11-22T10:14:05+01:00';

const placed = (path: string | undefined, at = AT, written = at): PlacedEntry => {
  const entry = entryWith({ at, written });
  return { entry, path: path ?? entryPath(entry) };
};

describe('of several files with one id counts', () => {
  test.each([
    { case: 'the one in its own place', files: [placed('a.md'), placed(undefined)], is: 1 },
    {
      case: 'the one in its own place, whatever a copy says of its moment',
      files: [placed('a.md', LATER), placed(undefined)],
      is: 1,
    },
    { case: 'else the one about the latest moment', files: [placed('a.md'), placed('b.md', LATER)], is: 1 },
    { case: 'else the one written last', files: [placed('a.md', AT, LATER), placed('b.md')], is: 0 },
    { case: 'else the first by its path', files: [placed('b.md'), placed('a.md')], is: 1 },
  ])('$case', ({ files, is }) => {
    expect(countingFiles(files)).toEqual([files[is]]);
    expect(countingFiles(files.toReversed())).toEqual([files[is]]);
  });

  test('one, and every id is there once, in the order in which they were found', () => {
    const file = fc.record({
      id: fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'),
      at: fc.constantFrom(AT, LATER),
      path: fc.option(fc.constantFrom('a.md', 'b.md', 'c.md'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(file), (some) => {
        const files = some.map(({ id, at, path }): PlacedEntry => {
          const entry = entryWith({ id, at });
          return { entry, path: path ?? entryPath(entry) };
        });
        const entries = countingEntries(files);
        expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(files.map(({ entry }) => entry.id)));
        expect(files.map(({ entry }) => entry).filter((entry) => entries.includes(entry))).toEqual(entries);
        for (const { entry } of countingFiles(files).filter((one) => !isInOwnPlace(one))) {
          expect(files.some((one) => one.entry.id === entry.id && isInOwnPlace(one))).toBe(false);
        }
        // Those that count count among themselves, too.
        expect(countingFiles(countingFiles(files))).toEqual(countingFiles(files));
      }),
    );
  });
});

test('files with the same bytes are together; what cannot be read is like no other', () => {
  const texts: Readonly<Record<string, string>> = { 'a.md': 'one', 'b.md': 'two', 'd.md': 'one' };
  expect(filesByText(['a.md', 'b.md', 'c.md', 'd.md', 'e.md'], (path) => texts[path])).toEqual([
    ['a.md', 'd.md'],
    ['b.md'],
    ['c.md'],
    ['e.md'],
  ]);
});
