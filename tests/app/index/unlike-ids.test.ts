import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { idNumber } from '../../../src/app/index/open-places.ts';
import { areIdsUnlike } from '../../../src/app/index/unlike-ids.ts';

const id = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.maxSafeNat(),
  fc.string({ unit: fc.constantFrom('0', 'k', 'z'), minLength: 10, maxLength: 10 }).map(idNumber),
);

test('ids are all different where a set of them is as large', () => {
  fc.assert(
    fc.property(fc.array(fc.array(id)), (lists) => {
      const all = lists.flat();
      const segments = lists.map((ids) => ({ ids: Float64Array.of(-1, ...ids, -1) }));
      expect(areIdsUnlike(segments)).toBe(new Set(all).size === all.length);
    }),
  );
});

test('what is no number cannot be told apart', () => {
  expect(areIdsUnlike([{ ids: Float64Array.of(1, NaN) }])).toBe(false);
  expect(areIdsUnlike([])).toBe(true);
});
