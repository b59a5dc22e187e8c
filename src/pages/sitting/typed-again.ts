// A part of a question as it is typed, where an answer that stands there may be sent off as it is.
import { readField } from '../../domain/sitting/field.ts';
import type { Ask } from '../../domain/sitting/sitting.ts';
import type { Day } from '../../domain/time/day.ts';
import { typedForm } from './field-text.ts';

/**
 * Understands what was typed. Of a saved answer, what stands there may be sent off as it is, even if it could not be typed anew,
 * such as a day that has passed.
 *
 * @example
 * readTyped({ ...stepAt('member-commitment', 2), given: '2026-01-01', saved: true }, '2026-01-01', '2026-11-22')
 * //=> { value: '2026-01-01' }
 */
export function readTyped(ask: Ask, typed: string, today: Day): ReturnType<typeof readField> {
  if (ask.saved === true && typed === typedForm(ask)) return { value: ask.given };
  return readField(ask.field, ask.planned, typed, today);
}
