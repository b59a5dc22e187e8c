import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Given } from '../../../src/domain/entry/answer.ts';
import type { Parts } from '../../../src/domain/sitting/field.ts';
import {
  answerFrom,
  isVague,
  makesAnswer,
  partsOf,
  skippedAnswer,
} from '../../../src/domain/sitting/answer-from-parts.ts';
import type { PlannedQuestion } from '../../../src/domain/sitting/agenda.ts';
import { bankNamed, planOf, plannedOf, thicket, TODAY } from '../plans.ts';

const plan = planOf(thicket, { selection: { only: thicket.questions.map(({ id }) => id) } });
const given = (planned: PlannedQuestion, parts: Parts): unknown =>
  answerFrom(planned, parts, TODAY, []).value;

describe('the answer that parts make', () => {
  test.each<{ id: string; parts: Parts; is: object }>([
    { id: 'mine-deep', parts: { value: 'a\nb' }, is: { type: 'text', value: 'a\nb' } },
    { id: 'mine-kind', parts: { value: 'two' }, is: { type: 'choice', value: 'two', legend: 'Two' } },
    {
      id: 'mine-level',
      parts: { value: 4 },
      is: { type: 'scale', value: 4, legend: '1 little, 5 much' },
    },
    { id: 'mine-level', parts: { value: 'na' }, is: { type: 'scale', value: 'na', legend: 'Not today' } },
    { id: 'mine-chance', parts: { value: 0.35 }, is: { type: 'percent', value: 0.35 } },
    { id: 'mine-when', parts: { value: '2026-12-24' }, is: { type: 'date', value: '2026-12-24' } },
    {
      id: 'mine-guess',
      parts: { expect: 'rain', sign: 'a wet street', likelihood: 0.7, due: '2026-11-23', feeling: 'feared' },
      is: {
        type: 'prediction',
        value: {
          expect: 'rain',
          sign: 'a wet street',
          likelihood: 0.7,
          due: '2026-11-23',
          feeling: 'feared',
        },
      },
    },
    {
      id: 'mine-guess',
      parts: { expect: 'rain', sign: null },
      is: { value: { expect: 'rain', sign: null, likelihood: null, due: '2026-12-06', feeling: null } },
    },
    {
      id: 'mine-standing',
      parts: { likelihood: 0.2 },
      is: { value: { expect: 'It rains.', sign: null, likelihood: 0.2, due: '2026-12-06', feeling: null } },
    },
    {
      id: 'mine-plan',
      parts: { when: 'clouds', then: 'so', by: null, likelihood: 0.9 },
      is: { value: { when: 'I notice clouds', then: 'say so', by: '2026-12-06', likelihood: 0.9 } },
    },
  ])('$id', ({ id, parts, is }) => {
    const planned = plannedOf(plan, id);
    const answer = answerFrom(planned, parts, TODAY, []);
    expect(answer).toMatchObject({ question: id, asked: planned.asked, skip: null, ...is });
    expect(makesAnswer(planned.question, parts)).toBe(true);
  });

  test.each<{ id: string; parts: Parts }>([
    { id: 'mine-deep', parts: {} },
    { id: 'mine-plan', parts: { when: 'clouds' } },
    { id: 'mine-guess', parts: { sign: 'a wet street' } },
    { id: 'mine-standing', parts: { likelihood: null } },
  ])('$id without the part that is needed makes none', ({ id, parts }) => {
    expect(makesAnswer(plannedOf(plan, id).question, parts)).toBe(false);
  });

  test('a question of a step says so, a skip too', () => {
    const challenge = planOf(bankNamed('challenge'), { selection: { step: 'step-see' } });
    const planned = plannedOf(challenge, 'see-my-gain');
    expect(answerFrom(planned, { value: 'safety' }, TODAY, [])).toMatchObject({ step: 'step-see' });
    expect(skippedAnswer(planned, 'not-mine')).toEqual({
      question: 'see-my-gain',
      asked: 'What do you get out of this pattern?',
      step: 'step-see',
      type: 'text',
      value: null,
      skip: 'not-mine',
    });
  });
});

describe('the words of a lead-in', () => {
  const plan = planOf(bankNamed('prepare'), {
    role: 'manager',
    selection: { only: ['prepare-closing-down'] },
  });
  const notice = plannedOf(plan, 'prepare-closing-down');
  const members = planOf(bankNamed('prepare'), { selection: { only: ['prepare-idea-or-order'] } });
  const say = plannedOf(members, 'prepare-idea-or-order');

  test.each([
    { typed: 'they go quiet', is: 'I notice they go quiet' },
    { typed: 'I notice they go quiet', is: 'I notice they go quiet' },
    { typed: 'i notice they go quiet', is: 'I notice they go quiet' },
    { typed: 'I notice I notice it', is: 'I notice it' },
    { typed: 'I noticed it', is: 'I notice I noticed it' },
    { typed: null, is: 'I notice' },
  ])('stand once in the moment of a plan: $typed', ({ typed, is }) => {
    expect(given(notice, { when: typed, then: 'stop' })).toMatchObject({ when: is, then: 'stop' });
  });

  test.each([
    { typed: 'is this an idea?', is: 'say is this an idea?' },
    { typed: 'say it aloud', is: 'say it aloud' },
    { typed: 'Say it aloud', is: 'say it aloud' },
    { typed: 'say: which is it?', is: 'say: which is it?' },
    { typed: 'saying nothing', is: 'say saying nothing' },
    { typed: 'say', is: 'say' },
  ])('stand once in its act: $typed', ({ typed, is }) => {
    expect(given(say, { when: null, then: typed })).toEqual({
      when: 'I am not sure which it is',
      then: is,
      by: '2026-12-06',
      likelihood: null,
    });
  });

  test('the usual ones say nothing beyond the form', () => {
    const planned = plannedOf(planOf(bankNamed('member')), 'member-commitment');
    expect(given(planned, { when: null, then: 'I will ask' })).toMatchObject({
      when: null,
      then: 'I will ask',
    });
  });

  test('come out when a plan is changed, and go in again', () => {
    expect(parts(say, { when: null, then: 'it aloud' })).toMatchObject({ when: null, then: 'it aloud' });
    expect(parts(notice, { when: 'they go quiet', then: 'stop' })).toMatchObject({ when: 'they go quiet' });
    fc.assert(
      fc.property(
        fc.constantFrom(say, notice),
        fc.option(words),
        words.filter((text) => text.trim() !== ''),
        (planned, when, then) => {
          const first = given(planned, { when, then });
          expect(given(planned, parts(planned, { when, then }))).toEqual(first);
        },
      ),
    );
  });

  const words = fc
    .array(
      fc.constantFrom(
        'say',
        'Say',
        'I',
        'notice',
        'I notice',
        'saying',
        'it',
        ':',
        'I am not sure which it is',
      ),
    )
    .map((each) => each.join(' '));

  function parts(planned: PlannedQuestion, made: Parts): Parts {
    const answer = answerFrom(planned, made, TODAY, []);
    if (answer.skip !== null) throw new Error('this is no answer');
    return partsOf(answer, planned.question);
  }
});

test('the parts of any answer make it again', () => {
  const answers: readonly (readonly [string, Given])[] = [
    ['mine-deep', { type: 'text', value: 'x' }],
    ['mine-kind', { type: 'choice', value: 'one', legend: 'One' }],
    ['mine-level', { type: 'scale', value: 'na', legend: 'Not today' }],
    ['mine-chance', { type: 'percent', value: 0 }],
    ['mine-when', { type: 'date', value: TODAY }],
  ];
  for (const [id, one] of answers) {
    const planned = plannedOf(plan, id);
    expect(answerFrom(planned, partsOf(one, planned.question), TODAY, [])).toMatchObject(one);
  }
});

describe('a prediction is vague', () => {
  test.each([
    { expect: 'It will feel better', sign: null, is: true },
    { expect: 'More trust', is: true },
    { expect: 'Trusting each other', is: true },
    { expect: 'GOOD', sign: null, is: true },
    { expect: 'It will feel better', sign: 'They say so', is: false },
    { expect: 'They name the next step', sign: null, is: false },
    { expect: 'Goods arrive, the trunk is moored', sign: null, is: false },
    { expect: null, sign: null, is: false },
  ])('$expect, sign $sign: $is', ({ is, ...parts }) => expect(isVague(parts)).toBe(is));

  test('and says so, unless its statement is a standing one', () => {
    const vague = answerFrom(plannedOf(plan, 'mine-guess'), { expect: 'More trust' }, TODAY, []);
    expect(vague.vague).toBe(true);
    const sure = answerFrom(plannedOf(plan, 'mine-guess'), { expect: 'More trust', sign: 'x' }, TODAY, []);
    expect(sure).not.toHaveProperty('vague');
  });
});
