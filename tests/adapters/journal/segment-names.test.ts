import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from '../../../src/adapters/journal/segment-names.ts';
import { unfinishedName } from '../../../src/domain/text/unfinished-name.ts';
import { indexPlace, named } from './index-places.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'coach-swept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { place, indexFolder, index, put } = indexPlace();

/** No process has a number as high as this. */
const NOBODY = 2 ** 30;

test('of an index only files that coach has given their names are taken away, and none that is in use or under way', () => {
  const underWay = unfinishedName('2026-10.segment', process.pid);
  const left = unfinishedName('2026-11.segment', NOBODY);
  const own = unfinishedName('letter.md', NOBODY);
  const kept = ['2026-11.segment', 'contents.index', 'letter.md', '.hidden', own, underWay];
  for (const name of [...kept, left, '2026-09.segment', '_shopping.segment'])
    writeFileSync(path.join(folder, name), '');
  mkdirSync(path.join(folder, 'own.segment', 'below'), { recursive: true });
  sweep(folder, new Set(['2026-11.segment', 'contents.index']));
  expect(readdirSync(folder).toSorted()).toEqual([...kept, 'own.segment'].toSorted());
});

test("what is in a folder of the person's own stays there where a link to it is in the place of the index", async () => {
  const own = path.join(place(), 'own');
  mkdirSync(path.join(own, 'letters'), { recursive: true });
  writeFileSync(path.join(own, 'letter.md'), 'Dear D.');
  mkdirSync(path.dirname(indexFolder()), { recursive: true });
  symlinkSync(own, indexFolder());
  put({ id: named(1) });
  expect((await index().find({})).entries).toHaveLength(1);
  put({ id: named(2) });
  expect((await index().find({})).entries).toHaveLength(2);
  expect(readdirSync(own)).toEqual(expect.arrayContaining(['contents.index', 'letter.md', 'letters']));
});
