import { expect, test } from 'vitest';
import { nextLook } from '../../src/app/after-sitting.ts';
import { commitment, guess, skipped, words } from '../domain/journals.ts';

test.each([
  { case: 'nothing to look at', answers: [words('a'), skipped('b')], is: undefined },
  { case: 'no date', answers: [commitment('a', null), guess('b', null)], is: undefined },
  { case: 'a plan', answers: [words('a'), commitment('b', '2026-12-06')], is: '2026-12-06' },
  {
    case: 'a guess before a plan',
    answers: [commitment('a', '2026-12-06'), guess('b', '2026-11-25')],
    is: '2026-11-25',
  },
])('$case: $is', ({ answers, is }) => expect(nextLook(answers)).toBe(is));
