import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, filesBelow, freshHome, journalOf, put, putEntry, refused } from '../coach.ts';

const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00' };
const NOTE_PATH = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const OLDER = { id: '7q2m8k3x9b', at: '2026-11-20T09:00:00+01:00', title: 'Two' };
const OLDER_PATH = '2026/11/2026-11-20-090000-note-7q2m8k3x9b.md';

/** A journal of two entries, both in the trash. */
async function emptied(): Promise<string> {
  const home = freshHome();
  putEntry(home, NOTE);
  putEntry(home, OLDER);
  await coach(['journal', 'delete', '--all', '--yes'], { home });
  return home;
}

const inJournal = (home: string): readonly string[] => filesBelow(journalOf(home));
const read = (home: string, file: string): string => readFileSync(path.join(journalOf(home), file), 'utf8');

describe('without a name, the trash is listed', () => {
  const hint =
    'To bring one back: coach journal restore ID\nTo empty the trash: coach journal delete --trash --forever\n';

  test('on a screen as the journal is', async () => {
    expect(await coach(['journal', 'restore'], { home: await emptied(), screen: true })).toEqual({
      stdout: `November 2026
  Sun 22  08:00  A free page                                                k3x8
  Fri 20  09:00  Two                                                        7q2m

`,
      stderr: hint,
      exitCode: 0,
    });
  });

  test('in a pipe a line each, and what cannot be read is named', async () => {
    const home = await emptied();
    put(path.join(journalOf(home), 'trash/2026-11-21-080000-note-brkenzzzz0.md'), 'x');
    const { stdout, stderr } = await coach(['journal', 'restore'], { home });
    expect(stdout).toBe(
      `2026-11-22T08:00:00+01:00\tk3x8m2p9qa\tnote\t\t\ttrash/${NOTE_PATH}\n` +
        `2026-11-20T09:00:00+01:00\t7q2m8k3x9b\tnote\t\t\ttrash/${OLDER_PATH}\n`,
    );
    expect(stderr).toMatch(/^coach: trash\/2026-11-21-080000-note-brkenzzzz0\.md:1:1: expected the front/);
  });

  test('when it is empty, it says so', async () => {
    for (const argv of [[], ['--all']]) {
      const ran = await coach(['journal', 'restore', ...argv], { home: freshHome() });
      expect(ran).toEqual({ stdout: '', stderr: 'The trash is empty.\n', exitCode: 0 });
    }
  });
});

describe('what is named comes back to where it stood', () => {
  test.each(['last', 'k3x8', '2026-11-22', NOTE_PATH, `trash/${NOTE_PATH}`])('%s', async (which) => {
    const home = await emptied();
    const before = read(home, `trash/${NOTE_PATH}`);
    expect(await coach(['journal', 'restore', which], { home })).toEqual({
      stdout: `2026-11-22T08:00:00+01:00\tk3x8m2p9qa\tnote\t\t\t${NOTE_PATH}\n`,
      stderr: 'Brought back 1 entry.\n',
      exitCode: 0,
    });
    expect(inJournal(home)).toEqual([NOTE_PATH, `trash/${OLDER_PATH}`]);
    expect(read(home, NOTE_PATH)).toBe(before);
  });

  test('several, and all', async () => {
    const home = await emptied();
    const ran = await coach(['journal', 'restore', 'k3x8', '7q2m'], { home, screen: true });
    expect(ran.stderr).toBe('Brought back 2 entries.\n');
    expect(inJournal(home)).toEqual([OLDER_PATH, NOTE_PATH]);
    await coach(['journal', 'delete', '--all', '--yes'], { home });
    await coach(['journal', 'restore', '--all'], { home });
    expect(inJournal(home)).toEqual([OLDER_PATH, NOTE_PATH]);
  });

  test('over the same bytes, the one in the trash is dropped', async () => {
    const home = await emptied();
    putEntry(home, NOTE);
    expect((await coach(['journal', 'restore', 'k3x8'], { home })).stderr).toBe('Brought back 1 entry.\n');
    expect(inJournal(home)).toEqual([NOTE_PATH, `trash/${OLDER_PATH}`]);
  });

  test('beside other bytes, under a name with a number, which is told', async () => {
    const home = await emptied();
    putEntry(home, { ...NOTE, title: 'Written meanwhile' });
    const beside = NOTE_PATH.replace('.md', ' (1).md');
    const { stdout, stderr } = await coach(['journal', 'restore', 'k3x8'], { home });
    expect(stdout).toContain(`\t${beside}\n`);
    expect(stderr).toBe(
      `Brought back 1 entry.\nThere is another file at ${NOTE_PATH}, so the restored one is next to it: ${beside}\n`,
    );
    expect(read(home, NOTE_PATH)).toContain('# Written meanwhile\n');
    expect(read(home, beside)).toContain('# A free page\n');
  });

  test('without the number that it needed in the trash', async () => {
    const home = await emptied();
    putEntry(home, { ...NOTE, title: 'Second' });
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    const second = `trash/${NOTE_PATH.replace('.md', ' (1).md')}`;
    expect(await coach(['journal', 'restore', 'k3x8'], { home })).toEqual(
      refused(
        `coach: 2 files have the same id, k3x8m2p9qa, but differ\n  Give the path of one:\n  ${second}\n  trash/${NOTE_PATH}\n`,
      ),
    );
    await coach(['journal', 'restore', second], { home });
    expect(read(home, NOTE_PATH)).toContain('# Second\n');
  });

  test('with the name that a person gave it', async () => {
    const home = freshHome();
    put(path.join(journalOf(home), 'deep/er/My day (2).md'), entryText(NOTE));
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    expect(inJournal(home)).toEqual(['trash/deep/er/My day (2).md']);
    await coach(['journal', 'restore', 'last'], { home });
    expect(inJournal(home)).toEqual(['deep/er/My day (2).md']);
  });

  test('also when it cannot be read, by its path or with all', async () => {
    const home = await emptied();
    const broken = '2026/11/2026-11-21-080000-note-brkenzzzz0.md';
    put(path.join(journalOf(home), 'trash', broken), 'x');
    expect(await coach(['journal', 'restore', broken], { home })).toMatchObject({ exitCode: 0 });
    expect(inJournal(home)).toContain(broken);
    await coach(['journal', 'delete', broken, '--yes'], { home });
    await coach(['journal', 'restore', '--all'], { home });
    expect(inJournal(home)).toEqual([OLDER_PATH, broken, NOTE_PATH]);
  });
});

describe('is refused', () => {
  test.each([
    { argv: ['k3x7'], says: 'there is no entry "k3x7" in the trash\n  Did you mean k3x8?' },
    {
      argv: ['qqqq'],
      says: 'there is no entry "qqqq" in the trash\n  Use "last", a date, or the start of an id. To see the ids: coach journal restore',
    },
    {
      argv: ['yesterday'],
      says: 'there is no entry on 2026-11-21 in the trash\n  coach journal restore lists what is there.',
    },
    {
      argv: ['nowhere.md'],
      says: 'there is no file nowhere.md in the trash\n  Give its path inside the journal folder.',
    },
    { argv: ['last', '--all'], says: 'give entries or use --all, not both\n  Nothing was moved.' },
    {
      argv: ['--bank', 'note'],
      says: "unknown option '--bank'\n  For help: coach journal restore --help",
    },
  ])('$argv', async ({ argv, says }) => {
    const home = await emptied();
    expect(await coach(['journal', 'restore', ...argv], { home })).toEqual(refused(`coach: ${says}\n`));
    expect(inJournal(home)).toEqual([`trash/${OLDER_PATH}`, `trash/${NOTE_PATH}`]);
  });

  test('an empty trash', async () => {
    expect(await coach(['journal', 'restore', 'last'], { home: freshHome() })).toEqual(
      refused('coach: the trash is empty\n'),
    );
  });
});
