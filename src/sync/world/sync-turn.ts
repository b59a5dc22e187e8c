// The turn of the sync that follows changes: one process waits for it, for all of them.
import path from 'node:path';
import { isLocked } from '../../adapters/machine/lock.ts';

/** Whoever waits has the lock of it. */
export function turnIn(state: string): string {
  return path.join(state, 'sync-turn');
}

/** Whether a process waits, which then sends what is here by now. */
export function isAwaited(state: string): boolean {
  return isLocked(turnIn(state));
}
