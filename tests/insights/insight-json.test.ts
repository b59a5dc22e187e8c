import { expect, test } from 'vitest';
import { knowledgeOf } from '../../src/insights/bank-knowledge.ts';
import { insightsAsJson } from '../../src/insights/insight-json.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { insightsOf } from '../../src/domain/record/insight.ts';
import { TODAY } from '../domain/plans.ts';
import { idOf, ratings, several } from './pages.ts';

function jsonOf(entries: readonly Entry[]): object {
  return insightsAsJson(insightsOf(entries, {}, knowledgeOf([]), TODAY), () => 'Trust');
}

const shift = ratings('checkin-trust', [...several(20, 2), ...several(20, 3)], 'D.');
const looks = [
  { compared: 30, day: '2026-10-30', shift: 'higher' },
  { compared: 40, day: '2026-11-09', shift: 'none' },
];

test('every look is there, and the latest is the direction', () => {
  const own = { direction: { compared: 40, shift: 'none', points: 0 }, looks };
  expect(jsonOf(shift)).toMatchObject({
    ratings: [{ ...own, abouts: 1, names: [{ about: 'D.', count: 40, ...own }] }],
    standsOut: true,
  });
});

test('of several names there is no direction, and each name has its own', () => {
  const other = ratings('checkin-trust', [5]).map((entry) => ({ ...entry, id: idOf(99) }));
  expect(jsonOf([...shift, ...other])).toMatchObject({
    ratings: [
      {
        abouts: 2,
        count: 41,
        direction: null,
        looks: [],
        names: [
          { about: 'D.', count: 40, looks },
          { about: null, count: 1, direction: null, looks: [], values: [{ day: '2026-10-01', value: 5 }] },
        ],
      },
    ],
    standsOut: true,
  });
});

test('numbers that are not on the scale are counted apart, and are not among the values', () => {
  expect(jsonOf(ratings('checkin-trust', [3, 900, 'na']))).toMatchObject({
    ratings: [{ count: 1, absent: 1, outside: 1, abouts: 1, values: [{ day: '2026-10-01', value: 3 }] }],
  });
  const other = ratings('checkin-trust', [900], 'D.').map((entry) => ({ ...entry, id: idOf(99) }));
  expect(jsonOf([...shift.slice(0, 1), ...ratings('checkin-trust', ['na'], 'K.'), ...other])).toMatchObject({
    ratings: [{ count: 1, abouts: 1, names: [{ about: 'D.' }] }],
  });
});
