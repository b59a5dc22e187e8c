// Texts in which the places that a search matches are set off.
import type { Entry } from '../../domain/entry/entry.ts';
import { marksIn, type Search, searchTexts } from '../../domain/search/search.ts';
import { snippetOf } from '../../domain/search/snippet.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Style } from './style.ts';

/**
 * A text with the places that a search matches set off; terminal control sequences in it are taken out.
 *
 * @example
 * markedText('They asked.', parseSearch('asked'), plainStyle) //=> 'They [asked].'
 */
export function markedText(text: string, search: Search | undefined, { mark }: Pick<Style, 'mark'>): string {
  const plain = plainText(text);
  return search === undefined ? plain : withMarks(plain, marksIn(plain, search), mark);
}

/**
 * One line around the first place of an entry that a search matches: in the person's own words, else in a question.
 *
 * @param columns - The most that it takes, brackets around what matched aside.
 *
 * @example
 * contextOf(entry, parseSearch('small'), 40, plainStyle) //=> '[Small].'
 */
export function contextOf(
  entry: Entry,
  search: Search,
  columns: number,
  { mark }: Pick<Style, 'mark'>,
): string | undefined {
  const asked = new Set(entry.answers.map((answer) => answer.asked));
  const texts = searchTexts(entry);
  const wordsFirst = [
    ...texts.filter((text) => !asked.has(text)),
    ...texts.filter((text) => asked.has(text)),
  ];
  for (const text of wordsFirst) {
    const snippet = snippetOf(plainText(text), search, columns);
    if (snippet) return withMarks(snippet.line, snippet.marks, mark);
  }
  return undefined;
}

function withMarks(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
  mark: Style['mark'],
): string {
  let [marked, at] = ['', 0];
  for (const { start, end } of marks) {
    marked += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return marked + text.slice(at);
}
