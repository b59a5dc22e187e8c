import { describe, expect, test } from 'vitest';
import { type Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { isFor } from '../../../src/domain/sitting/choose-questions.ts';
import type { Selection } from '../../../src/domain/sitting/agenda.ts';
import { type Role, ROLES } from '../../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { askable } from '../../../src/domain/sitting/asked-questions.ts';
import { builtInBanks } from '../../prompts/banks.ts';
import { entryOn, given, guess, level, outcome, skipped } from '../journals.ts';
import { bankNamed, bankOf, idsOf, planOf, plannedOf, TODAY } from '../plans.ts';
import { stepWords } from '../walks.ts';

const checkin = bankNamed('checkin');
const member = bankNamed('member');
const challenge = bankNamed('challenge');
const debrief = bankNamed('debrief');
const lookback = bankNamed('lookback');

describe('which questions are asked', () => {
  test.each<{ bank: string; role?: Role; selection?: Selection; many: number; first: string; last: string }>([
    { bank: 'member', many: 26, first: 'member-situation', last: 'member-tell-follow' },
    {
      bank: 'member',
      selection: { short: true },
      many: 13,
      first: 'member-situation',
      last: 'member-tell-follow',
    },
    { bank: 'manager', role: 'manager', many: 25, first: 'manager-situation', last: 'manager-tell-follow' },
    { bank: 'checkin', many: 5, first: 'checkin-trust', last: 'rot-m-small-own' },
    { bank: 'checkin', role: 'manager', many: 5, first: 'checkin-trust', last: 'rot-g-held-back' },
    {
      bank: 'checkin',
      selection: { short: true },
      many: 3,
      first: 'checkin-trust',
      last: 'checkin-autonomy',
    },
    { bank: 'prepare', role: 'manager', many: 17, first: 'prepare-kind', last: 'prepare-prediction' },
    { bank: 'prepare', many: 11, first: 'prepare-kind', last: 'prepare-member-prediction' },
    {
      bank: 'challenge',
      selection: { step: 'step-see' },
      many: 6,
      first: 'challenge-baseline-trust',
      last: 'see-prediction',
    },
    { bank: 'note', many: 1, first: 'note-text', last: 'note-text' },
    {
      bank: 'member',
      selection: { question: 'member-felt' },
      many: 1,
      first: 'member-felt',
      last: 'member-felt',
    },
    {
      bank: 'member',
      selection: { question: 'member-tell' },
      many: 2,
      first: 'member-tell',
      last: 'member-tell-follow',
    },
    {
      bank: 'member',
      selection: { only: ['member-needs', 'member-felt', 'member-gone'] },
      many: 2,
      first: 'member-needs',
      last: 'member-felt',
    },
  ])('$bank, $role, $selection', ({ bank, many, first, last, ...how }) => {
    const ids = idsOf(planOf(bankNamed(bank), how));
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([many, first, last]);
  });

  test('nothing, where a bank is walked in another way', () => {
    expect(idsOf(planOf(bankNamed('review')))).toEqual([]);
    expect(idsOf(planOf(challenge))).toEqual([]);
  });

  test('none of the other role', () => {
    for (const { bank } of builtInBanks) {
      for (const role of ROLES) {
        const { questions } = planOf(bank, {
          role,
          selection: { only: questionsOf(bank).map(({ id }) => id) },
        });
        expect(questions.filter(({ question }) => !isFor(question, role))).toEqual([]);
      }
      const unknown = planOf(bank, { role: null });
      expect(unknown.questions.filter(({ question }) => question.roles !== undefined)).toEqual([]);
    }
  });

  test('the baseline of a programme is asked once for each relationship', () => {
    const step: Selection = { step: 'step-own' };
    const baseline = entryOn('2026-11-01', 'challenge', [level('challenge-baseline-trust')], { about: 'D.' });
    const asked = (about: string): readonly string[] =>
      idsOf(planOf(challenge, { about, selection: step, entries: [baseline] })).slice(0, 2);
    expect(asked('E.')).toEqual(['challenge-baseline-trust', 'challenge-baseline-room']);
    expect(asked('D.')).toEqual(['challenge-baseline-room', 'own-share']);
  });

  test('a baseline that was passed is not asked in each step, nor right before its counterpart', () => {
    const passed = entryOn('2026-11-01', 'challenge', [skipped('challenge-baseline-trust')]);
    const asked = (step: string, entries: readonly Entry[]): readonly string[] =>
      idsOf(planOf(challenge, { selection: { step }, entries })).filter((id) => id.includes('baseline'));
    expect(asked('step-own', [passed])).toEqual(['challenge-baseline-room']);
    expect(asked('step-carry', [])).toEqual([]);
  });

  test('of a programme, what comes after a step is asked by itself', () => {
    const choice = ['challenge-next', 'challenge-stop-learned'];
    const baselines = ['challenge-baseline-trust', 'challenge-baseline-room'];
    const rated = entryOn(
      '2026-11-01',
      'challenge',
      baselines.map((id) => level(id)),
    );
    const asked = (selection: Selection): readonly string[] =>
      idsOf(planOf(challenge, { selection, entries: [rated] }));
    expect(asked({ step: 'step-see', part: 'evidence' })).toEqual([
      'see-count',
      'see-outcome',
      'see-example',
      ...choice,
    ]);
    expect(asked({ step: 'step-see', part: 'choice' })).toEqual(choice);
    expect(asked({ step: 'step-see', part: 'anew' }).slice(0, 2)).toEqual(baselines);
    expect(asked({ step: 'step-carry', part: 'evidence' })).toEqual([]);
  });

  test('what is chosen belongs to the step it is chosen at, and no other choice is shown beside it', () => {
    const before = entryOn('2026-11-01', 'challenge', [
      given('challenge-next', { type: 'choice', value: 'next' }),
    ]);
    const selection: Selection = { step: 'step-own', only: ['challenge-next'] };
    const planned = plannedOf(planOf(challenge, { selection, entries: [before] }), 'challenge-next');
    expect(planned).toMatchObject({ step: 'step-own', earlier: [] });
  });
});

describe('how long it takes', () => {
  test.each<{ selection: Selection; is: number | undefined }>([
    { selection: {}, is: 14 },
    { selection: { short: true }, is: 8 },
    { selection: { question: 'member-felt' }, is: undefined },
    { selection: { only: ['member-felt'] }, is: undefined },
  ])('$selection: $is', ({ selection, is }) => expect(planOf(member, { selection }).minutes).toBe(is));
});

describe('a question that counts something', () => {
  const closed = [
    entryOn('2026-11-01', 'member', [guess('member-prediction')], { id: 'aaaaaaaaaa' }),
    entryOn('2026-11-15', 'review', [outcome('aaaaaaaaaa/member-prediction', 'untested')]),
  ];

  test('is asked once there are enough', () => {
    expect(idsOf(planOf(lookback))).toEqual([
      'lookback-first-word',
      'lookback-surprise',
      'lookback-other',
      'lookback-belief',
      'lookback-keep',
    ]);
    expect(idsOf(planOf(lookback, { entries: closed }))).toEqual([
      'lookback-first-word',
      'lookback-surprise',
      'lookback-guesses',
      'lookback-untested',
      'lookback-other',
      'lookback-belief',
      'lookback-keep',
    ]);
  });

  test('is asked of whoever names it', () => {
    for (const selection of [{ question: 'lookback-untested' }, { only: ['lookback-untested'] }]) {
      expect(idsOf(planOf(lookback, { selection }))).toEqual(['lookback-untested']);
    }
  });
});

describe('a question that depends on another', () => {
  const conditional = bankOf(`
- {id: mine-kind, type: choice, roles: [manager], ask: "Which?", options: [{value: one, label: One}, {value: two, label: Two}]}
- {id: mine-two, type: text, core: true, ask: "What for?", show_if: {mine-kind: [two]}}
- {id: mine-last, type: text, core: true, ask: "What else?"}`);

  test('is not asked where that one is not', () => {
    expect(idsOf(planOf(conditional, { role: 'manager' }))).toEqual(['mine-kind', 'mine-two', 'mine-last']);
    expect(idsOf(planOf(conditional))).toEqual(['mine-last']);
    expect(idsOf(planOf(conditional, { role: 'manager', selection: { short: true } }))).toEqual([
      'mine-last',
    ]);
    const all = { only: questionsOf(conditional).map(({ id }) => id) };
    expect(idsOf(planOf(conditional, { selection: all }))).toEqual(['mine-last']);
  });

  test('is asked of whoever names it alone', () => {
    for (const selection of [{ question: 'debrief-what-if-sign' }, { only: ['debrief-what-if-sign'] }]) {
      const agenda = planOf(debrief, { selection });
      expect(idsOf(agenda)).toEqual(['debrief-what-if-sign']);
      expect(stepWords(beginSitting(agenda, TODAY))).toBe('debrief-what-if-sign value');
    }
  });

  test('comes after the choice of somebody to tell, and not after nobody', () => {
    const agenda = planOf(member);
    const told = (value: string): boolean =>
      askable({ agenda, answers: [given('member-tell', { type: 'choice', value })] }).some(
        ({ question }) => question.id === 'member-tell-follow',
      );
    const { options = [] } = plannedOf(agenda, 'member-tell').question;
    expect(options.map(({ value }) => [value, told(value)])).toEqual([
      ['nobody', false],
      ['friend', true],
      ['colleague', true],
      ['other', true],
      ['team', true],
    ]);
    expect(plannedOf(agenda, 'member-tell-follow').asked).toBe('What exactly will you tell them?');
  });
});

describe('a scale at an interval', () => {
  const asked = (entries: readonly Entry[]): boolean =>
    idsOf(planOf(checkin, { entries })).includes('checkin-load');
  const on = (day: Day, answer = level('checkin-load')): Entry => entryOn(day, 'checkin', [answer]);

  test.each([
    { case: 'never answered', entries: [], is: true },
    { case: 'answered six days ago', entries: [on('2026-11-16')], is: false },
    { case: 'answered seven days ago', entries: [on('2026-11-15')], is: true },
    {
      case: 'not applicable six days ago',
      entries: [on('2026-11-16', level('checkin-load', 'na'))],
      is: false,
    },
    { case: 'skipped yesterday', entries: [on('2026-11-21', skipped('checkin-load'))], is: true },
    { case: 'answered about somebody else', entries: [{ ...on('2026-11-21'), about: 'D.' }], is: true },
  ])('$case', ({ entries, is }) => expect(asked(entries)).toBe(is));
});
