import { describe, expect, test } from 'vitest';
import { challengeStates } from '../../../src/domain/record/challenge.ts';
import { challengesAside, stepsDue } from '../../../src/domain/record/steps-due.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { challenge, did } from '../challenges.ts';

describe('when the time of a step is round', () => {
  test('is told of all that are tried, the longest first', () => {
    const states = challengeStates(challenge, [
      did('2026-11-01', 'ask 6'),
      did('2026-11-02', 'ask 1', { about: 'K.' }),
      did('2026-11-02', 'pause 1', { about: 'L.' }),
      did('2026-11-02', 'bring 1', { about: 'M.' }),
      did('2026-11-12', 'ask 1', { about: 'N.' }),
    ]);
    const due = (today: string): readonly string[] =>
      stepsDue(states, today).map(({ about, step, day }) => `${about} ${step.title} ${day}`);
    const brought = 'M. See the pattern 2026-11-02';
    expect(due('2026-11-08')).toEqual([brought]);
    expect(due('2026-11-09')).toEqual([brought, 'K. See the pattern 2026-11-09']);
    expect(due('2026-11-15')).toEqual([brought, 'K. See the pattern 2026-11-09', 'D. Let it run 2026-11-15']);
  });

  test.each([
    { act: 'bring 1 next', phase: 'waiting', first: '2026-11-03' },
    { act: 'bring 1', phase: 'brought', first: '2026-11-03' },
    { act: 'ask 1', phase: 'trying', first: '2026-11-09' },
  ])('a challenge was lost sight of after three weeks: $phase', ({ act, phase, first }) => {
    const states = challengeStates(challenge, [did('2026-11-02', act)]);
    const due = (today: string): readonly string[] => stepsDue(states, today).map((one) => one.phase);
    expect(due(addDays(first, -1))).toEqual([]);
    expect(due(first)).toEqual([phase]);
    expect(due(addDays(first, 200))).toEqual([phase]);
    expect(challengesAside(states, addDays(first, -1)).map((one) => one.phase)).toEqual([phase]);
    expect(challengesAside(states, first)).toEqual([]);
  });

  test('what is paused stays, and what is stopped does not', () => {
    const states = challengeStates(challenge, [
      did('2026-11-02', 'pause 1', { about: 'L.' }),
      did('2026-11-02', 'stop 1', { about: 'M.' }),
    ]);
    expect(challengesAside(states, '2027-05-01').map(({ about }) => about)).toEqual(['L.']);
  });

  test('tells whether the other seat has one, too', () => {
    const other = did('2026-11-02', 'pause 1', { role: 'manager' });
    const seats = (more: Partial<Entry>): readonly boolean[] =>
      stepsDue(
        challengeStates(challenge, [did('2026-11-02', 'bring 1'), { ...other, ...more }]),
        '2026-11-03',
      ).map(({ bothSeats }) => bothSeats);
    expect(seats({})).toEqual([true]);
    expect(seats({ about: 'K.' })).toEqual([false]);
  });
});
