import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryText, failed, journalOf, put, putEntry, settledHome } from '../../cli/coach.ts';
import { PASSPHRASE, quickSealing, sealHome } from '../../cli/sealed.ts';
import { scripted } from '../../cli/scripted.ts';
import { encrypted, filesIn, sessionsNow, TAKES_WORDS, writing } from '../encrypting.ts';

const WORD = 'pineapple';
const NOTE = { stdin: `about: D.\nnote-text: The ${WORD}.\n` };

/** A journal with an entry, one in the trash, an earlier version, a draft and a file of the person's own. */
async function fullHome(): Promise<string> {
  const home = settledHome();
  await coach(['reflect', 'note', '--answers', '-'], { home, ...NOTE });
  await coach(['reflect', 'note', '--answers', '-'], { home, ...NOTE });
  await coach(['journal', 'delete', '001', '--yes'], { home });
  await coach(['journal', 'edit', 'last'], { home, env: { EDITOR: `sed -i s/${WORD}/${WORD}s/` } });
  put(path.join(journalOf(home), 'shopping.md'), `# Shopping\n\n${WORD}\n`);
  await coach(['reflect', 'note'], { home, prompter: scripted(`A draft of a ${WORD}`, { kind: 'later' }) });
  return home;
}

const names = (home: string): readonly string[] => Object.keys(filesIn(journalOf(home)));

/** The files below a home in which a word stands, and those whose names tell what they are not to. */
const readable = (home: string): readonly string[] =>
  Object.entries(filesIn(home))
    .filter(([file, text]) => text.includes(WORD) || /-\d{6}-note-/.test(file) || /-\d{6}-note-/.test(text))
    .map(([file]) => file);

test('entries, trash, versions and drafts are encrypted, named after their days, and the same again once decrypted', async () => {
  const home = await fullHome();
  await coach(['journal', '--search', WORD], { home });
  const before = filesIn(path.join(home, 'data'));
  expect(readable(home).length).toBeGreaterThan(5);
  const sessions = sessionsNow();
  const prompter = writing(TAKES_WORDS);
  const { stdout, stderr, exitCode } = await encrypted(home, prompter, { sessions });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(stdout).toBe(
    [
      '2 entries, 1 in the trash, 1 earlier version and 1 draft are encrypted. What can still be read of them:',
      '  - backups, snapshots, exports and other copies made before now; coach does not know where they are',
      '  - parts of this disk, until they are overwritten; on an SSD nobody can say when',
      '2 earlier changes can no longer be undone. What entries said before is still there: coach journal history last',
      'The passphrase and the recovery key are still on this screen. Clear it when you have both on paper.',
      'Unlocked. It locks itself when you have not used it for 30 minutes.',
      'To lock it sooner: coach lock',
      '',
    ].join('\n'),
  );
  expect(readable(home)).toEqual([]);
  expect(prompter.seen.slice(0, 2)).toEqual([
    'say What you write will be readable only with a passphrase, or with a recovery key that you write on paper. If you lose both, nobody can read it any more.',
    'choose Encrypt this journal (2 entries, 1 in the trash, 1 earlier version and 1 draft)?',
  ]);
  expect(names(home).filter((file) => !file.startsWith('.'))).toEqual([
    expect.stringMatching(/^2026\/11\/2026-11-22-000000-entry-002k3x8m2p\.md\.age$/),
    'shopping.md.age',
    expect.stringMatching(/^trash\/2026\/11\/2026-11-22-000000-entry-001k3x8m2p\.md\.age$/),
  ]);
  const list = await coach(['journal', '--full'], { home, sessions });
  expect(list.stdout).toContain('pineapples');
  expect((await coach(['journal', 'history', 'last'], { home, sessions })).stdout).toContain('1');
  const back = await coach(['decrypt', '--yes'], { home, sessions });
  expect(back).toMatchObject({ stderr: '', exitCode: 0 });
  const after = filesIn(path.join(home, 'data'));
  const acts = Object.keys(before).filter((file) => file.includes('.history/acts'));
  expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([file]) => !acts.includes(file))));
  expect(existsSync(path.join(journalOf(home), '.key'))).toBe(false);
  const resumed = await coach(['reflect', 'note'], { home, prompter: scripted('Finish', { kind: 'later' }) });
  expect(resumed.exitCode).toBe(0);
});

test('names stay whole where the person wants that', async () => {
  const home = await fullHome();
  const before = names(home).filter((file) => file.endsWith('.md') && !file.startsWith('.'));
  await encrypted(home, writing(TAKES_WORDS), { argv: ['--keep-names'], sessions: sessionsNow() });
  expect(names(home).filter((file) => !file.startsWith('.'))).toEqual(before.map((file) => `${file}.age`));
  expect(await encrypted(home, scripted(), { argv: ['--keep-names'] })).toMatchObject({ exitCode: 2 });
});

test('a recovery key that is not typed back, a passphrase too short, and Ctrl-C leave everything as it was', async () => {
  const home = await fullHome();
  const before = filesIn(home);
  const nothing = {
    stdout: '',
    exitCode: 1,
    stderr: expect.stringMatching(/^coach: nothing was encrypted\n/),
  };
  expect(
    await encrypted(
      home,
      writing(TAKES_WORDS, () => 'QQQQQQ'),
    ),
  ).toMatchObject(nothing);
  const short = writing(['Yes', 'short', 'shorter', 'shortest']);
  expect(await encrypted(home, short)).toMatchObject(nothing);
  expect(short.seen.at(-1)).toBe(
    'say That is too short: whoever has the files could try every passphrase of that length. Take 10 characters or more.',
  );
  expect(await encrypted(home, writing(['Yes', '', 'a', 'b', 'c']))).toMatchObject(nothing);
  expect(await encrypted(home, writing(['Yes', 'long enough', 'long enuff', 'x', 'y']))).toMatchObject(
    nothing,
  );
  for (const left of [[{ interrupted: '' }], ['Yes', { interrupted: '' }]])
    expect(await encrypted(home, writing(left))).toMatchObject({
      exitCode: 130,
      stderr: expect.stringContaining('Nothing was changed.'),
    });
  expect(await encrypted(home, writing(['No']))).toMatchObject({
    exitCode: 0,
    stderr: 'Nothing was changed.\n',
  });
  const asked = await coach(['encrypt'], { home });
  expect(asked).toEqual(
    failed(
      'coach: nothing was encrypted, because there is no terminal to ask you in\n  coach encrypt shows a recovery key that you write on paper. Run it in a terminal.\n',
    ),
  );
  expect((await coach(['encrypt', '--dry-run'], { home })).stdout).toBe(
    '2 entries, 1 in the trash, 1 earlier version and 1 draft would be encrypted. Nothing was changed.\n',
  );
  expect(filesIn(home)).toEqual(before);
});

test('a passphrase of one’s own, from a file too, and the recovery key open the journal', async () => {
  const home = await fullHome();
  put(path.join(home, 'pass'), 'a passphrase of my own\n');
  const prompter = writing(['Yes']);
  await encrypted(home, prompter, { argv: ['--passphrase-file', path.join(home, 'pass')] });
  expect(prompter.left()).toEqual([]);
  const asked = scripted('a passphrase of my own');
  expect((await coach(['journal', '--full'], { home, prompter: asked })).stdout).toContain('pineapples');
  const recovered = await coach(['unlock', '--recovery'], { home, prompter: scripted(prompter.key()) });
  expect(recovered.exitCode).toBe(0);
  put(path.join(home, 'poor'), 'short\n');
  const other = await fullHome();
  expect(
    await encrypted(other, writing(['Yes']), { argv: ['--passphrase-file', path.join(home, 'poor')] }),
  ).toMatchObject({ exitCode: 2 });
});

test('what others put there in clear is encrypted by the same command, without asking where it is unlocked', async () => {
  const home = settledHome();
  const { sessions, lock } = await sealHome(home);
  await coach(['reflect', 'note', '--answers', '-'], { home, sessions, ...NOTE });
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-21T08:00:00+01:00', body: WORD });
  expect((await coach(['keys'], { home, sessions })).stdout).toContain('Not encrypted yet: 1 entry.');
  expect(await coach(['encrypt'], { home, sessions })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readable(home)).toEqual([]);
  expect((await coach(['encrypt'], { home, sessions })).stdout).toBe('Everything is encrypted already.\n');
  lock();
  putEntry(home, { id: 'k3x8m2p9qb', at: '2026-11-21T08:00:00+01:00', body: WORD });
  expect(await coach(['encrypt'], { home, sessions })).toMatchObject({ exitCode: 1, stdout: '' });
  const asked = scripted(PASSPHRASE);
  expect(await coach(['encrypt'], { home, sessions, prompter: asked })).toMatchObject({ exitCode: 0 });
  expect(readable(home)).toEqual([]);
});

test('files that cannot be read are named, the others are encrypted, and the same again once they can be read', async () => {
  const home = settledHome();
  for (const id of ['k3x8m2p9qa', 'k3x8m2p9qb'])
    putEntry(home, { id, at: '2026-11-21T08:00:00+01:00', body: WORD });
  const journal = journalOf(home);
  const odd = path.join(journal, '2026/11/2026-11-20-080000-note-k3x8m2p9qc.md');
  symlinkSync('/nowhere', odd);
  const sessions = sessionsNow();
  const ran = await encrypted(home, writing(TAKES_WORDS), { sessions });
  expect(ran.stdout).toContain('2 entries are encrypted.');
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toBe(
    [
      'coach: 2026/11/2026-11-20-080000-note-k3x8m2p9qc.md was left as it is: it is a link; what it leads to was not touched',
      'coach: 1 file was not encrypted',
      '  It can be read by anybody who can open it. Fix what is named above, then: coach encrypt',
      '',
    ].join('\n'),
  );
  expect(await coach(['encrypt'], { home, sessions })).toMatchObject({ exitCode: 1, stdout: '' });
  rmSync(odd);
  writeFileSync(odd, entryText({ id: 'k3x8m2p9qc', at: '2026-11-20T08:00:00+01:00', body: WORD }));
  expect(await coach(['encrypt'], { home, sessions })).toMatchObject({ exitCode: 0 });
  expect(readable(home)).toEqual([]);
});

test('damaged files keep a journal encrypted until they are put right', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  await coach(['reflect', 'note', '--answers', '-'], { home, sessions, ...NOTE });
  const damaged = put(path.join(journalOf(home), 'damaged.md.age'), 'age-encryption.org/v1\ncut');
  const ran = await coach(['decrypt', '--yes'], { home, sessions });
  expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
  expect(ran.stderr).toContain('coach: damaged.md.age was left as it is: it cannot be decrypted');
  expect(readFileSync(damaged, 'utf8')).toBe('age-encryption.org/v1\ncut');
  rmSync(damaged);
  expect(await coach(['decrypt', '--yes'], { home, sessions })).toMatchObject({ exitCode: 0 });
  expect((await coach(['journal', '--full'], { home })).stdout).toContain(WORD);
});

test('an entry that says something else in clear than encrypted stays as a copy', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-21T08:00:00+01:00', body: 'One.' });
  await coach(['encrypt'], { home, sessions });
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-21T08:00:00+01:00', body: 'Two.' });
  const ran = await coach(['encrypt'], { home, sessions });
  expect(ran.stdout).toContain(
    'In both forms and not the same, so both are kept: 2026/11/2026-11-21-000000-entry-k3x8m2p9qa (1).md.age',
  );
  const { stdout } = await coach(['journal', '--full'], { home, sessions });
  expect(stdout).toContain('One.');
  expect(stdout).toContain('Two.');
});

test('while a sitting is open in another window, nothing is encrypted or decrypted', async () => {
  const home = settledHome();
  const { ppid } = process;
  const started = readFileSync(`/proc/${ppid}/stat`, 'utf8').split(' ')[21];
  await coach(['reflect', 'note'], { home, prompter: scripted('A draft', { kind: 'later' }) });
  const [draft = ''] = Object.keys(filesIn(path.join(home, 'state/drafts')));
  const file = path.join(home, 'state/drafts', draft);
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/"pid":\s*\d+/, `"pid":${ppid}`)
      .replace(/"started":\s*"\d+"/, `"started":"${started}"`),
  );
  const before = filesIn(home);
  const ran = await encrypted(home, writing(['Yes']));
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('a sitting is open') });
  expect(filesIn(home)).toEqual(before);
});

test('a computer that cannot encrypt says so before anything is asked', async () => {
  const home = settledHome();
  const sealing = { ...quickSealing, seal: () => Promise.reject(new Error('not supported')) };
  const ran = await encrypted(home, scripted(), { sealing });
  expect(ran).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('cannot encrypt entries') });
});

test('an empty journal is encrypted from now on', async () => {
  const home = settledHome();
  const sessions = sessionsNow();
  const { stdout } = await encrypted(home, writing(TAKES_WORDS), { sessions });
  expect(stdout).toMatch(/^There is nothing to encrypt yet\. What you write from now on is encrypted\.\n/);
  await coach(['reflect', 'note', '--answers', '-'], { home, sessions, ...NOTE });
  expect(readable(home)).toEqual([]);
});

test('what is left to be read is told: a repository of git, names that cannot be made again, files of others', async () => {
  const home = settledHome();
  const journal = journalOf(home);
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-21T08:00:00+01:00', body: WORD });
  put(path.join(journal, '2026/11/2026-11-22-080000-note-k3x8m2p9qb.md'), 'Not an entry.');
  put(path.join(journal, '.git/HEAD'), 'ref: refs/heads/main\n');
  put(path.join(journal, 'picture.jpg'), 'no text');
  const { stdout } = await encrypted(home, writing(TAKES_WORDS), { sessions: sessionsNow() });
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    '2 entries are encrypted. What can still be read of them:',
    `  - the history of the git repository in ${journal}, if they were ever committed there`,
    '  - backups, snapshots, exports and other copies made before now; coach does not know where they are',
    '  - parts of this disk, until they are overwritten; on an SSD nobody can say when',
    '  - the time and the question set in the name of 1 file that coach does not understand. See what is wrong: coach doctor',
    'Not encrypted: 1 other file in the journal folder, which coach did not write.',
  ]);
});

test('what an editor has left is encrypted, too, and one that is open is waited for', async () => {
  const home = settledHome();
  const { sessions } = await sealHome(home);
  const drafts = path.join(home, 'state/drafts');
  const name = '2026-11-22-091405-note-k3x8m2p9qa.md';
  const own = path.join(drafts, 'entry-4194304-abcdef');
  put(path.join(own, 'original'), 'One.');
  put(path.join(own, name), `One ${WORD}.`);
  const ran = await coach(['encrypt'], { home, sessions });
  expect(ran).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('(edited 1)') });
  expect(existsSync(own)).toBe(false);
  expect(readable(home).filter((file) => !file.includes('(edited 1)'))).toEqual([]);
  const open = path.join(drafts, `entry-${process.ppid}-abcdef`);
  put(path.join(open, name), `Two ${WORD}.`);
  expect(await coach(['encrypt'], { home, sessions })).toMatchObject({
    exitCode: 1,
    stderr: `coach: text is open in an editor: ${open}\n  Nothing was changed. Save it, close the editor, and try again.\n`,
  });
});

test('a draft of another encrypted journal kept this one from being decrypted', async () => {
  const home = settledHome();
  const other = settledHome();
  const theirs = await sealHome(other);
  const { sessions } = await sealHome(home);
  const file = path.join(home, 'state/drafts/k3x8m2p9qa.json');
  put(file, await quickSealing.seal(Buffer.from('{}'), theirs.key.recipient));
  const before = readFileSync(file);
  expect(await coach(['decrypt', '--yes'], { home, sessions })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readFileSync(file)).toEqual(before);
});

test('the key of another computer that came while the recovery key was written down was replaced', async () => {
  const home = settledHome();
  await coach(['reflect', 'note', '--answers', '-'], { home, ...NOTE });
  const other = settledHome();
  await sealHome(other);
  const theirs = path.join(journalOf(other), '.key');
  const ours = path.join(journalOf(home), '.key');
  const prompter = writing(TAKES_WORDS, (key) => {
    cpSync(theirs, ours, { recursive: true });
    return key.slice(-6);
  });
  const { stdout, exitCode } = await encrypted(home, prompter);
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  expect(filesIn(ours)).toEqual(filesIn(theirs));
  expect(names(home).filter((file) => file.endsWith('.md'))).toHaveLength(1);
});
