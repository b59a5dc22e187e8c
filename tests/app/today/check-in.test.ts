import { expect, test } from 'vitest';
import { isBackAfterSilence, isCheckInWaiting, pausedUntil } from '../../../src/app/today/check-in.ts';
import { entryOn, level } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { newWorld } from '../world.ts';

const TODAY = '2026-11-22';
const checkIn = (day: string, bank = 'checkin') => entryOn(day, bank, [level('checkin-trust')]);

test.each([
  { case: 'nothing yet', entries: [], is: true },
  { case: 'one today', entries: [checkIn(TODAY)], is: false },
  { case: 'one today, about somebody', entries: [{ ...checkIn(TODAY), about: 'D.' }], is: false },
  {
    case: 'one yesterday and one for tomorrow',
    entries: [checkIn('2026-11-21'), checkIn('2026-11-23')],
    is: true,
  },
  { case: 'another bank today', entries: [checkIn(TODAY, 'member')], is: true },
])('$case: waiting is $is', async ({ entries, is }) => {
  const { index } = newWorld(entries).answersPorts(bankNamed('checkin'));
  expect(await isCheckInWaiting(index, TODAY)).toBe(is);
});

test('from one seat, one from the other does not count', async () => {
  const { index } = newWorld([checkIn(TODAY)]).answersPorts(bankNamed('checkin'));
  expect(await isCheckInWaiting(index, TODAY, { role: 'member' })).toBe(false);
  expect(await isCheckInWaiting(index, TODAY, { role: 'manager' })).toBe(true);
});

test.each([
  { entries: [], is: false },
  { entries: [checkIn('2026-11-12')], is: false },
  { entries: [checkIn('2026-11-11')], is: true },
  { entries: [checkIn('2026-11-11'), checkIn('2026-11-21', 'member')], is: true },
])('back after a silence: $is', async ({ entries, is }) => {
  const { index } = newWorld(entries).answersPorts(bankNamed('checkin'));
  expect(await isBackAfterSilence(index, TODAY)).toBe(is);
});

test.each([
  { until: undefined, is: undefined },
  { until: '2026-11-23', is: '2026-11-23' },
  { until: TODAY, is: undefined },
  { until: '2026-11-01', is: undefined },
])('paused until $until: $is', ({ until, is }) => {
  expect(pausedUntil({ pausedUntil: () => until }, TODAY)).toBe(is);
});
