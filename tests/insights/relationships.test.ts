import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { challengeStates } from '../../src/domain/record/challenge.ts';
import { followedItems } from '../../src/domain/record/followed-items.ts';
import { OWN_MEANINGS } from '../../src/domain/record/outcomes.ts';
import { type Relationship, relationshipsIn } from '../../src/insights/relationships.ts';
import { challenge, did } from '../domain/challenges.ts';
import { commitment, entryOn, given, guess, level, outcome, words } from '../domain/journals.ts';

const TODAY = '2026-11-22';
const D = { about: 'D.', role: 'manager' } as const;

function told(asked: readonly Entry[], all = asked): readonly Relationship[] {
  return relationshipsIn(asked, {
    entries: all,
    followedUp: { items: followedItems(all), left: new Set() },
    states: challengeStates(challenge, all),
    meanings: OWN_MEANINGS,
    today: TODAY,
  });
}

const named = (all: readonly Relationship[]): readonly string[] =>
  all.map(({ about, role, entries }) => `${about} ${role} ${entries}`);

describe('a relationship', () => {
  const note = (id: string, more: Partial<Entry>): Entry =>
    entryOn('2026-11-02', 'note', [words('note-text')], { id, ...more });

  test('is a name and a seat; without a seat an entry goes where most are', () => {
    const all = [
      note('a', D),
      note('b', { ...D, about: 'd. ' }),
      note('c', { about: 'D.', role: null }),
      note('d', { about: 'D.', role: 'member' }),
      note('e', { about: null, role: null }),
    ];
    expect(named(told(all))).toEqual(['D. manager 3', 'D. member 1', 'null null 1']);
  });

  test('of nothing but free pages has no seat', () => {
    expect(named(told([note('a', { about: 'K.', role: null })]))).toEqual(['K. null 1']);
  });
});

test('each entry is in one lane, or is told of in another', () => {
  const all = [
    entryOn('2026-10-01', 'checkin', [level('checkin-trust')], { id: 'a', ...D }),
    entryOn('2026-10-02', 'manager', [words('manager-situation')], { id: 'b', ...D }),
    entryOn('2026-10-03', 'lookback', [words('lookback-first-word')], { id: 'c', ...D }),
    entryOn('2026-10-04', 'prepare', [given('prepare-when', { type: 'date', value: '2026-10-06' })], {
      id: 'd',
      ...D,
    }),
    entryOn('2026-10-06', 'debrief', [words('debrief-learned')], { id: 'e', ...D }),
    entryOn('2026-10-07', 'review', [words('review-seen')], { id: 'f', ...D }),
  ];
  const [{ checkIns, sittings, talks } = { checkIns: [], sittings: [], talks: [] }] = told(all);
  expect(checkIns).toEqual(['2026-10-01']);
  expect(sittings.map(({ bank }) => bank)).toEqual(['manager', 'lookback']);
  expect(talks).toEqual([{ day: '2026-10-06', planned: '2026-10-06', isLookedBackOn: true }]);
});

test('a conversation beyond what is shown stood at the edge, on a day that was not its own', () => {
  const far = entryOn(
    '2026-10-04',
    'prepare',
    [given('prepare-when', { type: 'date', value: '2027-03-01' })],
    { id: 'd', ...D },
  );
  expect(told([far])[0]?.talks).toEqual([
    { day: '2026-10-04', planned: '2027-03-01', isLookedBackOn: false },
  ]);
});

describe('a plan or a guess', () => {
  const made = entryOn(
    '2026-10-01',
    'manager',
    [guess('manager-prediction', '2026-10-10'), commitment('manager-commitment')],
    { id: 'a', ...D },
  );
  const closing = entryOn('2026-10-12', 'review', [outcome('a/manager-prediction', 'no')], {
    id: 'b',
    about: 'K.',
    role: 'manager',
  });

  test('lasts until it was said what became of it, wherever that was', () => {
    const [own] = told([made], [made, closing]);
    expect(own?.guesses).toMatchObject([
      { from: '2026-10-01', to: '2026-10-12', likelihood: 0.5, became: 'no' },
    ]);
    expect(own?.plans).toMatchObject([
      { from: '2026-10-01', to: '2026-12-06', likelihood: 0.8, became: 'open' },
    ]);
  });

  test('that nobody looked at for long rests', () => {
    const [own] = told([made]);
    expect(own?.guesses).toMatchObject([{ to: '2026-10-10', became: 'resting' }]);
  });

  test('never ends before it begins', () => {
    const early = { ...closing, day: '2026-09-01', at: '2026-09-01T09:00:00+01:00' };
    expect(told([made], [made, early])[0]?.guesses).toMatchObject([{ from: '2026-10-01', to: '2026-10-01' }]);
  });
});

test('of the challenge, the part of each step is told that lies within what is shown', () => {
  const all = [
    did('2026-09-01', 'ask 1', D),
    did('2026-09-08', 'bring 1 next', D),
    did('2026-09-09', 'ask 2', D),
    did('2026-10-09', 'bring 2 next', D),
  ];
  const steps = (asked: readonly Entry[]): readonly string[] =>
    told(asked, all)[0]?.steps.map(({ number, from, to }) => `${number} ${from} ${to}`) ?? [];
  expect(steps(all)).toEqual(['1 2026-09-01 2026-09-08', '2 2026-09-09 2026-10-09']);
  expect(steps(all.slice(3))).toEqual(['2 2026-10-09 2026-10-09']);
});
