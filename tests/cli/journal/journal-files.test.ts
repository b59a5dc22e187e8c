import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, freshHome, journalOf, put, putEntry } from '../coach.ts';
import { ids } from './journal-entries.ts';

describe('files', () => {
  test('one that cannot be understood is named, left as it is, and hides nothing', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    const broken = '2026/11/2026-11-21-100000-note-2222222222.md';
    put(path.join(journalOf(home), broken), '---\ncoach: 1\nid: 2222222222\nat: "later"\n---\n\nText\n');
    expect(await coach(['journal'], { home })).toEqual({
      stdout: expect.stringContaining('1111111111'),
      stderr: `coach: ${broken}:1:1: the front matter is missing "bank", the question bank, for example member
${broken}:4:5: "later" is not a time; expected something like "2026-11-22T09:14:05+01:00"
  This file was skipped and left as it was.
`,
      exitCode: 0,
    });
    put(path.join(journalOf(home), '2026/11/2026-11-21-100001-note-3333333333.md'), 'Mere text');
    const { stderr } = await coach(['journal', '--json'], { home });
    expect(stderr).toContain('3333333333.md:1:1: expected the front matter of an entry');
    expect(stderr).toContain('  These 2 files were skipped and left as they were.\n');
  });

  test('one from a newer coach is refused by name', async () => {
    const home = freshHome();
    const entry = entryText({ id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    put(path.join(journalOf(home), 'new.md'), entry.replace('coach: 1', 'coach: 2'));
    const { stderr } = await coach(['journal'], { home });
    expect(stderr).toContain(
      'new.md:2:8: written by a newer version of coach (format 2); this one reads format 1\n',
    );
  });

  test('entries are found by what they say, and other notes are left alone', async () => {
    const home = freshHome();
    const at = '2026-11-20T10:00:00+01:00';
    const journal = journalOf(home);
    put(path.join(journal, 'Renamed by hand.md'), entryText({ id: 'aaaaaaaaaa', at }));
    put(path.join(journal, 'deep/er/x.md'), entryText({ id: 'bbbbbbbbbb', at }));
    put(path.join(journal, '2026/y.md'), entryText({ id: 'cccccccccc', at }));
    put(path.join(journal, '2026/11/z.md'), entryText({ id: 'dddddddddd', at }));
    put(path.join(journal, '2026/11/sub/z.md'), entryText({ id: 'eeeeeeeeee', at }));
    put(path.join(journal, 'Daily note.md'), '---\ntitle: mine\ntags: [a]\n---\n\nShopping\n');
    put(path.join(journal, 'Plain.md'), 'Milk');
    put(path.join(journal, 'picture.png'), 'coach: 1');
    put(
      path.join(journal, 'trash/2026-11-20-100000-note-gggggggggg.md'),
      entryText({ id: 'gggggggggg', at }),
    );
    put(path.join(journal, '.obsidian/x.md'), entryText({ id: 'hhhhhhhhhh', at }));
    put(path.join(journal, '2026/11/.hidden.md'), entryText({ id: 'jjjjjjjjjj', at }));
    const { stdout, stderr } = await coach(['journal'], { home });
    expect(stderr).toBe('');
    expect(ids(stdout)).toEqual(['eeeeeeeeee', 'dddddddddd', 'cccccccccc', 'bbbbbbbbbb', 'aaaaaaaaaa']);
  });

  test('what a person has named is shown at random, too, and so is what somebody else named first', async () => {
    const home = freshHome();
    const at = '2026-11-20T10:00:00+01:00';
    put(path.join(journalOf(home), 'Renamed by hand.md'), entryText({ id: 'aaaaaaaaaa', at }));
    const moved = '2026/11/2026-11-20-100000-note-zzzzzzzzzz.md';
    put(path.join(journalOf(home), moved), entryText({ id: 'bbbbbbbbbb', at }));
    const shown = async (random: number): Promise<string> =>
      (await coach(['journal', '--random'], { home, random })).stdout;
    expect(await shown(0)).toContain(moved);
    expect(await shown(0.99)).toContain('Renamed by hand.md');
  });

  test('a long list names no file that is older than the last entry in it, as a short one does', async () => {
    const home = freshHome();
    for (let day = 10; day < 22; day++)
      putEntry(home, { id: `${day}abcdefgh`, at: `2026-11-${day}T10:00:00+01:00` });
    put(path.join(journalOf(home), '2026/11/2026-11-01-100000-note-3333333333.md'), 'Mere text');
    const listed = async (limit: string) => coach(['journal', '--limit', limit], { home });
    expect((await listed('5')).stderr).toBe('Showing the newest 5. To see all of them: --limit all\n');
    const long = await listed('999999');
    expect(ids(long.stdout)).toHaveLength(12);
    expect(long.stderr).toContain('3333333333.md:1:1');
  });

  test('the same bytes twice are one entry; a conflicted copy is shown after the one with its own name', async () => {
    const home = freshHome();
    const fields = { id: '1111111111', at: '2026-11-20T10:00:00+01:00' };
    const own = putEntry(home, fields);
    const copy = entryText({ ...fields, title: 'Changed elsewhere' });
    put(path.join(journalOf(home), 'backup/one.md'), entryText(fields));
    put(path.join(journalOf(home), own.replace('.md', ' (conflicted copy).md')), copy);
    put(path.join(journalOf(home), 'backup/two.md'), copy);
    put(path.join(journalOf(home), 'backup/one again.md'), entryText(fields));
    const { stdout } = await coach(['journal', '--json'], { home });
    const shown: unknown = JSON.parse(stdout);
    expect(shown).toEqual([
      expect.objectContaining({ title: 'A free page', path: own }),
      expect.objectContaining({ title: 'Changed elsewhere' }),
    ]);
    expect((await coach(['journal', 'show', 'last', '--json'], { home })).stdout).toContain(own);
  });
});
