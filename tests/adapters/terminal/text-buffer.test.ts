import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { describe, expect, test } from 'vitest';
import {
  displayWidth,
  eachGrapheme,
  graphemeBoundary,
  graphemeEnd,
  graphemeStart,
  shown,
} from '../../../src/domain/text/graphemes.ts';
import {
  deleteLeft,
  deleteRight,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordLeft,
  deleteWordRight,
  insert,
  layout,
  moveLeft,
  moveRight,
  moveRows,
  moveToLineEnd,
  moveToLineStart,
  moveToTextEnd,
  moveToTextStart,
  moveWordLeft,
  moveWordRight,
  newline,
  placeOf,
  textBuffer,
} from '../../../src/adapters/terminal/text-buffer.ts';
import type { TextBuffer } from '../../../src/adapters/terminal/text-buffer.ts';

/** A buffer written with its cursor: `on|e`. */
function at(picture: string): TextBuffer {
  return textBuffer(picture.replace('|', ''), picture.indexOf('|'));
}

function pictureOf({ text, cursor }: TextBuffer): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

const family = '👩‍👩‍👧‍👦';
const composedE = 'e\u0301';

/** Pieces that join with their neighbours in every way there is, and plain ones. */
const pieces =
  `a|é| |  |\n|\t|-|word|longer words here|山|计划|가|ｗ|\u3000|${composedE}|\u0301|e\u0301\u0323\u0302|${family}|👍🏽|🏽|\u200d|\u200c|🇩|🇪|🇩🇪` +
  '|©\ufe0f|1\ufe0f\u20e3|क्षि|क|्|ต้|ำ|مرحبا|\u0600|\u0d4e|\u1100|\u1161|\u11a8|각|\u202e|\ufeff|𠀀|😀|\ud83d|\udc69|\u0e33|\uff9e' +
  '|か\u3099|\u00ad|\u2028|\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}';
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const columns = fc.integer({ min: 3, max: 30 });
const placed = fc.tuple(hostile, fc.double({ min: 0, max: 1, noNaN: true }));

function bufferOf([text, share]: [string, number]): TextBuffer {
  return textBuffer(text, Math.round(share * text.length));
}

/** All boundaries of graphemes in a text, as the segmenter sees them line by line. */
function boundariesOf(text: string): readonly number[] {
  const boundaries = [0];
  for (const line of text.split('\n')) {
    const start = boundaries.at(-1) ?? 0;
    for (const { index, segment } of new Intl.Segmenter().segment(line))
      boundaries.push(start + index + segment.length);
    boundaries.push(start + line.length + 1);
  }
  return [...new Set(boundaries)].filter((boundary) => boundary <= text.length);
}

const operations: Readonly<Record<string, (buffer: TextBuffer) => TextBuffer>> = {
  deleteLeft,
  deleteRight,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordLeft,
  deleteWordRight,
  moveLeft,
  moveRight,
  moveToLineEnd,
  moveToLineStart,
  moveToTextEnd,
  moveToTextStart,
  moveWordLeft,
  moveWordRight,
  newline,
  up: (buffer) => moveRows(buffer, -1, 9),
  down: (buffer) => moveRows(buffer, 1, 9),
  pageDown: (buffer) => moveRows(buffer, 3, 9),
  joiner: (buffer) => insert(buffer, '\u200d'),
  mark: (buffer) => insert(buffer, '\u0301'),
  flagHalf: (buffer) => insert(buffer, '🇩'),
  pasted: (buffer) => insert(buffer, `two\n${family} lines`),
};

describe('an operation', () => {
  test.each([
    { name: 'insert', run: (b: TextBuffer) => insert(b, 'bc'), from: 'a|d', to: 'abc|d' },
    { name: 'insert a mark', run: (b: TextBuffer) => insert(b, '\u0301'), from: 'e|x', to: `${composedE}|x` },
    {
      name: 'insert a joiner between emoji',
      run: (b: TextBuffer) => insert(b, '\u200d'),
      from: '👩|👧',
      to: '👩\u200d👧|',
    },
    {
      name: 'insert before a mark at the start',
      run: (b: TextBuffer) => insert(b, 'e'),
      from: '|\u0301',
      to: `${composedE}|`,
    },
    { name: 'newline', run: newline, from: 'a|b', to: 'a\n|b' },
    { name: 'deleteLeft', run: deleteLeft, from: 'ab|c', to: 'a|c' },
    { name: 'deleteLeft at the start', run: deleteLeft, from: '|ab', to: '|ab' },
    { name: 'deleteLeft joins lines', run: deleteLeft, from: 'a\n|b', to: 'a|b' },
    { name: 'deleteLeft an emoji', run: deleteLeft, from: `a${family}|b`, to: 'a|b' },
    { name: 'deleteLeft one of two flags', run: deleteLeft, from: '🇩🇪🇫🇷|', to: '🇩🇪|' },
    { name: 'deleteLeft leaves a flag behind', run: deleteLeft, from: '🇩x|🇪', to: '🇩🇪|' },
    { name: 'deleteRight', run: deleteRight, from: `a|${composedE}b`, to: 'a|b' },
    { name: 'deleteRight at the end', run: deleteRight, from: 'ab|', to: 'ab|' },
    { name: 'deleteRight joins lines', run: deleteRight, from: 'a|\nb', to: 'a|b' },
    { name: 'deleteWordLeft', run: deleteWordLeft, from: 'one two three|', to: 'one two |' },
    { name: 'deleteWordLeft over signs', run: deleteWordLeft, from: "I don't ... |x", to: 'I |x' },
    { name: 'deleteWordLeft across lines', run: deleteWordLeft, from: 'one two\n|three', to: 'one |three' },
    { name: 'deleteWordRight', run: deleteWordRight, from: 'one| two three', to: 'one| three' },
    { name: 'deleteToLineStart', run: deleteToLineStart, from: 'one\ntwo th|ree', to: 'one\n|ree' },
    { name: 'deleteToLineStart at a start', run: deleteToLineStart, from: 'one\n|two', to: 'one\n|two' },
    { name: 'deleteToLineEnd', run: deleteToLineEnd, from: 'o|ne\ntwo', to: 'o|\ntwo' },
    { name: 'deleteToLineEnd at an end', run: deleteToLineEnd, from: 'one|\ntwo', to: 'one|two' },
    { name: 'moveLeft', run: moveLeft, from: `a${composedE}|`, to: `a|${composedE}` },
    { name: 'moveLeft across lines', run: moveLeft, from: 'a\n|b', to: 'a|\nb' },
    { name: 'moveRight', run: moveRight, from: `|${family}a`, to: `${family}|a` },
    { name: 'moveWordLeft', run: moveWordLeft, from: 'one, two|', to: 'one, |two' },
    { name: 'moveWordLeft without a word', run: moveWordLeft, from: ' ... |', to: '| ... ' },
    { name: 'moveWordRight', run: moveWordRight, from: 'one|, two.', to: 'one, two|.' },
    {
      name: 'moveWordRight in a script without blanks',
      run: moveWordRight,
      from: '|他们问我',
      to: '他们|问我',
    },
    { name: 'moveToLineStart', run: moveToLineStart, from: 'one\ntw|o', to: 'one\n|two' },
    { name: 'moveToLineEnd', run: moveToLineEnd, from: 'o|ne\ntwo', to: 'one|\ntwo' },
    { name: 'moveToTextStart', run: moveToTextStart, from: 'one\ntw|o', to: '|one\ntwo' },
    { name: 'moveToTextEnd', run: moveToTextEnd, from: 'o|ne\ntwo', to: 'one\ntwo|' },
  ])('$name: $from', ({ run, from, to }) => {
    expect(pictureOf(run(at(from)))).toBe(to);
  });

  test('leaves its buffer as it was', () => {
    const before = at('on|e');
    insert(before, 'x');
    expect(before).toEqual({ text: 'one', cursor: 2, goal: undefined });
  });
});

describe('up and down', () => {
  test.each([
    { case: 'keep the column', from: 'one two\nthr|ee', by: -1, to: 'one| two\nthree' },
    { case: 'stop at the end of a shorter line', from: 'one\nthree|', by: -1, to: 'one|\nthree' },
    { case: 'go by rows, not lines', from: 'one two th|ree', by: -1, to: 'on|e two three' },
    { case: 'stay in a row that goes on', from: 'one two abcdefgh|', by: -1, to: 'one two| abcdefgh' },
    { case: 'count display columns', from: '山山山\nabc|d', by: -1, to: '山|山山\nabcd' },
    { case: 'go to the start from the first row', from: 'on|e', by: -1, to: '|one' },
    { case: 'go to the end from the last row', from: 'o|ne', by: 1, to: 'one|' },
    { case: 'go by pages', from: 'a|\nb\nc\nd', by: 3, to: 'a\nb\nc\nd|' },
  ])('$case', ({ from, by, to }) => {
    expect(pictureOf(moveRows(at(from), by, 9))).toBe(to);
  });

  test('come back to the column through a shorter line', () => {
    const through = moveRows(at('long line|\n\nlast line'), 1, 40);
    expect(pictureOf(through)).toBe('long line\n|\nlast line');
    expect(pictureOf(moveRows(through, 1, 40))).toBe('long line\n\nlast line|');
    expect(pictureOf(moveRows(moveLeft(through), 2, 40))).toBe('long line\n\nlast line|');
    expect(pictureOf(moveRows(moveRight(through), -1, 40))).toBe('long line\n|\nlast line');
  });

  test('never lose the way: down and up again is the same place', () => {
    fc.assert(
      fc.property(placed, columns, (given, columns) => {
        const start = bufferOf(given);
        const { row, column } = placeOf(start, columns);
        const down = moveRows(start, 1, columns);
        fc.pre(placeOf(down, columns).row === row + 1);
        const back = placeOf(moveRows(down, -1, columns), columns);
        expect(back).toEqual({ row, column });
      }),
    );
  });
});

function rowsOf(text: string, columns: number): readonly string[] {
  return layout(text, columns).map(({ start, end }) => text.slice(start, end));
}

describe('the layout', () => {
  test.each([
    { case: 'nothing', text: '', rows: [''] },
    { case: 'empty lines', text: '\na\n\n', rows: ['', 'a', '', ''] },
    { case: 'words', text: 'They asked me to wait.', rows: ['They ', 'asked me ', 'to wait.'] },
    { case: 'a word that fits without a blank', text: 'abcdefgh ij', rows: ['abcdefgh ', 'ij'] },
    { case: 'a word that is too long', text: 'ab abcdefghijk', rows: ['ab ', 'abcdefgh', 'ijk'] },
    { case: 'many blanks', text: `ab${' '.repeat(10)}c`, rows: [`ab${' '.repeat(7)}`, '   c'] },
    { case: 'wide characters', text: '山山山山山', rows: ['山山山山', '山'] },
    { case: 'wide characters behind a word', text: 'ab 山山山山', rows: ['ab 山山', '山山'] },
    { case: 'an emoji is not cut', text: `abcdefg${family}`, rows: ['abcdefg', family] },
    { case: 'marks take no room', text: 'e\u0301'.repeat(9), rows: ['e\u0301'.repeat(8), 'e\u0301'] },
    { case: 'a tab is two blanks', text: 'abcdef\tg', rows: ['abcdef\t', 'g'] },
  ])('of $case', ({ text, rows }) => {
    expect(rowsOf(text, 9)).toEqual(rows);
  });

  test('leaves out nothing and doubles nothing', () => {
    fc.assert(
      fc.property(hostile, columns, (text, columns) => {
        let joined = '';
        for (const { start, end } of layout(text, columns)) {
          if (start > joined.length) joined += '\n';
          expect(start).toBe(joined.length);
          joined += text.slice(start, end);
        }
        expect(joined).toBe(text);
      }),
    );
  });

  test('has no row wider than its columns, and no word in the last column', () => {
    fc.assert(
      fc.property(hostile, columns, (text, columns) => {
        for (const row of rowsOf(text, columns).map(shown)) {
          expect(displayWidth(row)).toBeLessThanOrEqual(columns);
          expect(displayWidth(row.replace(/ $/, ''))).toBeLessThan(columns);
          // What is drawn is measured, and would be wrapped, by inquirer's own libraries.
          expect(stringWidth(row.normalize())).toBeLessThanOrEqual(columns);
          expect(wrapAnsi(row, columns, { trim: false, wordWrap: false })).not.toContain('\n');
        }
      }),
    );
  });

  test('is the same whatever was laid out before', () => {
    fc.assert(
      fc.property(placed, columns, (given, columns) => {
        const buffer = bufferOf(given);
        layout(buffer.text, columns);
        const next = insert(buffer, 'x y');
        const rows = layout(next.text, columns);
        layout('', columns + 1);
        expect(layout(next.text, columns)).toEqual(rows);
      }),
    );
  });

  test('has a place for every cursor', () => {
    fc.assert(
      fc.property(placed, columns, (given, columns) => {
        const buffer = bufferOf(given);
        const { row, column } = placeOf(buffer, columns);
        const { start = 0, end = 0 } = layout(buffer.text, columns)[row] ?? {};
        expect(start).toBeLessThanOrEqual(buffer.cursor);
        expect(end).toBeGreaterThanOrEqual(buffer.cursor);
        expect(column).toBe(displayWidth(buffer.text.slice(start, buffer.cursor)));
        expect(column).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('of a long text is fast after the first time', () => {
    const text = 'They asked whether the plan was ready – „fertig“ – und ich wartete. 计划\n'.repeat(1500);
    let buffer = textBuffer(text, text.length / 2);
    placeOf(buffer, 76);
    const started = performance.now();
    for (let key = 0; key < 20; key += 1) {
      buffer = insert(buffer, 'x');
      placeOf(buffer, 76);
    }
    // About half a millisecond a key; a layout of everything by the segmenter takes a second.
    expect((performance.now() - started) / 20).toBeLessThan(25);
  });
});

describe('the cursor', () => {
  test('stays on a boundary of graphemes, whatever is done', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(operations)), { maxLength: 12 });
    fc.assert(
      fc.property(placed, names, (given, names) => {
        let buffer = bufferOf(given);
        for (const name of names) {
          buffer = operations[name]?.(buffer) ?? buffer;
          expect(boundariesOf(buffer.text)).toContain(buffer.cursor);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('moves by one grapheme at a time, over all of them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const boundaries = boundariesOf(text);
        const right = [0];
        for (let buffer = textBuffer(text, 0); buffer.cursor < text.length;) {
          buffer = moveRight(buffer);
          right.push(buffer.cursor);
        }
        expect(right).toEqual(boundaries);
        const left = [text.length];
        for (let buffer = textBuffer(text); buffer.cursor > 0;) {
          buffer = moveLeft(buffer);
          left.unshift(buffer.cursor);
        }
        expect(left).toEqual(boundaries);
      }),
    );
  });
});

test('what is inserted and deleted again leaves the text as it was', () => {
  fc.assert(
    fc.property(placed, fc.constantFrom('a', '山', '\n', 'é'), (given, added) => {
      const before = bufferOf(given);
      const after = insert(before, added);
      // What joins its neighbours beside the cursor would join what is inserted.
      fc.pre(
        boundariesOf(after.text).includes(before.cursor) && after.cursor === before.cursor + added.length,
      );
      expect(deleteLeft(after)).toEqual({ ...before, goal: undefined });
    }),
  );
});

describe('graphemes', () => {
  test('are those of the segmenter, with the widths of what is drawn', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = text.replaceAll('\n', ' ');
        const seen: string[] = [];
        let sum = 0;
        eachGrapheme(line, (start, end, width) => {
          seen.push(line.slice(start, end));
          sum += width;
        });
        expect(seen).toEqual(Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment));
        expect(displayWidth(line)).toBe(sum);
        expect(sum).toBe(
          seen.reduce((total, grapheme) => total + stringWidth(shown(grapheme).normalize()), 0),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('of every character of the plane that most scripts are in, beside a letter', () => {
    const segmenter = new Intl.Segmenter();
    const wrong: string[] = [];
    for (let unit = 0x20; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      const line = `${character}a${character}`;
      const ends: number[] = [];
      eachGrapheme(line, (_start, end) => ends.push(end));
      const expected = Array.from(segmenter.segment(line), ({ index, segment }) => index + segment.length);
      if (ends.join() !== expected.join()) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    { text: 'ab', at: 1, start: 0, end: 2 },
    { text: `a${composedE}b`, at: 3, start: 1, end: 4 },
    { text: 'a\n\u0301', at: 2, start: 1, end: 3 },
    { text: '', at: 0, start: 0, end: 0 },
  ])('around $at in $text', ({ text, at, start, end }) => {
    expect([graphemeStart(text, at), graphemeBoundary(text, at), graphemeEnd(text, at)]).toEqual([
      start,
      at,
      end,
    ]);
  });

  test('have a boundary behind an offset within', () => {
    expect(graphemeBoundary(`a${family}b`, 3)).toBe(1 + family.length);
  });

  test('are shown without what steers the terminal', () => {
    expect(shown('a\tb\u001b[31mc\u202ed\u200be\u009b1m')).toBe('a  b[31mcde1m');
    expect(shown(family)).toBe(family);
  });
});
