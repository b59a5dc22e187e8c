import { describe, expect, test } from 'vitest';
import { type Act, advance } from '../../../src/domain/sitting/act.ts';
import { beginSitting, nextStep, type Sitting } from '../../../src/domain/sitting/sitting.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { bankNamed, planOf, TODAY } from '../plans.ts';
import { after, remarksAfter, stepWords } from '../walks.ts';
import { answer, atKind, atPlan, begun, changing, ended, LONG, lookedOver, mine, offering } from './mine.ts';

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
          planOf(bankNamed('member'), { selection: { question: 'member-commitment-prediction' } }),
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

  test('a nudge that there is not', () => {
    expect(remarksAfter(atKind, { kind: 'nudge' })).toEqual([{ kind: 'nudge', nudge: null, sample: null }]);
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

test('half a plan is not thrown away by an empty part', () => {
  const half = after(atPlan, answer('the draft is late'));
  const { sitting, remarks } = advance(half, answer(null));
  expect(remarks).toEqual([{ kind: 'incomplete' }]);
  expect(sitting.parts.when).toBe('the draft is late');
});
