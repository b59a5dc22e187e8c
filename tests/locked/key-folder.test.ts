import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { printIdentity, printRecipient } from '../../src/formats/sealing/key-file.ts';
import { coach, filesBelow, journalOf, put, putEntry } from '../cli/coach.ts';
import { PASSPHRASE } from '../cli/sealed.ts';
import { scripted } from '../cli/scripted.ts';
import { type LockedHome, lockedHome } from './locked-home.ts';

const NOTE = ['note', '--answers', '-'];
const TEXT = 'note-text: The pineapple.';

/** A home that keeps a copy of the sealed key, as one on which the journal was unlocked. */
async function withCopy(): Promise<LockedHome> {
  const made = await lockedHome();
  const { home, sessions, run } = made;
  await run(['unlock'], PASSPHRASE);
  expect(filesBelow(path.join(home, 'state/keys'))).toHaveLength(1);
  expect(sessions.find(made.key.recipient)).toBeDefined();
  return made;
}

const ways: Readonly<Record<string, (journal: string) => Promise<void> | void>> = {
  deleted: (journal) => rmSync(path.join(journal, '.key'), { recursive: true }),
  emptied(journal) {
    for (const name of ['identity.age', 'recipients']) rmSync(path.join(journal, '.key', name));
  },
  "replaced by somebody else's": async (journal) => {
    const other = await ageSealing.newKey();
    const identity = Buffer.from(printIdentity(other, '2026-11-22T09:14:05+01:00'));
    put(path.join(journal, '.key/identity.age'), await ageSealing.sealWithPassphrase(identity, 'theirs', 1));
    put(path.join(journal, '.key/recipients'), printRecipient({ recipient: other.recipient, names: 'day' }));
  },
};

describe.each(Object.entries(ways))('a key folder that was %s', (_, change) => {
  test('is named by what writes, which goes on for the key that is known here', async () => {
    const { home, key, pipe, run, lock } = await withCopy();
    await change(journalOf(home));
    lock();
    const { exitCode, stderr } = await pipe(NOTE, TEXT);
    expect(exitCode).toBe(0);
    expect(stderr.match(/the folder \.key of the journal is missing/g)).toHaveLength(1);
    const file = filesBelow(journalOf(home)).find((one) => one.startsWith('2026')) ?? '';
    const opened = await ageSealing.open(readFileSync(path.join(journalOf(home), file)), key.identity);
    expect(typeof opened === 'string' ? opened : Buffer.from(opened).toString()).toContain('pineapple');
    expect((await run(['journal', '--full'], PASSPHRASE)).stdout).toContain('pineapple');
  });

  test('takes no copy of the key away when the journal is unlocked', async () => {
    const { home, run, lock } = await withCopy();
    const [name = ''] = filesBelow(path.join(home, 'state/keys'));
    const before = readFileSync(path.join(home, 'state/keys', name));
    await change(journalOf(home));
    lock();
    expect((await run(['unlock'], PASSPHRASE)).exitCode).toBe(0);
    expect(readFileSync(path.join(home, 'state/keys', name))).toEqual(before);
  });
});

test('entries that are not encrypted yet are read as ever, and counted once', async () => {
  const { home, sessions, pipe } = await lockedHome();
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', body: '\n## Pear\n' });
  putEntry(home, { id: 'k3x8m2p9qb', at: '2026-11-21T18:00:00+01:00', body: '\n## Pear\n' });
  await pipe(NOTE, TEXT);
  for (const argv of [['journal'], ['journal', '--json'], ['plans'], []]) {
    const { stderr } = await pipe(argv);
    expect([argv, stderr]).toEqual([argv, 'coach: 2 entries are not encrypted yet: coach encrypt\n']);
  }
  expect(JSON.parse((await pipe(['journal', '--json'])).stdout)).toHaveLength(3);
  expect((await coach(['journal'], { home, sessions, prompter: scripted() })).exitCode).toBe(0);
});
