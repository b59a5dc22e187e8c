import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printRecord } from '../../src/sync/sync-record.ts';
import { entryText, put } from '../cli/coach.ts';
import { blobIn, forge, git, newRemote, remoteFiles } from '../sync/repositories.ts';
import { ended, filesBelow, freshHome, PROGRAM, type Ran } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';
import { canMount, smallDisk } from './small-disk.ts';
import { heldIn, ONLY_HERE, syncWith, TOGETHER, twoSides } from './two-sides.ts';

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

/** So much that it cannot be made smaller. */
const noise = (): string => randomBytes(200_000).toString('hex');

test.runIf(canMount)('a fetch that filled the disk left no room to save an entry', async () => {
  const home = freshHome();
  const disk = await smallDisk(home.root, 1024);
  const remote = newRemote(home.root);
  forge(
    remote,
    Array.from({ length: 8 }, (_, at) => ['100644', 'blob', blobIn(remote, noise()), `n${at}.md`]),
  );
  const inside = path.join(disk.folder, 'home');
  const journal = path.join(inside, 'data/journal');
  mkdirSync(path.join(disk.seen, 'home/data/journal'), { recursive: true });
  const setup = { journal, address: remote, branch: 'main', readable: true };
  put(path.join(disk.seen, 'home/state/sync.json'), printRecord({ setup, named: [] }));
  const [command, ...words] = disk.within;
  const env = { ...home.env, COACH_HOME: inside, NODE_DISABLE_COMPILE_CACHE: '1' };
  const run = (argv: readonly string[], typed = ''): Promise<Ran> =>
    ended(command, [...words, process.execPath, PROGRAM, ...argv], env, typed);
  expect(await run(['sync'])).toMatchObject({
    stderr: 'coach: the disk is full\n  Everything is safe here. Free some space, then: coach sync\n',
    exitCode: 1,
  });
  const note = 'role: member\nnote-text: It was full.\n';
  expect(await run(['note', '--answers', '-'], note)).toMatchObject({ exitCode: 0 });
});

test.runIf(canMount)('a full stick was said to refuse entries by its rules', async () => {
  const home = freshHome();
  const disk = await smallDisk(home.root, 512);
  cpSync(newRemote(home.root), path.join(disk.seen, 'remote.git'), { recursive: true });
  const remote = path.join(disk.folder, 'remote.git');
  put(path.join(home.journal, FILE), `${TEXT}${noise()}`);
  put(path.join(home.journal, FILE.replace('080000', '090000')), `${TEXT}${noise()}`);
  const setup = { journal: home.journal, address: remote, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
  const [command, ...words] = disk.within;
  const ran = await ended(command, [...words, process.execPath, PROGRAM, 'sync'], home.env, '');
  expect(ran).toMatchObject({
    stderr: `coach: there is no space left at ${remote}\n  Everything is safe here. Make some space there, then: coach sync\n`,
    exitCode: 1,
  });
});

/** A file takes one of them at least. */
const PAGE = 4096;

/** What coach says, or git, which does not always know why. */
const FULL = /full|no space|diskspace|unable to write|couldn't write/i;

test.runIf(canMount)(
  'wherever the disk is full, nothing is lost or half done, and the same command goes on where there is room',
  { timeout: 180_000 },
  async () => {
    const { here, there, remote } = await twoSides();
    const disk = await smallDisk(here.root, 2048);
    const untouched = path.join(here.root, 'untouched.git');
    cpSync(remote, untouched, { recursive: true });
    const [inside, seen] = [path.join(disk.folder, 'home'), path.join(disk.seen, 'home')];
    const journal = path.join(seen, 'data/journal');
    const [command, ...words] = disk.within;
    // Compiled code would take most of the room.
    const env = { ...here.env, COACH_HOME: inside, NODE_DISABLE_COMPILE_CACHE: '1' };
    const run = (): Promise<Ran> => ended(command, [...words, process.execPath, PROGRAM, 'sync'], env, '');
    const known = new Set([...Object.values(TOGETHER), 'changed at first', 'both at first']);
    let failed = 0;
    let isDone = false;
    for (let pages = 0; !isDone; pages += pages < 16 ? 1 : 3) {
      rmSync(seen, { recursive: true, force: true });
      cpSync(here.coach, seen, { recursive: true });
      rmSync(remote, { recursive: true });
      cpSync(untouched, remote, { recursive: true });
      syncWith({ ...here, coach: seen }, remote, path.join(inside, 'data/journal'));
      disk.leave(pages * PAGE);
      const ran = await run();
      isDone = ran.exitCode === 0;
      if (!isDone) failed++;
      const isTold = isDone || (ran.exitCode === 1 && FULL.test(ran.stderr));
      expect({ pages, ...ran, isTold }).toMatchObject({ isTold: true });
      const texts = Object.values(heldIn(journal));
      expect(texts.filter((text) => !known.has(text))).toEqual([]);
      expect(texts).toEqual(expect.arrayContaining(ONLY_HERE));
      expect(() => JSON.parse(readFileSync(path.join(seen, 'state/sync.json'), 'utf8'))).not.toThrow();
      disk.makeRoom();
      expect(await run()).toMatchObject({ exitCode: 0 });
      expect({ pages, ...heldIn(journal) }).toEqual({ pages, ...TOGETHER });
      expect(Object.keys(remoteFiles(remote)).toSorted()).toEqual(Object.keys(TOGETHER).toSorted());
    }
    expect(failed).toBeGreaterThan(10);
    await nextCommand(['sync'], there);
    expect(heldIn(there.journal)).toEqual({ ...TOGETHER, 'trash/x': '' });
  },
);
