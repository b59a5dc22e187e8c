import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { syncedFolder } from '../../../src/sync/world/synced-folder.ts';
import { filesBelow, freshHome, put } from '../../cli/coach.ts';

const folderAt = (folder: string) =>
  syncedFolder({
    folder,
    marks: `${folder}.marks`,
    codec: plainCodec,
    disk,
    offered: `${folder}.offered`,
    raw: (bytes) => ({ bytes, hash: '' }),
  });

test('entries are found wherever they stand, as git names their texts', () => {
  const home = freshHome();
  const files = ['2026/11/a.md', 'trash/2026/11/b.md', 'c.md.age', 'Ö/d.md', '.key/recipients'];
  for (const file of files) put(path.join(home, file), `text of ${file}\r\n`);
  for (const file of ['.history/acts/x.md', '.drafts/y.md', 'z.txt', '.key/other', '.hidden.md'])
    put(path.join(home, file), 'x');
  const { entries, keys, unfit } = folderAt(home).files();
  const oid = (file: string): string =>
    execFileSync('git', ['hash-object', '--no-filters', path.join(home, file)], { encoding: 'utf8' }).trim();
  expect(Object.fromEntries([...entries, ...keys])).toEqual(
    Object.fromEntries(files.map((file) => [file, oid(file)])),
  );
  expect(unfit).toEqual([]);
});

test('what is no file, what is too large, and what cannot be called so elsewhere is unfit', () => {
  const home = freshHome();
  put(path.join(home, 'a.md'), 'a');
  put(path.join(home, 'why?.md'), 'a');
  put(path.join(home, 'large.md'), 'x'.repeat(5_000_001));
  symlinkSync(path.join(home, 'a.md'), path.join(home, 'link.md'));
  mkdirSync(path.join(home, 'elsewhere'));
  symlinkSync(path.join(home, 'elsewhere'), path.join(home, '2025'));
  execFileSync('mkfifo', [path.join(home, 'pipe.md')]);
  const { entries, unfit } = folderAt(home).files();
  expect([...entries.keys()]).toEqual(['a.md']);
  expect(unfit.toSorted()).toEqual(['2025', 'large.md', 'link.md', 'pipe.md', 'why?.md']);
});

test('a folder that is not there holds nothing', () => {
  const { entries, keys, unfit } = folderAt(path.join(freshHome(), 'none')).files();
  expect([entries.size, keys.size, unfit]).toEqual([0, 0, []]);
});

test('a file is taken away only while it says what is expected', () => {
  const home = freshHome();
  put(path.join(home, 'trash/a.md'), 'a');
  const folder = folderAt(home);
  const { oid = '' } = folder.read('trash/a.md') ?? {};
  put(path.join(home, 'trash/a.md'), 'b');
  expect([folder.remove('trash/a.md', oid), filesBelow(home)]).toEqual([false, ['trash/a.md']]);
  put(path.join(home, 'trash/a.md'), 'a');
  expect([folder.remove('trash/a.md', oid), filesBelow(home)]).toEqual([true, []]);
  expect([folder.remove('trash/a.md', oid), folder.read('trash/a.md')]).toEqual([false, undefined]);
});

test('in a journal in clear nothing is an entry that is called as sealed ones are', () => {
  const folder = folderAt(freshHome());
  expect([folder.isKnown('2026/a.md'), folder.isKnown('2026/a.md.age')]).toEqual([true, false]);
});
