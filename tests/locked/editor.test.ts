import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { coach, put, type Ran } from '../cli/coach.ts';
import { clearFilesIn, lockedHome } from './locked-home.ts';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';

const EDIT = ['journal', 'edit', 'last', '--editor'];

interface Edited {
  readonly home: string;
  readonly memory: string;
  readonly identity: string;
  readonly edit: (script: string, more?: { readonly memory?: string | undefined }) => Promise<Ran>;
}

/** A journal with one entry, and a folder that stands for one in memory. */
async function withEntry(): Promise<Edited> {
  const { home, pipe, sessions, key } = await lockedHome();
  const memory = mkdtempSync(path.join(tmpdir(), 'coach-memory-'));
  onTestFinished(() => rmSync(memory, { recursive: true, force: true }));
  await pipe(['note', '--answers', '-'], 'note-text: The pineapple.');
  return {
    home,
    memory,
    identity: key.identity,
    edit: async (script, { memory: folder } = { memory }) => {
      const editor = put(path.join(home, 'editor'), `#!/bin/sh\n${script}\n`);
      chmodSync(editor, 0o700);
      return coach(EDIT, { home, sessions: { ...sessions, folder }, env: { EDITOR: editor } });
    },
  };
}

test('the copy for an editor lies in memory, and is gone afterwards', async () => {
  const { home, memory, edit } = await withEntry();
  const where = path.join(home, 'where');
  expect(await edit(`echo "$1" >"${where}"; sed -i 's/pine/Pine/' "$1"`)).toMatchObject({
    exitCode: 0,
    stderr: expect.not.stringContaining('readable'),
  });
  expect(readFileSync(where, 'utf8')).toMatch(new RegExp(`^${memory}/entry-`));
  expect(readdirSync(memory)).toEqual([]);
  expect(clearFilesIn(home)).toEqual([]);
});

test('where no folder is in memory, it is said once that a readable copy is on the disk', async () => {
  const { home, edit } = await withEntry();
  const where = path.join(home, 'where');
  const { stderr } = await edit(`echo "$1" >"${where}"; sed -i 's/pine/Pine/' "$1"`, {
    memory: undefined,
  });
  expect(stderr.match(/While you edit, a readable copy is on the disk\./g)).toHaveLength(1);
  expect(readFileSync(where, 'utf8')).toMatch(new RegExp(`^${tmpdir()}/coach-`));
  expect(clearFilesIn(home)).toEqual([]);
});

test('what a killed coach left in memory is sealed into the drafts at the next start, and named', async () => {
  const { home, memory, edit, identity } = await withEntry();
  const left = path.join(memory, 'entry-999999999-Ab3dEf');
  mkdirSync(left, { mode: 0o700 });
  for (const [name, text] of [
    ['original', 'The pineapple.'],
    ['2026-11-22-000000-entry-k3x8m2p9qa.md', 'A pineapple, changed.'],
  ] as const)
    writeFileSync(path.join(left, name), text, { mode: 0o600 });
  const { stderr } = await edit('true');
  const kept = path.join(home, 'state/drafts/2026-11-22-000000-entry-k3x8m2p9qa (edited 1).md.age');
  expect(stderr).toContain(kept);
  expect(readdirSync(memory).filter((name) => name.includes('999999999'))).toEqual([]);
  const opened = await ageSealing.open(readFileSync(kept), identity);
  expect(typeof opened === 'string' ? opened : Buffer.from(opened).toString()).toBe('A pineapple, changed.');
  expect(clearFilesIn(home)).toEqual([]);
});

test('a text that could not be saved is kept encrypted', async () => {
  const { home, edit } = await withEntry();
  const { stderr, exitCode } = await edit('printf "no entry with a pine%s" apple >"$1"');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/state\/drafts\/.* \(edited 1\)\.md\.age/);
  expect(clearFilesIn(home)).toEqual([]);
});

test('a page is not put on the disk to be looked at', async () => {
  const { pipe } = await lockedHome();
  expect(await pipe(['report'], '', { screen: true })).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('the journal is encrypted'),
    exitCode: 1,
  });
});
