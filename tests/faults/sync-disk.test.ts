import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printRecord } from '../../src/sync/sync-record.ts';
import { entryText, put } from '../cli/coach.ts';
import { git, newRemote, remoteFiles } from '../sync/repositories.ts';
import { ended, filesBelow, freshHome, PROGRAM, type Ran } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

const FILE = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const TEXT = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00' });

test.runIf(canMount)('a full disk stops a sync, and nothing is half done', async () => {
  const home = freshHome();
  const disk = await smallDisk(home.root);
  const remote = newRemote(home.root);
  const clone = path.join(home.root, 'clone');
  git(home.root, ['clone', '-q', remote, clone]);
  put(path.join(clone, 'there.md'), 'of the other side\n');
  git(clone, ['checkout', '-q', '-B', 'main']);
  git(clone, ['add', '.']);
  git(clone, ['commit', '-q', '-m', 'x']);
  git(clone, ['push', '-q', 'origin', 'main']);
  const journal = path.join(disk.folder, 'journal');
  mkdirSync(path.join(disk.seen, 'journal'));
  put(path.join(disk.seen, 'journal', FILE), TEXT);
  const setup = { journal, address: remote, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
  const [command, ...words] = disk.within;
  const run = (): Promise<Ran> =>
    ended(
      command,
      [...words, process.execPath, PROGRAM, 'sync'],
      { ...home.env, COACH_JOURNAL: journal },
      '',
    );
  const visible = (): readonly string[] =>
    filesBelow(path.join(disk.seen, 'journal')).filter((file) => !file.startsWith('.'));

  disk.fill();
  const ran = await run();
  expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
  expect(ran.stderr).toMatch(/space|full/i);
  expect(visible()).toEqual([FILE]);
  expect(remoteFiles(remote)).toEqual({ 'there.md': 'of the other side' });
  // There is room for what comes in, and perhaps not for what is to be sent.
  disk.makeRoom();
  await run();
  expect(visible()).toEqual([FILE, 'there.md']);
  expect(remoteFiles(remote)).toMatchObject({ 'there.md': 'of the other side' });
});
