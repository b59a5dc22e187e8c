// Entries as a journal of jrnl.
import type { Entry, StoredEntry } from '../domain/entry/entry.ts';
import { parseAt } from '../domain/time/moment.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { entryTitle, freeText } from '../pages/record/entry-title.ts';
import { entryBlocks, frontInText, isStarred } from './entry-blocks.ts';

/**
 * Not seen, and no white space to jrnl, which takes that away. Stands before a bracket in which jrnl would look for the date of
 * another entry, and behind an asterisk that it would take for a star.
 */
const GUARD = '\u200b';

/**
 * Entries as a journal of jrnl, which is one text: each begins with its moment in brackets and its title, and an empty line sets
 * it off, so that jrnl takes the whole first line for the title. Tags are words with an `@`; those that are not in the text already
 * stand below it.
 *
 * @returns A piece for each entry.
 *
 * @example
 * [...jrnlText([{ entry, path: 'a.md' }])][0].split('\n')[0] //=> '[2026-11-22 09:14:05] When your work is closely managed'
 */
export function* jrnlText(entries: Iterable<StoredEntry>): Generator<string> {
  for (const { entry } of entries) {
    const { title, body } = wordsOf(entry);
    const head = starred(title, isStarred(entry.extra));
    const tags = tagLine(entry.tags, `${title}\n${body}`);
    const rest = [body, tags].filter((part) => part !== '').join('\n\n');
    const below = rest === '' ? '' : `${guarded(rest)}\n`;
    yield `[${momentOf(entry)}] ${head}\n${below}\n`;
  }
}

/** For jrnl a title, and a star at the end of it, end at the Unicode separators, too. */
const LINE_END = /[\n\u2028\u2029]/;

/** A free page begins with its first line, and has no other title. */
function wordsOf(entry: Entry): { readonly title: string; readonly body: string } {
  const blocks = [
    ...entryBlocks(entry, {
      answer: (asked, words) => `${asked}\n${words}`,
      words: (text) => text,
      own: (text) => text,
    }),
    frontInText(entry.extra),
  ].filter((block) => block !== '');
  const text = blocks.join('\n\n').trim();
  if (freeText(entry) === undefined) return { title: oneLine(entryTitle(entry)), body: text };
  const end = text.search(LINE_END);
  return end < 0
    ? { title: text, body: '' }
    : { title: text.slice(0, end).trim(), body: text.slice(end).trim() };
}

/** A title with its star, which is an asterisk at its end. With it jrnl takes away all asterisks at both ends. */
function starred(title: string, hasStar: boolean): string {
  const end = title.endsWith('*') ? GUARD : '';
  return hasStar ? `${title.startsWith('*') ? GUARD : ''}${title}${end} *` : title + end;
}

/** The time on the clock; seconds only where there are any, since jrnl writes none. */
function momentOf({ at }: Entry): string {
  const moment = parseAt(at);
  if (!moment || moment.time === null) return moment?.day ?? at.slice(0, 10);
  return `${moment.day} ${moment.time.replace(/:00$/, '')}`;
}

/**
 * A text in which no line begins as an entry of jrnl does. It takes each bracket at the beginning of a line for one that is closed
 * before a blank, on whatever line, and in which there is anything like a date of at least seven signs.
 */
function guarded(text: string): string {
  return text.replace(/^\[(?!\]|[^\]\n]+\](?! )|[^\]\n]{1,6}\] )/gm, `${GUARD}[`);
}

/** A word with an `@`, as jrnl finds it. */
const tagged = /(?<!\S)@([-+*#/\p{L}\p{M}\p{N}_]+)/gu;

function tagLine(tags: readonly string[], text: string): string {
  if (tags.length === 0) return '';
  const there = new Set(Array.from(text.matchAll(tagged), ([, tag = '']) => tag.toLowerCase()));
  return tags
    .map((tag) => tag.replace(/[^-+*#/\p{L}\p{M}\p{N}_]/gu, '-'))
    .filter((tag) => !there.has(tag.toLowerCase()))
    .map((tag) => `@${tag}`)
    .join(' ');
}
