// Markdown that is written piece by piece, as the parts of another text are met.

/** Markdown that grows at its end. */
export interface MarkdownPage {
  /** Blanks that follow each other become one, but where they are kept. */
  readonly write: (words: string) => void;
  /** What follows stands on a line of its own, or below an empty one. */
  readonly apart: (lines: number) => void;
  readonly feed: () => void;
  /** A sign before the words of a line, such as that of a heading. */
  readonly sign: (sign: string) => void;
  readonly mark: (mark: string) => void;
  readonly unmark: (mark: string) => void;
  /** A list, and the number of its first item where it has any. */
  readonly list: (first?: number) => void;
  readonly endList: () => void;
  readonly item: () => void;
  /** By so many quotes within each other what follows is deeper than before. */
  readonly quote: (deeper: 1 | -1) => void;
  readonly keepBlanks: (keeps: boolean) => void;
  readonly link: (leadsTo: string) => void;
  readonly endLink: () => void;
  readonly text: () => string;
}

/** Lists and quotes within each other beyond this are as deep as these. */
const DEEPEST = 8;

/**
 * An empty page.
 *
 * @example
 * const page = markdownPage();
 * page.write('To the ');
 * page.mark('**');
 * page.write(' river ');
 * page.unmark('**');
 * page.text() //=> 'To the **river**'
 */
export function markdownPage(): MarkdownPage {
  const lines: string[] = [];
  const lists: { readonly isNumbered: boolean; count: number }[] = [];
  const links: { readonly line: number; readonly at: number; readonly leadsTo: string }[] = [];
  const depths = new Map<string, number>();
  /** The pieces of the line that is written on. */
  let line: string[] = [];
  /** It has no words yet, only signs. */
  let isBare = true;
  /** Signs of bold and italic words: those that are written, and those that wait for a word. */
  let marks: string[] = [];
  let waiting: string[] = [];
  let isApart = false;
  let quotes = 0;
  let quotesAbove = 0;
  let keeps = 0;

  const indent = (): string => {
    const deeper = Math.min(Math.max(lists.length - 1, 0), DEEPEST);
    return '> '.repeat(Math.min(quotes, DEEPEST)) + '  '.repeat(deeper);
  };
  const begin = (): void => {
    if (line.length > 0) return;
    if (isApart) lines.push('> '.repeat(Math.min(quotes, quotesAbove, DEEPEST)).trimEnd());
    isApart = false;
    line.push(indent());
  };
  const add = (words: string): void => {
    begin();
    line.push(...waiting, words);
    marks.push(...waiting);
    waiting = [];
    isBare = false;
  };
  const end = (): void => {
    if (isBare) return;
    lines.push(line.join('').trimEnd() + marks.toReversed().join(''));
    waiting = [...marks, ...waiting];
    marks = [];
    line = [];
    isBare = true;
    quotesAbove = quotes;
  };
  /** An empty line, once words follow. */
  const space = (): void => {
    isApart = lines.at(-1) !== undefined && lines.at(-1) !== '';
  };
  const keep = (words: string): void => {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0 && isBare) lines.push('');
      else if (index > 0) end();
      if (part !== '') add(part);
    }
  };

  return {
    write(words) {
      if (keeps > 0) return keep(words);
      const flat = words.replace(/[\s\u00a0]+/g, ' ');
      const fresh = isBare || line.at(-1)?.endsWith(' ') ? flat.trimStart() : flat;
      if (fresh.startsWith(' ')) line.push(' ');
      const rest = fresh.trimStart();
      if (rest !== '') add(rest);
    },
    apart(count) {
      if (count === 0 || (isBare && line.length > 0)) return;
      end();
      if (count > 1 && lists.length === 0) space();
    },
    feed() {
      if (isBare) space();
      else end();
    },
    sign(sign) {
      if (line.at(-1) === sign) return;
      begin();
      line.push(sign);
    },
    mark(mark) {
      const depth = depths.get(mark) ?? 0;
      depths.set(mark, depth + 1);
      if (depth === 0) waiting.push(mark);
    },
    unmark(mark) {
      const depth = depths.get(mark) ?? 0;
      depths.set(mark, Math.max(0, depth - 1));
      if (depth !== 1) return;
      const last = waiting.lastIndexOf(mark);
      if (last >= 0) waiting.splice(last, 1);
      if (last >= 0 || marks.at(-1) !== mark) return;
      marks.pop();
      const said = line.pop() ?? '';
      const words = said.trimEnd();
      line.push(words, mark, said.slice(words.length));
    },
    list(first) {
      lists.push({ isNumbered: first !== undefined, count: (first ?? 1) - 1 });
    },
    endList() {
      lists.pop();
    },
    item() {
      const list = lists.at(-1);
      if (list) list.count += 1;
      begin();
      line.push(list?.isNumbered ? `${list.count}. ` : '- ');
    },
    quote(deeper) {
      quotes = Math.max(0, quotes + deeper);
    },
    keepBlanks(is) {
      keeps += is ? 1 : -1;
    },
    link(leadsTo) {
      begin();
      links.push({ line: lines.length, at: line.length, leadsTo });
    },
    endLink() {
      const link = links.pop();
      if (!link || link.leadsTo === '' || link.line !== lines.length) return;
      const words = line.slice(link.at).join('');
      const said = words.trim();
      if (said === '' || said === link.leadsTo) return;
      line.splice(
        link.at,
        Infinity,
        words.replace(said, () => `[${said}](${link.leadsTo})`),
      );
    },
    text() {
      end();
      const first = lines.findIndex((one) => one !== '');
      const last = lines.findLastIndex((one) => one !== '');
      return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
    },
  };
}
