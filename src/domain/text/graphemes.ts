// The graphemes of a text, and the columns that each one takes on the screen.
import stringWidth from 'fast-string-width';

/** A tab is shown as so many blanks: tab stops would shift with everything drawn before the text. */
const tabBlanks = '  ';

const steering =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** Joiners that join no emoji take a column by the tables, and none in a terminal. */
const looseJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/**
 * A line as it is put on the screen: a tab becomes two blanks; what would steer the terminal or reorder the
 * line is left out.
 *
 * @example
 * shown('one\ttwo\u202e') //=> 'one  two'
 */
export function shown(line: string): string {
  return line.replaceAll('\t', tabBlanks).replaceAll(steering, '').replaceAll(looseJoiner, '');
}

/**
 * Visits the graphemes of a line (no line feeds) in order: the offsets of start and end, and the width in
 * display columns.
 *
 * @example
 * const widths = [];
 * eachGrapheme('a山e\u0301', (start, end, width) => widths.push(width));
 * widths //=> [1, 2, 1]
 */
export function eachGrapheme(line: string, visit: (start: number, end: number, width: number) => void): void {
  let at = 0;
  while (at < line.length) {
    const width = plainWidth(line, at);
    if (width !== notPlain && plainWidth(line, at + 1) !== notPlain) {
      visit(at, at + 1, width);
      at += 1;
    } else {
      const end = entangledEnd(line, at);
      for (const { segment, index } of graphemeSegmenter.segment(line.slice(at, end))) {
        visit(at + index, at + index + segment.length, graphemeWidth(segment));
      }
      at = end;
    }
  }
}

/**
 * The width of a line (no line feeds) in display columns, as the sum of its graphemes' widths.
 *
 * @example
 * displayWidth('山 e\u0301') //=> 4
 */
export function displayWidth(line: string): number {
  let sum = 0;
  eachGrapheme(line, (_start, _end, width) => {
    sum += width;
  });
  return sum;
}

/**
 * Where the grapheme starts that ends at `at`, which is a boundary of graphemes; a line feed is a grapheme.
 * At 0 it is 0.
 *
 * @example
 * graphemeStart('e\u0301!', 2) //=> 0
 */
export function graphemeStart(text: string, at: number): number {
  if (at <= 1 || text[at - 1] === '\n') return Math.max(at - 1, 0);
  const from = entangledStart(text, at - 1);
  let start = from;
  for (const { index } of graphemeSegmenter.segment(text.slice(from, at))) start = from + index;
  return start;
}

/**
 * Where the grapheme ends that starts at `at`, which is a boundary of graphemes; a line feed is a grapheme.
 * At the end of the text it is the end.
 *
 * @example
 * graphemeEnd('e\u0301!', 0) //=> 2
 */
export function graphemeEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const [first] = graphemeSegmenter.segment(text.slice(at, entangledEnd(text, at)));
  return at + (first?.segment.length ?? 1);
}

/**
 * The first boundary of graphemes at or after `at`.
 *
 * @example
 * graphemeBoundary('e\u0301!', 1) //=> 2
 */
export function graphemeBoundary(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  let boundary = entangledStart(text, at);
  while (boundary < at) boundary = graphemeEnd(text, boundary);
  return boundary;
}

const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters that may be one grapheme with what stands beside them, and the line feed. */
const joining = /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Grapheme_Extend}\p{Extended_Pictographic}]/u;
/** Letters that may be, too: Thai and Lao AM, a sign of Malayalam, the pieces of Hangul. */
const joiningLetter = /[\u0e33\u0eb3\u0d4e\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

const notPlain = 0;
const notYetKnown = -1;
const plainWidths = new Int8Array(0x1_0000).fill(notYetKnown);

/**
 * The width of a plain character: a UTF-16 unit that is a grapheme of its own beside any other plain
 * character. 0 for all others; behind the end of the text the answer is 1. Asking the segmenter about every
 * character costs a thousand times as much.
 */
function plainWidth(text: string, at: number): number {
  if (at >= text.length) return 1;
  const unit = text.charCodeAt(at);
  const known = plainWidths[unit] ?? notPlain;
  if (known !== notYetKnown) return known;
  const character = String.fromCharCode(unit);
  const joins = joining.test(character) || joiningLetter.test(character);
  const width = joins ? notPlain : stringWidth(shown(character).normalize());
  plainWidths[unit] = width;
  return width;
}

/**
 * The nearest place at or before `at` that is surely a boundary: between plain characters, or beside a line
 * feed.
 */
function entangledStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== '\n' && !(plainWidth(text, start) && plainWidth(text, start - 1)))
    start -= 1;
  return start;
}

/** The nearest place after `at` that is surely a boundary. */
function entangledEnd(text: string, at: number): number {
  if (text[at] === '\n') return at + 1;
  let end = at + 1;
  while (end < text.length && text[end] !== '\n' && !(plainWidth(text, end) && plainWidth(text, end - 1)))
    end += 1;
  return end;
}

/** More different graphemes than a journal holds; the limit keeps a file of noise from filling the memory. */
const mostRemembered = 5000;
const graphemeWidths = new Map<string, number>();

function graphemeWidth(grapheme: string): number {
  const known = graphemeWidths.get(grapheme);
  if (known !== undefined) return known;
  // Composed, as it is drawn: what wraps the rows of a prompt composes them.
  const width = stringWidth(shown(grapheme).normalize());
  if (graphemeWidths.size >= mostRemembered) graphemeWidths.clear();
  graphemeWidths.set(grapheme, width);
  return width;
}
