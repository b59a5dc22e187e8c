import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OFFERED } from '../../src/adapters/sealing/key-folder.ts';
import { printOffered } from '../../src/formats/sealing/offered-key.ts';
import { printRecord } from '../../src/sync/sync-record.ts';
import { syncOnce, type SyncPorts } from '../../src/sync/sync-once.ts';
import { LARGEST } from '../../src/sync/synced-path.ts';
import { coach, filesBelow, freshHome, journalOf, put } from '../cli/coach.ts';
import { newMachine, portsOf, RECIPIENT, sync } from './machines.ts';
import { newMemoryRemote } from './memory-remote.ts';

test('what an other side that was begun anew did not hold was taken for deleted, where a sync was killed', async () => {
  const [remote, a] = [newMemoryRemote(), newMachine(freshHome(), 'a')];
  for (const name of ['a.md', 'b.md']) put(path.join(a.folder, name), name);
  await sync(a, remote);
  const ports = portsOf(a, remote);
  remote.head = await ports.repository.commit(undefined, [{ path: 'a.md', bytes: Buffer.from('a.md') }]);
  let left = 1;
  const killed: SyncPorts = {
    ...ports,
    repository: {
      ...ports.repository,
      remember: (what, commit) =>
        left-- > 0 ? ports.repository.remember(what, commit) : Promise.reject(new Error('killed')),
    },
  };
  await expect(syncOnce({ takeRewritten: true }, killed)).rejects.toThrow('killed');
  await sync(a, remote, { takeRewritten: true });
  expect(filesBelow(a.folder)).toEqual(['a.md', 'b.md']);
});

test('one file of the key was remembered under the name of another that was gone by then', async () => {
  const [remote, a] = [newMemoryRemote(), newMachine(freshHome(), 'a', RECIPIENT)];
  const [identity, recipients] = ['.key/identity.age', '.key/recipients'];
  put(path.join(a.folder, identity), 'sealed');
  put(path.join(a.folder, recipients), `${RECIPIENT}\n`);
  await sync(a, remote);
  const ports = portsOf(a, remote);
  const other = { path: identity, bytes: Buffer.from('another passphrase') };
  remote.head = await ports.repository.commit(remote.head, [other]);
  const { folder } = ports;
  const going: SyncPorts = {
    ...ports,
    folder: {
      ...folder,
      files() {
        const files = folder.files();
        rmSync(path.join(a.folder, identity), { force: true });
        return files;
      },
    },
  };
  await syncOnce({}, going);
  const { keys } = await ports.repository.files(a.refs.keys ?? '');
  expect([...keys.keys()]).toEqual([recipients]);
});

test('a key that the other side had offered stayed on offer where sync was stopped', async () => {
  const home = freshHome();
  const setup = { journal: journalOf(home), address: '/nowhere.git', branch: 'main', readable: true };
  const offer = { journal: journalOf(home), sealed: 'of somebody else', recipients: `${RECIPIENT}\n` };
  put(path.join(home, 'state/sync.json'), printRecord({ setup, named: [] }));
  const offered = put(path.join(home, 'state', OFFERED), printOffered(offer));
  expect(await coach(['sync', 'stop'], { home })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(existsSync(offered)).toBe(false);
});

test('a change that could not be taken in yet was written over by what came in its place', async () => {
  const [home, remote] = [freshHome(), newMemoryRemote()];
  const [a, b] = [newMachine(home, 'a'), newMachine(home, 'b')];
  const write = (machine: typeof a, text: string): string => put(path.join(machine.folder, 'a.md'), text);
  for (const name of ['a.md', 'b.md', 'c.md']) put(path.join(a.folder, name), name);
  await sync(a, remote);
  await sync(b, remote);
  write(a, 'x'.repeat(LARGEST + 1));
  write(b, 'of b');
  await sync(b, remote);
  put(path.join(a.folder, 'd.md'), 'd.md');
  expect(await sync(a, remote)).toMatchObject({ in: 0, out: 1, unfit: ['a.md'] });
  expect(await sync(a, remote)).toMatchObject({ in: 0, out: 0, unfit: ['a.md'] });
  write(a, 'of a');
  expect((await sync(a, remote)).copies).toEqual([{ path: 'a.md', to: 'a (other 1).md' }]);
  await sync(b, remote);
  for (const { folder } of [a, b])
    expect(['a.md', 'a (other 1).md'].map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([
      'of b',
      'of a',
    ]);
});
