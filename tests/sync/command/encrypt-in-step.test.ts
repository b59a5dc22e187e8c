import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockedIfFree } from '../../../src/adapters/machine/lock.ts';
import { journalOf, put } from '../../cli/coach.ts';
import { quickSealing } from '../../cli/sealed.ts';
import { scripted } from '../../cli/scripted.ts';
import { filesIn, OFFERED, TAKES_WORDS, writing } from '../../encryption/encrypting.ts';
import { git, PLAIN_ENV } from '../repositories.ts';
import { allOf, type Computer, entriesOf, inStep, newComputer, twoInStep } from '../two-homes.ts';

const WORD = 'pineapple';

const encrypt = (one: Computer) => one.run(['encrypt'], { prompter: writing(TAKES_WORDS) });
const unlock = (one: Computer) => one.run(['unlock'], { prompter: scripted(OFFERED) });

test('what is encrypted on one computer is taken over on the other, and no text is readable any more', async () => {
  const { remote, a, b } = await twoInStep(`One ${WORD}.`, `Two ${WORD}.`);
  const ran = await encrypt(a);
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  expect(ran.stdout).toContain(
    `  - what was sent to ${remote} before: its history keeps it, there and on this computer in ${path.join(a.home, 'data/sync.git')}, and whoever runs it may have copies. To begin the history anew: coach sync forget\n`,
  );
  expect(ran.stdout).toContain(`In step with ${remote}: 0 in, `);
  expect(allOf(remote)).not.toContain(WORD);

  await b.note(`Three ${WORD}.`);
  expect((await b.run(['sync'])).stderr).toContain('the journal was encrypted on another computer');
  expect((await unlock(b)).exitCode).toBe(0);
  const stopped = await b.run(['sync']);
  expect(stopped.stderr).toContain('1 entry is not encrypted. Nothing was sent');
  // What was not changed here gave its place to what was encrypted there.
  expect(Object.keys(entriesOf(b)).filter((file) => !file.endsWith('.age'))).toHaveLength(1);
  expect(Object.keys(entriesOf(b)).filter((file) => file.startsWith('trash/'))).toEqual([]);
  expect(await b.run(['encrypt'])).toMatchObject({ exitCode: 0 });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(Object.keys(entriesOf(a))).toHaveLength(3);
  expect(await a.full()).toContain('Three');
  expect(await b.full()).toContain('One');
  expect(allOf(remote)).not.toContain(WORD);
  expect(JSON.stringify(filesIn(journalOf(b.home)))).not.toContain(WORD);
  expect(git(remote, ['log', '-p', '--format=%H', '-1', 'main'])).not.toContain(`+One ${WORD}`);
});

test('whoever encrypts the leftovers at once gets no entry twice', async () => {
  const { a, b } = await twoInStep('One.', 'Two.');
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  expect(await b.run(['encrypt'])).toMatchObject({ exitCode: 0 });
  await inStep(a, b);
  expect(entriesOf(b)).toEqual(entriesOf(a));
  expect(Object.keys(entriesOf(a))).toHaveLength(2);
});

test('what was readable before another computer encrypted it lay readable in the history', async () => {
  const { a, b } = await twoInStep(`One ${WORD}.`, `Two ${WORD}.`);
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  expect(await b.run(['sync'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(entriesOf(b)).toEqual(entriesOf(a));
  expect(JSON.stringify(filesIn(journalOf(b.home)))).not.toContain(WORD);
  expect((await b.run(['journal', 'history', 'last'])).stdout).toContain('1');
  expect(await b.run(['undo', '--yes'])).toMatchObject({ exitCode: 0 });
  expect(Object.keys(entriesOf(b))).toEqual(Object.keys(entriesOf(a)));
  expect(await b.full()).toContain(`One ${WORD}.`);
  expect(JSON.stringify(filesIn(journalOf(b.home)))).not.toContain(WORD);
  await inStep(b, a, b);
  expect(entriesOf(b)).toEqual(entriesOf(a));
  expect(await a.full()).toContain(`Two ${WORD}.`);
});

test('what was readable before is forgotten on each computer, once one of them has the history begun anew', async () => {
  const { remote, a, b } = await twoInStep(`One ${WORD}.`);
  const readable = ({ home }: Computer): boolean => {
    const folder = path.join(home, 'data/sync.git');
    return git(folder, ['cat-file', '--batch-all-objects', '--batch']).includes(WORD);
  };
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  await inStep(b, a);
  expect([readable(a), readable(b)]).toEqual([true, true]);
  expect(await a.run(['sync', 'forget', '--yes'])).toMatchObject({ exitCode: 0 });
  expect([readable(a), readable(b)]).toEqual([false, true]);
  await inStep(b);
  expect([readable(a), readable(b)]).toEqual([false, false]);
  git(remote, ['gc', '-q', '--prune=now']);
  await b.note('Two.');
  await inStep(b, a);
  expect(entriesOf(a)).toEqual(entriesOf(b));
});

test('what was kept to search a journal stayed readable where that was encrypted on another computer', async () => {
  const { a, b } = await twoInStep(`One ${WORD}.`);
  const kept = (): string => JSON.stringify(filesIn(path.join(b.home, 'cache')));
  await b.run(['journal', '--search', WORD]);
  expect(kept()).toContain(WORD);
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  expect(kept()).not.toContain(WORD);
  await inStep(b);
  expect(await b.full()).toContain(WORD);
  expect(kept()).not.toContain(WORD);
});

test('nothing said that earlier texts lie readable where the journal was encrypted on another computer', async () => {
  const { a, b } = await twoInStep(`One ${WORD}.`);
  const editor = { EDITOR: 'sed -i s/One/Two/' };
  expect(await b.run(['journal', 'edit', 'last'], { env: { ...PLAIN_ENV, ...editor } })).toMatchObject({
    exitCode: 0,
  });
  await inStep(b, a);
  await encrypt(a);
  await b.run(['sync']);
  const unlocked = await unlock(b);
  expect(unlocked.stdout).toContain(
    'Not encrypted yet: 1 entry and 1 earlier version. To go on: coach encrypt\n',
  );
  expect(await b.run(['encrypt'])).toMatchObject({ exitCode: 0 });
  expect(JSON.stringify(filesIn(journalOf(b.home)))).not.toContain(WORD);
  await b.run(['lock']);
  expect((await unlock(b)).stdout).not.toContain('Not encrypted yet');
});

test('what was forgotten before another computer took over what is encrypted stayed on that one', async () => {
  const { a, b } = await twoInStep(`One ${WORD}.`);
  await encrypt(a);
  await a.run(['sync', 'forget', '--yes']);
  await b.note(`Two ${WORD}.`);
  await b.run(['sync', '--take-rewritten']);
  await unlock(b);
  expect((await b.run(['sync', '--take-rewritten'])).stderr).toContain('2 entries are not encrypted');
  const texts = git(path.join(b.home, 'data/sync.git'), ['cat-file', '--batch-all-objects', '--batch']);
  expect(texts).not.toContain(WORD);
  await b.run(['encrypt']);
  await inStep(b, a);
  expect(entriesOf(b)).toEqual(entriesOf(a));
  expect(Object.keys(entriesOf(a))).toHaveLength(2);
});

test('a sync that was killed while it took over what is encrypted left the readable entry in the trash', async () => {
  const { a, b } = await twoInStep('One.', 'Two.');
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  // It got as far as this with the first of them.
  const [[file, text] = ['', '']] = Object.entries(entriesOf(a));
  put(path.join(journalOf(b.home), file), Buffer.from(text, 'latin1'));
  expect(await b.run(['sync'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(entriesOf(b)).toEqual(entriesOf(a));
});

test('a journal that was encrypted elsewhere meanwhile gets no second key', async () => {
  const { a, b } = await twoInStep('One.');
  await encrypt(a);
  const ran = await encrypt(b);
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('coach unlock') });
  expect(filesIn(path.join(journalOf(b.home), '.key'))['recipients']).toEqual(
    filesIn(path.join(journalOf(a.home), '.key'))['recipients'],
  );
});

test('without the other side a journal is encrypted all the same, and why it was not sent is said', async () => {
  const { remote, a } = await twoInStep(`One ${WORD}.`);
  rmSync(remote, { recursive: true });
  const ran = await encrypt(a);
  expect(ran).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining(`Not synced: ${remote} cannot be reached`),
  });
  expect(JSON.stringify(entriesOf(a))).not.toContain(WORD);
});

test('by hand means that no command syncs by itself', async () => {
  const { remote, a } = await twoInStep(`One ${WORD}.`);
  await a.run(['config', 'set', 'sync', 'by-hand']);
  expect((await encrypt(a)).stdout).not.toContain('In step');
  expect(allOf(remote)).toContain(WORD);
  await inStep(a);
  expect(allOf(remote)).not.toContain(WORD);
});

test('what is decrypted on one computer waits on the other until it is decrypted there, too', async () => {
  const { remote, a, b } = await twoInStep('One.', 'Two.');
  await encrypt(a);
  await b.run(['sync']);
  await unlock(b);
  await b.run(['encrypt']);
  expect(await a.run(['decrypt', '--yes'])).toMatchObject({ exitCode: 0 });
  expect(allOf(remote)).toContain('Two.');
  await b.note('Three.');
  const before = entriesOf(b);
  const stopped = await b.run(['sync']);
  expect(stopped).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('the journal was decrypted on another computer. Nothing was sent'),
  });
  expect(entriesOf(b)).toEqual(before);
  expect(await b.run(['decrypt', '--yes'])).toMatchObject({ exitCode: 0 });
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  expect(Object.keys(entriesOf(a))).toHaveLength(3);
  expect(allOf(remote)).not.toContain('identity.age');
});

test('a journal that is decrypted is not sent where nobody has said that it may be read', async () => {
  const { remote } = await twoInStep();
  const a = newComputer();
  await encrypt(a);
  expect(await a.run(['sync', 'setup', remote], { prompter: scripted('yes') })).toMatchObject({
    exitCode: 0,
  });
  await a.note(`One ${WORD}.`);
  await inStep(a);
  const ran = await a.run(['decrypt', '--yes']);
  expect(ran).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining(
      'To encrypt them: coach encrypt. To send them as they are: coach sync setup ADDRESS --readable',
    ),
  });
  expect(allOf(remote)).not.toContain(WORD);
  expect(await a.run(['sync', 'setup', remote, '--readable'], { prompter: scripted('yes') })).toMatchObject({
    exitCode: 0,
  });
  expect(allOf(remote)).toContain(WORD);
});

test('a sync that is at work is waited for', async () => {
  const { remote, a } = await twoInStep(`One ${WORD}.`);
  let isFree = (): void => undefined;
  const held = lockedIfFree(
    path.join(a.home, 'data/sync.git'),
    () => new Promise<void>((free) => (isFree = free)),
  );
  setTimeout(() => isFree(), 700);
  const ran = await encrypt(a);
  await held;
  expect([ran.exitCode, ran.stderr]).toEqual([0, 'Waiting for a sync to end\n']);
  expect(allOf(remote)).not.toContain(WORD);
});

test('while a journal is being encrypted no sync begins', async () => {
  const { remote, a } = await twoInStep(`One ${WORD}.`);
  const head = git(remote, ['rev-parse', 'main']);
  let said = '';
  const sealing: typeof quickSealing = {
    ...quickSealing,
    async seal(bytes, recipient) {
      // The first entry; before that it is tried whether this computer can.
      if (said === '' && bytes.length > 100) said = (await a.run(['sync', '--for', '1s'])).stderr;
      return quickSealing.seal(bytes, recipient);
    },
  };
  const ran = await a.run(['encrypt'], { prompter: writing(TAKES_WORDS), sealing });
  expect(ran.exitCode).toBe(0);
  expect(said).toContain('another sync is at work on this computer');
  expect(git(remote, ['rev-list', '--count', `${head}..main`])).toBe('1');
});
