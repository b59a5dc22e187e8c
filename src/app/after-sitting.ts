import type { Answer } from '../domain/answer.ts';
import type { Day } from '../domain/calendar.ts';

/** A sitting longer than this ends with the gentle note (docs/method.md, Safety). */
export const HEAVY_MINUTES = 15;

/**
 * The earliest day on which something of these answers is looked at again.
 *
 * @example
 * nextLook([{ type: 'commitment', value: { by: '2026-12-06', … }, … }]) //=> '2026-12-06'
 */
export function nextLook(answers: readonly Answer[]): Day | undefined {
  const days = answers.flatMap((answer) => {
    if (answer.skip !== null) return [];
    if (answer.type === 'commitment') return answer.value.by ?? [];
    // A day that moves the date of something else.
    if (answer.type === 'date' && answer.continues !== undefined) return answer.value;
    return answer.type === 'prediction' ? (answer.value.due ?? []) : [];
  });
  return days.toSorted()[0];
}
