// A search for words: reading what was typed, and finding it in texts.
import type { Answer, Commitment } from '../entry/answer.ts';
import type { Entry } from '../entry/entry.ts';
import { foldedWords, isUnspaced, type Word, wordsOf } from '../text/folding.ts';

/** Folded words that stand next to each other in a text, in this order; with `prefix` the last is the beginning of one. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** The terms that are searched for: every wanted term has to be there, and no unwanted one. */
export interface Search {
  readonly wanted: readonly Term[];
  readonly unwanted: readonly Term[];
}

/** A place in a text: UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads what a person typed to search. Nothing is an error; what has no words means nothing.
 *
 * Words are separated by white space, and all are wanted. Quotes of any kind hold a phrase, the last one to the end if it
 * is not closed; a star after a word makes it the beginning of one; a hyphen before a word or a phrase makes it unwanted.
 * What splits into several words (don't, 3.5, follow-up) is a phrase. A single character of a script without blanks is
 * found wherever it stands.
 *
 * @example
 * parseSearch('deleg* -"status report"')
 * //=> { wanted: [{ words: ['deleg'], prefix: true }], unwanted: [{ words: ['status', 'report'], prefix: false }] }
 */
export function parseSearch(typed: string): Search {
  const wanted = new Map<string, Term>();
  const unwanted = new Map<string, Term>();
  for (const { groups = {} } of typed.matchAll(typedTerm)) {
    const { sign, phrase, star = '', word = '' } = groups;
    const term = termFrom(phrase === undefined ? word : phrase + star);
    if (term !== undefined) (sign === undefined ? wanted : unwanted).set(JSON.stringify(term), term);
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}

/**
 * Whether there is nothing in a search that could be searched for.
 *
 * @example
 * isEmptySearch(parseSearch('-- !')) //=> true
 */
export function isEmptySearch({ wanted, unwanted }: Search): boolean {
  return wanted.length === 0 && unwanted.length === 0;
}

/**
 * The texts of an entry that are searched: its questions as they were asked and what was answered in words or with a day, its tags,
 * and what was added by hand. Scales, likelihoods and reasons to skip are no words.
 *
 * @example
 * searchTexts(entry) //=> ['What did you feel in that moment?', 'Small.']
 */
export function searchTexts({ answers, tags, extra }: Entry): readonly string[] {
  const texts = [
    ...answers.flatMap((answer) => [answer.asked, ...answerTexts(answer)]),
    ...tags,
    ...extra.sections.map(({ text }) => text),
    extra.front,
  ];
  return texts.filter((text) => text !== '');
}

/**
 * Whether texts hold what is searched for. Each wanted term has to stand within one of them, which need not be the same
 * for all; an unwanted one in none. An empty search finds nothing.
 *
 * @example
 * matchesSearch(['I waited.', 'They asked.'], parseSearch('asked waited -told')) //=> true
 */
export function matchesSearch(texts: readonly string[], search: Search): boolean {
  if (isEmptySearch(search)) return false;
  const split = texts.map(foldedWords);
  const stands = (term: Term): boolean => split.some((words) => hasTerm(words, term));
  return search.wanted.every(stands) && !search.unwanted.some(stands);
}

/**
 * How many different words, or phrases, of the texts the wanted terms match; the beginning of a word may match several.
 *
 * @example
 * distinctWordsMatched(['Ask, asking: ask!'], parseSearch('ask*')) //=> 2
 */
export function distinctWordsMatched(texts: readonly string[], { wanted }: Search): number {
  const found = new Set<string>();
  for (const words of texts.map(foldedWords)) {
    for (const term of wanted) {
      for (const at of placesOf(words, term)) found.add(words.slice(at, at + term.words.length).join(' '));
    }
  }
  return found.size;
}

/**
 * The places in a text that wanted terms match, in order; those that overlap or touch are one.
 *
 * A word is marked whole, also where only its beginning was searched; in scripts without blanks only the characters that
 * were searched are, with what hangs on the last of them.
 *
 * @example
 * marksIn('Don’t ask', parseSearch('"don\'t" as*')) //=> [{ start: 0, end: 5 }, { start: 6, end: 9 }]
 * marksIn('我们今天好', parseSearch('今天')) //=> [{ start: 2, end: 4 }]
 */
export function marksIn(text: string, { wanted }: Search): readonly Span[] {
  if (wanted.length === 0) return [];
  const words = wordsOf(text);
  const folded = words.map((word) => word.folded);
  const marks = wanted.flatMap((term) => placesOf(folded, term).map((at) => markOf(text, words, at, term)));
  const merged: Span[] = [];
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < mark.start) merged.push(mark);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, mark.end) };
  }
  return merged;
}

/**
 * A quick look at the folded text of a whole file: false only if a search cannot match what is in it.
 *
 * @param foldedRaw - `foldText` of the file, in which every searched text stands as it is.
 *
 * @example
 * mayMatchSearch(foldText('I waited.'), parseSearch('asked')) //=> false
 */
export function mayMatchSearch(foldedRaw: string, { wanted }: Search): boolean {
  return wanted.every(({ words }) => words.every((word) => foldedRaw.includes(word)));
}

const quotes = '"“”„«»';
/** A hyphen is a sign only where a typed word begins. */
const typedTerm = new RegExp(
  `(?<sign>(?<!\\S)-)?(?:[${quotes}](?<phrase>[^${quotes}]*)(?:[${quotes}](?<star>\\*?)|$)|(?<word>[^\\s${quotes}]+))`,
  'g',
);

function termFrom(typed: string): Term | undefined {
  const text = typed.replace(/(?<!\*)\*+$/, '');
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const folded = words.map((word) => word.folded);
  if (!isUnspaced(last.folded)) return { words: folded, prefix: text !== typed && last.end === text.length };
  // The last character of a run is searched by the pair that it ends, or where it is all of the run by its own.
  const before = words.at(-2);
  const isPaired = before !== undefined && isPair(before);
  return isPaired ? { words: folded.slice(0, -1), prefix: false } : { words: folded, prefix: true };
}

function isPair({ folded }: Word): boolean {
  return isUnspaced(folded) && Array.from(folded).length > 1;
}

function answerTexts(answer: Answer): readonly string[] {
  if (answer.skip !== null) return [];
  switch (answer.type) {
    case 'text':
    case 'date':
      return [answer.value];
    case 'choice':
      return [answer.legend ?? answer.value];
    case 'prediction':
      return [answer.value.expect, answer.value.sign ?? ''];
    case 'commitment':
      return textsOf(answer.value);
    case 'scale':
    case 'percent':
      return [];
  }
}

function textsOf({ when, then, because = '', obstacle = '', response = '' }: Commitment): readonly string[] {
  return [when ?? '', then, because, obstacle, response];
}

function hasTerm(words: readonly string[], term: Term): boolean {
  return words.some((_, at) => standsAt(words, at, term));
}

function placesOf(words: readonly string[], term: Term): readonly number[] {
  return [...words.keys()].filter((at) => standsAt(words, at, term));
}

function standsAt(words: readonly string[], at: number, term: Term): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, index) => {
    const word = words[at + index];
    return term.prefix && index === last ? word?.startsWith(wanted) === true : word === wanted;
  });
}

const hangingMarks = /\p{M}+/uy;

function markOf(text: string, words: readonly Word[], at: number, term: Term): Span {
  const lastAt = at + term.words.length - 1;
  const start = words[at]?.start ?? 0;
  const last = words[lastAt];
  if (last === undefined || !isUnspaced(last.folded)) return { start, end: last?.end ?? start };
  // Of a pair that begins with the one character searched for, the other is where the next word begins.
  const next = words[lastAt + 1];
  const isHalf = term.prefix && isPair(last) && next !== undefined && next.start > last.start;
  hangingMarks.lastIndex = isHalf ? next.start : last.end;
  const { lastIndex } = hangingMarks;
  return { start, end: hangingMarks.test(text) ? hangingMarks.lastIndex : lastIndex };
}
