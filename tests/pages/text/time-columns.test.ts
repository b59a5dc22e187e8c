import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekdayOf } from '../../../src/domain/time/day.ts';
import { timeColumns } from '../../../src/pages/text/time-columns.ts';

const TODAY = '2026-11-22';

test.each([
  { from: '2026-11-22', to: '2026-11-22', days: 1, count: 1, labels: ['22 Nov'] },
  { from: '2026-11-02', to: '2026-11-20', days: 1, count: 19, labels: ['2 Nov  9 Nov  16 Nov'] },
  {
    from: '2026-09-01',
    to: '2026-11-20',
    days: 2,
    count: 41,
    labels: ['Sep            Oct            Nov'],
  },
  {
    from: '2025-12-01',
    to: '2026-11-28',
    days: 7,
    count: 52,
    labels: ['Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov', '    2026'],
  },
  {
    from: '2024-12-01',
    to: '2026-11-28',
    days: 14,
    count: 53,
    labels: ['  Jan    Apr   Jul    Oct   Jan    Apr   Jul    Oct', '  2025                      2026'],
  },
  {
    from: '2016-11-29',
    to: '2026-11-28',
    days: 56,
    count: 66,
    labels: ['2017   2018  2019   2020  2021   2022  2023   2024  2025   2026'],
  },
])('from $from to $to: a column is $days days', ({ from, to, days, count, labels }) => {
  const columns = timeColumns(from, to, 70, TODAY);
  expect({ days: columns.days, count: columns.count }).toEqual({ days, count });
  expect(columns.labels).toEqual(labels);
});

describe('a law', () => {
  const day = fc.integer({ min: 0, max: 3_652_058 }).map((days) => addDays('0001-01-01', days));
  const span = fc.tuple(day, day).map((two) => two.toSorted());
  const room = fc.integer({ min: 1, max: 120 });

  test('every day has a column, each column has as many days, and no more fit than there is room for', () => {
    fc.assert(
      fc.property(span, room, day, ([from = '', to = ''], room, other) => {
        const { count, days, columnOf } = timeColumns(from, to, room, TODAY);
        expect(columnOf(from)).toBe(0);
        expect(columnOf(to)).toBe(count - 1);
        expect(count).toBeLessThanOrEqual(room);
        const between: Day = other < from ? from : other > to ? to : other;
        expect(columnOf(between)).toBeGreaterThanOrEqual(0);
        const steps = Math.floor(
          (daysBetween(from, between) + (days % 7 === 0 ? weekdayOf(from) - 1 : 0)) / days,
        );
        expect(columnOf(between)).toBe(steps);
      }),
    );
  });

  test('names below stand in order and never in each other', () => {
    fc.assert(
      fc.property(span, room, ([from = '', to = ''], room) => {
        const { labels, days } = timeColumns(from, to, room, TODAY);
        const word =
          days === 1 ? String.raw`\d{1,2} [A-Z][a-z]{2}` : days < 28 ? '[A-Z][a-z]{2}' : String.raw`\d{4}`;
        expect(labels[0]).toMatch(new RegExp(`^ *(?:${word})(?: +(?:${word}))*$`));
        expect(labels[1] ?? '2026').toMatch(/^ *\d{4}(?: +\d{4})*$/);
      }),
    );
  });
});
