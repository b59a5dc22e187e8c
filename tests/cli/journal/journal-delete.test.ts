import { existsSync, readFileSync, readlinkSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  entryText,
  filesBelow,
  freshHome,
  journalOf,
  put,
  putEntry,
  refused,
  settledHome,
} from '../coach.ts';
import { COMMITMENT, planned } from '../planned.ts';
import { filled, ids } from './journal-entries.ts';
import { CTRL_C, scripted } from '../scripted.ts';

const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00' };
const OLDER = { id: '7q2m8k3x9b', at: '2026-11-20T09:00:00+01:00', title: 'Two' };

/** A journal of two entries, and where they are. */
function two(): { readonly home: string; readonly note: string; readonly older: string } {
  const home = freshHome();
  return { home, note: putEntry(home, NOTE), older: putEntry(home, OLDER) };
}

const inJournal = (home: string): readonly string[] => filesBelow(journalOf(home));
const read = (home: string, file: string): string => readFileSync(path.join(journalOf(home), file), 'utf8');

describe('an entry that is named goes to the trash', () => {
  test.each(['last', 'k3x8', 'today', '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md'])(
    '%s',
    async (which) => {
      const { home, note, older } = two();
      const text = read(home, note);
      expect(await coach(['journal', 'delete', which, '--yes'], { home })).toEqual({
        stdout: `2026-11-22T08:00:00+01:00\tk3x8m2p9qa\tnote\t\t\ttrash/${note}\n`,
        stderr: 'Moved 1 entry to the trash.\nTo bring it back: coach journal restore k3x8m2p9qa\n',
        exitCode: 0,
      });
      expect(inJournal(home)).toEqual([older, `trash/${note}`]);
      expect(read(home, `trash/${note}`)).toBe(text);
      expect(ids((await coach(['journal'], { home })).stdout)).toEqual(['7q2m8k3x9b']);
    },
  );

  test('once somebody has said so, who has seen its title', async () => {
    const { home, note, older } = two();
    const prompter = scripted('Move to the trash');
    const ran = await coach(['journal', 'delete', 'k3x8', '7q2m', 'last'], { home, prompter, screen: true });
    expect(ran).toEqual({
      stdout: `November 2026
  Sun 22  08:00  A free page                                                k3x8
  Fri 20  09:00  Two                                                        7q2m

`,
      stderr:
        'Moved 2 entries to the trash.\nTo see and restore what is in the trash: coach journal restore\n',
      exitCode: 0,
    });
    expect(prompter.seen).toEqual(['choose Move all 2 to the trash?']);
    expect(inJournal(home)).toEqual([`trash/${older}`, `trash/${note}`]);
  });

  test('and stays where nobody wants it deleted', async () => {
    const { home, note, older } = two();
    const prompter = scripted('Leave');
    const ran = await coach(['journal', 'delete', 'last'], { home, prompter, screen: true });
    expect(ran).toMatchObject({ stderr: 'Nothing was deleted.\n', exitCode: 0 });
    expect(prompter.seen).toEqual(['choose Move it to the trash?']);
    const stopped = await coach(['journal', 'delete', 'last'], { home, prompter: scripted(CTRL_C) });
    expect(stopped.exitCode).toBe(130);
    expect(inJournal(home)).toEqual([older, note]);
  });

  test('and stays where nobody can be asked', async () => {
    const { home, note, older } = two();
    expect(await coach(['journal', 'delete', '--all'], { home })).toEqual({
      stdout: '',
      stderr:
        'coach: nothing was deleted, because there is no terminal to ask you in\n' +
        '  2 entries would go to the trash. To do that, add --yes.\n',
      exitCode: 1,
    });
    expect(inJournal(home)).toEqual([older, note]);
  });
});

describe('flags choose', () => {
  test.each([
    { flags: ['--bank', 'note'], left: ['n6', 'n5', 'n4', 'n2'] },
    { flags: ['--about', 'D.'], left: ['n6', 'n4', 'n3', 'n1'] },
    { flags: ['--until', '2026-11-01', '--role', 'manager'], left: ['n6', 'n5', 'n4', 'n3', 'n1'] },
    { flags: ['--tag', 'review', '--tag', 'big'], left: ['n6', 'n4', 'n3', 'n2', 'n1'] },
    { flags: ['--all'], left: [] },
  ])('$flags', async ({ flags, left }) => {
    const home = filled();
    const ran = await coach(['journal', 'delete', ...flags, '--yes'], { home });
    expect(ran.exitCode).toBe(0);
    expect(ids((await coach(['journal'], { home })).stdout).map((id) => id.slice(0, 2))).toEqual(left);
    expect(ids(ran.stdout)).toHaveLength(6 - left.length);
  });

  test('where nothing fits, nothing is deleted, and a bank that is none is named', async () => {
    const home = filled();
    expect(await coach(['journal', 'delete', '--about', 'Z.', '--yes'], { home })).toEqual({
      stdout: '',
      stderr: 'No entries match. Nothing was deleted.\n',
      exitCode: 0,
    });
    expect(await coach(['journal', 'delete', '--bank', 'mamager', '--yes'], { home })).toEqual(
      refused('coach: there is no question set "mamager"\n  Did you mean manager?\n'),
    );
    expect(await coach(['journal', 'delete', '--all'], { home: freshHome() })).toMatchObject({
      stderr: 'There are no entries.\n',
      exitCode: 0,
    });
  });

  test('of many, a screen shows their number and ten', async () => {
    const home = freshHome();
    for (let day = 10; day < 23; day++)
      putEntry(home, { id: `abcdefgh${day}`, at: `2026-11-${day}T08:00:00Z` });
    const prompter = scripted('Leave');
    const { stdout } = await coach(['journal', 'delete', '--all'], { home, prompter, screen: true });
    expect(stdout).toMatch(/^13 entries. The newest 10:\n\nNovember 2026\n(?: {2}\w{3} \d\d .*\n){10}\n$/);
    expect(prompter.seen).toEqual(['choose Move all 13 to the trash?']);
  });
});

describe('is refused', () => {
  test.each([
    {
      argv: [],
      says: 'say which entries to delete\n  Say which ones (coach journal delete last), choose them with flags such as --bank, or use --all.',
    },
    {
      argv: ['last', '--all'],
      says: 'use only one of these: entry names, flags that choose entries, or --all\n  Nothing was deleted.',
    },
    {
      argv: ['--all', '--bank', 'note'],
      says: 'use only one of these: entry names, flags that choose entries, or --all\n  Nothing was deleted.',
    },
    {
      argv: ['--trash'],
      says: 'from the trash, entries can only be deleted permanently\n  Add --forever: coach journal delete --trash --forever',
    },
    {
      argv: ['--limit', '1', '--all'],
      says: "unknown option '--limit'\n  For help: coach journal delete --help",
    },
    {
      argv: ['last', '--full'],
      says: "unknown option '--full'\n  For help: coach journal delete --help",
    },
    { argv: ['k3x7'], says: 'there is no entry "k3x7"\n  Did you mean k3x8?' },
    {
      argv: ['../x.md'],
      says: 'there is no file ../x.md in the journal\n  Give its path inside the journal folder.',
    },
    {
      argv: ['2026/11/2026-11-22-080000-note-k3x8m2p9qq.md'],
      says: 'there is no file 2026/11/2026-11-22-080000-note-k3x8m2p9qq.md in the journal\n  Did you mean 2026/11/2026-11-22-080000-note-k3x8m2p9qa.md?',
    },
    {
      argv: ['shopping.md'],
      says: 'shopping.md is not an entry\n  It has no "coach: 1" line, so coach leaves it alone.',
    },
    { argv: ['--role', 'boss'], says: 'there is no role "boss"\n  The roles are manager and member.' },
  ])('$argv', async ({ argv, says }) => {
    const { home } = two();
    put(path.join(journalOf(home), 'shopping.md'), 'Milk\n');
    const before = inJournal(home);
    expect(await coach(['journal', 'delete', ...argv, '--yes'], { home })).toEqual(
      refused(`coach: ${says}\n`),
    );
    expect(inJournal(home)).toEqual(before);
  });
});

describe('files', () => {
  test('one that cannot be read as an entry goes only by its path', async () => {
    const { home, note, older } = two();
    const broken = '2026/11/2026-11-21-080000-note-brkenzzzz0.md';
    put(path.join(journalOf(home), broken), 'x');
    const all = await coach(['journal', 'delete', '--all', '--yes'], { home });
    expect(all.stderr).toContain(`${broken}:1:1: expected the front matter`);
    expect(inJournal(home)).toEqual([broken, `trash/${older}`, `trash/${note}`]);
    expect(await coach(['journal', 'delete', broken, '--yes'], { home })).toEqual({
      stdout: `\t\t\t\t\ttrash/${broken}\n`,
      stderr: `Moved 1 entry to the trash.\nTo bring it back: coach journal restore "trash/${broken}"\n`,
      exitCode: 0,
    });
    expect(inJournal(home)).toContain(`trash/${broken}`);
  });

  test('a copy that differs goes only by its path, too', async () => {
    const { home, note, older } = two();
    const copy = `${note.slice(0, -3)} (conflicted copy).md`;
    put(path.join(journalOf(home), copy), entryText({ ...NOTE, title: 'Other' }));
    expect(await coach(['journal', 'delete', 'k3x8', '--yes'], { home })).toEqual(
      refused(
        `coach: 2 files have the same id, k3x8m2p9qa, but differ\n  Give the path of one:\n  ${note}\n  ${copy}\n`,
      ),
    );
    const { stderr } = await coach(['journal', 'delete', '--bank', 'note', '--yes'], { home });
    expect(stderr).toContain(`A copy that differs from its entry is kept: ${copy}\n`);
    expect(inJournal(home)).toEqual([copy, `trash/${older}`, `trash/${note}`]);
    for (const which of ['last', 'today']) {
      await coach(['journal', 'restore', 'k3x8'], { home });
      await coach(['journal', 'delete', which, '--yes'], { home });
      expect(inJournal(home)).toEqual([copy, `trash/${older}`, `trash/${note}`]);
    }
    await coach(['journal', 'delete', copy, '--yes'], { home });
    expect(inJournal(home)).toEqual([`trash/${older}`, `trash/${copy}`, `trash/${note}`].toSorted());
  });

  test('an entry that is there twice with the same bytes goes with both files', async () => {
    const { home, note, older } = two();
    put(path.join(journalOf(home), 'backup/one.md'), entryText(NOTE));
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    expect(inJournal(home)).toEqual([older, `trash/${note}`, 'trash/backup/one.md']);
    await coach(['journal', 'restore', 'k3x8'], { home });
    expect(inJournal(home)).toEqual([older, note, 'backup/one.md']);
  });

  test('a name that is taken in the trash gets a number, and the same bytes do not', async () => {
    const { home, note } = two();
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    for (const title of ['Second', 'Third', 'Second']) {
      putEntry(home, { ...NOTE, title });
      expect((await coach(['journal', 'delete', note, '--yes'], { home })).exitCode).toBe(0);
    }
    const [first, second, third] = ['', ' (1)', ' (2)'].map(
      (number) => `trash/${note.slice(0, -3)}${number}.md`,
    );
    expect(inJournal(home).filter((file) => file.startsWith('trash/'))).toEqual(
      expect.arrayContaining([first, second, third]),
    );
    expect(read(home, second ?? '')).toContain('# Second\n');
    expect(read(home, third ?? '')).toContain('# Third\n');
  });

  test('other files, hidden ones and linked folders are never touched', async () => {
    const { home } = two();
    put(path.join(journalOf(home), 'Shopping.md'), 'Milk');
    put(path.join(journalOf(home), 'picture.png'), 'png');
    put(path.join(journalOf(home), '.obsidian/x.md'), entryText({ id: 'hhhhhhhhhh', at: NOTE.at }));
    await coach(['journal', 'delete', '--all', '--yes'], { home });
    symlinkSync(home, path.join(journalOf(home), 'linked'));
    put(path.join(home, 'elsewhere.md'), entryText({ id: 'jjjjjjjjjj', at: NOTE.at }));
    for (const file of ['.obsidian/x.md', 'linked/elsewhere.md', '../../elsewhere.md']) {
      expect(await coach(['journal', 'delete', file, '--yes'], { home })).toMatchObject({ exitCode: 2 });
    }
    expect(existsSync(path.join(home, 'elsewhere.md'))).toBe(true);
    // Some Nodes would follow it round and round.
    unlinkSync(path.join(journalOf(home), 'linked'));
    const left = inJournal(home).filter((file) => !file.startsWith('trash/'));
    expect(left).toEqual(['.obsidian/x.md', 'Shopping.md', 'picture.png']);
  });
});

test('a link that led into another folder led nowhere once it was in the trash', async () => {
  const { home, note } = two();
  const link = path.join(journalOf(home), note);
  renameSync(link, path.join(home, 'elsewhere.md'));
  const leads = path.relative(path.dirname(link), path.join(home, 'elsewhere.md'));
  symlinkSync(leads, link);
  await coach(['journal', 'delete', 'k3x8', '--yes'], { home });
  expect((await coach(['journal', 'restore'], { home })).stdout).toContain(note);
  expect((await coach(['journal', 'restore', 'k3x8'], { home })).exitCode).toBe(0);
  expect(readlinkSync(link)).toBe(leads);
});

describe('for ever', () => {
  const WHAT_MAY_HOLD_IT = /Backups, sync\sservices and snapshots.*SSD.*index/s;

  test('once the word is typed', async () => {
    const { home, older } = two();
    for (const typed of ['yes', '', 'for ever']) {
      const prompter = scripted(typed);
      const ran = await coach(['journal', 'delete', 'last', '--forever'], { home, prompter, screen: true });
      expect(ran.stderr).toMatch(/\nNothing was deleted\.\n$/);
      expect(inJournal(home)).toHaveLength(2);
    }
    const prompter = scripted('Forever ');
    const ran = await coach(['journal', 'delete', 'last', '--forever'], { home, prompter, screen: true });
    expect(prompter.seen).toEqual(['line Type "forever" to delete 1 entry permanently:']);
    expect(ran.stderr).toMatch(WHAT_MAY_HOLD_IT);
    expect(ran.stderr).toMatch(/\nDeleted 1 entry permanently\.\n$/);
    expect(inJournal(home)).toEqual([older]);
  });

  test('the trash was not named where nothing but the trash was left', async () => {
    const { home } = two();
    await coach(['journal', 'delete', '--all', '--yes'], { home });
    const ran = await coach(['journal', 'delete', '--all', '--forever', '--yes'], { home });
    expect(ran.stderr).toBe(
      'There are no entries.\nThe trash still holds 2 entries. To empty it: coach journal delete --trash --forever\n',
    );
  });

  test('not without a terminal, but with --yes', async () => {
    const { home, note, older } = two();
    const unasked = await coach(['journal', 'delete', '--all', '--forever'], { home });
    expect(unasked).toMatchObject({
      stderr: expect.stringContaining('2 entries would be deleted permanently. To do that, add --yes.\n'),
      exitCode: 1,
    });
    expect(inJournal(home)).toEqual([older, note]);
    await coach(['journal', 'delete', older, '--yes'], { home });
    put(path.join(journalOf(home), 'Shopping.md'), 'Milk');
    const ran = await coach(['journal', 'delete', '--all', '--forever', '--yes'], { home });
    expect(ran.stdout).toBe(`2026-11-22T08:00:00+01:00\tk3x8m2p9qa\tnote\t\t\t${note}\n`);
    expect(ran.stderr).toMatch(
      /The trash still holds 1 entry. To empty it: coach journal delete --trash --forever\n$/,
    );
    expect(inJournal(home)).toEqual(['Shopping.md', `trash/${older}`]);
  });

  test('from the trash, by id, by path, or all of it', async () => {
    const { home, note, older } = two();
    putEntry(home, { id: 'wxyz0wxyz0', at: '2026-11-19T09:00:00+01:00' });
    await coach(['journal', 'delete', '--all', '--yes'], { home });
    expect(await coach(['journal', 'delete', 'k3x8', '--yes'], { home })).toEqual(
      refused(
        'coach: "k3x8" is already in the trash\n  Bring it back with coach journal restore, or delete it permanently with --forever.\n',
      ),
    );
    await coach(['journal', 'delete', 'k3x8', '--forever', '--yes'], { home });
    expect(existsSync(path.join(journalOf(home), `trash/${note}`))).toBe(false);
    await coach(['journal', 'delete', `trash/${older}`, '--forever', '--yes'], { home });
    expect(inJournal(home)).toHaveLength(1);
    const prompter = scripted('forever');
    await coach(['journal', 'delete', '--trash', '--forever'], { home, prompter });
    expect(inJournal(home)).toEqual([]);
    expect((await coach(['journal', 'delete', '--trash', '--forever'], { home })).stderr).toBe(
      'The trash is empty.\n',
    );
  });

  test('a link went, and nothing was said of the text that stays where it led', async () => {
    const { home, note } = two();
    const place = path.join(home, 'elsewhere.md');
    const link = path.join(journalOf(home), note);
    renameSync(link, place);
    symlinkSync(place, link);
    const ran = await coach(['journal', 'delete', 'k3x8', '--forever', '--yes'], { home });
    expect(ran).toMatchObject({
      stderr: expect.stringMatching(
        `Deleted 1 entry permanently.\n${note} was only a link. The text itself is still there: ${place}\n$`,
      ),
      exitCode: 0,
    });
    expect(existsSync(place)).toBe(true);
  });

  test('a link goes with the entry that it leads to, and nothing is said to stay', async () => {
    const { home, note } = two();
    symlinkSync(path.basename(note), path.join(journalOf(home), '2026/11/a.md'));
    const ran = await coach(['journal', 'delete', 'k3x8', '--forever', '--yes'], { home });
    expect(ran.stderr).toMatch(/Deleted 1 entry permanently\.\n$/);
    expect(inJournal(home)).toHaveLength(1);
  });

  test('the trash is emptied of what cannot be read, too, and of nothing that is no entry', async () => {
    const { home } = two();
    put(path.join(journalOf(home), 'trash/2026-11-21-080000-note-brkenzzzz0.md'), 'x');
    put(path.join(journalOf(home), 'trash/picture.png'), 'png');
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    await coach(['journal', 'delete', '--trash', '--forever', '--yes'], { home });
    expect(inJournal(home)).toEqual(['2026/11/2026-11-20-090000-note-7q2m8k3x9b.md', 'trash/picture.png']);
  });
});

test('an entry was deleted whose plan stands in the words of another, and nobody was told', async () => {
  const home = settledHome();
  await planned(home);
  const stdin = `- {closes: ${COMMITMENT}, review-status: kept}`;
  await coach(['review', '--answers', '-'], { home, stdin });
  const prompter = scripted('Leave');
  await coach(['journal', 'delete', '001k'], { home, prompter, screen: true });
  expect(prompter.seen).toEqual([
    'choose Another entry quotes it; that one stays: 22 November 2026 (002k3x). Move it to the trash?',
  ]);
  const both = scripted('Leave');
  await coach(['journal', 'delete', '001k', '002k'], { home, prompter: both, screen: true });
  expect(both.seen).toEqual(['choose Move all 2 to the trash?']);
});
