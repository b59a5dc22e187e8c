import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SKIPS } from '../../../src/domain/entry/answer.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { mostAnswers } from '../../../src/formats/entry/question-comment.ts';
import { formattedEntry } from './formatted-entries.ts';
import { entryWith, readEntry, textAnswer } from './entry-samples.ts';

const folder = path.join(import.meta.dirname, 'formatted');

/** The same words in the same places: the person's own section may have another spelling, fences another sign. */
function withoutSpelling(text: string): string {
  return JSON.stringify({ ...readEntry(text), extra: readEntry(text).extra.front }).replaceAll('~~~', '```');
}

describe('a formatter of Markdown made answers of skips, and files unreadable', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const read = readEntry(text);
    expect(withoutSpelling(text)).toBe(withoutSpelling(printEntry(formattedEntry)));
    expect(read.extra.sections.map(({ after }) => after)).toEqual(['q-text', 'q-fit']);
    expect(readEntry(printEntry(read))).toStrictEqual(read);
    expect(mostAnswers(text)).toBe(read.answers.filter(({ skip }) => skip === null).length);
  });

  const file = (below: string, type = 'text'): string =>
    `---\ncoach: 1\nid: a1\nat: "2026-11-22"\nbank: mine\n---\n\n## Asked?\n<!-- coach: q ${type} -->\n\n${below}\n`;
  const spellings = ['*x*', '_x_', '**x**', '__x__', '***x***', '**_x_**', '  _X_  '];
  test.each(spellings)('a skip spelled %s', (spelling) => {
    for (const skip of SKIPS) {
      const line = spelling.replace(/x/i, skip.replace('-', ' '));
      for (const type of ['text', 'scale', 'choice', 'commitment'])
        expect(readEntry(file(line, type)).answers).toMatchObject([{ skip, value: null }]);
      const written = printEntry(entryWith({ answers: [textAnswer(line)] }));
      expect(readEntry(written).answers).toMatchObject([{ skip: null, value: line }]);
    }
  });

  test.each(['_passed_ by', '*passed', 'passed', '_too_ close'])('%s is an answer', (words) => {
    expect(readEntry(file(words)).answers).toMatchObject([{ skip: null, value: words }]);
  });

  test.each([
    ['1. Then: ask\n2. By: 2026-12-06', { then: 'ask', by: '2026-12-06' }],
    ['1) When: a\n   1. b\n2) Then: ask', { when: 'a 1. b', then: 'ask' }],
    ['    - Then: ask\n    - Likelihood: 70 %', { then: 'ask', likelihood: 0.7 }],
    ['- Then: ask\n    - not: a part', { then: 'ask - not: a part' }],
    ['- Then: ask\n    - By: 2026-12-06', { then: 'ask', by: '2026-12-06' }],
    ['- Then: \\#3 \\* 4', { then: '#3 * 4' }],
  ])('a list written as %j', (list, parts) => {
    expect(readEntry(file(list, 'commitment')).answers[0]?.value).toMatchObject(parts);
  });

  test.each(['a\\', 'a\\\\b', '\\*a\\*', 'C:\\_x', '#', 'C #', 'a \\#', '\\\\server\\share', 'a `\\`'])(
    'one line that holds %s is written and read the same',
    (words) => {
      const entry = entryWith({
        title: words,
        answers: [
          { ...textAnswer('x'), asked: words },
          { question: 'q', asked: '', type: 'choice', value: 'so', legend: words, skip: null },
          {
            question: 'r',
            asked: '',
            type: 'commitment',
            value: { when: words, then: words, by: null, likelihood: null },
            skip: null,
          },
        ],
      });
      expect(readEntry(printEntry(entry))).toStrictEqual(entry);
    },
  );

  test('a heading that hyphens make ends a text, but never takes all of it', () => {
    const [first] = readEntry(file('I waited.\n\nIn December\n---\n\nNow.')).answers;
    expect(first).toMatchObject({ value: 'I waited.' });
    expect(readEntry(file('I waited.\n---\nNow.')).answers).toMatchObject([
      { value: 'I waited.\n---\nNow.' },
    ]);
  });
});
