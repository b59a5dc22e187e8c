import { expect, test } from 'vitest';
import { entryTitle, firstLine } from '../../../src/pages/record/entry-title.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

const page = (text: string, title = 'A free page'): ReturnType<typeof entryWith> =>
  entryWith({ bank: 'note', title, answers: [{ ...textAnswer(text), question: 'note-text' }] });

test('a free page is called after its first line, and not "A free page" each time', () => {
  expect(entryTitle(page('\nRain.\n\nAll day.'))).toBe('Rain.');
  expect(entryTitle(page(''))).toBe('A free page');
});

test('any other entry has its own title, and one without has that of its bank', () => {
  expect(entryTitle(page('Rain.', 'The week'))).toBe('The week');
  expect(entryTitle(entryWith({ bank: 'member', title: ' ' }))).toBe('member');
  expect(entryTitle(entryWith({ bank: 'mine', title: 'A free page' }))).toBe('A free page');
});

test.each([
  ['## A **good** day ##', 'A good day'],
  ['- [ ] call `Anna`', 'call Anna'],
  ['> *so* ~~it~~ went', 'so it went'],
  ['[[People/D.|D.]] and [the mail](https://example.org/a)', 'D. and the mail'],
  ['---\n\nReal words', 'Real words'],
  ['```js\nlet one;\n```', 'let one;'],
  ['snake_case, 5 * 3 and C:\\\\temp\\!', 'snake_case, 5 * 3 and C:\\temp!'],
  ['  \t \n', ''],
])('%j is called %j', (text, title) => {
  expect(firstLine(text)).toBe(title);
});

test.each(['5. Januar, kalt', '1984. A year', 'I practised F #'])(
  'a title lost a part of its words: %s',
  (text) => {
    expect(firstLine(text)).toBe(text);
  },
);

test('a long line is cut between words, and anywhere where there are none', () => {
  expect(firstLine('We said, once more, '.repeat(9))).toBe(
    'We said, once more, We said, once more, We said, once more…',
  );
  expect(Array.from(firstLine('日'.repeat(99)))).toHaveLength(61);
  expect(firstLine('\u{1f642}'.repeat(99))).toBe(`${'\u{1f642}'.repeat(60)}…`);
});
