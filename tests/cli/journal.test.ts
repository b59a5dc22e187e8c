import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, entryText, freshHome, HOUR, journalOf, NOON, put, putEntry, refused } from './coach.ts';
import { scripted } from './scripted.ts';

/** The second column of what a pipe gets: an id a line. */
function ids(stdout: string): readonly string[] {
  return stdout.split('\n').flatMap((line) => line.split('\t')[1] ?? []);
}

/** Entries of several banks, roles, people and tags, the newest first. */
function filled(): string {
  const home = freshHome();
  const entries = [
    ['n6', '2026-11-22T08:00:00+01:00', 'checkin', 'role: manager\n'],
    ['n5', '2026-11-21T18:00:00+01:00', 'member', 'role: member\nabout: D.\ntags: [review, Big]\n'],
    ['n4', '2026-11-16T09:00:00+01:00', 'manager', 'role: manager\nabout: Åsa\ntags: [review]\n'],
    ['n3', '2026-11-01T09:00:00+01:00', 'note', ''],
    ['n2', '2026-10-31T09:00:00+01:00', 'manager', 'role: micromanager\nabout: d.\n'],
    ['n1', '2025-12-31T23:30:00+01:00', 'note', 'tags: [q-r]\n'],
  ] as const;
  for (const [id, at, bank, front] of entries) putEntry(home, { id: id.padEnd(10, '0'), at, bank, front });
  return home;
}

async function found(home: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await coach(['journal', ...options], { home });
  return ids(stdout)
    .map((id) => id.slice(0, 2))
    .join(' ');
}

describe('order', () => {
  test('is that of instants, whatever the clocks on the walls showed', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+14:00' });
    putEntry(home, { id: '2222222222', at: '2026-11-21T09:30:00-12:00' });
    putEntry(home, { id: '3333333333', at: '2026-11-21T21:00:00+00:00' });
    expect(ids((await coach(['journal'], { home })).stdout)).toEqual([
      '2222222222',
      '3333333333',
      '1111111111',
    ]);
  });

  test('holds for a limit, too, which looks 27 hours beyond the names that it needs', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+14:00' });
    putEntry(home, { id: '2222222222', at: '2026-11-21T09:30:00-12:00' });
    expect(ids((await coach(['journal', '--limit', '1'], { home })).stdout)).toEqual(['2222222222']);
  });

  test('reads no file that is surely older than a limit reaches', async () => {
    const home = freshHome();
    putEntry(home, { id: '000k3x8m2p', at: '2026-11-22T11:00:00+00:00' });
    putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+00:00' });
    put(path.join(journalOf(home), '2026/11/2026-11-21-065959-note-2222222222.md'), 'broken');
    expect((await coach(['journal', '--limit', '1'], { home })).stderr).not.toContain('2222222222');
    put(path.join(journalOf(home), '2026/11/2026-11-21-070000-note-3333333333.md'), 'broken');
    expect((await coach(['journal', '--limit', '1'], { home })).stderr).toContain('3333333333.md:1:1');
  });

  test('puts an entry that was written later about an earlier time where that time was', async () => {
    const home = freshHome();
    const note = (stdin: string, ...options: readonly string[]): Promise<unknown> =>
      coach(['reflect', 'note', ...options], { home, stdin });
    await note('now');
    await note('yesterday evening', '--at', 'yesterday 18:00');
    await note('a date alone', '--at', '2026-11-21');
    await note('years ago', '--at', '1999-12-31T23:59');
    const { stdout } = await coach(['journal', '--limit', 'all'], { home });
    expect(stdout).toBe(
      [
        '2026-11-22T09:14:05+01:00\t001k3x8m2p\tnote\t\t\t2026/11/2026-11-22-091405-note-001k3x8m2p.md',
        '2026-11-21T18:00:00+01:00\t002k3x8m2p\tnote\t\t\t2026/11/2026-11-21-180000-note-002k3x8m2p.md',
        '2026-11-21\t003k3x8m2p\tnote\t\t\t2026/11/2026-11-21-000000-note-003k3x8m2p.md',
        '1999-12-31T23:59:00+01:00\t004k3x8m2p\tnote\t\t\t1999/12/1999-12-31-235900-note-004k3x8m2p.md',
        '',
      ].join('\n'),
    );
  });
});

describe('filters', () => {
  test.each([
    { options: [], is: 'n6 n5 n4 n3 n2 n1' },
    { options: ['--limit', '2'], is: 'n6 n5' },
    { options: ['--limit', 'all'], is: 'n6 n5 n4 n3 n2 n1' },
    { options: ['--bank', 'manager'], is: 'n4 n2' },
    { options: ['--bank', 'manager', '--bank', 'note', '--limit', '3'], is: 'n4 n3 n2' },
    { options: ['--role', 'manager'], is: 'n6 n4 n2' },
    { options: ['--role', 'Micromanaged'], is: 'n5' },
    { options: ['--about', 'D.'], is: 'n5 n2' },
    { options: ['--about', ' a\u030asa '], is: 'n4' },
    { options: ['--tag', 'review'], is: 'n5 n4' },
    { options: ['--tag', '#REVIEW', '--tag', 'big'], is: 'n5' },
    { options: ['--tag', 'q r'], is: 'n1' },
    { options: ['--about', 'd.', '--role', 'manager', '--until', 'october'], is: 'n2' },
    { options: ['--bank', 'lookback'], is: '' },
  ])('$options', async ({ options, is }) => {
    expect(await found(filled(), ...options)).toBe(is);
  });

  test.each([
    { options: ['--since', 'today'], is: 'n6' },
    { options: ['--since', 'yesterday'], is: 'n6 n5' },
    { options: ['--since', '2026-11-21', '--until', '2026-11-21'], is: 'n5' },
    { options: ['--since', 'monday', '--until', '5 days ago'], is: 'n4' },
    { options: ['--since', 'last monday'], is: 'n6 n5 n4' },
    { options: ['--since', '2026-W47'], is: 'n6 n5 n4' },
    { options: ['--until', 'last month'], is: 'n2 n1' },
    { options: ['--since', 'last month', '--until', 'last month'], is: 'n2' },
    { options: ['--since', 'nov 1st'], is: 'n6 n5 n4 n3' },
    { options: ['--since', '2026-11', '--until', '1 nov 2026'], is: 'n3' },
    { options: ['--since', 'november'], is: 'n6 n5 n4 n3' },
    { options: ['--until', '2025'], is: 'n1' },
    { options: ['--since', 'last year', '--until', 'last year'], is: 'n1' },
    { options: ['--since', 'today', '--until', 'yesterday'], is: '' },
  ])('$options', async ({ options, is }) => {
    expect(await found(filled(), ...options)).toBe(is);
  });

  test('count days that end at four in the morning', async () => {
    const home = freshHome();
    const four = NOON - 5 * HOUR - (14 * 60 + 5) * 1000;
    const write = (epoch: number): Promise<unknown> =>
      coach(['reflect', 'note'], { home, epoch, stdin: 'x' });
    await write(four - 1);
    await write(four);
    expect(await found(home, '--since', '2026-11-22')).toBe('00');
    expect(ids((await coach(['journal', '--since', '2026-11-22'], { home })).stdout)).toEqual(['002k3x8m2p']);
    expect(ids((await coach(['journal', '--until', '2026-11-21'], { home })).stdout)).toEqual(['001k3x8m2p']);
    const { stdout } = await coach(['journal', '--since', 'today'], { home, epoch: four - 1 });
    expect(ids(stdout)).toEqual(['002k3x8m2p', '001k3x8m2p']);
    const tomorrow = await coach(['journal', '--since', 'today'], { home, epoch: four + DAY });
    expect(tomorrow.stderr).toBe('No entries match.\n');
  });

  test('trust the stored day after the day’s end was set anew', async () => {
    const home = freshHome();
    await coach(['reflect', 'note'], { home, epoch: NOON - 7 * HOUR, stdin: 'at two' });
    await coach(['config', 'set', 'day-ends', '0'], { home });
    expect(await found(home, '--until', '2026-11-21')).toBe('00');
  });

  test('ask for a name where --about stands alone', async () => {
    const home = filled();
    const prompter = scripted('d.');
    const { stdout } = await coach(['journal', '--about'], { home, prompter });
    expect(prompter.seen).toEqual(['line About whom or what?']);
    expect(ids(stdout)).toEqual(['n500000000', 'n200000000']);
    expect(await coach(['journal', '--about'], { home })).toEqual(
      refused('coach: --about needs a name here\n  For example: --about D.\n'),
    );
  });

  test('know a bank that is gone by its entries', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00', bank: 'gone' });
    expect(await found(home, '--bank', 'gone')).toBe('11');
  });

  test.each([
    {
      options: ['--since', '2026-02-30'],
      says: '"2026-02-30" is not a day for --since\n  Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
    },
    {
      options: ['--until', '1/2/2026'],
      says: '"1/2/2026" is not a day for --until\n  Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
    },
    { options: ['--limit', '0'], says: '"0" is not a limit\n  Write a number from 1, or "all".' },
    { options: ['--limit', '-1'], says: '"-1" is not a limit\n  Write a number from 1, or "all".' },
    { options: ['--limit', 'al'], says: '"al" is not a limit\n  Write a number from 1, or "all".' },
    { options: ['--role', 'menager'], says: 'there is no role "menager"\n  Did you mean manager?' },
    { options: ['--role', 'boss'], says: 'there is no role "boss"\n  The roles are manager and member.' },
    { options: ['--bank', 'manger'], says: 'there is no question bank "manger"\n  Did you mean manager?' },
    { options: ['--snice', 'yesterday'], says: "unknown option '--snice'\n  Did you mean --since?" },
    { options: ['shwo', 'last'], says: "unknown command 'shwo'\n  Did you mean show?" },
  ])('refuse $options', async ({ options, says }) => {
    expect(await coach(['journal', ...options], { home: filled() })).toEqual(refused(`coach: ${says}\n`));
  });
});

describe('a list on a screen', () => {
  const LIST = `November 2026
  Sun 22  08:00  A free page                                                n600
  Sat 21  18:00  A free page                                           D.   n500
  Mon 16  09:00  A free page                                           Åsa  n400
  Sun 1   09:00  A free page                                                n300

October 2026
  Sat 31  09:00  A free page                                           d.   n200

December 2025
  Wed 31  23:30  A free page                                                n100
`;

  test('stands by months, with days, times, titles, people and the beginnings of ids', async () => {
    expect(await coach(['journal'], { home: filled(), screen: true })).toEqual({
      stdout: LIST,
      stderr: '',
      exitCode: 0,
    });
  });

  test('leaves out people and cuts titles at 40 columns', async () => {
    const home = freshHome();
    const title = 'Über die Schwierigkeit, 静かに zu schreiben';
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-02T08:00:00+01:00', title, front: 'about: D.\n' });
    const { stdout } = await coach(['journal'], { home, screen: true, width: 40 });
    expect(stdout).toBe('November 2026\n  Mon 2   08:00  Über die Schwier…  k3x8\n');
  });

  test('gives people with wide letters their room', async () => {
    const home = freshHome();
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-02T08:00:00+01:00', front: 'about: 山田さん\n' });
    const { stdout } = await coach(['journal'], { home, screen: true });
    expect(stdout).toContain('  山田さん  k3x8\n');
  });

  test('shows as much of the ids as tells them apart', async () => {
    const home = freshHome();
    putEntry(home, { id: 'aaaaaa1111', at: '2026-11-02T08:00:00+01:00' });
    putEntry(home, { id: 'aaaaaa2222', at: '2026-11-02T07:00:00+01:00' });
    const { stdout } = await coach(['journal'], { home, screen: true });
    expect(stdout).toMatch(/ aaaaaa1\n.* aaaaaa2\n$/);
  });

  test('says that there are older ones', async () => {
    const home = filled();
    const { stderr } = await coach(['journal', '--limit', '5'], { home, screen: true });
    expect(stderr).toBe('The newest 5. Older ones: --limit all\n');
    expect((await coach(['journal', '--limit', '6'], { home })).stderr).toBe('');
  });

  test('says what to do where there is nothing', async () => {
    const home = freshHome();
    const nothing = (stderr: string): object => ({ stdout: '', stderr, exitCode: 0 });
    expect(await coach(['journal'], { home })).toEqual(
      nothing('No entries yet. coach reflect begins the first.\n'),
    );
    expect(await coach(['journal', '--tag', 'x'], { home })).toEqual(nothing('No entries match.\n'));
    expect(await coach(['journal', '--json'], { home })).toEqual({
      stdout: '[]\n',
      stderr: '',
      exitCode: 0,
    });
  });
});

describe('every word, and JSON', () => {
  const file = '2026/11/2026-11-21-180000-member-k3x8m2p9qa.md';
  const text = `---
coach: 1
id: k3x8m2p9qa
at: "2026-11-21T18:00:00+01:00"
written: "2026-11-21T18:09:30+01:00"
zone: Europe/Berlin
day: "2026-11-21"
bank: member
bank-version: 1
role: member
about: D.
tags: [review]
minutes: 9
mood: calm
---

# When your work is closely managed

Added by hand.

## What happened?
<!-- coach: member-situation text -->

They asked twice.

I waited.

## What did you feel?
<!-- coach: member-felt text -->

*too close*

## How did the closeness fit the task?
<!-- coach: member-closeness choice -->

too-much (It was more than the task needed)

### My own thoughts

Later.

## How clear is it?
<!-- coach: member-decisions-clear scale -->

2 (1 not clear at all, 5 completely clear)

## What do you expect?
<!-- coach: member-prediction prediction vague -->

- Expect: It gets better
- Likelihood: 70 %
- Due: 2026-12-05
- Feeling: hoped

## What will you try?
<!-- coach: member-commitment commitment -->

- When: the draft is late
- Then: ask first
- By: 2026-11-29
- Likelihood: 80 %
`;

  function written(): string {
    const home = freshHome();
    put(path.join(journalOf(home), file), text);
    return home;
  }

  test('--full shows what was written, and what was added by hand', async () => {
    expect(await coach(['journal', '--full'], { home: written() })).toEqual({
      stdout: `When your work is closely managed
21 November 2026, 18:00 · member, about D. · #review
mood: calm

Added by hand.

What happened?
  They asked twice.

  I waited.

What did you feel?
  Too close right now.

How did the closeness fit the task?
  It was more than the task needed

### My own thoughts

Later.

How clear is it?
  2 (1 not clear at all, 5 completely clear)

What do you expect?
  It gets better
  70 %, rather yes. To be known 5 December. Hoped for.

What will you try?
  When the draft is late, I will ask first. By 29 November. 80 %, likely.

${file}
`,
      stderr: '',
      exitCode: 0,
    });
  });

  test('--json is an array in the documented shape, and holds all entries', async () => {
    const home = written();
    const { stdout, stderr, exitCode } = await coach(['journal', '--json'], { home });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const answer = (question: string, asked: string, type: string, value: unknown, more = {}): object => ({
      question,
      asked,
      type,
      value,
      skip: null,
      ...more,
    });
    const entry = {
      format: 1,
      id: 'k3x8m2p9qa',
      at: '2026-11-21T18:00:00+01:00',
      written: '2026-11-21T18:09:30+01:00',
      zone: 'Europe/Berlin',
      day: '2026-11-21',
      bank: 'member',
      bankVersion: 1,
      role: 'member',
      about: 'D.',
      tags: ['review'],
      title: 'When your work is closely managed',
      path: file,
      minutes: 9,
      answers: [
        answer('member-situation', 'What happened?', 'text', 'They asked twice.\n\nI waited.'),
        answer('member-felt', 'What did you feel?', 'text', null, { skip: 'too-close' }),
        answer('member-closeness', 'How did the closeness fit the task?', 'choice', 'too-much'),
        answer('member-decisions-clear', 'How clear is it?', 'scale', 2),
        answer(
          'member-prediction',
          'What do you expect?',
          'prediction',
          { expect: 'It gets better', sign: null, likelihood: 70, due: '2026-12-05', feeling: 'hoped' },
          { vague: true },
        ),
        answer('member-commitment', 'What will you try?', 'commitment', {
          when: 'the draft is late',
          then: 'ask first',
          by: '2026-11-29',
          likelihood: 80,
        }),
      ],
      extra: {
        front: 'mood: calm',
        sections: [
          { after: null, text: 'Added by hand.' },
          { after: 'member-closeness', text: '### My own thoughts\n\nLater.' },
        ],
      },
    };
    expect(stdout).toBe(`${JSON.stringify([entry], null, 2)}\n`);
    for (let second = 10; second < 30; second++) {
      putEntry(home, { id: `${second}00000000`, at: `2026-11-20T18:00:${second}+01:00` });
    }
    expect(JSON.parse((await coach(['journal', '--json'], { home })).stdout)).toHaveLength(21);
    expect(JSON.parse((await coach(['journal', '--json', '--limit', '3'], { home })).stdout)).toHaveLength(3);
  });

  test('no control sequence from a file reaches the terminal', async () => {
    const home = freshHome();
    const bell = '\u001b]0;title\u0007\u001b[31mred';
    const body = `\n## What?${bell}\n<!-- coach: note-text text -->\n\nText${bell}\n`;
    const front = `about: D${bell}\ntags: [a${bell}]\n`;
    const entry = entryText({
      id: '1111111111',
      at: '2026-11-20T10:00:00+01:00',
      title: `T${bell}`,
      front,
      body,
    });
    put(path.join(journalOf(home), `evil${bell}.md`), entry);
    put(path.join(journalOf(home), `worse${bell}.md`), '---\ncoach: 1\n---\n');
    for (const options of [['--full'], ['--json'], []]) {
      const { stdout, stderr } = await coach(['journal', ...options], { home });
      expect(stdout).toContain('red');
      expect(stdout + stderr).not.toContain('\u001b');
      expect(stdout + stderr).not.toContain('\u0007');
    }
    const list = await coach(['journal'], { home, screen: true });
    expect(list.stdout).not.toContain('\u001b');
  });
});

describe('files', () => {
  test('one that cannot be understood is named, left as it is, and hides nothing', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    const broken = '2026/11/2026-11-21-100000-note-2222222222.md';
    put(path.join(journalOf(home), broken), '---\ncoach: 1\nid: 2222222222\nat: "later"\n---\n\nText\n');
    expect(await coach(['journal'], { home })).toEqual({
      stdout: expect.stringContaining('1111111111'),
      stderr: `coach: ${broken}:1:1: the front matter lacks "bank", the question bank, for example member
${broken}:4:5: "later" is not a time, expected for example "2026-11-22T09:14:05+01:00"
  This file was skipped and is left as it is.
`,
      exitCode: 0,
    });
    put(path.join(journalOf(home), '2026/11/2026-11-21-100001-note-3333333333.md'), 'Mere text');
    const { stderr } = await coach(['journal', '--json'], { home });
    expect(stderr).toContain('3333333333.md:1:1: expected the front matter of an entry');
    expect(stderr).toContain('  These 2 files were skipped and are left as they are.\n');
  });

  test('one from a newer coach is refused by name', async () => {
    const home = freshHome();
    const entry = entryText({ id: '1111111111', at: '2026-11-20T10:00:00+01:00' });
    put(path.join(journalOf(home), 'new.md'), entry.replace('coach: 1', 'coach: 2'));
    const { stderr } = await coach(['journal'], { home });
    expect(stderr).toContain('new.md:2:8: written by a newer coach (format 2), this one reads format 1\n');
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
