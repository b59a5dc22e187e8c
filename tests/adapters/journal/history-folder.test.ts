import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { historyFolder } from '../../../src/adapters/journal/history-folder.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { disk } from '../../../src/adapters/machine/disk.ts';
import { BERLIN, freshHome, NOON } from '../../cli/coach.ts';

test('an entry that is renamed in large and small letters alone stays where no system tells them apart', () => {
  const folder = freshHome();
  writeFileSync(path.join(folder, 'note.md'), 'words');
  // Such a system finds the file under either name.
  const codec = { ...plainCodec, places: (file: string) => [file.toLowerCase()] };
  const place = { folder, check: () => true, written: () => undefined };
  const world = { disk, codec, now: () => ({ epoch: NOON, zone: BERLIN }), machine: () => '4f1c09ab' };
  const moved: number[] = [];
  historyFolder(place, world).moveAll([{ from: 'note.md', to: 'Note.md' }], (index) => moved.push(index));
  expect(readdirSync(folder)).toEqual(['Note.md']);
  expect([readFileSync(path.join(folder, 'Note.md'), 'utf8'), moved]).toEqual(['words', [0]]);
});

test('two ways to one file are not taken for two files', () => {
  const folder = freshHome();
  mkdirSync(path.join(folder, 'one'));
  // The same folder by another name.
  symlinkSync('one', path.join(folder, 'other'));
  const [from, to] = [path.join(folder, 'one/a.md'), path.join(folder, 'other/a.md')];
  writeFileSync(from, 'words');
  const moved: number[] = [];
  disk.moveAll([{ from, to }], (index) => moved.push(index));
  expect([readFileSync(from, 'utf8'), moved]).toEqual(['words', [0]]);
  expect(disk.move(from, to)).toBe(true);
  expect(readFileSync(from, 'utf8')).toBe('words');
});
