// The offer to go on with a check-in from the other seat.
import type { Role } from '../../domain/banks/question-bank.ts';
import type { Choice } from './field-text.ts';

export const OTHER_SEAT = 'Answer from the other side too?';

/**
 * The answers to that.
 *
 * @example
 * otherSeatChoices('manager')[1].label //=> 'Yes, as manager'
 */
export function otherSeatChoices(other: Role): readonly Choice<boolean>[] {
  return [
    { value: false, label: 'Not now', wayOut: true },
    { value: true, label: `Yes, as ${other}` },
  ];
}
