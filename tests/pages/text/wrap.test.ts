import * as fc from 'fast-check';
import displayWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/domain/text/plain-text.ts';
import { wrap } from '../../../src/pages/text/wrap.ts';
import { hostileText } from '../../formats/entry/entry-arbitrary.ts';

const bold = (text: string): string => `\u001b[1m${text}\u001b[22m`;
// eslint-disable-next-line no-control-regex -- colours are what this is about
const withoutStyle = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');
const words = (text: string): string => text.normalize().replaceAll(/\s/gu, '');

test.each([
  { text: 'one two three', width: 10, is: 'one two\nthree' },
  { text: 'one two three', width: 13, is: 'one two three' },
  { text: 'one two three', width: 14, indent: '    ', is: '    one two\n    three' },
  { text: 'one\n\n  two\n', width: 40, indent: '  ', is: '  one\n\n    two\n' },
  { text: 'a word-that-is-too-long here', width: 10, is: 'a word-tha\nt-is-too-l\nong here' },
  { text: 'one two   ', width: 10, is: 'one two' },
  { text: '你好你好你好 你好', width: 11, is: '你好你好你\n好 你好' },
  { text: `${bold('one two three')} four`, width: 10, is: `${bold('one two')}\n${bold('three')} four` },
  { text: '', width: 10, indent: '  ', is: '' },
  { text: 'it was 70 % likely', width: 10, is: 'it was\n70 %\nlikely' },
  { text: `it was ${bold('70')} ${bold('%')}`, width: 10, is: `it was\n${bold('70')} ${bold('%')}` },
  { text: '1234567890 % of it', width: 10, is: '1234567890\n% of it' },
  {
    text: 'and delete it with `coach journal delete --all`. So.',
    width: 40,
    is: 'and delete it with\n`coach journal delete --all`. So.',
  },
  { text: 'seven % of it', width: 10, is: 'seven % of\nit' },
  { text: '!\t \t #', width: 18, is: '!\n#' },
  { text: '    one two three', width: 14, indent: '  ', is: '      one two\n      three' },
  { text: `${' '.repeat(30)}one two`, width: 20, is: `${' '.repeat(10)}one two` },
])('$text in $width columns', ({ text, width, indent, is }) => expect(wrap(text, width, indent)).toBe(is));

test('lines are no longer than can be read, however wide the screen is', () => {
  const longest = wrap('word '.repeat(100), 300).split('\n')[0];
  expect(longest?.length).toBe(84);
});

describe('whatever the text', () => {
  const indents = fc.constantFrom('', '  ', '    ');
  const widths = fc.integer({ min: 20, max: 120 });
  const texts = fc.oneof(
    hostileText.map(plainText),
    fc
      .array(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('你好', 'שלום', '👩‍👩‍👧‍👦', '  ')),
        {
          maxLength: 40,
        },
      )
      .map((words) => plainText(words.join(' '))),
  );
  const always = (holds: (text: string, width: number, indent: string) => void): void => {
    fc.assert(fc.property(texts, widths, indents, holds), { numRuns: 500 });
  };

  test('no line is wider than the screen', () => {
    always((text, width, indent) => {
      const widest = Math.max(
        ...wrap(text, width, indent)
          .split('\n')
          .map((line) => displayWidth(line)),
      );
      expect(widest).toBeLessThanOrEqual(Math.min(width, 84));
    });
  });

  test('no word is lost, and none is added', () => {
    always((text, width, indent) => {
      expect(words(wrap(text, width, indent))).toBe(words(text));
    });
  });

  test('every line is indented, and none ends in blanks', () => {
    always((text, width, indent) => {
      const lines = wrap(text, width, indent).split('\n');
      expect(lines.filter((line) => line !== '' && !line.startsWith(indent))).toEqual([]);
      expect(lines.filter((line) => /[ \t]$/.test(line))).toEqual([]);
    });
  });

  test('lines that fit stay as they are', () => {
    always((text, width) => {
      const fits = text.split('\n').every((line) => displayWidth(line) <= Math.min(width, 84));
      const trimmed = text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n');
      expect(fits ? wrap(text, width) : trimmed).toBe(trimmed);
    });
  });

  test('plain words, which are not given to the library, break where it breaks them', () => {
    const plainWords = fc.array(
      fc.oneof(fc.stringMatching(/^[!-~]{0,14}$/), fc.stringMatching(/^[a-z]{20,90}$/)),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(plainWords, widths, (own, width) => {
        // Where a sign or a command has to stay with its neighbour, other words decide.
        const text = own.join(' ').replaceAll(/[%`]/g, 'x').trimEnd();
        const columns = Math.min(width, 84);
        const blanks = /^ */.exec(text)?.[0].slice(0, columns / 2) ?? '';
        const rows = wrapAnsi(text.trimStart(), columns - blanks.length, { hard: true, trim: true });
        const broken = rows.split('\n').map((row) => `${blanks}${row}`.trimEnd());
        expect(wrap(text, width)).toBe(text.length <= columns ? text : broken.join('\n'));
      }),
      { numRuns: 2000 },
    );
  });

  test('a style breaks lines where plain words break', () => {
    always((any, width, indent) => {
      // White space of other kinds is a part of a word for what breaks lines, and not for what trims them.
      const text = any.replaceAll(/[^\S \n]/gu, ' ');
      const styled = text.replaceAll(/\S+/gu, (word) => bold(word));
      expect(withoutStyle(wrap(styled, width, indent))).toBe(wrap(text, width, indent));
    });
  });
});
