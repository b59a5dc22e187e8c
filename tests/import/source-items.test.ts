import { describe, expect, test } from 'vitest';
import { CoachError } from '../../src/domain/text/errors.ts';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { readJournalCliEntry } from '../../src/import/import-journal-cli.ts';
import { readJsonLine } from '../../src/import/import-json-lines.ts';
import { readJrnlEntry, readJrnlText } from '../../src/import/import-jrnl.ts';
import { withoutName } from '../../src/import/read-documents.ts';

describe('what cannot be read is said to be that, with where and what was expected', () => {
  const place = 'a.json, entry 1';
  test.each([
    {
      read: () => [readJsonLine({ date: '2026-02-30', text: 'x' }, place)],
      says: /expected a "date" such as/,
    },
    { read: () => [readJsonLine({ date: '2026-02-28', text: 7 }, place)], says: /expected a quoted "text"/ },
    { read: () => [readJsonLine(7, place)], says: /expected \{"date"/ },
    {
      read: () => [readJrnlEntry({ title: 'x', date: '2026-11-31', time: '09:14' }, place)],
      says: /expected a "date"/,
    },
    { read: () => [readJrnlEntry({ title: 'x', date: '2026-11-30', time: '25:14' }, place)], says: /"time"/ },
    {
      read: () => [...readJrnlText('lost words\n[2026-11-22 09:14] x', 'j')],
      says: /text before the first entry/,
    },
    { read: () => [...readJrnlText('[2026-13-22 09:14] x', 'j')], says: /time in brackets/ },
    { read: () => [...readJrnlText('[22 Nov 2026, 9:14] x', 'j')], says: /time in brackets/ },
    { read: () => [readDayOneEntry({ text: 'x' }, place, () => 0)], says: /"creationDate"/ },
    {
      read: () => [readJournalCliEntry({ date: 'monday', data: {} }, place)],
      says: /"2023-09-08 12:19:40 UTC"/,
    },
    {
      read: () => [readDatedMarkdown('x', '2026-02-30.md')],
      says: /the date in the file name does not exist/,
    },
    {
      read: () => [readDatedMarkdown('---\na: [\n---\nx', '2026-11-22.md')],
      says: /line \d: the front matter/,
    },
  ])('$says', ({ read, says }) => {
    expect(read()[0]).toMatchObject({ mistake: expect.stringMatching(says) });
  });
});

test('an answer nested very deep was taken for a bug in coach', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
  expect(readJournalCliEntry({ date: '2023-09-08 12:19:40 UTC', data: { deep } }, 'j')).toEqual({
    place: 'j',
    mistake: 'an answer is nested more than 100 levels deep',
  });
});

test('a file in a folder that cannot be read was told in words that fell apart', () => {
  expect(withoutName(new CoachError('cannot read a.md: it is not there'), 'a.md')).toBe(
    'it cannot be read: it is not there',
  );
  expect(withoutName(new CoachError('a.json:3: this is not JSON'), 'a.json')).toBe(
    'line 3: this is not JSON',
  );
  expect(withoutName(new CoachError('a.md is not UTF-8 text'), 'a.md')).toBe('it is not UTF-8 text');
  expect(withoutName(new CoachError('something else'), 'a.md')).toBe('something else');
});
