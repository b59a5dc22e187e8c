import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { platformFolders } from '../../src/adapters/machine/platform-folders.ts';
import { codePlace } from '../../src/program/code-place.ts';
import { newRemote } from '../sync/repositories.ts';
import { ended, freshHome, PROGRAM, type Home, type Ran } from '../terminal/coach.ts';
import { syncWith } from './two-sides.ts';

/** A home in which compiled code is kept. */
function home(): Home {
  const fresh = freshHome();
  return { ...fresh, env: { ...fresh.env, NODE_DISABLE_COMPILE_CACHE: undefined } };
}

const run = (at: Home, ...args: readonly string[]): Promise<Ran> =>
  ended(process.execPath, [PROGRAM, ...args], at.env);

const cacheOf = ({ coach }: Home): string => path.join(coach, 'cache');

const kept = (at: Home): readonly string[] =>
  existsSync(cacheOf(at)) ? readdirSync(cacheOf(at)).filter((name) => name.startsWith('code-')) : [];

/** The one file of compiled code, after a first start. */
async function keptFile(at: Home): Promise<string> {
  await run(at, 'journal');
  const [name, ...others] = kept(at);
  expect(others).toEqual([]);
  return path.join(cacheOf(at), name ?? 'none');
}

const EMPTY = { stdout: '', stderr: 'No entries yet. To write the first: coach reflect\n', exitCode: 0 };

test('is kept at the first start, for the person alone, and left as it is by the next', async () => {
  const at = home();
  const file = await keptFile(at);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(cacheOf(at)).mode & 0o777).toBe(0o700);
  const before = statSync(file);
  expect(await run(at, 'journal')).toEqual(EMPTY);
  expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test('another command has a file of its own; other options add what they need, and so does the first start in a day', async () => {
  const at = home();
  const file = await keptFile(at);
  const { size } = statSync(file);
  await run(at, 'insights');
  expect(kept(at)).toHaveLength(2);
  expect(statSync(file).size).toBe(size);
  await run(at, 'journal', '--on-this-day');
  expect(statSync(file).size).toBeGreaterThan(size);
  const old = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(file, old, old);
  await run(at, 'journal');
  expect(statSync(file).mtimeMs).toBeGreaterThan(old.getTime() + 1000);
});

test('the code that starts a sync after a change was never kept', async () => {
  const at = home();
  const note = ['note', '--answers', '-'];
  const save = (): Promise<Ran> =>
    ended(process.execPath, [PROGRAM, ...note], at.env, 'role: member\nnote-text: Rain.\n');
  await save();
  const [file = ''] = kept(at);
  const { size } = statSync(path.join(cacheOf(at), file));
  syncWith(at, newRemote(at.root));
  await save();
  expect(statSync(path.join(cacheOf(at), file)).size).toBeGreaterThan(size);
});

test('an export, which spares memory, left code that no other start could use', async () => {
  const at = home();
  const file = await keptFile(at);
  const before = readFileSync(file);
  const entries = path.join(at.root, 'one.jsonl');
  writeFileSync(entries, '{"date": "2026-11-22", "text": "Rain."}\n');
  for (const args of [
    ['import', entries, '--yes'],
    ['export', '--to', path.join(at.root, 'all.json')],
  ])
    expect(await run(at, 'journal', ...args)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(file)).toEqual(before);
});

test.each([['--version'], ['--help'], ['journal', '--help'], ['no-such-word'], ['journal', '--limit', 'x']])(
  'nothing is written by coach %s %s',
  async (...args) => {
    const at = home();
    await run(at, ...args);
    expect(existsSync(at.coach)).toBe(false);
  },
);

describe('a file that is not what it was costs time, and is no error', () => {
  test.each<{ what: string; damage: (file: string) => void; isRenewed?: false }>([
    { what: 'one without an end', damage: (file) => truncateSync(file, statSync(file).size - 9) },
    { what: 'an empty one', damage: (file) => truncateSync(file, 0) },
    { what: 'noise', damage: (file) => writeFileSync(file, 'x'.repeat(100_000)) },
    { what: 'zeros', damage: (file) => writeFileSync(file, Buffer.alloc(100_000)) },
    {
      what: 'a bit turned over in each kilobyte',
      damage: (file) => {
        const bytes = readFileSync(file);
        for (let at = 20_000; at < bytes.length; at += 1000) bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
        writeFileSync(file, bytes);
      },
    },
    {
      what: 'one for another build under this name',
      damage: (file) => {
        const bytes = readFileSync(file).toString('latin1').replaceAll('"key":"code-', '"key":"cod3-');
        writeFileSync(file, bytes, 'latin1');
      },
    },
    {
      what: 'a link',
      damage: (file) => {
        renameSync(file, `${file}.moved`);
        symlinkSync(`${file}.moved`, file);
      },
    },
    { what: 'a file that others can write', damage: (file) => chmodSync(file, 0o622) },
    {
      what: 'a folder',
      isRenewed: false,
      damage: (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    },
  ])('$what', async ({ damage, isRenewed = true }) => {
    const at = home();
    const file = await keptFile(at);
    const sound = readFileSync(file);
    damage(file);
    expect(await run(at, 'journal')).toEqual(EMPTY);
    expect(statSync(file).isFile() && statSync(file).size > sound.length / 2).toBe(isRenewed);
    expect(await run(at, 'journal')).toEqual(EMPTY);
  });

  test('V8 was given what another Node had made, by its own name', async () => {
    const at = home();
    const file = await keptFile(at);
    // Where V8 keeps what made the code, in both copies of the first script.
    const bytes = readFileSync(file);
    const { scripts }: { scripts: [string, number][] } = JSON.parse(bytes.toString('latin1', 0, 8192));
    const [, length = 0] = scripts[0] ?? [];
    for (const from of [16_384, 16_384 + length]) bytes.writeUInt32LE(1, from + 4);
    writeFileSync(file, bytes);
    expect(await run(at, 'journal')).toEqual(EMPTY);
    expect(readFileSync(file).equals(bytes)).toBe(false);
  });
});

describe('where it cannot be kept', () => {
  test.each([
    { what: 'NODE_DISABLE_COMPILE_CACHE', env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
    { what: 'no home', env: { COACH_HOME: undefined, HOME: undefined, XDG_CACHE_HOME: 'relative' } },
  ])('it is not: $what', async ({ env }) => {
    const at = home();
    const journal = path.join(at.root, 'elsewhere');
    mkdirSync(journal);
    const ran = await run({ ...at, env: { ...at.env, COACH_JOURNAL: journal, ...env } }, 'journal');
    expect(ran.exitCode === 0 || /no home/.test(ran.stderr)).toBe(true);
    expect(kept(at)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder that can only be read',
    async () => {
      const at = home();
      mkdirSync(cacheOf(at), { recursive: true });
      chmodSync(cacheOf(at), 0o500);
      expect(await run(at, 'journal')).toEqual(EMPTY);
      expect(kept(at)).toEqual([]);
    },
  );

  test.runIf(process.platform === 'linux')('a disk without room', async () => {
    const at = home();
    const words = ['--fsize=100000:unlimited', process.execPath, PROGRAM, 'journal'];
    expect(await ended('prlimit', words, at.env)).toEqual(EMPTY);
    expect(readdirSync(cacheOf(at))).toEqual([]);
  });
});

test('many at once leave one that is whole', async () => {
  const at = home();
  const ways = [[], ['--json'], ['--full'], ['--on-this-day'], ['--limit', '3'], ['--role', 'member']];
  const ran = await Promise.all(ways.map((way) => run(at, 'journal', ...way)));
  expect(ran.map(({ exitCode }) => exitCode)).toEqual(ways.map(() => 0));
  expect(readdirSync(cacheOf(at)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(kept(at)).toHaveLength(1);
  expect(await run(at, 'journal')).toEqual(EMPTY);
});

test.skipIf(process.platform === 'win32')(
  'killed while it is written, a process left nothing that counts',
  async () => {
    const at = home();
    for (const wait of [60, 80, 100, 120]) {
      const child = spawn(process.execPath, [PROGRAM, 'journal'], { env: { ...process.env, ...at.env } });
      await setTimeout(wait);
      child.kill('SIGKILL');
      expect(await run(at, 'journal')).toEqual(EMPTY);
      rmSync(path.join(cacheOf(at), kept(at)[0] ?? ''), { force: true });
    }
  },
);

test('what earlier builds and other Nodes left is swept once nobody renews it', async () => {
  const at = home();
  mkdirSync(cacheOf(at), { recursive: true });
  const place = codePlace(process, '0'.repeat(16), 'journal');
  const mine = path.basename(place?.file ?? '');
  const before = { [mine]: 3, [`${mine}1`]: 1, 'code-v1.0.0-x64-0': 3, 'code-v2.0.0-x64-0': 31, theirs: 99 };
  for (const [name, days] of Object.entries(before)) {
    const file = path.join(cacheOf(at), name);
    writeFileSync(file, '');
    utimesSync(file, new Date(), new Date(Date.now() - days * 86_400_000));
  }
  await run(at, 'journal');
  const left = readdirSync(cacheOf(at));
  expect(Object.keys(before).filter((name) => left.includes(name))).toEqual([
    `${mine}1`,
    'code-v1.0.0-x64-0',
    'theirs',
  ]);
});

test('it works where the program’s own folder cannot be written, and nothing is written there', async () => {
  const at = home();
  const copy = path.join(at.root, 'package');
  for (const part of ['bin', 'dist', 'prompts', 'package.json'])
    cpSync(path.join(PROGRAM, '../..', part), path.join(copy, part), { recursive: true });
  const before = readdirSync(copy, { recursive: true });
  chmodSync(path.join(copy, 'dist'), 0o555);
  const ran = await ended(process.execPath, [path.join(copy, 'bin/coach.cjs'), 'journal'], at.env);
  expect(ran).toEqual(EMPTY);
  expect(readdirSync(copy, { recursive: true })).toEqual(before);
  expect(kept(at)).toHaveLength(1);
  chmodSync(path.join(copy, 'dist'), 0o755);
});

test.each([
  {},
  { COACH_HOME: '~/mine' },
  { COACH_HOME: 'mine' },
  { XDG_CACHE_HOME: '/var/cache/me' },
  { XDG_CACHE_HOME: 'relative' },
])('lies in the folder that everything else takes for the cache: %j', (set) => {
  const env = { HOME: homedir(), ...set };
  const before = { ...process.env };
  for (const name of ['COACH_HOME', 'XDG_CACHE_HOME', 'HOME']) delete process.env[name];
  Object.assign(process.env, env);
  try {
    expect(codePlace({ ...process, env }, '0', undefined)?.folder).toBe(platformFolders(env).cache);
  } finally {
    for (const name of ['COACH_HOME', 'XDG_CACHE_HOME', 'HOME']) delete process.env[name];
    Object.assign(process.env, before);
  }
});

test('flags of V8 have code of their own', () => {
  const at = { ...process, env: { HOME: '/home/d' }, execArgv: [] };
  const files = [
    at,
    { ...at, execArgv: ['--no-opt'] },
    { ...at, env: { ...at.env, NODE_OPTIONS: '--jitless' } },
  ];
  expect(new Set(files.map((one) => codePlace(one, '0', undefined)?.file)).size).toBe(3);
});
