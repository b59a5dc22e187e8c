import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryText, freshHome, journalOf, put } from '../cli/coach.ts';
import { putSealed, sealHome } from '../cli/sealed.ts';

/** An entry, and where it is in an encrypted journal that keeps its names. */
const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', day: '2026-11-20' };
const PLACE = '2026/11/2026-11-20-180000-note-k3x8m2p9qa.md';
const COPY = '2026/11/2026-11-20-180000-note-k3x8m2p9qa (conflicted copy).md';

test('doctor would have had the entry removed instead of its copy, as it did not know the names of encrypted files', async () => {
  const home = freshHome();
  const sealed = await sealHome(home, 'whole');
  for (const file of [PLACE, COPY]) await putSealed(home, sealed, file, entryText(NOTE));
  const { sessions } = sealed;
  const { stdout } = await coach(['doctor', '--verbose'], { home, sessions });
  expect(stdout).toContain(`rm '${journalOf(home)}/${COPY}.age'`);
  await putSealed(home, sealed, COPY, entryText({ ...NOTE, title: 'Another' }));
  expect((await coach(['doctor'], { home, sessions })).stdout).toContain(`${PLACE}: this one counts`);
});

test.each([
  ['is of another day', '2026/11/2026-11-18-180000-note-k3x8m2p9qa.md', 'mv -n'],
  ['lost its head', '2026/11/2026-11-20-180000-note-k3x8m2p9qb.md', 'looks like an entry but is not one'],
])('doctor passed over an encrypted file that %s', async (_, file, told) => {
  const home = freshHome();
  const sealed = await sealHome(home, 'whole');
  await putSealed(home, sealed, file, file.includes('9qb') ? '# A page\n' : entryText(NOTE));
  const { stdout, exitCode } = await coach(['doctor'], { home, sessions: sealed.sessions });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining(told) });
});

test('on a second computer doctor told people to start a new journal in the folder of the encrypted one', async () => {
  const home = freshHome();
  const sealed = await sealHome(home);
  await putSealed(home, sealed, '2026/11/2026-11-20-000000-entry-k3x8m2p9qa.md', entryText(NOTE));
  rmSync(path.join(home, 'state/keys.json'));
  const { stdout, stderr } = await coach(['doctor'], { home, sessions: sealed.sessions });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Give it the passphrase once: coach unlock');
  expect(stdout).not.toContain('new journal');
  expect(stderr).toBe('coach: the journal is locked, 1 problem\n');
});

test('doctor sends nobody to an editor with an encrypted file, and a name that tells the day alone is a right one', async () => {
  const home = freshHome();
  const sealed = await sealHome(home);
  const bare = '2026/11/2026-11-20-000000-entry-k3x8m2p9qa.md';
  await putSealed(home, sealed, bare, entryText(NOTE));
  const { sessions } = sealed;
  expect(await coach(['doctor'], { home, sessions })).toMatchObject({ exitCode: 0 });
  await putSealed(home, sealed, bare, entryText({ ...NOTE, front: 'about: [\n' }));
  expect((await coach(['doctor'], { home, sessions })).stdout).toContain(
    `\n  coach journal edit --editor ${bare}\n`.replace('\n  ', '\n    '),
  );
});

test.each([
  ['is not JSON', (): string => '{"role": "member", '],
  ['names a journal beside a mistake', (home: string) => `{"role": "boss", "journal": "${journalOf(home)}"}`],
])(
  'with settings of which the file %s, doctor took an encrypted journal for a refused one',
  async (_, text) => {
    const home = freshHome();
    const sealed = await sealHome(home);
    await putSealed(home, sealed, '2026/11/2026-11-20-000000-entry-k3x8m2p9qa.md', entryText(NOTE));
    put(path.join(home, 'config/settings.json'), text(home));
    const { sessions } = sealed;
    const { stdout } = await coach(['doctor', '--json'], { home, sessions });
    const { findings } = JSON.parse(stdout);
    const problems = findings.filter(({ grade }: { readonly grade: string }) => grade === 'problem');
    expect(problems.map(({ code }: { readonly code: string }) => code)).toEqual(['settings-broken']);
    sealed.lock();
    expect((await coach(['doctor', '--verbose'], { home, sessions })).stdout).toContain(
      'The journal is locked, so one file was not looked at.',
    );
  },
);

test('on a narrow screen, that a journal is locked ran over the edge', async () => {
  const home = freshHome();
  const { lock, sessions } = await sealHome(home);
  lock();
  const { stdout } = await coach(['doctor'], { home, sessions, screen: true, width: 40 });
  expect(stdout).toBe('The journal is locked, so its entries\nwere not read. No problems found.\n');
});
