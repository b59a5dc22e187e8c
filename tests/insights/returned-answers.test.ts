import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/entry/answer.ts';
import { lackingTexts, latestAnswers, withTexts } from '../../src/insights/returned-answers.ts';
import { entryOn } from '../domain/journals.ts';

const said = (question: string, value: string): Answer => ({
  question,
  asked: 'What?',
  type: 'text',
  value,
  skip: null,
});
const whole = entryOn('2026-11-20', 'member', [said('felt', 'Rain.'), said('did', 'Sun.')]);
const outline = { ...whole, answers: [said('felt', ''), said('did', '')] };
const returned = {
  question: 'did',
  asked: 'What?',
  about: whole.about,
  role: null,
  times: 2,
  latest: whole.day,
  before: whole.day,
};

test('texts are read of no entry whose texts are there', () => {
  expect(lackingTexts([{ answers: latestAnswers([whole], returned) }])).toEqual([]);
});

test('an outline gets the text of the same answer', () => {
  const answers = latestAnswers([outline], returned);
  expect(lackingTexts([{ answers }])).toEqual([outline]);
  const [found] = withTexts([{ returned, answers }], () => whole);
  expect(found?.answers.map(({ answer }) => answer.value)).toEqual(['Sun.']);
});

test('what was taken away or changed meanwhile is left out', () => {
  const all = [{ returned, answers: latestAnswers([outline], returned) }];
  const shorter = { ...whole, answers: whole.answers.slice(1) };
  for (const now of [undefined, shorter])
    expect(withTexts(all, () => now)).toEqual([{ returned, answers: [] }]);
});
