import { describe, expect, test } from 'vitest';
import { advance } from '../../../src/domain/sitting/act.ts';
import {
  type Act,
  answersOf,
  beginSitting,
  isWorthKeeping,
  nextStep,
  type Sitting,
} from '../../../src/domain/sitting/sitting.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { bankNamed, bankOf, idsOf, planOf, TODAY } from '../plans.ts';
import { after, remarksAfter, stepWords } from '../walks.ts';

const LONG = 'one two three four five six seven eight';
const mine = bankOf(`
- {id: mine-what, type: text, ask: "What happened?", nudge: "Who said what?"}
- {id: mine-kind, type: choice, ask: "Which kind?", options: [{value: one, label: One}, {value: two, label: Two}]}
- {id: mine-why-two, type: text, ask: "What for?", show_if: {mine-kind: [two]}}
- {id: mine-plan, type: commitment, ask: "What will you do?"}`);

const answer = (value: string | number | null): Act => ({ kind: 'answer', value });
const begun = beginSitting(planOf(mine), TODAY);
const atKind = after(begun, answer(LONG));
const atPlan = after(atKind, answer('one'));
const offering = after(begun, answer('short'));
const lookedOver = after(atPlan, answer(null), answer('ask first'), answer('2026-12-01'), answer(0.8));
const changing = after(lookedOver, { kind: 'change', question: 'mine-kind' });
const ended = after(lookedOver, { kind: 'save' });

describe('where each act leads', () => {
  test.each<{ at: string; sitting: Sitting; acts: Readonly<Record<string, Act>>; leadTo: readonly string[] }>(
    [
      {
        at: 'the first question',
        sitting: begun,
        acts: {
          'an answer': answer(LONG),
          'a short answer': answer('short'),
          'an empty answer': answer(null),
          'a blank answer': answer(' \n'),
          'a skip': { kind: 'skip', skip: 'not-mine' },
          back: { kind: 'back' },
          nudge: { kind: 'nudge' },
          later: { kind: 'later' },
          accept: { kind: 'accept' },
          decline: { kind: 'decline' },
          change: { kind: 'change', question: 'mine-plan' },
          save: { kind: 'save' },
        },
        leadTo: [
          'mine-kind value',
          'mine-what offers nudge',
          'mine-kind value',
          'mine-kind value',
          'mine-kind value',
          'mine-what value',
          'mine-what value',
          'end',
          'mine-what value',
          'mine-what value',
          'mine-what value',
          'mine-what value',
        ],
      },
      {
        at: 'an offer',
        sitting: offering,
        acts: {
          accept: { kind: 'accept' },
          decline: { kind: 'decline' },
          back: { kind: 'back' },
          later: { kind: 'later' },
          answer: answer('x'),
          skip: { kind: 'skip', skip: 'passed' },
          nudge: { kind: 'nudge' },
          change: { kind: 'change', question: 'mine-what' },
          save: { kind: 'save' },
        },
        leadTo: [
          'mine-what value',
          'mine-kind value',
          'mine-what value',
          'end',
          ...Array.from({ length: 5 }, () => 'mine-what offers nudge'),
        ],
      },
      {
        at: 'a question that opens another',
        sitting: atKind,
        acts: {
          'the one': answer('one'),
          'the other': answer('two'),
          neither: answer(null),
          back: { kind: 'back' },
        },
        leadTo: ['mine-plan when', 'mine-why-two value', 'mine-plan when', 'mine-what value'],
      },
      {
        at: 'the first part of several',
        sitting: atPlan,
        acts: {
          'an answer': answer('the draft is late'),
          'no answer': answer(null),
          'no moment': answer('soon'),
          skip: { kind: 'skip', skip: 'passed' },
          back: { kind: 'back' },
        },
        leadTo: [
          'mine-plan then',
          'mine-plan then',
          'mine-plan offers moment',
          'look-over',
          'mine-kind value',
        ],
      },
      {
        at: 'the part that is needed',
        sitting: after(atPlan, answer('the draft is late')),
        acts: { 'an answer': answer('ask'), 'no answer': answer(null), back: { kind: 'back' } },
        leadTo: ['mine-plan by', 'mine-plan then', 'mine-plan when'],
      },
      {
        at: 'the look over',
        sitting: lookedOver,
        acts: {
          save: { kind: 'save' },
          later: { kind: 'later' },
          change: { kind: 'change', question: 'mine-what' },
          'change of a question that is not asked': { kind: 'change', question: 'mine-why-two' },
          'change of no question': { kind: 'change', question: 'none' },
          back: { kind: 'back' },
          answer: answer('x'),
          skip: { kind: 'skip', skip: 'passed' },
          nudge: { kind: 'nudge' },
          accept: { kind: 'accept' },
          decline: { kind: 'decline' },
        },
        leadTo: [
          'end',
          'end',
          'mine-what value',
          'look-over',
          'look-over',
          'mine-plan when',
          ...Array.from({ length: 5 }, () => 'look-over'),
        ],
      },
      {
        at: 'a change',
        sitting: changing,
        acts: {
          'the same answer': answer('one'),
          'one that opens a question': answer('two'),
          skip: { kind: 'skip', skip: 'passed' },
          back: { kind: 'back' },
        },
        leadTo: ['look-over', 'mine-why-two value', 'look-over', 'look-over'],
      },
      {
        at: 'a question that a change has opened',
        sitting: after(changing, answer('two')),
        acts: { answer: answer(LONG), skip: { kind: 'skip', skip: 'passed' }, back: { kind: 'back' } },
        leadTo: ['look-over', 'look-over', 'mine-kind value'],
      },
      {
        at: 'the end',
        sitting: ended,
        acts: {
          answer: answer('x'),
          back: { kind: 'back' },
          later: { kind: 'later' },
          save: { kind: 'save' },
        },
        leadTo: ['end', 'end', 'end', 'end'],
      },
    ],
  )('at $at', ({ sitting, acts, leadTo }) => {
    const led = Object.entries(acts).map(([name, act]) => `${name}: ${stepWords(after(sitting, act))}`);
    expect(led).toEqual(Object.keys(acts).map((name, index) => `${name}: ${leadTo[index]}`));
  });
});

describe('what is remarked', () => {
  test.each<{ case: string; sitting: Sitting; act: Act; is: readonly string[] }>([
    { case: 'an answer', sitting: begun, act: answer(LONG), is: [] },
    { case: 'an empty answer', sitting: begun, act: answer(null), is: ['passed'] },
    { case: 'a skip', sitting: begun, act: { kind: 'skip', skip: 'not-today' }, is: ['passed'] },
    { case: 'not mine', sitting: begun, act: { kind: 'skip', skip: 'not-mine' }, is: ['retired'] },
    { case: 'too close', sitting: begun, act: { kind: 'skip', skip: 'too-close' }, is: ['gentle', 'rests'] },
    ...(['not-mine', 'too-close'] as const).flatMap((skip) => [
      {
        case: `${skip}, where nothing rests`,
        sitting: beginSitting(planOf(bankNamed('challenge'), { selection: { step: 'step-see' } }), TODAY),
        act: { kind: 'skip', skip } as const,
        is: [skip === 'not-mine' ? 'passed' : 'gentle'],
      },
      {
        case: `${skip} of a guess`,
        sitting: beginSitting(
          planOf(bankNamed('member'), { selection: { question: 'member-prediction' } }),
          TODAY,
        ),
        act: { kind: 'skip', skip } as const,
        is: [skip === 'not-mine' ? 'passed' : 'gentle'],
      },
    ]),
    { case: 'the nudge that was asked for', sitting: begun, act: { kind: 'nudge' }, is: ['nudge'] },
    { case: 'going back', sitting: atKind, act: { kind: 'back' }, is: [] },
  ])('on $case', ({ sitting, act, is }) => {
    expect(advance(sitting, act).remarks.map(({ kind }) => kind)).toEqual(is);
  });

  test('a plan is read back once it is whole', () => {
    const acts = [answer('the draft is late'), answer('ask'), answer(null), answer(0.8)];
    expect(remarksAfter(atPlan, ...acts)).toMatchObject([
      { kind: 'read-back', answer: { value: { when: 'the draft is late', then: 'ask' } } },
    ]);
    expect(remarksAfter(atPlan, ...acts.slice(0, 3))).toEqual([]);
  });

  test('a nudge that there is not', () => {
    expect(remarksAfter(atKind, { kind: 'nudge' })).toEqual([{ kind: 'nudge', nudge: null }]);
  });

  test('the old answer comes after the new one, and not after a skip', () => {
    const old = { question: 'mine-kind', asked: '', type: 'choice', value: 'one', skip: null } as const;
    const plan = planOf(mine, { entries: [entryWith({ bank: 'mine', about: null, answers: [old] })] });
    const asked = after(beginSitting(plan, TODAY), answer(LONG));
    expect(nextStep(asked)).toMatchObject({ kind: 'ask', given: null, planned: { recalled: [] } });
    expect(remarksAfter(asked, answer('two'))).toMatchObject([
      { kind: 'earlier', earlier: [{ answer: old }] },
    ]);
    expect(remarksAfter(asked, answer(null))).toEqual([{ kind: 'passed' }]);
  });

  test('an option may suggest a change of plan', () => {
    const plan = planOf(bankNamed('review'), { selection: { only: ['review-not-yet'] } });
    expect(remarksAfter(beginSitting(plan, TODAY), answer('too-big'))).toEqual([
      { kind: 'suggest', suggest: 'halve it', of: 'plan' },
    ]);
  });
});

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
  const dated = after(prepare, answer('work'), answer('2026-11-24'), answer(LONG), answer(LONG));
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
    'minutes: {full: 6}\n',
  );
  const start = beginSitting(planOf(many), TODAY);
  const progress = (sitting: Sitting): unknown => {
    const step = nextStep(sitting);
    return step.kind === 'ask' ? step.progress : step.kind;
  };

  test('counts what is asked as things stand, and minutes over all that could be', () => {
    expect(progress(start)).toEqual({ number: 1, of: 3, minutesLeft: 6 });
    const atKind = after(start, answer('x'), answer('x'));
    expect(progress(atKind)).toEqual({ number: 3, of: 3, minutesLeft: 4 });
    expect(progress(after(atKind, answer('two')))).toEqual({ number: 4, of: 6, minutesLeft: 3 });
  });

  test('says no minutes where the bank does not, or where only a part is asked', () => {
    expect(progress(begun)).toEqual({ number: 1, of: 3 });
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

test('half a plan is not thrown away by an empty part', () => {
  const half = after(atPlan, answer('the draft is late'));
  const { sitting, remarks } = advance(half, answer(null));
  expect(remarks).toEqual([{ kind: 'incomplete' }]);
  expect(sitting.parts.when).toBe('the draft is late');
});
