import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/domain/entry/answer.ts';
import { plainText } from '../../src/domain/text/plain-text.ts';
import { cellText, CSV_COLUMNS, csvRows } from '../../src/export/export-csv.ts';
import { hostileText, plainHostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

const path = 'a.md';
const asked = { question: 'q', asked: 'Asked?' };

/** The cells of a file, read by the grammar of RFC 4180 and nothing else; throws where it does not fit. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < csv.length) {
    const match = field.exec(csv);
    if (!match) throw new Error('this is not RFC 4180');
    const [, quoted, bare = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The rows below the head, by column. */
function rowsOf(...answers: readonly Answer[]): readonly Readonly<Record<string, string>>[] {
  const entry = entryWith({ answers, tags: ['one', 'two'] });
  return byColumn([...csvRows([{ entry, path }])].join(''));
}

function byColumn(csv: string): readonly Readonly<Record<string, string>>[] {
  const [, ...rows] = cellsOf(csv.slice(1));
  return rows.map((row) =>
    Object.fromEntries(
      CSV_COLUMNS.flatMap((column, at) => ((row[at] ?? '') === '' ? [] : [[column, row[at] ?? '']])),
    ),
  );
}

const head = {
  id: 'k3x8m2p9qa',
  at: '2026-11-22T09:14:05+01:00',
  day: '2026-11-22',
  zone: 'Europe/Berlin',
  minutes: '7',
  bank: 'member',
  role: 'member',
  about: 'D.',
  tags: 'one, two',
  title: 'When your work is closely managed',
};

test('begins with a byte order mark and the names of the columns', () => {
  expect([...csvRows([])]).toEqual([`\ufeff${CSV_COLUMNS.join(',')}\r\n`]);
});

describe('a row an answer', () => {
  test.each<{ readonly answer: Answer; readonly is: Readonly<Record<string, string>> }>([
    { answer: { ...asked, type: 'text', value: 'a\nb', skip: null }, is: { value: 'a\nb' } },
    {
      answer: { ...asked, type: 'choice', value: 'so', legend: 'So, so', skip: null, closes: 'a/b' },
      is: { value: 'so', legend: 'So, so', closes: 'a/b' },
    },
    { answer: { ...asked, type: 'scale', value: -3, skip: null }, is: { value: '-3' } },
    { answer: { ...asked, type: 'scale', value: 'na', skip: null }, is: { value: 'na' } },
    { answer: { ...asked, type: 'percent', value: 0.29, skip: null }, is: { value: '29' } },
    { answer: { ...asked, type: 'date', value: '2026-12-24', skip: null }, is: { value: '2026-12-24' } },
    {
      answer: {
        ...asked,
        type: 'prediction',
        value: { expect: 'rain', sign: 'drops', likelihood: 0.07, due: '2026-12-24', feeling: 'feared' },
        vague: true,
        skip: null,
      },
      is: {
        value: 'rain',
        sign: 'drops',
        likelihood: '7',
        due: '2026-12-24',
        feeling: 'feared',
        vague: 'vague',
      },
    },
    {
      answer: {
        ...asked,
        type: 'commitment',
        value: { when: 'late', then: 'ask', by: '2026-12-24', likelihood: null },
        continues: 'c/d',
        step: 'step-see',
        skip: null,
      },
      is: { value: 'ask', when: 'late', due: '2026-12-24', continues: 'c/d', step: 'step-see' },
    },
    { answer: { ...asked, type: 'scale', value: null, skip: 'not-mine' }, is: { skip: 'not-mine' } },
  ])('$answer.type $answer.value', ({ answer, is }) => {
    expect(rowsOf(answer)).toEqual([{ ...head, ...asked, type: answer.type, ...is }]);
  });

  test('one for each text of the person’s own, and one for an entry without anything', () => {
    const extra = {
      front: 'mood: 3',
      sections: [
        { after: null, text: 'Before.' },
        { after: 'member-felt', text: '## After' },
      ],
    };
    const entry = entryWith({ answers: [textAnswer('Small.')], extra });
    const rows = byColumn([...csvRows([{ entry, path }])].join(''));
    expect(rows.map(({ question, type, value }) => [question, type, value])).toEqual([
      [undefined, 'own', 'Before.'],
      ['member-felt', 'text', 'Small.'],
      ['member-felt', 'own', '## After'],
    ]);
    expect(rowsOf()).toEqual([head]);
  });
});

describe('a cell', () => {
  test.each([
    [null, ''],
    ['', ''],
    ['plain', 'plain'],
    ['one, "two"', '"one, ""two"""'],
    ['a\nb', '"a\nb"'],
    ['a;b', '"a;b"'],
    [' blank', '" blank"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\n=1"`],
    ['＝1', "'＝1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ["'=1", "'=1"],
    [-5, '-5'],
    [70, '70'],
  ])('%j is %j', (cell, is) => expect(cellText(cell)).toBe(is));

  test('is never a formula, and loses nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [[cell = ''] = []] = cellsOf(`${cellText(text)}\r\n`);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect([plainText(text), `'${plainText(text)}`]).toContain(cell.replace(/^''/, "'"));
      }),
    );
  });
});

test('whatever entries hold, each row has every column, and none begins a formula that is not a number', () => {
  fc.assert(
    fc.property(fc.array(plainHostileEntry, { maxLength: 3 }), (entries) => {
      const csv = [...csvRows(entries.map((entry) => ({ entry, path })))].join('');
      const [, ...rows] = cellsOf(csv.slice(1));
      expect(rows.length).toBeGreaterThanOrEqual(entries.length);
      for (const row of rows) {
        expect(row).toHaveLength(CSV_COLUMNS.length);
        expect(row.filter((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
      }
      const values = rows.map((row) => row[CSV_COLUMNS.indexOf('value')]?.replace(/^'/, ''));
      const texts = entries.flatMap(({ answers }) =>
        answers.flatMap((answer) =>
          answer.type === 'text' && answer.skip === null ? [answer.value.replace(/^'/, '')] : [],
        ),
      );
      expect(values).toEqual(expect.arrayContaining(texts));
    }),
    { numRuns: 300 },
  );
});
