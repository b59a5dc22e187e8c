import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { ROLES } from '../../../src/domain/banks/question-bank.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { readAnswers, readAnswersHead, readQuickJson } from '../../../src/formats/answers/answers-file.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { bankNamed, idsOf, planOf, TODAY } from '../../domain/plans.ts';
import { agenda, read, said, wrong } from './every-type.ts';

test('all mistakes at once, as they stand in the file', () => {
  const source = [
    'mine-plan: {when: it rains}',
    'role: member',
    'mine-txt: words',
    'mine-scale: 9',
    'mine-managers: words',
    'mine-nothing-of-it: 1',
    'mine-percent: no',
    'tgs: [one]',
  ].join('\n');
  expect(wrong(source)).toEqual([
    '1:12 mine-plan: "then" is missing',
    '3:1 no question "mine-txt" in the question set mine (member); did you mean mine-text?',
    '4:13 mine-scale: expected a whole number from 1 to 5',
    '5:1 mine-managers: this question is only for the role manager',
    '6:1 no question "mine-nothing-of-it" in the question set mine (member)',
    '7:15 mine-percent: expected a likelihood, a whole number from 0 to 100',
    '8:1 no question "tgs" in the question set mine (member); did you mean tags?',
  ]);
});

test('mistakes in JSON', () => {
  expect(wrong('{\n\t"mine-scale": 9,\n\t"mine-txt": "words"\n}')).toEqual([
    '2:16 mine-scale: expected a whole number from 1 to 5',
    '3:2 no question "mine-txt" in the question set mine (member); did you mean mine-text?',
  ]);
});

test('a question of the bank that is not asked here', () => {
  const step = planOf(bankNamed('challenge'), { selection: { step: 'step-see' } });
  expect(read('own-share: words', step).mistakes.map(said)).toEqual([
    '1:1 own-share: this question is not asked here',
  ]);
});

describe('a question that depends on another', () => {
  test.each([
    { source: 'mine-choice: not-yet\nmine-reason: rain', is: [] },
    { source: 'mine-reason: rain\nmine-choice: not-yet', is: [] },
    { source: 'mine-choice: kept\nmine-reason:', is: [] },
    { source: 'mine-reason:', is: [] },
    {
      source: 'mine-choice: kept\nmine-reason: rain',
      is: ['2:14 mine-reason: this question is asked only when mine-choice is not-yet'],
    },
    {
      source: 'mine-reason: rain',
      is: ['1:14 mine-reason: this question is asked only when mine-choice is not-yet'],
    },
    {
      source: 'mine-reason: {skip: not-mine}',
      is: ['1:14 mine-reason: this question is asked only when mine-choice is not-yet'],
    },
    {
      source: 'mine-choice: nt-yet\nmine-reason: rain',
      is: ['1:14 mine-choice: expected one of kept, not-yet; did you mean not-yet?'],
    },
  ])('$source', ({ source, is }) => expect(wrong(source)).toEqual(is));

  test('left empty where it is not asked, it is no answer', () => {
    expect(read('mine-choice: kept\nmine-reason:').answers.map(({ question }) => question)).toEqual([
      'mine-choice',
    ]);
  });
});

test('answers come in the order of the plan, and what is not named is not asked', () => {
  expect(read('mine-plan: {then: ask}\nmine-text: words').answers.map(({ question }) => question)).toEqual([
    'mine-text',
    'mine-plan',
  ]);
  expect(read('role: member').answers).toEqual([]);
});

test('a standing prediction takes the date of the same file', () => {
  const { answers } = read(
    'prepare-member-prediction: 60\nprepare-when: 2026-11-24',
    planOf(bankNamed('prepare')),
  );
  expect(answers[1]).toMatchObject({ value: { due: '2026-11-24', likelihood: 0.6 } });
});

describe('what does not mean well', () => {
  test.each([
    { case: 'deep nesting', source: `{"mine-text": ${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
    {
      case: 'deep YAML',
      source: `mine-text:\n${Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}`,
    },
    { case: 'a huge key', source: `{"${'k'.repeat(200_000)}": 1}` },
    { case: 'a prototype', source: '{"__proto__": {"mine-text": "x", "role": "manager"}}' },
    { case: 'the name of a method', source: 'constructor: x\ntoString: y' },
    { case: 'an alias', source: 'mine-text: &a x\nmine-reason: *a' },
    { case: 'a tag', source: 'mine-text: !!js/function x' },
  ])('$case is refused, and nothing of it is an answer', ({ source }) => {
    const quick = readQuickJson(source);
    const answers = [quick, readYaml(source)].flatMap((one) =>
      one ? readAnswers(one, agenda, TODAY).answers : [],
    );
    expect(answers.filter(({ question }) => question !== 'mine-text')).toEqual([]);
    const file = readYaml(source);
    const mistakes = [
      ...readAnswersHead(file, () => undefined).mistakes,
      ...readAnswers(file, agenda, TODAY).mistakes,
    ];
    expect(mistakes.length).toBeGreaterThan(0);
    for (const { message } of mistakes) expect(message.length).toBeLessThan(200);
  });

  test('a prototype gives no role and no answers', () => {
    const source = {
      ...readYaml('a: 1'),
      value: JSON.parse('{"__proto__": {"role": "manager"}}') as unknown,
    };
    expect(readAnswersHead(source, () => undefined).role).toBeUndefined();
  });

  test('an answer of any kind to any question is understood or refused, by name', () => {
    const all = builtInPlans();
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(500), fc.jsonValue(), (of, pick, value) => {
        const id = idsOf(of)[pick % of.questions.length] ?? '';
        const source = readYaml(JSON.stringify({ [id]: value }));
        const { answers, mistakes } = readAnswers(source, of, TODAY);
        expect(mistakes.every(({ message }) => message.startsWith(id))).toBe(true);
        expect(answers.length === 0 || mistakes.length === 0).toBe(true);
      }),
    );
  });

  function builtInPlans(): readonly Agenda[] {
    return ROLES.map((role) => {
      const prepare = bankNamed('prepare');
      return planOf(prepare, { role, selection: { only: questionsOf(prepare).map(({ id }) => id) } });
    });
  }
});
