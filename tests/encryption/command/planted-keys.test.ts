import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { printIdentity } from '../../../src/formats/sealing/key-file.ts';
import { coach, filesBelow, journalOf, put, settledHome } from '../../cli/coach.ts';
import { PASSPHRASE, quickSealing, type SealedHome, sealHome } from '../../cli/sealed.ts';
import { scripted } from '../../cli/scripted.ts';
import { filesIn, TAKES_WORDS, writing } from '../encrypting.ts';

const WRITE = ['reflect', 'note', '--answers', '-'];
const NOTE = { stdin: 'note-text: The pineapple.\n' };
const sealing = quickSealing;

interface Place extends SealedHome {
  readonly home: string;
  readonly keyFile: string;
  readonly recipients: string;
  readonly pins: string;
}

/** An encrypted journal with an entry, on a computer that keeps a copy of its key. */
async function sealedHome(): Promise<Place> {
  const home = settledHome();
  const sealed = await sealHome(home);
  await coach(WRITE, { home, sessions: sealed.sessions, ...NOTE });
  await coach(['unlock'], { home, sessions: sealed.sessions, prompter: scripted(PASSPHRASE) });
  const inKey = (name: string): string => path.join(journalOf(home), '.key', name);
  const pins = path.join(home, 'state/keys.json');
  return { ...sealed, home, keyFile: inKey('identity.age'), recipients: inKey('recipients'), pins };
}

/** What somebody who can write to the journal folder puts there. */
async function plant({ keyFile, recipients }: Place): Promise<void> {
  const other = await ageSealing.newKey();
  const theirs = Buffer.from(printIdentity(other, '2026-11-22'));
  put(keyFile, await quickSealing.sealWithPassphrase(theirs, 'of the other', 1));
  put(recipients, `${other.recipient}\n`);
}

test("keys accept kept a stranger's key in the place of the copy that opens the journal", async () => {
  const place = await sealedHome();
  const { home, sessions, lock } = place;
  const kept = filesBelow(path.join(home, 'state/keys'));
  const copy = path.join(home, 'state/keys', kept[0] ?? '');
  const before = readFileSync(copy, 'utf8');
  lock();
  await plant(place);
  const prompter = scripted(PASSPHRASE, PASSPHRASE, PASSPHRASE);
  expect(await coach(['keys', 'accept'], { home, sessions, prompter })).toMatchObject({ exitCode: 1 });
  put(place.keyFile, '');
  expect(await coach(['keys', 'accept'], { home, sessions, prompter: scripted(PASSPHRASE) })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('damaged'),
  });
  expect(readFileSync(copy, 'utf8')).toBe(before);
});

test('a planted former key made keys renew say that there is a new key, and make none', async () => {
  const { home, sessions, key, keyFile, pins } = await sealedHome();
  const other = await ageSealing.newKey();
  const theirs = Buffer.from(printIdentity(other, '2026-11-22'));
  put(
    path.join(path.dirname(keyFile), 'identity-2026-11-22.age'),
    await ageSealing.seal(theirs, key.recipient),
  );
  const prompter = writing([PASSPHRASE, ...TAKES_WORDS]);
  expect(await coach(['keys', 'renew'], { home, sessions, prompter, sealing })).toMatchObject({
    exitCode: 0,
  });
  expect(prompter.key()).toMatch(/^AGE-SECRET-KEY-1/);
  expect(readFileSync(pins, 'utf8')).not.toContain(key.recipient);
  const entry = filesBelow(journalOf(home)).find((file) => file.endsWith('.md.age')) ?? '';
  expect(await ageSealing.open(readFileSync(path.join(journalOf(home), entry)), key.identity)).toBe('other');
});

test('a key file that was emptied or cut off was taken for a whole one, and not put back', async () => {
  const { home, sessions, keyFile, recipients } = await sealedHome();
  const sealed = readFileSync(keyFile, 'utf8');
  const recipient = readFileSync(recipients, 'utf8');
  const damages: readonly (() => void)[] = [
    () => writeFileSync(keyFile, ''),
    () => writeFileSync(keyFile, sealed.slice(0, -30)),
    () => writeFileSync(keyFile, 'no key'),
    () => writeFileSync(recipients, ''),
    () => truncateSync(keyFile, 100_000_000),
    () => {
      rmSync(keyFile);
      symlinkSync('/dev/zero', keyFile);
    },
  ];
  for (const damage of damages) {
    damage();
    expect((await coach(WRITE, { home, sessions, ...NOTE })).stderr).toContain('missing or damaged');
    expect((await coach(['doctor'], { home, sessions })).stdout).toContain('missing or damaged');
    expect((await coach(['keys'], { home, sessions })).stdout).toContain('To put back the copy');
    await coach(['encrypt'], { home, sessions });
    expect([readFileSync(keyFile, 'utf8'), readFileSync(recipients, 'utf8')]).toEqual([sealed, recipient]);
    expect((await coach(['doctor'], { home, sessions })).stdout).not.toContain('missing or damaged');
  }
});

test('a damaged key in what the computer remembers was reported as a bug when something was written', async () => {
  const { home, sessions, pins, key } = await sealedHome();
  const before = readFileSync(pins, 'utf8');
  const cut = key.recipient.slice(0, -3);
  const last = key.recipient.endsWith('q') ? 'p' : 'q';
  const mistyped = `${key.recipient.slice(0, -1)}${last}`;
  for (const [recipient, says] of [
    [cut, 'is damaged, so coach cannot tell whether the journal is encrypted'],
    [mistyped, 'nothing was encrypted: the key that this computer remembers is damaged'],
  ] as const) {
    put(pins, before.replace(key.recipient, recipient));
    const ran = await coach(WRITE, { home, sessions, ...NOTE });
    expect(ran).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(says) });
  }
  expect(filesBelow(journalOf(home)).filter((file) => /\.md(\.age)?$/.test(file))).toHaveLength(1);
});

test('a folder under the name of a former key kept everybody out of the journal', async () => {
  const { home, sessions, keyFile } = await sealedHome();
  mkdirSync(path.join(path.dirname(keyFile), 'identity-2026-11-22.age'));
  expect(await coach(['journal', '--full'], { home, sessions })).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('pineapple'),
  });
});

test('a file for twenty thousand recipients held up each reading for a minute', async () => {
  const { key } = await sealedHome();
  const sealed = Buffer.from(await ageSealing.seal(Buffer.from('The pineapple.'), key.recipient));
  const [, own = ''] = /(-> X25519 [^]+?\n)--- /.exec(sealed.toString('latin1')) ?? [];
  const other = own.replaceAll('A', 'B');
  const crowded = (count: number): Buffer =>
    Buffer.from(
      sealed.toString('latin1').replace(own, () => other.repeat(count) + own),
      'latin1',
    );
  expect(await ageSealing.open(crowded(10), key.identity)).toBe('damaged');
  expect(await ageSealing.open(crowded(20_000), key.identity)).toBe('too-hard');
});

test('a damaged key in the memory of the computer was reported as a bug by everything that reads', async () => {
  const { home, sessions, key } = await sealedHome();
  const session = sessions.find(key.recipient);
  if (session) await sessions.begin(key.recipient, { ...session, identity: 'AGE-SECRET-KEY-1JUNK' });
  for (const argv of [['journal', '--json'], ['journal', '--full'], ['decrypt', '--yes'], []])
    expect(await coach(argv, { home, sessions })).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(/damaged.*coach lock; coach unlock/s),
    });
  expect(await coach(WRITE, { home, sessions, ...NOTE })).toMatchObject({ exitCode: 0, stderr: '' });
});

test('a link in the place of the folder of the key led to that of another journal, which was deleted', async () => {
  const { home, sessions, keyFile } = await sealedHome();
  const another = await sealedHome();
  const theirs = path.dirname(another.keyFile);
  const before = filesIn(theirs);
  rmSync(path.dirname(keyFile), { recursive: true });
  symlinkSync(theirs, path.dirname(keyFile));
  const prompter = scripted(PASSPHRASE, 'another passphrase', 'another passphrase');
  expect(await coach(['keys', 'passphrase'], { home, sessions, prompter, sealing })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('cannot write inside .key in the journal: it is a link to a folder'),
  });
  expect(await coach(['decrypt', '--yes'], { home, sessions })).toMatchObject({ exitCode: 0 });
  expect((await coach(['journal', '--full'], { home })).stdout).toContain('pineapple');
  expect(filesIn(theirs)).toEqual(before);
});
