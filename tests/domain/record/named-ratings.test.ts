import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { looksOf } from '../../../src/domain/record/looks.ts';
import { type RatedQuestion, ratedQuestions } from '../../../src/domain/record/scale-series.ts';
import { sameAbout } from '../../../src/domain/text/plain-text.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { entryOn, level } from '../journals.ts';

/** A check-in a day, each about a name. */
function checkIns(rated: readonly (readonly [about: string | null, value: number])[]): readonly Entry[] {
  return rated.map(([about, value], at) =>
    entryOn(addDays('2026-01-01', at), 'checkin', [level('checkin-trust', value)], { about }),
  );
}

const several = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);

function trust(entries: readonly Entry[]): RatedQuestion {
  const [first] = ratedQuestions(entries);
  if (!first) throw new Error('nothing was rated');
  return first;
}

describe('ratings about several names', () => {
  test('two people a point apart were told of as a shift when their mixture moved', () => {
    const { names } = trust(
      checkIns([...several(20, ['D.', 4] as const), ...several(10, ['K.', 2] as const)]),
    );
    expect(names.map(({ about, ratings, looks }) => [about, ratings.length, looks])).toEqual([
      ['D.', 20, []],
      ['K.', 10, []],
    ]);
  });

  test('one name in several spellings is one, and no name is a group of its own', () => {
    const spelt = ['Åsa', 'A\u030asa', 'åsa ', '[[People/Åsa|Åsa]]', null, ' '];
    const { names } = trust(checkIns(spelt.map((about) => [about, 3])));
    expect(names.map(({ about, ratings }) => [about, ratings.length])).toEqual([
      ['[[People/Åsa|Åsa]]', 4],
      [null, 2],
    ]);
  });

  test('are each compared as if they stood alone, and none is lost', () => {
    const name = fc.constantFrom('D.', 'd. ', 'K.', null);
    const rated = fc.array(fc.tuple(name, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(rated, (all) => {
        const entries = checkIns(all);
        const { names, ratings } = trust(entries);
        for (const { about, ratings: own, looks } of names) {
          const alone = entries.filter((entry) => sameAbout(entry.about, about));
          expect(trust(alone).ratings).toEqual(own);
          expect(looks).toEqual(looksOf(own));
        }
        expect(names.reduce((sum, own) => sum + own.ratings.length, 0)).toBe(ratings.length);
      }),
    );
  });
});
