import {
  displayWidth,
  eachGrapheme,
  graphemeBoundary,
  graphemeEnd,
  graphemeStart,
} from '../../domain/text/graphemes.ts';

/** A text of many lines that is being edited. It is never changed: every operation gives a new one. */
export interface TextBuffer {
  readonly text: string;
  /** Where the next character goes: an offset into `text`, on a boundary of graphemes. */
  readonly cursor: number;
  /** The display column that moving up and down keeps to; undefined after anything else. */
  readonly goal: number | undefined;
}

/**
 * One row of a text as it is laid out, from `start` up to `end` (offsets into the text); a line feed is in no
 * row.
 */
export interface ScreenRow {
  readonly start: number;
  readonly end: number;
}

/** Where an offset of a text is seen: the row and the display column in it, both counted from 0. */
export interface ScreenPlace {
  readonly row: number;
  readonly column: number;
}

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
export function deleteLeft({ text, cursor }: TextBuffer): TextBuffer {
  return without(text, graphemeStart(text, cursor), cursor);
}

/**
 * Deletes the grapheme, or the line feed, behind the cursor; at the text's end nothing.
 *
 * @example
 * deleteRight(textBuffer('abc', 1)) //=> { text: 'ac', cursor: 1, goal: undefined }
 */
export function deleteRight({ text, cursor }: TextBuffer): TextBuffer {
  return without(text, cursor, graphemeEnd(text, cursor));
}

/**
 * Deletes back to the start of a word; see `moveWordLeft`.
 *
 * @example
 * deleteWordLeft(textBuffer('not my words ')) //=> { text: 'not my ', cursor: 7, goal: undefined }
 */
export function deleteWordLeft({ text, cursor }: TextBuffer): TextBuffer {
  return without(text, wordStart(text, cursor), cursor);
}

/**
 * Deletes up to the end of a word; see `moveWordRight`.
 *
 * @example
 * deleteWordRight(textBuffer('not my words', 3)) //=> { text: 'not words', cursor: 3, goal: undefined }
 */
export function deleteWordRight({ text, cursor }: TextBuffer): TextBuffer {
  return without(text, cursor, wordEnd(text, cursor));
}

/**
 * Deletes from the line's start up to the cursor; at the line's start nothing.
 *
 * @example
 * deleteToLineStart(textBuffer('one\ntwo')) //=> { text: 'one\n', cursor: 4, goal: undefined }
 */
export function deleteToLineStart({ text, cursor }: TextBuffer): TextBuffer {
  return without(text, startOfLine(text, cursor), cursor);
}

/**
 * Deletes from the cursor up to the line's end; at the line's end the line feed, so that the next line joins.
 *
 * @example
 * deleteToLineEnd(textBuffer('one\ntwo', 1)) //=> { text: 'o\ntwo', cursor: 1, goal: undefined }
 */
export function deleteToLineEnd({ text, cursor }: TextBuffer): TextBuffer {
  const end = endOfLine(text, cursor);
  return without(text, cursor, end === cursor ? end + 1 : end);
}

/**
 * Moves the cursor left by a grapheme or a line feed; at the text's start it stays.
 *
 * @example
 * moveLeft(textBuffer('ne\u0301')).cursor //=> 1
 */
export function moveLeft({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, graphemeStart(text, cursor));
}

/**
 * Moves the cursor right by a grapheme or a line feed; at the text's end it stays.
 *
 * @example
 * moveRight(textBuffer('ne\u0301', 1)).cursor //=> 3
 */
export function moveRight({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, graphemeEnd(text, cursor));
}

/**
 * Moves the cursor to the start of the word that it is in or behind, over blanks and signs, across lines.
 * What a word is says Unicode, so that scripts without blanks have words too. Without a word on the way: the
 * text's start, 500 characters at most.
 *
 * @example
 * moveWordLeft(textBuffer("I don't.")).cursor //=> 2
 */
export function moveWordLeft({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, wordStart(text, cursor));
}

/**
 * Moves the cursor to the end of the word that it is in or before, over blanks and signs, across lines.
 * Without a word on the way: the text's end, 500 characters at most.
 *
 * @example
 * moveWordRight(textBuffer("I don't.", 1)).cursor //=> 7
 */
export function moveWordRight({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, wordEnd(text, cursor));
}

/**
 * Moves the cursor to the start of its line, however many rows that takes on the screen.
 *
 * @example
 * moveToLineStart(textBuffer('one\ntwo')).cursor //=> 4
 */
export function moveToLineStart({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, startOfLine(text, cursor));
}

/**
 * Moves the cursor to the end of its line, however many rows that takes on the screen.
 *
 * @example
 * moveToLineEnd(textBuffer('one\ntwo', 1)).cursor //=> 3
 */
export function moveToLineEnd({ text, cursor }: TextBuffer): TextBuffer {
  return textBuffer(text, endOfLine(text, cursor));
}

/**
 * Moves the cursor to the text's start.
 *
 * @example
 * moveToTextStart(textBuffer('one\ntwo')).cursor //=> 0
 */
export function moveToTextStart({ text }: TextBuffer): TextBuffer {
  return textBuffer(text, 0);
}

/**
 * Moves the cursor to the text's end.
 *
 * @example
 * moveToTextEnd(textBuffer('one\ntwo', 0)).cursor //=> 7
 */
export function moveToTextEnd({ text }: TextBuffer): TextBuffer {
  return textBuffer(text);
}

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

/**
 * Wraps a text into rows, at blanks where it can, after wide characters, and else within a word. Together the
 * rows hold every character but the line feeds. No row is wider than `columns`, and the last column never
 * holds more than a blank, so that the cursor has a place behind every word. Fewer than 3 columns count as 3.
 *
 * A second call with a text that differs in a few lines only looks at those.
 *
 * @example
 * layout('They asked.\nI waited.', 8)
 * //=> [{ start: 0, end: 5 }, { start: 5, end: 11 }, { start: 12, end: 14 }, { start: 14, end: 21 }]
 */
export function layout(text: string, columns: number): readonly ScreenRow[] {
  if (text === lastLayout.text && columns === lastLayout.columns) return lastLayout.rows;
  const known = columns === lastLayout.columns ? lastLayout.ends : new Map<string, readonly number[]>();
  const ends = new Map<string, readonly number[]>();
  const rows: ScreenRow[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const lineEnds = known.get(line) ?? rowEnds(line, Math.max(columns, fewestColumns));
    ends.set(line, lineEnds);
    let rowStart = start;
    for (const end of lineEnds) {
      rows.push({ start: rowStart, end: start + end });
      rowStart = start + end;
    }
    start += line.length + 1;
  }
  lastLayout = { text, columns, rows, ends };
  return rows;
}

/**
 * Where the cursor is seen when the text is laid out in `columns`.
 *
 * @example
 * placeOf(textBuffer('They asked.'), 8) //=> { row: 1, column: 6 }
 */
export function placeOf({ text, cursor }: TextBuffer, columns: number): ScreenPlace {
  const rows = layout(text, columns);
  let row = 0;
  for (let after = rows.length; after - row > 1;) {
    const middle = (row + after) >> 1;
    if ((rows[middle]?.start ?? 0) <= cursor) row = middle;
    else after = middle;
  }
  return { row, column: displayWidth(text.slice(rows[row]?.start ?? 0, cursor)) };
}

interface Layout {
  readonly text: string;
  readonly columns: number;
  readonly rows: readonly ScreenRow[];
  /** For each line, the offsets in it at which its rows end. */
  readonly ends: ReadonlyMap<string, readonly number[]>;
}

const fewestColumns = 3;
/** Remembered since every key asks for a layout that is nearly the last one. */
let lastLayout: Layout = { text: '', columns: 0, rows: [], ends: new Map() };

function rowEnds(line: string, columns: number): readonly number[] {
  const ends: number[] = [];
  let width = 0;
  let breakAt = 0;
  let widthAtBreak = 0;
  const breakRow = (end: number, widthOfRow: number): void => {
    ends.push(end);
    width -= widthOfRow;
  };
  const place = (start: number, graphemeWidth: number, room: number): void => {
    if (width + graphemeWidth > room && breakAt > (ends.at(-1) ?? 0)) breakRow(breakAt, widthAtBreak);
    if (width + graphemeWidth > room && start > (ends.at(-1) ?? 0)) breakRow(start, width);
    width += graphemeWidth;
  };
  const placeInPieces = (start: number, end: number): void => {
    let from = start;
    let at = start;
    for (const character of line.slice(start, end)) {
      const next = at + character.length;
      const added = displayWidth(line.slice(from, next)) - displayWidth(line.slice(from, at));
      place(at, Math.max(added, 0), columns - 1);
      if (ends.at(-1) === at) from = at;
      at = next;
    }
  };
  eachGrapheme(line, (start, end, graphemeWidth) => {
    const blank = end === start + 1 && (line[start] === ' ' || line[start] === '\t');
    // Some scripts stack without limit: what is wider than a row is cut between its characters.
    if (graphemeWidth >= columns) placeInPieces(start, end);
    else place(start, graphemeWidth, blank ? columns : columns - 1);
    if (blank || graphemeWidth === 2) {
      breakAt = end;
      widthAtBreak = width;
    }
  });
  ends.push(line.length);
  return ends;
}

function without(text: string, start: number, end: number): TextBuffer {
  return textBuffer(text.slice(0, start) + text.slice(end), start);
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' });
const farthestWord = 500;

function wordStart(text: string, at: number): number {
  const from = graphemeBoundary(text, at - farthestWord);
  let start = from;
  for (const { index, isWordLike } of wordSegmenter.segment(text.slice(from, at))) {
    if (isWordLike === true) start = from + index;
  }
  return start;
}

function wordEnd(text: string, at: number): number {
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text.slice(at, at + farthestWord))) {
    if (isWordLike === true) return at + index + segment.length;
  }
  return graphemeBoundary(text, at + farthestWord);
}
