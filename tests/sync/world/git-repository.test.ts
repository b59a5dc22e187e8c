import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { troubleIn } from '../../../src/sync/git-answers.ts';
import type { SyncStop } from '../../../src/sync/sync-stop.ts';
import { freshHome, put } from '../../cli/coach.ts';
import { oidOf } from '../memory-remote.ts';
import {
  blobIn,
  forge,
  git,
  hostileEnv,
  newRemote,
  openRepository,
  PLAIN_ENV,
  remoteFiles,
  sent,
  text,
} from '../repositories.ts';

const stopOf = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'none',
    (error: SyncStop) => error.state,
  );

test('what is sent comes out elsewhere, byte for byte', async () => {
  const home = freshHome();
  newRemote(home);
  const hard = 'a\r\nb\u0000c\rd $Id$\n\n';
  const here = await openRepository(home);
  expect(await here.fetch()).toBeUndefined();
  const commit = await here.commit(undefined, [
    sent('2026/11/ä "b".md'.replaceAll('"', "'"), hard),
    sent('b.md', ''),
  ]);
  expect(await here.push(commit)).toBe(true);

  const there = await openRepository(home, { folder: path.join(home, 'other.git') });
  const fetched = await there.fetch();
  expect(fetched).toBe(commit);
  const { entries, strange } = await there.files(commit);
  expect(strange).toEqual([]);
  const texts = await there.texts([...entries.values()]);
  const found = Object.fromEntries([...entries].map(([file, oid]) => [file, texts.get(oid)]));
  expect(found).toEqual({ "2026/11/ä 'b'.md": text(hard), 'b.md': text('') });
  expect(await there.texts([])).toEqual(new Map());
});

test('a commit says nothing of who made it where, and of no more than the day', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  await here.push(await here.commit(undefined, [sent('a.md', 'a')]));
  expect(git(remote, ['log', '--format=%an|%ae|%at|%cn|%ce|%ct|%B', 'main'])).toBe(
    'coach|coach@localhost|1795305600|coach|coach@localhost|1795305600|entries',
  );
  expect(new Date(1_795_305_600_000).toISOString()).toBe('2026-11-22T00:00:00.000Z');
});

test('files are changed and taken away, and all else stays', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  forge(remote, [
    ['100644', 'blob', blobIn(remote, 'read me'), 'README'],
    ['100644', 'blob', blobIn(remote, 'a'), 'a.md'],
    ['100644', 'blob', blobIn(remote, 'b'), 'b.md'],
  ]);
  const here = await openRepository(home);
  const before = await here.fetch();
  const commit = await here.commit(before, [sent('a.md', 'A'), { path: 'b.md' }]);
  expect(await here.push(commit)).toBe(true);
  expect(remoteFiles(remote)).toEqual({ README: 'read me', 'a.md': 'A' });
  expect(await here.isFrom(commit, before ?? '')).toBe(true);
  expect(await here.isFrom(before ?? '', commit)).toBe(false);
});

test('whoever is overtaken loses nothing of the other', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const [one, other] = [
    await openRepository(home),
    await openRepository(home, { folder: path.join(home, 'o.git') }),
  ];
  expect(await one.push(await one.commit(undefined, [sent('a.md', 'a')]))).toBe(true);
  expect(await other.push(await other.commit(undefined, [sent('b.md', 'b')]))).toBe(false);
  expect(remoteFiles(remote)).toEqual({ 'a.md': 'a' });
});

test('whoever sends at the same moment as another is overtaken, and not refused', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  const first = await here.commit(undefined, [sent('a.md', 'a')]);
  await here.push(first);
  const other = git(remote, ['commit-tree', '-m', 'x', '-p', first, `${first}^{tree}`]);
  writeFileSync(
    path.join(remote, 'hooks/pre-receive'),
    `#!/bin/sh\nunset GIT_QUARANTINE_PATH\ngit update-ref refs/heads/main ${other}\n`,
    { mode: 0o755 },
  );
  expect(await here.push(await here.commit(first, [sent('b.md', 'b')]))).toBe(false);
});

test('a history that is begun anew names the one before, and takes the place of no other', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  const first = await here.commit(undefined, [sent('a.md', 'a')]);
  await here.push(first);
  const anew = await here.anew(first);
  expect([await here.replacedBy(first), await here.replacedBy(anew)]).toEqual([undefined, first]);
  expect(await here.push(anew, anew)).toBe(false);
  expect(await here.push(anew, first)).toBe(true);
  expect([remoteFiles(remote), git(remote, ['rev-list', '--count', 'main'])]).toEqual([{ 'a.md': 'a' }, '1']);
  await here.remember('base', anew);
  await here.forget();
  expect(await here.recall('base')).toBe(anew);
  expect(await here.recall('seen')).toBeUndefined();
  expect(await here.isFrom(first, first)).toBe(false);
});

test('no setting of the person keeps a text that is forgotten', async () => {
  const home = freshHome();
  newRemote(home);
  const here = await openRepository(home, { env: hostileEnv(home) });
  const first = await here.commit(undefined, [sent('a.md', 'secret')]);
  await here.remember('base', first);
  const second = await here.commit(first, [{ path: 'a.md' }, sent('b.md', 'b')]);
  const made = await here.anew(second);
  await here.remember('base', made);
  await here.forget();
  expect([...(await here.texts([oidOf(text('b'))])).keys()]).toHaveLength(1);
  await expect(here.texts([oidOf(text('secret'))])).rejects.toThrow('git-failed');
});

test('no setting and no hook of the person has a say', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const env = hostileEnv(home);
  const here = await openRepository(home, { env });
  const commit = await here.commit(undefined, [sent('a.md', 'one\ntwo\r\n')]);
  expect(await here.push(commit)).toBe(true);
  await here.remember('base', commit);
  const there = await openRepository(home, { env, folder: path.join(home, 'other.git') });
  const fetched = (await there.fetch()) ?? '';
  const { entries } = await there.files(fetched);
  expect([...(await there.texts([...entries.values()])).values()]).toEqual([text('one\ntwo\r\n')]);
  await there.tidy();
  await there.forget();
  expect(git(remote, ['log', '--format=%G?', 'main'])).toBe('N');
  const hostile = path.join(home, 'hostile');
  expect(
    ['ran', 'elsewhere', 'objects', 'index'].filter((name) => existsSync(path.join(hostile, name))),
  ).toEqual([]);
});

test('who shares repositories with others opened that of the journal to them', async () => {
  const home = freshHome();
  put(path.join(home, '.gitconfig'), '[core]\n sharedRepository = 0666\n');
  newRemote(home);
  const here = await openRepository(home, { env: { ...PLAIN_ENV, HOME: home } });
  await here.commit(undefined, [sent('a.md', 'a')]);
  const folder = path.join(home, 'sync.git');
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(all.filter((name) => (statSync(path.join(folder, name)).mode & 0o022) > 0)).toEqual([]);
});

test('what gathers is packed now and then, and no text of it is lost', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  let commit: string | undefined;
  for (let at = 0; at < 4; at++) {
    commit = await here.commit(
      commit,
      Array.from({ length: 490 }, (_, of) => sent(`${at}/${of}.md`, `${at} ${of}`)),
    );
    await here.remember('base', commit);
    await here.remember('seen', commit);
  }
  const loose = (): number =>
    readdirSync(path.join(home, 'sync.git/objects'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^[0-9a-f]{2}\/./.test(name),
    ).length;
  expect(loose()).toBeGreaterThan(1900);
  for (let at = 0; at < 20; at++) {
    commit = await here.commit(
      commit,
      Array.from({ length: 40 }, (_, of) => sent(`${at}/x${of}.md`, `x ${at} ${of}`)),
    );
    await here.remember('base', commit);
  }
  await here.tidy();
  expect(loose()).toBeLessThan(100);
  expect(await here.push(commit ?? '')).toBe(true);
  expect(git(remote, ['ls-tree', '-r', '--name-only', 'main']).split('\n')).toHaveLength(4 * 490 + 20 * 40);
});

test('where there is no time left to pack what has gathered, it stays as it is', async () => {
  const home = freshHome();
  newRemote(home);
  const deadline = Date.now() + 1_500;
  const here = await openRepository(home, { deadline });
  await wait(deadline - Date.now());
  expect(await stopOf(here.fetch())).toBe('slow');
  expect(await here.tidy()).toBeUndefined();
});

/** A text whose hash begins with two digits by which git guesses how many there are: 28 of them stand for 7,000. */
function* textsOfMany(): Generator<string> {
  for (let number = 0; ; number++) {
    const words = `text ${number}`;
    if (createHash('sha1').update(`blob ${words.length}\0${words}`).digest('hex').startsWith('17'))
      yield words;
  }
}

test('what has gathered in a folder is packed while it is sent, and not by a git that stays', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  const files = Array.from({ length: 28 }, (_, at) => `${at}.md`);
  const texts = textsOfMany();
  const sending = files.map((file) => sent(file, texts.next().value ?? ''));
  const commit = await here.commit(undefined, sending);
  expect(await here.push(commit)).toBe(true);
  expect(existsSync(path.join(remote, 'objects/17'))).toBe(false);
  expect(existsSync(path.join(remote, 'gc.pid'))).toBe(false);
  expect(Object.keys(remoteFiles(remote)).toSorted()).toEqual(files.toSorted());
});

test('the repository is for the person alone', async () => {
  const home = freshHome();
  newRemote(home);
  await openRepository(home);
  expect(statSync(path.join(home, 'sync.git')).mode & 0o777).toBe(0o700);
});

test('what a killed git left is in nobody’s way', async () => {
  const home = freshHome();
  newRemote(home);
  const folder = path.join(home, 'sync.git');
  const first = await openRepository(home);
  await first.remember('base', await first.commit(undefined, [sent('a.md', 'a')]));
  const left = [
    'refs/heads/main.lock',
    'packed-refs.lock',
    'objects/pack/tmp_pack_x',
    'objects/pack/.tmp-7-pack-x.pack',
    'objects/pack/pack-x.keep',
    'gc.pid',
    'fast_import_crash_1',
    'config.lock',
  ];
  for (const one of left) writeFileSync(path.join(folder, one), '');
  const here = await openRepository(home);
  await here.remember('base', await here.commit(undefined, [sent('b.md', 'b')]));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((one) => names.includes(one))).toEqual([]);
});

test('a tree with what is no entry is taken in without it', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const [small, link] = [blobIn(remote, 'x'), blobIn(remote, '/etc/passwd')];
  const large = blobIn(remote, 'x'.repeat(5_000_001));
  const commit = '1234567890123456789012345678901234567890';
  forge(remote, [
    ['100644', 'blob', small, 'good.md'],
    ['100755', 'blob', small, 'runs.md'],
    ['120000', 'blob', link, 'link.md'],
    ['160000', 'commit', commit, 'module.md'],
    ['100644', 'blob', small, '.hidden.md'],
    ['100644', 'blob', small, '.key/identity.age'],
    ['100644', 'blob', small, '.key/more'],
    ['100644', 'blob', small, 'CON.md'],
    ['100644', 'blob', small, 'a\\..\\b.md'],
    ['100644', 'blob', small, 'red\u001b[31m.md'],
    ['100644', 'blob', large, 'large.md'],
    ['100644', 'blob', small, 'deep/2/3/4/5/6/7/8/9.md'],
  ]);
  const here = await openRepository(home);
  const { entries, keys, strange } = await here.files((await here.fetch()) ?? '');
  expect([...entries.keys()]).toEqual(['good.md', 'runs.md']);
  expect([...keys.keys()]).toEqual(['.key/identity.age']);
  expect(strange).toHaveLength(9);
});

test('a tree that leads out of its folder is refused as a whole', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const small = blobIn(remote, 'x');
  const inner = git(remote, ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], '');
  expect(inner).not.toBe('');
  const tree = git(remote, ['mktree'], `100644 blob ${small}\t..md\n040000 tree ${inner}\t..\n`);
  git(remote, ['update-ref', 'refs/heads/main', git(remote, ['commit-tree', tree, '-m', 'x'])]);
  const here = await openRepository(home);
  expect(await stopOf(here.fetch())).toBe('git-failed');
});

test.each([
  { case: 'no such folder', address: '/nonexistent/x.git', is: 'no-remote' },
  { case: 'a port that nobody listens at', address: 'git://127.0.0.1:1/x', is: 'offline' },
  { case: 'the web, where nobody listens', address: 'http://127.0.0.1:1/x', is: 'offline' },
  { case: 'ssh, where nobody listens', address: 'ssh://127.0.0.1:1/x', is: 'offline' },
  { case: 'a host that is not there', address: 'http://no-such-host.invalid/x', is: 'offline' },
  { case: 'another program as the way', address: 'ext::sh -c true', is: 'no-remote' },
])('$case', async ({ address, is }) => {
  const home = freshHome();
  const by = address.startsWith('/') ? ('folder' as const) : ('ssh' as const);
  const here = await openRepository(home, { remote: { address, by } });
  expect(await stopOf(here.fetch())).toBe(is);
  const commit = await here.commit(undefined, [sent('a.md', 'a')]);
  expect(await stopOf(here.push(commit))).toBe(is);
});

test('a folder that belongs to another user is not taken for one that wants a password', () => {
  const remote = newRemote(freshHome());
  const env = { ...PLAIN_ENV, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', LC_ALL: 'C' };
  const { stderr } = spawnSync('git', ['ls-remote', remote], { env, encoding: 'utf8' });
  expect(troubleIn(stderr)).toBe('not-trusted');
});

test('a stick that is not connected cannot be reached, and is not to be made anew', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const here = await openRepository(home);
  const commit = await here.commit(undefined, [sent('a.md', 'a')]);
  await here.push(commit);
  await here.remember('seen', commit);
  renameSync(remote, `${remote} elsewhere`);
  expect(await stopOf(here.fetch())).toBe('offline');
  mkdirSync(remote);
  expect(await stopOf(here.fetch())).toBe('no-remote');
});

test('without git', async () => {
  const home = freshHome();
  expect(await stopOf(openRepository(home, { env: { PATH: '/nonexistent' } }))).toBe('no-git');
  expect(existsSync(path.join(home, 'sync.git'))).toBe(false);
});

test('the other side may refuse, and its words are kept', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  writeFileSync(
    path.join(remote, 'hooks/pre-receive'),
    '#!/bin/sh\necho "no entries\u001b[31m here" >&2\nexit 1\n',
    { mode: 0o755 },
  );
  const here = await openRepository(home);
  const commit = await here.commit(undefined, [sent('a.md', 'a')]);
  const stop = await here.push(commit).then(
    () => undefined,
    (error: SyncStop) => error,
  );
  expect(stop?.state).toBe('remote-refuses');
  expect(stop?.facts.said).toContain('no entries');
});
