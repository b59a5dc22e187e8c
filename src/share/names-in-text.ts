// Names that the journal knows, in a text that is to leave it.
import { literally } from '../domain/banks/own-words.ts';
import { linkedName, shownText } from '../domain/text/plain-text.ts';
import { capital } from '../pages/text/words.ts';

/** A name as it is written in a text, and how often. */
export interface NameInText {
  readonly form: string;
  readonly times: number;
}

interface Match {
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The names that stand in a text as whole words, in the order in which they come, each way of writing one by itself. Of `K. and D.`
 * each of the two is a name, and so is `Dana` of `Dana Marks`.
 *
 * @param names - Those that entries are about.
 *
 * @example
 * namesIn('I told D. that Jo and D wait.', ['D.', 'jo'])
 * //=> [{ form: 'D.', times: 1 }, { form: 'Jo', times: 1 }, { form: 'D', times: 1 }]
 */
export function namesIn(text: string, names: Iterable<string>): readonly NameInText[] {
  const times = new Map<string, number>();
  for (const { form } of matchesIn(text, [...names].flatMap(partsOf))) {
    times.set(form, (times.get(form) ?? 0) + 1);
  }
  return Array.from(times, ([form, count]) => ({ form, times: count }));
}

/**
 * A text with other words in the place of a name, a capital letter where a sentence begins with them. The full stop of a sentence that
 * ended in an initial stays.
 *
 * @param form - The name as it is written in the text.
 *
 * @example
 * withoutName('I asked D. She and Dana know. D. waits.', 'D.', 'my lead')
 * //=> 'I asked my lead. She and Dana know. My lead waits.'
 */
export function withoutName(text: string, form: string, instead: string): string {
  let changed = '';
  let end = 0;
  for (const { form: found, from, to } of matchesIn(text, [{ name: form, isExact: true }])) {
    if (found !== form) continue;
    const endsSentence = found.endsWith('.') && /^(?:\s*$|\s+["“‘(]?\p{Lu})/u.test(text.slice(to));
    const stop = endsSentence && !/[.!?…]$/.test(instead) ? '.' : '';
    changed +=
      text.slice(end, from) + (beginsSentence(text.slice(0, from)) ? capital(instead) : instead) + stop;
    end = to;
  }
  return changed + text.slice(end);
}

/** Whether a sentence begins after a text, perhaps with a quotation. */
function beginsSentence(before: string): boolean {
  const said = before.replace(/["“‘(]$/u, '');
  if (said === '' || said.endsWith('\n')) return true;
  return /\s$/.test(said) && /[.!?…]["”’)]?$/u.test(said.trimEnd());
}

/** The words that join two names in one. */
const BETWEEN_NAMES = /[,;&+/]|\s(?:and|und|et|y|e)\s/u;
/** Words that each begin with a capital: first and last names. */
const FULL_NAME = /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u;
/** Shorter ones are initials, or stand before the name of a team. */
const FIRST_OR_LAST = /^(?!The$).{3,}/u;

/** A name that is looked for. */
interface SoughtName {
  readonly name: string;
  /** Its capitals count. */
  readonly isExact: boolean;
}

/** A name, the names that it is made of, and the first and last names in these. */
function partsOf(about: string): readonly SoughtName[] {
  const whole = linkedName(shownText(about));
  const parts = whole.split(BETWEEN_NAMES).map((part) => part.trim());
  const words = parts
    .filter((part) => FULL_NAME.test(part))
    .flatMap((part) => part.split(' ').filter((word) => FIRST_OR_LAST.test(word)));
  return [
    ...[whole, ...parts].map((name) => ({ name, isExact: false })),
    ...words.map((name) => ({ name, isExact: true })),
  ];
}

/** Where the names stand, the longest where several do. */
function matchesIn(text: string, names: readonly SoughtName[]): readonly Match[] {
  const found = names.flatMap((name) => {
    const pattern = patternOf(name);
    if (pattern === undefined) return [];
    return Array.from(text.matchAll(pattern), ({ 0: form, index }): Match => {
      return { form, from: index, to: index + form.length };
    });
  });
  const inOrder = found.toSorted((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  return inOrder.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Scripts that put no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTER = String.raw`[\p{L}\p{N}\p{M}_]`;

/** Of an initial the capital counts, since a and i are words; the stop behind it may be missing, unless it is one of these two. */
function patternOf({ name, isExact }: SoughtName): RegExp | undefined {
  const core = name.replace(/\.$/, '').trim();
  if (!/[\p{L}\p{N}]/u.test(core)) return undefined;
  const isInitial = /^\P{M}\p{M}*$/u.test(core);
  const hasStop = isInitial || name.endsWith('.');
  const stop = hasStop ? (/^[AI]$/.test(core) ? String.raw`\.` : String.raw`\.?`) : '';
  const written = [...new Set([core.normalize('NFC'), core.normalize('NFD')])].map(literally).join('|');
  const around = UNSPACED.test(core) ? ['', ''] : [`(?<!${LETTER})`, `(?!${LETTER})`];
  return new RegExp(`${around[0]}(?:${written})${stop}${around[1]}`, isInitial || isExact ? 'gu' : 'giu');
}
