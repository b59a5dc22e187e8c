import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseRecord, printRecord } from '../../src/sync/sync-record.ts';
import { put } from '../cli/coach.ts';
import { newRemote } from '../sync/repositories.ts';
import { coach, filesBelow, freshHome, type Home } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

/** Has a home sync with a folder; with its own journal, wherever it was copied to. */
function syncWith(home: Home, address: string): void {
  const setup = { journal: home.journal, address, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
}

const write = ({ journal }: Home, file: string, text: string): void =>
  void put(path.join(journal, file), text);

const held = ({ journal }: Home): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesBelow(journal)
      .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
      .map((file) => [file, readFileSync(path.join(journal, file), 'utf8')]),
  );

test('kill -9 at each step of a sync loses nothing, and the next one ends it', async () => {
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

  const { env, crashes } = recordCrashes(here, here.coach, '/data/');
  expect(await coach(['sync'], { env: { ...here.env, ...env } })).toMatchObject({ exitCode: 0 });
  const whole = held(here);
  expect(whole).toEqual({
    'same.md': 'same at first',
    'thrown.md': 'thrown at first',
    'changed.md': 'changed there',
    'new.md': 'new there',
    'mine.md': 'new here',
    'both.md': 'changed there, too',
    'both (other 1).md': 'changed here',
    'trash/deleted.md': 'deleted at first',
  });
  const left = crashes().map((crash) => homeAfter(crash, here));
  expect(left.length).toBeGreaterThan(20);
  // Each takes a sync of its own: one in three is enough.
  for (const home of left.filter((_, at) => at % 3 === 0)) {
    const setup = parseRecord(readFileSync(path.join(home.coach, 'state/sync.json'), 'utf8'));
    expect(setup).toBeTypeOf('object');
    syncWith(home, remote);
    const texts = new Set(Object.values(held(home)));
    for (const text of ['same at first', 'changed here', 'new here', 'deleted at first'])
      expect(texts).toContain(text);
    expect(await nextCommand(['sync'], home)).toMatchObject({ exitCode: 0 });
    expect(held(home)).toEqual(whole);
  }
  // What was killed and went on has brought nothing else to the other side.
  await nextCommand(['sync'], there);
  expect(held(there)).toEqual({ ...whole, 'trash/x': '' });
});
