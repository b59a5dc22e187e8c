import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sessionFiles } from '../../../src/adapters/sealing/session-files.ts';
import type { KeySessions } from '../../../src/app/ports/keys.ts';
import type { KeySession } from '../../../src/domain/entry/key-session.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ONE = 'age1one';
const OTHER = 'age1other';

/** What Linux calls a file system in memory. */
const TMPFS = 0x01021994;
const inMemory = ((): boolean => {
  try {
    return statfsSync('/dev/shm').type === TMPFS;
  } catch {
    return false;
  }
})();

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder in memory that stands for that of the person's login. */
function runtime(above = '/dev/shm'): string {
  const folder = mkdtempSync(path.join(above, 'coach-session-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Opened {
  readonly sessions: KeySessions;
  readonly clock: { now: number };
  readonly folder: string;
  readonly file: () => string;
}

function opened(folder = runtime()): Opened {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const sessions = sessionFiles({ XDG_RUNTIME_DIR: folder }, () => clock.now);
  const file = (): string =>
    path.join(
      folder,
      'coach',
      readdirSync(path.join(folder, 'coach')).find((name) => name.endsWith('.session')) ?? '',
    );
  return { sessions, clock, folder, file };
}

const session = (now: number, lasts = 30 * MINUTE): KeySession => ({
  identity: 'AGE-SECRET-KEY-1X',
  made: now,
  used: now,
  lasts,
});

describe.runIf(inMemory)('a session', () => {
  test('is a file in memory for this person alone, and says nothing of the journal in its name', async () => {
    const { sessions, clock, folder, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    expect([sessions.canLast, sessions.folder]).toEqual([true, path.join(folder, 'coach')]);
    expect(statSync(path.join(folder, 'coach')).mode & 0o777).toBe(0o700);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(path.basename(file())).toMatch(/^[0-9a-f]{16}\.session$/);
    expect(sessions.find(ONE)?.identity).toBe('AGE-SECRET-KEY-1X');
  });

  test('ends when it was not used for long enough, and its file goes', async () => {
    const { sessions, clock, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    clock.now += 30 * MINUTE - 1;
    expect(sessions.find(ONE)).toBeDefined();
    clock.now += 1;
    const was = file();
    expect(sessions.find(ONE)).toBeUndefined();
    expect(existsSync(was)).toBe(false);
  });

  test('goes on while it is used, and for twelve hours at most', async () => {
    const { sessions, clock } = opened();
    const made = clock.now;
    await sessions.begin(ONE, session(made));
    for (; clock.now < made + 12 * HOUR; clock.now += 20 * MINUTE) {
      const found = sessions.find(ONE);
      expect(found).toBeDefined();
      if (found) sessions.renew(ONE, { ...found, used: clock.now });
    }
    expect(sessions.find(ONE)).toBeUndefined();
  });

  test('ends when the clock goes back', async () => {
    const { sessions, clock } = opened();
    await sessions.begin(ONE, session(clock.now));
    clock.now -= 1;
    expect(sessions.find(ONE)).toBeUndefined();
    clock.now += 1;
    expect(sessions.find(ONE)).toBeUndefined();
  });

  test('of one journal is none of another', async () => {
    const { sessions, clock } = opened();
    await sessions.begin(ONE, session(clock.now));
    expect(sessions.find(OTHER)).toBeUndefined();
    await sessions.begin(OTHER, { ...session(clock.now), identity: 'AGE-SECRET-KEY-1Y' });
    expect(sessions.end(OTHER)).toBe(true);
    expect(sessions.end(OTHER)).toBe(false);
    expect(sessions.find(ONE)?.identity).toBe('AGE-SECRET-KEY-1X');
  });

  test.each([
    ['is open to others', (file: string) => chmodSync(file, 0o640)],
    ['is a link', (file: string) => (renameSync(file, `${file}.there`), symlinkSync(`${file}.there`, file))],
    ['has another name, too', (file: string) => linkSync(file, `${file}.too`)],
    ['is a folder', (file: string) => (rmSync(file), mkdirSync(file))],
    ['is damaged', (file: string) => writeFileSync(file, '{"format":1', { mode: 0o600 })],
    [
      'is newer',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('"format":1', '"format":2')),
    ],
  ])('whose file %s is not believed', async (_, change) => {
    const { sessions, clock, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    change(file());
    expect(sessions.find(ONE)).toBeUndefined();
  });

  test.runIf(process.getuid?.() === 0)('of somebody else is not believed', async () => {
    const { sessions, clock, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    chownSync(file(), 1, 1);
    expect(sessions.find(ONE)).toBeUndefined();
  });

  test('is begun again where its file is in the way', async () => {
    const { sessions, clock, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    chmodSync(file(), 0o644);
    await sessions.begin(ONE, session(clock.now));
    expect(sessions.find(ONE)).toBeDefined();
  });

  test('that was ended by coach lock is not brought back by a command that reads at that moment', async () => {
    const { sessions, clock, file } = opened();
    await sessions.begin(ONE, session(clock.now));
    const found = sessions.find(ONE);
    const was = file();
    sessions.end(ONE);
    if (found) sessions.renew(ONE, { ...found, used: clock.now });
    expect(existsSync(was)).toBe(false);
    expect(sessions.find(ONE)).toBeUndefined();
  });

  test(
    'that nobody asks for any more is taken away by a process that ends then',
    { timeout: 20_000 },
    async () => {
      const bin = runtime(tmpdir());
      const log = path.join(bin, 'log');
      writeFileSync(path.join(bin, 'sleep'), `#!/bin/sh\necho $PPID >>"${log}"\nexec /bin/sleep 0.1\n`, {
        mode: 0o700,
      });
      vi.stubEnv('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
      const { sessions, clock, file } = opened();
      await sessions.begin(ONE, session(clock.now));
      const was = file();
      await vi.waitFor(() => expect(existsSync(log)).toBe(true), 10_000);
      const sweeper = readFileSync(log, 'utf8').split('\n')[0] ?? '';
      expect(existsSync(`/proc/${sweeper}`)).toBe(true);
      expect(readFileSync(`/proc/${sweeper}/cmdline`, 'utf8')).not.toContain('AGE-SECRET');
      const longAgo = new Date(Date.now() - 31 * MINUTE);
      utimesSync(was, longAgo, longAgo);
      await vi.waitFor(() => expect(existsSync(was)).toBe(false), 10_000);
      await vi.waitFor(() => expect(existsSync(`/proc/${sweeper}`)).toBe(false), 10_000);
    },
  );
});

describe('a folder', () => {
  test('on a disk keeps no session', async () => {
    const { sessions, folder } = ((): Opened => opened(runtime(tmpdir())))();
    if (statfsSync(tmpdir()).type === TMPFS) return;
    expect(sessions.folder?.startsWith(folder) ?? false).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.runIf(inMemory)('that others can enter keeps none', () => {
    const folder = runtime();
    mkdirSync(path.join(folder, 'coach'));
    chmodSync(path.join(folder, 'coach'), 0o755);
    expect(opened(folder).sessions.folder).not.toBe(path.join(folder, 'coach'));
  });

  test.runIf(inMemory)('that is a link keeps none', () => {
    const folder = runtime();
    mkdirSync(path.join(folder, 'elsewhere'), { mode: 0o700 });
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'coach'));
    expect(opened(folder).sessions.folder).not.toBe(path.join(folder, 'coach'));
  });
});
