import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { startSync } from '../../src/program/sync/background-sync.ts';
import { git, newRemote } from '../sync/repositories.ts';
import { coach, freshHome } from '../terminal/coach.ts';
import { syncWith } from './two-sides.ts';

/** So long the machine may be busy with other things; milliseconds. */
const PATIENCE = { timeout: 30_000, interval: 50 };

test('what is saved reaches the other side by itself, although nothing waits for it', async () => {
  const home = freshHome();
  const remote = newRemote(home.root);
  syncWith(home, remote);
  const ran = await coach(['reflect', 'note'], home, 'It will get there.\n');
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  await vi.waitFor(() => expect(git(remote, ['show', 'main:'])).toMatch(/^\d{4}\/$/m), PATIENCE);
});

test('a program folder with quotes, blanks or signs of a shell in its name started something else', async () => {
  const { root } = freshHome();
  for (const name of ['two words', `it's "mine"`, '$HOME `touch no` $(touch no)', '-n', 'a;exit 1', 'a\nb']) {
    const folder = path.join(root, name);
    mkdirSync(path.join(folder, 'bin'), { recursive: true });
    const writing = `require('node:fs').writeFileSync('started', JSON.stringify(process.argv.slice(2)))`;
    writeFileSync(path.join(folder, 'bin/coach.cjs'), writing);
    startSync(folder, process.env);
    const started = path.join(folder, 'started');
    await vi.waitFor(() => expect(JSON.parse(readFileSync(started, 'utf8'))).toEqual(ARGUMENTS), PATIENCE);
    expect(existsSync(path.join(folder, 'no'))).toBe(false);
  }
});

const ARGUMENTS = ['sync', '--quiet', '--after-change'];
