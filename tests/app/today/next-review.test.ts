import { describe, expect, test } from 'vitest';
import { nextReview } from '../../../src/app/today/next-review.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { commitment, entryOn, given, guess, outcome, skipped, words } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { newWorld } from '../world.ts';

const TODAY = '2026-11-22';
const taken = given('a', { type: 'choice', value: 'take-up' }, { continues: 'bbbbbbbbbb/member-commitment' });

describe('an entry that was just saved is asked about', () => {
  test.each([
    { case: 'never, with nothing to look at', answers: [words('a'), skipped('b')], is: undefined },
    {
      case: 'in fourteen days, without a date',
      answers: [commitment('a', null)],
      is: { day: '2026-12-06', of: 'commitment' },
    },
    {
      case: 'on the nearest of its dates',
      answers: [commitment('a', '2026-12-06'), guess('b', '2026-11-25')],
      is: { day: '2026-11-25', of: 'prediction' },
    },
    {
      case: 'never, where it closes a plan',
      answers: [outcome('bbbbbbbbbb/member-commitment', 'kept')],
      is: undefined,
    },
    { case: 'on the date that it gave to another', answers: [taken], is: { day: '2026-12-06', of: 'moved' } },
  ])('$case', async ({ answers, is }) => {
    const saved = entryOn(TODAY, 'review', answers);
    const ports = newWorld([saved]).answersPorts(bankNamed('note'));
    expect(await nextReview(saved, ports, TODAY)).toEqual(is);
  });

  const prepared = (day: string): Entry =>
    entryOn(TODAY, 'prepare', [
      given('prepare-when', { type: 'date', value: day }),
      guess('prepare-prediction', '2026-12-01'),
    ]);

  test('by the debrief, where it is about a conversation that is ahead', async () => {
    const saved = prepared('2026-11-30');
    const ports = newWorld([saved]).answersPorts(bankNamed('debrief'));
    expect(await nextReview(saved, ports, TODAY)).toBe('elsewhere');
  });

  test('on its own date, where the journal cannot be read', async () => {
    const saved = entryOn(TODAY, 'member', [commitment('a', '2026-12-06')]);
    const ports = newWorld().answersPorts(bankNamed('note'));
    const findEach = (): Promise<never> => Promise.reject(new CoachError('cannot read the folder'));
    const index = { ...ports.index, findEach };
    expect(await nextReview(saved, { ...ports, index }, TODAY)).toEqual({
      day: '2026-12-06',
      of: 'commitment',
    });
  });
});
