import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmptySearch, matchesSearch, parseSearch } from '../../../src/domain/search/search.ts';
import { lineMatcher } from '../../../src/domain/search/word-lines.ts';
import { wordLine } from '../../../src/domain/text/folding.ts';
import { anyText } from '../any-text.ts';

test('a line of words lets pass whatever a search matches', () => {
  const pieces = fc.array(
    fc.tuple(fc.constantFrom('', '-', '"'), fc.nat(), fc.nat(9), fc.constantFrom('', '*')),
  );
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), pieces, (texts, cuts) => {
      const all = texts.join(' ');
      const typed = cuts.map(([sign, at, length, star]) => {
        const start = at % (all.length + 1);
        const piece = all.slice(start, start + length);
        return `${sign}${piece}${sign === '"' ? '"' : ''}${star}`;
      });
      const search = parseSearch(typed.join(' '));
      const isFound = matchesSearch(texts, search);
      expect([isFound, lineMatcher(search)(wordLine(texts.join('\n')))]).not.toEqual([true, false]);
    }),
    { numRuns: 1000 },
  );
});

test('a line of words of one text is searched as the text is, but for unwanted phrases', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(9), (text, at, length) => {
      const start = at % (text.length + 1);
      const search = parseSearch(text.slice(start, start + length).replaceAll('-', ' '));
      if (isEmptySearch(search)) return;
      expect(lineMatcher(search)(wordLine(text))).toBe(matchesSearch([text], search));
    }),
    { numRuns: 1000 },
  );
});
