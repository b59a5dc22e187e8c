import { describe, expect, test } from 'vitest';
import type { Answer, Commitment, Given, Prediction, Skip } from '../../../src/domain/entry/answer.ts';
import { answerText, commitmentText, likelihoodText } from '../../../src/pages/record/answer-text.ts';
import { TODAY } from '../../domain/plans.ts';

const text = (given: Given): string =>
  answerText({ question: 'mine-one', asked: 'What?', ...given, skip: null }, TODAY);
const escape = '\u001b[31m';

describe('an answer in words', () => {
  test.each<{ given: Given; is: string }>([
    { given: { type: 'text', value: `one\r\n${escape}two` }, is: 'one\ntwo' },
    { given: { type: 'choice', value: 'not-yet', legend: `Not ${escape}yet` }, is: 'Not yet' },
    { given: { type: 'choice', value: 'not-yet' }, is: 'not-yet' },
    { given: { type: 'scale', value: 4, legend: '1 low, 5 high' }, is: '4 (1 low, 5 high)' },
    { given: { type: 'scale', value: 4 }, is: '4' },
    { given: { type: 'scale', value: 'na', legend: 'No contact' }, is: 'No contact' },
    { given: { type: 'scale', value: 'na' }, is: 'Does not apply.' },
    { given: { type: 'percent', value: 0.7 }, is: '70%, somewhat likely' },
    { given: { type: 'date', value: TODAY }, is: 'today' },
    { given: { type: 'date', value: '2026-12-24' }, is: '24 December' },
    { given: { type: 'date', value: '2027-01-01' }, is: '1 January 2027' },
  ])('$given: $is', ({ given, is }) => expect(text(given)).toBe(is));

  test.each<{ skip: Skip; is: string }>([
    { skip: 'passed', is: 'Skipped.' },
    { skip: 'not-today', is: 'Not today.' },
    { skip: 'not-mine', is: 'Not my situation.' },
    { skip: 'too-close', is: 'Too close right now.' },
  ])('$skip: $is', ({ skip, is }) => {
    const skipped: Answer = { question: 'mine-one', asked: 'What?', type: 'scale', value: null, skip };
    expect(answerText(skipped, TODAY)).toBe(is);
  });
});

describe('a guess', () => {
  const guess: Prediction = { expect: 'It rains', sign: null, likelihood: null, due: null, feeling: null };

  test.each<{ more: Partial<Prediction>; is: string }>([
    { more: {}, is: 'It rains' },
    { more: { sign: 'A wet street' }, is: 'It rains\nThe sign: A wet street' },
    { more: { likelihood: 0 }, is: 'It rains\n0%, unlikely.' },
    { more: { feeling: 'neither' }, is: 'It rains' },
    {
      more: { sign: `A wet${escape} street`, likelihood: 0.5, due: '2026-12-06', feeling: 'feared' },
      is: 'It rains\nThe sign: A wet street\n50%, could go either way. You will know by 6 December. Feared.',
    },
    { more: { due: '2026-11-23', feeling: 'hoped' }, is: 'It rains\nYou will know by tomorrow. Hoped for.' },
  ])('$more', ({ more, is }) => expect(text({ type: 'prediction', value: { ...guess, ...more } })).toBe(is));
});

describe('a plan is one sentence', () => {
  const plan: Commitment = { when: null, then: 'ask first', by: null, likelihood: null };

  test.each<{ more: Partial<Commitment>; is: string }>([
    { more: {}, is: 'I will ask first.' },
    { more: { when: 'the draft is late' }, is: 'When the draft is late, I will ask first.' },
    { more: { when: 'When the draft is late' }, is: 'When the draft is late, I will ask first.' },
    { more: { when: 'if it is late' }, is: 'When it is late, I will ask first.' },
    { more: { when: 'Whenever it is late' }, is: 'When Whenever it is late, I will ask first.' },
    { more: { then: 'I will ask first.' }, is: 'I will ask first.' },
    { more: { then: 'I’ll ask first!' }, is: 'I will ask first!' },
    { more: { then: 'say "is it late?"' }, is: 'I will say "is it late?"' },
    { more: { by: '2026-12-06' }, is: 'I will ask first. By 6 December.' },
    { more: { by: TODAY }, is: 'I will ask first. By today.' },
    { more: { when: `it${escape} is late`, then: `ask\u0007` }, is: 'When it is late, I will ask.' },
  ])('$more', ({ more, is }) => expect(commitmentText({ ...plan, ...more }, TODAY)).toBe(is));

  test('with its likelihood where it has one', () => {
    expect(text({ type: 'commitment', value: { ...plan, likelihood: 0.8 } })).toBe(
      'I will ask first. 80%, likely.',
    );
    expect(text({ type: 'commitment', value: plan })).toBe('I will ask first.');
  });
});

test.each([
  { percent: 0, is: 'unlikely' },
  { percent: 20, is: 'unlikely' },
  { percent: 25, is: 'somewhat unlikely' },
  { percent: 45, is: 'somewhat unlikely' },
  { percent: 50, is: 'could go either way' },
  { percent: 55, is: 'somewhat likely' },
  { percent: 75, is: 'somewhat likely' },
  { percent: 80, is: 'likely' },
  { percent: 100, is: 'likely' },
])('$percent percent is called $is', ({ percent, is }) =>
  expect(likelihoodText(percent / 100)).toBe(`${percent}%, ${is}`),
);
