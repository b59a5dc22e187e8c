import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
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
  const record = path.join(home.coach, 'state/sync.json');
  await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('"state": "done"'), PATIENCE);
  expect(git(remote, ['show', 'main:'])).toMatch(/^\d{4}\/$/m);
});
