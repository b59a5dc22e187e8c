import { execFileSync } from 'node:child_process';
import fs, { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FileToExport } from '../../../src/app/ports/disk.ts';
import { disk } from '../../../src/adapters/machine/disk.ts';

const BYTES = new TextEncoder().encode('text');

test.each([
  { what: 'a pipe', make: (place: string) => void execFileSync('mkfifo', [place]), says: 'it is a pipe' },
  { what: 'a folder', make: (place: string) => mkdirSync(place), says: 'it is a folder' },
])('writing put a file in the place of $what', async ({ make, says }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = path.join(folder, 'place');
  make(place);
  const before = lstatSync(place).ino;
  for (const write of [
    () => disk.replace(place, 'text'),
    () => disk.export(place, ['text'], true),
    () => disk.exchange(place, BYTES, BYTES),
  ]) {
    expect(write).toThrow(`cannot write ${place}: ${says}`);
  }
  const files = async function* files(): AsyncGenerator<FileToExport> {
    yield { path: 'place', bytes: BYTES, over: true };
  };
  await expect(disk.exportAll(folder, files())).rejects.toThrow(`cannot write ${place}: ${says}`);
  expect(lstatSync(place).ino).toBe(before);
  expect(readdirSync(folder)).toEqual(['place']);
});

test('many files were synced one after the other, and one that could not be kept back the others', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  onTestFinished(() => void vi.restoreAllMocks());
  const did: string[] = [];
  const { fsync, linkSync } = fs;
  let underway = 0;
  vi.spyOn(fs, 'fsync').mockImplementation((handle, done) => {
    did.push('sync');
    const isBad = underway++ === 1;
    fsync(handle, () => {
      did.push('synced');
      done(isBad ? Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' }) : null);
    });
  });
  vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    did.push('name');
    linkSync(from, to);
  });
  const files = ['one/a.md', 'one/b.md', 'two/c.md'].map((below) => ({ path: below, content: BYTES }));
  await expect(disk.createAll(folder, files)).rejects.toThrow(
    `cannot write ${path.join(folder, 'one/b.md')}: `,
  );
  expect(did.join(' ')).toBe('sync sync sync synced synced synced name name');
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'one',
    'one/a.md',
    'two',
    'two/c.md',
  ]);
  expect(await disk.createAll(folder, files)).toBe(1);
});
