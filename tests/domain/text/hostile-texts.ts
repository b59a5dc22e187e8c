// Texts in which everything that can go wrong with characters does, for laws about them.
import * as fc from 'fast-check';

/** One grapheme of many characters. */
export const family = '👩‍👩‍👧‍👦';
export const composedE = 'e\u0301';

/** Pieces that join with their neighbours in every way there is, and plain ones. */
const pieces =
  `a|é| |  |\n|\t|-|word|longer words here|山|计划|가|ｗ|\u3000|${composedE}|\u0301|e\u0301\u0323\u0302|${family}|👍🏽|🏽|\u200d|\u200c|🇩|🇪|🇩🇪` +
  '|©\ufe0f|1\ufe0f\u20e3|क्षि|क|्|ต้|ำ|مرحبا|\u0600|\u0d4e|\u1100|\u1161|\u11a8|각|\u202e|\ufeff|𠀀|😀|\ud83d|\udc69|\u0e33|\uff9e' +
  '|か\u3099|\u00ad|\u2028|\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}';
/** Texts that no ordinary person types. */
export const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces.split('|')), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
/** How wide a narrow screen is. */
export const columns = fc.integer({ min: 3, max: 30 });
/** Such a text, and how far into it an offset is, as a share. */
export const placed = fc.tuple(hostile, fc.double({ min: 0, max: 1, noNaN: true }));
