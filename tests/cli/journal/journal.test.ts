import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, entryText, freshHome, HOUR, journalOf, NOON, put, putEntry, refused } from '../coach.ts';
import { filled, ids } from './journal-entries.ts';
import { scripted } from '../scripted.ts';

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
    put(path.join(journalOf(home), '2026/11/2026-11-21-025959-note-2222222222.md'), 'broken');
    expect((await coach(['journal', '--limit', '1'], { home })).stderr).not.toContain('2222222222');
    put(path.join(journalOf(home), '2026/11/2026-11-21-030000-note-3333333333.md'), 'broken');
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
    expect(prompter.seen).toEqual(['line Who or what is it about?']);
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
      says: '"2026-02-30" is not a date for --since\n  Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
    },
    {
      options: ['--until', '1/2/2026'],
      says: '"1/2/2026" is not a date for --until\n  Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
    },
    {
      options: ['--limit', '0'],
      says: '"0" is not a valid limit\n  Use 1 or a higher number, or "all".',
    },
    {
      options: ['--limit', '-1'],
      says: '"-1" is not a valid limit\n  Use 1 or a higher number, or "all".',
    },
    {
      options: ['--limit', 'al'],
      says: '"al" is not a valid limit\n  Use 1 or a higher number, or "all".',
    },
    { options: ['--role', 'menager'], says: 'there is no role "menager"\n  Did you mean manager?' },
    { options: ['--role', 'boss'], says: 'there is no role "boss"\n  The roles are manager and member.' },
    { options: ['--bank', 'manger'], says: 'there is no question set "manger"\n  Did you mean manager?' },
    { options: ['--snice', 'yesterday'], says: "unknown option '--snice'\n  Did you mean --since?" },
    { options: ['shwo', 'last'], says: "unknown command 'shwo'\n  Did you mean show?" },
  ])('refuse $options', async ({ options, says }) => {
    expect(await coach(['journal', ...options], { home: filled() })).toEqual(refused(`coach: ${says}\n`));
  });
});

test('a line feed or a tab in the name of a file broke the rows of a pipe', async () => {
  const home = freshHome();
  const file = path.join(journalOf(home), 'odd\nname\t1.md');
  put(file, entryText({ id: 'k3x8m2p9qa', at: '2026-11-20T10:00:00+01:00' }));
  const { stdout } = await coach(['journal'], { home });
  expect(stdout).toBe('2026-11-20T10:00:00+01:00\tk3x8m2p9qa\tnote\t\t\todd\\nname\\t1.md\n');
});
