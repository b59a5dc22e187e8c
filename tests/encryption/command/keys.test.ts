import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { printIdentity } from '../../../src/formats/sealing/key-file.ts';
import { printPins } from '../../../src/formats/sealing/pins-json.ts';
import {
  coach,
  failed,
  filesBelow,
  freshHome,
  journalOf,
  put,
  putEntry,
  settledHome,
} from '../../cli/coach.ts';
import { PASSPHRASE, quickSealing, type SealedHome, sealHome } from '../../cli/sealed.ts';
import { scripted } from '../../cli/scripted.ts';
import { OFFERED, writing } from '../encrypting.ts';

const NOTE = { stdin: 'note-text: The pineapple.\n' };
const WRITE = ['reflect', 'note', '--answers', '-'];
const sealing = quickSealing;

async function sealedHome(): Promise<SealedHome & { readonly home: string; readonly keyFile: string }> {
  const home = settledHome();
  const sealed = await sealHome(home);
  await coach(WRITE, { home, sessions: sealed.sessions, ...NOTE });
  return { ...sealed, home, keyFile: path.join(journalOf(home), '.key/identity.age') };
}

const opens = async (file: string, passphrase: string): Promise<boolean> =>
  typeof (await ageSealing.openWithPassphrase(readFileSync(file, 'utf8'), passphrase, 20)) !== 'string';

test('says how the journal is encrypted, how long it is unlocked, and what is not encrypted yet', async () => {
  const { home, sessions, lock, key } = await sealedHome();
  const short = key.recipient.slice(0, 12);
  expect((await coach(['keys'], { home, sessions })).stdout).toBe(
    [
      `Encrypted: ${journalOf(home)}`,
      `Key: ${short}…, on this computer since 22 November 2026`,
      'Key file: .key/identity.age in the journal folder',
      'File names: tell the day of an entry, and no more',
      'Unlocked until 09:14, and longer while you use it',
      '',
    ].join('\n'),
  );
  lock();
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-21T08:00:00+01:00' });
  rmSync(path.join(journalOf(home), '.key'), { recursive: true });
  const { stdout } = await coach(['keys'], { home, sessions });
  expect(stdout).toContain('\nKey file: missing from the journal folder, or damaged.');
  expect(stdout).toContain('\nLocked\n');
  expect(stdout).toContain('\nNot encrypted yet: 1 entry. To go on: coach encrypt\n');
  expect((await coach(['keys'], { home: freshHome() })).stdout).toBe(
    'The journal is not encrypted. To encrypt it: coach encrypt\n',
  );
});

test('the folder of the key comes back from what this computer has kept', async () => {
  const { home, sessions, keyFile } = await sealedHome();
  const sealed = readFileSync(keyFile, 'utf8');
  await coach(['unlock'], { home, sessions, prompter: scripted(PASSPHRASE) });
  rmSync(path.dirname(keyFile), { recursive: true });
  await coach(['encrypt'], { home, sessions });
  expect(readFileSync(keyFile, 'utf8')).toBe(sealed);
  expect(filesBelow(path.dirname(keyFile))).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
});

test('another passphrase opens the same key, and the old one no longer does', async () => {
  const { home, sessions, keyFile, key } = await sealedHome();
  const prompter = scripted(PASSPHRASE, 'another passphrase', 'another passphrase');
  const ran = await coach(['keys', 'passphrase'], { home, sessions, prompter, sealing });
  expect(ran).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Older copies of this file still open with the old passphrase'),
  });
  expect([await opens(keyFile, 'another passphrase'), await opens(keyFile, PASSPHRASE)]).toEqual([
    true,
    false,
  ]);
  expect(readFileSync(path.join(path.dirname(keyFile), 'recipients'), 'utf8')).toContain(key.recipient);
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('pineapple');
  expect(await coach(['keys', 'passphrase'], { home, sessions })).toMatchObject({ exitCode: 1, stdout: '' });
});

test('the recovery key is shown to whoever has the passphrase, and to nobody else', async () => {
  const { home, sessions, key } = await sealedHome();
  const prompter = writing([PASSPHRASE]);
  await coach(['keys', 'recovery'], { home, sessions, prompter });
  expect(prompter.key()).toBe(key.identity);
  const wrong = writing(['a', 'b', 'c']);
  expect(await coach(['keys', 'recovery'], { home, sessions, prompter: wrong })).toMatchObject({
    exitCode: 1,
  });
  expect(wrong.key()).toBe('');
  expect(await coach(['keys', 'recovery'], { home, sessions })).toEqual(
    failed('coach: nothing was shown, because there is no terminal to ask you in\n  Run it in a terminal.\n'),
  );
});

test('after a renewal everything opens with the new key, and nothing with the old one', async () => {
  const { home, sessions, keyFile, key } = await sealedHome();
  await coach(['journal', 'delete', 'last', '--yes'], { home, sessions });
  await coach(WRITE, { home, sessions, ...NOTE });
  await coach(['reflect', 'note'], { home, sessions, prompter: scripted('A draft', { kind: 'later' }) });
  const prompter = writing([PASSPHRASE, 'Yes', '', OFFERED]);
  const ran = await coach(['keys', 'renew'], { home, sessions, prompter, sealing });
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ran.stdout).toContain('1 entry, 1 in the trash and 1 draft are encrypted for the new key.');
  expect(await opens(keyFile, OFFERED)).toBe(true);
  expect((await coach(['keys'], { home, sessions })).stdout).toContain('1 earlier key is kept');
  const files = [journalOf(home), path.join(home, 'state/drafts')]
    .flatMap((folder) => filesBelow(folder).map((file) => path.join(folder, file)))
    .filter((file) => /\.md\.age$|\.json$/.test(file));
  expect(files).toHaveLength(3);
  for (const file of files) {
    expect(await ageSealing.open(readFileSync(file), key.identity)).toBe('other');
    expect(typeof (await ageSealing.open(readFileSync(file), prompter.key()))).not.toBe('string');
  }
  expect(filesBelow(path.dirname(keyFile))).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('pineapple');
});

test('a renewal that was stopped is read with both keys, and ended by the same command', async () => {
  const { home, sessions, keyFile, key } = await sealedHome();
  const now = await sealHome(home);
  const old = Buffer.from(printIdentity(key, '2026-11-22'));
  put(
    path.join(path.dirname(keyFile), 'identity-2026-11-22.age'),
    await ageSealing.seal(old, now.key.recipient),
  );
  expect((await coach(['journal', '--full'], { home, sessions: now.sessions })).stdout).toContain(
    'pineapple',
  );
  const pins = path.join(home, 'state/keys.json');
  const [pin] = JSON.parse(readFileSync(pins, 'utf8')).pins;
  put(pins, printPins([{ ...pin, former: key.recipient }]));
  expect(await coach(['keys', 'renew'], { home, sessions: now.sessions })).toMatchObject({ exitCode: 0 });
  expect(readFileSync(pins, 'utf8')).toBe(printPins([pin]));
  expect(readdirSync(path.dirname(keyFile)).filter((name) => name.startsWith('identity-'))).toEqual([]);
  expect((await coach(['journal', '--full'], { home, sessions: now.sessions })).stdout).toContain(
    'pineapple',
  );
  expect(sessions).not.toBe(now.sessions);
});

test('a passphrase that was changed on another computer is accepted, another key only after a yes', async () => {
  const { home, sessions, lock, key, keyFile } = await sealedHome();
  lock();
  const identity = Buffer.from(printIdentity(key, '2026-11-22'));
  put(keyFile, await quickSealing.sealWithPassphrase(identity, 'changed elsewhere', 1));
  const prompter = scripted('changed elsewhere');
  expect(await coach(['keys', 'accept'], { home, sessions, prompter })).toMatchObject({ exitCode: 0 });
  rmSync(path.dirname(keyFile), { recursive: true });
  lock();
  const again = scripted('changed elsewhere');
  expect((await coach(['journal', '--full'], { home, sessions, prompter: again })).stdout).toContain(
    'pineapple',
  );
  const pins = path.join(home, 'state/keys.json');
  const before = readFileSync(pins, 'utf8');
  const other = await ageSealing.newKey();
  const theirs = Buffer.from(printIdentity(other, '2026-11-22'));
  put(keyFile, await quickSealing.sealWithPassphrase(theirs, 'of the other', 1));
  put(path.join(path.dirname(keyFile), 'recipients'), `${other.recipient}\n`);
  await coach(['keys', 'accept'], { home, sessions, prompter: scripted('of the other', 'No') });
  expect(readFileSync(pins, 'utf8')).toBe(before);
  await coach(['keys', 'accept'], { home, sessions, prompter: scripted('of the other', 'Yes') });
  expect(readFileSync(pins, 'utf8')).toContain(other.recipient);
});

test('a key that somebody else has put into the journal does not keep its owner out', async () => {
  const { home, sessions, lock, keyFile } = await sealedHome();
  await coach(['unlock'], { home, sessions, prompter: scripted(PASSPHRASE) });
  lock();
  const other = await ageSealing.newKey();
  const theirs = Buffer.from(printIdentity(other, '2026-11-22'));
  put(keyFile, await quickSealing.sealWithPassphrase(theirs, 'of the other', 1));
  put(path.join(path.dirname(keyFile), 'recipients'), `${other.recipient}\n`);
  expect((await coach(['keys'], { home, sessions })).stdout).toContain('is for another key');
  const prompter = scripted(PASSPHRASE);
  expect((await coach(['journal', '--full'], { home, sessions, prompter })).stdout).toContain('pineapple');
});

test('the key of a journal that was decrypted stays until it is forgotten', async () => {
  const { home, sessions } = await sealedHome();
  await coach(['decrypt'], { home, sessions, prompter: scripted('decrypt') });
  const kept = path.join(home, 'state/keys');
  expect(filesBelow(kept)).toHaveLength(1);
  expect((await coach(['keys'], { home, sessions })).stdout).toContain('1 earlier key is kept');
  expect((await coach(['keys', 'forget'], { home, prompter: scripted('no') })).stderr).toContain(
    'Nothing was deleted.',
  );
  expect(await coach(['keys', 'forget'], { home })).toMatchObject({ exitCode: 1, stdout: '' });
  expect(filesBelow(kept)).toHaveLength(1);
  expect((await coach(['keys', 'forget'], { home, prompter: scripted('forget') })).stdout).toBe(
    'Deleted 1 earlier key permanently.\n',
  );
  expect(filesBelow(kept)).toEqual([]);
  expect((await coach(['keys', 'forget', '--yes'], { home })).stderr).toBe(
    'No earlier key is kept on this computer.\n',
  );
});

test('the word decides whether a journal is decrypted, and what others put beside the key stays', async () => {
  const { home, sessions, keyFile } = await sealedHome();
  const ran = await coach(['decrypt'], { home, sessions, prompter: scripted('yes') });
  expect(ran.stderr).toBe('Nothing was changed.\n');
  expect(existsSync(keyFile)).toBe(true);
  expect(await coach(['decrypt'], { home, sessions })).toMatchObject({ exitCode: 1, stdout: '' });
  put(path.join(path.dirname(keyFile), 'mine.txt'), 'mine');
  const { stdout } = await coach(['decrypt'], { home, sessions, prompter: scripted('decrypt') });
  expect(stdout).toContain('It is in .key-1 now.');
  expect(readFileSync(path.join(journalOf(home), '.key-1/mine.txt'), 'utf8')).toBe('mine');
  expect((await coach(['journal', '--full'], { home })).stdout).toContain('pineapple');
  expect(await coach(['decrypt'], { home })).toMatchObject({ exitCode: 1 });
});

test('the reminder to clear the screen left out the six words, and was missing after keys recovery', async () => {
  const { home, sessions } = await sealedHome();
  const told = async (command: string, prompter: ReturnType<typeof scripted>): Promise<string> =>
    (await coach(['keys', command], { home, sessions, prompter, sealing })).stdout;
  expect(await told('recovery', scripted(PASSPHRASE))).toContain('The recovery key is still on this screen.');
  expect(await told('passphrase', scripted(PASSPHRASE, '', OFFERED))).toContain(
    'The passphrase is still on this screen.',
  );
  const own = scripted(OFFERED, 'words of my own', 'words of my own');
  expect(await told('passphrase', own)).not.toContain('still on this screen');
});

test('somebody at an open terminal could set another passphrase, or another key', async () => {
  const { home, sessions, keyFile, key } = await sealedHome();
  const sealed = readFileSync(keyFile, 'utf8');
  for (const command of ['passphrase', 'renew']) {
    const guessing = scripted('a', 'b', 'c');
    expect(await coach(['keys', command], { home, sessions, prompter: guessing, sealing })).toMatchObject({
      exitCode: 1,
    });
    const leaving = scripted('', '');
    expect(await coach(['keys', command], { home, sessions, prompter: leaving, sealing })).toMatchObject({
      exitCode: 0,
      stdout: '',
    });
  }
  expect(readFileSync(keyFile, 'utf8')).toBe(sealed);
  const forgot = scripted('', key.identity, 'words of my own', 'words of my own');
  await coach(['keys', 'passphrase'], { home, sessions, prompter: forgot, sealing });
  expect(await opens(keyFile, 'words of my own')).toBe(true);
});
