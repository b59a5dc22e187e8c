import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceLine } from '../../src/import/source.ts';
import { csvHead, type CsvRow, csvRows } from '../../src/import/tables/csv-rows.ts';

function* linesIn(text: string): Generator<SourceLine> {
  for (const [at, line] of text.split('\n').entries()) yield { number: at + 1, text: line };
}

const rows = (text: string): readonly CsvRow[] => [...csvRows(linesIn(text), 'a.csv', ',')];

test.each([
  ['cells in quotes', '"a,b","say ""yes"""', [['a,b', 'say "yes"']]],
  [
    'lines in a cell',
    'a,"one\r\n\r\ntwo"\r\nb,c\r\n',
    [
      ['a', 'one\n\ntwo'],
      ['b', 'c'],
    ],
  ],
  ['a quote in a cell without quotes', '5" wide,b', [['5" wide', 'b']]],
  [
    'empty lines, and rows of empty cells as spreadsheets leave them',
    'a,b\n\n,\n"",""\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
  [
    'lines that end in carriage returns alone',
    'a,b\r"c\rd",e\r',
    [
      ['a', 'b'],
      ['c\nd', 'e'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_what, text, is) => {
  expect(rows(text).map(({ cells }) => cells)).toEqual(is);
});

test.each([
  ['a;b,c;d\n', ';', ['a', 'b,c', 'd']],
  ['a\tb\n', '\t', ['a', 'b']],
  ['\ufeff a ,b \r\n1,2', ',', ['a', 'b']],
  ['a,b\r1,2\r', ',', ['a', 'b']],
])('the head of %j', (head, delimiter, columns) => {
  expect(csvHead(head)).toEqual({ delimiter, columns });
});

test('whatever cells hold, they are read as they were written, and a row says on which line it begins', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', 'a', ' ', 'é') }),
    fc.string(),
  );
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 1200 }), (table) => {
      const plain = table.map((cells) => cells.map((one) => one.replaceAll('\r', '')));
      const written = plain.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
      const full = plain.flatMap((cells, at) => {
        const line = written.slice(0, at).join('\n').split('\n').length + (at === 0 ? 0 : 1);
        return cells.every((one) => one === '') ? [] : [{ line, cells }];
      });
      expect(rows(written.join('\n'))).toEqual(full);
    }),
    { numRuns: 30 },
  );
});

describe('a table that is not whole', () => {
  test('cut off in a cell names the line where that begins, and up to where nothing can be read', () => {
    expect(rows('a,b\nc,"cut\noff\n').at(-1)).toEqual({
      line: 2,
      cells: [],
      mistake:
        'a quote that begins here is not closed before the end of the file, so nothing from line 2 to line 3 can be read',
    });
  });

  test('with words behind a closing quote says which rows they take with them', () => {
    expect(rows('a,b\n"c"d,e\nf,"g"\nh,i')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      {
        line: 2,
        cells: expect.any(Array),
        mistake: expect.stringMatching(
          /^there is text after the closing quote of a cell, so nothing from line 2 to line 3/,
        ),
      },
      { line: 4, cells: ['h', 'i'] },
    ]);
  });

  test('with a quote that is never closed in very long text is refused, and soon', () => {
    function* lines(): Generator<SourceLine> {
      yield { number: 1, text: 'a,"b' };
      for (let number = 2; number < 2e6; number++) yield { number, text: 'words that go on and on,and on' };
    }
    expect(() => [...csvRows(lines(), 'a.csv', ',')]).toThrow(
      'a.csv:1: a quote that begins here is not closed for many lines',
    );
  });

  test('that is not UTF-8 is refused', () => {
    expect(() => [...csvRows([{ number: 1, text: undefined }], 'a.csv', ',')]).toThrow(
      'a.csv is not UTF-8 text',
    );
  });
});
