import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { disk } from '../../../src/adapters/machine/disk.ts';
import { type FolderMarks, keepMarks, readMarks } from '../../../src/sync/world/folder-marks.ts';
import { syncedFolder } from '../../../src/sync/world/synced-folder.ts';
import { freshHome, put } from '../../cli/coach.ts';
import { setTimeout as wait } from 'node:timers/promises';

const raw = (bytes: Uint8Array) => ({ bytes, hash: '' });
const hashesIn = (folder: string, marks: string) =>
  Object.fromEntries(
    syncedFolder({ folder, marks, offered: `${folder}.offered`, codec: plainCodec, disk, raw }).files()
      .entries,
  );

/** A folder with two entries whose marks are kept: nobody has touched them for longer than any disk needs to tell. */
async function marked() {
  const home = freshHome();
  const [folder, marks] = [path.join(home, 'journal'), path.join(home, 'marks')];
  for (const name of ['a.md', 'trash/b.md']) put(path.join(folder, name), `text of ${name}`);
  await wait(2_100);
  const hashes = hashesIn(folder, marks);
  expect([...readMarks(marks).keys()]).toEqual(['a.md', 'trash/b.md']);
  return { folder, marks, hashes, a: path.join(folder, 'a.md') };
}

/** Has a mark say what the file does not: whoever believes the mark says so, too. */
function forge(marks: string, oid: string): void {
  keepMarks(
    marks,
    new Map([...readMarks(marks)].map(([file, [, , ...stamp]]) => [file, [file, oid, ...stamp]])),
  );
}

test('a file that is as it was marked is not read, and one that was changed is', async () => {
  const { folder, marks, hashes, a } = await marked();
  forge(marks, 'f'.repeat(40));
  expect(hashesIn(folder, marks)).toEqual({ 'a.md': 'f'.repeat(40), 'trash/b.md': 'f'.repeat(40) });
  const { atime, mtime } = statSync(a);
  // As long as before, and with its old time.
  writeFileSync(a, 'TEXT of a.md');
  utimesSync(a, atime, mtime);
  const changed = hashesIn(folder, marks);
  expect(changed['trash/b.md']).toBe('f'.repeat(40));
  expect(['f'.repeat(40), hashes['a.md']]).not.toContain(changed['a.md']);
});

test('another file in the place of one is read, and so is one that was only just written', async () => {
  const { folder, marks, hashes, a } = await marked();
  put(`${a}.new`, 'TEXT of a.md');
  renameSync(`${a}.new`, a);
  const first = hashesIn(folder, marks)['a.md'];
  expect(first).not.toBe(hashes['a.md']);
  // It may change once more, within the same moment.
  expect([...readMarks(marks).keys()]).toEqual(['trash/b.md']);
  writeFileSync(a, 'text of A.md');
  expect(hashesIn(folder, marks)['a.md']).not.toBe(first);
});

test('marks that are damaged, cut, of another version, or gone are no marks', async () => {
  const { folder, marks, hashes } = await marked();
  forge(marks, 'f'.repeat(40));
  const kept = readFileSync(marks, 'utf8');
  const damages = [
    kept.replace('fff', 'ffe'),
    kept.slice(0, -1),
    kept.replace('1 ', '2 '),
    '',
    '[]',
    kept.replace(/^.*\n/, ''),
  ];
  for (const damaged of damages) {
    expect(damaged).not.toBe(kept);
    writeFileSync(marks, damaged);
    expect(hashesIn(folder, marks)).toEqual(hashes);
  }
  rmSync(marks);
  expect(hashesIn(folder, marks)).toEqual(hashes);
  expect(readMarks(marks).size).toBe(2);
});

test('marks that cannot be kept are done without', async () => {
  const { folder, hashes } = await marked();
  expect(hashesIn(folder, folder)).toEqual(hashes);
  expect(hashesIn(folder, path.join(folder, 'a.md', 'marks'))).toEqual(hashes);
});

test('marks are written again only where there are other ones', async () => {
  const { folder, marks } = await marked();
  const { ino } = statSync(marks);
  hashesIn(folder, marks);
  expect(statSync(marks).ino).toBe(ino);
  rmSync(path.join(folder, 'trash/b.md'));
  hashesIn(folder, marks);
  expect([...readMarks(marks).keys()]).toEqual(['a.md']);
});

test.each([0, 1, 500, 1_201])('%d marks are read as they were kept', (count) => {
  const place = path.join(freshHome(), 'marks');
  const file = (number: number): string => `2026/11/"ä" ${number}.md`;
  const marks: FolderMarks = new Map(
    Array.from({ length: count }, (_, at) => [file(at), [file(at), `${at}`, at, at + 0.5, at, at]]),
  );
  keepMarks(place, marks);
  expect(readMarks(place)).toEqual(marks);
});
