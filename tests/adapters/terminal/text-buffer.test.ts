import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deleteLeft,
  deleteRight,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordLeft,
  deleteWordRight,
  insert,
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
  type TextBuffer,
  textBuffer,
} from '../../../src/adapters/terminal/text-buffer.ts';
import { placeOf } from '../../../src/adapters/terminal/text-layout.ts';
import { columns, composedE, family, hostile, placed } from '../../domain/text/hostile-texts.ts';
import { bufferOf } from './buffers.ts';

/** A buffer written with its cursor: `on|e`. */
function at(picture: string): TextBuffer {
  return textBuffer(picture.replace('|', ''), picture.indexOf('|'));
}

function pictureOf({ text, cursor }: TextBuffer): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
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
