import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isoIn } from '../../../src/domain/time/moment.ts';
import { parseRecord, printRecord, type SyncRecord } from '../../../src/sync/sync-record.ts';
import { BERLIN, put } from '../../cli/coach.ts';
import { coach, ended, freshHome, type Home, PROGRAM } from '../../terminal/coach.ts';
import { git, newRemote } from '../repositories.ts';

const recordFile = ({ coach }: Home): string => path.join(coach, 'state/sync.json');

function setUp(home: Home, last?: SyncRecord['last']): string {
  const address = newRemote(home.root);
  const setup = { journal: home.journal, address, branch: 'main', readable: true };
  put(recordFile(home), printRecord({ setup, last, named: [] }));
  return address;
}

/** As one that ended so many milliseconds ago. */
const lately = (ago: number): SyncRecord['last'] => ({
  at: isoIn(Date.now() - ago, BERLIN),
  state: 'done',
  message: '',
  in: 0,
  out: 0,
  copies: 0,
  failedSince: null,
});

const ANSWERS = 'role: member\nnote-text: It was far away.\n';

const run = (home: Home, ...args: readonly string[]) => coach(args, { env: home.env }, ANSWERS);

/** Waits until something is so, for as long as a slow machine may take. */
async function until(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 300; tries++) {
    if (isSo()) return true;
    await wait(100);
  }
  return false;
}

/** Whether a sync has ended that nobody waited for. */
const isSynced = (home: Home): Promise<boolean> =>
  until(() => {
    const record = parseRecord(readFileSync(recordFile(home), 'utf8'));
    return typeof record === 'object' && record.last?.state === 'done';
  });

const sentTo = (remote: string): readonly string[] =>
  git(remote, ['for-each-ref']) === ''
    ? []
    : git(remote, ['ls-tree', '-r', '--name-only', 'main'])
        .split('\n')
        .filter((file) => file !== '');

test('what is saved is sent by itself', async () => {
  const home = freshHome();
  const remote = setUp(home);
  expect(await run(home, 'note', '--answers', '-')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await isSynced(home)).toBe(true);
  expect(sentTo(remote)).toHaveLength(1);
});

test('what is saved is sent by itself, too, where the home of coach is named from where one stands', async () => {
  const home = freshHome();
  setUp(home);
  const from = ['-c', 'cd "$0" && exec "$@"', home.root, process.execPath, PROGRAM];
  const env = { ...home.env, COACH_HOME: path.basename(home.coach) };
  await ended('/bin/sh', [...from, 'note', '--answers', '-'], env, ANSWERS);
  expect(await isSynced(home)).toBe(true);
});

test('what is deleted permanently is gone from the other side by itself, too', async () => {
  const home = freshHome();
  const remote = setUp(home);
  await run(home, 'note', '--answers', '-');
  await isSynced(home);
  expect(sentTo(remote)).toHaveLength(1);
  // As if that were long ago.
  put(recordFile(home), readFileSync(recordFile(home), 'utf8').replace(/"at": "2/, '"at": "1'));
  expect(await run(home, 'journal', 'delete', 'last', '--forever', '--yes')).toMatchObject({ exitCode: 0 });
  expect(await until(() => sentTo(remote).length === 0)).toBe(true);
});

test('the last of many changes in a row was not sent before the next one came', async () => {
  const home = freshHome();
  // The first of them come just after another sync, and the turn of the next one is a while away.
  const remote = setUp(home, lately(120_000 - 6_000));
  for (let note = 0; note < 6; note++) await run(home, 'note', '--answers', '-');
  expect(sentTo(remote)).toEqual([]);
  expect(await until(() => sentTo(remote).length === 6)).toBe(true);
  // All were sent together.
  expect(git(remote, ['rev-list', '--count', 'main']).trim()).toBe('1');
});

test('nothing is sent by itself where nothing was changed, or where it is to be done by hand', async () => {
  const home = freshHome();
  const remote = setUp(home);
  await run(home, 'journal');
  await run(home, 'config', 'set', 'sync', 'by-hand');
  await run(home, 'note', '--answers', '-');
  await wait(2_000);
  expect([sentTo(remote), existsSync(path.join(home.coach, 'data/sync.git'))]).toEqual([[], false]);
  expect(parseRecord(readFileSync(recordFile(home), 'utf8'))).not.toHaveProperty('last');
});

/** The lock of whoever waits. */
const turnOf = (home: Home): string => path.join(home.coach, 'state/.sync-turn.coach-lock');

test.each([
  { case: 'sync was to be done by hand', change: ['config', 'set', 'sync', 'by-hand'] },
  { case: 'sync was stopped', change: ['sync', 'stop'] },
])('one went on waiting, and sent what it waited for, when $case meanwhile', async ({ change }) => {
  const home = freshHome();
  const remote = setUp(home, lately(120_000 - 15_000));
  await run(home, 'note', '--answers', '-');
  expect(await until(() => existsSync(turnOf(home)))).toBe(true);
  const began = performance.now();
  expect(await run(home, ...change)).toMatchObject({ exitCode: 0 });
  expect(await until(() => !existsSync(turnOf(home)))).toBe(true);
  expect(performance.now() - began).toBeLessThan(10_000);
  await wait(1_000);
  expect(sentTo(remote)).toEqual([]);
});

test('one that was told to end while it waited left its lock behind', async () => {
  const home = freshHome();
  const lock = turnOf(home);
  setUp(home, lately(1_000));
  await run(home, 'note', '--answers', '-');
  const holder = (): number => Number(/"pid":(\d+)/.exec(readFileSync(lock, 'utf8'))?.[1]);
  expect(await until(() => existsSync(lock) && holder() > 0)).toBe(true);
  process.kill(holder(), 'SIGTERM');
  expect(await until(() => !existsSync(lock))).toBe(true);
});
