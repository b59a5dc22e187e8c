import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFigures } from '../../../src/pages/text/words.ts';

test('numbers have the commas that English has', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(2000), fc.maxSafeNat()), (number) => {
      expect(inFigures(number)).toBe(number.toLocaleString('en'));
    }),
  );
});
