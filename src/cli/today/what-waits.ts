// How much waits, in one line: under cron, and after a check-in.
import { conversationsWaiting, whatWaits } from '../../app/today/waiting.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Context } from '../context.ts';
import { countWords } from './waiting-lines.ts';

/** The one line under cron: that a check-in is waiting, and how much else is. Nothing of it is named. */
export async function reminderLine(
  isWaiting: boolean,
  day: Day,
  { index, banks }: Context,
): Promise<string | undefined> {
  const waiting = isWaiting
    ? await whatWaits({ index: index(), banks }, day)
    : {
        due: [],
        conversations: await conversationsWaiting(index().newest, day),
        steps: [],
        lookBack: undefined,
      };
  const rest = countWords(waiting);
  if (rest === '') return isWaiting ? 'A check-in is waiting: coach checkin\n' : undefined;
  return isWaiting
    ? `A check-in is waiting, and so is more: ${rest}. See: coach\n`
    : `Waiting: ${rest}. See: coach\n`;
}

/** Tells what else waits, once the check-in is done. */
export async function tellTheRest(day: Day, { index, banks, terminal }: Context): Promise<void> {
  const rest = countWords(await whatWaits({ index: index(), banks }, day));
  if (rest !== '') terminal.out(`Also waiting: ${rest}. coach says more.\n`);
}
