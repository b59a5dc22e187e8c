// A text of many lines that is being edited: its cursor, and all that keys can do to it.
import { eachGrapheme, graphemeBoundary, graphemeEnd, graphemeStart } from '../../domain/text/graphemes.ts';
import { layout, placeOf } from './text-layout.ts';
import { wordEnd, wordStart } from './word-ends.ts';

/** A text of many lines that is being edited. It is never changed: every operation gives a new one. */
export interface TextBuffer {
  readonly text: string;
  /** Where the next character goes: an offset into `text`, on a boundary of graphemes. */
  readonly cursor: number;
  /** The display column that moving up and down keeps to; undefined after anything else. */
  readonly goal: number | undefined;
}

/** Finds an offset into a text from another one. */
type Place = (text: string, from: number) => number;

/**
 * A buffer with the cursor at an offset, or at the end; an offset within a grapheme moves behind it.
 *
 * @example
 * textBuffer('one') //=> { text: 'one', cursor: 3, goal: undefined }
 */
export function textBuffer(text: string, cursor: number = text.length): TextBuffer {
  return { text, cursor: graphemeBoundary(text, cursor), goal: undefined };
}

/**
 * Puts text in at the cursor, and the cursor behind it.
 *
 * @example
 * insert(textBuffer('ae', 1), 'bcd') //=> { text: 'abcde', cursor: 4, goal: undefined }
 */
export function insert({ text, cursor }: TextBuffer, added: string): TextBuffer {
  return textBuffer(text.slice(0, cursor) + added + text.slice(cursor), cursor + added.length);
}

/**
 * Begins a new line at the cursor.
 *
 * @example
 * newline(textBuffer('ab', 1)) //=> { text: 'a\nb', cursor: 2, goal: undefined }
 */
export function newline(buffer: TextBuffer): TextBuffer {
  return insert(buffer, '\n');
}

/**
 * Deletes the grapheme, or the line feed, before the cursor; at the text's start nothing.
 *
 * @example
 * deleteLeft(textBuffer('ne\u0301')) //=> { text: 'n', cursor: 1, goal: undefined }
 */
export const deleteLeft = deleteTo(graphemeStart);

/**
 * Deletes the grapheme, or the line feed, behind the cursor; at the text's end nothing.
 *
 * @example
 * deleteRight(textBuffer('abc', 1)) //=> { text: 'ac', cursor: 1, goal: undefined }
 */
export const deleteRight = deleteTo(graphemeEnd);

/**
 * Deletes back to the start of a word; see `moveWordLeft`.
 *
 * @example
 * deleteWordLeft(textBuffer('not my words ')) //=> { text: 'not my ', cursor: 7, goal: undefined }
 */
export const deleteWordLeft = deleteTo(wordStart);

/**
 * Deletes up to the end of a word; see `moveWordRight`.
 *
 * @example
 * deleteWordRight(textBuffer('not my words', 3)) //=> { text: 'not words', cursor: 3, goal: undefined }
 */
export const deleteWordRight = deleteTo(wordEnd);

/**
 * Deletes from the line's start up to the cursor; at the line's start nothing.
 *
 * @example
 * deleteToLineStart(textBuffer('one\ntwo')) //=> { text: 'one\n', cursor: 4, goal: undefined }
 */
export const deleteToLineStart = deleteTo(startOfLine);

/**
 * Deletes from the cursor up to the line's end; at the line's end the line feed, so that the next line joins.
 *
 * @example
 * deleteToLineEnd(textBuffer('one\ntwo', 1)) //=> { text: 'o\ntwo', cursor: 1, goal: undefined }
 */
export const deleteToLineEnd = deleteTo((text, cursor) => {
  const end = endOfLine(text, cursor);
  return end === cursor ? end + 1 : end;
});

/**
 * Moves the cursor left by a grapheme or a line feed; at the text's start it stays.
 *
 * @example
 * moveLeft(textBuffer('ne\u0301')).cursor //=> 1
 */
export const moveLeft = moveTo(graphemeStart);

/**
 * Moves the cursor right by a grapheme or a line feed; at the text's end it stays.
 *
 * @example
 * moveRight(textBuffer('ne\u0301', 1)).cursor //=> 3
 */
export const moveRight = moveTo(graphemeEnd);

/**
 * Moves the cursor to the start of the word that it is in or behind, over blanks and signs, across lines.
 * Without a word on the way: the text's start, 500 characters at most.
 *
 * @example
 * moveWordLeft(textBuffer("I don't.")).cursor //=> 2
 */
export const moveWordLeft = moveTo(wordStart);

/**
 * Moves the cursor to the end of the word that it is in or before, over blanks and signs, across lines.
 * Without a word on the way: the text's end, 500 characters at most.
 *
 * @example
 * moveWordRight(textBuffer("I don't.", 1)).cursor //=> 7
 */
export const moveWordRight = moveTo(wordEnd);

/**
 * Moves the cursor to the start of its line, however many rows that takes on the screen.
 *
 * @example
 * moveToLineStart(textBuffer('one\ntwo')).cursor //=> 4
 */
export const moveToLineStart = moveTo(startOfLine);

/**
 * Moves the cursor to the end of its line, however many rows that takes on the screen.
 *
 * @example
 * moveToLineEnd(textBuffer('one\ntwo', 1)).cursor //=> 3
 */
export const moveToLineEnd = moveTo(endOfLine);

/**
 * Moves the cursor to the text's start.
 *
 * @example
 * moveToTextStart(textBuffer('one\ntwo')).cursor //=> 0
 */
export const moveToTextStart = moveTo(() => 0);

/**
 * Moves the cursor to the text's end.
 *
 * @example
 * moveToTextEnd(textBuffer('one\ntwo', 0)).cursor //=> 7
 */
export const moveToTextEnd = moveTo((text) => text.length);

/**
 * Moves the cursor down (`by` > 0) or up (`by` < 0) by rows of the layout, as near as can be to the display
 * column from which the first of such moves started. Above the first row is the text's start, below the last
 * its end.
 *
 * @example
 * moveRows(textBuffer('long line\n\nlast one', 4), 2, 40).cursor //=> 15
 */
export function moveRows(buffer: TextBuffer, by: number, columns: number): TextBuffer {
  const { text } = buffer;
  const rows = layout(text, columns);
  const here = placeOf(buffer, columns);
  const goal = buffer.goal ?? here.column;
  const target = rows[here.row + by];
  if (target === undefined) return { text, cursor: by < 0 ? 0 : text.length, goal };
  // The end of a row that goes on below is seen as the start of the row below.
  const goesOn = rows[here.row + by + 1]?.start === target.end;
  let landing = target.start;
  let column = 0;
  eachGrapheme(text.slice(target.start, target.end), (_start, end, width) => {
    column += width;
    if (column <= goal && !(goesOn && target.start + end === target.end)) landing = target.start + end;
  });
  return { text, cursor: graphemeBoundary(text, landing), goal };
}

/** Moves the cursor to the place that is found from where it is. */
function moveTo(place: Place): (buffer: TextBuffer) => TextBuffer {
  return ({ text, cursor }) => textBuffer(text, place(text, cursor));
}

/** Deletes all between the cursor and the place that is found from there. */
function deleteTo(place: Place): (buffer: TextBuffer) => TextBuffer {
  return ({ text, cursor }) => {
    const [start = 0, end] = [cursor, place(text, cursor)].toSorted((one, other) => one - other);
    return textBuffer(text.slice(0, start) + text.slice(end), start);
  };
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
