// A sync that nobody waits for, started as the last thing that a command does.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { CoachError } from '../domain/text/errors.ts';
import { MINUTE } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import type { SyncRecord } from '../sync/sync-record.ts';
import type { SyncWorld } from '../sync/sync-world.ts';

/** What was synced so lately is sent with the next change. */
const LATELY = 2 * MINUTE;

/**
 * Starts it, where one is set up and the last one was not just now. Whatever is wrong with it shows where it is asked after.
 *
 * @param now - Milliseconds since 1970.
 * @param root - The folder of the package.
 */
export function startSync(world: SyncWorld, now: number, root: string, env: NodeJS.ProcessEnv): void {
  const record = recordIn(world);
  const last = parseAt(record?.last?.at ?? '')?.instant;
  const isLately = last !== undefined && now >= last && now - last < LATELY;
  if (record === undefined || isLately) return;
  const child = spawn(process.execPath, [path.join(root, 'bin', 'coach.cjs'), 'sync', '--quiet'], {
    detached: true,
    env,
    stdio: 'ignore',
  });
  child.on('error', () => undefined).unref();
}

function recordIn(world: SyncWorld): SyncRecord | undefined {
  try {
    return world.read();
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}
