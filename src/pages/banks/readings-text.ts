// Books and articles to read, on a page.
import { plainText } from '../../domain/text/plain-text.ts';
import type { Reading } from '../../formats/banks/readings-json.ts';
import { type Page, wrap } from '../text/wrap.ts';

/**
 * The readings that come with coach, and the person's own.
 *
 * @example
 * readingsText([], [{ title: 'Rain', by: 'D.', line: 'Wet.' }], page) //=> 'Yours\n\n  Rain\n  D.\n  Wet.\n'
 */
export function readingsText(known: readonly Reading[], own: readonly Reading[], page: Page): string {
  const groups: readonly (readonly [string, readonly Reading[]])[] = [
    ['From the articles', known.filter(({ from }) => from === 'articles')],
    ['Added', known.filter(({ from }) => from !== 'articles')],
    ['Yours', own],
  ];
  const blocks = groups
    .filter(([, readings]) => readings.length > 0)
    .map(([heading, readings]) =>
      [page.style.strong(heading), ...readings.map((reading) => readingText(reading, page))].join('\n\n'),
    );
  return `${blocks.join('\n\n')}\n`;
}

function readingText({ title, by, line }: Reading, { style, width }: Page): string {
  return [title, by, line]
    .map((text) => wrap(plainText(text), width, '  '))
    .map((text, index) => (index === 1 ? style.dim(text) : text))
    .join('\n');
}

/**
 * The place and the shape of the person's own readings.
 *
 * @example
 * ownReadingsLine('mine.json') //=> 'Add your own in mine.json: [{"title": "…", "by": "…", "line": "…"}]'
 */
export function ownReadingsLine(file: string): string {
  return `Add your own in ${file}: [{"title": "…", "by": "…", "line": "…"}]`;
}
