import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mistake } from '../../../src/domain/text/errors.ts';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { questionsOf, ROLES } from '../../../src/domain/banks/question-bank.ts';
import {
  type AnswersHead,
  readAnswers,
  readAnswersHead,
  readQuickJson,
} from '../../../src/formats/answers/answers-file.ts';
import { answersTemplate } from '../../../src/pages/sitting/answers-template.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { allPlans, bankNamed, bankOf, idsOf, planOf, TODAY } from '../../domain/plans.ts';
import { hostileText } from '../entry/entry-arbitrary.ts';

const bank = bankOf(`
- {id: mine-text, type: text, ask: "What?"}
- {id: mine-choice, type: choice, ask: "Which?", options: [{value: kept, label: Kept}, {value: not-yet, label: Not yet}]}
- {id: mine-reason, type: text, ask: "How so?", show_if: {mine-choice: [not-yet]}}
- {id: mine-scale, type: scale, ask: "How much?", scale: {min: 1, max: 5, low: little, high: much}}
- {id: mine-na, type: scale, ask: "How much?", na: None, scale: {min: 0, max: 9, low: little, high: much}}
- {id: mine-percent, type: percent, ask: "How likely?"}
- {id: mine-date, type: date, ask: "When?"}
- {id: mine-guess, type: prediction, ask: "What do you expect?"}
- {id: mine-fixed, type: prediction, ask: "How likely?", fixed: It rains.}
- {id: mine-plan, type: commitment, ask: "What will you do?"}
- {id: mine-managers, type: text, roles: [manager], ask: "What else?"}`);
const agenda = planOf(bank);

const said = ({ line, column, message }: Mistake): string => `${line}:${column} ${message}`;
const read = (source: string, of: Agenda = agenda): ReturnType<typeof readAnswers> =>
  readAnswers(readYaml(source), of, TODAY);
const wrong = (source: string): readonly string[] => read(source).mistakes.map(said);
const answered = (source: string): object | undefined => {
  expect(wrong(source)).toEqual([]);
  return read(source).answers[0];
};

describe('each type, as it should be', () => {
  test.each<{ source: string; is: object }>([
    { source: 'mine-text: some words', is: { type: 'text', value: 'some words' } },
    { source: 'mine-text: |\n  one\n\n  two\n', is: { value: 'one\n\ntwo' } },
    { source: 'mine-text: "2026-11-22"', is: { value: '2026-11-22' } },
    { source: 'mine-text: 2026-11-22', is: { value: '2026-11-22' } },
    { source: 'mine-text: yes', is: { value: 'yes' } },
    { source: '{"mine-text": "{skip: passed}"}', is: { value: '{skip: passed}', skip: null } },
    { source: 'mine-choice: not-yet', is: { type: 'choice', value: 'not-yet', legend: 'Not yet' } },
    { source: 'mine-choice: " kept "', is: { value: 'kept' } },
    { source: 'mine-scale: 4', is: { type: 'scale', value: 4, legend: '1 little, 5 much' } },
    { source: 'mine-scale: 4.0', is: { value: 4 } },
    { source: 'mine-na: na', is: { type: 'scale', value: 'na', legend: 'None' } },
    { source: 'mine-na: 0', is: { value: 0 } },
    { source: 'mine-percent: 72', is: { type: 'percent', value: 0.72 } },
    { source: 'mine-date: 2026-12-24', is: { type: 'date', value: '2026-12-24' } },
    {
      source:
        'mine-guess: {expect: rain, sign: a wet street, likelihood: 70, due: 2026-12-01, feeling: feared}',
      is: {
        type: 'prediction',
        value: {
          expect: 'rain',
          sign: 'a wet street',
          likelihood: 0.7,
          due: '2026-12-01',
          feeling: 'feared',
        },
      },
    },
    {
      source: 'mine-guess: {expect: More trust, sign: , likelihood: null}',
      is: {
        vague: true,
        value: { expect: 'More trust', sign: null, likelihood: null, due: '2026-12-06', feeling: null },
      },
    },
    { source: 'mine-fixed: 60', is: { value: { expect: 'It rains.', likelihood: 0.6, due: '2026-12-06' } } },
    { source: 'mine-fixed: {likelihood: 60, due: 2026-12-01}', is: { value: { due: '2026-12-01' } } },
    {
      source: 'mine-plan: {when: it rains, then: take the bus, by: 2026-12-01, likelihood: 80}',
      is: {
        type: 'commitment',
        value: { when: 'it rains', then: 'take the bus', by: '2026-12-01', likelihood: 0.8 },
      },
    },
    {
      source: 'mine-plan: {then: "take\\n the bus"}',
      is: { value: { when: null, then: 'take the bus', by: '2026-12-06', likelihood: null } },
    },
    { source: 'mine-text:', is: { type: 'text', value: null, skip: 'passed' } },
    { source: 'mine-text: ""', is: { skip: 'passed' } },
    { source: 'mine-plan: null', is: { type: 'commitment', value: null, skip: 'passed' } },
    { source: 'mine-scale: {skip: not-today}', is: { type: 'scale', value: null, skip: 'not-today' } },
    { source: 'mine-plan: {skip: Too close}', is: { skip: 'too-close' } },
  ])('$source', ({ source, is }) => expect(answered(source)).toMatchObject(is));
});

describe('each type, as it should not be', () => {
  const percent = 'expected a likelihood, a whole number from 0 to 100';
  const text = 'expected text; put it in quotes or under a "|"';
  const line = 'expected text; put it in quotes';
  const kinds = 'expected {skip: passed | not-today | not-mine | too-close}';

  test.each([
    { source: 'mine-text: 12', is: [`1:12 mine-text: ${text}`] },
    { source: 'mine-text: true', is: [`1:12 mine-text: ${text}`] },
    { source: 'mine-text: [one, two]', is: [`1:12 mine-text: ${text}`] },
    { source: 'mine-text: {value: one}', is: [`1:12 mine-text: ${text}`] },
    {
      source: 'mine-choice: kepp',
      is: ['1:14 mine-choice: expected one of kept, not-yet; did you mean kept?'],
    },
    {
      source: 'mine-choice: Not yet',
      is: ['1:14 mine-choice: expected one of kept, not-yet; did you mean not-yet?'],
    },
    { source: 'mine-choice: 1', is: ['1:14 mine-choice: expected one of kept, not-yet'] },
    { source: 'mine-choice: [kept]', is: ['1:14 mine-choice: expected one of kept, not-yet'] },
    { source: 'mine-choice: constructor', is: ['1:14 mine-choice: expected one of kept, not-yet'] },
    { source: 'mine-scale: 6', is: ['1:13 mine-scale: expected a whole number from 1 to 5'] },
    { source: 'mine-scale: 2.5', is: ['1:13 mine-scale: expected a whole number from 1 to 5'] },
    { source: 'mine-scale: "4"', is: ['1:13 mine-scale: expected a whole number from 1 to 5'] },
    { source: 'mine-scale: na', is: ['1:13 mine-scale: expected a whole number from 1 to 5'] },
    { source: 'mine-na: none', is: ['1:10 mine-na: expected a whole number from 0 to 9, or na'] },
    { source: 'mine-percent: 0.7', is: [`1:15 mine-percent: ${percent}`] },
    { source: 'mine-percent: 70 %', is: [`1:15 mine-percent: ${percent}`] },
    { source: 'mine-percent: 101', is: [`1:15 mine-percent: ${percent}`] },
    { source: 'mine-percent: .inf', is: [`1:15 mine-percent: ${percent}`] },
    { source: 'mine-date: 2026-02-30', is: ['1:12 mine-date: expected a day, YYYY-MM-DD, not "2026-02-30"'] },
    { source: 'mine-date: soon', is: ['1:12 mine-date: expected a day, YYYY-MM-DD, not "soon"'] },
    { source: 'mine-date: 20261224', is: ['1:12 mine-date: expected a day, YYYY-MM-DD'] },
    {
      source: 'mine-guess: rain',
      is: ['1:13 mine-guess: expected {expect, sign, likelihood, due, feeling}'],
    },
    {
      source: 'mine-guess: [rain]',
      is: ['1:13 mine-guess: expected {expect, sign, likelihood, due, feeling}'],
    },
    { source: 'mine-guess: {}', is: ['1:13 mine-guess: lacks expect'] },
    {
      source: 'mine-guess: {expect: 1, sgin: x, likelihood: 700, due: soon, feeling: fear}',
      is: [
        `1:22 mine-guess.expect: ${line}`,
        '1:25 mine-guess.sgin: expected one of expect, sign, likelihood, due, feeling; did you mean sign?',
        `1:46 mine-guess.likelihood: ${percent}`,
        '1:56 mine-guess.due: expected a day, YYYY-MM-DD, not "soon"',
        '1:71 mine-guess.feeling: expected one of hoped, feared, neither; did you mean feared?',
      ],
    },
    { source: 'mine-fixed: rain', is: [`1:13 mine-fixed: ${percent}`] },
    {
      source: 'mine-fixed: {expect: rain}',
      is: ['1:13 mine-fixed: lacks likelihood', '1:14 mine-fixed.expect: expected one of likelihood, due'],
    },
    { source: 'mine-plan: ask', is: ['1:12 mine-plan: expected {when, then, by, likelihood}'] },
    { source: 'mine-plan: {when: it rains, then: " "}', is: ['1:12 mine-plan: lacks then'] },
    { source: 'mine-text: {skip: nottoday}', is: [`1:12 mine-text: ${kinds}; did you mean not-today?`] },
    { source: 'mine-text: {skip: }', is: [`1:12 mine-text: ${kinds}`] },
    { source: 'mine-text: {skip: passed, more: 1}', is: [`1:12 mine-text: ${kinds}`] },
  ])('$source', ({ source, is }) => expect(wrong(source)).toEqual(is));

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
      '1:12 mine-plan: lacks then',
      '3:1 no question "mine-txt" in the bank mine (member); did you mean mine-text?',
      '4:13 mine-scale: expected a whole number from 1 to 5',
      '5:1 mine-managers: is only asked of the role manager',
      '6:1 no question "mine-nothing-of-it" in the bank mine (member)',
      `7:15 mine-percent: ${percent}`,
      '8:1 no question "tgs" in the bank mine (member); did you mean tags?',
    ]);
  });

  test('the same in JSON', () => {
    expect(wrong('{\n\t"mine-scale": 9,\n\t"mine-txt": "words"\n}')).toEqual([
      '2:16 mine-scale: expected a whole number from 1 to 5',
      '3:2 no question "mine-txt" in the bank mine (member); did you mean mine-text?',
    ]);
  });

  test('a question of the bank that is not asked here', () => {
    const step = planOf(bankNamed('challenge'), { selection: { step: 'step-see' } });
    expect(read('own-share: words', step).mistakes.map(said)).toEqual(['1:1 own-share: is not asked here']);
  });
});

describe('a question that depends on another', () => {
  test.each([
    { source: 'mine-choice: not-yet\nmine-reason: rain', is: [] },
    { source: 'mine-reason: rain\nmine-choice: not-yet', is: [] },
    { source: 'mine-choice: kept\nmine-reason:', is: [] },
    { source: 'mine-reason:', is: [] },
    {
      source: 'mine-choice: kept\nmine-reason: rain',
      is: ['2:14 mine-reason: is only asked when mine-choice is not-yet'],
    },
    { source: 'mine-reason: rain', is: ['1:14 mine-reason: is only asked when mine-choice is not-yet'] },
    {
      source: 'mine-reason: {skip: not-mine}',
      is: ['1:14 mine-reason: is only asked when mine-choice is not-yet'],
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

describe('the head', () => {
  const moment = (words: string): string | undefined =>
    words === 'yesterday 18:00' ? '2026-11-21T18:00:00+01:00' : undefined;
  const head = (source: string): AnswersHead => readAnswersHead(readYaml(source), moment);

  test.each<{ source: string; is: Partial<AnswersHead> }>([
    { source: 'mine-text: x', is: {} },
    { source: 'role: manager', is: { role: 'manager' } },
    { source: 'role: Micromanaged', is: { role: 'member' } },
    { source: 'role:\nabout: ""\nat: null\ntags:', is: {} },
    { source: 'about: " D.\\n "', is: { about: 'D.' } },
    { source: 'at: yesterday 18:00', is: { at: '2026-11-21T18:00:00+01:00' } },
    { source: 'tags: [one, "two three"]', is: { tags: ['one', 'two three'] } },
    { source: 'tags: []', is: {} },
  ])('$source', ({ source, is }) =>
    expect(head(source)).toEqual({ ...is, mistakes: [], roleIsWrong: false }),
  );

  test.each([
    {
      source: 'role: manger',
      is: ['1:7 role: "manger" is not a role; did you mean manager?'],
      roleIsWrong: true,
    },
    {
      source: 'role: boss',
      is: ['1:7 role: "boss" is not a role; expected manager or member'],
      roleIsWrong: true,
    },
    { source: 'role: [member]', is: ['1:7 role: expected manager or member'], roleIsWrong: true },
    { source: 'about: 5', is: ['1:8 about: expected a short name'] },
    { source: 'at: 20261122', is: ['1:5 at: expected a time such as 2026-11-22T09:14 or "yesterday 18:00"'] },
    {
      source: 'at: tomorrow',
      is: [
        '1:5 at: "tomorrow" is not a past time; expected a time such as 2026-11-22T09:14 or "yesterday 18:00"',
      ],
    },
    { source: 'tags: one', is: ['1:7 tags: expected a list of words, for example [one, two]'] },
    { source: 'tags: [one, 2]', is: ['1:7 tags: expected a list of words, for example [one, two]'] },
    { source: '', is: ['1:1 expected "question: answer" lines (see --template)'] },
    { source: '- one', is: ['1:1 expected "question: answer" lines (see --template)'] },
    { source: 'words', is: ['1:1 expected "question: answer" lines (see --template)'] },
  ])('$source', ({ source, is, roleIsWrong = false }) => {
    const { mistakes, roleIsWrong: wrongRole } = head(source);
    expect(mistakes.map(said)).toEqual(is);
    expect(wrongRole).toBe(roleIsWrong);
  });

  test('what is no YAML is said, and nothing else', () => {
    expect(head('role: "member\nabout: D.').mistakes.length).toBe(1);
    expect(head('about: D.\nabout: E.').mistakes.map(said)).toEqual([
      '2:1 the key "about" stands here twice',
    ]);
  });
});

describe('JSON the quick way', () => {
  test.each([
    { source: '{"mine-scale": 4}', is: { 'mine-scale': 4 } },
    { source: ' \n{"a": {"b": [1, {"c": null}]}}\n', is: { a: { b: [1, { c: null }] } } },
    { source: '{"a": "he said \\"ok\\": fine", "b": "\\\\"}', is: { a: 'he said "ok": fine', b: '\\' } },
    { source: '{"a": "one\\r\\ntwo\\u001b[31m"}', is: { a: 'one\ntwo' } },
  ])('$source', ({ source, is }) => expect(readQuickJson(source)?.value).toEqual(is));

  test.each([
    '{"a": 1, "a": 2}',
    '{"a": {"b": 1, "b": 1}}',
    '{"a": 1, "\\u0061": 2}',
    '{"a": [{"b": 1}, {"b": 1, "c": 2, "b": 3}]}',
    '[1]',
    '"text"',
    '4',
    'null',
    '{"a": 1',
    'a: 1',
    '',
    '\ufeff{"a": 1}',
  ])('needs a real reader: %s', (source) => expect(readQuickJson(source)).toBeUndefined());

  test('is what the YAML reader gives', () => {
    const key = fc.oneof(
      fc.constantFrom('a', 'b', '__proto__', 'constructor', '1', ''),
      fc.string({ maxLength: 3 }),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('mapping')),
      leaf: fc
        .oneof(
          hostileText,
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        )
        .map(jsonText),
      list: fc.array(tie('tree'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      mapping: fc
        .array(fc.tuple(key.map(jsonText), tie('tree')), { maxLength: 4 })
        .map((pairs) => `{${pairs.map(([name, value]) => `${name}:${String(value)}`).join(',\n')}}`),
    }));
    fc.assert(
      fc.property(tree, (source) => {
        const quick = readQuickJson(String(source));
        const slow = readYaml(String(source));
        expect(quick ? [quick.value, []] : []).toEqual(quick ? [slow.value, slow.mistakes] : []);
      }),
    );
  });

  test('reads every object in which no key stands twice', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(readQuickJson(JSON.stringify(value))).toBeDefined();
      }),
    );
  });

  function jsonText(value: unknown): string {
    return JSON.stringify(value);
  }
});

describe('the template', () => {
  const sittings = allPlans.filter(({ name }) => !name.endsWith('all') || name.startsWith('checkin'));

  test.each(sittings)('of $name, as it is and filled in', (of) => {
    const template = answersTemplate(of);
    const empty = readYaml(template);
    expect(readAnswersHead(empty, () => undefined).mistakes).toEqual([]);
    const { answers, mistakes } = readAnswers(empty, of, TODAY);
    expect(mistakes).toEqual([]);
    expect(answers.filter(({ skip }) => skip !== 'passed')).toEqual([]);

    const filled = read(
      template.replaceAll(/^([a-z0-9-]+):$/gm, (_line, id: string) => `${id}: ${filling(of, id)}`),
      of,
    );
    expect(filled.mistakes).toEqual([]);
    expect(filled.answers.map(({ question }) => question)).toEqual(idsOf(of));
    expect(filled.answers.filter(({ skip }) => skip !== null)).toEqual([]);
  });

  test('asks for a likelihood as the terminal does, whereas it said that any number from 0 on is expected', () => {
    const asks = 'a whole number from 5 to 95; 0 and 100 are taken too';
    const template = answersTemplate(agenda);
    expect(template).toContain(`# How likely?\n# ${asks}\nmine-percent:`);
    expect(template).toContain(`# "It rains.": how likely, ${asks}\nmine-fixed:`);
    for (const given of [0, 1, 42, 100]) expect(wrong(`mine-percent: ${given}`)).toEqual([]);
  });

  test('names whom it is about, and says of the rest what is expected', () => {
    const lines = answersTemplate(planOf(bank, { about: 'D. "the boss"' })).split('\n');
    expect(lines.slice(0, 8)).toEqual([
      '# Mine',
      '# Leave an answer empty to pass it, or write {skip: not-today}, {skip: not-mine} or {skip: too-close}.',
      '# Long answers go under a "|", each line indented by two blanks.',
      '',
      'role: member',
      'about: "D. \\"the boss\\""',
      '# at: yesterday 18:00',
      '# tags: [one, two]',
    ]);
    expect(lines.slice(13, 24)).toEqual([
      '# Which?',
      '# kept: Kept',
      '# not-yet: Not yet',
      'mine-choice:',
      '',
      '# How so?',
      '# only when mine-choice is not-yet',
      '# text',
      'mine-reason:',
      '',
      '# How much?',
    ]);
  });

  /** An answer as one would write it; a choice takes the option that opens most. */
  function filling({ questions }: Agenda, id: string): string {
    const question = questions.map((planned) => planned.question).find((one) => one.id === id);
    const conditions = questions.flatMap(({ question: { showIf } }) =>
      showIf && 'question' in showIf && showIf.question === id ? showIf.values : [],
    );
    switch (question?.type) {
      case 'choice':
        return conditions[0] ?? question.options?.[0]?.value ?? '';
      case 'scale':
        return '3';
      case 'percent':
        return '70';
      case 'date':
        return '2026-12-24';
      case 'prediction':
        return question.fixed === undefined ? '{expect: rain, sign: a wet street, likelihood: 70}' : '70';
      case 'commitment':
        return '{when: it rains, then: take the bus}';
      default:
        return 'some words';
    }
  }
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
