import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { parseBank } from '../../../src/formats/banks/bank-yaml.ts';
import { head, mistakesIn, question } from './bank-mistakes.ts';

const prompts = new URL('../../../prompts/', import.meta.url);
const builtIn = readdirSync(prompts).filter((name) => name.endsWith('.yaml'));
const read = (name: string): string => readFileSync(new URL(name, prompts), 'utf8');

describe('the built-in banks', () => {
  test.each(builtIn)('%s is read without a mistake and bears the name of its file', (name) => {
    expect(`${parseBank(read(name), name).name}.yaml`).toBe(name);
  });

  test('keys of the file become fields of the domain', () => {
    const prepare = questionsOf(parseBank(read('prepare.yaml'), 'prepare.yaml'));
    expect(prepare.find(({ id }) => id === 'prepare-prediction')).toEqual({
      id: 'prepare-prediction',
      type: 'prediction',
      roles: ['manager'],
      core: true,
      ideas: [],
      fixed: 'The next step will be named by them and not by me.',
      resolves: ['debrief-next-step'],
      ask: 'How likely is it that they, and not you, will name the next step?',
      worded: 'How likely is it that {about|they}, and not you, will name the next step?',
      sample: { likelihood: 60 },
      why: 'This guess is checked after each conversation, so over time it will tell you something.',
    });
    const debrief = parseBank(read('debrief.yaml'), 'debrief.yaml').questions;
    expect(debrief[0]).toMatchObject({
      recall: ['prepare-together', 'prepare-intent', 'prepare-want'],
      askWithoutRecall: expect.any(String),
    });
    expect(debrief[1]?.resolves).toEqual(['prepare-prediction', 'prepare-member-prediction']);
    expect(debrief[4]?.showIf).toEqual({
      question: 'debrief-what-if',
      values: ['instructions', 'mixed', 'unsure'],
    });
    const lookback = parseBank(read('lookback.yaml'), 'lookback.yaml').questions;
    expect(lookback[2]?.showIf).toEqual({ count: 'resolved_predictions', atLeast: 1 });
  });

  test('a check-in has scales and a rotation', () => {
    const checkin = parseBank(read('checkin.yaml'), 'checkin.yaml');
    expect(checkin.scales.map(({ type, core }) => ({ type, core }))).toEqual(
      Array.from({ length: 3 }, () => ({ type: 'scale', core: true })),
    );
    expect(checkin.weeklyScales.map(({ id, everyDays }) => ({ id, everyDays }))).toEqual([
      { id: 'checkin-load', everyDays: 7 },
    ]);
    expect(new Set(checkin.rotation.map(({ type }) => type))).toEqual(new Set(['text']));
    expect(checkin.rotation).toHaveLength(24);
  });

  test('a closing is what one takes from it, commitment, prediction, whom to tell', () => {
    const { closing } = parseBank(read('manager.yaml'), 'manager.yaml');
    expect(closing.map(({ id, type, core }) => ({ id, type, core }))).toEqual([
      { id: 'manager-take', type: 'text', core: true },
      { id: 'manager-commitment', type: 'commitment', core: true },
      { id: 'manager-commitment-prediction', type: 'prediction', core: true },
      { id: 'manager-tell', type: 'choice', core: true },
    ]);
  });

  test('a programme has scope, steps and advance, a review its two dialogues', () => {
    const challenge = parseBank(read('challenge.yaml'), 'challenge.yaml');
    expect(challenge.steps.map(({ id, week, weeks }) => ({ id, week, weeks })).slice(5, 7)).toEqual([
      { id: 'step-run', week: 6, weeks: 2 },
      { id: 'step-both', week: 8, weeks: 1 },
    ]);
    expect(challenge.scope).toHaveLength(3);
    expect(challenge.advance.map(({ id }) => id)).toEqual(['challenge-next', 'challenge-stop-learned']);
    const { review } = parseBank(read('review.yaml'), 'review.yaml');
    expect(review.commitment?.notYet.id).toBe('review-not-yet');
    expect(review.prediction?.again.type).toBe('percent');
  });
});

describe('a mistake in the shape of the file', () => {
  test.each([
    { case: 'an empty file', source: '', is: ['1:1 expected a question bank, found an empty file'] },
    {
      case: 'only a comment',
      source: '# later\n',
      is: ['1:1 expected a question bank, found an empty file'],
    },
    { case: 'a list', source: '- one\n', is: ['1:1 expected a mapping, found a list'] },
    { case: 'a text', source: 'hello\n', is: ['1:1 expected a bank, found "hello"'] },
    {
      case: 'nothing but a name',
      source: 'bank: mine\n',
      is: [
        '1:1 a bank needs the key "version"',
        '1:1 a bank needs the key "role"',
        '1:1 a bank needs the key "title"',
        '1:1 a bank needs the key "intro"',
        '1:1 a bank needs at least one question',
      ],
    },
    {
      case: 'a name that is no id, a version that does not count, a misspelt role',
      source: `bank: My bank\nversion: 1.5\nrole: manger\ntitle: Mine\nintro: ''\nquestions:\n${question}`,
      is: [
        '1:7 "bank": expected lowercase letters, digits and single hyphens, such as "my-question", found "My bank"',
        '2:10 "version": expected a whole number, 1 or more, found 1.5',
        '3:7 "role": expected one of manager, member, both, none, found "manger"; did you mean "manager"?',
        '5:8 "intro": expected text that is not empty, found empty text',
      ],
    },
    {
      case: 'version 0',
      source: `${head.replace('version: 1', 'version: 0')}questions:\n${question}`,
      is: ['2:10 "version": expected a whole number, 1 or more, found 0'],
    },
    {
      case: 'a misspelt key and an unknown one',
      source: `${head}qestions: []\nnotes: 1\nquestions:\n  - {id: a, type: text, ask: What?, nugde: Look}\n`,
      is: [
        '6:1 a bank has no key "qestions"; did you mean "questions"?',
        '7:1 a bank has no key "notes"; it can have bank, version, role, title, intro, minutes, asks_about, safety, scope, context, scales, weekly_scales, questions, rotation, steps, advance, commitment, prediction, closing, retired',
        '9:37 a question has no key "nugde"; did you mean "nudge"?',
      ],
    },
    {
      case: 'keys that every object has',
      source: `${head}constructor: 1\n__proto__: {title: x}\nquestions:\n${question}`,
      is: [
        expect.stringMatching(/^6:1 a bank has no key "constructor"; it can have /),
        expect.stringMatching(/^7:1 a bank has no key "__proto__"; it can have /),
      ],
    },
    {
      case: 'a question of an unknown type without a wording',
      source: `${head}questions:\n  - id: a\n    type: txt\n`,
      is: [
        '7:5 a question needs the key "ask"',
        '8:11 "type": expected one of text, choice, scale, percent, date, prediction, commitment, found "txt"; did you mean "text"?',
      ],
    },
    {
      case: 'one role of two',
      source: `${head}questions:\n  - id: a\n    type: text\n    ask: {manager: What?, membr: What?}\n`,
      is: [
        '9:10 wording by role needs the key "member"',
        '9:27 wording by role has no key "membr"; did you mean "member"?',
      ],
    },
    {
      case: 'numbers and truths where text belongs',
      source: `${head}questions:\n  - {id: a, type: choice, ask: 12, options: [{value: 1, label: true}, {value: b, label: B}]}\n`,
      is: [
        '7:32 "ask": expected text, or text for each role (manager, member), found 12; put it in quotes to make it text',
        '7:54 "value": expected lowercase letters, digits and single hyphens, such as "my-question", found 1; put it in quotes to make it text',
        '7:64 "label": expected text, found true; put it in quotes to make it text',
      ],
    },
    {
      case: 'nothing, a list and a text where something else belongs',
      source: `${head}questions:\n  - id: a\n    type: scale\n    ask:\n    scale: [1, 5]\n    core: ja\n  - hello\nclosing: []\nscope: me\n`,
      is: [
        '9:9 "ask": expected text, or text for each role (manager, member), found nothing',
        '10:12 "scale": expected a scale such as {min: 1, max: 5, low: hardly, high: fully}, or one for each role (manager, member), found a list',
        '11:11 "core": expected true or false, found "ja"',
        '12:5 "questions": expected a question, found "hello"',
        '13:10 "closing": expected a mapping, found a list',
        '14:8 "scope": expected a list of questions, found "me"',
      ],
    },
    {
      case: 'empty and blank texts, also deep inside',
      source: `${head}questions:\n  - {id: a, type: text, ask: " ", why: "", nudge: "\\t"}\n`,
      is: [
        '7:30 "ask": expected text that is not empty, found empty text',
        '7:40 "why": expected text that is not empty, found empty text',
        '7:51 "nudge": expected text that is not empty, found empty text',
      ],
    },
    {
      case: 'a condition of the wrong kind',
      source: `${head}questions:\n${question}  - {id: b, type: text, ask: What?, show_if: {resolved_predictions: ">1", a: []}}\n`,
      is: [
        '8:69 "resolved_predictions": expected ">=" and a whole number, such as ">=1", found ">1"',
        '8:78 "a": expected at least one option value, found an empty list',
      ],
    },
    {
      case: 'two conditions, and none',
      source: `${head}questions:\n${question}  - {id: b, type: text, ask: What?, show_if: {a: [b], c: [d]}}\n  - {id: c, type: text, ask: What?, show_if: {}}\n`,
      is: [
        '8:46 expected exactly one condition, such as {my-choice: [one, two]}',
        '9:46 expected exactly one condition, such as {my-choice: [one, two]}',
      ],
    },
    {
      case: 'a step without its parts',
      source: `${head}steps:\n  - {id: s, week: 1, stage: one, title: One, aim: See}\n`,
      is: [
        '1:1 a bank needs at least one question',
        '6:1 a bank with steps needs the key "advance"',
        '7:5 a step needs the key "questions"',
        '7:5 a step needs the key "between"',
        '7:5 a step needs the key "evidence"',
      ],
    },
  ])('$case', ({ source, is }) => expect(mistakesIn(source)).toEqual(is));
});

describe('hostile and unusual YAML', () => {
  const bank = `${head}questions:\n${question}`;

  test.each([
    {
      case: 'an alias that names nothing',
      source: `${bank}    # see above\nclosing: *gone\n`,
      is: ['9:10 aliases such as *gone are not read here; write the value out'],
    },
    {
      case: 'aliases that would grow without end',
      source: `${bank}x0: &x0 [lol]\n${Array.from({ length: 30 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]\n`).join('')}`,
      is: expect.arrayContaining(['9:10 aliases such as *x0 are not read here; write the value out']),
    },
    {
      case: 'lists in lists in lists, never closed',
      source: `a: ${'['.repeat(20_000)}`,
      is: ['1:67 nested more than 64 levels deep'],
    },
    {
      case: 'lists in lists in lists, closed',
      source: `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      is: ['1:67 nested more than 64 levels deep'],
    },
    {
      case: 'mappings in mappings',
      source: Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      is: [expect.stringMatching(/ nested more than 64 levels deep$/)],
    },
    {
      case: 'dashes on one line',
      source: '- '.repeat(20_000),
      is: [expect.stringMatching(/ nested more than 64 levels deep$/)],
    },
    {
      case: 'a key that stands twice',
      source: `${bank}title: Another\n`,
      is: ['8:1 the key "title" appears twice'],
    },
    {
      case: 'a tab',
      source: 'bank: mine\nquestions:\n\t- id: a\n',
      is: expect.arrayContaining(['3:1 indented with a tab; use spaces']),
    },
    {
      case: 'a colon in a text',
      source: `${bank}  - id: b\n    type: text\n    ask: Note: what happened?\n`,
      is: [
        '10:10 a mapping cannot begin here; put text that contains ": " in quotes, and start all the keys of a mapping in the same column',
      ],
    },
    {
      case: 'two documents',
      source: `${bank}---\n${bank}`,
      is: ['8:1 expected one document, found a second one after "---"'],
    },
    {
      case: 'a tag',
      source: `${bank}closing: !!js/function 'x'\n`,
      is: expect.arrayContaining([expect.stringMatching(/^8:10 tags are not read here: /)]),
    },
    {
      case: 'bytes',
      source: bank.replace('Mine', '!!binary aGk='),
      is: ['4:17 expected text, a number, true or false'],
    },
    {
      case: 'a key that is a list',
      source: `${bank}? [a]\n: 1\n`,
      is: ['8:3 expected text as a key; put it in quotes'],
    },
    {
      case: 'an open quote',
      source: `${bank}x: "never closed\n`,
      is: [expect.stringMatching(/^\d+:\d+ not YAML: Missing closing "quote$/)],
    },
  ])('$case', ({ source, is }) => expect(mistakesIn(source)).toEqual(is));

  test('CRLF and a byte order mark change nothing', () => {
    const dos = `\ufeff${bank.replaceAll('\n', '\r\n')}`;
    expect(parseBank(dos, 'mine.yaml')).toEqual(parseBank(bank, 'mine.yaml'));
    expect(mistakesIn(`\ufefftitel: x\n${bank}`.replaceAll('\n', '\r\n'))).toEqual([
      '1:1 a bank has no key "titel"; did you mean "title"?',
    ]);
  });

  test('terminal control sequences do not get in', () => {
    const source = bank.replace('"What happened?"', '"What \\e[31mhappened\\a?\\r\\nThen?"');
    expect(parseBank(source, 'mine.yaml').questions[0]?.ask).toBe('What happened? Then?');
    expect(mistakesIn(`${bank}"\\e[2Jx": 1\n`)).toEqual([
      expect.stringMatching(/^8:1 a bank has no key "x"; /),
    ]);
  });

  test('an intro keeps its paragraphs, every other text stands on one line', () => {
    const source = bank
      .replace('My own.', '|\n  One.\n\n  Two.\n')
      .replace('"What happened?"', '"What\n\n    happened?\u2028Then?"');
    const { intro, questions } = parseBank(source, 'mine.yaml');
    expect(intro).toBe('One.\n\nTwo.');
    expect(questions[0]?.ask).toBe('What happened? Then?');
  });

  test('a very long value is cut where a message quotes it', () => {
    expect(mistakesIn(bank.replace('both', 'x'.repeat(100_000)))).toEqual([
      `3:7 "role": expected one of manager, member, both, none, found "${'x'.repeat(40)}…"`,
    ]);
  });

  test('whatever a file holds, it is a bank or has mistakes with places', () => {
    const source = read('debrief.yaml');
    const edit = fc.tuple(
      fc.nat(source.length),
      fc.nat(40),
      fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('"', "'", '[', '{', '*x', '&x ', '!', '|', '\n', '  ', ': '),
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const edited = edits.reduce(
          (text, [from, length, insert]) => text.slice(0, from) + insert + text.slice(from + length),
          source,
        );
        for (const mistake of mistakesIn(edited)) expect(mistake).toMatch(/^[1-9]\d*:[1-9]\d* \S/);
      }),
      { numRuns: 150 },
    );
  });
});
