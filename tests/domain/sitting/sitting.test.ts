import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/domain/sitting/act.ts';
import {
  answersOf,
  beginSitting,
  isWorthKeeping,
  nextStep,
  type Sitting,
} from '../../../src/domain/sitting/sitting.ts';
import { bankNamed, bankOf, idsOf, planOf, TODAY } from '../plans.ts';
import { after, stepWords } from '../walks.ts';
import { answer, atKind, atPlan, begun, LONG, lookedOver, mine, offering } from './mine.ts';

describe('what was given', () => {
  test('stands there to be changed when the question comes again', () => {
    const again = after(atKind, { kind: 'back' });
    expect(nextStep(again)).toMatchObject({ kind: 'ask', given: LONG });
    expect(nextStep(after(again, answer(`${LONG} nine`), { kind: 'back' }))).toMatchObject({
      given: `${LONG} nine`,
    });
  });

  test('part by part', () => {
    const again = after(lookedOver, { kind: 'change', question: 'mine-plan' });
    const given = [again, after(again, answer(null)), after(again, answer(null), answer('ask first'))].map(
      (sitting) => {
        const step = nextStep(sitting);
        return step.kind === 'ask' ? step.given : step.kind;
      },
    );
    expect(given).toEqual([null, 'ask first', '2026-12-01']);
  });

  test.each([
    {
      case: 'a text that was begun is an answer when one goes back',
      acts: [{ kind: 'back', typed: 'begun' }],
      is: 'begun',
    },
    { case: 'nothing typed leaves the question open', acts: [{ kind: 'back', typed: ' ' }], is: undefined },
  ] as const)('$case', ({ acts, is }) => {
    const opened = after(atKind, answer('two'));
    const back = after(opened, ...acts);
    expect(stepWords(back)).toBe('mine-kind value');
    expect(answersOf(back).find(({ question }) => question === 'mine-why-two')?.value).toBe(is);
  });

  test('the parts of a plan are kept when one goes back beyond its first', () => {
    const back: Act = { kind: 'back' };
    const left = after(atPlan, answer('it rains'), answer('ask'), back, back, back);
    expect(stepWords(left)).toBe('mine-kind value');
    const again = after(left, answer('one'));
    expect(nextStep(again)).toMatchObject({ kind: 'ask', field: { name: 'when' }, given: 'it rains' });
    expect(nextStep(after(again, answer('it rains')))).toMatchObject({ given: 'ask' });
  });

  test('what is typed in a later part is kept by going back, a nudge and leaving', () => {
    const atThen = after(atPlan, answer('it rains'));
    for (const kind of ['back', 'nudge', 'later'] as const) {
      expect(after(atThen, { kind, typed: ' ask\n first ' }).parts).toEqual({
        when: 'it rains',
        then: 'ask first',
      });
    }
  });

  test('what is typed where a list is chosen from is no answer', () => {
    expect(after(atKind, { kind: 'later', typed: 'two' }).parts).toEqual({});
  });

  test('leaving at the first question keeps what was typed', () => {
    expect(after(begun, { kind: 'back', typed: 'one\r\ntwo' }).parts).toEqual({ value: 'one\ntwo' });
  });

  test('an answer whose condition no longer holds is left out, and comes back with it', () => {
    const opened = after(atKind, answer('two'), answer(LONG));
    expect(answersOf(opened)).toHaveLength(3);
    const closed = after(opened, { kind: 'back' }, { kind: 'back' }, answer('one'));
    expect(answersOf(closed).map(({ question }) => question)).toEqual(['mine-what', 'mine-kind']);
    const again = after(closed, { kind: 'back' }, answer('two'));
    expect(nextStep(again)).toMatchObject({ given: LONG });
    expect(answersOf(again)).toHaveLength(3);
  });
});

describe('a date that a standing prediction takes', () => {
  const prepare = beginSitting(planOf(bankNamed('prepare'), { selection: { short: true } }), TODAY);
  const dated = after(
    prepare,
    answer('work'),
    answer('2026-11-24'),
    answer(LONG),
    answer(LONG),
    answer(LONG),
  );
  const whole = after(dated, answer(null), answer(null), answer(0.6));
  const standing = (sitting: Sitting): unknown =>
    answersOf(sitting).find(({ question }) => question === 'prepare-member-prediction')?.value;

  test('is the coming one of the same sitting', () => {
    expect(stepWords(whole)).toBe('look-over');
    expect(standing(whole)).toMatchObject({ due: '2026-11-24', likelihood: 0.6 });
  });

  test.each([
    { case: 'another day', act: answer('2026-11-30'), due: '2026-11-30' },
    { case: 'a day that has passed', act: answer('2026-11-01'), due: '2026-12-06' },
    { case: 'no day', act: answer(null), due: '2026-12-06' },
  ])('follows it to $case', ({ act, due }) => {
    const changed = after(whole, { kind: 'change', question: 'prepare-when' }, act);
    expect(standing(changed)).toMatchObject({ due, likelihood: 0.6 });
  });
});

describe('progress', () => {
  const many = bankOf(
    `
- {id: mine-one, type: text, ask: "One?"}
- {id: mine-two, type: text, ask: "Two?"}
- {id: mine-kind, type: choice, ask: "Which?", options: [{value: one, label: One}, {value: two, label: Two}]}
- {id: mine-a, type: text, ask: "A?", show_if: {mine-kind: [two]}}
- {id: mine-b, type: text, ask: "B?", show_if: {mine-kind: [two]}}
- {id: mine-c, type: text, ask: "C?", show_if: {mine-kind: [two]}}`,
  );
  const start = beginSitting(planOf(many), TODAY);
  const progress = (sitting: Sitting): unknown => {
    const step = nextStep(sitting);
    return step.kind === 'ask' ? step.progress : step.kind;
  };

  test('counts what is asked as things stand, and minutes over all that could be', () => {
    expect(progress(start)).toEqual({ number: 1, of: 3, minutesLeft: 3 });
    const atKind = after(start, answer('x'), answer('x'));
    expect(progress(atKind)).toEqual({ number: 3, of: 3, minutesLeft: 2 });
    expect(progress(after(atKind, answer('two')))).toEqual({ number: 4, of: 6, minutesLeft: 2 });
  });

  test('says no minutes where one question was asked for', () => {
    const one = planOf(many, { selection: { question: 'mine-one' } });
    expect(progress(beginSitting(one, TODAY))).toEqual({ number: 1, of: 1 });
  });
});

describe('taking up a draft', () => {
  const { current, parts, field, offer, offered, changing: isChanging } = offering;
  const place = { current, parts, field, offer, offered, changing: isChanging };
  const answers = answersOf(lookedOver);

  test.each([
    { case: 'where it stood', kept: { ...place, answers }, is: 'mine-what offers nudge' },
    { case: 'at the look over', kept: { ...place, current: null, answers }, is: 'look-over' },
    {
      case: 'at the first question that is open, where the old one is gone',
      kept: { ...place, current: 'mine-gone', answers: [] },
      is: 'mine-what value',
    },
    {
      case: 'at a question that is new in the bank, where all others were answered',
      kept: { ...place, current: null, answers: answers.slice(1) },
      is: 'mine-what value',
    },
    {
      case: 'at the last part, where the question has fewer now',
      kept: { ...place, offer: null, field: 7, answers },
      is: 'mine-what value',
    },
  ])('$case', ({ kept, is }) => {
    expect(stepWords(beginSitting(planOf(mine), TODAY, kept))).toBe(is);
  });

  test('answers to questions that the bank no longer has are kept, last', () => {
    const gone = { question: 'mine-gone', asked: '', type: 'text', value: 'x', skip: null } as const;
    const sitting = beginSitting(planOf(mine), TODAY, { ...place, answers: [gone, ...answers] });
    expect(answersOf(sitting).map(({ question }) => question)).toEqual([
      ...idsOf(planOf(mine)).filter((id) => id !== 'mine-why-two'),
      'mine-gone',
    ]);
  });
});

test('only a given answer or a chosen kind of skip is worth keeping', () => {
  expect(isWorthKeeping([])).toBe(false);
  expect(isWorthKeeping([{ skip: 'passed' }, { skip: 'passed' }])).toBe(false);
  expect(isWorthKeeping([{ skip: 'passed' }, { skip: 'not-today' }])).toBe(true);
  expect(isWorthKeeping([{ skip: null }])).toBe(true);
});
