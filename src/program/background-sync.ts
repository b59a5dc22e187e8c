// A sync that nobody waits for, started as the last thing that a command does.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { readRegular } from '../adapters/machine/regular-file.ts';
import { codeOf } from '../adapters/machine/system-errors.ts';
import { MINUTE } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { parseRecord, type SyncRecord } from '../sync/sync-record.ts';

/** What was synced so lately is sent with the next change. */
const LATELY = 2 * MINUTE;

/**
 * Starts it, where one is set up and the last one was not just now. Whatever is wrong with it shows where it is asked after. The command
 * ends after it: nothing else of a sync is loaded here.
 *
 * @param file - With the record.
 * @param now - Milliseconds since 1970.
 * @param root - The folder of the package.
 */
export function startSync(file: string, now: number, root: string, env: NodeJS.ProcessEnv): void {
  const record = recordIn(file);
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

function recordIn(file: string): SyncRecord | undefined {
  try {
    const record = parseRecord(readRegular(file)?.toString() ?? '');
    return record === 'newer' ? undefined : record;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}
