// The lock that lets one process of coach at a time change a file.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { lives } from './processes.ts';
import { codeOf } from './system-errors.ts';

/** A lock is held for a few system calls; by this age, in milliseconds, whoever made it no longer needs it. */
const ABANDONED = 10_000;

/** The same for one that does not say whose it is: a process says so at once, if there is room on the disk. */
const NAMELESS = 500;

/** How long to wait before looking again, in milliseconds. */
const PAUSE = 5;

/**
 * Lets one process of coach at a time look at a file and then change its name or what the name stands for. Other programs
 * do not know of it.
 *
 * The lock is a dot-file beside the file, which goes with the lock. One that a killed process left behind is taken away.
 */
export function locked<Value>(file: string, act: () => Value): Value {
  // Its name is that of a half-written file of process 0, so that it is swept up like one.
  const lock = path.join(path.dirname(file), `.${path.basename(file)}.0`);
  while (!taken(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, String(process.pid));
  } catch {
    // On a full disk nobody can be told whose lock it is; its age tells when it is over.
  } finally {
    closeSync(handle);
  }
  return true;
}

function isAbandoned(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    const age = Date.now() - statSync(lock).mtimeMs;
    return owner > 0 ? !lives(owner) || age > ABANDONED : age > NAMELESS;
  } catch {
    // It went away meanwhile.
    return false;
  }
}
