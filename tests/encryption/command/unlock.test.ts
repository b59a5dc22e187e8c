import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome, put } from '../../cli/coach.ts';
import { PASSPHRASE, sealHome } from '../../cli/sealed.ts';
import { scripted } from '../../cli/scripted.ts';

const note = { stdin: 'about: D.\nnote-text: The pineapple.\n' };
const WRITE = ['reflect', 'note', '--answers', '-'];

test('what is written in an encrypted journal is sealed, tells its day alone, and is read while it is unlocked', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home);
  expect(await coach(WRITE, { home, sessions, ...note })).toMatchObject({ exitCode: 0 });
  const journal = path.join(home, 'data/journal');
  const file = filesBelow(journal).find((one) => one.startsWith('2026')) ?? '';
  expect(path.basename(file)).toMatch(/^2026-11-22-000000-entry-[0-9a-z]{10}\.md\.age$/);
  expect(readFileSync(path.join(journal, file), 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);
  const { stdout } = await coach(['journal', '--full'], { home, sessions });
  expect(stdout).toContain('The pineapple.');
  expect((await coach(['journal', '--search', 'pineapple', '--json'], { home, sessions })).stdout).toContain(
    'pineapple',
  );
});

test('a locked journal is written to, and never looks empty', async () => {
  const home = freshHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  lock();
  expect(await coach(WRITE, { home, sessions, ...note })).toMatchObject({ exitCode: 0 });
  for (const argv of [
    ['journal'],
    ['journal', '--json'],
    ['insights'],
    ['journal', 'show', 'last'],
    ['journal', '--search', 'x'],
  ]) {
    expect(await coach(argv, { home, sessions })).toEqual({
      stdout: '',
      stderr: 'coach: the journal is locked\n  Unlock it for a while: coach unlock\n',
      exitCode: 1,
    });
  }
});

test('somebody at a terminal is asked for the passphrase once, and again where it is wrong', async () => {
  const home = freshHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  lock();
  const prompter = scripted('wrong', PASSPHRASE);
  expect((await coach(['journal', '--full'], { home, sessions, prompter })).stdout).toContain(
    'The pineapple.',
  );
  expect(prompter.seen).toEqual([
    'secret Passphrase of your journal:',
    "say That isn't the passphrase.",
    'secret Passphrase of your journal:',
  ]);
  expect((await coach(['journal', '--full'], { home, sessions, prompter })).stdout).toContain(
    'The pineapple.',
  );
});

test('somebody with many entries is asked for the passphrase once', async () => {
  const home = freshHome();
  const { sessions, lock } = await sealHome(home);
  for (let count = 0; count < 3; count++) await coach(WRITE, { home, sessions, ...note });
  lock();
  const prompter = scripted(PASSPHRASE);
  const { stdout } = await coach(['journal', '--full', '--search', 'pineapple'], {
    home,
    sessions,
    prompter,
  });
  expect(stdout.match(/pineapple/g)).toHaveLength(3);
  expect(prompter.seen).toEqual(['secret Passphrase of your journal:']);
});

test('a machine that has the journal and not its key refuses to write or read until it was given the passphrase once', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  rmSync(path.join(home, 'state'), { recursive: true });
  const other = {
    stdout: '',
    stderr:
      'coach: this computer does not know the key of this journal yet\n  Give it the passphrase once: coach unlock\n',
    exitCode: 1,
  };
  expect(await coach(WRITE, { home, sessions, ...note })).toEqual(other);
  expect(await coach(['journal'], { home, sessions })).toEqual(other);
  put(path.join(home, 'pass'), `${PASSPHRASE.toUpperCase()}\n`);
  const unlocked = await coach(['unlock', '--passphrase-file', path.join(home, 'pass'), '--for', '2h'], {
    home,
    sessions,
  });
  expect(unlocked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 hours') });
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('The pineapple.');
});

test('the recovery key opens the journal without the folder that holds its key', async () => {
  const home = freshHome();
  const { sessions, lock, key } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  lock();
  rmSync(path.join(home, 'data/journal/.key'), { recursive: true });
  const prompter = scripted(key.identity.toLowerCase());
  expect(await coach(['unlock', '--recovery'], { home, sessions, prompter })).toMatchObject({ exitCode: 0 });
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('The pineapple.');
});

test('coach lock forgets the key', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home);
  expect((await coach(['lock'], { home, sessions, screen: true })).stdout).toMatch(/^Locked\./);
  expect((await coach(['lock'], { home, sessions, screen: true })).stdout).toBe('It was locked already.\n');
  expect(await coach(['lock'], { home: freshHome() })).toMatchObject({ exitCode: 1 });
});

test('on a screen a word of what unlocking says was broken at its edge, and its command was not the one that was called', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home);
  const env = { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'coach unlock' };
  const prompter = scripted(PASSPHRASE);
  const { stdout } = await coach(['unlock'], { home, sessions, prompter, screen: true, width: 40, env });
  expect(stdout).toBe(
    'Unlocked. It locks itself when you have\nnot used it for 30 minutes.\nTo lock it sooner: npx coach lock\n',
  );
});

test('on a new machine a recovery key of another journal was taken for that of this one', async () => {
  const home = freshHome();
  const { sessions, key } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  const other = await sealHome(freshHome());
  rmSync(path.join(home, 'state'), { recursive: true });
  const prompter = scripted(other.key.identity);
  const ran = await coach(['unlock', '--recovery'], { home, sessions, prompter });
  expect(ran).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('this key is for another journal'),
  });
  await coach(['unlock', '--recovery'], { home, sessions, prompter: scripted(key.identity) });
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('The pineapple.');
});

test('a journal without the folder of its key was called not encrypted on a new machine', async () => {
  const home = freshHome();
  const { sessions, key } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  rmSync(path.join(home, 'state'), { recursive: true });
  rmSync(path.join(home, 'data/journal/.key'), { recursive: true });
  const ran = await coach(['unlock'], { home, sessions, prompter: scripted(PASSPHRASE) });
  expect(ran.stderr).toMatch(/^coach: the journal is encrypted, and its key is not there: /);
  await coach(['unlock', '--recovery'], { home, sessions, prompter: scripted(key.identity) });
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('The pineapple.');
  expect(
    await coach(['unlock', '--recovery'], { home: freshHome(), prompter: scripted(key.identity) }),
  ).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('not encrypted') });
});

test('somebody who left the passphrase empty was told nothing', async () => {
  const home = freshHome();
  const { sessions, lock } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  lock();
  for (const argv of [['unlock'], ['unlock', '--recovery'], ['keys', 'accept']])
    expect((await coach(argv, { home, sessions, prompter: scripted('') })).stderr).toBe(
      'Nothing was changed.\n',
    );
});

test('what left an encrypted journal through a pipe said nothing of being readable', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...note });
  const readable = 'coach: what was printed is not encrypted: whoever gets it can read it\n';
  for (const argv of [['journal', 'export', '--format', 'json'], ['report']])
    expect(await coach(argv, { home, sessions })).toMatchObject({ exitCode: 0, stderr: readable });
  const onScreen = await coach(['journal', 'export', '--format', 'text'], { home, sessions, screen: true });
  expect(onScreen.stderr).toBe('');
});
