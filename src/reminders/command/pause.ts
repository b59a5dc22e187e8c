// The runs of coach pause and coach resume.
import { pausedUntil } from '../../app/today/check-in.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { parseDueDay } from '../../domain/time/typed-day.ts';
import { pausedText, pauseNeedsEnd, resumedText } from '../pause-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';

/** Reminders on this machine are off before the day that the words name. */
export function pause(span: readonly string[], { memory, terminal, ...context }: Context): void {
  const words = oneLine(span.join(' '));
  const day = dayOn(context);
  const until = parseDueDay(words.replace(/^(?:until|till|for) /i, ''), day);
  if (until === undefined || until <= day) throw pauseNeedsEnd(words);
  memory.pauseUntil(until);
  terminal.err(`${wrap(pausedText(until, day), terminal.width)}\n`);
}

/** Reminders come again at once. */
export function resume({ memory, terminal, ...context }: Context): void {
  const wasPaused = pausedUntil(memory, dayOn(context)) !== undefined;
  if (wasPaused) memory.pauseUntil(undefined);
  terminal.err(`${resumedText(wasPaused)}\n`);
}
