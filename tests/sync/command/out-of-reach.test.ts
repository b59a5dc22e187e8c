import { renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, journalOf } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { filesIn, OFFERED, TAKES_WORDS, writing } from '../../encryption/encrypting.ts';
import { newRemote, remoteFiles } from '../repositories.ts';
import { type Computer, entriesOf, inStep, newComputer } from '../two-homes.ts';

const NEW = 'a passphrase of my own';
const RENEWS = [OFFERED, 'Yes', '', OFFERED];
const SAFE = 'cannot be reached\n  Everything is safe here; the next sync sends it.\n';

const keyOf = ({ home }: Computer): Readonly<Record<string, string>> =>
  filesIn(path.join(journalOf(home), '.key'));

/** Two computers with the same encrypted journal, and the other side, which is out of reach until it is back. */
async function outOfReach(...flags: readonly string[]) {
  const remote = newRemote(freshHome());
  const [a, b] = [newComputer(), newComputer()];
  await a.run(['encrypt'], { prompter: writing(TAKES_WORDS) });
  await a.note('One.');
  await a.run(['sync', 'setup', remote, ...flags], { prompter: scripted('yes') });
  await b.run(['sync', 'setup', remote, ...flags], { prompter: scripted('yes') });
  await b.run(['unlock'], { prompter: scripted(OFFERED) });
  await inStep(b);
  renameSync(remote, `${remote}.away`);
  await a.note('Two, of a.');
  await b.note('Three, of b.');
  return { remote, a, b, back: () => renameSync(`${remote}.away`, remote) };
}

/** Both have all that was written. */
async function expectAll(...both: readonly Computer[]): Promise<void> {
  const [one, other] = both;
  expect(one && entriesOf(one)).toEqual(other && entriesOf(other));
  for (const each of both)
    for (const words of ['One.', 'Two, of a.', 'Three, of b.']) expect(await each.full()).toContain(words);
}

test('a passphrase that is changed while the other side is out of reach goes there later', async () => {
  const { remote, a, b, back } = await outOfReach();
  const ran = await a.run(['keys', 'passphrase'], { prompter: scripted(OFFERED, NEW, NEW) });
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await a.run(['sync'])).stderr).toContain(SAFE);
  back();
  await inStep(b, a);
  expect(remoteFiles(remote)['.key/identity.age']).toBe(keyOf(a)['identity.age']?.trim());
  expect((await b.run(['sync'])).stderr).toContain('To use the other one: coach keys accept');
  expect(await b.run(['keys', 'accept'], { prompter: scripted(NEW) })).toMatchObject({ exitCode: 0 });
  await inStep(a, b);
  await expectAll(a, b);
  expect(keyOf(b)).toEqual(keyOf(a));
});

test('a new key that is made while the other side is out of reach is accepted once it is back', async () => {
  const { a, b, back } = await outOfReach();
  const ran = await a.run(['keys', 'renew'], { prompter: writing(RENEWS) });
  expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(SAFE) });
  expect(ran.stdout).toContain(
    'Once your computers are in step, encrypt it for the new one: coach keys renew\n',
  );
  back();
  // What arrives for the old key by now is read, and encrypted for the new one in the end.
  await inStep(b, a);
  expect(await a.full()).toContain('Three, of b.');
  expect((await b.run(['sync'])).stderr).toContain('coach keys accept');
  const accepted = await b.run(['keys', 'accept'], { prompter: scripted(OFFERED, 'Yes') });
  expect(accepted).toMatchObject({ exitCode: 0, stderr: '' });
  await inStep(a, b);
  expect(await a.run(['keys', 'renew'])).toMatchObject({ exitCode: 0, stderr: '' });
  await inStep(b, a);
  await expectAll(a, b);
  for (const one of [a, b])
    expect(Object.keys(keyOf(one)).toSorted()).toEqual(['HOW-TO-READ.txt', 'identity.age', 'recipients']);
});

const sendReadable = async (one: Computer, remote: string): Promise<void> => {
  const ran = await one.run(['sync', 'setup', remote, '--readable'], { prompter: scripted('yes') });
  expect(ran).toMatchObject({ exitCode: 0 });
};
const sealedThere = (remote: string): readonly string[] =>
  Object.keys(remoteFiles(remote)).filter((file) => file.endsWith('.age'));

test('what is decrypted while the other side is out of reach is decrypted there later', async () => {
  const { remote, a, b, back } = await outOfReach('--readable');
  const ran = await a.run(['decrypt', '--yes']);
  expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(SAFE) });
  back();
  await inStep(b, a);
  expect((await b.run(['sync'])).stderr).toContain('If it was: coach decrypt');
  expect(await b.run(['decrypt', '--yes'])).toMatchObject({ exitCode: 0 });
  await inStep(b, a, b);
  await expectAll(a, b);
  expect(sealedThere(remote)).toEqual([]);
});

test('of what was decrypted and not to be sent like that, an encrypted file stayed on the other side', async () => {
  const { remote, a, b, back } = await outOfReach();
  await a.run(['decrypt', '--yes']);
  back();
  await inStep(b);
  expect((await a.run(['sync'])).stderr).toContain('To send them as they are: coach sync setup');
  expect(JSON.stringify(remoteFiles(remote))).not.toContain('One.');
  await sendReadable(a, remote);
  expect((await b.run(['sync'])).stderr).toContain('If it was: coach decrypt');
  await b.run(['decrypt', '--yes']);
  await sendReadable(b, remote);
  await inStep(b, a, b);
  await expectAll(a, b);
  expect(sealedThere(remote)).toEqual([]);
});
