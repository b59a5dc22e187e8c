import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ended, filesBelow, freshHome, PROGRAM } from '../terminal/coach.ts';
import type { Ran } from '../terminal/coach.ts';

/** Runs coach with nothing in its environment but a path that leads to node, and what is named. */
function bare(args: readonly string[], named: readonly string[] = [], input = ''): Promise<Ran> {
  const search = `PATH=${path.dirname(process.execPath)}`;
  return ended('env', ['-i', search, ...named, 'node', PROGRAM, ...args], {}, input);
}

test('in a bare environment coach says where it would keep things, and makes nothing', async () => {
  const { stdout, stderr, exitCode } = await bare(['config', 'path']);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const places = stdout.match(/\/.*/g) ?? [];
  expect(places.length).toBeGreaterThan(1);
  expect(places.filter((place) => !path.isAbsolute(place))).toEqual([]);
});

test('in a bare environment with a home of its own everything works', async () => {
  const home = freshHome();
  const named = [`COACH_HOME=${home.coach}`];
  expect(await bare(['checkin'], named)).toEqual({
    stdout: 'A check-in is waiting: coach checkin\n',
    stderr: '',
    exitCode: 0,
  });
  expect(await bare(['checkin'], named)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  const saved = await bare(['checkin', '--role', 'member', '--answers', '-'], named, 'checkin-trust: 4\n');
  expect(saved).toEqual({ stdout: expect.stringMatching(/^Saved\.\n.*\.md\n$/), stderr: '', exitCode: 0 });
  const listed = await bare(['journal'], named);
  expect(listed).toEqual({
    stdout: expect.stringMatching(/\tcheckin\tmember\t.*\.md\n$/),
    stderr: '',
    exitCode: 0,
  });
  expect(filesBelow(home.journal)).toHaveLength(1);
});

test.each([
  { what: 'a file', homeIn: (root: string) => path.join(root, 'person', 'theirs') },
  { what: 'a folder that nobody can write', homeIn: () => '/proc/tty' },
])('a home that is $what is told, and nothing is saved', async ({ homeIn }) => {
  const { root } = freshHome();
  const home = homeIn(root);
  const args = ['checkin', '--role', 'member', '--answers', '-'];
  const { stdout, stderr, exitCode } = await bare(args, [`HOME=${home}`], 'checkin-trust: 4\n');
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  expect(/^coach: cannot (?:read|write) (.*?\/)\.(?:local|config)\//.exec(stderr)?.[1]).toBe(`${home}/`);
  expect(stderr).toMatch(
    /: (?:a file is in the way|you do not have permission to write there|its folder does not exist|the disk is read-only)/,
  );
  expect(existsSync(path.join(home, '.local'))).toBe(false);
});

test('a relative folder of XDG was an error in one place and used in another', async () => {
  const home = freshHome();
  const set = [
    `HOME=${home.root}`,
    'XDG_DATA_HOME=relative',
    'XDG_STATE_HOME=.',
    `XDG_CONFIG_HOME=${home.root}/x`,
  ];
  const { stdout } = await bare(['config', 'path'], set);
  expect(stdout).toContain(`${home.root}/x/coach/settings.json`);
  expect(stdout).toContain(`${home.root}/.local/share/coach/journal`);
});

test('a Node that was told to keep links of programs did not find coach', async () => {
  const home = freshHome();
  const link = path.join(home.root, 'coach-by-link');
  symlinkSync(PROGRAM, link);
  const kept = '--preserve-symlinks-main --preserve-symlinks';
  for (const options of ['', '--preserve-symlinks-main', '--preserve-symlinks', kept]) {
    const words = options.split(' ').filter((word) => word !== '');
    for (const args of [['--version'], ['config', 'path'], ['about']]) {
      const { stderr, exitCode } = await ended(process.execPath, [...words, link, ...args], home.env);
      expect({ options, args, stderr, exitCode }).toEqual({ options, args, stderr: '', exitCode: 0 });
    }
  }
});

test('in a folder that is gone, coach spoke of a call of the system', async () => {
  const home = freshHome();
  const folder = path.join(home.root, 'gone');
  mkdirSync(folder);
  const run = (words: string): Promise<Ran> =>
    ended(
      'sh',
      ['-c', `cd "$1" && rmdir "$1"; exec "$2" "$3" ${words}`, 'sh', folder, process.execPath, PROGRAM],
      home.env,
    );
  expect((await run('config path')).exitCode).toBe(0);
  mkdirSync(folder);
  expect(await run('journal export --to all.json')).toEqual({
    stdout: '',
    stderr: 'coach: the folder you are in no longer exists: change to another one\n',
    exitCode: 1,
  });
});

test('a clone that was installed without scripts ended in a stack trace', async () => {
  const home = freshHome();
  const clone = path.join(home.root, 'clone');
  const root = path.resolve(PROGRAM, '../..');
  for (const name of ['bin', 'package.json'])
    cpSync(path.join(root, name), path.join(clone, name), { recursive: true });
  expect(await ended(process.execPath, [path.join(clone, 'bin/coach.cjs')], home.env)).toEqual({
    stdout: '',
    stderr: `coach: it is not built yet\n  Run this in ${clone}: npm run build\n`,
    exitCode: 1,
  });
});
