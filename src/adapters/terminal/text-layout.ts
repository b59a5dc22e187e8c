// The rows of a text on a screen that is so many columns wide, and where the cursor is among them.
import { displayWidth, eachGrapheme } from '../../domain/text/graphemes.ts';

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

/** A text, and an offset into it at which the cursor is. */
interface CursorInText {
  readonly text: string;
  readonly cursor: number;
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
 * placeOf({ text: 'They asked.', cursor: 11 }, 8) //=> { row: 1, column: 6 }
 */
export function placeOf({ text, cursor }: CursorInText, columns: number): ScreenPlace {
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
