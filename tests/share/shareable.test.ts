import { describe, expect, test } from 'vitest';
import { everQuestionsOf, withFollows } from '../../src/domain/banks/bank-questions.ts';
import type { Question } from '../../src/domain/banks/question-bank.ts';
import type { Answer, Given } from '../../src/domain/entry/answer.ts';
import { shareableOf } from '../../src/share/shareable.ts';
import { given, skipped, words } from '../domain/journals.ts';
import { builtInBanks } from '../prompts/banks.ts';

const questions = new Map(
  builtInBanks
    .flatMap(({ bank }) => withFollows(everQuestionsOf(bank)))
    .map((question): [string, Question] => [question.id, question]),
);

const shareable = (answer: Answer, question = questions.get(answer.question)) =>
  shareableOf(answer, question, 'manager');

const choice = (value: string, legend?: string): Given => ({
  type: 'choice',
  value,
  ...(legend && { legend }),
});
const plan: Given = {
  type: 'commitment',
  value: {
    when: 'we sit down',
    then: 'ask first',
    by: '2026-12-06',
    likelihood: 0.8,
    because: 'It is small',
    obstacle: 'My wish to be right',
    response: 'wait',
  },
};
const guess: Given = {
  type: 'prediction',
  value: {
    expect: 'He says yes',
    sign: 'his answer',
    likelihood: 0.65,
    due: '2026-12-06',
    feeling: 'feared',
  },
};

describe('what leaves of an answer', () => {
  test.each([
    { case: 'a text', answer: words('manager-offer', ' Would you? \n'), is: ' Would you?' },
    {
      case: 'a choice, in its words',
      answer: given('manager-fit', choice('other-kind', 'Some')),
      is: 'Some',
    },
    {
      case: 'a choice without words',
      answer: given('manager-fit', choice('other-kind')),
      is: 'Some, but a different kind',
    },
    {
      case: 'a day, in full',
      answer: given('clear-when', { type: 'date', value: '2026-12-18' }),
      is: '18 December 2026',
    },
    {
      case: 'a plan, without date, likelihood and obstacle',
      answer: given('manager-commitment', plan),
      is: 'When we sit down, I will ask first.',
    },
    {
      case: 'a guess, without all its numbers',
      answer: given('manager-commitment-prediction', guess),
      is: 'He says yes',
    },
    {
      case: 'a text of hidden signs, as it is seen',
      answer: words('manager-offer', '\u001b[31mpay\u202e 001\u001b]0;x\u0007'),
      is: 'pay 001',
    },
  ])('$case', ({ answer, is }) => expect(shareable(answer)).toMatchObject({ words: is }));
});

describe('what never leaves', () => {
  test.each([
    { case: 'a rating', answer: given('manager-belief', { type: 'scale', value: 3 }), is: 'number' },
    {
      case: 'a rating of "not today"',
      answer: given('checkin-trust', { type: 'scale', value: 'na' }),
      is: 'number',
    },
    { case: 'a likelihood', answer: given('review-again', { type: 'percent', value: 0.4 }), is: 'number' },
    {
      case: 'the likelihood of a ready-made guess',
      answer: given('prepare-prediction', guess),
      is: 'number',
    },
    { case: 'a count in words', answer: words('mine-count', ' 7 '), is: 'number' },
    { case: 'what became of a guess', answer: given('own-outcome', choice('yes')), is: 'outcome' },
    {
      case: 'what became of a plan',
      answer: given('review-status', choice('kept'), { closes: 'k3x8m2p9qa/manager-commitment' }),
      is: 'outcome',
    },
    {
      case: 'what is said again of a plan',
      answer: given('review-next', choice('again'), { continues: 'k3x8m2p9qa/manager-commitment' }),
      is: 'outcome',
    },
    { case: 'what the bank calls private', answer: words('see-count', 'Seven'), is: 'private' },
    { case: 'a skip', answer: skipped('manager-offer'), is: 'skipped' },
    { case: 'nothing but hidden signs', answer: words('manager-offer', '\u200b \u202e\n'), is: 'skipped' },
  ])('$case', ({ answer, is }) => expect(shareable(answer)).toBe(is));
});

test.each([
  { question: 'manager-offer', is: true },
  { question: 'manager-felt', is: false },
  // Who is told is nobody's business; what they are told is.
  { question: 'manager-tell', is: false },
  { question: 'manager-tell-follow', is: true },
  { question: 'nothing-such', is: false },
])('$question is meant to be told: $is', ({ question, is }) => {
  expect(shareable(words(question))).toMatchObject({ isMeant: is });
});

describe("a question's words", () => {
  const asked = (text: string) => ({ ...words('manager-offer'), asked: text });
  const bare = 'How could you offer them this piece of work so that they feel free to say no?';
  test.each([
    {
      case: "the person's own are not in it",
      answer: asked('How could you offer D. "the raise" so that they feel free to say no?'),
      is: bare,
    },
    {
      case: 'an earlier wording is asked as it is now',
      answer: asked('How could you put it on offer to D.?'),
      is: bare,
    },
    {
      case: 'a smaller form stays',
      answer: { ...words('manager-transparent'), asked: 'Name one person you could tell.' },
      is: 'Name one person you could tell.',
    },
    {
      case: 'of a bank that is gone, as it was asked',
      answer: { ...words('gone-one'), asked: 'What\n helps \u202eyou?' },
      is: 'What helps you?',
    },
  ])('$case', ({ answer, is }) => expect(shareable(answer)).toMatchObject({ asked: is }));
});

test('everything that built-in banks call meant to be told can be', () => {
  const meant = builtInBanks
    .flatMap(({ bank }) => withFollows(everQuestionsOf(bank)))
    .filter(({ share }) => share);
  expect(meant.length).toBeGreaterThan(25);
  expect(meant.filter(({ type, resolves }) => type === 'choice' && resolves)).toEqual([]);
  expect(meant.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['own-sentence', 'clear-when', 'both-ask', 'member-say-it', 'member-commitment']),
  );
});
