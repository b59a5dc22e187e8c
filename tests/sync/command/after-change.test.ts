import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseRecord, printRecord, type SyncRecord } from '../../../src/sync/sync-record.ts';
import { put } from '../../cli/coach.ts';
import { coach, ended, freshHome, type Home, PROGRAM } from '../../terminal/coach.ts';
import { git, newRemote } from '../repositories.ts';

const recordFile = ({ coach }: Home): string => path.join(coach, 'state/sync.json');

function setUp(home: Home, last?: SyncRecord['last']): string {
  const address = newRemote(home.root);
  const setup = { journal: home.journal, address, branch: 'main', readable: true };
  put(recordFile(home), printRecord({ setup, last, named: [] }));
  return address;
}

const ANSWERS = 'role: member\nnote-text: It was far away.\n';

const run = (home: Home, ...args: readonly string[]) => coach(args, { env: home.env }, ANSWERS);

/** The state in which a sync ended that nobody waited for. */
async function synced(home: Home): Promise<string | undefined> {
  for (let tries = 0; tries < 300; tries++) {
    const record = parseRecord(readFileSync(recordFile(home), 'utf8'));
    if (typeof record === 'object' && record.last) return record.last.state;
    await wait(100);
  }
  return undefined;
}

const sentTo = (remote: string): number =>
  git(remote, ['for-each-ref']) === ''
    ? 0
    : git(remote, ['ls-tree', '-r', '--name-only', 'main']).split('\n').length;

test('what is saved is sent by itself, and a deletion, too', async () => {
  const home = freshHome();
  const remote = setUp(home);
  expect(await run(home, 'note', '--answers', '-')).toMatchObject({ exitCode: 0, stderr: '' });
  expect([await synced(home), sentTo(remote)]).toEqual(['done', 1]);
  // So soon after another one it goes with the next.
  expect(await run(home, 'journal', 'delete', 'last', '--yes')).toMatchObject({ exitCode: 0 });
  await wait(1_500);
  expect(git(remote, ['rev-list', '--count', 'main'])).toBe('1');
  setUp(home);
  expect(await run(home, 'journal', 'restore', '--all')).toMatchObject({ exitCode: 0 });
  expect(await synced(home)).toBe('done');
});

test('what is saved is sent by itself, too, where the home of coach is named from where one stands', async () => {
  const home = freshHome();
  setUp(home);
  const from = ['-c', 'cd "$0" && exec "$@"', home.root, process.execPath, PROGRAM];
  const env = { ...home.env, COACH_HOME: path.basename(home.coach) };
  await ended('/bin/sh', [...from, 'note', '--answers', '-'], env, ANSWERS);
  expect(await synced(home)).toBe('done');
});

test('nothing is sent by itself where nothing was changed, or where it is to be done by hand', async () => {
  const home = freshHome();
  const remote = setUp(home);
  await run(home, 'journal');
  await run(home, 'config', 'set', 'sync', 'by-hand');
  await run(home, 'note', '--answers', '-');
  await wait(2_000);
  expect([sentTo(remote), existsSync(path.join(home.coach, 'data/sync.git'))]).toEqual([0, false]);
  expect(parseRecord(readFileSync(recordFile(home), 'utf8'))).not.toHaveProperty('last');
});
