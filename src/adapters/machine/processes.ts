// The processes of this machine: this one, and whether another is still at work.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder } from '../../formats/answers/draft-json.ts';

/** This process, as it holds a draft. */
export function thisProcess(): Holder {
  return { pid: process.pid, started: startOf(process.pid), host: hostname() };
}

/**
 * Where the holder of a draft is: a living process of this machine other than this one, another machine, or gone. Another
 * machine's processes cannot be seen from here, so its drafts are free.
 */
export function holderOf({ pid, started, host }: Holder, self: Holder): 'here' | 'elsewhere' | 'gone' {
  if (host !== self.host) return 'elsewhere';
  return pid !== self.pid && isLiving({ pid, started }) ? 'here' : 'gone';
}

/** Whether a process of this machine is still at work, and not another one that has its number by now. */
export function isLiving({ pid, started }: Pick<Holder, 'pid' | 'started'>): boolean {
  return lives(pid) && started === startOf(pid);
}

/** Whether a process has this number now. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** When a process started, in the system's own count; empty where it has ended, or where the system does not tell. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program comes second, in brackets, and may hold blanks; the start is the twenty-second field.
    const [state, ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    // One that was killed stays as a zombie where nobody asks after it.
    return state === 'Z' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
