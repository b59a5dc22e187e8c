import type { Chances } from './chances.ts';

/**
 * The ratings of somebody made up, from 1 to 5: they spread by 0.9 and hang together from one to the next (0.3), and shift by so
 * many points from some rating on.
 */
export function seriesOf(
  chance: Chances,
  length: number,
  { shift, from }: { readonly shift: number; readonly from: number } = { shift: 0, from: 0 },
): readonly number[] {
  let mood = 0;
  return Array.from({ length }, (_, at) => {
    mood = at === 0 ? chance.normal() : 0.3 * mood + Math.sqrt(1 - 0.09) * chance.normal();
    return Math.min(5, Math.max(1, Math.round(3 + (at >= from ? shift : 0) + 0.9 * mood)));
  });
}
