import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Prompter } from '../../../src/app/ports/prompter.ts';
import { parseRecord, printRecord, type LastSync, type SyncRecord } from '../../../src/sync/sync-record.ts';
import {
  coach,
  DAY,
  entryText,
  freshHome,
  journalOf,
  NOON,
  put,
  putEntry,
  type Ran,
  type Setting,
} from '../../cli/coach.ts';
import { newRemote, PLAIN_ENV } from '../repositories.ts';
import { memorySessions } from '../../app/memory-sessions.ts';
import { encrypted, TAKES_WORDS, writing } from '../../encryption/encrypting.ts';
import { scripted } from '../../cli/scripted.ts';
import { LOCKED, lockedHome } from '../../locked/locked-home.ts';

const AT = '2026-11-20T09:14:05+01:00';
const SETUP = { address: 'git@git.example.org:d/journal.git', branch: 'main', readable: true };

const recordFile = (home: string): string => path.join(home, 'state/sync.json');

/** Leaves a record as a sync would that nobody waited for. */
function leave(home: string, record: Partial<SyncRecord>, setup: Partial<SyncRecord['setup']> = {}): void {
  const whole = { setup: { ...SETUP, journal: journalOf(home), ...setup }, named: [], ...record };
  put(recordFile(home), printRecord(whole));
}

/** One that has failed since 21 November, a day ago. */
const failing = (state: string, message: string, more: Partial<LastSync> = {}): LastSync => ({
  at: '2026-11-22T08:00:00+01:00',
  state,
  message,
  in: 0,
  out: 0,
  copies: 0,
  failedSince: '2026-11-21T09:14:05+01:00',
  ...more,
});

const today = (home: string, more: Partial<Setting> = {}): Promise<Ran> => coach([], { home, ...more });
const said = async (home: string, more: Partial<Setting> = {}): Promise<string> =>
  (await today(home, more)).stderr;

test('a sync that fails for less than a day is not spoken of, and then in a line', async () => {
  const home = freshHome();
  leave(home, { last: failing('offline', 'git.example.org cannot be reached') });
  expect(await said(home, { epoch: NOON - 1 })).toBe('');
  expect(await said(home)).toBe('Not in step since yesterday: coach sync\n');
  expect(await said(home, { epoch: NOON + 5 * DAY })).toBe('Not in step since 21 November: coach sync\n');
  leave(home, { last: failing('failed', 'the disk is full') });
  expect(await said(home)).toBe('Not in step since yesterday: coach sync\n');
});

test.each([
  {
    last: failing('refused', 'git.example.org refuses this key or password:\n  Permission denied'),
    line: 'Sync has stopped: git.example.org refuses this key or password. To let git ask you: coach sync --ask\n',
  },
  {
    last: failing('many-gone-here', '412 of 900 entries are gone from the journal folder. Nothing was sent'),
    line: 'Sync has stopped: 412 of 900 entries are gone from the journal folder. Nothing was sent. To see what to do: coach sync\n',
  },
  {
    last: failing('encrypt-first', '1 entry is not encrypted. Nothing was sent: 2026/11/secret.md'),
    line: 'Sync has stopped: 1 entry is not encrypted. Nothing was sent. To see what to do: coach sync\n',
  },
])('what needs the person is said at once: $last.state', async ({ last, line }) => {
  const home = freshHome();
  leave(home, { last: { ...last, failedSince: last.at } });
  expect(await said(home)).toBe(line);
});

test('a stick that is not put in is waited for, one without the repository is not', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  const sync = (...args: readonly string[]): Promise<Ran> =>
    coach(['sync', ...args], { home, env: PLAIN_ENV, typed: ['yes'] });
  putEntry(home, { id: 'k3x8m2p9qa', at: AT });
  await sync('setup', remote, '--readable');
  rmSync(remote, { recursive: true });
  await sync();
  expect(await said(home)).toBe('');
  mkdirSync(remote);
  await sync();
  expect(await said(home)).toContain('Sync has stopped: there is no git repository at');
});

test('nothing is said where it is in step, where another journal is named, and by other commands', async () => {
  const home = freshHome();
  leave(home, { last: failing('done', '', { failedSince: null }) });
  expect(await said(home)).toBe('');
  const last = failing('refused', 'git.example.org refuses this key or password');
  leave(home, { last }, { journal: '/elsewhere' });
  expect(await said(home, { env: { COACH_JOURNAL: freshHome() } })).toBe('');
  leave(home, { last });
  expect((await coach(['journal'], { home })).stderr).not.toContain('Sync');
});

test('once the journal had been moved, nothing was synced any more, and nothing said so', async () => {
  const home = freshHome();
  leave(home, { last: failing('done', '', { failedSince: null }) }, { journal: '/old/journal' });
  expect(await said(home)).toBe(
    'Sync has stopped: it is set up for the journal in /old/journal. To see what to do: coach sync\n',
  );
  expect((await coach(['doctor'], { home })).stdout).toContain(
    'sync is set up for another journal: /old/journal',
  );
  const env = { COACH_JOURNAL: journalOf(home) };
  expect((await coach(['doctor'], { home, env })).stdout).not.toContain('another journal');
  expect((await coach(['sync', 'status', '--json'], { home })).stdout).toContain('"with": null');
});

test('an address that was changed by hand stops nothing', async () => {
  const home = freshHome();
  leave(home, { last: failing('no-remote', 'there is none') }, { address: 'gopher://x' });
  expect(await today(home)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('there is none') });
});

test('doctor names what needs the person at once', async () => {
  const home = freshHome();
  const last = failing('keys-differ', 'the journal on git.example.org is encrypted with another key');
  leave(home, { last: { ...last, failedSince: last.at } });
  expect((await coach(['doctor'], { home })).stdout).toContain('Sync has stopped, or has not come through');
  leave(home, { last: { ...last, state: 'offline', failedSince: last.at } });
  expect((await coach(['doctor'], { home })).stdout).not.toContain('Sync has stopped');
});

test('a record that cannot be read is named, by doctor, too', async () => {
  const home = freshHome();
  leave(home, {});
  writeFileSync(recordFile(home), 'torn');
  expect(await said(home)).toBe(
    `coach: ${recordFile(home)} is damaged\n  Delete it and set sync up again: coach sync setup ADDRESS\n`,
  );
  expect((await coach(['doctor'], { home })).stdout).toContain(`${recordFile(home)} is damaged`);
});

/** An entry of which both texts are kept. */
function conflict(home: string, id = 'k3x8m2p9qa'): { readonly path: string; readonly to: string } {
  const file = putEntry(home, { id, at: AT });
  const to = file.replace(/\.md$/, ' (other 1).md');
  put(path.join(journalOf(home), to), entryText({ id, at: AT, body: '\nIts other text.\n' }));
  return { path: file, to };
}

const copiesIn = (home: string): unknown => {
  const record = parseRecord(readFileSync(recordFile(home), 'utf8'));
  return typeof record === 'object' ? record.copies : record;
};

const ONE =
  'An entry of 20 November was changed here and on another computer. Both texts are kept: coach journal show k3x8m2\n';

test('an entry that is kept twice is named once to whoever sees the screen', async () => {
  const home = freshHome();
  const copy = conflict(home);
  leave(home, { copies: [copy] });
  // Nobody may have read what went through a pipe.
  expect([await said(home), copiesIn(home)]).toEqual([ONE, [copy]]);
  expect([await said(home, { screen: true }), copiesIn(home)]).toEqual([ONE, []]);
  expect(await said(home, { screen: true })).toBe('');
  expect((await coach(['journal', 'show', 'k3x8m2'], { home })).stdout).toContain('(other 1).md');
});

test('what a sync kept twice that nobody waited for is named at the next coach', async () => {
  const [shared, a, b] = [freshHome(), freshHome(), freshHome()];
  const remote = newRemote(shared);
  const sync = (home: string, ...args: readonly string[]): Promise<Ran> =>
    coach(['sync', ...args], { home, env: PLAIN_ENV, typed: ['yes'] });
  const file = putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  for (const home of [a, b]) await sync(home, 'setup', remote, '--readable');
  for (const home of [a, b])
    put(path.join(journalOf(home), file), entryText({ id: 'k3x8m2p9qa', at: AT, body: `\n${home}\n` }));
  expect(await sync(a, '--quiet')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await sync(b, '--quiet')).toMatchObject({ exitCode: 0, stderr: '' });
  expect([await said(a), await said(b, { screen: true }), await said(b)]).toEqual(['', ONE, '']);
});

test('what both sides had changed was never named where the sync stopped after that', async () => {
  const [shared, a, b] = [freshHome(), freshHome(), freshHome()];
  const remote = newRemote(shared);
  const sync = (home: string, ...args: readonly string[]): Promise<Ran> =>
    coach(['sync', ...args], { home, env: PLAIN_ENV, typed: ['yes'] });
  const file = putEntry(a, { id: 'k3x8m2p9qa', at: AT });
  for (const home of [a, b]) await sync(home, 'setup', remote, '--readable');
  for (const home of [a, b])
    put(path.join(journalOf(home), file), entryText({ id: 'k3x8m2p9qa', at: AT, body: `\n${home}\n` }));
  await sync(a);
  const hook = path.join(remote, 'hooks/pre-receive');
  put(hook, '#!/bin/sh\nexit 1\n');
  chmodSync(hook, 0o700);
  expect((await sync(b)).stderr).toContain('refuses your entries');
  expect(await said(b)).toContain(ONE);
  rmSync(hook);
  expect(await sync(b)).toMatchObject({ exitCode: 0, stderr: '' });
  expect([await said(b, { screen: true }), await said(b)]).toEqual([ONE, '']);
});

test('what a sync kept twice while a set-up was asked about was never named', async () => {
  const home = freshHome();
  const [remote, copy] = [newRemote(home), conflict(home)];
  const yes = scripted('yes');
  const prompter: Prompter = {
    ...yes,
    line: (message) => (leave(home, { copies: [copy] }, { address: remote }), yes.line(message)),
  };
  leave(home, {}, { address: remote });
  const args = ['sync', 'setup', remote, '--readable'];
  expect(await coach(args, { home, env: PLAIN_ENV, prompter })).toMatchObject({ exitCode: 0 });
  expect(await said(home)).toBe(ONE);
});

test('what was settled before is not spoken of', async () => {
  const home = freshHome();
  const copy = conflict(home);
  leave(home, { copies: [copy] });
  rmSync(path.join(journalOf(home), copy.to));
  expect([await said(home, { screen: true }), copiesIn(home)]).toEqual(['', []]);
});

test('several are named each, many together', async () => {
  const home = freshHome();
  const copies = ['k3x8m2p9qa', 'p7w2c9d4rt', 'a1b2c3d4e5', 'f1g2h3j4k5'].map((id) => conflict(home, id));
  leave(home, { copies: copies.slice(0, 2) });
  expect(await said(home)).toBe(
    '2 entries were changed here and on another computer. Both texts are kept:\n  coach journal show k3x8m2\n  coach journal show p7w2c9\n',
  );
  leave(home, { copies });
  expect(await said(home)).toBe(
    '4 entries were changed here and on another computer. Both texts are kept: coach doctor\n',
  );
});

test('it is said while the journal is locked, too, without the key', async () => {
  const { home, sessions, lock } = await lockedHome();
  lock();
  leave(home, { last: failing('refused', 'git.example.org refuses this key or password') });
  const line =
    'Sync has stopped: git.example.org refuses this key or password. To let git ask you: coach sync --ask\n';
  expect(await today(home, { sessions })).toEqual({ ...LOCKED, stderr: `${line}${LOCKED.stderr}` });
  const prompter = scripted('');
  expect((await today(home, { sessions, prompter })).stderr).toContain(line);
});

test('an entry that was kept twice before the journal was encrypted was not named any more', async () => {
  const home = freshHome();
  leave(home, { copies: [conflict(home)] });
  const sessions = memorySessions(() => NOON);
  expect(await encrypted(home, writing(TAKES_WORDS), { sessions })).toMatchObject({ exitCode: 0 });
  expect(await said(home, { sessions })).toBe(ONE);
});
