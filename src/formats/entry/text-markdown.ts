// A person's own text as it stands in an entry's file, where nothing of it may take effect.
import { type Skip, SKIPS } from '../../domain/entry/answer.ts';

/** How a comment begins that makes the heading above it a question. */
const mark = String.raw`<!--[ \t]*coach:`;
/** The words of a skip in italics or bold, as formatters write them; which blanks stand between the words does not matter. */
const skip = String.raw`[*_]{1,3}(${SKIPS.map((kind) => kind.replace('-', '[-\\s]+')).join('|')})[*_]{1,3}[ \t]*$`;

/**
 * All that would have a meaning in the file at the start of a line: a heading that ends the answer, a fence
 * that might swallow what follows, HTML that would hide it, the words of a skip, and a line that makes a
 * heading of the one above.
 */
const structure = [
  '#{1,2}(?:[ \\t]|$)',
  // Some viewers end a line at the Unicode separators where they look for another backtick.
  '`{3,}[^`\\u2028\\u2029]*(?:$|[\\u2028\\u2029])|~{3}',
  '<(?:[!?]|/?[a-z][a-z0-9-]*(?:[\\s/>]|$))',
  skip,
  '(?:=+|-+)[ \\t]*$',
].join('|');
const structured = new RegExp(`^ {0,3}(?:${structure})`, 'i');
const escaped = new RegExp(`^( {0,3})\\\\(\\\\*(?:${structure}))`, 'i');
const markInCode = new RegExp(`^( {0,3})(\\\\*${mark})`);
const escapedMarkInCode = new RegExp(`^( {0,3})\\\\(\\\\*${mark})`);
/** A line of nothing but hyphens or equals signs. */
export const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const openingFence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/**
 * The sign with which a line begins, behind three blanks at the most. It is looked at first, of every line: nearly all begin with a
 * letter, and an expression takes ten times as long to say so.
 *
 * @example
 * firstSign('  ## Monday') //=> '#'
 */
export function firstSign(line: string): string {
  let at = 0;
  while (at < 3 && line.charAt(at) === ' ') at++;
  return line.charAt(at);
}

/** The first signs of all that `structured` and `escaped` find. */
const structuring = '#`~<*_=-\\';

/** A line that begins a comment which makes the heading above it a question. */
export const questionMark = new RegExp(`^ {0,3}${mark}`);

/** A heading of level 1 or 2 that begins with its signs, with its words as `readHeading` takes them. */
export const heading = /^ {0,3}(#{1,2})(?:[ \t]+(.*))?$/s;

/** A line with the words of a skip and nothing else. */
export const skipLine = new RegExp(`^ {0,3}${skip}`, 'i');

/**
 * The skip that a line says; undefined for any other line.
 *
 * @example
 * readSkip('_Too close_') //=> 'too-close'
 */
export function readSkip(line: string): Skip | undefined {
  if (!'*_'.includes(firstSign(line))) return undefined;
  const words = skipLine
    .exec(line)?.[1]
    ?.toLowerCase()
    .replace(/[-\s]+/g, '-');
  return words === undefined ? undefined : SKIPS.find((kind) => kind === words);
}

/**
 * Text as it stands below a question: as it was given, but for a backslash before what would have a meaning in the
 * file; Markdown viewers do not show it. Fenced code stays as it is where the fence is closed and not indented.
 *
 * @example
 * printText('## Monday\nI waited.') //=> '\\## Monday\nI waited.'
 */
export function printText(text: string): string {
  const lines = text.split('\n');
  const code = fencedLines(lines);
  return lines
    .map((line, index) => {
      if (code.has(index)) return line.replace(markInCode, '$1\\$2');
      if (!structuring.includes(firstSign(line))) return line;
      const hasMeaning = underline.test(line) ? underlines(lines, index, code) : structured.test(line);
      return hasMeaning || escaped.test(line) ? line.replace(/^ {0,3}/, '$&\\') : line;
    })
    .join('\n');
}

/**
 * The text that stands below a question; undoes `printText`.
 *
 * @example
 * readText(['\\## Monday', 'I waited.']) //=> '## Monday\nI waited.'
 */
export function readText(lines: readonly string[]): string {
  const text = lines.join('\n');
  if (!text.includes('\\')) return text;
  const code = fencedLines(lines);
  return lines
    .map((line, index) => line.replace(code.has(index) ? escapedMarkInCode : escaped, '$1$2'))
    .join('\n');
}

/**
 * Whether a line of hyphens or equals signs makes a heading of the line above it; below a list or a quote it cannot.
 *
 * @param code - The lines of fenced code, as `fencedLines` gives them.
 *
 * @example
 * underlines(['In December', '---'], 1, new Set()) //=> true
 */
export function underlines(lines: readonly string[], index: number, code: ReadonlySet<number>): boolean {
  const above = lines[index - 1] ?? '';
  return (
    underline.test(lines[index] ?? '') &&
    /[^ \t]/.test(above) &&
    !code.has(index - 1) &&
    !/^ {0,3}(?:[-*+][ \t]+[^ \t]|>)/.test(above)
  );
}

const noLines: ReadonlySet<number> = new Set();

/**
 * The lines of fenced code, fences included, where a fence is closed; one that is not closed is no fence.
 *
 * Opening fences with blanks before them do not count: whether they are one depends on the lists around them.
 *
 * @returns Positions in `lines`, from 0.
 *
 * @example
 * fencedLines(['~~~', '# a comment', '~~~', '```']) //=> new Set([0, 1, 2])
 */
export function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  if (!lines.some((line) => line.startsWith('```') || line.startsWith('~~~'))) return noLines;
  const closed = closedFences(lines);
  const inside = new Set<number>();
  let open: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (open !== undefined) {
      inside.add(index);
      if (closingFence.exec(line)?.[1]?.startsWith(open) === true) open = undefined;
    } else if (closed.has(index)) {
      inside.add(index);
      open = openingFence.exec(line)?.[1];
    }
  }
  return inside;
}

/** The lines that open a fence which some later line could close, found from the end. */
function closedFences(lines: readonly string[]): ReadonlySet<number> {
  const closed = new Set<number>();
  const longestBelow = { '`': 0, '~': 0 };
  for (const [fromEnd, line] of lines.toReversed().entries()) {
    const opening = openingFence.exec(line)?.[1] ?? '';
    const closing = closingFence.exec(line)?.[1] ?? '';
    const kind = (opening || closing).startsWith('`') ? '`' : '~';
    if (opening !== '' && opening.length <= longestBelow[kind]) closed.add(lines.length - 1 - fromEnd);
    longestBelow[kind] = Math.max(longestBelow[kind], closing.length);
  }
  return closed;
}
