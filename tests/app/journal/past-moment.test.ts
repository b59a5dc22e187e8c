import { expect, test } from 'vitest';
import { pastMoment } from '../../../src/app/journal/past-moment.ts';
import { MORNING } from '../world.ts';

const now = { epoch: MORNING, zone: { name: 'Europe/Berlin', offsetAt: () => 60 } };

test.each([
  { words: 'yesterday 18:00', is: '2026-11-21T18:00:00+01:00' },
  { words: '2026-11-20', is: '2026-11-20' },
  { words: '2026-11-22', is: '2026-11-22' },
  { words: 'now', is: '2026-11-22T09:14:05+01:00' },
  { words: '2026-11-22T09:15', is: undefined },
  { words: 'tomorrow', is: undefined },
  { words: '2026-11-23', is: undefined },
  { words: 'whenever', is: undefined },
])('$words: $is', ({ words, is }) => expect(pastMoment(words, now, 4)?.text).toBe(is));
