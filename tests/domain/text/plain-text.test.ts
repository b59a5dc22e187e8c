import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  oneLine,
  plainText,
  quoted,
  sameAbout,
  withoutBlankEnds,
  wordCount,
} from '../../../src/domain/text/plain-text.ts';

/** Texts of every code unit there is, with what terminals obey more often than chance would have it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '\u001b',
        '[',
        ']',
        '\u009b',
        '\u009d',
        '\u0007',
        '\\',
        '\r',
        '\n',
        '\t',
        ' ',
        'm',
        '0',
        ';',
        'a',
        '👩‍👧',
      ),
    ),
    { maxLength: 40 },
  )
  .map((units) => units.join(''));

// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u;

describe('plain text', () => {
  test.each([
    ['ordinary text', 'One,\n\ttwo  \n'],
    ['composed and decomposed letters', 'é e\u0301 ﬁ ½'],
    ['emoji made of several', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽'],
    ['text from right to left, with its marks', 'שלום \u202eback\u202c \u2066x\u2069'],
    ['blanks that are no blanks', '\u00a0\u3000\u200b\ufeff'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c'],
    ['brackets that are no sequence', '[31m ]0;'],
  ])('%s stays', (_, text) => {
    expect(plainText(text)).toBe(text);
  });

  test.each([
    ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n'],
    ['line ends of the first Macs', 'a\rb', 'a\nb'],
    ['mixed ones', 'a\r\n\rb\n\r', 'a\n\nb\n\n'],
    ['form feeds and line marks', 'a\u000bb\u000cc\u0085d', 'a\nb\nc\nd'],
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['colours in one byte', '\u009b31mred', 'red'],
    ['cursor movements', 'a\u001b[2J\u001b[?25l\u001b[10;5Hb\u001b[ q', 'ab'],
    ['a window title', '\u001b]0;I am root\u0007a', 'a'],
    ['a link', '\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['the clipboard', '\u009d52;c;aGVsbG8=\u009ca', 'a'],
    ['a device control string', '\u001bPq#0\u001b\\a', 'a'],
    ['a title without end keeps its words', 'a \u001b]0;b c\nd', 'a 0;b c\nd'],
    ['a title that another sequence breaks off', '\u001b]0;b\u001b[31m c', '0;b c'],
    ['a colour without end', 'a\u001b[31', 'a31'],
    ['other escapes', 'a\u001bcb\u001b(0c\u001b7d', 'abcd'],
    ['an escape at the end', 'a\u001b', 'a'],
    ['control characters', 'a\u0000\u0007\u0008\u007f\u0090b', 'ab'],
    ['half a pair', 'a\ud800b\udc00c\ud83d', 'a\ufffdb\ufffdc\ufffd'],
    ['halves the wrong way round', '\udc00\ud800', '\ufffd\ufffd'],
    ['halves that a control character kept apart', '\ud83d\u0000\ude00', '😀'],
  ])('%s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test('holds nothing that is forbidden, and is plain already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(forbidden);
        expect(plainText(plain)).toBe(plain);
      }),
      { numRuns: 1500 },
    );
  });

  test('is the text itself where nothing is forbidden in it', () => {
    const allowed = fc.string({ unit: 'binary' }).filter((text) => !forbidden.test(text));
    fc.assert(
      fc.property(allowed, (text) => {
        expect(plainText(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('a sequence leaves nothing of itself behind', () => {
    const sequence = fc.oneof(
      fc.stringMatching(/^[0-9;?]{0,6}[A-Za-z]$/).map((rest) => `\u001b[${rest}`),
      fc.stringMatching(/^[ -~é]{0,12}$/).map((rest) => `\u001b]${rest}\u0007`),
      fc.stringMatching(/^[ -~é]{0,12}$/).map((rest) => `\u009d${rest}\u009c`),
    );
    fc.assert(
      fc.property(fc.string(), sequence, fc.string(), (before, inside, after) => {
        expect(plainText(`${before}${inside}${after}`)).toBe(`${before}${after}`);
      }),
    );
  });

  test('a megabyte of anything takes no time to speak of', { timeout: 10_000 }, () => {
    for (const piece of [
      '\u001b[',
      '\u001b]',
      '\u009d',
      '\u009b0',
      '\u001b ',
      '\ud800',
      '\r',
      ' ',
      '\u001bP',
    ]) {
      expect(oneLine(piece.repeat(500_000))).not.toMatch(forbidden);
    }
  });
});

describe('one line', () => {
  test.each([
    [' the mail\n is there ', 'the mail is there'],
    ['a\tb\u00a0c\u2028d\u3000e\ufefff', 'a b c d e f'],
    ['a  b', 'a b'],
    ['a\u000bb\u0085c', 'a b c'],
    [' \n\t ', ''],
    ['', ''],
    ['plain', 'plain'],
    ['😀 👩‍👧', '😀 👩‍👧'],
    ['\u001b[31m red', 'red'],
  ])('%j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test('is one line, trimmed, and is so already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[^\S ]|\s\s|^\s|\s$/u);
        expect(oneLine(line)).toBe(line);
        expect(plainText(line)).toBe(line);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the same name', () => {
  test.each([
    ['D. ', 'd.', true],
    ['Ünal', 'u\u0308nal', true],
    ['ÄRGER', 'ärger', true],
    ['the  team', 'The\tTeam', true],
    [null, null, true],
    [null, ' ', true],
    // Nobody sees what follows the full stop.
    ['D.\u202e', 'D.', true],
    ['D\u200b.', 'd.', true],
    ['[[D.]]\u200e', 'D.', true],
    ['D.', 'D', false],
    ['D.', 'E.', false],
    ['D.', null, false],
    ['Unal', 'Ünal', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameAbout(one, other)).toBe(same);
    expect(sameAbout(other, one)).toBe(same);
  });
});

describe('words', () => {
  test.each([
    ['', 0],
    [' \n\t', 0],
    ['one', 1],
    ['They asked. I waited.', 4],
    ['  two\n\nwords  ', 2],
    ['a\u00a0b\u3000c', 3],
    ['你好世界', 1],
    ['- a list', 3],
  ])('%j holds %i', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });

  test('two texts have as many as they have one by one', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(wordCount(`${one} ${other}`)).toBe(wordCount(one) + wordCount(other));
      }),
    );
  });
});

describe('what messages quote', () => {
  test.each([
    ['fast\n track', '"fast track"'],
    ['\u001b[31mred', '"red"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
    [`${'x'.repeat(39)}😀`, `"${'x'.repeat(39)}\ufffd…"`],
  ])('%j', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });
});

describe('without blank lines at its ends', () => {
  test.each([
    ['\n  one\n\ntwo\n \n', '  one\n\ntwo'],
    ['one', 'one'],
    ['\n\u00a0\n', ''],
    ['', ''],
  ])('%j', (text, trimmed) => {
    expect(withoutBlankEnds(text)).toBe(trimmed);
  });
});
