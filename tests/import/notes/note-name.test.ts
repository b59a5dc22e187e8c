import { expect, test } from 'vitest';
import { isBackup, originalOf } from '../../../src/import/notes/copies.ts';
import { dayInName, isNote } from '../../../src/import/notes/note-name.ts';

test.each([
  'Some page 4452e88552fd99946f43444c99780504.md',
  'Report 99780504.md',
  '16601111.md',
  'x20261122.md',
  '20261122y.md',
  '1668123456789.md',
  'call 0171-2345-67-89.md',
  'ticket 1234-56-78.md',
  '1234-5-6.md',
  '2026-13-5.md',
])('digits that are no date became one: %s', (name) => {
  expect(dayInName(name)).toBeUndefined();
});

test.each([
  ['1660-01-11.md', '1660-01-11', ''],
  ['IMG_20261122_091405.md', '2026-11-22T09:14:05', 'IMG'],
  ['20220615T093500--the-title__tag_other.org', '2022-06-15T09:35:00', 'the title'],
  ['20230724141519-cloud_games.org', '2023-07-24T14:15:19', 'cloud_games'],
  ['2026-11-22-Sunday.md', '2026-11-22', ''],
  ['2026-11-22 (Sun).md', '2026-11-22', ''],
  ['2026-11-22 Monday blues.md', '2026-11-22', 'Monday blues'],
  ['22.11.2026 Rome.txt', '2026-11-22', 'Rome'],
  ['2026-1-5.md', '2026-01-05', ''],
  ['2026-1-5 Rome.md', '2026-01-05', 'Rome'],
  ['2026年1月5日.md', '2026-01-05', ''],
  ['2026年01月05日 晴.md', '2026-01-05', '晴'],
  ['11-22-2026.md', '2026-11-22', ''],
  ['22_11_2026', '2026-11-22', ''],
  ['January 5th, 2023.md', '2023-01-05', ''],
  ['Thursday, January 5th 2023.md', '2023-01-05', ''],
  ['2026.11.22', '2026-11-22', ''],
  ['2026-11-22 Trip to Rome', '2026-11-22', 'Trip to Rome'],
  ['2026/11/22', '2026-11-22', ''],
  ['2026/11/22.org', '2026-11-22', ''],
])('%s says its day', (name, at, title) => {
  expect(dayInName(name)).toMatchObject({ at, title });
  expect(isNote(name)).toBe(true);
});

test.each([' 2.md', '-2.md', ' (1).md', ' copy.md', ' - Copy (2).md'])(
  'a number that tells two notes of a day apart became a title: %s',
  (ending) => {
    expect(dayInName(`2026-11-22${ending}`)).toMatchObject({ at: '2026-11-22', title: '' });
  },
);

test.each([
  ['2026-11-22 4452e88552fd99946f43444c99780504.md', '', '4452e88552fd99946f43444c99780504'],
  ['2026-11-22 Rain 4452e88552fd99946f43444c99780504.md', 'Rain', 'Rain 4452e88552fd99946f43444c99780504'],
  ['November 22, 2026 4452e88552fd99946f43444c99780504.md', '', expect.stringMatching(/504$/)],
  ['@November 22, 2026 4452e88552fd99946f43444c99780504.md', '', expect.stringMatching(/504$/)],
])('an id of Notion hid the day, or became the title: %s', (name, title, words) => {
  expect(dayInName(name)).toEqual({ at: '2026-11-22', title, words, tags: [], by: 'name' });
});

test.each([
  ['Meeting 2026-11-22 about 2026-12-01.md', 'Meeting about 2026-12-01'],
  ['Lunch (2026-11-22).md', 'Lunch'],
  ['[2026-11-22].md', ''],
  ['2026-11-22, Sunday.md', ''],
])('the gap that a day left in a name stayed in the title: %s', (name, title) => {
  expect(dayInName(name)).toMatchObject({ at: '2026-11-22', title });
});

test.each(['2026-11-22.png', '2026-11-22.tar.gz', '20230710140152-x.org_archive', 'notes', 'LICENSE'])(
  '%s is no note',
  (name) => {
    expect(isNote(name)).toBe(false);
  },
);

test.each([
  ['2026-11-22.sync-conflict-20261123-080000-ABCDEFG.md'],
  ["2026-11-22 (Anna's conflicted copy 2026-11-23).md"],
  ['2026-11-22 (conflicted copy 2026-11-23 080000).md'],
  ['2026-11-22 (Conflicted copy laptop 202611230800).md'],
  ['2026-11-22 (In Konflikt stehende Kopie von Anna 2026-11-23).md'],
  ['2026-11-22_conflict-20261123-080000.md'],
  ['2026-11-22 (SFConflict a@b.c 2026-11-23-08-00-00).md'],
])('%s is a copy, of its day and not of that of the conflict', (name) => {
  expect(originalOf(name)).toBe('2026-11-22.md');
  expect(dayInName(name)).toMatchObject({ at: '2026-11-22', title: '' });
});

test('a title that speaks of a conflict is no copy', () => {
  expect(originalOf('2026-11-22 (conflict with J.).md')).toBeUndefined();
});

test.each([
  'logseq/bak/journals/2026_11_22/2026-11-23T08_00_00.000Z.Desktop.md',
  'bak/pages/Books_ Two/2022-04-25T21_38_32.936Z.md',
  'logseq/version-files/base/pages/One.md',
  'graph/logseq/.recycle/journals_2026_11_22.md',
  'vault/.trash/2026-11-22.md',
  '2026-11-22~',
  '#2026-11-22#',
])('%s is a backup', (name) => {
  expect(isBackup(name)).toBe(true);
});
