// The lines that an index keeps of files that are yet to be understood.
import type { Query } from '../../domain/search/query.ts';
import { foldText } from '../../domain/text/folding.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { peekInstant } from '../../formats/entry/entry-head.ts';

/**
 * The line that an index keeps of a file until somebody needs to know what it says: where it stands in time, if that shows, and its
 * text, folded. What a quick look at the file would rule out, the line rules out.
 *
 * @returns Undefined where a line cannot tell: the file has to be understood.
 *
 * @example
 * unreadLine('---\nat: "1970-01-01T00:00:01Z"\n---\nÄrger') //=> '1000\t--- at: "1970-01-01t00:00:01z" --- arger'
 */
export function unreadLine(text: string): string | undefined {
  // As in a quick look: what is escaped may stand for something else.
  if (text.includes('\\')) return undefined;
  return `${peekInstant(text) ?? ''}\t${foldText(plainText(text)).replace(/[\n\t]/g, ' ')}`;
}

/**
 * The instant that an unread line begins with, in milliseconds since 1970; Infinity where it shows none.
 *
 * @example
 * instantOfLine('1000\t--- late') //=> 1000
 */
export function instantOfLine(line: string): number {
  const instant = line.slice(0, line.indexOf('\t'));
  return instant === '' ? Infinity : Number(instant);
}

/**
 * Whether unread lines are enough for a query: it asks for words, and for nothing else.
 *
 * @example
 * asksForWords({ limit: 20 }) //=> false
 */
export function asksForWords(query: Query): boolean {
  return query.search !== undefined && Object.keys(query).every((key) => key === 'search' || key === 'limit');
}
