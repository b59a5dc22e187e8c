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
 * @example
 * wordsOf('Don’t, Zoë!') //=> [{ folded: 'don', start: 0, end: 3 }, { folded: 't', … }, { folded: 'zoe', start: 7, end: 10 }]
 * wordsOf('今天好').map(({ folded }) => folded) //=> ['今天', '天好', '好']
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  eachPart(text, (start, end, seen) => {
    if (seen & (ENTANGLED | UNSPACED)) addWordsOfPart(text, start, end, seen, words);
    else words.push({ folded: foldedPart(text, start, end, seen), start, end });
  });
  return words;
}

/**
 * The folded words of a text with blanks between them, as the tokenizer `ascii` of SQLite's FTS5 is fed: splitting the
 * line as that tokenizer does gives the words of `wordsOf`, in their order. A text that it would split like that anyway
 * may be returned as it is.
 *
 * @example
 * wordLine('Łódź, naïve—’tis') //=> 'lodz naive tis'
 */
export function wordLine(text: string): string {
  if (!notAscii.test(text)) return text;
  return notPlain.test(text) ? foldedLine(text) : withPlainPunctuation(text);
}

/**
 * A whole text, folded as its words are. Each word that `wordsOf` finds in the text occurs in it; what occurs in it need
 * not be a word.
 *
 * Compatibility forms are resolved, accents, points and invisible characters dropped, case folded; vowel signs and the
 * voice marks of kana are kept. A stroke counts as an accent (ł, đ, ø), and œ is oe.
 *
 * @example
 * foldText('Straße, ΣΟΦΟΣ, ﬁn') //=> 'strasse, σοφοσ, fin'
 */
export function foldText(text: string): string {
  if (!notAscii.test(text)) return text.toLowerCase();
  // Else what separates might compose with the word after it: ㉠ is a letter once it is folded.
  return notPlain.test(text) ? fold(text.replace(separator, ' ')) : withPlainPunctuation(text.toLowerCase());
}

/**
 * Whether a folded word is of a script without blanks: then it is a pair of characters, or the last one of a run.
 *
 * @example
 * isUnspaced('今天') //=> true
 */
export function isUnspaced(folded: string): boolean {
  return folded.charCodeAt(0) > 0x7f && beginsUnspaced.test(folded);
}

/* The kinds of UTF-16 units. Looking them up costs a hundredth of asking regular expressions. */
const SEPARATOR = 1;
const ASCII = 2;
const CAPITAL = 4;
/** A letter or number that folds to one unit, whatever stands beside it. */
const LETTER = 8;
/** The same in a script without blanks. */
const UNSPACED = 16;
/** Nothing is left of it when a word is folded. */
const VANISHING = 32;
/** A mark that stays as it is, whatever stands beside it. */
const MARK = 64;
/** A mark whose place among other such marks may change. */
const REORDERED = 128;
/** What can only be told together with what stands beside it: halves of pairs, marks that compose, Hangul in pieces. */
const ENTANGLED = 256;

/** Of each unit its kind and, above that, what it folds to; 0 where not yet known. */
const KIND_BITS = 9;
const KIND = 2 ** KIND_BITS - 1;
const table = new Uint32Array(0x1_0000);

for (let unit = 0; unit < 0x80; unit += 1) {
  const letter = String.fromCharCode(unit);
  const small = letter.toLowerCase();
  const isWord = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
  table[unit] = isWord ? remembered(small === letter ? ASCII : ASCII | CAPITAL, small) : SEPARATOR;
}

function remembered(kind: number, folded: string): number {
  return kind | (folded.charCodeAt(0) << KIND_BITS);
}

// eslint-disable-next-line no-control-regex
const notAscii = /[^\u0000-\u007f]/;
/** Separators that are common beside ASCII: quotes, dashes, money, blanks. The modifier apostrophes are apostrophes. */
const commonSeparators =
  '\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02bb\u02bc\u2010-\u2027\u20ac\u2212\ufffd';
const commonSeparator = new RegExp(`[${commonSeparators}]`);
const allCommonSeparators = new RegExp(commonSeparator, 'g');
/** Neither ASCII nor one of these. */
const notPlain = new RegExp(`[^\\u0000-\\u007f${commonSeparators}]`);

/** What is neither ASCII nor part of a word or a pictograph. */
const separator =
  // eslint-disable-next-line no-control-regex
  /[\u02bb\u02bc]|[^\u0000-\u007f\p{L}\p{N}\p{M}\p{Cf}\p{Regional_Indicator}\p{Extended_Pictographic}]/gu;

function withPlainPunctuation(text: string): string {
  return text.replace(allCommonSeparators, ' ');
}

/**
 * Accents; points and cantillation of Hebrew; vowel points, signs of recitation and the stroke that stretches words of
 * Arabic; variation selectors; invisible characters. Other marks are what vowels are written with.
 */
const vanishing =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\p{Variation_Selector}\p{Cf}]/gu;
const undecomposed = /[ςłđøħŧæœ\u02bb\u02bc]/g;
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
      .replace(undecomposed, (letter) => plainForms[letter] ?? ' ')
      .normalize('NFC')
  );
}

const beginsWord = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const inWordOrPictograph = /[\p{L}\p{N}\p{M}\p{Cf}\p{Extended_Pictographic}]/u;
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3006\u3031-\u3035\u303c\u30fc]/u;
/** A word of another script does not begin with a mark. */
const beginsUnspaced = new RegExp(`^(?:${unspaced.source}|${mark.source})`, 'u');
/** Marks that compose with the letter before them. */
const composing =
  /[\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1b35\u3099\u309a]/;
const pieceOfHangul = /[\u1100-\u11ff]/;
/** Words and pictographs; a flag is two letters of its own. The plain signs and the letters in squares are none. */
const wordOrPictograph =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*|\p{Regional_Indicator}{2}|(?![\u00a9\u00ae\u203c-\u2319\u24c2\u3030-\u3299\u{1f100}-\u{1f16f}\u{1f200}-\u{1f2ff}])\p{Extended_Pictographic}/gu;
/** A character and what hangs on it, the voice marks of half the width as well. */
const cluster = /.(?:[\p{M}\p{Cf}\uff9e\uff9f])*/gsu;

/**
 * Visits the parts of a text that surely hold words of their own, in order, with the kinds of their units. Most parts are
 * one word; where kinds are entangled, or of a script without blanks, the part has to be looked at more closely.
 */
function eachPart(text: string, visit: (start: number, end: number, seen: number) => void): void {
  const { length } = text;
  let start = 0;
  while (start < length) {
    let known = lookUp(text.charCodeAt(start));
    if (known & (SEPARATOR | VANISHING)) {
      start += 1;
      continue;
    }
    // No word begins with a mark.
    let seen = known & MARK ? known | ENTANGLED : known;
    let end = start + 1;
    while (end < length) {
      known = lookUp(text.charCodeAt(end));
      if (known & SEPARATOR) break;
      seen |= known;
      end += 1;
    }
    visit(start, end, seen & REORDERED && reorders(text, start, end) ? seen | ENTANGLED : seen);
    start = end;
  }
}

/** Whether marks stand beside each other whose order may change. */
function reorders(text: string, start: number, end: number): boolean {
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const known = lookUp(text.charCodeAt(at));
    if (known & REORDERED && before & (REORDERED | VANISHING)) return true;
    before = known;
  }
  return false;
}

/** The one word of a part whose units fold one by one. */
function foldedPart(text: string, start: number, end: number, seen: number): string {
  if ((seen & KIND & ~(ASCII | CAPITAL)) === 0) {
    const part = text.slice(start, end);
    return seen & CAPITAL ? part.toLowerCase() : part;
  }
  let folded = '';
  for (let at = start; at < end; at += 1) {
    const known = lookUp(text.charCodeAt(at));
    if (!(known & VANISHING)) folded += String.fromCharCode(known >> KIND_BITS);
  }
  return folded;
}

/** Most lines fit in; it is kept from text to text, since making one costs as much as filling it. */
const usualUnits = new Uint16Array(0x2000);
/** As many units as can surely be handed to one function. */
const atOnce = 0x2000;
const BLANK = 0x20;

function foldedLine(text: string): string {
  let units: Uint16Array = usualUnits;
  let used = 0;
  const beginWord = (length: number): void => {
    if (used + length + 1 > units.length) {
      const before = units;
      units = new Uint16Array(2 * (used + length + 1));
      units.set(before);
    }
    if (used > 0) units[used++] = BLANK;
  };
  eachPart(text, (start, end, seen) => {
    if (seen & (ENTANGLED | UNSPACED)) {
      const words: Word[] = [];
      addWordsOfPart(text, start, end, seen, words);
      for (const { folded } of words) {
        beginWord(folded.length);
        for (let at = 0; at < folded.length; at += 1) units[used++] = folded.charCodeAt(at);
      }
    } else {
      beginWord(end - start);
      for (let at = start; at < end; at += 1) {
        const known = lookUp(text.charCodeAt(at));
        if (!(known & VANISHING)) units[used++] = known >> KIND_BITS;
      }
    }
  });
  let line = '';
  for (let at = 0; at < used; at += atOnce) {
    const some = units.subarray(at, Math.min(at + atOnce, used));
    line += Reflect.apply(String.fromCharCode, undefined, some);
  }
  return line;
}

function addWordsOfPart(text: string, start: number, end: number, seen: number, words: Word[]): void {
  if (seen & ENTANGLED) addEntangledWords(text.slice(start, end), start, words);
  else addWords(charactersOfUnits(text, start, end), words);
}

/** What the table says of a UTF-16 unit. The regular expressions below are compiled only when a text needs them. */
function lookUp(unit: number): number {
  return table[unit] || learn(unit);
}

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  const kind = kindOfLetter(letter);
  const known = remembered(kind, kind & (LETTER | UNSPACED) ? fold(letter) : letter);
  table[unit] = known;
  return known;
}

function kindOfLetter(letter: string): number {
  if (commonSeparator.test(letter)) return SEPARATOR;
  if (letter >= '\ud800' && letter <= '\udfff') return ENTANGLED;
  if (!inWordOrPictograph.test(letter)) return SEPARATOR;
  const folded = fold(letter);
  if (folded === '') return VANISHING;
  if (folded.length > 1 || pieceOfHangul.test(folded) || composing.test(folded)) return ENTANGLED;
  if (beginsWord.test(letter) && beginsWord.test(folded)) return unspaced.test(folded) ? UNSPACED : LETTER;
  if (!mark.test(letter) || folded !== letter) return ENTANGLED;
  // U+0334 has the lowest class of all marks whose order counts, so it goes before any other.
  return `${letter}\u0334`.normalize('NFD') === `${letter}\u0334` ? MARK : MARK | REORDERED;
}

/** A folded character (a code point) and what of the text it was made of. */
interface Character extends Word {
  readonly kind: number;
}

function charactersOfUnits(text: string, start: number, end: number): Character[] {
  const characters: Character[] = [];
  for (let at = start; at < end; at += 1) {
    const known = lookUp(text.charCodeAt(at));
    const folded = String.fromCharCode(known >> KIND_BITS);
    if (!(known & VANISHING)) characters.push({ folded, start: at, end: at + 1, kind: known & KIND });
  }
  return characters;
}

/** Adds the words of a part of a text that begins at `offset`. */
function addEntangledWords(part: string, offset: number, words: Word[]): void {
  for (const match of part.matchAll(wordOrPictograph)) {
    const [found] = match;
    const start = offset + match.index;
    if (beginsWord.test(found)) addWords(charactersOfWord(found, start), words);
    else words.push({ folded: found, start, end: start + found.length });
  }
}

function charactersOfWord(word: string, offset: number): Character[] {
  const characters: Character[] = [];
  let all = '';
  for (const match of word.matchAll(cluster)) {
    const [found] = match;
    const folded = fold(found);
    all += folded;
    addCharacters(found, folded, offset + match.index, characters);
  }
  const whole = fold(word);
  if (whole === all) return characters;
  // Pieces that composed across clusters, such as those of Hangul: no character has a place of its own.
  const end = offset + word.length;
  return Array.from(whole, (folded) => ({ folded, start: offset, end, kind: kindOfCharacter(folded) }));
}

/** Each folded character stands for one of the cluster where folding kept their number, else for all of it. */
function addCharacters(cluster: string, folded: string, offset: number, characters: Character[]): void {
  const sources = Array.from(cluster);
  const targets = Array.from(folded);
  let start = offset;
  for (const [index, target] of targets.entries()) {
    const length = sources.length === targets.length ? (sources[index] ?? '').length : cluster.length;
    characters.push({ folded: target, start, end: start + length, kind: kindOfCharacter(target) });
    if (sources.length === targets.length) start += length;
  }
}

/** Of a character that is folded already: as `lookUp`, and told of pairs and of what composed, too. */
function kindOfCharacter(folded: string): number {
  const kind = folded.length === 1 ? lookUp(folded.charCodeAt(0)) & KIND : ENTANGLED;
  if (kind !== ENTANGLED) return kind;
  if (beginsWord.test(folded)) return unspaced.test(folded) ? UNSPACED : LETTER;
  return mark.test(folded) ? MARK : SEPARATOR;
}

/** Adds the words of characters in order. Marks go with the letter before them. */
function addWords(characters: readonly Character[], words: Word[]): void {
  let run: Character[] = [];
  let kindOfRun = SEPARATOR;
  for (const one of characters) {
    const kind =
      one.kind & MARK
        ? kindOfRun
        : one.kind & UNSPACED
          ? UNSPACED
          : one.kind & SEPARATOR
            ? SEPARATOR
            : LETTER;
    if (kind !== kindOfRun) {
      addRun(run, kindOfRun, words);
      run = [];
      kindOfRun = kind;
    }
    if (kind !== SEPARATOR) run.push(one);
  }
  addRun(run, kindOfRun, words);
}

function addRun(run: readonly Character[], kind: number, words: Word[]): void {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  if (kind === LETTER) {
    const folded = run.map((one) => one.folded).join('');
    words.push({ folded, start: first.start, end: last.end });
    return;
  }
  for (const [index, one] of run.entries()) {
    const next = run[index + 1];
    words.push({ folded: one.folded + (next?.folded ?? ''), start: one.start, end: next?.end ?? one.end });
  }
}
