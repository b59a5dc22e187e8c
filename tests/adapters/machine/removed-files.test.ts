import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-removed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) writeFileSync(path.join(folder, name), name);
  return folder;
}

test('of many files those go that hold what is expected, and each that went is told', () => {
  const folder = folderWith('a', 'b', 'c');
  const gone: number[] = [];
  const file = (name: string): string => path.join(folder, name);
  disk.removeAll(
    [
      { file: file('a'), expected: bytes('a') },
      { file: file('b'), expected: bytes('something else') },
      { file: file('missing') },
      { file: file('c') },
    ],
    (at) => gone.push(at),
  );
  expect(gone).toEqual([0, 3]);
  expect(readdirSync(folder)).toEqual(['b']);
});

test('one that cannot be taken away is told, and those before it are gone', () => {
  const folder = folderWith('a', 'z');
  mkdirSync(path.join(folder, 'b'));
  const gone: number[] = [];
  const all = ['a', 'b', 'z'].map((name) => ({ file: path.join(folder, name) }));
  expect(() => disk.removeAll(all, (at) => gone.push(at))).toThrow(`cannot delete ${path.join(folder, 'b')}`);
  expect(gone).toEqual([0]);
  expect(readdirSync(folder)).toEqual(['b', 'z']);
});
