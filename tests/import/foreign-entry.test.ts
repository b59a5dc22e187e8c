import { expect, test } from 'vitest';
import { momentFrom, NOTE, noteFrom } from '../../src/import/foreign-entry.ts';
import { readJsonLine } from '../../src/import/import-json-lines.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { builtInBanks } from '../prompts/banks.ts';

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2026-11-22 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22T09:14:05.678Z', '2026-11-22T09:14:05+00:00'],
  ['2023-09-08 12:19:40 UTC', '2023-09-08T12:19:40+00:00'],
  ['2026-11-22T09:14:05-0330', '2026-11-22T09:14:05-03:30'],
  ['0000-01-01', undefined],
  ['10000-01-01', undefined],
  ['2026-11-22T24:00', undefined],
])('the moment of %s', (text, moment) => {
  expect(momentFrom(text)).toBe(moment);
});

test('the question is that of the bank', () => {
  const bank = builtInBanks.find(({ bank }) => bank.name === NOTE.bank)?.bank;
  expect(bank).toMatchObject({ name: NOTE.bank, version: NOTE.version, title: NOTE.title });
  expect(JSON.stringify(bank)).toContain(JSON.stringify(NOTE.asked));
  expect(JSON.stringify(bank)).toContain(JSON.stringify(NOTE.question));
});

test('an id is made from where an entry comes from, and is the same each time', () => {
  const { hash } = knowledge;
  const idOf = (
    ...[kind, foreign]: Parameters<typeof noteFrom> extends [infer K, infer F, ...unknown[]] ? [K, F] : never
  ) => noteFrom(kind, foreign, hash).id;
  const rain = { at: '2026-11-22', text: 'Rain.' };
  expect(idOf('jrnl', rain)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(idOf('jrnl', { ...rain })).toBe(idOf('jrnl', rain));
  expect(idOf('jrnl', { ...rain, tags: ['home'], sourceFile: 'a.md' })).toBe(idOf('jrnl', rain));
  const others = [
    idOf('lines', rain),
    idOf('jrnl', { ...rain, at: '2026-11-21' }),
    idOf('jrnl', { ...rain, text: 'Sun.' }),
    idOf('jrnl', { ...rain, sourceId: '1' }),
  ];
  expect(new Set([idOf('jrnl', rain), ...others]).size).toBe(5);
});

test('lines of JSON of two programs that both count from 1 were taken for the same', () => {
  const idOf = (value: unknown): string => {
    const item = readJsonLine(value, 'a:1');
    return 'foreign' in item ? noteFrom('lines', item.foreign, knowledge.hash).id : item.place;
  };
  const one = { date: '2026-11-22', text: 'x', id: 1 };
  expect(idOf({ ...one, text: 'y' })).toBe(idOf(one));
  const others = [{ date: '2020-05-05' }, { id: '1' }, { id: 2 }, { id: '' }, { id: ' ', text: 'z' }];
  expect(new Set([one, ...others.map((other) => ({ ...one, ...other }))].map(idOf)).size).toBe(6);
});
