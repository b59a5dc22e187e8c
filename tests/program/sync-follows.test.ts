import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printRecord } from '../../src/sync/sync-record.ts';
import { coach, DAY, journalOf, NOON, put, type Ran, type Setting, settledHome } from '../cli/coach.ts';
import { program, withCommandsBelow, wordsOf } from '../cli/program.ts';
import { scripted } from '../cli/scripted.ts';
import { quickSealing, PASSPHRASE, sealHome } from '../cli/sealed.ts';
import { homeAt } from '../challenge/command/challenge-homes.ts';
import { OFFERED, TAKES_WORDS, writing } from '../encryption/encrypting.ts';

/** A home whose journal is synced, with an entry; and whether a sync follows what is run there. */
interface Synced {
  readonly home: string;
  run(argv: readonly string[], more?: Partial<Setting>): Promise<Ran>;
  starts(argv: readonly string[], more?: Partial<Setting>): Promise<boolean>;
}

const NOTE = { stdin: 'role: member\nnote-text: It was far away.\n' };

async function syncedHome(): Promise<Synced> {
  const home = settledHome();
  const setup = { journal: journalOf(home), address: '/nowhere.git', branch: 'main', readable: true };
  put(path.join(home, 'state/sync.json'), printRecord({ setup, named: [] }));
  const synced: Synced = {
    home,
    run: (argv, more) => coach(argv, { home, ...more }),
    async starts(argv, more) {
      let isStarted = false;
      const ran = await coach(argv, { home, startsSync: () => (isStarted = true), ...more });
      expect([argv, ran.stderr, ran.exitCode]).toEqual([argv, expect.not.stringMatching(/bug/), 0]);
      return isStarted;
    },
  };
  await synced.run(['note', '--answers', '-'], NOTE);
  return synced;
}

/** Somebody's editor that adds a word. */
function editorIn({ home }: Synced): Partial<Setting> {
  const editor = put(path.join(home, 'editor'), '#!/bin/sh\necho more >>"$1"\n');
  chmodSync(editor, 0o700);
  return { env: { EDITOR: `"${editor}"`, PATH: process.env['PATH'] ?? '' } };
}

const EDIT = ['journal', 'edit', '--editor', 'last'];
const PLAN = 'about: D.\nmember-commitment: {when: it rains, then: I go, by: 2026-12-15, likelihood: 80}\n';
const READY = ['challenge', 'ready', '--about', 'D.', '--answers', '-'];

/** Every command that changes the journal, with what has to be there before. */
const CHANGING: Readonly<Record<string, (synced: Synced) => Promise<boolean>>> = {
  reflect: ({ starts }) => starts(['reflect', 'member', '--answers', '-'], { stdin: PLAN }),
  checkin: ({ starts }) => starts(['checkin', '--answers', '-'], { stdin: 'checkin-trust: 4' }),
  note: ({ starts }) => starts(['note', '--answers', '-'], NOTE),
  prepare: ({ starts }) => starts(['prepare', '--answers', '-'], { stdin: 'about: D.\nprepare-want: Calm' }),
  async debrief({ run, starts }) {
    await run(['prepare', '--answers', '-'], { stdin: 'about: D.\nprepare-want: Calm' });
    const later = { stdin: 'about: D.\ndebrief-decided: It went well.', epoch: NOON + DAY };
    return starts(['debrief', '--answers', '-'], later);
  },
  lookback: ({ starts }) =>
    starts(['lookback', '--answers', '-'], { stdin: 'role: member\nlookback-surprise: The tone.' }),
  async review({ run, starts }) {
    await run(['reflect', 'member', '--answers', '-'], { stdin: PLAN });
    const stdin = '- closes: 002k3x8m2p/member-commitment\n  review-status: kept\n';
    return starts(['review', '--answers', '-'], { stdin, epoch: NOON + 30 * DAY });
  },
  async 'challenge ready'({ home, starts }) {
    await homeAt(1, { home });
    return starts(READY, { stdin: 'challenge-next: next' });
  },
  async 'challenge repeat'({ home, starts }) {
    await homeAt(2, { home });
    return starts(['challenge', 'repeat'], { epoch: NOON + 1000 });
  },
  async 'challenge pause'({ home, starts }) {
    await homeAt(1, { home });
    return starts(['challenge', 'pause'], { epoch: NOON + 1000 });
  },
  async 'challenge stop'({ home, starts }) {
    await homeAt(1, { home });
    return starts(['challenge', 'stop'], { epoch: NOON + 1000 });
  },
  'align fill': ({ starts }) =>
    starts(['align', 'fill', '--about', 'D.', '--answers', '-'], { stdin: 'align-piece: Rota' }),
  'align agree': ({ starts }) =>
    starts(['align', 'agree', '--about', 'D.', '--answers', '-'], {
      stdin: 'agreement-piece: Rota\nagreement-step: advised\n',
    }),
  'journal edit': (synced) => synced.starts(EDIT, editorIn(synced)),
  async 'journal delete'({ starts, run }) {
    const isMoved = await starts(['journal', 'delete', 'last', '--yes']);
    const isGone = await starts(['journal', 'delete', '--trash', '--forever', '--yes']);
    await run(['note', '--answers', '-'], NOTE);
    const isDeleted = await starts(['journal', 'delete', 'last', '--forever', '--yes']);
    return isMoved && isGone && isDeleted;
  },
  async 'journal restore'(synced) {
    await synced.run(EDIT, editorIn(synced));
    const isEarlier = await synced.starts(['journal', 'restore', 'last', '--version', '1']);
    await synced.run(['journal', 'delete', 'last', '--yes']);
    return (await synced.starts(['journal', 'restore', '--all'])) && isEarlier;
  },
  'journal import'({ home, starts }) {
    put(path.join(home, 'notes/2026-11-01.md'), 'A day at work.\n');
    return starts(['journal', 'import', path.join(home, 'notes'), '--yes']);
  },
  async undo({ run, starts }) {
    await run(['journal', 'delete', 'last', '--yes']);
    return starts(['undo', '--yes']);
  },
  async redo({ run, starts }) {
    await run(['journal', 'delete', 'last', '--yes']);
    await run(['undo', '--yes']);
    return starts(['redo', '--yes']);
  },
  encrypt: ({ starts }) => starts(['encrypt'], { prompter: writing(TAKES_WORDS), sealing: quickSealing }),
  async decrypt({ home, run, starts }) {
    const { sessions } = await sealHome(home);
    await run(['encrypt'], { sessions });
    return starts(['decrypt', '--yes'], { sessions });
  },
  async 'keys passphrase'({ home, starts }) {
    const { sessions } = await sealHome(home);
    const prompter = scripted(PASSPHRASE, 'another passphrase', 'another passphrase');
    return starts(['keys', 'passphrase'], { sessions, prompter, sealing: quickSealing });
  },
  async 'keys renew'({ home, run, starts }) {
    const { sessions } = await sealHome(home);
    await run(['encrypt'], { sessions });
    const prompter = writing([PASSPHRASE, 'Yes', '', OFFERED]);
    return starts(['keys', 'renew'], { sessions, prompter, sealing: quickSealing });
  },
};

/** They save what they save as the other sittings do, and are run with somebody at each side. */
const ALIKE = ['align open', 'align guesses'];

/** Those that change nothing of what is synced. */
const READING = [
  ['journal', 'journal show', 'journal history', 'journal export', 'history', 'history forget'],
  ['insights', 'report', 'share', 'about', 'readings', 'help-people', 'plans', 'challenge'],
  ['align', 'align invite', 'align seal', 'unlock', 'lock', 'keys', 'keys recovery'],
  // They change what this computer keeps, and take what is in the folder for true.
  ['keys accept', 'keys forget'],
  ['schedule', 'schedule add', 'schedule list', 'schedule remove', 'pause', 'resume'],
  ['banks', 'banks show', 'banks check', 'banks new'],
  ['config', 'config get', 'config set', 'config list', 'config path', 'doctor', 'completion'],
].flat();

/** What a sync brought is not sent back. */
const SYNCING = ['sync', 'sync setup', 'sync status', 'sync stop', 'sync forget'];

test('each command is said to change the journal, or not to', () => {
  const all = withCommandsBelow(program)
    .map((command) => wordsOf(command).join(' '))
    .filter((name) => name !== '');
  expect([...Object.keys(CHANGING), ...ALIKE, ...READING, ...SYNCING].toSorted()).toEqual(all.toSorted());
});

test.each(Object.entries(CHANGING))('a sync follows coach %s', async (_, starts) => {
  expect(await starts(await syncedHome())).toBe(true);
});

test.each([
  { argv: [] },
  { argv: ['journal'] },
  { argv: ['journal', 'show', 'last'] },
  { argv: ['journal', 'export', '--format', 'json'] },
  { argv: ['config', 'set', 'about', 'D.'] },
  { argv: ['pause', '14d'] },
  { argv: ['banks', 'new', 'mine'] },
  { argv: ['journal', 'delete', 'last', '--yes'], settings: { sync: 'by-hand' } },
])('none follows $argv $settings', async ({ argv, settings }) => {
  const { home, starts } = await syncedHome();
  if (settings) put(path.join(home, 'config/settings.json'), JSON.stringify(settings));
  expect(await starts(argv)).toBe(false);
});

test('of many changes in a row, each started a process that only found another one waiting', async () => {
  const { home, starts } = await syncedHome();
  const argv = ['journal', 'delete', 'last', '--yes'];
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const waiting = { pid: process.pid, started, host: hostname(), token: '0123456789abcdef' };
  const lock = put(path.join(home, 'state/.sync-turn.coach-lock'), JSON.stringify(waiting));
  expect(await starts(argv)).toBe(false);
  // One that has ended meanwhile sends nothing.
  writeFileSync(lock, JSON.stringify({ ...waiting, started: '1' }));
  expect(await starts(['undo', '--yes'])).toBe(true);
});

test('none follows where none is set up', async () => {
  const home = settledHome();
  const startsSync = (): void => {
    throw new Error('a sync was started');
  };
  expect(await coach(['note', '--answers', '-'], { home, startsSync, ...NOTE })).toMatchObject({
    exitCode: 0,
  });
});

test('nothing changes the journal but by the disk that notes it', () => {
  const source = readFileSync(new URL('../../src/program/node-context.ts', import.meta.url), 'utf8');
  expect(source.match(/\bthisDisk\b/g)).toHaveLength(2);
});
