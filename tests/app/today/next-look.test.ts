import { expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';
import { nextLookAfter } from '../../../src/app/today/next-look.ts';
import { commitment, entryOn, given, guess, outcome, skipped, words } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { newWorld } from '../world.ts';

const TODAY = '2026-11-22';

const before = (day: string, by: string, id = 'bbbbbbbbbb'): Entry =>
  entryOn(day, 'member', [commitment('member-commitment', by)], { id });

const NOTE = bankNamed('note');

test.each([
  { case: 'nothing to look at', answers: [words('a'), skipped('b')], is: undefined },
  { case: 'no date: fourteen days', answers: [commitment('a', null), guess('b', null)], is: '2026-12-06' },
  { case: 'a plan', answers: [words('a'), commitment('b', '2026-12-06')], is: '2026-12-06' },
  {
    case: 'a guess before a plan',
    answers: [commitment('a', '2026-12-06'), guess('b', '2026-11-25')],
    is: '2026-11-25',
  },
  { case: 'a plan whose date has come', answers: [commitment('a', '2026-11-20')], is: TODAY },
  {
    case: 'another plan that is due earlier',
    answers: [commitment('a', '2026-12-19')],
    others: [before('2026-11-20', '2026-12-01')],
    is: '2026-12-01',
  },
  {
    case: 'another plan that is due already',
    answers: [commitment('a', '2026-12-19')],
    others: [before('2026-11-10', '2026-11-20')],
    is: TODAY,
  },
  {
    case: 'not one that rests',
    answers: [commitment('a', '2026-12-19')],
    others: [before('2026-10-01', '2026-10-10')],
    is: '2026-12-19',
  },
  {
    case: 'not one that is closed',
    answers: [commitment('a', '2026-12-19'), outcome('bbbbbbbbbb/member-commitment', 'kept')],
    others: [before('2026-11-10', '2026-11-20')],
    is: '2026-12-19',
  },
  {
    case: 'a plan that is taken up again',
    answers: [
      given('a', { type: 'choice', value: 'take-up' }, { continues: 'bbbbbbbbbb/member-commitment' }),
    ],
    others: [before('2026-10-01', '2026-10-10')],
    is: '2026-12-06',
  },
  {
    case: 'nothing, where no date was set',
    answers: [words('a')],
    others: [before('2026-11-10', '2026-12-01')],
    is: undefined,
  },
])('$case: $is', async ({ answers, others = [], is }) => {
  const saved = entryOn(TODAY, 'review', answers);
  const ports = newWorld([saved, ...others]).answersPorts(NOTE);
  expect(await nextLookAfter(saved, ports, TODAY)).toBe(is);
});

test('where the journal cannot be read, it is that of the entry', async () => {
  const saved = entryOn(TODAY, 'member', [commitment('a', '2026-12-06')]);
  const ports = newWorld().answersPorts(NOTE);
  const findEach = (): Promise<never> => Promise.reject(new CoachError('cannot read the folder'));
  expect(await nextLookAfter(saved, { ...ports, index: { ...ports.index, findEach } }, TODAY)).toBe(
    '2026-12-06',
  );
});
