import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { startSync } from '../../src/program/sync/background-sync.ts';
import { freshHome, put } from '../cli/coach.ts';

/** A program in whose place the sync is started, and the file that tells that it was. */
function rootIn(home: string): { readonly root: string; readonly told: string } {
  const [root, told] = [path.join(home, '-it\'s "here" $HOME\n'), path.join(home, 'told')];
  const says = `require('node:fs').writeFileSync(${JSON.stringify(told)}, process.argv.slice(2).join(' '))`;
  put(path.join(root, 'bin/coach.cjs'), says);
  return { root, told };
}

const FOLDERS = ['/nonexistent', '', '/etc/passwd'];

test.each(FOLDERS)('no sync followed a change where PATH has no shell: %j', async (PATH) => {
  const { root, told } = rootIn(freshHome());
  startSync(root, { PATH });
  await vi.waitFor(() => expect(existsSync(told)).toBe(true), 10_000);
});

test('a shell in PATH that is none kept the sync after a change from starting', async () => {
  const home = freshHome();
  const { root, told } = rootIn(home);
  for (const name of ['sh', 'sleep']) symlinkSync('/bin/false', path.join(home, name));
  startSync(root, { PATH: home });
  await vi.waitFor(() => expect(existsSync(told)).toBe(true), 10_000);
});

test('a sleep in PATH that never ends kept every sync after a change from starting', async () => {
  const home = freshHome();
  const { root, told } = rootIn(home);
  chmodSync(put(path.join(home, 'sleep'), '#!/bin/sh\nexec /bin/sleep 15\n'), 0o700);
  startSync(root, { PATH: home });
  await vi.waitFor(() => expect(existsSync(told)).toBe(true), 10_000);
});
