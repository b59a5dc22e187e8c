import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepingOf } from '../../src/app/history/keeping.ts';
import { takeBack, wayBack } from '../../src/history/take-back.ts';
import { CoachError } from '../../src/domain/text/errors.ts';
import { syncOnce } from '../../src/sync/sync-once.ts';
import { filesBelow, freshHome, NOON, put } from '../cli/coach.ts';
import { historyOf, type Machine, newMachine, portsOf, RECIPIENT, stopped, sync } from './machines.ts';
import { newMemoryRemote } from './memory-remote.ts';

const write = ({ folder }: Machine, file: string, text: string): void =>
  void put(path.join(folder, file), text);
const remove = ({ folder }: Machine, file: string): void => rmSync(path.join(folder, file));
const move = (machine: Machine, from: string, to: string): void => {
  write(machine, to, '');
  renameSync(path.join(machine.folder, from), path.join(machine.folder, to));
};
const held = ({ folder }: Machine): Readonly<Record<string, string>> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));

/** Two machines, which have synced some files. */
async function pair(files: Readonly<Record<string, string>>) {
  const home = freshHome();
  const remote = newMemoryRemote();
  const [a, b] = [newMachine(home, 'a'), newMachine(home, 'b')];
  for (const [file, text] of Object.entries(files)) write(a, file, text);
  await sync(a, remote);
  await sync(b, remote);
  return { home, remote, a, b };
}

const many = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}.md`, `text ${at}`]));

test('two journals become one', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  expect(held(b)).toEqual({ 'a.md': 'A' });
  write(b, '2026/11/b.md', 'B');
  expect(await sync(b, remote)).toEqual({ in: 0, out: 1, copies: [], strange: [], unfit: [] });
  expect(await sync(a, remote)).toEqual({ in: 1, out: 0, copies: [], strange: [], unfit: [] });
  expect(held(a)).toEqual({ '2026/11/b.md': 'B', 'a.md': 'A' });
  expect(await sync(a, remote)).toEqual({ in: 0, out: 0, copies: [], strange: [], unfit: [] });
});

test('what both have changed is kept twice, and said', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'a.md', 'of a');
  write(b, 'a.md', 'of b');
  await sync(a, remote);
  expect((await sync(b, remote)).copies).toEqual([{ path: 'a.md', to: 'a (other 1).md' }]);
  await sync(a, remote);
  expect([held(a), held(b)]).toEqual([
    { 'a.md': 'of a', 'a (other 1).md': 'of b' },
    { 'a.md': 'of a', 'a (other 1).md': 'of b' },
  ]);
});

test('what was deleted elsewhere goes to the trash, and comes back from there', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A', 'b.md': 'B' });
  move(a, 'a.md', 'trash/a.md');
  remove(a, 'b.md');
  await sync(a, remote);
  await sync(b, remote);
  expect(held(b)).toEqual({ 'trash/a.md': 'A', 'trash/b.md': 'B' });
  move(b, 'trash/a.md', 'a.md');
  await sync(b, remote);
  await sync(a, remote);
  expect(held(a)).toEqual({ 'a.md': 'A', 'trash/b.md': 'B' });
  remove(a, 'trash/b.md');
  await sync(a, remote);
  await sync(b, remote);
  expect(held(b)).toEqual({ 'a.md': 'A' });
});

test('a sync is undone and done again', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A', 'c.md': 'C' });
  write(a, 'a.md', 'new');
  write(a, 'b.md', 'B');
  move(a, 'c.md', 'trash/c.md');
  await sync(a, remote);
  expect((await sync(b, remote)).in).toBe(3);
  const recorder = { history: historyOf(b), keeping: keepingOf(), now: NOON };
  const { taking } = wayBack('undo', recorder);
  expect(taking?.act.kind).toBe('sync');
  if (taking) await takeBack('undo', taking, recorder, () => undefined);
  expect(held(b)).toEqual({ 'a.md': 'A', 'c.md': 'C', 'trash/b.md': 'B' });
  const again = wayBack('redo', recorder).taking;
  if (again) await takeBack('redo', again, recorder, () => undefined);
  expect(held(b)).toEqual({ 'a.md': 'new', 'b.md': 'B', 'trash/c.md': 'C' });
});

test('an undone sync goes to the other side as a change', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'a.md', 'new');
  await sync(a, remote);
  await sync(b, remote);
  const recorder = { history: historyOf(b), keeping: keepingOf(), now: NOON };
  const { taking } = wayBack('undo', recorder);
  if (taking) await takeBack('undo', taking, recorder, () => undefined);
  await sync(b, remote);
  await sync(a, remote);
  expect(held(a)).toEqual({ 'a.md': 'A' });
});

test('a dry run changes nothing on either side', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'b.md', 'B');
  await sync(a, remote);
  write(b, 'c.md', 'C');
  const { head } = remote;
  expect(await sync(b, remote, { dryRun: true })).toEqual({
    in: 1,
    out: 1,
    copies: [],
    strange: [],
    unfit: [],
  });
  expect([held(b), remote.head]).toEqual([{ 'a.md': 'A', 'c.md': 'C' }, head]);
});

test('a folder that lost its files takes none away elsewhere', async () => {
  const { remote, a, b } = await pair(many(50));
  for (let at = 0; at < 40; at++) remove(a, `n${at}.md`);
  const { head } = remote;
  expect(await stopped(sync(a, remote))).toBe('many-gone-here');
  expect(remote.head).toBe(head);
  expect((await sync(a, remote, { takeDeletions: true })).out).toBe(40);
  expect(await stopped(sync(b, remote))).toBe('many-gone-there');
  expect(filesBelow(b.folder)).toHaveLength(50);
  expect((await sync(b, remote, { takeDeletions: true })).in).toBe(40);
  expect(filesBelow(b.folder).filter((file) => file.startsWith('trash/'))).toHaveLength(40);
});

test('a folder that is emptied while a sync is under way takes none away elsewhere', async () => {
  const { remote, a, b } = await pair(many(30));
  write(b, 'x.md', 'X');
  await sync(b, remote);
  const ports = portsOf(a, remote);
  const emptied = {
    ...ports,
    repository: {
      ...ports.repository,
      remember: async (...given: Parameters<typeof ports.repository.remember>) => {
        await ports.repository.remember(...given);
        for (const file of filesBelow(a.folder)) remove(a, file);
      },
    },
  };
  expect(await stopped(syncOnce({}, emptied))).toBe('many-gone-here');
  await sync(b, remote);
  expect(filesBelow(b.folder)).toHaveLength(31);
});

test('an other side that was begun anew, or emptied, changes nothing here', async () => {
  const { home, remote, a, b } = await pair({ 'a.md': 'A' });
  const other = newMachine(home, 'other');
  write(other, 'o.md', 'O');
  remote.head = undefined;
  expect(await stopped(sync(a, remote))).toBe('remote-empty');
  await sync(other, remote);
  expect(await stopped(sync(a, remote))).toBe('remote-rewritten');
  expect(held(a)).toEqual({ 'a.md': 'A' });
  await sync(a, remote, { takeRewritten: true });
  expect(held(a)).toEqual({ 'a.md': 'A', 'o.md': 'O' });
  expect(await stopped(sync(b, remote))).toBe('remote-rewritten');
  remote.head = undefined;
  expect((await sync(a, remote, { takeRewritten: true })).out).toBe(2);
});

test('a history that a machine began anew is followed by those that were in step', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  const { repository } = portsOf(a, remote);
  const anew = await repository.anew(remote.head ?? '');
  await repository.push(anew, remote.head);
  a.refs.seen = a.refs.base = anew;
  remove(a, 'a.md');
  write(a, 'b.md', 'B');
  await sync(a, remote);
  await sync(b, remote);
  expect(held(b)).toEqual({ 'b.md': 'B', 'trash/a.md': 'A' });
});

test('links, and what cannot be called so elsewhere, stay where they are, and nothing is taken for gone', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A', '2025/b.md': 'B' });
  move(a, 'a.md', 'kept/a.txt');
  symlinkSync(path.join(a.folder, 'kept/a.txt'), path.join(a.folder, 'a.md'));
  renameSync(path.join(a.folder, '2025'), path.join(a.folder, '.2025'));
  symlinkSync(path.join(a.folder, '.2025'), path.join(a.folder, '2025'));
  write(a, 'why?.md', 'x');
  expect((await sync(a, remote)).unfit.toSorted()).toEqual(['2025', 'a.md', 'why?.md']);
  await sync(b, remote);
  expect(held(b)).toEqual({ 'a.md': 'A', '2025/b.md': 'B' });
});

test('what is in the way of an entry stops the sync, and is not taken for a deletion', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'b.md', 'B');
  await sync(a, remote);
  write(b, 'b.md/c.txt', 'in the way');
  expect(await stopped(sync(b, remote))).toBe('in-the-way');
  rmSync(path.join(b.folder, 'b.md'), { recursive: true });
  await sync(b, remote);
  expect(held(b)).toEqual({ 'a.md': 'A', 'b.md': 'B' });
});

test('what a sync brought before the disk was full can be undone', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'b.md', 'B');
  write(a, 'c.md', 'C');
  await sync(a, remote);
  const ports = portsOf(b, remote);
  const history: typeof ports.history = {
    ...ports.history,
    async addAll(files) {
      await ports.history.addAll(files.slice(0, 1));
      throw new CoachError('the disk is full');
    },
  };
  await expect(syncOnce({}, { ...ports, history })).rejects.toThrow('the disk is full');
  expect(Object.keys(held(b))).toEqual(['a.md', 'b.md']);
  expect(historyOf(b).acts().acts.at(-1)?.changes).toContainEqual(
    expect.objectContaining({ kind: 'add', path: 'b.md' }),
  );
  expect((await sync(b, remote)).in).toBe(1);
});

test('a text that is changed while another is on its way in is not written over', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'a.md', 'of a');
  await sync(a, remote);
  const ports = portsOf(b, remote);
  let isChanged = false;
  const changing = {
    ...ports,
    repository: {
      ...ports.repository,
      texts: async (...given: Parameters<typeof ports.repository.texts>) => {
        if (!isChanged && given[0].length > 0) {
          isChanged = true;
          write(b, 'a.md', 'of b');
        }
        return ports.repository.texts(...given);
      },
    },
  };
  expect((await syncOnce({}, changing)).copies).toEqual([{ path: 'a.md', to: 'a (other 1).md' }]);
  expect(held(b)).toEqual({ 'a.md': 'of a', 'a (other 1).md': 'of b' });
});

const KEY = { '.key/identity.age': 'sealed', '.key/recipients': `${RECIPIENT}\n` };
const AGE = (text: string): string => `age-encryption.org/v1\n-> X25519 ${text}\n`;

/** A machine whose journal is encrypted, and the other side. */
async function sealedPair() {
  const home = freshHome();
  const remote = newMemoryRemote();
  const [a, b] = [newMachine(home, 'a', RECIPIENT), newMachine(home, 'b')];
  for (const [file, text] of Object.entries(KEY)) write(a, file, text);
  write(a, 'a.md.age', AGE('A'));
  await sync(a, remote);
  return { home, remote, a, b };
}

test('a machine that has never had the key takes it in, and nothing else until it is unlocked', async () => {
  const { remote, a, b } = await sealedPair();
  write(b, 'b.md', 'B');
  const { head } = remote;
  expect(await stopped(sync(b, remote, { dryRun: true }))).toBe('unlock-first');
  expect(held(b)).toEqual({ 'b.md': 'B' });
  expect(await stopped(sync(b, remote))).toBe('unlock-first');
  expect(await stopped(sync(b, remote))).toBe('unlock-first');
  expect([held(b), remote.head]).toEqual([{ ...KEY, 'b.md': 'B' }, head]);
  b.pinned = RECIPIENT;
  expect(await stopped(sync(b, remote))).toBe('encrypt-first');
  expect([held(b)['a.md.age'], remote.head]).toEqual([AGE('A'), head]);
  remove(b, 'b.md');
  write(b, 'b.md.age', AGE('B'));
  expect((await sync(b, remote)).out).toBe(1);
  await sync(a, remote);
  expect(held(a)).toEqual({ ...KEY, 'a.md.age': AGE('A'), 'b.md.age': AGE('B') });
});

test.each(['age1pq1qqqq', 'words', ''])(
  'a key that nobody could use here is not taken in, and locks nobody out: "%s"',
  async (recipient) => {
    const { remote, a, b } = await pair({ 'a.md': 'A' });
    const { repository } = portsOf(a, remote);
    const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
    const planted = [
      { path: '.key/identity.age', bytes: bytesOf('sealed') },
      { path: '.key/recipients', bytes: bytesOf(recipient) },
    ];
    await repository.push(await repository.commit(remote.head, planted));
    expect(await stopped(sync(b, remote))).toBe('key-unusable');
    expect(held(b)).toEqual({ 'a.md': 'A' });
  },
);

test('what both have changed is kept twice without the key', async () => {
  const { remote, a, b } = await sealedPair();
  await stopped(sync(b, remote));
  b.pinned = RECIPIENT;
  await sync(b, remote);
  write(a, 'a.md.age', AGE('of a'));
  write(b, 'a.md.age', AGE('of b'));
  await sync(a, remote);
  await sync(b, remote);
  expect(held(b)).toEqual({ ...KEY, 'a.md.age': AGE('of a'), 'a (other 1).md.age': AGE('of b') });
});

test('two keys never meet', async () => {
  const { home, remote } = await sealedPair();
  const c = newMachine(home, 'c', `age1${'z'.repeat(58)}`);
  write(c, '.key/recipients', `${c.pinned}\n`);
  write(c, 'c.md.age', AGE('C'));
  const { head } = remote;
  expect(await stopped(sync(c, remote))).toBe('keys-differ');
  expect([held(c)['a.md.age'], remote.head]).toEqual([undefined, head]);
});

test('nothing of the key is taken over from the other side, and none of it taken away there', async () => {
  const { remote, a, b } = await sealedPair();
  await stopped(sync(b, remote));
  b.pinned = RECIPIENT;
  await sync(b, remote);
  write(a, '.key/identity.age', 'another passphrase');
  remove(b, '.key/recipients');
  await sync(a, remote);
  await sync(b, remote);
  expect([held(b)['.key/identity.age'], held(b)['.key/recipients']]).toEqual(['sealed', undefined]);
  await sync(a, remote);
  expect(held(a)).toEqual({ ...KEY, '.key/identity.age': 'another passphrase', 'a.md.age': AGE('A') });
});

test('a key that somebody put into the journal folder is not sent', async () => {
  const { remote, a } = await sealedPair();
  write(a, '.key/recipients', `age1${'z'.repeat(58)}\n`);
  write(a, '.key/identity.age', 'of somebody else');
  write(a, 'b.md.age', AGE('B'));
  expect((await sync(a, remote)).out).toBe(1);
  const there = [...(remote.commits.get(remote.head ?? '')?.files ?? [])];
  const texts = there.map(([, oid]) => Buffer.from(remote.texts.get(oid) ?? []).toString());
  expect([texts.includes('sealed'), texts.includes('of somebody else')]).toEqual([true, false]);
});

test('entries in clear of an encrypted journal are not sent, whatever the other side holds', async () => {
  const home = freshHome();
  const remote = newMemoryRemote();
  const a = newMachine(home, 'a', RECIPIENT);
  write(a, 'a.md', 'in clear');
  expect(await stopped(sync(a, remote))).toBe('encrypt-first');
  expect(remote.head).toBeUndefined();
});

test('a machine that was in step follows one that encrypts', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A', 'b.md': 'B' });
  a.pinned = RECIPIENT;
  for (const [file, text] of Object.entries(KEY)) write(a, file, text);
  for (const name of ['a.md', 'b.md']) {
    remove(a, name);
    write(a, `${name}.age`, AGE(name));
  }
  await sync(a, remote);
  write(b, 'b.md', 'changed');
  expect(await stopped(sync(b, remote))).toBe('unlock-first');
  b.pinned = RECIPIENT;
  expect(await stopped(sync(b, remote))).toBe('encrypt-first');
  expect(held(b)).toEqual({
    ...KEY,
    'a.md.age': AGE('a.md'),
    'b.md.age': AGE('b.md'),
    'b (other 1).md': 'changed',
  });
});

test('a journal that is half encrypted waits until it is whole', async () => {
  const { remote, a } = await sealedPair();
  write(a, 'b.md', 'B');
  write(a, 'b.md.age', AGE('B'));
  const { head } = remote;
  expect(await stopped(sync(a, remote))).toBe('encrypt-first');
  expect(remote.head).toBe(head);
  remove(a, 'b.md');
  expect((await sync(a, remote)).out).toBe(1);
});

test('in a journal in clear a sealed file beside an entry is nothing to it', async () => {
  const { remote, a, b } = await pair({ 'a.md': 'A' });
  write(a, 'a.md.age', AGE('stray'));
  write(a, 'a.md', 'changed');
  expect((await sync(a, remote)).out).toBe(1);
  await sync(b, remote);
  expect(held(b)).toEqual({ 'a.md': 'changed' });
});
