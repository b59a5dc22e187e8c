// The runs of coach pause and coach resume.
import { pausedUntil } from '../../app/today/check-in.ts';
import { dayWords } from '../../domain/time/day.ts';
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { parseDueDay } from '../../domain/time/typed-day.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';

/** Reminders on this machine are off before the day that the words name. */
export function pause(span: readonly string[], { memory, terminal, ...context }: Context): void {
  const words = oneLine(span.join(' '));
  const day = dayOn(context);
  const until = parseDueDay(words.replace(/^(?:until|till|for) /i, ''), day);
  if (words === '') throw new UsageError('how long a pause?', { hint: EXAMPLES });
  if (until === undefined || until <= day) {
    throw new UsageError(`"${words}" is not a time to come`, { hint: EXAMPLES });
  }
  memory.pauseUntil(until);
  const told = `No reminders on this machine until ${dayWords(until, day)}. "coach resume" ends the pause.`;
  terminal.err(`${wrap(told, terminal.width)}\n`);
}

const EXAMPLES = 'For example: coach pause 14d, coach pause 2 weeks, coach pause until 2026-12-10';

/** Reminders come again at once. */
export function resume({ memory, terminal, ...context }: Context): void {
  const day = dayOn(context);
  const wasPaused = pausedUntil(memory, day) !== undefined;
  if (wasPaused) memory.pauseUntil(undefined);
  terminal.err(wasPaused ? 'Reminders come again.\n' : 'Reminders were not paused.\n');
}
