// The words of a note in HTML as Markdown, as far as Markdown has what it says.
import { Parser } from 'htmlparser2';
import type { Lost } from '../foreign-entry.ts';
import { type MarkdownPage, markdownPage } from './markdown-page.ts';

/** A text, and the pictures, recordings and videos that stood in it. */
export interface HtmlText {
  readonly text: string;
  readonly lost: readonly Lost[];
}

/** Elements that begin on a line of their own, and how many line ends stand before and after them. */
const BLOCKS: ReadonlyMap<string, number> = new Map([
  ...['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr'].map((name) => [name, 2] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 2] as const),
  ...['div', 'section', 'article', 'figure', 'figcaption'].map((name) => [name, 1] as const),
  ...['li', 'tr', 'dt', 'dd'].map((name) => [name, 1] as const),
]);

const MARKS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['s', '~~'],
  ['strike', '~~'],
  ['del', '~~'],
]);

/** The words that stand in the place of what is no text, and how it is counted. */
export const PLACED = [
  { element: 'img', word: 'picture', lost: 'pictures' },
  { element: 'audio', word: 'audio', lost: 'audio recordings' },
  { element: 'video', word: 'video', lost: 'videos' },
] as const;

/** Elements within each other. */
const DEEPEST = 500;

/** Their words are for the viewer. */
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template']);

/**
 * Whether a text is written in HTML, by an element that notes have.
 *
 * @example
 * isHtml('<p>Rain.</p>') //=> true
 * isHtml('a < b, and <3') //=> false
 */
export function isHtml(text: string): boolean {
  return /<\/?(?:p|br|div|span|b|strong|i|em|u|s|strike|font|ul|ol|li|h[1-6]|a|img|blockquote|pre)(?:\s*|\s[^<>=]*=[^<>]*)\/?>/i.test(
    text,
  );
}

/** An element with which a text begins that is HTML as a whole. In others line ends were typed. */
const whole = /^\s*<(?:p|div|h[1-6]|ul|ol|blockquote|pre|table|section|article|html|body)[\s>]/i;

/**
 * The words of HTML: paragraphs, line ends, headings, lists, boxes that are ticked, quotes, links, and bold and italic words as
 * Markdown has them. A picture becomes `[picture]`; everything else in it that is no words is passed over.
 *
 * @returns Undefined where elements are nested deeper than in any note.
 *
 * @example
 * htmlText('<p>To the <b>river</b>.</p><ul><li>bread</li></ul>')?.text //=> 'To the **river**.\n\n- bread'
 */
export function htmlText(html: string): HtmlText | undefined {
  try {
    return textOf(html);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** Thrown out of the parser, which takes ever longer the deeper it is. */
class TooDeep extends Error {}

function textOf(html: string): HtmlText {
  const page = markdownPage();
  const lost: Lost[] = [];
  const isTyped = !whole.test(html);
  let isAtStart = true;
  let unseen = 0;
  let pre = 0;
  let depth = 0;
  const write = (words: string): void => {
    if (!isTyped || pre > 0) return page.write(words);
    const said = isAtStart ? words.trimStart() : words;
    for (const [at, line] of said.split('\n').entries()) {
      if (at > 0) page.feed();
      page.write(line);
    }
    isAtStart &&= said === '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        if (UNSEEN.has(name)) unseen += 1;
        if (unseen > 0) return;
        const placed = PLACED.find(({ element }) => element === name);
        if (placed) {
          const alt = attributes['alt']?.trim() ?? '';
          page.write(alt === '' ? `[${placed.word}]` : `[${placed.word}: ${alt}]`);
          lost.push(placed.lost);
        }
        if (name === 'pre') pre += 1;
        isAtStart = startsLine(name);
        open(page, name, attributes);
      },
      ontext(text) {
        if (unseen === 0) write(text);
      },
      onclosetag(name) {
        depth -= 1;
        if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
        else if (unseen === 0) {
          if (name === 'pre') pre -= 1;
          isAtStart = startsLine(name);
          close(page, name);
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { text: page.text(), lost };
}

function startsLine(name: string): boolean {
  return name === 'br' || BLOCKS.has(name);
}

function open(page: MarkdownPage, name: string, attributes: Readonly<Record<string, string>>): void {
  const level = /^h([1-6])$/.exec(name)?.[1];
  const mark = MARKS.get(name);
  page.apart(BLOCKS.get(name) ?? 0);
  if (mark !== undefined) page.mark(mark);
  else if (level !== undefined) page.sign(`${'#'.repeat(Number(level))} `);
  else if (name === 'br') page.feed();
  else if (name === 'hr') page.write('---');
  else if (name === 'ul') page.list();
  else if (name === 'ol') page.list(Number(attributes['start'] ?? 1) || 1);
  else if (name === 'li') openItem(page, attributes['data-checked']);
  else if (name === 'blockquote') page.quote(1);
  else if (name === 'pre') page.keepBlanks(true);
  else if (name === 'a') page.link(attributes['href'] ?? '');
  else if (name === 'input' && attributes['type'] === 'checkbox') {
    page.sign('checked' in attributes ? '[x] ' : '[ ] ');
  }
}

function openItem(page: MarkdownPage, checked: string | undefined): void {
  page.item();
  if (checked !== undefined) page.sign(checked === 'true' ? '[x] ' : '[ ] ');
}

function close(page: MarkdownPage, name: string): void {
  const lines = BLOCKS.get(name) ?? 0;
  const mark = MARKS.get(name);
  page.apart(Math.min(lines, 1));
  if (mark !== undefined) page.unmark(mark);
  else if (name === 'ul' || name === 'ol') page.endList();
  else if (name === 'blockquote') page.quote(-1);
  else if (name === 'pre') page.keepBlanks(false);
  else if (name === 'a') page.endLink();
  else if (name === 'td' || name === 'th') page.write(' ');
  page.apart(lines);
}
