import { describe, expect, test } from 'vitest';
import { directionOf } from '../../../src/domain/record/scale-series.ts';
import { chances } from '../chances.ts';

const many = (value: number, count: number): readonly number[] => Array.from({ length: count }, () => value);

describe('the last ten against all earlier ones', () => {
  test.each([
    { case: 'nothing below twenty', ratings: [...many(1, 9), ...many(5, 10)], is: undefined },
    {
      case: 'higher by just one point',
      ratings: [...many(3, 10), ...many(4, 10)],
      is: { compared: 20, shift: 'higher', points: 1 },
    },
    {
      case: 'a tenth of a point too little',
      ratings: [...many(3, 10), ...many(4, 9), 3],
      is: { compared: 20, shift: 'none', points: 0 },
    },
    {
      case: 'lower by just one point, where fractions would round it away',
      // 2.3 after 3.3
      ratings: [...many(3, 7), ...many(4, 3), ...many(2, 7), ...many(3, 3)],
      is: { compared: 20, shift: 'lower', points: 1 },
    },
    {
      case: 'several points are called several',
      ratings: [...many(1, 10), ...many(5, 10)],
      is: { compared: 20, shift: 'higher', points: 4 },
    },
    {
      case: 'all earlier ones, not only ten of them',
      ratings: [...many(1, 10), ...many(4, 10), ...many(4, 10)],
      is: { compared: 30, shift: 'higher', points: 2 },
    },
  ])('$case', ({ ratings, is }) => expect(directionOf(ratings)).toEqual(is));

  test('what was said at twenty stands until there are thirty', () => {
    const ratings = [...many(3, 10), ...many(4, 10), ...many(1, 10)];
    const told = Array.from({ length: 31 }, (_, count) => directionOf(ratings.slice(0, count)));
    expect(told.slice(0, 20)).toEqual(many(0, 20).map(() => undefined));
    expect(told.slice(20, 30)).toEqual(many(0, 10).map(() => ({ compared: 20, shift: 'higher', points: 1 })));
    expect(told[30]).toEqual({ compared: 30, shift: 'lower', points: 3 });
  });
});

describe('in two thousand made-up people (docs/method.md, What may be shown)', () => {
  const chance = chances(11);

  /** Ratings from 1 to 5 with a spread of 0.9 that hang together from day to day (0.3), and a shift from some day on. */
  function series(length: number, shift: number, from: number): readonly number[] {
    let mood = 0;
    return Array.from({ length }, (_, at) => {
      mood = at === 0 ? chance.normal() : 0.3 * mood + Math.sqrt(1 - 0.09) * chance.normal();
      return Math.min(5, Math.max(1, Math.round(3 + (at >= from ? shift : 0) + 0.9 * mood)));
    });
  }

  /** The share of people who would be told of a change at least once, looking after every rating. */
  function shareTold(shift: number): number {
    const people = 2000;
    let told = 0;
    for (let person = 0; person < people; person++) {
      const ratings = series(60, shift, 30);
      const isTold = ratings.some((_, at) => {
        const direction = directionOf(ratings.slice(0, at + 1));
        return direction !== undefined && direction.shift !== 'none';
      });
      if (isTold) told++;
    }
    return told / people;
  }

  test('15 of 100 without any change would ever be told of one in sixty ratings', () => {
    expect(Math.abs(shareTold(0) - 0.15)).toBeLessThan(0.025);
  });

  test('68 of 100 with a shift of one point are told of it', () => {
    expect(Math.abs(shareTold(1) - 0.68)).toBeLessThan(0.035);
  });
});
