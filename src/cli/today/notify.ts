// The notification that something waits, on the desktop or as a line.
import { LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import { isReminded, pausedUntil } from '../../app/today/check-in.ts';
import { turnOfReminder } from '../../app/today/last-written.ts';
import { lookBackWaiting } from '../../app/today/look-back.ts';
import { LAST_LINE, LOOK_BACK_LINE, NOTICE } from '../../pages/today/reminder-text.ts';
import { type Context, dayOn } from '../context.ts';
import { unlockOrGoWithout } from '../key-first.ts';
import { reminderIndex } from './reminder-index.ts';
import { sayOnce } from './say-once.ts';

/**
 * Says that a check-in is waiting, on the desktop if there is one. A look back that had to give way on an earlier day comes first.
 *
 * @param reminder - The line that is to be said, if there is anything to say.
 */
export async function notifyOfCheckIn(
  context: Context,
  reminder: (context: Context) => Promise<string | undefined>,
): Promise<void> {
  const { memory } = context;
  if (memory.isPostponed(LOOKBACK_BANK)) {
    await notifyOfLookBack(context);
    if (isReminded(memory.remindedOn(), dayOn(context))) return;
  }
  const line = await reminder(context);
  if (line !== undefined) await sayOnce(context, async () => show(noticeOf(line, 'checkin'), line, context));
}

/** Says that a look back is waiting, on the desktop if there is one. Where today had its line already, another day has it. */
export async function notifyOfLookBack(context: Context): Promise<void> {
  const { memory } = context;
  const day = dayOn(context);
  await unlockOrGoWithout(context, false);
  // Whether it waits can only be read.
  if (context.keys().isWithout) return;
  const index = await reminderIndex(context);
  const waits = (await lookBackWaiting(index, day)) !== undefined;
  const turn = waits ? await turnOfReminder(index, memory, day) : 'left-out';
  const line = turn === 'last' ? LAST_LINE : LOOK_BACK_LINE;
  const isPaused = pausedUntil(memory, day) !== undefined;
  let isSaid = false;
  try {
    isSaid =
      turn !== 'left-out' &&
      !isPaused &&
      (await sayOnce(context, async () => show(noticeOf(line, 'lookback'), line, context)));
  } finally {
    memory.postpone(LOOKBACK_BANK, waits && !isSaid);
  }
}

/** The words for the desktop that belong to a line. */
function noticeOf(line: string, kind: 'checkin' | 'lookback'): string {
  return line === LAST_LINE ? NOTICE.last : NOTICE[kind];
}

async function show(notice: string, line: string, { notifier, terminal }: Context): Promise<void> {
  const desktop = await notifier();
  if (!(await desktop.show(notice))) terminal.out(line);
}
