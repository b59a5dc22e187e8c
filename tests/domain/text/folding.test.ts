import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords, foldText, isUnspaced, wordLine, wordsOf } from '../../../src/domain/text/folding.ts';
import { anyText } from '../any-text.ts';

describe('the words of a text', () => {
  test.each([
    ['English', 'Don’t ask; I WAITED (twice).', ['don', 't', 'ask', 'i', 'waited', 'twice']],
    [
      'numbers',
      'On 3.5 of 2026-11-22, 1,000 ½ x²',
      ['on', '3', '5', 'of', '2026', '11', '22', '1', '000', '1', '2', 'x2'],
    ],
    ['names in code', 'snake_case kebab-case a@b.c', ['snake', 'case', 'kebab', 'case', 'a', 'b', 'c']],
    [
      'German',
      'Straße, STRASSE, GROẞ: Ärger über Öl',
      ['strasse', 'strasse', 'gross', 'arger', 'uber', 'ol'],
    ],
    ['French', 'L’œuvre, aujourd’hui ÉLÈVE', ['l', 'oeuvre', 'aujourd', 'hui', 'eleve']],
    ['Polish', 'Zażółć gęślą jaźń, ŁÓDŹ', ['zazolc', 'gesla', 'jazn', 'lodz']],
    ['Danish', 'Ærø og Ålborg', ['aero', 'og', 'alborg']],
    ['Turkish', 'İSTANBUL ılık IŞIK ışık', ['istanbul', 'ilik', 'isik', 'isik']],
    ['Vietnamese', 'Đường phố Việt Nam', ['duong', 'pho', 'viet', 'nam']],
    ['Vietnamese, decomposed', 'Đường phố Việt'.normalize('NFD'), ['duong', 'pho', 'viet']],
    ['Greek', 'ΟΔΟΣ, οδός, Ὀδυσσεύς', ['οδοσ', 'οδοσ', 'οδυσσευσ']],
    ['Russian', 'Ёлка, её МОЙ', ['елка', 'ее', 'мои']],
    ['Ukrainian, with any apostrophe', "м'ята м’ята мʼята", ['м', 'ята', 'м', 'ята', 'м', 'ята']],
    ['Georgian capitals', 'ᲥᲐᲠᲗᲣᲚᲘ', ['ქართული']],
    ['Hebrew', 'שָׁלוֹם בֵּית־סֵפֶר', ['שלום', 'בית', 'ספר']],
    ['Arabic', 'مُحَمَّدٌ، أنا كـــتاب', ['محمد', 'انا', 'كتاب']],
    ['Persian, with its narrow blank', 'می\u200cخواهم', ['میخواهم']],
    ['Hindi', 'हिन्दी में लिखा।', ['हिन्दी', 'में', 'लिखा']],
    [
      'Hindi, either way of a nukta',
      '\u095e\u0948\u0938\u0932\u093e फ\u093c\u0948\u0938\u0932\u093e',
      ['फ़ैसला', 'फ़ैसला'],
    ],
    ['Tamil', 'தமிழ் மொழி', ['தமிழ்', 'மொழி']],
    ['Korean', '오늘은 팀이', ['오늘은', '팀이']],
    ['Korean, in pieces', '오늘'.normalize('NFD'), ['오늘']],
    ['Chinese', '今天我们。好', ['今天', '天我', '我们', '们', '好']],
    ['Chinese beside Latin', '用iPhone手机2台', ['用', 'iphone', '手机', '机', '2', '台']],
    ['Japanese', 'コーヒー、時々', ['コー', 'ーヒ', 'ヒー', 'ー', '時々', '々']],
    ['Japanese of half the width', 'ｶﾞｲﾄﾞ', ['ガイ', 'イド', 'ド']],
    ['Thai', 'ที่นี่', ['ที', 'ี่', '่น', 'นี', 'ี่', '่']],
    ['Thai, with AM', 'นำ', ['น\u0e4d', '\u0e4dา', 'า']],
    ['Lao', 'ລາວ', ['ລາ', 'າວ', 'ວ']],
    ['a rare Han character', '𠮷野家', ['𠮷野', '野家', '家']],
    ['full width', 'ＡＢＣ １２３', ['abc', '123']],
    ['ligatures', 'ﬁne oﬃce', ['fine', 'office']],
    ['a soft hyphen', 'dele\u00adgate', ['delegate']],
    ['pictographs', 'good👍🏽job 👩‍💻☕❤️', ['good', '👍', 'job', '👩', '💻', '☕', '❤']],
    ['flags and keys', '🇩🇪🇫🇷 1️⃣', ['🇩🇪', '🇫🇷', '1']],
    ['signs that are no pictographs', '© ® ™ → ✓ 5€', ['5']],
    ['halves of pairs', 'a\ud83db \udc00', ['a', 'b']],
    ['nothing', ' \n—…', []],
  ])('%s', (_, text, words) => {
    expect(foldedWords(text)).toEqual(words);
  });

  test.each([
    ['Don’t ask', ['Don', 't', 'ask']],
    ['ein Maß Öl', ['ein', 'Maß', 'Öl']],
    ['cafe\u0301!', ['cafe\u0301']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['我们iPhone', ['我们', '们', 'iPhone']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['ｶﾞｲﾄﾞ', ['ｶﾞｲ', 'ｲﾄﾞ', 'ﾄﾞ']],
    ['ที่', ['ที', 'ี่', '่']],
    ['นำ', ['นำ', 'ำ', 'ำ']],
    ['a½b', ['a½', '½b']],
    ['ok👍🏽', ['ok', '👍']],
  ])('in %s stand where they were read', (text, places) => {
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(places);
  });

  test('are the same with their places and without', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordsOf(text).map(({ folded }) => folded)).toEqual(foldedWords(text));
      }),
      { numRuns: 1500 },
    );
  });

  test('lie in order within the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text);
        for (const [index, { start, end }] of words.entries()) {
          const before = words[index - 1] ?? { start: 0, end: 0 };
          expect(start).toBeGreaterThanOrEqual(before.start);
          expect(end).toBeGreaterThanOrEqual(before.end);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('are those of a splitter without haste', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldedWords(text)).toEqual(slowWords(text));
      }),
      { numRuns: 2500 },
    );
  });

  test('are those of a splitter without haste, for each character and each before a mark and a letter', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x1_0000; code += 1) {
      const letter = String.fromCharCode(code);
      const text = `${letter} x${letter}\u0301${letter}y 今${letter}天 का${letter}`;
      if (foldedWords(text).join(' ') !== slowWords(text).join(' ')) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('say whether their script has blanks', () => {
    expect(['今天', '好', 'ที', '𠮷'].every(isUnspaced)).toBe(true);
    expect(['coffee', 'über', '오늘', 'हिन्दी', '👍', ''].some(isUnspaced)).toBe(false);
  });
});

describe('the line of words', () => {
  test.each([
    ['plain text stays as it is but for capitals', 'Don’t — I “waited”…', 'don t   i  waited  '],
    ['other text is folded', 'Łódź, naïve—’tis', 'lodz naive tis'],
    ['pairs of characters', '今天好', '今天 天好 好'],
    ['no words', '→', ''],
  ])('%s', (_, text, line) => {
    expect(wordLine(text)).toBe(line);
  });

  test('splits into the words as the tokenizer does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(asciiTokens(wordLine(text))).toEqual(foldedWords(text));
      }),
      { numRuns: 2500 },
    );
  });

  test('has room for long texts', () => {
    for (const text of ['naïve Straße ', '今天', 'ﷺ', 'हिन्दी', 'ein👍']) {
      const long = text.repeat(10_000);
      expect(wordLine(long)).toBe(foldedWords(long).join(' '));
    }
  });
});

describe('the folded text', () => {
  test.each([
    ['Straße, ΣΟΦΟΣ, ﬁn', 'strasse, σοφοσ, fin'],
    ['naïve—“Never”', 'naive  never '],
    ['ｶﾞ한'.normalize('NFD'), 'ガ한'],
  ])('of %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('holds all words of the text, which are folded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        for (const word of foldedWords(text)) {
          expect(folded).toContain(word);
          expect(foldText(word)).toBe(word);
        }
      }),
      { numRuns: 2500 },
    );
  });

  test('of a sign that is a letter once it is folded does not compose with the word after it', () => {
    for (const text of ['㉠ᅡ', '㉮ᆨ', '㉠\u0301ᅡ', '㋕ﾞか']) {
      expect(foldedWords(text)).toHaveLength(1);
      expect(foldText(text)).toContain(foldedWords(text).join(' '));
    }
  });

  test('holds the words beside each character that folding takes apart', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10_ffff; code += 1) {
      const letter = String.fromCodePoint(code);
      if (letter.normalize('NFKD') === letter) continue;
      const text = ['\u1161', '\u11a8', '\u{16d67}', '\u09be', '\u3099']
        .map((one) => `${letter}${one}か`)
        .join(' ');
      const folded = foldText(text);
      if (!foldedWords(text).every((word) => folded.includes(word))) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

/** As the tokenizer `ascii` of FTS5 splits. */
function asciiTokens(line: string): readonly string[] {
  const tokens = line.match(/[A-Za-z0-9\u0080-\uffff]+/g) ?? [];
  return tokens.map((token) => token.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
}

/** What words are, told once more and without haste. */
function slowWords(text: string): readonly string[] {
  const words: string[] = [];
  const pictograph = /^(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}$)/u;
  const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}/gu;
  for (const [part] of text.matchAll(word)) {
    if (pictograph.test(part) && !/^\p{L}/u.test(part)) {
      if (!/[©®‼-⌙Ⓜ〰-㊙]|[\u{1f100}-\u{1f16f}\u{1f200}-\u{1f2ff}]/u.test(part)) words.push(part);
      continue;
    }
    for (const [folded] of slowFold(part).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
      let run: string[] = [];
      let inRun = false;
      const end = (): void => {
        words.push(...(inRun ? run.map((one, at) => one + (run[at + 1] ?? '')) : [run.join('')]));
        run = [];
      };
      for (const letter of folded) {
        const isIn: boolean = /\p{M}/u.test(letter) ? inRun : unspacedScripts.test(letter);
        if (run.length > 0 && isIn !== inRun) end();
        inRun = isIn;
        run.push(letter);
      }
      end();
    }
  }
  return words;
}

const unspacedScripts =
  /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|\p{sc=Laoo}|\p{sc=Khmr}|\p{sc=Mymr}|[ー〆〱-〵〼]/u;

const accents = [
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
];

function slowFold(text: string): string {
  const kept = Array.from(text.normalize('NFKD')).filter((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const isAccent = accents.some(
      ([from = 0, to = 0]) => code >= from && code <= to && /\p{M}/u.test(letter),
    );
    return !isAccent && letter !== 'ـ' && !/[\p{Cf}\p{Variation_Selector}]/u.test(letter);
  });
  const small = kept.map((letter) => letter.replace('ẞ', 'ss').toUpperCase().toLowerCase()).join('');
  const plain: Record<string, string> = {
    ς: 'σ',
    ł: 'l',
    đ: 'd',
    ø: 'o',
    ħ: 'h',
    ŧ: 't',
    æ: 'ae',
    œ: 'oe',
    ʻ: ' ',
    ʼ: ' ',
  };
  return Array.from(small, (letter) => plain[letter] ?? letter)
    .join('')
    .normalize('NFC');
}
