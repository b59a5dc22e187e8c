// A moment in the past, as a person says it.
import { type Now, type At, isFuture, parseAt } from '../../domain/time/moment.ts';
import { parseMoment } from '../../domain/time/typed-moment.ts';

/**
 * A moment in the words people type, if it is not still to come.
 *
 * @example
 * pastMoment('yesterday 18:00', now, 4)?.text //=> '2026-11-21T18:00:00+01:00'
 */
export function pastMoment(words: string, now: Now, dayEnds: number): At | undefined {
  const text = parseMoment(words, now, dayEnds);
  const at = text === undefined ? undefined : parseAt(text);
  return at && !isFuture(at, now) ? at : undefined;
}
