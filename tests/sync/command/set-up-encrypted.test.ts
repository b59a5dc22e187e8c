import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, journalOf } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';
import { filesIn, OFFERED, TAKES_WORDS, writing } from '../../encryption/encrypting.ts';
import { newRemote } from '../repositories.ts';
import { allOf, type Computer, entriesOf, inStep, newComputer } from '../two-homes.ts';

const WORD = 'pineapple';

const setUp = (one: Computer, remote: string, ...flags: readonly string[]) =>
  one.run(['sync', 'setup', remote, ...flags], { prompter: scripted('yes') });
const unlock = (one: Computer) => one.run(['unlock'], { prompter: scripted(OFFERED) });
const encrypt = (one: Computer) => one.run(['encrypt'], { prompter: writing(TAKES_WORDS) });
const keyOf = ({ home }: Computer): readonly string[] =>
  Object.keys(filesIn(path.join(journalOf(home), '.key'))).toSorted();

/** An encrypted journal that is sent, and another computer with entries that are not encrypted. */
async function encryptedElsewhere() {
  const remote = newRemote(freshHome());
  const [a, b] = [newComputer(), newComputer()];
  await encrypt(a);
  await a.note(`One ${WORD}.`);
  await setUp(a, remote);
  await b.note(`Two ${WORD}.`);
  return { remote, a, b };
}

test.each([{ flags: [] }, { flags: ['--readable'] }])(
  'a second computer with readable entries was told to make a second key: setup $flags',
  async ({ flags }) => {
    const { remote, a, b } = await encryptedElsewhere();
    const before = allOf(remote);
    const ran = await setUp(b, remote, ...flags);
    expect(ran).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('the journal was encrypted on another computer. Nothing was sent'),
    });
    expect(ran.stderr).toContain('coach unlock');
    // Nor is one made by whoever does it all the same.
    expect((await encrypt(b)).stderr).toContain('coach unlock');
    expect((await unlock(b)).stdout).toContain('Not encrypted yet: 1 entry. To go on: coach encrypt\n');
    expect((await b.run(['sync'])).stderr).toContain('Otherwise: coach encrypt');
    expect(allOf(remote)).toBe(before);
    expect(await b.run(['encrypt'])).toMatchObject({ exitCode: 0 });
    await inStep(a, b);
    expect(entriesOf(a)).toEqual(entriesOf(b));
    expect(keyOf(b)).toEqual(keyOf(a));
    expect(Object.keys(entriesOf(a))).toHaveLength(2);
    for (const one of [a, b]) expect(await one.full()).toMatch(/One[^]*Two|Two[^]*One/);
    expect(allOf(remote)).not.toContain(WORD);
    expect(JSON.stringify(filesIn(journalOf(b.home)))).not.toContain(WORD);
  },
);

test('where the other side cannot be looked at, nothing says to encrypt, and nothing is set up', async () => {
  const { remote, b } = await encryptedElsewhere();
  renameSync(remote, `${remote}.away`);
  const ran = await setUp(b, remote);
  expect([ran.exitCode, ran.stderr]).toEqual([1, expect.not.stringContaining('coach encrypt')]);
  expect(existsSync(path.join(b.home, 'state/sync.json'))).toBe(false);
});

test('of a key of which one file had come when it was killed, the other one never came', async () => {
  const { remote, a, b } = await encryptedElsewhere();
  await setUp(b, remote, '--readable');
  rmSync(path.join(journalOf(b.home), '.key/recipients'));
  for (const argv of [['sync'], ['sync', 'setup', remote]])
    expect((await b.run(argv)).stderr).toContain('Give it the passphrase once: coach unlock\n');
  expect((await unlock(b)).exitCode).toBe(0);
  expect((await b.run(['sync'])).stderr).toContain('1 entry is not encrypted');
  expect(keyOf(b)).toContain('recipients');
  await b.run(['encrypt']);
  await inStep(a, b);
  expect(entriesOf(a)).toEqual(entriesOf(b));
  const taken = ({ home }: Computer) => filesIn(path.join(journalOf(home), '.key'));
  expect(taken(a)).toMatchObject(taken(b));
});
