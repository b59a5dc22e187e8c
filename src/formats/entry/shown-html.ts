// Markdown in which HTML shows as it was typed.
import { fencedLines } from './text-markdown.ts';

/**
 * Markdown in which HTML is shown as it was typed: with a backslash before each `<` that could begin a tag, a
 * comment or a link, but in code, where a backslash would show. Where it cannot be told from a line whether
 * it is code, it counts as none.
 *
 * @example
 * withHtmlShown('a <b>bold</b> word, `<b>`') //=> 'a \\<b>bold\\</b> word, `<b>`'
 */
export function withHtmlShown(text: string): string {
  if (!text.includes('<')) return text;
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  let mayBeOpen = false;
  return lines
    .map((line, index) => {
      if (line.trim() === '' || fenced.has(index)) {
        mayBeOpen = false;
        return line;
      }
      const parts = mayBeOpen ? undefined : codeIn(line);
      mayBeOpen = parts === undefined;
      return parts?.map((part, at) => (at % 2 === 1 ? part : shown(part))).join('') ?? shown(line);
    })
    .join('\n');
}

/**
 * A line as text, code, text and so on.
 *
 * @returns Undefined where code may begin that does not end on the line.
 */
function codeIn(line: string): readonly string[] | undefined {
  if (line.includes('\\`')) return undefined;
  const parts = line.split(/(?<!`)((`+)(?!`)(?:.*?[^`])??\2(?!`))/);
  const texts = parts.filter((_part, at) => at % 3 !== 2);
  return texts.some((part, at) => at % 2 === 0 && part.includes('`')) ? undefined : texts;
}

/** A backslash before the sign may be itself after another one. */
function shown(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*)<(?=\S)/g, '$1\\<');
}
