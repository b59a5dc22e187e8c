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

test('what an act had kept that was killed before it was written down stood in the way of the next, where the clock was put back', () => {
  const folder = freshHome();
  const place = { folder, check: () => true, written: () => undefined };
  let epoch = NOON;
  const now = () => ({ epoch, zone: BERLIN });
  const history = historyFolder(place, { disk, codec: plainCodec, now, machine: () => '4f1c09ab' });
  mkdirSync(path.join(folder, '.history/acts'), { recursive: true });
  const keep = (words: string) => {
    writeFileSync(path.join(folder, 'note.md'), words);
    const head = history.begin('edit');
    history.keep('note.md', head);
    return head;
  };
  history.write(keep('first'), []);
  epoch -= 3_600_000;
  const [killed, next] = [keep('second'), keep('third')];
  expect(readdirSync(path.join(folder, '.history/versions/note.md'))).toHaveLength(3);
  expect(killed.id < next.id).toBe(true);
});
