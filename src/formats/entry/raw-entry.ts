// A quick look at the raw text of an entry's file, which rules out what cannot match a search.
import { type EntrySearch, isOnThisDay, type Query } from '../../domain/search/query.ts';
import { ROLES } from '../../domain/banks/question-bank.ts';
import { plainText, sameAbout } from '../../domain/text/plain-text.ts';
import { mayHoldFollowed } from './question-comment.ts';

/**
 * Whether a file may be an entry that is asked for: a quick look at its raw text, which may say yes where
 * there is none, but never no where there is one. Only what coach itself would have written rules anything
 * out.
 *
 * @example
 * mayMatch('---\ncoach: 1\nbank: note\n---\n', { banks: ['member'] }) //=> false
 */
export function mayMatch(text: string, query: Query): boolean {
  const { open, looksBackOn, question, search, narrow } = query;
  const mayHold = (words: Pick<EntrySearch, 'mayMatch'>): boolean =>
    // As it is once it is understood: without what controls terminals.
    words.mayMatch(plainText(text)) || mayBeEscaped(text);
  return (
    headMayMatch(text, query) &&
    (question === undefined || text.includes(question)) &&
    (!open || mayHoldFollowed(text)) &&
    (looksBackOn === undefined || text.includes(`=${looksBackOn}/`)) &&
    (search === undefined || mayHold(search)) &&
    (narrow === undefined || mayHold(narrow))
  );
}

/** A backslash in a front matter may stand for a letter. */
function mayBeEscaped(text: string): boolean {
  const at = text.indexOf('\\');
  return at >= 0 && at < text.indexOf('\n---', 3);
}

/** Whether nothing is ruled out by the plain lines of a front matter. */
function headMayMatch(text: string, { banks, role, about, since, until, onThisDay }: Query): boolean {
  if (!text.startsWith('---\n')) return true;
  const end = text.indexOf('\n---\n');
  const plain = (key: string): string | undefined => {
    const at = text.indexOf(`\n${key}: `);
    const next = text.indexOf('\n', at + 1);
    // A line that begins with a blank goes on with the value.
    if (at < 0 || at >= end || /^[ \t]/.test(text.slice(next + 1, next + 2))) return undefined;
    const value = text.slice(at + key.length + 3, next).trim();
    return /^(?:null|~)?$/i.test(value) ? undefined : /^"?([\w .-]*)"?$/.exec(value)?.[1];
  };
  if (banks && !isOneOf(plain('bank'), banks)) return false;
  const seat = role === undefined ? undefined : plain('role');
  if (seat !== undefined && seat !== role && ROLES.some((one) => one === seat)) return false;
  const whom = about === undefined ? undefined : plain('about');
  if (whom !== undefined && !sameAbout(whom, about ?? null)) return false;
  const day =
    since === undefined && until === undefined && onThisDay === undefined ? undefined : plain('day');
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return true;
  return (
    (since === undefined || day >= since) &&
    (until === undefined || day <= until) &&
    (onThisDay === undefined || isOnThisDay(day, onThisDay))
  );
}

function isOneOf(value: string | undefined, wanted: readonly string[]): boolean {
  return value === undefined || wanted.includes(value);
}
