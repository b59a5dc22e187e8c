import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Terminal } from '../../src/app/ports/terminal.ts';
import { plainStyle } from '../../src/pages/text/style.ts';
import { nodeContext } from '../../src/program/node-context.ts';
import { coach, filesBelow, freshHome, put, ROOT, settledHome } from '../cli/coach.ts';
import { PASSPHRASE, sealHome } from '../cli/sealed.ts';

const CANARY = 'Kanarienvogel';
const WRITE = ['reflect', 'note', '--answers', '-'];
const SEARCH = ['journal', '--search', CANARY];
const note = { stdin: `about: ${CANARY}\nnote-text: ${CANARY} singt.\n` };
const cacheOf = (home: string): string => path.join(home, 'cache');
/** The files of the cache, as they lie. */
const inCache = (home: string): ReadonlyMap<string, string> =>
  new Map(
    filesBelow(cacheOf(home)).map((file) => [file, readFileSync(path.join(cacheOf(home), file), 'latin1')]),
  );

test('nothing of an encrypted journal stands in the cache in clear, whatever is asked', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  const plan =
    'role: member\nmember-commitment: {when: Monday, then: I ask, by: 2026-12-01, likelihood: 70}\n';
  await coach(['reflect', 'member', '--answers', '-'], {
    home,
    sessions,
    stdin: `about: ${CANARY}\n${plan}`,
  });
  for (const argv of [
    SEARCH,
    [],
    ['plans'],
    ['insights'],
    ['journal', '--json'],
    ['doctor'],
    ['review', '--list'],
  ])
    await coach(argv, { home, sessions });
  const files = inCache(home);
  expect([...files.keys()]).toContain('index.encrypted/2026-11.segment');
  const readable = [...files].filter(([, text]) =>
    /Kanarienvogel|singt|Monday|note-text|coach index/i.test(text),
  );
  expect(readable.map(([file]) => file)).toEqual([]);
  expect((await coach(SEARCH, { home, sessions })).stdout).toContain('note');
});

test('an index from before the journal was encrypted is gone after the first start', async () => {
  for (const argv of [['journal'], SEARCH, ['checkin']]) {
    const home = settledHome();
    await coach(WRITE, { home, ...note });
    await coach(SEARCH, { home });
    expect([...inCache(home).values()].join('')).toContain(CANARY);
    const { sessions } = await sealHome(home);
    expect(await coach(argv, { home, sessions })).toMatchObject({ exitCode: 0 });
    expect([...inCache(home).values()].join('')).not.toContain(CANARY);
    expect(existsSync(path.join(cacheOf(home), 'index'))).toBe(false);
  }
});

test('what an index of an earlier key knows is not told', async () => {
  const home = settledHome();
  const first = await sealHome(home);
  await coach(WRITE, { home, sessions: first.sessions, ...note });
  expect((await coach(SEARCH, { home, sessions: first.sessions })).stdout).not.toBe('');
  const { sessions } = await sealHome(home);
  const { stdout, stderr } = await coach([...SEARCH, '--full'], { home, sessions });
  expect([stdout, stderr.includes('.md')]).toEqual(['', true]);
  await coach(WRITE, { home, sessions, ...note });
  expect((await coach([...SEARCH, '--full'], { home, sessions })).stdout).toContain(CANARY);
});

test('while it is locked the index is neither read nor written', async () => {
  const home = settledHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  await coach(SEARCH, { home, sessions });
  const before = inCache(home);
  lock();
  expect(await coach(SEARCH, { home, sessions })).toMatchObject({ stdout: '', exitCode: 1 });
  expect(inCache(home)).toEqual(before);
});

test('whoever goes on without the key is told nothing by the index, and it is not looked at', async () => {
  const home = settledHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  await coach(SEARCH, { home, sessions });
  lock();
  const context = nodeContext({ COACH_HOME: home }, ROOT, NOWHERE, { sessions });
  expect(await context.keys().orWithout(false)).toBe(false);
  rmSync(cacheOf(home), { recursive: true });
  const index = context.index();
  const nothing = { entries: [], unreadable: [] };
  expect(await index.newest({ limit: 1 })).toEqual(nothing);
  expect(await index.find({})).toEqual(nothing);
  expect(await index.findEach([{}], [{ limit: 1 }])).toEqual([nothing, nothing]);
  expect([...(await index.stream({})).entries('newest')]).toEqual([]);
  expect(await (await index.snapshot?.())?.find({})).toEqual(nothing);
  await index.forget?.();
  expect(existsSync(cacheOf(home))).toBe(false);
});

test('doctor looks at the encrypted index, and leaves it alone while it is locked', async () => {
  const home = settledHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  await coach(SEARCH, { home, sessions });
  const { stdout } = await coach(['doctor', '--json'], { home, sessions });
  expect(stdout).toContain(path.join(cacheOf(home), 'index.encrypted'));
  expect(stdout).not.toMatch(/index-(?:unreadable|outdated|absent|differs)/);
  const before = inCache(home);
  lock();
  expect((await coach(['doctor', '--json'], { home, sessions })).stdout).not.toMatch(
    /index-(?:unreadable|outdated|absent|differs|behind)/,
  );
  expect(inCache(home)).toEqual(before);
});

/** A terminal that nobody looks at. */
const NOWHERE: Terminal = {
  out: () => undefined,
  err: () => undefined,
  status: () => undefined,
  useColour: async () => undefined,
  gone: false,
  width: 80,
  rows: 24,
  talkWidth: undefined,
  keyboard: false,
  interactive: false,
  screen: false,
  style: plainStyle,
};

/** A folder in memory, as sessions need it. */
const MEMORY = '/dev/shm';
const hasMemory = existsSync(MEMORY) && statfsSync(MEMORY).type === 0x01021994;

test.runIf(hasMemory)('the program as it is built unlocks, saves, lists and searches', async () => {
  const home = freshHome();
  await sealHome(home);
  const runtime = mkdtempSync(path.join(MEMORY, 'coach-test-'));
  onTestFinished(() => rmSync(runtime, { recursive: true }));
  mkdirSync(path.join(runtime, 'coach'), { mode: 0o700 });
  const env = { PATH: process.env['PATH'], COACH_HOME: home, XDG_RUNTIME_DIR: runtime };
  const run = (argv: readonly string[], input = ''): string => {
    const ran = spawnSync(process.execPath, [path.join(ROOT, 'bin/coach.cjs'), ...argv], {
      env,
      input,
      encoding: 'utf8',
    });
    expect({ argv, stderr: ran.stderr, status: ran.status }).toEqual({ argv, stderr: '', status: 0 });
    return ran.stdout;
  };
  run(['unlock', '--passphrase-file', put(path.join(home, 'pass'), `${PASSPHRASE}\n`)]);
  run(WRITE, note.stdin);
  expect(run(['journal', '--full'])).toContain(`${CANARY} singt.`);
  expect(run([...SEARCH, '--full'])).toContain(`${CANARY} singt.`);
  expect(run([...SEARCH, '--full'])).toContain(`${CANARY} singt.`);
  expect(readdirSync(cacheOf(home)).filter((name) => name.startsWith('index'))).toEqual(['index.encrypted']);
  run(['lock']);
});
