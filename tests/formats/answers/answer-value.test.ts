import { describe, expect, test } from 'vitest';
import { read, wrong } from './every-type.ts';

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
    {
      source: 'mine-date: 2026-02-30',
      is: ['1:12 mine-date: expected a date, YYYY-MM-DD, not "2026-02-30"'],
    },
    { source: 'mine-date: soon', is: ['1:12 mine-date: expected a date, YYYY-MM-DD, not "soon"'] },
    { source: 'mine-date: 20261224', is: ['1:12 mine-date: expected a date, YYYY-MM-DD'] },
    {
      source: 'mine-guess: rain',
      is: ['1:13 mine-guess: expected {expect, sign, likelihood, due, feeling}'],
    },
    {
      source: 'mine-guess: [rain]',
      is: ['1:13 mine-guess: expected {expect, sign, likelihood, due, feeling}'],
    },
    { source: 'mine-guess: {}', is: ['1:13 mine-guess: "expect" is missing'] },
    {
      source: 'mine-guess: {expect: 1, sgin: x, likelihood: 700, due: soon, feeling: fear}',
      is: [
        `1:22 mine-guess.expect: ${line}`,
        '1:25 mine-guess.sgin: expected one of expect, sign, likelihood, due, feeling; did you mean sign?',
        `1:46 mine-guess.likelihood: ${percent}`,
        '1:56 mine-guess.due: expected a date, YYYY-MM-DD, not "soon"',
        '1:71 mine-guess.feeling: expected one of hoped, feared, neither; did you mean feared?',
      ],
    },
    { source: 'mine-fixed: rain', is: [`1:13 mine-fixed: ${percent}`] },
    {
      source: 'mine-fixed: {expect: rain}',
      is: [
        '1:13 mine-fixed: "likelihood" is missing',
        '1:14 mine-fixed.expect: expected one of likelihood, due',
      ],
    },
    {
      source: 'mine-plan: ask',
      is: ['1:12 mine-plan: expected {when, then, by, likelihood, because, obstacle, response}'],
    },
    { source: 'mine-plan: {when: it rains, then: " "}', is: ['1:12 mine-plan: "then" is missing'] },
    { source: 'mine-text: {skip: nottoday}', is: [`1:12 mine-text: ${kinds}; did you mean not-today?`] },
    { source: 'mine-text: {skip: }', is: [`1:12 mine-text: ${kinds}`] },
    { source: 'mine-text: {skip: passed, more: 1}', is: [`1:12 mine-text: ${kinds}`] },
  ])('$source', ({ source, is }) => expect(wrong(source)).toEqual(is));
});
