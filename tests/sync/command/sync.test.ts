import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  coach,
  DAY,
  failed,
  filesBelow,
  freshHome,
  journalOf,
  NOON,
  printed,
  put,
  putEntry,
  type Ran,
  refused,
  type Setting,
} from '../../cli/coach.ts';
import { sealHome } from '../../cli/sealed.ts';
import { git, newRemote, PLAIN_ENV, remoteFiles } from '../repositories.ts';

const AT = '2026-11-22T09:14:05+01:00';

/** The other side, and homes that share it. */
function world() {
  const shared = freshHome();
  const remote = newRemote(shared);
  return { remote, a: freshHome(), b: freshHome() };
}

const run = (home: string, args: readonly string[], more: Partial<Setting> = {}): Promise<Ran> =>
  coach(['sync', ...args], { home, env: PLAIN_ENV, ...more });

const setUp = (home: string, remote: string, more: Partial<Setting> = {}): Promise<Ran> =>
  run(home, ['setup', remote, '--readable'], { typed: ['yes'], ...more });

const record = (home: string) => JSON.parse(readFileSync(path.join(home, 'state/sync.json'), 'utf8'));

test('two computers are set up, and get in step', async () => {
  const { remote, a, b } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  expect(await setUp(a, remote)).toEqual({
    stdout: `Type "yes" to set it up: In step with ${remote}: 0 in, 1 out.\nSet up. From now on, a sync follows each change here. To sync at any other time: coach sync\n`,
    stderr: `Entries will go to ${remote}.\nWhoever can read that folder can see how many entries there are, of which days, and when you send them.\nThey are NOT encrypted: every word can be read there.\n`,
    exitCode: 0,
  });
  expect((await setUp(b, remote)).exitCode).toBe(0);
  putEntry(b, { id: 'p7w2c9d4rt', at: AT });
  expect(await run(b, [])).toEqual(printed(`In step with ${remote}: 0 in, 1 out.\n`));
  expect(await run(a, ['--dry-run'])).toEqual(
    printed(`Not in step with ${remote}: 1 to come in, 0 to go out.\n`),
  );
  expect(await run(a, [])).toEqual(printed(`In step with ${remote}: 1 in, 0 out.\n`));
  expect(await run(a, [])).toEqual(printed(`In step with ${remote}: nothing new.\n`));
  expect(filesBelow(journalOf(a))).toEqual(filesBelow(journalOf(b)));
  expect((await coach(['journal', '--json'], { home: a })).stdout).toContain('p7w2c9d4rt');
});

test('what a sync brought is undone', async () => {
  const { remote, a, b } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  await setUp(a, remote);
  await setUp(b, remote);
  const { stderr, exitCode } = await coach(['undo', '--yes'], { home: b });
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('the sync of Sun 22 Nov (k3x8m2)')]);
  expect(filesBelow(journalOf(b))).toEqual(['trash/2026/11/2026-11-22-091405-note-k3x8m2p9qa.md']);
  expect((await coach(['history'], { home: b })).stdout).toContain('sync');
});

test('one entry that was deleted was said to be two that went out', async () => {
  const { remote, a } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  putEntry(a, { id: 'p7w2c9d4rt', at: AT });
  await setUp(a, remote);
  await coach(['journal', 'delete', 'k3x8m2p9qa', '--yes'], { home: a });
  expect((await run(a, ['--dry-run'])).stdout).toContain('0 to come in, 1 to go out.');
  expect(await run(a, [])).toEqual(printed(`In step with ${remote}: 0 in, 1 out.\n`));
});

test('a computer that took readable entries in was not told that it sends none', async () => {
  const { remote, a, b } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  await setUp(a, remote);
  const { stdout, stderr } = await run(b, ['setup', remote], { typed: ['yes'] });
  expect(stdout).toContain('1 in, 0 out.\nSet up.');
  expect(stderr).toContain('The entries there are not encrypted, and yours will not be sent like that.');
  const { stderr: other } = await run(freshHome(), ['setup', newRemote(freshHome())], { typed: ['yes'] });
  expect(other).not.toContain('The entries there');
});

test('nothing is called, opened or sent before it is set up', async () => {
  const home = freshHome();
  const bin = path.join(home, 'bin');
  put(path.join(bin, 'git'), `#!/bin/sh\ntouch "${home}/called"\n`);
  execFileSync('chmod', ['+x', path.join(bin, 'git')]);
  const env = { PATH: bin };
  putEntry(home, { id: 'k3x8m2p9qa', at: AT });
  expect(await run(home, [], { env })).toEqual(
    failed(
      'coach: sync is not set up\n  Give the address of a git repository of your own: coach sync setup ADDRESS\n',
    ),
  );
  expect(await run(home, ['--quiet'], { env })).toEqual(printed(''));
  expect((await run(home, ['status'], { env })).exitCode).toBe(1);
  expect(await run(home, ['status', '--json'], { env })).toEqual(
    printed('{\n  "format": 1,\n  "with": null\n}\n'),
  );
  expect((await run(home, ['forget', '--yes'], { env })).exitCode).toBe(1);
  expect((await run(home, ['stop'], { env })).stderr).toBe('Sync is not set up.\n');
  expect(existsSync(path.join(home, 'called'))).toBe(false);
  expect(existsSync(path.join(home, 'data/sync.git'))).toBe(false);
});

test('entries in clear are not sent unless somebody says so', async () => {
  const { remote, a } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  const ran = await run(a, ['setup', remote], { typed: ['yes'] });
  expect(ran).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(
      `Your entries here are not encrypted, so they will not be sent\\. .*\ncoach: your entries are not encrypted, and every word could be read at ${remote}\n  To send them as they are, add --readable. To encrypt them first: coach encrypt\n$`,
    ),
  });
  expect(existsSync(path.join(a, 'state/sync.json'))).toBe(false);
  expect(existsSync(path.join(a, 'data/sync.git'))).toBe(false);
  expect(git(remote, ['for-each-ref'])).toBe('');
});

test('nothing is set up without a yes, nor without somebody who can say it', async () => {
  const { remote, a } = world();
  expect((await setUp(a, remote, { typed: ['y'] })).stderr).toMatch(
    /Nothing was set up, and nothing was sent\.\n$/,
  );
  expect((await run(a, ['setup', remote, '--readable'])).exitCode).toBe(1);
  expect(existsSync(path.join(a, 'state/sync.json'))).toBe(false);
});

test.each([
  { address: 'https://d:secret@git.example.org/j.git', says: 'this address has a password in it' },
  { address: 'https://ghp_abcdefghijklmnop@github.com/d/j.git', says: 'this address has a password in it' },
  { address: 'ext::sh -c evil', says: '"ext::sh -c evil" is not an address that coach can sync with' },
  { address: '', says: '"" is not an address that coach can sync with' },
  { address: 'gopher://x/y', says: '"gopher://x/y" is not an address that coach can sync with' },
])('the address $address is refused', async ({ address, says }) => {
  const ran = await setUp(freshHome(), address);
  expect([ran.exitCode, ran.stderr.split('\n')[0], ran.stderr.includes('secret')]).toEqual([
    2,
    `coach: ${says}`,
    false,
  ]);
});

test('a branch that is none is refused', async () => {
  const { remote, a } = world();
  const ran = await run(a, ['setup', remote, '--readable', '--branch', '../x'], { typed: ['yes'] });
  expect(ran).toEqual(refused('coach: "../x" is not the name of a branch\n  Use one such as main.\n'));
});

test('a set-up that nobody answers is not kept', async () => {
  const home = freshHome();
  const ran = await setUp(home, path.join(home, 'none.git'));
  expect([ran.exitCode, ran.stderr]).toEqual([1, expect.stringContaining('there is no git repository at')]);
  expect([
    existsSync(path.join(home, 'state/sync.json')),
    existsSync(path.join(home, 'data/sync.git')),
  ]).toEqual([false, false]);
});

test('a journal and an other side with two blanks in their names are synced', async () => {
  const home = freshHome();
  const remote = newRemote(path.join(home, 'a  stick'));
  const env = { ...PLAIN_ENV, COACH_JOURNAL: path.join(home, 'my  words\u202fhere') };
  put(path.join(env.COACH_JOURNAL, 'a.md'), 'words');
  await setUp(home, remote, { env });
  expect((await run(home, [], { env })).stdout).toBe(`In step with ${remote}: nothing new.\n`);
});

test('a set-up that reaches nobody does not say that the next sync goes on', async () => {
  expect((await setUp(freshHome(), 'git://127.0.0.1:1/x')).stderr).toMatch(
    /cannot be reached\n {2}Nothing was set up\. To try again: coach sync setup ADDRESS\n$/,
  );
});

test('a second address is refused, and the same one taken again', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  expect((await setUp(a, '/elsewhere.git')).stderr).toBe(
    `coach: sync is set up already, with ${remote}, branch main\n  To use another address or branch: coach sync stop\n`,
  );
  expect((await setUp(a, remote)).exitCode).toBe(0);
});

test('another branch is refused as another address is, and the first one stays', async () => {
  const { remote, a } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  await setUp(a, remote);
  const ran = await run(a, ['setup', remote, '--readable', '--branch', 'more'], { typed: ['yes'] });
  expect([ran.exitCode, record(a).setup.branch]).toEqual([1, 'main']);
  expect((await run(a, [])).exitCode).toBe(0);
});

test('sync stops, and both sides keep what they have', async () => {
  const { remote, a } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  await setUp(a, remote);
  expect(await run(a, ['stop'])).toEqual(
    printed(`Stopped. Your entries stay here; ${remote} keeps what was sent.\n`),
  );
  expect([filesBelow(journalOf(a)), Object.keys(remoteFiles(remote))]).toEqual([
    ['2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'],
    ['2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'],
  ]);
  expect((await run(a, [])).exitCode).toBe(1);
});

test('a sync that was at work when sync was stopped set it up again', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  const file = path.join(a, 'state/sync.json');
  put(path.join(remote, 'hooks/post-receive'), `#!/bin/sh\nrm "${file}"\n`);
  execFileSync('chmod', ['+x', path.join(remote, 'hooks/post-receive')]);
  expect((await run(a, [])).exitCode).toBe(0);
  expect([Object.keys(remoteFiles(remote)).length, existsSync(file)]).toEqual([1, false]);
});

test('a sync that was stopped while it was at work does not begin again', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  const [begun, go] = [path.join(a, 'begun'), path.join(a, 'go')];
  const hook = path.join(remote, 'hooks/pre-receive');
  put(hook, `#!/bin/sh\n: >"${begun}"\nuntil test -e "${go}"; do sleep 0.05; done\n`);
  execFileSync('chmod', ['+x', hook]);
  const syncing = run(a, []);
  while (!existsSync(begun)) await wait(20);
  const { stderr } = await run(a, ['stop']);
  expect(stderr).toBe('A sync is still at work, and may send once more before it ends.\n');
  put(go, '');
  expect((await syncing).exitCode).toBe(0);
  expect([existsSync(path.join(a, 'state/sync.json')), existsSync(path.join(a, 'data/sync.git'))]).toEqual([
    false,
    false,
  ]);
});

test.runIf(process.getuid?.() !== 0)(
  'a sync whose repository cannot be read any more was said to be done',
  async () => {
    const { remote, a } = world();
    await setUp(a, remote);
    const objects = path.join(a, 'data/sync.git/objects');
    chmodSync(objects, 0);
    expect(await run(a, [])).toEqual(failed(expect.stringContaining('you do not have permission')));
    chmodSync(objects, 0o700);
    expect(record(a).last.state).toBe('failed');
  },
);

test('on a narrow screen no word of what is said is cut', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  const { stdout } = await run(a, ['stop'], { screen: true, width: 40 });
  expect(stdout.split('\n')).toContain('Stopped. Your entries stay here;');
});

test('a journal other than the one that was set up is not sent, and not said to be in step', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  const other = path.join(a, 'other');
  put(path.join(other, 'secret.md'), 'x');
  for (const args of [[], ['status'], ['forget', '--yes']]) {
    const ran = await run(a, args, { env: { ...PLAIN_ENV, COACH_JOURNAL: other } });
    expect([ran.exitCode, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/^coach: sync is set up for another journal/),
    ]);
  }
});

test('in the background it is silent until it has failed for a day', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  rmSync(remote, { recursive: true });
  expect(await run(a, ['--quiet'])).toEqual(printed(''));
  expect(await run(a, ['--quiet'], { epoch: NOON + DAY - 1 })).toEqual(printed(''));
  expect((await run(a, ['--quiet'], { epoch: NOON + DAY })).exitCode).toBe(1);
  // Cron would mail it every half hour.
  expect(await run(a, ['--quiet'], { epoch: NOON + 2 * DAY - 1 })).toEqual(printed(''));
  expect((await run(a, ['--quiet'], { epoch: NOON + 2 * DAY })).exitCode).toBe(1);
  expect(record(a).last.failedSince).toBe(AT);
});

test('many deletions stop it, and the flag that goes on is named', async () => {
  const { remote, a } = world();
  for (let at = 0; at < 12; at++) putEntry(a, { id: `k3x8m2p9${String(at).padStart(2, '0')}`, at: AT });
  await setUp(a, remote);
  rmSync(path.join(journalOf(a), '2026'), { recursive: true });
  expect(await run(a, [])).toEqual(
    failed(
      'coach: 12 of 12 entries are gone from the journal folder. Nothing was sent\n  Put them back, or if you meant to delete them: coach sync --take-deletions\n',
    ),
  );
  expect(Object.keys(remoteFiles(remote))).toHaveLength(12);
  expect((await run(a, ['--take-deletions'])).stdout).toBe(`In step with ${remote}: 0 in, 12 out.\n`);
});

test('the history of the other side begins anew, and another computer follows', async () => {
  const { remote, a, b } = world();
  putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  await setUp(a, remote);
  await setUp(b, remote);
  putEntry(a, { id: 'p7w2c9d4rt', at: AT });
  expect((await run(a, ['forget'], { typed: ['no'] })).stderr).toMatch(/Nothing was forgotten\.\n$/);
  const ran = await run(a, ['forget', '--yes']);
  expect(ran.stdout).toContain(`The history on ${remote} begins with your entries as they are now.\n`);
  expect(git(remote, ['rev-list', '--count', 'main'])).toBe('1');
  // It was not in step with what the new beginning took the place of.
  expect((await run(b, [])).stderr).toContain('coach sync --take-rewritten');
  expect((await run(b, ['--take-rewritten'])).stdout).toBe(`In step with ${remote}: 1 in, 0 out.\n`);
  await run(a, ['forget', '--yes']);
  expect((await run(b, [])).exitCode).toBe(0);
});

test('what is left alone is named once', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  const clone = path.join(a, 'clone');
  execFileSync('git', ['clone', '-q', remote, clone], { env: PLAIN_ENV, stdio: 'pipe' });
  put(path.join(clone, 'README'), 'x');
  put(path.join(clone, '.hidden.md'), 'x');
  git(clone, ['checkout', '-q', '-B', 'main']);
  git(clone, ['add', '.']);
  git(clone, ['commit', '-q', '-m', 'x']);
  git(clone, ['push', '-q', 'origin', 'main']);
  put(path.join(journalOf(a), 'why?.md'), 'x');
  expect((await run(a, [])).stderr).toBe(
    `Left alone on ${remote}, since coach does not sync such files: .hidden.md, README\nNot synced, since not every computer can hold it (a link, too large, or its name): why?.md\n`,
  );
  expect((await run(a, [])).stderr).toBe('');
});

test('an encrypted journal is sent as it lies, without the key', async () => {
  const { remote, a, b } = world();
  const { lock, sessions } = await sealHome(a);
  await coach(['note', '--answers', '-'], {
    home: a,
    sessions,
    stdin: 'role: member\nnote-text: secret word\n',
  });
  lock();
  const ran = await run(a, ['setup', remote], { typed: ['yes'], sessions });
  expect([ran.exitCode, ran.stderr]).toEqual([
    0,
    expect.stringContaining('They are encrypted, and cannot be read there.'),
  ]);
  expect(Object.keys(remoteFiles(remote)).toSorted()).toEqual([
    '.key/identity.age',
    '.key/recipients',
    expect.stringMatching(/^2026\/11\/2026-11-22-000000-entry-.*\.md\.age$/),
  ]);
  expect(JSON.stringify(remoteFiles(remote))).not.toContain('secret word');
  const other = await setUp(b, remote);
  expect([other.exitCode, other.stderr]).toEqual([
    1,
    expect.stringContaining('the journal was encrypted on another computer'),
  ]);
  expect(filesBelow(journalOf(b))).toEqual(['.key/identity.age', '.key/recipients']);
  expect((await run(b, [])).stderr).toContain('coach unlock');
});

test('a record that is damaged, or of a newer coach, is named', async () => {
  const { remote, a } = world();
  await setUp(a, remote);
  const file = path.join(a, 'state/sync.json');
  writeFileSync(file, '{"format":1,"setup":{"address":"--upload-pack=evil"}}');
  expect((await run(a, [])).stderr).toContain('sync.json is damaged');
  writeFileSync(file, '{"format":2}');
  expect((await run(a, [])).stderr).toContain('was written by a newer coach');
});
