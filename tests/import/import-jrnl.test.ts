import { expect, test } from 'vitest';
import type { SourceItem } from '../../src/import/foreign-entry.ts';
import { readJrnlEntry, readJrnlText } from '../../src/import/import-jrnl.ts';
import { inShort } from './samples/sources.ts';

test('what stands in brackets within an entry of jrnl is text, unless it is a date', () => {
  const text = '[2026-11-22 09:14] x\n[12:30] lunch\n[1.2] a chapter\n[ ] to do\n[2026-11-23] y';
  const items = [...readJrnlText(text, 'j')];
  expect(items).toMatchObject([
    { foreign: { text: 'x\n\n[12:30] lunch\n[1.2] a chapter\n[ ] to do' } },
    { place: 'j:5', foreign: { at: '2026-11-23', text: 'y' } },
  ]);
});

test('a line that looked like the beginning of an entry of jrnl went into the entry above, untold', () => {
  const first = '[2026-11-22 09:14] x\n';
  const dates = [
    '2019-07 14:23',
    'Jan 2 2026 10:00',
    '03.01.2026 10:00',
    '11/22/26 09:14',
    '22 janvier 2026 10:00',
  ];
  for (const date of dates) {
    expect([...readJrnlText(`${first}[${date}] y`, 'j')]).toEqual([
      {
        place: 'j:2',
        mistake: expect.stringMatching(/^this looks like the beginning of an entry.*jrnl --export json/),
      },
      { place: 'j:1', foreign: expect.objectContaining({ text: `x\n\n[${date}] y` }) },
    ]);
    expect([...readJrnlText(`[${date}] y\nz\n${first}`, 'j')]).toMatchObject([
      { place: 'j:1', mistake: expect.stringMatching(/not recognised.*jrnl --export json/) },
      { place: 'j:3', foreign: { text: 'x' } },
    ]);
  }
  for (const text of ['1.2.3', 'Chapter 12 of 1984', '192.168.10.1', '10:00 AM', 'see 2019-07', 'x']) {
    expect([...readJrnlText(`${first}[${text}] y`, 'j')]).toHaveLength(1);
  }
});

test.each([
  ['Sun 2026-11-22 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22 Sun 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22 09.14', '2026-11-22T09:14:00'],
  ['2026/11/22 9:14 p.m.', '2026-11-22T21:14:00'],
])('jrnl dates an entry [%s]', (date, at) => {
  expect([...readJrnlText(`[${date}] x`, 'j')]).toMatchObject([{ foreign: { at, text: 'x' } }]);
});

test('entries whose lines end as those of an old Mac were one entry', () => {
  for (const text of [
    '[2026-11-22 09:14] a\rb\r\r[2026-11-23 09:14] c\r',
    '2026-11-22 09:14 a\rb\r\r2026-11-23 09:14 c\r',
  ])
    expect([...readJrnlText(text, 'a.txt')]).toMatchObject([
      { place: 'a.txt:1', foreign: { text: 'a\n\nb' } },
      { place: 'a.txt:4', foreign: { text: 'c' } },
    ]);
});

test('the tags of jrnl were cut at the first letter with an accent', () => {
  expect([...readJrnlText('[2026-11-22 09:14] Größe @café @日本 @ärger\n@naïve-x a@b', 'j')]).toMatchObject([
    { foreign: { tags: ['café', '日本', 'ärger', 'naïve-x'] } },
  ]);
});

test('an entry of jrnl had another text from its file than from its JSON', () => {
  const read = ([item]: readonly SourceItem[]): unknown =>
    inShort(item ?? { place: '', mistake: 'none' }, 'jrnl');
  const json = { body: 'body', date: '2026-01-01', time: '10:00', tags: [] };
  for (const [line, title, starred] of [
    ['**Bold title**', 'Bold title', true],
    ['*passed*', 'passed', true],
    ['A *word* more', 'A *word* more', false],
  ] as const) {
    const text = `[2026-01-01 10:00] ${line}\n\n  body\n\n`;
    expect(read([...readJrnlText(text, 'j')])).toEqual(
      read([readJrnlEntry({ ...json, title, starred }, 'j')]),
    );
  }
});
