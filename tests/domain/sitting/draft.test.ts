import { describe, expect, test } from 'vitest';
import type { Now, Zone } from '../../../src/domain/time/moment.ts';
import { type Draft, draftAnswers, draftOf, entryFrom } from '../../../src/domain/sitting/draft.ts';
import type { Act } from '../../../src/domain/sitting/act.ts';
import { answersOf, beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { bankNamed, planOf, TODAY } from '../plans.ts';
import { after } from '../walks.ts';

const berlin: Zone = { name: 'Europe/Berlin', offsetAt: () => 60 };
const newYork: Zone = { name: 'America/New_York', offsetAt: () => -300 };
const at = (text: string, zone: Zone = berlin): Now => ({ epoch: Date.parse(text), zone });

const HEAD = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: ['q3'], backFilled: false };
const SPENT = { 'member-situation': 90 };
const LONG = 'one two three four five six seven eight';
const answer = (value: string | number): Act => ({ kind: 'answer', value });

const sitting = after(beginSitting(planOf(bankNamed('member'), { about: 'D.' }), TODAY), answer(LONG));
const draft: Draft = draftOf(sitting, HEAD, SPENT);

test('a draft holds what its entry will say, and where the walk stands', () => {
  expect(draft).toMatchObject({
    ...HEAD,
    bank: 'member',
    bankVersion: 2,
    title: 'When your work is closely managed',
    role: 'member',
    about: 'D.',
    answers: answersOf(sitting),
    current: 'member-my-move',
    parts: {},
    field: 0,
    planMinutes: 14,
    unfinished: null,
    hidden: [],
    spent: SPENT,
  });
  expect(draft.questions).toHaveLength(26);
});

describe('the moment of the entry', () => {
  test.each<{ case: string; draft?: Partial<Draft>; now: Now; is: object }>([
    {
      case: 'the same day: as it began',
      now: at('2026-11-22T23:50:00+01:00'),
      is: { at: HEAD.at, day: TODAY, written: '2026-11-22T23:50:00+01:00' },
    },
    {
      case: 'before the day ends, after midnight: as it began',
      now: at('2026-11-23T03:59:00+01:00'),
      is: { at: HEAD.at, day: TODAY, written: '2026-11-23T03:59:00+01:00' },
    },
    {
      case: 'another day: now',
      now: at('2026-11-23T04:00:00+01:00'),
      is: { at: '2026-11-23T04:00:00+01:00', day: '2026-11-23', written: '2026-11-23T04:00:00+01:00' },
    },
    {
      case: 'begun after midnight, finished in the morning: now',
      draft: { at: '2026-11-22T01:00:00+01:00' },
      now: at('2026-11-22T08:00:00+01:00'),
      is: { at: '2026-11-22T08:00:00+01:00', day: TODAY },
    },
    {
      case: 'back-filled: as it was named',
      draft: { at: '2026-11-01T18:00:00+01:00', backFilled: true },
      now: at('2026-11-25T09:00:00+01:00'),
      is: { at: '2026-11-01T18:00:00+01:00', day: '2026-11-01', written: '2026-11-25T09:00:00+01:00' },
    },
    {
      case: 'back-filled with a date alone: that date',
      draft: { at: '2026-11-01', backFilled: true },
      now: at('2026-11-25T09:00:00+01:00'),
      is: { at: '2026-11-01', day: '2026-11-01' },
    },
    {
      case: 'finished in another zone: that is where it was written',
      now: at('2026-11-22T12:00:00-05:00', newYork),
      is: { at: HEAD.at, zone: 'America/New_York', written: '2026-11-22T12:00:00-05:00' },
    },
    {
      case: 'a moment that cannot be read: now',
      draft: { at: 'once' },
      now: at('2026-11-22T12:00:00+01:00'),
      is: { at: '2026-11-22T12:00:00+01:00', day: TODAY },
    },
  ])('$case', ({ draft: changes = {}, now, is }) => {
    expect(entryFrom({ ...draft, ...changes }, now, 4)).toMatchObject({ zone: 'Europe/Berlin', ...is });
  });
});

test.each([
  { spent: {}, is: null },
  { spent: { a: 0 }, is: null },
  { spent: { a: 1 }, is: 1 },
  { spent: { a: 89 }, is: 1 },
  { spent: { a: 60, b: 30 }, is: 2 },
  { spent: { a: 600, '': 3 }, is: 10 },
  { spent: { a: 7200, b: 601, c: 60 }, is: 21 },
])('$spent seconds are $is minutes', ({ spent, is }) => {
  expect(entryFrom({ ...draft, spent }, at('2026-11-22T12:00:00+01:00'), 4).minutes).toBe(is);
});

test('an entry holds nothing of the walk', () => {
  expect(Object.keys(entryFrom(draft, at('2026-11-22T12:00:00+01:00'), 4)).toSorted()).toEqual(
    [
      'about',
      'answers',
      'at',
      'bank',
      'bankVersion',
      'day',
      'extra',
      'id',
      'minutes',
      'role',
      'tags',
      'title',
    ].concat(['written', 'zone']),
  );
});

describe('kept as it is, a draft is saved with what was begun', () => {
  const typed = after(sitting, { kind: 'later', typed: 'anger' });

  test('in the order of the plan', () => {
    const { answers } = entryFrom(draftOf(typed, HEAD, SPENT), at('2026-11-22T12:00:00+01:00'), 4);
    expect(answers.map(({ question, value }) => [question, value])).toEqual([
      ['member-situation', LONG],
      ['member-my-move', 'anger'],
    ]);
  });

  test('in the place of what was given before', () => {
    const again = after(sitting, { kind: 'back' }, { kind: 'later', typed: 'something else' });
    expect(draftAnswers(draftOf(again, HEAD, SPENT)).map(({ value }) => value)).toEqual(['something else']);
  });

  test('before answers that an older bank asked for', () => {
    const gone = { question: 'member-gone', asked: '', type: 'text', value: 'x', skip: null } as const;
    const old = { ...draftOf(typed, HEAD, SPENT), answers: [...draft.answers, gone] };
    expect(draftAnswers(old).map(({ question }) => question)).toEqual([
      'member-situation',
      'member-my-move',
      'member-gone',
    ]);
  });

  test('but without what makes no answer, and without what is not asked as things stand', () => {
    const told = after(
      beginSitting(planOf(bankNamed('member'), { selection: { question: 'member-tell' } }), TODAY),
      answer('friend'),
      answer(LONG),
      { kind: 'change', question: 'member-tell' },
      answer('nobody'),
    );
    const hiding = draftOf(told, HEAD, SPENT);
    expect(hiding.hidden.map(({ question }) => question)).toEqual(['member-tell-follow']);
    expect(draftAnswers(hiding).map(({ question }) => question)).toEqual(['member-tell']);
  });
});
