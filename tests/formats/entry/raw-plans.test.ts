import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { mayHoldFollowed, rawFollowed } from '../../../src/formats/entry/question-comment.ts';
import { resolutionsIn } from '../../../src/domain/record/outcomes.ts';
import { commitment, given, guess, outcome, skipped, words } from '../../domain/journals.ts';
import { hostileEntry } from './entry-arbitrary.ts';
import { entryWith, readEntry } from './entry-samples.ts';

test('what a file holds and closes is told as reading all of it tells', () => {
  fc.assert(
    fc.property(hostileEntry, (entry) => {
      const text = printEntry(entry);
      const { id, answers } = readEntry(text);
      const plans = answers.filter(({ type }) => type === 'commitment' || type === 'prediction');
      const given = answers.filter(({ skip }) => skip === null);
      const moved = given.flatMap(({ closes, continues, value }) =>
        typeof value === 'string' && /^\s*(?:wait|take-up)\b/.test(value) ? [closes, continues] : [],
      );
      const told = rawFollowed(text);
      expect(told).toEqual({
        id,
        asked: plans.map(({ question }) => question),
        closes: given.flatMap(({ closes }) =>
          closes === undefined || moved.includes(closes) ? [] : [closes],
        ),
        speaksOf: given.flatMap(({ closes, continues }) => [closes ?? [], continues ?? []].flat()),
      });
      expect(mayHoldFollowed(text) || told.asked.length + told.speaksOf.length === 0).toBe(true);
    }),
  );
});

test.each([
  ['by hand, with blanks', (text: string) => text.replace('<!-- coach: ', '  <!--coach:   '), ['x/y']],
  ['with another end of lines', (text: string) => text.replaceAll('\n', '\r\n'), ['x/y']],
  ['in code', (text: string) => text.replace('<!-- coach:', '\\<!-- coach:'), []],
  ['and is empty', (text: string) => text.replace('yes', ''), []],
  ['and was skipped by hand', (text: string) => text.replace('yes', '*Too close*'), []],
])('a closing that stands there %s', (_case, change, closes) => {
  const text = printEntry(entryWith({ answers: [outcome('x/y'), words('member-felt')] }));
  expect(rawFollowed(change(text)).closes).toEqual(closes);
});

test('a guess whose other date had its link changed along with "too early" was closed by that date', () => {
  const date = { ...given('review-wait-until', { type: 'date', value: '2026-12-24' }), closes: 'x/y' };
  const choice = { ...given('review-outcome', { type: 'choice', value: 'wait' }), closes: 'x/y' };
  const entry = entryWith({ answers: [choice, date] });
  expect(rawFollowed(printEntry(entry)).closes).toEqual([]);
  expect(resolutionsIn(entry)).toMatchObject([{ reference: 'x/y', moves: '2026-12-24' }]);
});

test('a question in a heading that hyphens make was taken for the answer above it', () => {
  const text = printEntry(entryWith({ answers: [outcome('x/y'), words('member-felt')] }));
  const [, asked] = /\n## ([^\n]*)\n<!-- coach: member-felt/.exec(text) ?? [];
  const emptied = text.replace(/^yes.*$/m, '').replace(`## ${asked}`, `${asked}\n---`);
  expect(readEntry(emptied).answers).toMatchObject([{ skip: 'passed' }, { question: 'member-felt', asked }]);
  expect(rawFollowed(emptied).closes).toEqual([]);
});

test.each([
  { value: 'wait', link: { closes: 'x/y' }, closes: [] },
  { value: 'take-up', link: { closes: 'x/y' }, closes: [] },
  { value: 'wait', link: { continues: 'x/y' }, closes: [] },
  { value: 'yes', link: { closes: 'x/y', continues: 'x/y' }, closes: ['x/y'] },
])('$value of $link closes $closes and speaks of it', ({ value, link, closes }) => {
  const answer = { ...given('review-outcome', { type: 'choice', value, legend: 'Words' }), ...link };
  const told = rawFollowed(printEntry(entryWith({ answers: [answer, words('member-felt')] })));
  expect(told.closes).toEqual(closes);
  expect(new Set(told.speaksOf)).toEqual(new Set(['x/y']));
});

test('an id that stands otherwise than coach writes it is not guessed at', () => {
  const text = printEntry(
    entryWith({ answers: [commitment('member-step'), guess('member-guess'), skipped('note-text')] }),
  );
  expect(rawFollowed(text)).toEqual({
    id: 'k3x8m2p9qa',
    asked: ['member-step', 'member-guess'],
    closes: [],
    speaksOf: [],
  });
  expect(rawFollowed(text.replace('id: k3x8m2p9qa', "id: 'k3x8m2p9qa'")).id).toBeUndefined();
  expect(rawFollowed(text.slice(1)).id).toBeUndefined();
});
