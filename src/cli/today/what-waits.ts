// How much waits, in one line: under cron, and after a check-in.
import { conversationsWaiting, type Waiting, whatWaits } from '../../app/today/waiting.ts';
import type { Day } from '../../domain/time/day.ts';
import { reminderText, restText } from '../../pages/today/reminder-text.ts';
import { countWords } from '../../pages/today/waiting-lines.ts';
import { asRun } from '../../pages/text/as-run.ts';
import type { Context } from '../context.ts';
import { rememberDue } from './remember-due.ts';

/** The one line under cron: that a check-in is waiting, and how much else is. Nothing of it is named. */
export async function reminderLine(
  isWaiting: boolean,
  day: Day,
  context: Context,
): Promise<string | undefined> {
  const { index } = context;
  const waiting = isWaiting
    ? await all(day, context)
    : {
        due: [],
        conversations: await conversationsWaiting(index().newest, day),
        steps: [],
        lookBack: undefined,
      };
  return reminderText(isWaiting, countWords(waiting));
}

async function all(day: Day, context: Context): Promise<Waiting> {
  const waiting = await whatWaits({ index: context.index(), banks: context.banks }, day);
  rememberDue(waiting, context);
  return waiting;
}

/**
 * Tells what else waits, once the check-in is done.
 *
 * @param asked - The reference of a plan that was asked about just now.
 */
export async function tellTheRest(day: Day, context: Context, asked?: string): Promise<void> {
  const { terminal, env } = context;
  const waiting = await all(day, context);
  const due = waiting.due.filter(({ reference }) => reference !== asked);
  const rest = countWords({ ...waiting, due });
  const isToReview = rest === countWords({ due, conversations: [], steps: [], lookBack: undefined });
  const line = restText(rest, isToReview);
  if (line !== '') terminal.out(asRun(line, env));
}
