import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMarkedBeginning } from '../../../src/adapters/journal/marked-file.ts';

/** The time of change by which coach knows its files. */
const MARK = 978_307_200;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'coach-marked-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const marked = (): string => path.join(folder, 'marked');

function write(text: string, file = marked()): void {
  writeFileSync(file, text);
  utimesSync(file, MARK, MARK);
}

test.each<readonly [string, () => void]>([
  ['another one of the same size has its mark and its name', () => replace('headREST')],
  ['something of the same size was written over it', () => write('headREST')],
  ['a longer one has its mark and its name', () => replace('headrest and more')],
  ['something longer was written over it', () => write('headrest and more')],
  ['it was written over, and has no mark', () => writeFileSync(marked(), 'headrest')],
  ['it is gone', () => rmSync(marked())],
])('no more of a file is read where by then %s', async (_case, change) => {
  write('headrest');
  // Some systems tell the times of two writings apart only after some milliseconds.
  await wait(30);
  const begun = readMarkedBeginning(marked(), 4, (opening) => opening.length);
  expect(Buffer.from(begun?.bytes ?? []).toString()).toBe('head');
  expect(Buffer.from(begun?.more(4, 4) ?? []).toString()).toBe('rest');
  change();
  expect(begun?.more(4, 4)).toBeUndefined();
});

function replace(text: string): void {
  write(text, `${marked()}.new`);
  renameSync(`${marked()}.new`, marked());
}
