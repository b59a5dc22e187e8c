import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveAll } from '../../../src/adapters/machine/moved-files.ts';

function freshFolder(above = tmpdir()): string {
  const folder = mkdtempSync(path.join(above, 'coach-moved-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files in a folder of their own, each with its name for its text. */
function filesIn(folder: string, ...names: readonly string[]): void {
  mkdirSync(path.join(folder, 'from'), { recursive: true });
  for (const name of names) writeFileSync(path.join(folder, 'from', name), name);
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .toSorted();

const moves = (folder: string, ...names: readonly string[]) =>
  names.map((name) => ({ from: path.join(folder, 'from', name), to: path.join(folder, 'to', 'deep', name) }));

test('what is in the way or has gone away is left alone, and the others are moved', () => {
  const folder = freshFolder();
  filesIn(folder, 'a.md', 'b.md', 'c.md');
  mkdirSync(path.join(folder, 'to/deep'), { recursive: true });
  writeFileSync(path.join(folder, 'to/deep/b.md'), 'theirs');
  const done: number[] = [];
  moveAll(moves(folder, 'a.md', 'b.md', 'gone.md', 'c.md'), (index) => done.push(index));
  expect(done).toEqual([0, 3]);
  expect(below(folder)).toEqual(['from/b.md', 'to/deep/a.md', 'to/deep/b.md', 'to/deep/c.md']);
  expect(readFileSync(path.join(folder, 'to/deep/b.md'), 'utf8')).toBe('theirs');
});

test('a link is moved as a link, and leads where it led', () => {
  const folder = freshFolder();
  filesIn(folder, 'a.md');
  symlinkSync('a.md', path.join(folder, 'from/link.md'));
  moveAll(moves(folder, 'link.md'), () => undefined);
  const place = path.join(folder, 'to/deep/link.md');
  expect(lstatSync(place).isSymbolicLink()).toBe(true);
  expect(readFileSync(place, 'utf8')).toBe('a.md');
  expect(existsSync(path.join(folder, 'from/link.md'))).toBe(false);
});

test('where one cannot be taken from its place, it and those after it stay, and nothing is left beside', () => {
  const folder = freshFolder();
  filesIn(folder, 'a.md', 'b.md', 'c.md');
  mkdirSync(path.join(folder, 'from/.b.md.coach-lock'));
  const done: number[] = [];
  expect(() => moveAll(moves(folder, 'a.md', 'b.md', 'c.md'), (index) => done.push(index))).toThrow('b.md');
  expect(done).toEqual([0]);
  expect(below(folder)).toEqual(['from/b.md', 'from/c.md', 'to/deep/a.md']);
});

test('where a folder cannot be made, what was before it is moved', () => {
  const folder = freshFolder();
  filesIn(folder, 'a.md', 'b.md');
  writeFileSync(path.join(folder, 'file'), '');
  const [first = { from: '', to: '' }] = moves(folder, 'a.md');
  const second = { from: path.join(folder, 'from/b.md'), to: path.join(folder, 'file/b.md') };
  const done: number[] = [];
  expect(() => moveAll([first, second], (index) => done.push(index))).toThrow('part of its path is a file');
  expect(done).toEqual([0]);
  expect(below(folder)).toEqual(['file', 'from/b.md', 'to/deep/a.md']);
});

const OTHER = '/dev/shm';
const hasOther = existsSync(OTHER) && statSync(OTHER).dev !== statSync(tmpdir()).dev;

test.runIf(hasOther)('to another disk, files are copied and then taken away', () => {
  const [folder, other] = [freshFolder(), freshFolder(OTHER)];
  filesIn(folder, 'a.md');
  const done: number[] = [];
  moveAll([{ from: path.join(folder, 'from/a.md'), to: path.join(other, 'a.md') }], (index) =>
    done.push(index),
  );
  expect(done).toEqual([0]);
  expect(below(folder)).toEqual([]);
  expect(readFileSync(path.join(other, 'a.md'), 'utf8')).toBe('a.md');
});
