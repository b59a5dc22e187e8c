import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, freshHome, type Home } from '../terminal/coach.ts';

const settingsOf = (home: Home): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(home.coach, 'config', 'settings.json'), 'utf8'));

test('of twenty settings that were set at once, some were lost', async () => {
  const home = freshHome();
  const values = {
    role: 'manager',
    'day-ends': '3',
    plain: 'true',
    journal: path.join(home.root, 'journal'),
    'checkin-days': 'workdays',
  };
  const wanted = Object.entries(values);
  const ran = await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const [key, value] = wanted[at % wanted.length] ?? ['role', 'manager'];
      return coach(['config', 'set', key, value], home);
    }),
  );
  expect(ran.map(({ stderr, exitCode }) => [stderr, exitCode])).toEqual(
    ran.map(() => [expect.stringContaining('set to'), 0]),
  );
  expect(Object.keys(settingsOf(home)).toSorted()).toHaveLength(wanted.length);
});

describe('the lock of a file', () => {
  const lockOf = (home: Home): string => path.join(home.coach, 'config', '.settings.json.coach-lock');
  const set = (home: Home) => coach(['config', 'set', 'role', 'manager'], home);
  const nobody = { pid: 2 ** 22 + 1, started: '1', host: hostname(), token: '0123456789abcdef' };
  const LATER = new Date(Date.now() + 3_600_000);
  const LONG_AGO = new Date(Date.now() - 3 * 3_600_000);

  test.each([
    { whose: 'a process that is gone', put: (lock: string) => writeFileSync(lock, JSON.stringify(nobody)) },
    {
      whose: 'a process whose number another one has by now',
      put: (lock: string) => writeFileSync(lock, JSON.stringify({ ...nobody, pid: 1 })),
    },
    {
      whose: 'nobody, for long',
      put: (lock: string) => {
        writeFileSync(lock, '');
        utimesSync(lock, new Date(0), new Date(0));
      },
    },
    {
      whose: 'another machine, or of this one under another name, for longer than anything takes',
      put: (lock: string) => {
        writeFileSync(lock, JSON.stringify({ ...nobody, host: 'elsewhere' }));
        utimesSync(lock, LONG_AGO, LONG_AGO);
      },
    },
  ])('of $whose is taken away', async ({ put }) => {
    const home = freshHome();
    mkdirSync(path.dirname(lockOf(home)), { recursive: true });
    put(lockOf(home));
    expect(await set(home)).toMatchObject({ exitCode: 0 });
    expect(settingsOf(home)).toEqual({ role: 'manager' });
    expect(readdirSync(path.dirname(lockOf(home)))).toEqual(['settings.json']);
  });

  const held: readonly { readonly what: string; readonly put: (lock: string) => void }[] = [
    {
      what: 'belongs to a living process',
      put: (lock) => {
        const status = readFileSync('/proc/self/stat', 'utf8');
        const started = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
        writeFileSync(lock, JSON.stringify({ ...nobody, pid: process.pid, started }));
      },
    },
    {
      what: 'is of another machine',
      put: (lock) => writeFileSync(lock, JSON.stringify({ ...nobody, host: 'elsewhere' })),
    },
    {
      what: 'is empty, with its time in the future',
      put: (lock) => {
        writeFileSync(lock, '');
        utimesSync(lock, LATER, LATER);
      },
    },
  ];

  test.each([
    { what: 'a folder', put: (lock: string) => mkdirSync(lock) },
    { what: 'a link', put: (lock: string) => symlinkSync('/nowhere/lock', lock) },
    { what: 'a pipe', put: (lock: string) => void execFileSync('mkfifo', [lock]) },
  ])('that is $what was taken for one of another coach, to be deleted', async ({ what, put }) => {
    const home = freshHome();
    mkdirSync(path.dirname(lockOf(home)), { recursive: true });
    put(lockOf(home));
    const file = path.join(home.coach, 'config', 'settings.json');
    expect(await set(home)).toEqual({
      stdout: '',
      stderr: `coach: cannot change ${file}: ${lockOf(home)} is in the way: it is ${what}
  Nothing was changed. coach puts a file with that name there while it works. Move what is there somewhere else and try again.
`,
      exitCode: 1,
    });
  });

  test('that cannot be taken away was waited for without end and without a word', async () => {
    const homes = held.map(({ what, put }) => {
      const home = freshHome();
      mkdirSync(path.dirname(lockOf(home)), { recursive: true });
      put(lockOf(home));
      return { what, home };
    });
    const ran = await Promise.all(
      homes.map(async ({ what, home }) => ({ what, home, ...(await set(home)) })),
    );
    for (const { what, home, stdout, stderr, exitCode } of ran) {
      expect({ what, stdout, exitCode }).toEqual({ what, stdout: '', exitCode: 1 });
      const file = path.join(home.coach, 'config', 'settings.json');
      expect(stderr).toBe(
        `coach: another copy of coach has been using ${file} for 5 seconds
  Nothing was changed. If coach is not running anywhere else, delete ${lockOf(home)} and try again.
`,
      );
      expect(readdirSync(path.dirname(lockOf(home)))).toEqual(['.settings.json.coach-lock']);
    }
  });
});
