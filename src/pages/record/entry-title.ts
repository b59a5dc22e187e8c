// The title that an entry has where it leaves coach.
import type { Entry } from '../../domain/entry/entry.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/** A free page is a text and nothing else; its title says only that. */
const FREE = { bank: 'note', question: 'note-text', title: 'A free page' } as const;

/**
 * The text of an entry that is nothing but a text, such as a free page or whatever came from another program; undefined for one
 * in which something else was asked or answered.
 *
 * @example
 * freeText(entry) //=> undefined
 */
export function freeText({ bank, answers }: Pick<Entry, 'bank' | 'answers'>): string | undefined {
  const [answer, ...more] = answers;
  if (bank !== FREE.bank || answer?.question !== FREE.question || more.length > 0) return undefined;
  if (answer.skip === 'passed') return '';
  return answer.type === 'text' && answer.skip === null ? answer.value : undefined;
}

/**
 * The title of an entry, on one line: its own, or the first line of a free page.
 *
 * @example
 * entryTitle(entry) //=> 'When your work is closely managed'
 */
export function entryTitle(entry: Pick<Entry, 'bank' | 'title' | 'answers'>): string {
  const title = oneLine(entry.title);
  const named = title === '' ? entry.bank : title;
  return title === FREE.title ? firstLine(freeText(entry) ?? '') || named : named;
}

/** Columns of a title, about. */
const LONGEST = 60;
/** So much of a line is looked at, with all its signs. */
const LOOKED_AT = 1000;

/**
 * The first line of a text as a title: plain, without the signs of Markdown, and cut between words where it is long.
 *
 * @example
 * firstLine('## A **good** day\n\nIt rained.') //=> 'A good day'
 * firstLine('We sat by the [river](https://example.org) and said nothing for what felt like an hour.')
 * //=> 'We sat by the river and said nothing for what felt like an…'
 */
export function firstLine(text: string): string {
  for (const line of text.split('\n')) {
    const title = shortened(oneLine(withoutSigns(oneLine(line.slice(0, LOOKED_AT)))));
    if (title !== '') return title;
  }
  return '';
}

function withoutSigns(line: string): string {
  if (/^(?:[-=*_] ?){3,}$|^`{3}|^~{3}/.test(line)) return '';
  return line
    .replace(/^(#{1,6} .*) #{1,6}$/, '$1')
    .replace(/^(?:(?:#{1,6}|>|[-*+]) )+(?:\[[ xX]\] )?/, '')
    .replace(/!?\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{0,200})\]\]/g, '$1')
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,400}\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}\\])[*_~`]{1,3}(?=\S)|(?<=[^\s\\])[*_~`]{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function shortened(line: string): string {
  const words: string[] = [];
  let length = -1;
  for (const word of line.split(' ')) {
    length += word.length + 1;
    if (length > LONGEST) break;
    words.push(word);
  }
  const whole = words.join(' ');
  if (whole === line) return line;
  // A language without blanks between its words is cut anywhere.
  const cut = whole.length < LONGEST / 2 ? Array.from(line).slice(0, LONGEST).join('') : whole;
  return `${cut.replace(/[,;:.\u2013\u2014-]{1,3}$/u, '')}…`;
}
