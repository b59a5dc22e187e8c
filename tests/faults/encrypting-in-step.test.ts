import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import { printRecord } from '../../src/sync/sync-record.ts';
import { entryText, put } from '../cli/coach.ts';
import { sealHome } from '../cli/sealed.ts';
import { git, newRemote, remoteFiles } from '../sync/repositories.ts';
import { coach, freshHome, type Home, PROGRAM } from '../terminal/coach.ts';
import { unlockedFor } from './sealed-homes.ts';

const WORD = 'pineapple';
const COUNT = 40;
const KILLER = path.join(import.meta.dirname, 'kill-at.cjs');

/** A home with readable entries that are synced, whose journal is one to be encrypted. */
async function halfWay(): Promise<{
  readonly home: Home;
  readonly remote: string;
  readonly key: KeyPair;
  readonly env: Readonly<Record<string, string | undefined>>;
}> {
  const home = freshHome();
  const remote = newRemote(home.root);
  const setup = { journal: home.journal, address: remote, branch: 'main', readable: true };
  put(path.join(home.coach, 'state/sync.json'), printRecord({ setup, named: [] }));
  for (let at = 0; at < COUNT; at++) {
    const id = `k3x8m2p${String(at).padStart(3, '0')}`;
    const text = entryText({ id, at: '2026-11-22T08:00:00+01:00', body: WORD });
    put(path.join(home.journal, `2026/11/2026-11-22-080000-note-${id}.md`), text);
  }
  expect(await coach(['sync'], { env: home.env })).toMatchObject({ exitCode: 0 });
  const { key } = await sealHome(home.coach);
  return { home, remote, key, env: { ...home.env, ...(await unlockedFor(key)) } };
}

/** So many entries of a commit are readable, and encrypted. */
function formsIn(remote: string, commit: string): readonly [number, number] {
  const names = git(remote, ['ls-tree', '-r', '--name-only', commit]).split('\n');
  return [
    names.filter((name) => name.endsWith('.md')).length,
    names.filter((name) => name.endsWith('.md.age')).length,
  ];
}

/** Runs coach and kills it at one of its calls that change something in the journal. */
function killed(args: readonly string[], env: Home['env'], at: number): Promise<NodeJS.Signals | null> {
  const options = { NODE_OPTIONS: `--require "${KILLER}"`, KILL_AT: String(at), KILL_FROM: '/journal/2026' };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...env, ...options }, stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
}

test('kill -9 in the middle of encrypting, and a sync then: nothing half done is sent, and in the end nothing is readable', async () => {
  const { home, remote, env } = await halfWay();
  const head = git(remote, ['rev-parse', 'main']);
  expect(await killed(['encrypt'], env, 230)).toBe('SIGKILL');
  const stopped = await coach(['sync'], { env });
  expect(stopped).toMatchObject({ stdout: '', exitCode: 1 });
  expect(stopped.stderr).toContain('not encrypted. Nothing was sent');
  expect(git(remote, ['rev-parse', 'main'])).toBe(head);
  expect(await coach(['encrypt'], { env })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.stringify(remoteFiles(remote))).not.toContain(WORD);
  expect(formsIn(remote, 'main')).toEqual([0, COUNT]);
  expect(await killed(['decrypt', '--yes'], env, 230)).toBe('SIGKILL');
  const sealed = git(remote, ['rev-parse', 'main']);
  expect((await coach(['sync'], { env })).stderr).toContain('coach decrypt');
  expect(git(remote, ['rev-parse', 'main'])).toBe(sealed);
  expect(await coach(['decrypt', '--yes'], { env })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(formsIn(remote, 'main')).toEqual([COUNT, 0]);
  expect(Object.values(remoteFiles(remote)).join('')).toContain(WORD);
  expect(home.journal).not.toBe('');
});

test('syncs at any time while a journal is encrypted and decrypted send all of it in one form', async () => {
  const { remote, env } = await halfWay();
  for (const command of [['encrypt'], ['decrypt', '--yes']]) {
    const state = { isOver: false };
    const syncs = (async () => {
      while (!state.isOver) await coach(['sync', '--quiet'], { env });
    })();
    const ran = await coach(command, { env });
    state.isOver = true;
    await syncs;
    expect(ran.exitCode).toBe(0);
    await coach(['sync'], { env });
  }
  const commits = git(remote, ['rev-list', 'main']).split('\n');
  const forms = commits.map((commit) => formsIn(remote, commit));
  expect(forms.filter(([plain, sealed]) => plain > 0 && sealed > 0)).toEqual([]);
  expect([forms.at(0), forms.some(([, sealed]) => sealed === COUNT)]).toEqual([[COUNT, 0], true]);
});
