// The one reminder of a day: marked before it is said, and unmarked where it could not be.
import { type Context, dayOn } from '../context.ts';

/**
 * Says the reminder of today, unless another process did. What nobody got to see, because the disk is full or the reader has
 * gone away, is still to be said.
 *
 * @returns Whether it was said.
 */
export async function sayOnce(
  context: Pick<Context, 'memory' | 'terminal' | 'clock' | 'settings'>,
  say: () => Promise<void> | void,
): Promise<boolean> {
  const { memory, terminal } = context;
  const day = dayOn(context);
  const before = memory.remindedOn();
  if (!memory.markReminded(day)) return false;
  let isSaid = false;
  try {
    await say();
    isSaid = !terminal.gone;
  } finally {
    if (!isSaid) memory.unmarkReminded(day, before);
  }
  return isSaid;
}
