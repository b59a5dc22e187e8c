// A search in lines of words.
import type { Search, Term } from './search.ts';

/**
 * Compares lines of words, as `wordLine` makes them of texts, with a search. Where one text of a line ends and the next begins is not
 * known: so a phrase may be found across two texts, and one that is unwanted rules nothing out.
 *
 * @example
 * lineMatcher(parseSearch('wait* -told'))('they asked i waited') //=> true
 */
export function lineMatcher({ wanted, unwanted }: Search): (line: string) => boolean {
  const needed = wanted.map(inLine);
  const refused = unwanted.filter(({ words }) => words.length === 1).map(inLine);
  return (line) => needed.every((term) => term.test(line)) && !refused.some((term) => term.test(line));
}

/** What words are made of once they are folded. */
const LETTER = 'a-z0-9\\u0080-\\uffff';

function inLine({ words, prefix }: Term): RegExp {
  const end = prefix ? '' : `(?![${LETTER}])`;
  return new RegExp(`(?<![${LETTER}])${words.join(`[^${LETTER}]+`)}${end}`);
}
