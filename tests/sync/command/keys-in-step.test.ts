import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { freshHome, journalOf, put } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { filesIn, OFFERED, TAKES_WORDS, writing } from '../../encryption/encrypting.ts';
import { blobIn, git, newRemote, remoteFiles } from '../repositories.ts';
import { type Computer, entriesOf, inStep, newComputer, twoInStep } from '../two-homes.ts';

const NEW = 'a passphrase of my own';

const keyOf = ({ home }: Computer): Readonly<Record<string, string>> =>
  filesIn(path.join(journalOf(home), '.key'));
const offered = ({ home }: Computer): boolean => existsSync(path.join(home, 'state/offered-key.json'));

/** Two computers with the same encrypted journal, in step. */
async function twoEncrypted(...words: readonly string[]) {
  const remote = newRemote(freshHome());
  const [a, b] = [newComputer(), newComputer()];
  await a.run(['encrypt'], { prompter: writing(TAKES_WORDS) });
  for (const one of words) await a.note(one);
  await a.run(['sync', 'setup', remote], { prompter: scripted('yes') });
  await b.run(['sync', 'setup', remote, '--readable'], { prompter: scripted('yes') });
  await b.run(['unlock'], { prompter: scripted(OFFERED) });
  await inStep(b, a);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  return { remote, a, b };
}

/** Changes files on the other side as somebody who can write to it would. */
function tamper(remote: string, files: Readonly<Record<string, string | undefined>>): void {
  const clone = path.join(freshHome(), 'clone');
  git(path.dirname(clone), ['clone', '-q', '-b', 'main', remote, clone]);
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) git(clone, ['rm', '-q', file]);
    else git(clone, ['update-index', '--add', '--cacheinfo', `100644,${blobIn(clone, text)},${file}`]);
  }
  git(clone, ['commit', '-q', '-m', 'x']);
  git(clone, ['push', '-q', 'origin', 'main']);
}

test('another passphrase stays where it was given, is told once, and is taken over when somebody says so', async () => {
  const { remote, a, b } = await twoEncrypted('One.');
  const before = keyOf(b);
  const changed = await a.run(['keys', 'passphrase'], { prompter: scripted(OFFERED, NEW, NEW) });
  expect(changed.exitCode).toBe(0);
  await inStep(a);
  const told = await b.run(['sync']);
  expect(told.stderr).toContain('To use the other one: coach keys accept');
  expect([keyOf(b), offered(b)]).toEqual([before, true]);
  expect((await b.run(['keys'])).stdout).toContain('To use it here: coach keys accept');
  // A passphrase from before never goes back over a new one.
  for (let round = 0; round < 3; round++) {
    expect((await b.run(['sync'])).stderr).toBe('');
    expect((await a.run(['sync'])).stderr).toBe('');
  }
  expect(remoteFiles(remote)['.key/identity.age']).toBe(keyOf(a)['identity.age']?.trim());
  const prompter = scripted(NEW);
  expect(await b.run(['keys', 'accept'], { prompter })).toMatchObject({ exitCode: 0, stderr: '' });
  expect([keyOf(b)['identity.age'], offered(b)]).toEqual([keyOf(a)['identity.age'], false]);
  await b.run(['lock']);
  expect((await b.run(['unlock'], { prompter: scripted(NEW) })).exitCode).toBe(0);
  await b.note('Two.');
  await inStep(b, a);
  expect(await a.full()).toContain('Two.');
});

test('a key that was renewed on one computer is accepted on the other, with all that only that one had', async () => {
  const { a, b } = await twoEncrypted('One.', 'Two.');
  await b.note('Three, not sent yet.');
  const renewing = writing([OFFERED, 'Yes', '', OFFERED]);
  const renewed = await a.run(['keys', 'renew'], { prompter: renewing });
  expect(renewed).toMatchObject({ exitCode: 0, stderr: '' });
  const stopped = await b.run(['sync']);
  expect(stopped).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('After a new key on another computer: coach keys accept'),
  });
  expect(Object.keys(entriesOf(b))).toHaveLength(3);
  const prompter = scripted(OFFERED, 'Yes');
  const ran = await b.run(['keys', 'accept'], { prompter });
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(Object.keys(entriesOf(a))).toHaveLength(3);
  for (const one of [a, b]) {
    expect(await one.full()).toContain('Three, not sent yet.');
    expect(await one.full()).toContain('One.');
    expect(Object.keys(keyOf(one)).toSorted()).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
  }
  for (const text of Object.values(entriesOf(a)))
    expect(typeof (await ageSealing.open(Buffer.from(text, 'latin1'), renewing.key()))).not.toBe('string');
});

test('what was sealed for the old key arrived while a key was renewed', async () => {
  const { a, b } = await twoEncrypted('One.');
  const prompter = writing([OFFERED, 'Yes', '', OFFERED], (key) => key.slice(-6));
  const { line } = prompter;
  const late: typeof prompter = {
    ...prompter,
    // While the recovery key is written down, the other computer sends an entry.
    async line(message) {
      await b.note('Late.');
      await inStep(b);
      return line.call(prompter, message);
    },
  };
  expect(await a.run(['keys', 'renew'], { prompter: late })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await a.full()).toContain('Late.');
  await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(await b.full()).toContain('Late.');
});

test('a key that is accepted while the other side is away opens what is here, and the change is ended later', async () => {
  const { remote, a, b } = await twoEncrypted('One.');
  await b.note('Two.');
  await a.run(['keys', 'renew'], { prompter: writing([OFFERED, 'Yes', '', OFFERED]) });
  await b.run(['sync']);
  rmSync(`${remote}.away`, { recursive: true, force: true });
  const { renameSync } = await import('node:fs');
  renameSync(remote, `${remote}.away`);
  const ran = await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Not synced: ') });
  expect(ran.stdout).toContain('encrypt it for the new one: coach keys renew');
  expect(await b.full()).toContain('Two.');
  expect(await b.full()).toContain('One.');
  renameSync(`${remote}.away`, remote);
  expect(await b.run(['keys', 'renew'])).toMatchObject({ exitCode: 0, stderr: '' });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(await a.full()).toContain('Two.');
});

test('whoever syncs by hand ends the change of a key by hand', async () => {
  const { a, b } = await twoEncrypted('One.');
  await a.run(['config', 'set', 'sync', 'by-hand']);
  const ran = await a.run(['keys', 'renew'], { prompter: writing([OFFERED, 'Yes', '', OFFERED]) });
  expect(ran.stdout).toContain('encrypt it for the new one: coach keys renew');
  await inStep(a);
  expect(await a.run(['keys', 'renew'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(Object.keys(keyOf(a)).toSorted()).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
  await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
});

test('an earlier text for a key that is no longer in use stood in the way of decrypting and of another key', async () => {
  const { a, b } = await twoEncrypted('One.');
  await b.run(['config', 'set', 'sync', 'by-hand']);
  await b.note('Written for the old key.');
  await a.run(['keys', 'renew'], { prompter: writing([OFFERED, 'Yes', '', OFFERED]) });
  await b.run(['sync']);
  await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  // What is still for the old key goes out, and is encrypted for the new one after that.
  await inStep(b, a);
  expect(await b.run(['keys', 'renew'])).toMatchObject({ exitCode: 0, stderr: '' });
  await inStep(b, a);
  expect(await a.full()).toContain('Written for the old key.');
  const again = await a.run(['keys', 'renew'], { prompter: writing([OFFERED, 'Yes', '', OFFERED]) });
  expect([again.exitCode, again.stderr.split('was left as it is').length - 1]).toEqual([0, 1]);
  expect(Object.keys(keyOf(a)).toSorted()).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
  const ran = await a.run(['decrypt', '--yes']);
  expect([ran.exitCode, ran.stderr.split('was left as it is').length - 1]).toEqual([0, 1]);
  expect(Object.keys(entriesOf(a)).filter((file) => file.endsWith('.age'))).toEqual([]);
  expect(await a.full()).toContain('Written for the old key.');
});

test('a new computer could not join an encrypted journal unless it said that it sends readable entries', async () => {
  const { remote, a } = await twoEncrypted('One.');
  const c = newComputer();
  const prompter = scripted('yes');
  const ran = await c.run(['sync', 'setup', remote], { prompter });
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('coach unlock') });
  expect(ran.stderr).toContain('Only encrypted entries are sent.');
  expect((await c.run(['unlock'], { prompter: scripted(OFFERED) })).exitCode).toBe(0);
  await inStep(c);
  expect(entriesOf(c)).toEqual(entriesOf(a));
  expect((await c.run(['sync', 'status'])).stdout).not.toContain('may be sent unencrypted');
});

test('a computer that was set up empty sends nothing readable', async () => {
  const remote = newRemote(freshHome());
  const a = newComputer();
  expect(await a.run(['sync', 'setup', remote], { prompter: scripted('yes') })).toMatchObject({
    exitCode: 0,
  });
  await a.note('One.');
  expect(await a.run(['sync'])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('To encrypt them: coach encrypt.'),
  });
  expect(existsSync(path.join(remote, 'refs/heads/main'))).toBe(false);
});

test('the key that somebody took away on the other side is there again, and nothing changed here', async () => {
  const { remote, a } = await twoEncrypted('One.');
  const before = keyOf(a);
  tamper(remote, { '.key/identity.age': undefined, '.key/recipients': undefined });
  const ran = await a.run(['sync']);
  expect([ran.exitCode, ran.stderr]).toEqual([
    0,
    `The key of the journal is gone from ${remote}. This computer puts it back.\n`,
  ]);
  expect(keyOf(a)).toEqual(before);
  expect(Object.keys(remoteFiles(remote))).toContain('.key/identity.age');
});

test('a key that somebody else put there is not taken in, whoever asks for it', async () => {
  const { remote, a } = await twoEncrypted('One.');
  const before = keyOf(a);
  const other = await ageSealing.newKey();
  const sealed = await ageSealing.sealWithPassphrase(Buffer.from(other.identity), 'theirs', 1);
  tamper(remote, { '.key/identity.age': sealed, '.key/recipients': `${other.recipient}\n` });
  const head = git(remote, ['rev-parse', 'main']);
  await a.note('Two.');
  expect(await a.run(['sync'])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('is encrypted with another key. Nothing was sent or taken in'),
  });
  const asked = await a.run(['keys', 'accept'], { prompter: scripted('x', 'y', 'z') });
  expect(asked).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('not the passphrase') });
  expect([keyOf(a), git(remote, ['rev-parse', 'main'])]).toEqual([before, head]);
  const pins = readFileSync(path.join(a.home, 'state/keys.json'), 'utf8');
  expect(pins).not.toContain(other.recipient);
  expect(await a.full()).toContain('Two.');
});

test('what arrives for the old key once the new one is in use is named, with what to do', async () => {
  const { remote, a, b } = await twoEncrypted('One.');
  await b.note('Written for the old key.');
  const [file = '', text = ''] = Object.entries(entriesOf(b)).find(([name]) => !(name in entriesOf(a))) ?? [];
  await a.run(['keys', 'renew'], { prompter: writing([OFFERED, 'Yes', '', OFFERED]) });
  const clone = path.join(freshHome(), 'clone');
  git(path.dirname(clone), ['clone', '-q', '-b', 'main', remote, clone]);
  put(path.join(clone, file), Buffer.from(text, 'latin1'));
  git(clone, ['add', '.']);
  git(clone, ['commit', '-q', '-m', 'x']);
  git(clone, ['push', '-q', 'origin', 'main']);
  await inStep(a);
  const listed = await a.run(['journal', '--full']);
  expect([listed.exitCode, listed.stdout]).toEqual([0, expect.stringContaining('One.')]);
  expect(listed.stderr).toContain('it was encrypted for another key');
  expect((await a.run(['doctor'])).stdout).toMatch(/There: coach\s+keys\s+accept/);
  await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  await inStep(a, b);
  expect(await a.full()).toContain('Written for the old key.');
  expect((await a.run(['doctor'])).stdout).not.toContain('cannot be decrypted');
});

test('a recovery key that is shown changes nothing for anybody', async () => {
  const { remote, a, b } = await twoEncrypted('One.');
  const head = git(remote, ['rev-parse', 'main']);
  await a.run(['keys', 'recovery'], { prompter: writing([OFFERED]) });
  await inStep(a, b);
  expect(git(remote, ['rev-parse', 'main'])).toBe(head);
});

test('a readable journal for which somebody else put a key on the other side is free again by what is said', async () => {
  const { remote, b } = await twoInStep('One.');
  const other = await ageSealing.newKey();
  const sealed = await ageSealing.sealWithPassphrase(Buffer.from(other.identity), 'theirs', 1);
  tamper(remote, { '.key/identity.age': sealed, '.key/recipients': `${other.recipient}\n` });
  const ran = await b.run(['sync']);
  expect(ran).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('delete the folder .key in the journal folder, after: coach sync stop'),
  });
  expect((await b.run(['journal'])).exitCode).toBe(1);
  await b.run(['sync', 'stop']);
  rmSync(path.join(journalOf(b.home), '.key'), { recursive: true });
  expect(await b.full()).toContain('One.');
});
