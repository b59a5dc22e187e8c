import { expect, test } from 'vitest';
import { spreadOf } from '../../../src/domain/record/scale-series.ts';

test.each([
  { ratings: [], is: undefined },
  { ratings: [1, 5, 3], is: undefined },
  { ratings: [5, 2, 4, 4], is: { lowest: 2, highest: 5, middle: 4 } },
  { ratings: [1, 2, 3, 4], is: { lowest: 1, highest: 4, middle: 2 } },
  { ratings: [3, 3, 3, 3, 3], is: { lowest: 3, highest: 3, middle: 3 } },
])('$ratings', ({ ratings, is }) => expect(spreadOf(ratings)).toEqual(is));
