// The words of reminders, and of what else waits, without a word of what was written.

/** The line that is printed where no desktop shows a notification. */
export const LOOK_BACK_LINE = 'A look back over the past month is waiting: coach reflect lookback\n';

/** The words that a desktop shows, where others may see them. */
export const NOTICE = { checkin: 'A question is waiting', lookback: 'A look back is waiting' } as const;

/**
 * The one line under cron; undefined where nothing waits.
 *
 * @param isWaiting - A check-in waits.
 * @param rest - How much else waits; empty where nothing does.
 *
 * @example
 * reminderText(true, '') //=> 'A check-in is waiting: coach checkin\n'
 */
export function reminderText(isWaiting: boolean, rest: string): string | undefined {
  if (rest === '') return isWaiting ? 'A check-in is waiting: coach checkin\n' : undefined;
  return isWaiting
    ? `A check-in is waiting, and so is more: ${rest}. See: coach\n`
    : `Waiting: ${rest}. See: coach\n`;
}

/**
 * The line after a check-in; empty where nothing else waits.
 *
 * @example
 * restText('2 plans') //=> 'Also waiting: 2 plans. coach says more.\n'
 */
export function restText(rest: string): string {
  return rest === '' ? '' : `Also waiting: ${rest}. coach says more.\n`;
}
