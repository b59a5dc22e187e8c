import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whatItDid } from '../../../src/domain/record/challenge-round.ts';
import { challengeStates, roundOn, stateAbout } from '../../../src/domain/record/challenge.ts';
import { isBeforeState, nextPart, stepToRepeat } from '../../../src/domain/sitting/challenge-next.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { countingEntries } from '../../../src/domain/entry/copies.ts';
import { challenge, did, didInTurn } from '../challenges.ts';
import { entryOn, given, level, skipped, words } from '../journals.ts';

const ALL_STEPS = challenge.steps.flatMap((_, index) => {
  const number = index + 1;
  return number === 8 ? [`ask ${number}`] : [`ask ${number}`, `bring ${number} next`];
});

describe('where somebody is', () => {
  test.each([
    { acts: ['ask 1'], at: 'under-way 1 trying', since: '2026-11-01', next: 'step-see evidence' },
    { acts: ['ask 1', 'ask 1'], at: 'under-way 1 trying', since: '2026-11-01', next: 'step-see evidence' },
    { acts: ['ask 1', 'bring 1'], at: 'under-way 1 brought', since: '2026-11-02', next: 'step-see choice' },
    {
      acts: ['ask 1', 'bring 1 next'],
      at: 'under-way 2 waiting',
      since: '2026-11-02',
      next: 'step-their-view',
    },
    { acts: ['ask 1', 'next 1'], at: 'under-way 2 waiting', since: '2026-11-02', next: 'step-their-view' },
    {
      acts: ['ask 1', 'bring 1 repeat'],
      at: 'under-way 1 trying',
      since: '2026-11-02',
      next: 'step-see evidence',
    },
    { acts: ['ask 1', 'pause 1'], at: 'paused 1 trying', since: '2026-11-01', next: 'step-see evidence' },
    {
      acts: ['ask 1', 'bring 1 pause'],
      at: 'paused 1 brought',
      since: '2026-11-02',
      next: 'step-see choice',
    },
    {
      acts: ['ask 1', 'pause 1', 'repeat 1'],
      at: 'under-way 1 trying',
      since: '2026-11-03',
      next: 'step-see evidence',
    },
    {
      acts: ['ask 1', 'pause 1', 'bring 1'],
      at: 'under-way 1 brought',
      since: '2026-11-03',
      next: 'step-see choice',
    },
    { acts: ['ask 1', 'stop 1'], at: 'stopped 1 trying', since: '2026-11-01', next: 'step-see evidence' },
    {
      acts: ['ask 1', 'next 1', 'stop 2', 'ask 2'],
      at: 'under-way 2 trying',
      since: '2026-11-04',
      next: 'step-their-view evidence',
    },
    { acts: ['ask 4'], at: 'under-way 4 trying', since: '2026-11-01', next: 'step-name evidence' },
    { acts: ['ask 4', 'ask 1'], at: 'under-way 4 trying', since: '2026-11-01', next: 'step-name evidence' },
    {
      acts: ['ask 4', 'bring 1 next'],
      at: 'under-way 4 trying',
      since: '2026-11-01',
      next: 'step-name evidence',
    },
    { acts: ['ask 4', 'bring 5'], at: 'under-way 5 brought', since: '2026-11-02', next: 'step-clear choice' },
    { acts: ['ask 4', 'repeat 3'], at: 'under-way 3 trying', since: '2026-11-02', next: 'step-own evidence' },
    {
      acts: ['ask 1', 'pause 2'],
      at: 'paused 2 trying',
      since: '2026-11-02',
      next: 'step-their-view evidence',
    },
    { acts: ['ask 7', 'next 7'], at: 'under-way 8 waiting', since: '2026-11-02', next: 'step-carry' },
    { acts: ['ask 7', 'repeat 8'], at: 'under-way 8 waiting', since: '2026-11-02', next: 'step-carry' },
    { acts: ALL_STEPS, at: 'finished 8 brought', since: '2026-11-15', next: 'step-see anew' },
    { acts: ['ask 8', 'pause 8'], at: 'finished 8 brought', since: '2026-11-01', next: 'step-see anew' },
  ])('after $acts: $at', ({ acts, at, since, next }) => {
    const [state] = challengeStates(challenge, didInTurn(acts));
    expect(state && `${state.standing} ${state.index + 1} ${state.phase}`).toBe(at);
    expect(state?.since).toBe(since);
    const { step, part } = nextPart(challenge, state);
    expect([step, part].filter(Boolean).join(' ')).toBe(next);
  });

  test('where nothing is begun, the first step comes next', () => {
    expect(challengeStates(challenge, [])).toEqual([]);
    expect(nextPart(challenge, undefined)).toEqual({ step: 'step-see' });
  });

  test('a choice that names no step is one about the step it is at, and begins nothing', () => {
    const entry = entryOn(
      '2026-11-09',
      'challenge',
      [given('challenge-next', { type: 'choice', value: 'next' })],
      {
        about: 'D.',
        id: 'aaaaaaaaaa',
      },
    );
    expect(challengeStates(challenge, [entry])).toEqual([]);
    const [state] = challengeStates(challenge, [entry, ...didInTurn(['ask 1'])]);
    expect(state).toMatchObject({ index: 1, phase: 'waiting' });
  });

  test('questions that were all passed are asked all the same', () => {
    const passed = entryOn('2026-11-01', 'challenge', [skipped('see-my-gain')]);
    expect(challengeStates(challenge, [passed])).toMatchObject([{ index: 0, phase: 'trying' }]);
  });

  test('the steps are done, passed, now or ahead', () => {
    const [state] = challengeStates(challenge, didInTurn(['ask 1', 'bring 1 next', 'ask 3', 'repeat 3']));
    expect(state?.steps.map(({ place }) => place)).toEqual([
      'done',
      'passed',
      'now',
      ...Array.from({ length: 5 }, () => 'ahead'),
    ]);
    expect(state?.steps[0]).toMatchObject({ begun: '2026-11-01', broughtBack: '2026-11-02', repeats: 0 });
    expect(state?.steps[2]).toMatchObject({ begun: '2026-11-03', broughtBack: null, repeats: 1 });
  });

  test('what can be tried once more is the step that was tried last', () => {
    const after = (...acts: readonly string[]): string | undefined => {
      const [state] = challengeStates(challenge, didInTurn(acts));
      return state && stepToRepeat(state)?.id;
    };
    expect(after('ask 1')).toBe('step-see');
    expect(after('ask 1', 'next 1')).toBe('step-see');
    expect(after('ask 1', 'next 1', 'ask 2')).toBe('step-their-view');
    expect(after('ask 8')).toBeUndefined();
  });

  test('once it is over the first step begins another round', () => {
    const [state] = challengeStates(challenge, didInTurn([...ALL_STEPS, 'ask 1']));
    expect(state).toMatchObject({ round: 2, index: 0, standing: 'under-way', begun: '2026-11-16' });
    expect(state?.steps[1]).toMatchObject({ place: 'ahead', begun: null });
    const [resumed] = challengeStates(challenge, didInTurn(['ask 1', 'next 1', 'ask 2', 'stop 2', 'ask 1']));
    expect(resumed).toMatchObject({ round: 2, index: 0 });
  });
});

describe('whom it is about', () => {
  test('each relationship and each seat has its own state', () => {
    const entries = [
      did('2026-11-01', 'ask 1'),
      did('2026-11-02', 'ask 2', { about: 'd. ' }),
      did('2026-11-03', 'ask 3', { role: 'manager' }),
      did('2026-11-04', 'ask 4', { about: null, role: 'manager' }),
    ];
    const states = challengeStates(challenge, entries);
    expect(states.map(({ about, role, index }) => [about, role, index])).toEqual([
      [null, 'manager', 3],
      ['D.', 'manager', 2],
      ['D.', 'member', 1],
    ]);
    expect(stateAbout(states, 'D.', 'member')?.index).toBe(1);
    expect(stateAbout(states, '', 'member')).toBeUndefined();
    expect(stateAbout(states, '', null)?.index).toBe(3);
  });

  test('an entry without a role counts for both seats', () => {
    const entries = [
      did('2026-11-01', 'ask 1', { role: 'manager' }),
      did('2026-11-02', 'ask 1'),
      did('2026-11-03', 'pause 1', { role: null }),
    ];
    expect(challengeStates(challenge, entries)).toMatchObject([
      { standing: 'paused' },
      { standing: 'paused' },
    ]);
    expect(challengeStates(challenge, [did('2026-11-01', 'ask 1', { role: null })])).toMatchObject([
      { role: null },
    ]);
  });

  test('entries of other banks do not count', () => {
    expect(challengeStates(challenge, [did('2026-11-01', 'ask 1', { bank: 'mine' })])).toEqual([]);
  });
});

describe('laws', () => {
  const act = fc
    .tuple(
      fc.constantFrom('ask', 'bring', 'bring next', 'bring repeat', 'next', 'repeat', 'pause', 'stop'),
      fc.integer({ min: 1, max: 8 }),
    )
    .map(([kind, step]) => kind.replace(/^(\w+)(.*)$/, `$1 ${step}$2`));
  const entry = fc
    .record({
      act,
      // Few days, so that many entries are of the same second.
      day: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
      role: fc.constantFrom('member' as const, 'manager' as const, null),
      about: fc.constantFrom('D.', 'd.', 'K.', null),
    })
    .map(({ act: one, day, role, about }) => did(day, one, { role, about }));
  const journal = fc.array(entry, { maxLength: 12 });

  test('any order of the entries gives the same states', () => {
    const shuffled = journal.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        expect(challengeStates(challenge, others)).toEqual(challengeStates(challenge, entries));
      }),
    );
  });

  test('two machines with a part each come to the same when all is together', () => {
    const halves = journal.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.subarray(entries), fc.subarray(entries)),
    );
    fc.assert(
      fc.property(halves, ([entries, one, other]) => {
        const merged = countingEntries(
          [...one, ...entries, ...other].map((entry) => ({ entry, path: entryPath(entry) })),
        );
        expect(challengeStates(challenge, merged)).toEqual(challengeStates(challenge, entries));
      }),
    );
  });

  test('what comes next is always a part of a step that asks something', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        for (const state of challengeStates(challenge, entries)) {
          const { step, part } = nextPart(challenge, state);
          const named = challenge.steps.find(({ id }) => id === step);
          expect(part === 'evidence' ? named?.evidence.length : named?.questions.length).toBeGreaterThan(0);
          expect(state.steps.filter(({ place }) => place === 'now')).toHaveLength(
            state.standing === 'finished' ? 0 : 1,
          );
          expect(state.until !== null).toBe(state.standing === 'under-way' && state.phase === 'trying');
        }
      }),
    );
  });
});

test('of the same second, an earlier step comes before a later one, and its questions before its choice', () => {
  const entries = [
    did('2026-11-01', 'ask 2', { id: 'aaaaaaaaaa' }),
    did('2026-11-01', 'bring 1 next', { id: 'zzzzzzzzzz' }),
  ];
  expect(challengeStates(challenge, entries)).toMatchObject([{ index: 1, phase: 'trying' }]);
});

describe('the scales', () => {
  const closing = entryOn('2026-11-20', 'challenge', [level('carry-trust', 4), skipped('carry-room')], {
    about: 'D.',
    id: 'cccccccccc',
  });
  const baseline = entryOn(
    '2026-11-01',
    'challenge',
    [level('challenge-baseline-trust', 2), level('challenge-baseline-room', 2), words('see-my-gain')],
    { about: 'D.', id: 'bbbbbbbbbb' },
  );

  test('stand in pairs, and only once both are rated', () => {
    expect(challengeStates(challenge, [baseline])[0]?.scales).toEqual([]);
    expect(challengeStates(challenge, [baseline, closing])[0]?.scales).toEqual([
      {
        question: 'carry-trust',
        asked: 'What?',
        baseline: { value: 2, day: '2026-11-01' },
        closing: { value: 4, day: '2026-11-20' },
      },
    ]);
  });

  test('are those of the round, of the relationship and of the seat', () => {
    const other = (more: object): readonly unknown[] =>
      challengeStates(challenge, [baseline, { ...closing, ...more }]).map(({ scales }) => scales.length);
    expect(other({ about: 'K.' })).toEqual([0, 0]);
    expect(other({ role: 'manager' })).toEqual([0, 0]);
    expect(other({})).toEqual([1]);
    const again = did('2026-11-21', 'ask 1');
    expect(challengeStates(challenge, [baseline, closing, again])[0]?.scales).toEqual([]);
  });
});

test('the time of a step is round seven days after it began, for each week that it takes', () => {
  expect(roundOn({ weeks: 1 }, '2026-11-22')).toBe('2026-11-29');
  expect(roundOn({ weeks: 2 }, '2026-11-22')).toBe('2026-12-06');
  expect(roundOn({ weeks: 1 }, '9999-12-30')).toBe('9999-12-31');
  expect(challengeStates(challenge, [did('2026-11-01', 'ask 6')])[0]?.until).toBe('2026-11-15');
});

test.each([
  { acts: ['ask 1'], since: '2026-11-01' },
  { acts: ['ask 1', 'repeat 1'], since: '2026-11-02' },
  { acts: ['ask 1', 'pause 1'], since: '2026-11-02' },
  { acts: ['ask 2', 'ask 1'], since: '2026-11-01' },
])('what was chosen for a moment before $since was saved, and changed nothing', ({ acts, since }) => {
  const [state] = challengeStates(challenge, didInTurn(acts));
  const at = state?.sinceAt ?? '';
  expect(at.slice(0, 10)).toBe(since);
  expect(isBeforeState(at, { sinceAt: at })).toBe(false);
  expect(isBeforeState(addDays(since, -1), { sinceAt: at })).toBe(true);
  expect(isBeforeState(addDays(since, 2), { sinceAt: at })).toBe(false);
});

test('what an entry did', () => {
  expect(whatItDid(challenge, did('2026-11-01', 'bring 1 next'))).toMatchObject({
    asked: undefined,
    brought: { id: 'step-see' },
    chosen: 'next',
  });
  expect(whatItDid(challenge, did('2026-11-01', 'ask 2'))).toMatchObject({
    asked: { id: 'step-their-view' },
    chosen: undefined,
  });
});
