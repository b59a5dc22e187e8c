import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, put } from '../cli/coach.ts';
import { PASSPHRASE } from '../cli/sealed.ts';
import { CTRL_C, scripted } from '../cli/scripted.ts';
import { ASKED, LOCKED, lockedHome, PLAN, PLANNED } from './locked-home.ts';

const NOTE = ['note', '--answers', '-'];
const CHECK_IN = ['checkin', '--answers', '-'];

test('a sitting asks for the passphrase once, and goes on without it', async () => {
  const { run, pipe, lock, unlock } = await lockedHome();
  expect(await pipe(NOTE, 'note-text: The pineapple.\nabout: D.')).toMatchObject({ exitCode: 0 });
  lock();
  const { seen, exitCode, stdout } = await run(['note'], '', 'The quince.', { kind: 'save' });
  expect([exitCode, seen[0]]).toEqual([0, ASKED]);
  expect(seen.filter((one) => one.startsWith('secret'))).toHaveLength(1);
  expect(stdout).not.toContain('pineapple');
  await unlock();
  expect((await pipe(['journal', '--full'])).stdout).toMatch(/quince[^]*pineapple|pineapple[^]*quince/);
});

test('whoever types it has a sitting as ever', async () => {
  const { run, pipe, lock } = await lockedHome();
  await pipe(NOTE, 'note-text: The pineapple.\nabout: D.');
  lock();
  const { seen } = await run(['reflect', 'member', '--short'], PASSPHRASE, 'D.', CTRL_C);
  expect(seen.slice(0, 2)).toEqual([ASKED, expect.stringMatching(/^choose /)]);
});

test('a check-in without the passphrase is looked over before it is saved, and offers nothing that has to be read', async () => {
  const { home, run, pipe, lock, unlock } = await lockedHome();
  await pipe(CHECK_IN, '{"checkin-trust": 4}');
  lock();
  const { seen, exitCode } = await run(
    ['checkin', '--short'],
    '',
    'D.',
    { value: 4 },
    { value: 3 },
    { value: 2 },
    { kind: 'save' },
  );
  expect([exitCode, seen[0], seen.at(-1)]).toEqual([0, ASKED, 'look over']);
  await unlock();
  expect(JSON.parse((await pipe(['journal', '--json'])).stdout)).toHaveLength(2);
  expect(filesBelow(path.join(home, 'state/drafts'))).toEqual([]);
});

test('a draft is neither offered nor lost while the journal is locked', async () => {
  const { home, run, lock, unlock } = await lockedHome();
  lock();
  const left = await run(['note'], '', 'Pear.', CTRL_C);
  expect(left.exitCode).toBe(130);
  const [draft = ''] = filesBelow(path.join(home, 'state/drafts'));
  const bytes = readFileSync(path.join(home, 'state/drafts', draft));
  expect(String(bytes)).toMatch(/^age-encryption/);
  const { seen } = await run(['note'], '', CTRL_C);
  expect(seen.some((one) => /Unfinished/.test(one))).toBe(false);
  expect(readFileSync(path.join(home, 'state/drafts', draft))).toEqual(bytes);
  await unlock();
  expect((await run(['note'], 'Finish', CTRL_C)).seen[0]).toMatch(/^choose Unfinished/);
});

test("a draft that cannot be opened stands in nobody's way", async () => {
  const { home, pipe } = await lockedHome();
  const file = put(path.join(home, 'state/drafts/k3x8m2p9qa.json'), 'age-encryption.org/v1\n-> X25519 a\n');
  await pipe(NOTE, 'note-text: The pineapple.');
  expect(await pipe([])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readFileSync(file, 'utf8')).toContain('X25519');
});

describe('what saves without a person', () => {
  test.each([
    { argv: NOTE, stdin: 'note-text: Pear.' },
    { argv: ['note'], stdin: 'Pear.' },
    { argv: CHECK_IN, stdin: '{"checkin-trust": 4}' },
    { argv: ['reflect', 'member', '--answers', '-'], stdin: 'member-felt: Pear.' },
    { argv: ['reflect', '--answers', '-'], stdin: 'member-felt: Pear.' },
    {
      argv: ['align', 'fill', '--answers', '-', '--role', 'member', '--about', 'D.'],
      stdin: 'align-piece: Pear.',
    },
  ])('$argv never asks, at a terminal or not', async ({ argv, stdin }) => {
    const { pipe, lock, unlock } = await lockedHome();
    lock();
    expect(await pipe(argv, stdin)).toMatchObject({ exitCode: 0, stderr: '' });
    // What is piped in comes from no terminal.
    const prompter = argv.includes('--answers') ? scripted() : undefined;
    const again = await pipe(argv, stdin, prompter && { prompter });
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(prompter?.seen.filter((one) => !one.startsWith('say')) ?? []).toEqual([]);
    await unlock();
    expect(JSON.parse((await pipe(['journal', '--json'])).stdout).length).toBeGreaterThan(0);
  });

  test.each([
    { argv: ['review', '--answers', '-'] },
    { argv: ['debrief', '--answers', '-'] },
    { argv: ['debrief', '--template'] },
    { argv: ['review', '--template'] },
    { argv: ['review', '--json'] },
    { argv: ['challenge', 'ready', '--answers', '-'] },
    { argv: ['challenge', 'pause'] },
    { argv: ['challenge', 'stop'] },
    { argv: ['challenge', '--json'] },
    { argv: ['review'] },
  ])('$argv has to read, and ends before anything is read', async ({ argv }) => {
    const { pipe, lock } = await lockedHome();
    await pipe(PLAN, PLANNED);
    lock();
    expect(await pipe(argv, ': no yaml [')).toEqual(LOCKED);
  });

  test('somebody at a terminal is asked where it has to read', async () => {
    const { run, pipe, lock } = await lockedHome();
    await pipe(PLAN, PLANNED);
    lock();
    const { seen, stdout } = await run(['review', '--json'], PASSPHRASE);
    expect([seen, stdout]).toEqual([['secret Passphrase of your journal:'], expect.stringMatching(/^\[/)]);
  });
});

describe('on a computer that does not know the key', () => {
  test.each([
    [['note']],
    [['checkin']],
    [['review']],
    [['reflect', 'member']],
    [['challenge', 'ready']],
    [['align', 'fill']],
    [[]],
    [['share']],
    [NOTE],
  ])('%j is refused before anything is asked or read', async (argv) => {
    const { home, sessions, pipe } = await lockedHome();
    await pipe(NOTE, 'note-text: Pear.');
    rmSync(path.join(home, 'state/keys.json'));
    const prompter = scripted();
    const ran = await coach(argv, { home, sessions, prompter, stdin: ': no yaml [' });
    expect(prompter.seen.filter((one) => !one.startsWith('say'))).toEqual([]);
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toContain('does not know the key');
  });
});

test('a locked journal whose index knew all of it told what is due', async () => {
  const { pipe, lock } = await lockedHome();
  await pipe(NOTE, 'note-text: Pear.');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await pipe(['journal', '--search', 'pear']);
  await pipe([]);
  lock();
  expect(await pipe([])).toEqual(LOCKED);
  expect(await pipe(['journal', '--search', 'pear'])).toEqual(LOCKED);
});
