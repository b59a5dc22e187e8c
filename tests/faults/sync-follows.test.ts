import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { git, newRemote } from '../sync/repositories.ts';
import { coach, ended, freshHome, PROGRAM } from '../terminal/coach.ts';
import { canMount } from './small-disk.ts';
import { syncWith } from './two-sides.ts';

/** So long the machine may be busy with other things; milliseconds. */
const PATIENCE = { timeout: 30_000, interval: 50 };

test('what is saved reaches the other side by itself, although nothing waits for it', async () => {
  const home = freshHome();
  const remote = newRemote(home.root);
  syncWith(home, remote);
  const ran = await coach(['reflect', 'note'], home, 'It will get there.\n');
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  const record = path.join(home.coach, 'state/sync.json');
  await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('"state": "done"'), PATIENCE);
  expect(git(remote, ['show', 'main:'])).toMatch(/^\d{4}\/$/m);
});

/** Nothing that can be run has the name of the shell. */
const WITHOUT_SHELL = 'mount --bind /etc/passwd "$(readlink -f /bin/sh)" && exec "$@"';

test.runIf(canMount)(
  'where there is no shell, coach had ended before it started the sync without one',
  async () => {
    const home = freshHome();
    syncWith(home, newRemote(home.root));
    const unshared = ['--user', '--map-root-user', '--mount', 'sh', '-c', WITHOUT_SHELL, 'sh'];
    const typed = 'role: member\nnote-text: It will get there.\n';
    const argv = [...unshared, process.execPath, PROGRAM, 'note', '--answers', '-'];
    expect(await ended('unshare', argv, home.env, typed)).toMatchObject({ exitCode: 0, stderr: '' });
    const record = path.join(home.coach, 'state/sync.json');
    // Without a shell, git sends nothing to a folder.
    await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('"last"'), PATIENCE);
  },
);
