import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/time/day.ts';
import { timeAxis } from '../../../src/pages/plots/time-axis.ts';

describe('the axis begins and ends with whole weeks, months, quarters or years', () => {
  test.each([
    {
      what: 'one day',
      from: '2026-11-22',
      to: '2026-11-22',
      span: '2026-11-16 2026-12-13',
      labels: '16 Nov|23 Nov|30 Nov|7 Dec',
    },
    {
      what: 'ten weeks',
      from: '2026-09-14',
      to: '2026-11-21',
      span: '2026-09-14 2026-11-22',
      labels: '14 Sep|28 Sep|12 Oct|26 Oct|9 Nov',
    },
    {
      what: 'a year',
      from: '2025-12-01',
      to: '2026-11-28',
      span: '2025-12-01 2026-11-30',
      labels: 'Dec|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov',
    },
    {
      what: 'two years',
      from: '2025-02-11',
      to: '2027-01-31',
      span: '2025-02-01 2027-01-31',
      labels: 'Apr|Jul|Oct|Jan|Apr|Jul|Oct|Jan',
    },
    {
      what: 'ten years',
      from: '2016-12-01',
      to: '2026-11-28',
      span: '2016-12-01 2026-11-30',
      labels: '2018|2020|2022|2024|',
    },
    {
      what: 'the first day of all',
      from: '0001-01-01',
      to: '0001-01-01',
      span: '0001-01-01 0001-01-28',
      labels: '1 Jan|8 Jan|15 Jan|22 Jan',
    },
    {
      what: 'the last day of all',
      from: '9999-12-31',
      to: '9999-12-31',
      span: '9999-12-27 9999-12-31',
      labels: '27 Dec',
    },
    {
      what: 'all years',
      from: '0001-01-01',
      to: '9999-12-31',
      span: '0001-01-01 9999-12-31',
      labels: '2000|4000|6000|8000',
    },
  ])('$what', ({ from, to, span, labels }) => {
    const { first, last, ticks } = timeAxis(from, to);
    expect(`${first} ${last}`).toBe(span);
    expect(ticks.map(({ label }) => label).join('|')).toBe(labels);
  });
});

test('the year stands below where it is not that of the tick before', () => {
  expect(
    timeAxis('2025-12-01', '2026-11-28').ticks.flatMap(({ label, year }) =>
      year === '' ? [] : `${label} ${year}`,
    ),
  ).toEqual(['Dec 2025', 'Jan 2026']);
});

const anyDay = fc.integer({ min: 0, max: 9998 * 365 }).map((days) => addDays('0001-01-01', days));

test('law: days keep their order, lie within the plot, and few ticks are labelled, each with room for its words', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 9 }), (days) => {
      const inOrder = days.toSorted();
      const { place, ticks, first, last } = timeAxis(inOrder[0] ?? '', inOrder.at(-1) ?? '');
      expect(daysBetween(first, last)).toBeGreaterThanOrEqual(0);
      const places = inOrder.map(place);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places.every((at) => at >= 0 && at <= 100)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(20);
      const labelled = ticks.filter(({ label }) => label !== '');
      expect(labelled.length).toBeGreaterThan(0);
      expect(labelled.every(({ at }) => at <= 96)).toBe(true);
    }),
  );
});
