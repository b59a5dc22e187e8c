// The word that was most likely meant by a misspelt one.
import { distance } from 'fastest-levenshtein';
import { oneLine } from './plain-text.ts';

/**
 * The candidate that a misspelt word was most likely meant to be, or nothing where none is near.
 *
 * Near is what a slip of the fingers makes: one letter in a word of up to four, two in a word of up to eight, three in a
 * longer one. Two letters that changed places count as one slip; capitals do not count. Of equally near candidates the
 * first is taken.
 *
 * @example
 * nearest('mamager', ['member', 'manager']) //=> 'manager'
 * nearest('tpye', ['id', 'type', 'ask']) //=> 'type'
 * nearest('boss', ['member', 'manager']) //=> undefined
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    const slips = slipsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (slips <= allowedSlips(candidate) && slips < (best?.slips ?? Infinity)) best = { candidate, slips };
  }
  return best?.candidate;
}

/**
 * The names that a word is a part of: words between hyphens, the last of which may be unfinished from its third letter on.
 *
 * @example
 * namesWithPart('trust', ['checkin-trust', 'checkin-load']) //=> ['checkin-trust']
 * namesWithPart('checkin-lo', ['checkin-trust', 'checkin-load']) //=> ['checkin-load']
 * namesWithPart('rust', ['checkin-trust']) //=> []
 */
export function namesWithPart(word: string, names: readonly string[]): readonly string[] {
  const part = `-${word.toLowerCase()}`;
  const among = (end: string): readonly string[] =>
    names.filter((name) => `-${name.toLowerCase()}${end}`.includes(part + end));
  const whole = among('-');
  return whole.length > 0 || word.length < 3 ? whole : among('');
}

/** More than these are not told apart at a glance. */
const MOST_NAMES = 5;

/**
 * The way on from a word that is not known: the near one that was likely meant, the few that it is a part of, or else what there is to say.
 *
 * @example
 * nearestHint('mamager', ['member', 'manager'], 'The roles are manager and member.') //=> 'Did you mean manager?'
 * nearestHint('trust', ['checkin-trust', 'run-trust'], '') //=> 'Did you mean checkin-trust or run-trust?'
 * nearestHint('boss', ['member', 'manager'], 'The roles are manager and member.')
 * //=> 'The roles are manager and member.'
 */
export function nearestHint(word: string, candidates: readonly string[], otherwise: string): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return didYouMean(near);
  const names = [...new Set(namesWithPart(word, candidates))];
  const last = names.at(-1);
  if (last === undefined || names.length > MOST_NAMES) return otherwise;
  return didYouMean(names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`);
}

/**
 * The question after a word that is not known.
 *
 * @example
 * didYouMean('manager') //=> 'Did you mean manager?'
 */
export function didYouMean(near: string): string {
  return `Did you mean ${oneLine(near)}?`;
}

function slipsBetween(word: string, candidate: string): number {
  // Comparing costs the product of both lengths, and no typo makes a word that much longer or shorter.
  if (Math.abs(word.length - candidate.length) > 3) return Infinity;
  const edits = distance(word, candidate);
  return edits === 2 && letters(word) === letters(candidate) ? 1 : edits;
}

function letters(word: string): string {
  return word.split('').toSorted().join('');
}

function allowedSlips(candidate: string): number {
  if (candidate.length <= 4) return 1;
  return candidate.length <= 8 ? 2 : 3;
}
