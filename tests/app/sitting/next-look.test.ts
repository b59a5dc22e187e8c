import { expect, test } from 'vitest';
import { nextLook } from '../../../src/app/sitting/next-look.ts';
import { commitment, entryOn, given, guess, skipped, words } from '../../domain/journals.ts';

test.each([
  { case: 'nothing to look at', answers: [words('a'), skipped('b')], is: undefined },
  { case: 'no date: fourteen days', answers: [commitment('a', null), guess('b', null)], is: '2026-12-06' },
  {
    case: 'a plan that is taken up again',
    answers: [given('a', { type: 'choice', value: 'take-up' }, { continues: 'x/y' })],
    is: '2026-12-06',
  },
  { case: 'a plan', answers: [words('a'), commitment('b', '2026-12-06')], is: '2026-12-06' },
  {
    case: 'a guess before a plan',
    answers: [commitment('a', '2026-12-06'), guess('b', '2026-11-25')],
    is: '2026-11-25',
  },
])('$case: $is', ({ answers, is }) => expect(nextLook(entryOn('2026-11-22', 'member', answers))).toBe(is));
