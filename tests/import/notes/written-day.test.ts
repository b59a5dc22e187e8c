import { expect, test } from 'vitest';
import { isLikeDay, isSpan } from '../../../src/import/notes/dated-outline.ts';
import { ordersOf, writtenDay } from '../../../src/import/notes/written-day.ts';

test.each([
  ['2023-01-05', '2023-01-05', ''],
  ['2023/1/5', '2023-01-05', ''],
  ['2023.01.05 Rain', '2023-01-05', 'Rain'],
  ['20230105', '2023-01-05', ''],
  ['1660-01-11 Up early', '1660-01-11', 'Up early'],
  ['[[2023-01-05]] Walk', '2023-01-05', 'Walk'],
  ['[[Jan 5th, 2023]]', '2023-01-05', ''],
  ['January 5, 2023', '2023-01-05', ''],
  ['5 January 2023', '2023-01-05', ''],
  ['5th of January, 2023', '2023-01-05', ''],
  ['Thursday, January 5, 2023', '2023-01-05', ''],
  ['Thursday the 5th of January 2023', '2023-01-05', ''],
  ['2023-01-05 Thu', '2023-01-05', ''],
  ['2023-01-05 (Thu) Rain', '2023-01-05', 'Rain'],
  ['2023-01-05, Thursday: Rain', '2023-01-05', 'Rain'],
  ['Donnerstag, 5. Januar 2023', '2023-01-05', ''],
  ['5 de enero de 2023', '2023-01-05', ''],
  ['2023年1月5日', '2023-01-05', ''],
  ['2023-01-05 (木)', '2023-01-05', ''],
  ['<2023-01-05 Thu>', '2023-01-05', ''],
  ['<2014-11-24 Пн.> DONE x', '2014-11-24', 'DONE x'],
  ['[2023-01-05 Thu 09:14]', '2023-01-05T09:14:00', ''],
  ['2023-01-05 09:14', '2023-01-05T09:14:00', ''],
  ['2023-01-05T09:14:05+01:00 Rain', '2023-01-05T09:14:05+01:00', 'Rain'],
  ['2/14/2023 9:14 pm', '2023-02-14T21:14:00', ''],
  ['2023-01-05 12:30 am - Rain', '2023-01-05T00:30:00', 'Rain'],
  ['**January 8, 2026** Worked', '2026-01-08', 'Worked'],
  // A time that ends a range, a range of days and a misspelt weekday are told.
  ['2023-01-05 09:14-10:00 Meeting', '2023-01-05T09:14:00', '09:14-10:00 Meeting'],
  ['2023-01-05 – 2023-01-08 Rome', '2023-01-05', '2023-01-05 – 2023-01-08 Rome'],
  ['thuersday, 14-03-2019', '2019-03-14', 'thuersday'],
  ['2023-01-06 Sun and rain', '2023-01-06', 'Sun and rain'],
  ['Monday, 2023-01-06 Rain', '2023-01-06', 'Monday Rain'],
  ['2023-01-05 1900 words', '2023-01-05', '1900 words'],
  ['2023-01-05 25:14', '2023-01-05', '25:14'],
])('%s is a day', (words, at, rest) => {
  expect(writtenDay(words)).toEqual({ at, rest });
});

test.each([
  'Meeting 2023-01-05',
  '2023',
  '2022-12 December',
  '3 things of 2023',
  '2023-01-05th',
  '06/04/13',
  '',
])('%j is no day', (words) => {
  expect(writtenDay(words)).toBeUndefined();
});

test.each([
  ['2023-02-30', { wrong: '2023-02-30' }],
  ['13/13/2023', { wrong: '13/13/2023' }],
  ['31 June 2023', { wrong: '31 June 2023' }],
  ['03/04/2023 Rain', { unclear: '03/04/2023' }],
])('%s is said to be what it is', (words, is) => {
  expect(writtenDay(words)).toEqual(is);
});

test('the order that is said counts, and nothing else', () => {
  expect(writtenDay('03/04/2023', 'dmy')).toEqual({ at: '2023-04-03', rest: '' });
  expect(writtenDay('03/04/2023', 'mdy')).toEqual({ at: '2023-03-04', rest: '' });
  expect(writtenDay('13/04/2023', 'mdy')).toEqual({ wrong: '13/04/2023' });
  expect(ordersOf('03/04/2023')).toEqual(['dmy', 'mdy']);
  expect(ordersOf('04/13/2023')).toEqual(['mdy']);
  expect(ordersOf('05/05/2023')).toEqual([]);
  expect(ordersOf('2023-04-13')).toEqual([]);
});

test.each(['Tuesday, 06/04/13', '5. Foo 2023', 'Jan 5', '5th of January', '[3/4/21]'])(
  '%s is like a day',
  (words) => {
    expect(isLikeDay(words)).toBe(true);
  },
);

test.each(['3 things', 'Monday', 'May we talk', 'Ideas', ''])('%j is not like a day', (words) => {
  expect(isLikeDay(words)).toBe(false);
});

test('years, months, quarters and weeks stand above days', () => {
  expect(
    ['2023', 'January', '2022-12 December', 'December 2022', '2023-W02', 'Week 2', 'Q1 2023'].filter(isSpan),
  ).toHaveLength(7);
  expect(['Journal', 'Journal 2023', 'Rome'].filter(isSpan)).toEqual([]);
});
