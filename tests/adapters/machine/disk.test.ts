import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';

const BYTES = new TextEncoder().encode('text');

test.each([
  { what: 'a pipe', make: (place: string) => void execFileSync('mkfifo', [place]), says: 'it is a pipe' },
  { what: 'a folder', make: (place: string) => mkdirSync(place), says: 'it is a folder' },
])('writing put a file in the place of $what', ({ make, says }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = path.join(folder, 'place');
  make(place);
  const before = lstatSync(place).ino;
  for (const write of [
    () => disk.replace(place, 'text'),
    () => disk.export(place, ['text'], true),
    () => disk.exportAll(folder, [{ name: 'place', bytes: BYTES }], true),
    () => disk.exchange(place, BYTES, BYTES),
  ]) {
    expect(write).toThrow(`cannot write ${place}: ${says}`);
  }
  expect(lstatSync(place).ino).toBe(before);
  expect(readdirSync(folder)).toEqual(['place']);
});
