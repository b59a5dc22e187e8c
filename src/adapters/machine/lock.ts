// The lock that lets one process of coach at a time change a file.
import { closeSync, existsSync, lstatSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Holder } from '../../formats/answers/draft-json.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { lockName } from '../../domain/text/unfinished-name.ts';
import { fileIsHeld, lockInTheWay } from '../../pages/machine/file-refusals.ts';
import { isLiving, thisProcess } from './processes.ts';
import { randomBytes } from './random-bytes.ts';
import { oddityOf, readRegular } from './regular-file.ts';
import { codeOf } from './system-errors.ts';

/** A lock is held for a few system calls; after this long, in milliseconds, something is wrong. */
const PATIENCE = 5_000;

/** By this age, in milliseconds, a lock that does not say whose it is was left behind: a process says so at once. */
const NAMELESS = 1_000;

/** By this age, in milliseconds, the holder on another machine, which cannot be seen from here, has ended: nothing takes so long. */
const ELSEWHERE = 2 * 3_600_000;

/** How long to wait before looking again, in milliseconds. */
const PAUSE = 5;

/** What a lock says: who holds it, and a token that no other lock has. */
interface Held extends Holder {
  readonly token: string;
}

/**
 * Lets one process of coach at a time look at a file and then change its name or what the name stands for. Other programs
 * do not know of it.
 *
 * The lock is a dot-file beside the file, which goes with the lock. One whose process is gone is taken away.
 *
 * @throws CoachError naming the lock where another process holds it for longer than anybody needs it, or where something else than
 *   a file has its name.
 */
export function locked<Value>(file: string, act: () => Value): Value {
  const release = lockOf(file);
  try {
    return act();
  } finally {
    release();
  }
}

/** The same for what waits for another program. */
export async function lockedWhile<Value>(file: string, act: () => Promise<Value>): Promise<Value> {
  const release = lockOf(file);
  try {
    return await act();
  } finally {
    release();
  }
}

/** The same for what may take long: nobody waits for that. @returns Undefined where another process has the lock. */
export async function lockedIfFree<Value>(
  file: string,
  act: () => Promise<Value>,
): Promise<Value | undefined> {
  const release = hold(lockAt(file), file, 0);
  if (!release) return undefined;
  try {
    return await act();
  } finally {
    release();
  }
}

/** Whether another process of this machine has the lock now. */
export function isLocked(file: string): boolean {
  const lock = lockAt(file);
  // Nobody has it nearly always, which is told much sooner than what is wrong with a file that is not there.
  const held = existsSync(lock) ? heldBy(said(lock) ?? '') : undefined;
  return held !== undefined && held.host === thisProcess().host && isLiving(held);
}

/** @returns What gives the lock back. */
function lockOf(file: string): () => void {
  const lock = lockAt(file);
  const release = hold(lock, file);
  if (!release) throw fileIsHeld(file, lock);
  return release;
}

function lockAt(file: string): string {
  return path.join(path.dirname(file), lockName(path.basename(file)));
}

/** @returns What gives the lock back; undefined where somebody else had it for longer than one is patient. */
function hold(lock: string, file: string, patience = PATIENCE): (() => void) | undefined {
  const mine = JSON.stringify({ ...thisProcess(), token: Buffer.from(randomBytes(8)).toString('hex') });
  const until = performance.now() + patience;
  while (!isMade(lock, mine)) {
    const left = abandoned(lock);
    const odd = left ? undefined : oddityAt(lock);
    if (odd !== undefined) throw lockInTheWay(file, lock, odd);
    if (left) takeAway(lock, left, file);
    else if (performance.now() >= until) return undefined;
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  return () => {
    // Somebody may have taken it away by hand, and another process have one of the same name by now.
    if ([mine, ''].includes(said(lock) ?? 'gone')) rmSync(lock, { force: true });
  };
}

function isMade(lock: string, text: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, text);
  } catch {
    // On a full disk nobody can be told whose lock it is; its age tells when it is over.
  } finally {
    closeSync(handle);
  }
  return true;
}

/** Tells one lock from every other that had or will have its name. */
type Token = string;

/** @returns The token of a lock that nobody holds any more; undefined for any other. */
function abandoned(lock: string): Token | undefined {
  const text = said(lock);
  const held = text === undefined ? undefined : heldBy(text);
  if (held?.host === thisProcess().host) return isLiving(held) ? undefined : held.token;
  const found = text === undefined ? undefined : statSync(lock, { throwIfNoEntry: false });
  return found && Date.now() - found.mtimeMs > (held ? ELSEWHERE : NAMELESS)
    ? (held?.token ?? `${found.ino}-${Math.round(found.mtimeMs)}`)
    : undefined;
}

/**
 * Takes an abandoned lock away under a lock of its own, which is named after it: so whoever holds that knows that nobody else
 * has taken it away, and that what is there is still the one that was left behind.
 */
function takeAway(lock: string, token: Token, file: string): void {
  const own = `${lock}-${token}`;
  const release = hold(own, file);
  if (!release) throw fileIsHeld(file, own);
  try {
    if (abandoned(lock) === token) rmSync(lock, { force: true });
  } finally {
    release();
  }
}

/** What has the name of a lock and is none, which no waiting takes away. */
function oddityAt(lock: string): string | undefined {
  const found = lstatSync(lock, { throwIfNoEntry: false });
  if (!found || found.isFile()) return undefined;
  return found.isSymbolicLink() ? 'link' : oddityOf(found);
}

/** What stands in a lock; undefined where it went away, or where it is no file. */
function said(lock: string): string | undefined {
  try {
    return readRegular(lock)?.toString();
  } catch (error) {
    if (error instanceof CoachError || codeOf(error) !== '') return undefined;
    throw error;
  }
}

function heldBy(text: string): Held | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHeld(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(value: unknown): value is Held {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, started, host, token }: { readonly [key in keyof Held]?: unknown } = value;
  const isToken = typeof token === 'string' && /^[0-9a-f]{16}$/.test(token);
  return (
    Number.isInteger(pid) &&
    Number(pid) > 0 &&
    typeof started === 'string' &&
    typeof host === 'string' &&
    isToken
  );
}
