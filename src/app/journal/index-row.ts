// The row that an index keeps of an entry, and how an index is asked.
// What an index keeps of an entry, and what it is asked.
import type { Day } from '../../domain/time/day.ts';
import { isInOwnPlace } from '../../domain/entry/copies.ts';
import { type Entry, placeInTime, type StoredEntry } from '../../domain/entry/entry.ts';
import { headTexts } from '../../domain/search/narrow-search.ts';
import { entryIn, itemsIn } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { daysLookedBackOn, type Query } from '../../domain/search/query.ts';
import { type Search, searchTexts, type Term } from '../../domain/search/search.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { wordLine } from '../../domain/text/folding.ts';

/** What a full-text index keeps of an entry, to narrow a query down. The entry itself decides whether it matches. */
export interface IndexRow {
  /** Whole minutes since 1970 of the moment it is about; they put the rows in order. */
  readonly minute: number;
  readonly day: Day;
  /** The words of everything that is searched. */
  readonly words: string;
  /** The words of what a list shows of it. */
  readonly head: string;
  /** One word for each thing that a filter may ask for. */
  readonly facts: string;
  /** References to its own plans and guesses. */
  readonly plans: readonly string[];
  /** References to what it closes, and to what it gives another date. */
  readonly closes: readonly string[];
  readonly moves: readonly string[];
  /** Whether it counts whatever copies elsewhere there are. */
  readonly counts: boolean;
}

/**
 * What a full-text index keeps of an entry.
 *
 * @example
 * indexRow(stored).facts //=> 'bankxmember idxk3x8m2p9qa rolexmember aboutxdx askedxmemberxfelt'
 */
export function indexRow(stored: StoredEntry): IndexRow {
  const { entry } = stored;
  const { day } = entry;
  const spoken = resolutionsIn(entry);
  return {
    minute: Math.floor(placeInTime(entry) / 60_000),
    day,
    words: wordLine(searchTexts(entry).join('\n')),
    head: wordLine(headTexts(entry).join('\n')),
    facts: factsOf(entry),
    plans: itemsIn(entry).map(({ reference }) => reference),
    closes: spoken.flatMap(({ reference, moves }) => (moves === undefined ? [reference] : [])),
    moves: spoken.flatMap(({ reference, moves }) => (moves === undefined ? [] : [reference])),
    counts: isInOwnPlace(stored),
  };
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\u0000-\u007f]*$/;
const SEPARATES = /[^a-z0-9\u0080-\uffff]/g;

/** One word to the index: what separates words is replaced. Two values may come out alike; they are only narrowed down. */
function fact(kind: string, value: string): string {
  const line = oneLine(value);
  const folded = (ASCII.test(line) ? line : line.normalize('NFC')).toLowerCase();
  return `${kind}x${folded.replace(SEPARATES, 'x')}`;
}

function factsOf({ bank, role, about, tags, id, answers }: Entry): string {
  const facts = [fact('bank', bank), fact('id', id)];
  if (role !== null) facts.push(fact('role', role));
  if (about !== null) facts.push(fact('about', about));
  for (const tag of tags) facts.push(fact('tag', tag));
  for (const { question } of answers) facts.push(`askedx${question.replaceAll('-', 'x')}`);
  for (const { closes, continues } of answers) {
    for (const reference of [closes, continues]) {
      if (reference !== undefined) facts.push(fact('back', entryIn(reference)));
    }
  }
  return facts.join(' ');
}

/** How a full-text index is asked: an expression of FTS5, and the days that come into question. */
export interface Narrowing {
  readonly match: string | undefined;
  readonly since: Day | undefined;
  readonly until: Day | undefined;
  /** One of these days. */
  readonly days: readonly Day[] | undefined;
}

/**
 * Turns a query into one for a full-text index with the columns `words`, `head` and `facts`. It may find more than the query asks
 * for, never less.
 *
 * @param oldest - The oldest day in the index; no other is looked back on.
 *
 * @example
 * narrowing({ role: 'member' }, '2020-01-01').match //=> '(facts : ("rolexmember"))'
 */
export function narrowing(query: Query, oldest: Day): Narrowing {
  const { banks, role, about, tags = [], id, question, looksBackOn, search, narrow } = query;
  const { since, until, onThisDay } = query;
  const wanted = [
    ...some(search?.wanted).map((term) => `(words : ${phrase(term)})`),
    ...some(narrow?.wanted).map((term) => `({words head} : ${phrase(term)})`),
    ...(banks && banks.length > 0 ? [oneOf(banks.map((bank) => fact('bank', bank)))] : []),
    ...(role === undefined ? [] : [oneOf([fact('role', role)])]),
    ...(about === undefined || oneLine(about) === '' ? [] : [oneOf([fact('about', about)])]),
    ...tags.map((tag) => oneOf([fact('tag', tag)])),
    ...(question === undefined ? [] : [oneOf([fact('asked', question)])]),
    ...(looksBackOn === undefined ? [] : [oneOf([fact('back', looksBackOn)])]),
    ...(id === undefined ? [] : [oneOf([fact('id', id)], ' *')]),
  ];
  return {
    match:
      wanted.length === 0
        ? undefined
        : wanted.join(' AND ') + without('words', search) + without('{words head}', narrow),
    since,
    until,
    days: onThisDay === undefined ? undefined : daysLookedBackOn(onThisDay, oldest),
  };
}

/**
 * Only single words: the index does not know where one text of an entry ends and the next begins, and so it would leave out
 * what has a phrase across two of them.
 */
function without(columns: string, search: Search | undefined): string {
  const single = (search?.unwanted ?? []).filter(({ words }) => words.length === 1);
  return some(single)
    .map((term) => ` NOT (${columns} : ${phrase(term)})`)
    .join('');
}

/** FTS5 takes no expression of any depth. What is left out here narrows less. */
const MOST_TERMS = 60;

function some(terms: readonly Term[] = []): readonly Term[] {
  return terms.slice(0, MOST_TERMS);
}

function phrase({ words, prefix }: Term): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}

function oneOf(facts: readonly string[], prefix = ''): string {
  return `(facts : (${facts.map((one) => `"${one}"${prefix}`).join(' OR ')}))`;
}
