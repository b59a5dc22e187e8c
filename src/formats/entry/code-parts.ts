// The parts of a Markdown text that are code, and those that are words.
import { fencedLines } from './text-markdown.ts';

/** A part of a text. */
export interface TextPart {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * A text in the parts that are code and those that are not; together they are the text.
 *
 * @example
 * codeParts('a `b`') //=> [{ text: 'a ', isCode: false }, { text: '`b`', isCode: true }, { text: '', isCode: false }]
 */
export function codeParts(text: string): readonly TextPart[] {
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  const blocks: { lines: string[]; isCode: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    const isCode = fenced.has(index);
    const ended = index < lines.length - 1 ? `${line}\n` : line;
    const last = blocks.at(-1);
    if (last?.isCode === isCode) last.lines.push(ended);
    else blocks.push({ lines: [ended], isCode });
  }
  return blocks.flatMap((block) => {
    const whole = block.lines.join('');
    return block.isCode ? [{ text: whole, isCode: true }] : spansOf(whole);
  });
}

/** A sign with a backslash before it, which begins no code; code between backticks, within a paragraph; or backticks alone. */
const SPAN = /\\[^\n]|(`+)(?!`)(?:(?!\n[ \t]*\n)[^]){1,2000}?(?<!`)\1(?!`)|`+/g;

function spansOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match[1] === undefined) continue;
    parts.push({ text: text.slice(from, match.index), isCode: false }, { text: match[0], isCode: true });
    from = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(from), isCode: false }];
}
