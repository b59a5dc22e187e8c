import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { printRecord } from '../../src/sync/sync-record.ts';
import { put } from '../cli/coach.ts';
import { newRemote } from '../sync/repositories.ts';
import { filesBelow, freshHome, type Home } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

/** Has a home sync with a folder; with its own journal, wherever it was copied to. */
export function syncWith(home: Home, address: string, journal = home.journal): void {
  const setup = { journal, address, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
}

export const write = ({ journal }: Home, file: string, text: string): void =>
  void put(path.join(journal, file), text);

/** The files that a person sees, with their texts. */
export const heldIn = (journal: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesBelow(journal)
      .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
      .map((file) => [file, readFileSync(path.join(journal, file), 'utf8')]),
  );

/** Two homes that were in step; then each was changed, and the other one has sent that. */
export async function twoSides() {
  const [here, there] = [freshHome(), freshHome()];
  const remote = newRemote(here.root);
  for (const home of [here, there]) syncWith(home, remote);
  for (const name of ['same', 'changed', 'both', 'deleted', 'thrown'])
    write(there, `${name}.md`, `${name} at first`);
  for (const home of [there, here]) expect(await nextCommand(['sync'], home)).toMatchObject({ exitCode: 0 });
  write(there, 'new.md', 'new there');
  write(there, 'changed.md', 'changed there');
  write(there, 'both.md', 'changed there, too');
  write(there, 'trash/x', '');
  renameSync(path.join(there.journal, 'deleted.md'), path.join(there.journal, 'trash/deleted.md'));
  await nextCommand(['sync'], there);
  write(here, 'both.md', 'changed here');
  write(here, 'mine.md', 'new here');
  return { here, there, remote };
}

/** What both of them hold in the end. */
export const TOGETHER: Readonly<Record<string, string>> = {
  'same.md': 'same at first',
  'thrown.md': 'thrown at first',
  'changed.md': 'changed there',
  'new.md': 'new there',
  'mine.md': 'new here',
  'both.md': 'changed there, too',
  'both (other 1).md': 'changed here',
  'trash/deleted.md': 'deleted at first',
};

/** Texts that are nowhere but here until a sync has ended, and one that each side has. */
export const ONLY_HERE = ['same at first', 'changed here', 'new here', 'deleted at first'];
