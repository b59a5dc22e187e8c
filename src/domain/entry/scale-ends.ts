// The ends of the scale that a rating was given on.
import { type ByRole, forRole, type Role, type Scale } from '../banks/question-bank.ts';

/** The lowest and the highest number of a scale. */
export type ScaleEnds = Pick<Scale, 'min' | 'max'>;

/** Most scales go from 1 to 5. */
export const USUAL_ENDS: ScaleEnds = { min: 1, max: 5 };

/**
 * The ends of a scale, as the words beside a rating state them, since the bank may have changed; else as the bank does. Undefined
 * where neither states them.
 *
 * @param legend - What stands in brackets after the rating. The words of an end may hold numbers of their own, so that the highest
 * number in front of words counts.
 *
 * @example
 * scaleEnds('1 not at all, 10 fully', { min: 1, max: 5, low: 'no', high: 'yes' }, null) //=> { min: 1, max: 10 }
 * scaleEnds(undefined, undefined, null) //=> undefined
 */
export function scaleEnds(
  legend: string | undefined,
  scale: ByRole<Scale> | undefined,
  role: Role | null,
): ScaleEnds | undefined {
  const stated = statedEnds(legend);
  if (stated || scale === undefined) return stated;
  const { min, max } = forRole(scale, role);
  return { min, max };
}

/**
 * The ends of a scale as the words beside a rating state them; undefined where they do not.
 *
 * @example
 * statedEnds('1 not at all, 5 fully') //=> { min: 1, max: 5 }
 */
export function statedEnds(legend: string | undefined): ScaleEnds | undefined {
  const first = /^(-?\d{1,4}) /.exec(legend ?? '')?.[1];
  const others = Array.from((legend ?? '').matchAll(/, (-?\d{1,4}) /g), ([, number]) => Number(number));
  const [min, max] = [Number(first), Math.max(...others)];
  return first !== undefined && others.length > 0 && min < max ? { min, max } : undefined;
}

/**
 * Whether a rating lies on its scale; where the ends are unknown, it does.
 *
 * @example
 * isOnScale(900, { min: 1, max: 5 }) //=> false
 */
export function isOnScale(value: number, ends: ScaleEnds | undefined): boolean {
  return ends === undefined || (value >= ends.min && value <= ends.max);
}
