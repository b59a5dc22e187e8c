// Sessions as files in memory: they are on no disk, and gone when the computer is turned off.
import fs from 'node:fs';
import path from 'node:path';
import type { KeySessions } from '../../app/ports/keys.ts';
import { type KeySession, lastsStill } from '../../domain/entry/key-session.ts';
import { MINUTE } from '../../domain/time/day.ts';
import { parseSession, printSession } from '../../formats/sealing/session-json.ts';
import { shortOf } from './pin-file.ts';

/** The numbers by which Linux knows its file systems in memory: tmpfs, ramfs. */
const IN_MEMORY: readonly number[] = [0x01021994, 0x858458f6];

/** Takes the file away when nobody has used it for so many minutes, whether coach is called again or not. */
const SWEEPER =
  'while sleep 60; do [ -e "$1" ] || exit 0; [ -n "$(find "$1" -mmin "-$2")" ] || { rm -f "$1"; exit 0; }; done';

/**
 * Sessions of this person. Where no folder is in memory there are none: then the passphrase is asked each time.
 *
 * @param now - Milliseconds since 1970.
 */
export function sessionFiles(
  env: Readonly<Record<string, string | undefined>>,
  now: () => number,
): KeySessions {
  const uid = process.getuid?.();
  const folder = uid === undefined ? undefined : memoryFolder(env, uid);
  const fileOf = (recipient: string): string | undefined =>
    folder && path.join(folder, `${shortOf(recipient)}.session`);
  const end = (recipient: string): boolean => {
    const file = fileOf(recipient);
    if (file === undefined || !fs.existsSync(file)) return false;
    fs.rmSync(file, { recursive: true, force: true });
    return true;
  };
  return {
    canLast: folder !== undefined,
    folder,
    find(recipient) {
      const file = fileOf(recipient);
      const session = file === undefined || uid === undefined ? undefined : sessionIn(file, uid);
      if (session && lastsStill(session, now())) return session;
      if (file !== undefined) end(recipient);
      return undefined;
    },
    async begin(recipient, session) {
      const file = fileOf(recipient);
      if (file === undefined) return;
      // What is no file would stay in the way.
      if (sessionIn(file, uid) === undefined) end(recipient);
      write(file, session);
      await sweepLater(file, session);
    },
    renew(recipient, session) {
      const file = fileOf(recipient);
      if (file !== undefined) writeOver(file, session);
    },
    end,
  };
}

function write(file: string, session: KeySession): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  fs.writeFileSync(draft, printSession(session), { mode: 0o600 });
  fs.renameSync(draft, file);
}

/** Where it is still there: one that was ended meanwhile stays so. Without room for it, it ends sooner. */
function writeOver(file: string, session: KeySession): void {
  const { O_RDWR, O_NOFOLLOW } = fs.constants;
  try {
    const handle = fs.openSync(file, O_RDWR | O_NOFOLLOW);
    try {
      fs.ftruncateSync(handle, fs.writeSync(handle, printSession(session), 0));
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    // It was ended, or cannot be written.
  }
}

async function sweepLater(file: string, { lasts }: KeySession): Promise<void> {
  const { spawn } = await import('node:child_process');
  const minutes = String(Math.max(1, Math.ceil(lasts / MINUTE)));
  const sweeper = spawn('sh', ['-c', SWEEPER, 'coach', file, minutes], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  });
  // Without a shell it goes the next time that somebody asks for it.
  sweeper.on('error', () => undefined);
  sweeper.unref();
}

/** Undefined where nobody else is to be trusted with it, or it would lie on a disk. */
function memoryFolder(env: Readonly<Record<string, string | undefined>>, uid: number): string | undefined {
  const own = env['XDG_RUNTIME_DIR'];
  const above = [...(own !== undefined && path.isAbsolute(own) ? [own] : []), `/run/user/${uid}`, '/dev/shm'];
  for (const place of above) {
    const folder = path.join(place, place === '/dev/shm' ? `coach-${uid}` : 'coach');
    if (isInMemory(place) && isOwnFolder(folder, uid)) return folder;
  }
  return undefined;
}

function isInMemory(place: string): boolean {
  try {
    return IN_MEMORY.includes(fs.statfsSync(place).type);
  } catch {
    return false;
  }
}

/** Made where it is not there. */
function isOwnFolder(folder: string, uid: number): boolean {
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be: that shows next.
  }
  try {
    const found = fs.lstatSync(folder);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

function sessionIn(file: string, uid: number | undefined): KeySession | undefined {
  try {
    const found = fs.lstatSync(file);
    const isOwn = found.isFile() && found.uid === uid && (found.mode & 0o077) === 0 && found.nlink === 1;
    return isOwn ? parseSession(fs.readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
