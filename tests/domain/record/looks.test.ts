import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTold, looksOf, type Rating, toldByChance } from '../../../src/domain/record/looks.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { chances } from '../chances.ts';
import { seriesOf } from '../people.ts';

const many = (value: number, count: number): readonly number[] => Array.from({ length: count }, () => value);

/** One rating a day, from 1 April on. */
const daily = (values: readonly number[]): readonly Rating[] =>
  values.map((value, at) => ({ day: addDays('2026-04-01', at), value }));

describe('the last ten against all before', () => {
  test.each([
    { case: 'nothing below thirty', values: [...many(1, 19), ...many(5, 10)], is: [] },
    {
      case: 'higher by just one point',
      values: [...many(3, 20), ...many(4, 10)],
      is: [{ compared: 30, day: '2026-04-30', shift: 'higher', points: 1 }],
    },
    {
      case: 'a tenth of a point too little',
      values: [...many(3, 20), ...many(4, 9), 3],
      is: [{ compared: 30, day: '2026-04-30', shift: 'none', points: 0 }],
    },
    {
      case: 'lower by just one point, where fractions would round it away',
      // 2.3 after 3.3
      values: [...many(3, 14), ...many(4, 6), ...many(2, 7), ...many(3, 3)],
      is: [{ compared: 30, day: '2026-04-30', shift: 'lower', points: 1 }],
    },
    {
      case: 'all before, not only ten of them',
      values: [...many(1, 20), ...many(4, 10), ...many(4, 10), 1],
      is: [
        { compared: 30, day: '2026-04-30', shift: 'higher', points: 3 },
        { compared: 40, day: '2026-05-10', shift: 'higher', points: 2 },
      ],
    },
  ])('$case', ({ values, is }) => expect(looksOf(daily(values))).toEqual(is));

  test('a shift that lasted was denied once it was among all before', () => {
    const looks = looksOf(daily([...many(2, 20), ...many(4, 60)]));
    expect(looks.map(({ compared, shift }) => `${compared} ${shift}`)).toEqual([
      '30 higher',
      '40 higher',
      '50 higher',
      '60 none',
      '70 none',
      '80 none',
    ]);
  });

  test('what was said is still said after any number of further ratings', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 120 });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const said = looksOf(daily(before));
        expect(looksOf(daily([...before, ...after])).slice(0, said.length)).toEqual(said);
        expect(said.length).toBe(Math.max(0, Math.floor(before.length / 10) - 2));
      }),
    );
  });
});

describe('in two thousand made-up people (docs/method.md, What may be shown)', () => {
  const chance = chances(11);

  /** The share of people who are told of a change at least once, each with so many scales of so many ratings. */
  function shareTold(scales: number, length: number, shift: number): number {
    const people = 2000;
    const isToldOf = (): boolean => {
      const values = seriesOf(chance, length, { shift, from: 30 });
      return looksOf(values.map((value) => ({ day: '2026-04-01', value }))).some(isTold);
    };
    const told = Array.from({ length: people }, () => Array.from({ length: scales }, isToldOf));
    return told.filter((person) => person.includes(true)).length / people;
  }

  test('9 of 100 scales without any change are ever told of one in sixty ratings', () => {
    expect(Math.abs(shareTold(1, 60, 0) - 0.09)).toBeLessThan(0.02);
  });

  test('25 of 100 people with three such scales are', () => {
    expect(Math.abs(shareTold(3, 60, 0) - 0.25)).toBeLessThan(0.025);
  });

  test('65 of 100 shifts of one point are found', () => {
    expect(Math.abs(shareTold(1, 60, 1) - 0.65)).toBeLessThan(0.035);
  });

  test.each([40, 60, 110, 230])('one set of %i ratings in so many as the page says', (length) => {
    const share = shareTold(1, length, 0);
    expect(share).toBeLessThan(1.15 / toldByChance(length));
    expect(share).toBeGreaterThan(0.75 / toldByChance(length));
  });
});
