import * as fc from 'fast-check';

/** Pieces of texts that are hard to split, fold or search, with blanks between them. */
const pieces = [
  'a B é e\u0301 ß ẞ İ ı ς Σ ł œ ﬁ ½ Ŀ ŉ ǆ ㎏ ① ™ ℹ 1 3.5 _ - \' ’ ʼ “ … — * "',
  '\u0000 \u0085 \u00ad \u200b \u200d \ufe0f \u0301 \u0345 \u20e3 \u202e \ud83d \udc00',
  'ж й и\u0306 Ё שָׁ לוֹם \u05be مُحَمَّد أ ـ ﷺ ﻹ हि न्दी फ़ \u095c \u0902 \u094d க \u0bc6 \u0bbe',
  'ที่ นำ \u0e38 \u0e48 \u0ecd ກຳ ខ្មែរ မြန်မာ \u1039 \u1037',
  '今 天 々 〇 〆 ー か \u3099 が ｶ ﾞ パ 𠮷 一\ufe00 한 \u1112 \u1161 \u11ab ㅎ ㉠ ㉮ ㋕',
  '👍 👍🏽 👩‍💻 ☕ ❤️ 🇩🇪 🇫 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🈁 𝐀 \u{1d165} \u{1e900} \u{e0100}',
].flatMap((line) => line.split(' '));
const blanks = [' ', ' ', ' ', '\n', '\t', '\u00a0', '\u3000', '\ufeff'];

const anyPiece = fc.constantFrom(...pieces, ...blanks);

/** Texts of every kind of character, and of many that are hard to split. */
export const anyText = fc.oneof(
  fc.array(anyPiece, { maxLength: 12 }).map((some) => some.join('')),
  fc
    .array(fc.oneof(anyPiece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
    .map((some) => some.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);

/** Runs in scripts without blanks, of characters that fold to themselves and hang on nothing. */
export const unspacedRun = fc.array(
  fc.constantFrom(...Array.from('今天我们一起喝茶々〇ひらがなカタカナー𠮷กขคงจฉชກຂຄកខគကခဂ')),
  { minLength: 1, maxLength: 8 },
);
