import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, CTRL_D, ended, ENTER, filesBelow, freshHome, openCoach, PROGRAM } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

const SITTING = ['reflect', '--role', 'manager', '--question', 'manager-they-know'];
const ANSWER = 'They talk to the client every week, and I never do.';

/** A disk that can be full, and the programs that see it. */
interface Disk {
  readonly journal: string;
  /** The same folder, for the test. */
  readonly seen: string;
  readonly reason: string;
  readonly within: readonly [string, ...string[]];
  /** Fills it before a program starts; `pid` is that of one that runs already. */
  readonly fill: (pid?: number) => void;
  readonly makeRoom: (pid?: number) => void;
}

async function mounted({ root }: Home): Promise<Disk> {
  const { folder, seen, within, fill, makeRoom } = await smallDisk(root);
  const journal = path.join(folder, 'journal');
  mkdirSync(path.join(seen, 'journal'));
  return { journal, seen: path.join(seen, 'journal'), reason: 'the disk is full', within, fill, makeRoom };
}

/** Where nothing can be mounted: files may not grow at all. */
function limited({ journal }: Home): Promise<Disk> {
  const limit = (size: string, pid: number): void =>
    void spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}:unlimited`]);
  let size = 'unlimited';
  return Promise.resolve({
    journal,
    seen: journal,
    reason: 'it is too large for that disk',
    get within(): readonly [string, ...string[]] {
      return ['prlimit', `--fsize=${size}:unlimited`];
    },
    fill: (pid) => (pid === undefined ? (size = '0') : limit('0', pid)),
    makeRoom: (pid) => (pid === undefined ? (size = 'unlimited') : limit('unlimited', pid)),
  });
}

function coachOn(
  { within: [command, ...words], journal }: Disk,
  { env }: Home,
  args: readonly string[],
  input = '',
): Promise<Ran> {
  return ended(
    command,
    [...words, process.execPath, PROGRAM, ...args],
    { ...env, COACH_JOURNAL: journal },
    input,
  );
}

describe.each([
  { kind: 'a small disk', diskFor: mounted, possible: canMount },
  { kind: 'a limit to the size of files', diskFor: limited, possible: process.platform === 'linux' },
])('$kind without room', ({ diskFor, possible }) => {
  test.runIf(possible)('refuses a check-in with the reason, and takes it when there is room', async () => {
    const home = freshHome();
    mkdirSync(home.journal, { recursive: true });
    const disk = await diskFor(home);
    const checkIn = (): Promise<Ran> =>
      coachOn(disk, home, ['checkin', '--role', 'member', '--answers', '-'], `rot-m-waited: ${ANSWER}\n`);
    disk.fill();
    const refused = await checkIn();
    expect(refused).toMatchObject({ stdout: '', exitCode: 1 });
    expect(refused.stderr).toMatch(
      /^coach: cannot write .*-checkin-\w+\.md: .*\n {2}No half-written file was left behind\./,
    );
    expect(refused.stderr).toContain(disk.reason);
    expect(filesBelow(disk.seen)).toEqual([]);
    disk.makeRoom();
    expect(await checkIn()).toMatchObject({
      stdout: expect.stringMatching(/^Saved/),
      stderr: '',
      exitCode: 0,
    });
    expect(filesBelow(disk.seen)).toHaveLength(1);
  });

  test.runIf(possible)('keeps the answers of a sitting, and saves them when there is room', async () => {
    const home = freshHome();
    mkdirSync(home.journal, { recursive: true });
    const disk = await diskFor(home);
    const [command, ...words] = disk.within;
    const args = [...words, process.execPath, PROGRAM, ...SITTING];
    const terminal = openCoach([], home, { command, args, env: { COACH_JOURNAL: disk.journal } });
    await terminal.when('know about the work');
    disk.fill(await terminal.pid);
    await terminal.types(ANSWER + CTRL_D);
    await terminal.when('This window keeps your answers', '1', ENTER);
    await terminal.when('Your answers are not saved yet.', '2', ENTER);
    await terminal.when(ANSWER, '1', ENTER);
    await terminal.when('Your answers are not saved yet.');
    expect(filesBelow(disk.seen)).toEqual([]);
    disk.makeRoom(await terminal.pid);
    await terminal.types(`1${ENTER}`);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(filesBelow(disk.seen)).toEqual([expect.stringMatching(/manager-\w+\.md$/)]);
    const { stdout } = await coachOn(disk, home, ['journal', '--full']);
    expect(stdout).toContain(ANSWER);
  });
});

describe('a journal folder that cannot be written', () => {
  const checkIn = ({ env }: Pick<Home, 'env'>, within: readonly string[] = []): Promise<Ran> => {
    const [command, ...words] = [...within, process.execPath, PROGRAM, 'checkin', '--role', 'member'];
    return ended(command, [...words, '--answers', '-'], env, `rot-m-waited: ${ANSWER}\n`);
  };

  test.runIf(canMount)('since the disk can only be read', async () => {
    const home = freshHome();
    const { folder, seen, within, makeReadOnly } = await smallDisk(home.root);
    mkdirSync(path.join(seen, 'journal'));
    makeReadOnly();
    const { stdout, stderr, exitCode } = await checkIn(
      { env: { ...home.env, COACH_JOURNAL: path.join(folder, 'journal') } },
      within,
    );
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(': the disk is read-only\n');
    expect(filesBelow(seen)).toEqual([]);
  });

  test.runIf(process.getuid?.() !== 0)('since its permissions forbid it', async () => {
    const home = freshHome();
    mkdirSync(home.journal, { recursive: true });
    chmodSync(home.journal, 0o500);
    const { stdout, stderr, exitCode } = await checkIn(home);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(': you do not have permission to write there\n');
    expect(filesBelow(home.journal)).toEqual([]);
  });

  test('since nobody can, not even root', async () => {
    const { stdout, stderr, exitCode } = await checkIn({
      env: { ...freshHome().env, COACH_JOURNAL: '/proc/tty' },
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(
      /^coach: cannot write \/proc\/tty\/.*: (?:you do not have permission to write there|its folder does not exist|the disk is read-only)\n/,
    );
  });

  test('since it is a file', async () => {
    const home = freshHome();
    const file = path.join(home.root, 'journal');
    writeFileSync(file, 'mine');
    const { stdout, stderr, exitCode } = await checkIn({ env: { ...home.env, COACH_JOURNAL: file } });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(`coach: the journal folder is a file: ${file}\n`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('since it was named and is gone: it is never made anew', async () => {
    const home = freshHome();
    const gone = path.join(home.root, 'stick', 'journal');
    await coach(['config', 'set', 'journal', gone], home);
    for (const args of [['journal'], ['checkin', '--role', 'member', '--answers', '-']]) {
      const { stdout, stderr, exitCode } = await coach(args, home, `rot-m-waited: ${ANSWER}\n`);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
      expect(stderr).toContain(`coach: the journal folder is not there: ${gone}\n`);
    }
    expect(existsSync(path.dirname(gone))).toBe(false);
  });
});
