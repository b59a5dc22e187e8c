// Words of a text, folded so that case and accents do not matter.
/** A word of a text, folded, and where it stands: UTF-16 offsets in the text as it was. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in any script, in order, as they are compared: without case, without accents.
 *
 * A word is a letter or a number and the letters, numbers, marks and invisible characters that follow it; apostrophes,
 * hyphens and underscores separate, and each pictograph is a word. Han, kana, Thai, Lao, Khmer and Burmese are written
 * without blanks: each of their characters gives a word together with the next one, the last of a run one alone, so that
 * any piece of a run is found as pairs that stand next to each other, and a single character as the beginning of a word.
 *
 * Compatibility forms are resolved, accents, points and invisible characters dropped, case folded; vowel signs and the
 * voice marks of kana are kept. A stroke counts as an accent (ł, đ, ø), and œ is oe. A word is folded alone: nothing
 * composes with what stands before it.
 *
 * @example
 * foldedWords('Don’t, Zoë!') //=> ['don', 't', 'zoe']
 * foldedWords('今天好') //=> ['今天', '天好', '好']
 */
export function foldedWords(text: string): readonly string[] {
  if (!notPlain.test(text)) return text.toLowerCase().match(plainWord) ?? [];
  const words: string[] = [];
  for (const found of text.match(word()) ?? []) {
    if (!notAscii.test(found)) words.push(found.toLowerCase());
    else
      for (const part of fold(found).match(run()) ?? []) for (const one of wordsOfRun(part)) words.push(one);
  }
  return words;
}

/**
 * The words of a text, and where they stand.
 *
 * @example
 * wordsOf('Oh, Zoë!') //=> [{ folded: 'oh', start: 0, end: 2 }, { folded: 'zoe', start: 4, end: 7 }]
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: found, index: start } of text.matchAll(notPlain.test(text) ? word() : plainWord)) {
    if (!notAscii.test(found)) words.push({ folded: found.toLowerCase(), start, end: start + found.length });
    else addWordsIn(found, start, words);
  }
  return words;
}

/**
 * The folded words of a text with blanks between them, as the tokenizer `ascii` of SQLite's FTS5 is fed: splitting the
 * line as that tokenizer does gives the words of `foldedWords`, in their order. A text that it would split like that
 * anyway may be returned as it is.
 *
 * @example
 * wordLine('Łódź, naïve—’tis') //=> 'lodz naive tis'
 */
export function wordLine(text: string): string {
  return notPlain.test(text) ? foldedWords(text).join(' ') : text.replace(/[\u0080-\uffff]/g, ' ');
}

/**
 * A whole text, folded as its words are. Each word of the text occurs in it; what occurs in it need not be a word.
 *
 * @example
 * foldText('Straße, ΣΟΦΟΣ, ﬁn') //=> 'strasse, σοφοσ, fin'
 */
export function foldText(text: string): string {
  // Else what separates might compose with the word after it: ㉠ is a letter once it is folded.
  return notPlain.test(text) ? fold(text.replace(separator(), ' ')) : text.toLowerCase();
}

/**
 * Whether a folded word is of a script without blanks: then it is a pair of characters, or the last one of a run.
 *
 * @example
 * isUnspaced('今天') //=> true
 */
export function isUnspaced(folded: string): boolean {
  return folded >= '\u0080' && beginsUnspaced().test(folded);
}

const notAscii = /[\u0080-\uffff]/;
/** Neither ASCII nor a separator that is common beside it: quotes, dashes, money, blanks. */
const notPlain =
  // eslint-disable-next-line no-control-regex
  /[^\u0000-\u007f\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02bb\u02bc\u2010-\u2027\u20ac\u2212\ufffd]/;
const plainWord = /[a-z0-9]+/gi;

/** The modifier apostrophes are apostrophes. */
const letter = '[[\\p{L}\\p{N}]--[\\u02bb\\u02bc]]';
/** The plain signs and the letters in squares are none. */
const sign =
  '[\\p{Extended_Pictographic}--[\\u00a9\\u00ae\\u203c-\\u2319\\u24c2\\u3030-\\u3299\\u{1f100}-\\u{1f16f}\\u{1f200}-\\u{1f2ff}]]';
/** A flag is two letters of its own. */
const pictograph = `${sign}|\\p{RI}{2}`;
/** Made where it is first needed: to work out its classes of letters takes milliseconds, and plain text needs none of them. */
const whenNeeded = (pattern: string, flags: string): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(pattern, flags));
};
/** The stroke that stretches words of Arabic begins none. */
const word = whenNeeded(`[${letter}--\\u0640][${letter}\\p{M}\\p{Cf}]*|${pictograph}`, 'gv');
const separator = whenNeeded(`[[^\\u0000-\\u007f\\p{M}\\p{Cf}\\p{RI}]--${letter}--${sign}]`, 'gv');

const unspaced =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3006\\u3031-\\u3035\\u303c\\u30fc]';
/** A word of another script does not begin with a mark. */
const beginsUnspaced = whenNeeded(`^[${unspaced}\\p{M}]`, 'v');
const runOf = (letters: string): string => `${letters}[${letters}\\p{M}]*`;
/** What of a folded word is of scripts of one kind. */
const run = whenNeeded(
  `${runOf(`[${letter}&&${unspaced}]`)}|${runOf(`[${letter}--${unspaced}]`)}|${pictograph}`,
  'gv',
);
/** A character and what hangs on it, the voice marks of half the width as well. */
const cluster = /.(?:[\p{M}\p{Cf}\u0640\uff9e\uff9f])*/gsu;

function wordsOfRun(run: string): readonly string[] {
  if (!isUnspaced(run)) return [run];
  const characters = Array.from(run);
  return characters.map((one, at) => one + (characters[at + 1] ?? ''));
}

/** Adds the words of what was found in a text at `start`. */
function addWordsIn(found: string, start: number, words: Word[]): void {
  const folded = fold(found);
  const places = placesOf(found, folded);
  for (const { 0: part, index } of folded.matchAll(run())) {
    let at = index;
    for (const one of wordsOfRun(part)) {
      const [first = 0] = places[at] ?? [];
      const [, last = 0] = places[at + one.length - 1] ?? [];
      words.push({ folded: one, start: start + first, end: start + last });
      at += (one.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
    }
  }
}

/**
 * Where each unit of a folded word comes from: from one unit where folding changed nothing, else from the whole cluster, or
 * from all that was found where pieces composed across clusters, such as those of Hangul.
 */
function placesOf(found: string, folded: string): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  let together = '';
  const parts = found === folded ? [{ 0: found, index: 0 }] : found.matchAll(cluster);
  for (const { 0: part, index } of parts) {
    const made = fold(part);
    for (let unit = 0; unit < made.length; unit += 1) {
      places.push(made === part ? [index + unit, index + unit + 1] : [index, index + part.length]);
    }
    together += made;
  }
  return together === folded ? places : Array.from({ length: folded.length }, () => [0, found.length]);
}

/**
 * Accents; points and cantillation of Hebrew; vowel points, signs of recitation and the stroke that stretches words of
 * Arabic; variation selectors; invisible characters. Other marks are what vowels are written with.
 */
const vanishing =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\p{Variation_Selector}\p{Cf}]/gu;
const plainForms: Readonly<Record<string, string>> = {
  ς: 'σ',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
};

function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(vanishing, '')
      // The capital ẞ becomes SS only by way of ß.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(/[ςłđøħŧæœ\u02bb\u02bc]/g, (one) => plainForms[one] ?? ' ')
      .normalize('NFC')
  );
}
