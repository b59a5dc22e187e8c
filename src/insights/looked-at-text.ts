// The sentences of insights on how many were looked at, which stand beside what stands out.
import { RARE_BY_CHANCE } from '../domain/record/chance.ts';
import type { LookedAt } from '../domain/record/insight.ts';
import { RATINGS_FOR_DIRECTION, toldByChance } from '../domain/record/looks.ts';
import { counted } from '../pages/text/words.ts';
import { inTurn } from './insight-words.ts';

/**
 * How many sets of ratings and groups of guesses were looked at, and how many of such stand out by chance; empty where there
 * was too little to look at.
 *
 * @example
 * lookedAtText({ sets: 0, longest: 0, groups: 1, standsOut: false })
 * //=> 'coach looked at 1 group of guesses. Nothing in it stands out.'
 * lookedAtText({ sets: 3, longest: 60, groups: 0, standsOut: true })
 * //=> 'coach looked at 3 sets of 30 or more ratings. By chance alone, about 1 set in 10 would stand out at some point. You know more than the numbers do.'
 */
export function lookedAtText({ sets, longest, groups, standsOut }: LookedAt): string {
  if (sets + groups === 0) return '';
  const kinds = [
    ...(sets === 0 ? [] : [`${counted(sets, 'set')} of ${RATINGS_FOR_DIRECTION} or more ratings`]),
    ...(groups === 0 ? [] : [`${counted(groups, 'group')} of guesses`]),
  ];
  const looked = `coach looked at ${inTurn(kinds)}.`;
  if (!standsOut) return `${looked} Nothing in ${sets + groups === 1 ? 'it' : 'them'} stands out.`;
  const ofSets = `about 1 set in ${toldByChance(longest)} would stand out at some point`;
  const ofGroups = `at most 1 group of guesses in ${Math.round(1 / RARE_BY_CHANCE)}`;
  const byChance =
    groups === 0 ? ofSets : sets === 0 ? `${ofGroups} would stand out` : `${ofSets}, and ${ofGroups}`;
  return `${looked} By chance alone, ${byChance}. You know more than the numbers do.`;
}
