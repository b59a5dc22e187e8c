// The line that says that reminders are paused.
import { pausedUntil } from '../../app/today/check-in.ts';
import type { Memory } from '../../app/ports/machine.ts';
import { dayWords } from '../../domain/time/day-words.ts';
import type { Day } from '../../domain/time/day.ts';

/**
 * The line that says that reminders are paused on this machine, or nothing where they are not.
 *
 * @example
 * pauseLine(memory, '2026-11-22') //=> 'Reminders are paused until 6 December.'
 */
export function pauseLine(memory: Memory, day: Day): string | undefined {
  const until = pausedUntil(memory, day);
  return until === undefined ? undefined : `Reminders are paused until ${dayWords(until, day)}.`;
}
