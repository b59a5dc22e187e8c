// A quick look at the raw text of an entry's file, which rules out what cannot match a search.
import { type EntrySearch, isOnThisDay, type Query } from '../../domain/search/query.ts';
import { ROLES } from '../../domain/banks/question-bank.ts';
import { plainText, sameAbout } from '../../domain/text/plain-text.ts';
import { peekInstant } from './entry-head.ts';
import { mayHoldFollowed, mostAnswers } from './question-comment.ts';

/** The raw text of a file, and what a quick look at it tells that several queries ask: looked up once, and only when asked. */
export interface RawText {
  readonly text: string;
  /** The text as it is understood: without what controls terminals, which may stand in the middle of a word. */
  plain(): string;
  /** The bank, where it stands as coach writes it. */
  bank(): string | undefined;
  /** The instant of the entry, as `peekInstant` has it. */
  instant(): number | undefined;
}

/**
 * The raw text of a file, to be looked at by several queries.
 *
 * @example
 * rawText('---\ncoach: 1\nbank: note\n---\n').bank() //=> 'note'
 */
export function rawText(text: string): RawText {
  let plain: string | undefined;
  let bank: string | undefined | null = null;
  let instant: number | undefined | null = null;
  return {
    text,
    plain: () => (plain ??= plainText(text)),
    bank: () => (bank === null ? (bank = plainValue(text, 'bank')) : bank),
    instant: () => (instant === null ? (instant = peekInstant(text)) : instant),
  };
}

/** The value of a key of the front matter, where it stands as coach writes it. */
function plainValue(text: string, key: string): string | undefined {
  const at = text.startsWith('---\n') ? text.indexOf(`\n${key}: `) : -1;
  if (at < 0 || at >= text.indexOf('\n---\n')) return undefined;
  const next = text.indexOf('\n', at + 1);
  // A line that begins with a blank goes on with the value.
  if (/^[ \t]/.test(text.slice(next + 1, next + 2))) return undefined;
  const value = text.slice(at + key.length + 3, next).trim();
  return /^(?:null|~)?$/i.test(value) ? undefined : /^"?([\w .-]*)"?$/.exec(value)?.[1];
}

/**
 * Whether a file may be an entry that is asked for: a quick look at its raw text, which may say yes where
 * there is none, but never no where there is one. Only what coach itself would have written rules anything
 * out.
 *
 * @example
 * mayMatch('---\ncoach: 1\nbank: note\n---\n', { banks: ['member'] }) //=> false
 */
export function mayMatch(text: string, query: Query): boolean {
  return rawMayMatch(rawText(text), query);
}

/**
 * The same for a text that several queries look at.
 *
 * @example
 * rawMayMatch(rawText('---\ncoach: 1\nbank: note\n---\n'), { banks: ['member'] }) //=> false
 */
export function rawMayMatch(raw: RawText, query: Query): boolean {
  const { open, looksBackOn, question, answered = 0, search, narrow } = query;
  const text = raw.plain();
  return (
    headMayMatch(raw, query) &&
    (question === undefined || text.includes(question)) &&
    (answered === 0 || mostAnswers(text) >= answered) &&
    (!open || mayHoldFollowed(text)) &&
    (looksBackOn === undefined || text.includes(`=${looksBackOn}/`)) &&
    (search === undefined || mayHold(text, search)) &&
    (narrow === undefined || mayHold(text, narrow))
  );
}

function mayHold(text: string, words: Pick<EntrySearch, 'mayMatch'>): boolean {
  return words.mayMatch(text) || mayBeEscaped(text);
}

/** A backslash in a front matter may stand for a letter, and below it it may stand between the letters of a word. */
function mayBeEscaped(text: string): boolean {
  return text.includes('\\');
}

/** What the plain lines of a front matter rule out. */
function headMayMatch({ text, bank }: RawText, query: Query): boolean {
  const { banks, role, about, since, until, onThisDay } = query;
  if (banks && !isOneOf(bank(), banks)) return false;
  const seat = role === undefined ? undefined : plainValue(text, 'role');
  if (seat !== undefined && seat !== role && ROLES.some((one) => one === seat)) return false;
  const whom = about === undefined ? undefined : plainValue(text, 'about');
  if (whom !== undefined && !sameAbout(whom, about ?? null)) return false;
  const day =
    since === undefined && until === undefined && onThisDay === undefined
      ? undefined
      : plainValue(text, 'day');
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
