// A snippet: one line of a text around what was found in it.
import { displayWidth, eachGrapheme } from '../text/graphemes.ts';
import { type Span, marksIn, type Search } from './search.ts';

/** One line of a text, and the marks in it. */
export interface Snippet {
  readonly line: string;
  readonly marks: readonly Span[];
}

/**
 * One line of a text around the first mark, with the marks in it; undefined where there is none.
 *
 * White space and control characters become blanks. What is cut off before and after, between words where that costs
 * little, is an ellipsis.
 *
 * @param width - The most display columns the line takes.
 *
 * @example
 * snippetOf('They never asked me, and I told them so.', parseSearch('me'), 20)
 * //=> { line: '…asked me, and I…', marks: [{ start: 7, end: 9 }] }
 */
export function snippetOf(text: string, search: Search, width: number): Snippet | undefined {
  const line = text.replace(blank, ' ').trim();
  const marks = marksIn(line, search);
  const [first] = marks;
  if (first === undefined) return undefined;
  const { start, end } = windowAround(line, first, width);
  const before = start > 0 && width > 0 ? ELLIPSIS : '';
  const after = end < line.length && displayWidth(before) < width ? ELLIPSIS : '';
  const shift = before.length - start;
  return {
    line: `${before}${line.slice(start, end)}${after}`,
    marks: marks
      .map((mark) => ({ start: Math.max(mark.start, start) + shift, end: Math.min(mark.end, end) + shift }))
      .filter((mark) => mark.start < mark.end),
  };
}

const ELLIPSIS = '…';
/** Without the byte order mark, which is no white space within a word. */
// eslint-disable-next-line no-control-regex
const blank = /(?:[\u0000-\u001f\u007f-\u009f]|[^\S\ufeff])+/g;

interface Grapheme extends Span {
  readonly width: number;
}

/** The part of a line to show: the mark, half of the room before it, the rest after it, and no room wasted on a side that is short. */
function windowAround(line: string, mark: Span, width: number): Span {
  const graphemes: Grapheme[] = [];
  eachGrapheme(line, (start, end, width) => graphemes.push({ start, end, width }));
  if (sumOfWidths(graphemes) <= width) return { start: 0, end: line.length };

  const first = graphemes.findIndex(({ end }) => end > mark.start);
  const behind = graphemes.findIndex(({ start }) => start >= mark.end);
  const before = graphemes.slice(0, first).toReversed();
  const marked = graphemes.slice(first, behind < 0 ? graphemes.length : behind);
  const after = behind < 0 ? [] : graphemes.slice(behind);

  const room = Math.max(width - sumOfWidths(marked), 0);
  const roomBefore = Math.max(Math.floor(room / 2), room - sumOfWidths(after));
  const taken = fitting(line, before, roomBefore);
  const start = taken.at(-1)?.start ?? graphemes[first]?.start ?? 0;
  const ellipsis = start > 0 ? displayWidth(ELLIPSIS) : 0;
  const rest = [...marked, ...after];
  const kept = fitting(line, rest, width - ellipsis - sumOfWidths(taken), marked.length);
  return { start, end: kept.at(-1)?.end ?? start };
}

/** At most a longish word is given up to cut between words: scripts without blanks have hardly any place to. */
const mostGivenUp = 12;

/**
 * The first of some graphemes that fit into so many columns, with room for an ellipsis where some are left out: cut at a
 * blank that is near, but not among the first `least`.
 */
function fitting(line: string, graphemes: readonly Grapheme[], room: number, least = 0): readonly Grapheme[] {
  if (sumOfWidths(graphemes) <= room) return graphemes;
  let left = room - displayWidth(ELLIPSIS);
  const count = graphemes.findIndex(({ width }) => (left -= width) < 0);
  const isBlank = ({ start }: Grapheme): boolean => line[start] === ' ';
  if (graphemes.slice(count, count + 1).some(isBlank)) return graphemes.slice(0, count);
  const lastBlank = graphemes.slice(0, count).findLastIndex(isBlank);
  const isNear = lastBlank >= least && count - lastBlank <= mostGivenUp;
  return graphemes.slice(0, isNear ? lastBlank : count);
}

function sumOfWidths(graphemes: readonly Grapheme[]): number {
  return graphemes.reduce((sum, { width }) => sum + width, 0);
}
