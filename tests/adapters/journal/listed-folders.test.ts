import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { isUnsettled } from '../../../src/app/journal/kept-stamps.ts';
import type { ListedFolder } from '../../../src/app/ports/journal-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'coach-listed-'));
  mkdirSync(path.join(root, '2026', '11'), { recursive: true });
  for (const name of ['a.md', 'b.md']) writeFileSync(path.join(root, '2026', '11', name), name);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Known = ReadonlyMap<string, ListedFolder>;

function listed(known: Known = new Map()): Known {
  const found = journalFiles(root, plainCodec).folders((folder) => known.get(folder));
  return new Map(Array.from(found, (folder) => [folder.path, folder]));
}

const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 2100));

test('a folder that was touched just now is listed again', () => {
  const known = listed();
  expect([...known.values()].map(({ stamp }) => isUnsettled(stamp))).toEqual([true, true, true]);
  writeFileSync(path.join(root, '2026', '11', 'c.md'), '');
  expect(listed(known).get('2026/11')?.names).toEqual(['a.md', 'b.md', 'c.md']);
});

test('a folder whose stamp is known is not listed, and whatever comes into it or leaves it is seen at once', async () => {
  await settled();
  const known = listed();
  const pretended = new Map(
    [...known].map(([folder, one]) => [folder, { ...one, names: one.names.slice(1) }]),
  );
  expect(listed(pretended).get('2026/11')?.names).toEqual(['b.md']);

  const month = path.join(root, '2026', '11');
  const changes: readonly (readonly [() => void, readonly string[]])[] = [
    [() => writeFileSync(path.join(month, 'c.md'), ''), ['a.md', 'b.md', 'c.md']],
    [() => renameSync(path.join(month, 'a.md'), path.join(month, 'd.md')), ['b.md', 'c.md', 'd.md']],
    [() => rmSync(path.join(month, 'b.md')), ['c.md', 'd.md']],
    // What puts times back, as programs that copy do, cannot put back all of them.
    [
      () => {
        writeFileSync(path.join(month, 'e.md'), '');
        utimesSync(month, 1e9, 1e9);
      },
      ['c.md', 'd.md', 'e.md'],
    ],
  ];
  for (const [change, names] of changes) {
    change();
    expect(listed(known).get('2026/11')?.names).toEqual(names);
  }
  mkdirSync(path.join(month, 'deep'));
  writeFileSync(path.join(month, 'deep', 'f.md'), '');
  expect(listed(known).get('2026/11/deep')?.names).toEqual(['f.md']);
  renameSync(path.join(root, '2026'), path.join(root, '2025'));
  expect([...listed(known).keys()]).toEqual(['', '2025', '2025/11', '2025/11/deep']);
});

test('a folder with links in it is listed each time, since they may lead elsewhere by then', async () => {
  symlinkSync(path.join(root, 'elsewhere'), path.join(root, '2026', '11', 'l.md'));
  await settled();
  const known = listed();
  expect(known.get('2026/11')?.names).toEqual(['a.md', 'b.md', 'l.md']);
  mkdirSync(path.join(root, 'elsewhere'));
  expect(isUnsettled(known.get('2026/11')?.stamp ?? Float64Array.of(0))).toBe(true);
  expect(readdirSync(root)).toContain('elsewhere');
});
