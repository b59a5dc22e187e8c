import { expect, test } from 'vitest';
import { entryAsJson } from '../../src/formats/entry/entry-json.ts';
import { formatOfName } from '../../src/export/export-format.ts';
import { jsonLines } from '../../src/export/export-json.ts';
import { textPages } from '../../src/export/export-text.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

const exported = {
  entry: entryWith({
    answers: [
      textAnswer('Small,\u007f and then angry'),
      {
        question: 'step',
        asked: 'What step?',
        type: 'commitment',
        value: { when: null, then: 'ask', by: '2026-11-23', likelihood: null },
        skip: null,
      },
    ],
  }),
  path: '2026/11/a.md',
};

test('text has every day in full, however near it is now', () => {
  expect([...textPages([exported, exported], 40)].join('')).toBe(
    `When your work is closely managed
22 November 2026, 09:14 · member, about
D.

What did you feel in that moment?
  Small, and then angry

What step?
  I will ask. By 23 November 2026.

2026/11/a.md

`
      .repeat(2)
      .trimEnd() + '\n',
  );
});

test('JSON Lines: an entry a line, safe to print', () => {
  const [line = '', ...more] = [...jsonLines([exported])];
  expect(more).toEqual([]);
  expect(line.match(/\n/g)).toHaveLength(1);
  expect(line).not.toContain('\u007f');
  expect(JSON.parse(line)).toEqual(entryAsJson(exported.entry, exported.path));
});

test.each([
  ['journal.json', 'json'],
  ['a/b.JSONL', 'jsonl'],
  ['b.ndjson', 'jsonl'],
  ['notes.md', 'markdown'],
  ['x.htm', 'html'],
  ['x.html', 'html'],
  ['x.csv', 'csv'],
  ['x.y.txt', 'text'],
  ['json', undefined],
  ['x.pdf', undefined],
  ['x.constructor', undefined],
  ['', undefined],
])('the format of %j is %s', (name, format) => expect(formatOfName(name)).toBe(format));
