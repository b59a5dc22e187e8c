// The turn of a sync that somebody waits for: where another one is at work, it comes after that.
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { stateIn } from '../stop-text.ts';
import { WAITING } from '../sync-text.ts';
import type { SyncContext } from '../sync-world.ts';

/** So often another one may come first. */
const TURNS = 5;

/**
 * Does it, and once more after another one that was at work, which may have looked at the journal before.
 *
 * @param span - So long that one is waited for, in milliseconds.
 */
export async function afterAnother<Value>(
  act: () => Promise<Value>,
  span: number,
  { syncWorld, terminal }: Context & SyncContext,
): Promise<Value> {
  for (let turn = 1; ; turn++) {
    try {
      return await act();
    } catch (error) {
      if (!isBusyHere(error) || turn === TURNS) throw error;
      const isFree = await (
        await syncWorld()
      )
        .alone(
          () => Promise.resolve(true),
          () => terminal.err(`${WAITING}\n`),
          span,
        )
        .catch((late: unknown) => {
          if (late instanceof CoachError) return false;
          throw late;
        });
      if (!isFree) throw error;
    }
  }
}

/** Whether another one was at work. */
export function isBusyHere(error: unknown): boolean {
  return error instanceof CoachError && stateIn(error) === 'busy-here';
}
