import { expect, test } from 'vitest';
import { Interrupted } from '../../src/domain/text/errors.ts';
import { notSetUpYet } from '../../src/sync/setup-text.ts';
import { ENDED } from '../../src/sync/sync-text.ts';

test('whoever ends a set-up is not told that the next sync goes on', () => {
  const error = notSetUpYet(new Interrupted(ENDED));
  expect(error).toBeInstanceOf(Interrupted);
  expect(error.message).toBe('Nothing was set up. To try again: coach sync setup ADDRESS');
});
