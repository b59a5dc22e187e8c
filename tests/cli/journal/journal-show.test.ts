import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryText, freshHome, journalOf, put, putEntry, refused } from '../coach.ts';

const NONE = '  Use "last", a date, or the start of an id. To see the ids: coach journal\n';

function filled(): string {
  const home = freshHome();
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', title: 'One' });
  putEntry(home, { id: 'k3x8zzzzzz', at: '2026-11-20T09:00:00+01:00', title: 'Two' });
  putEntry(home, { id: '2026aaaaaa', at: '2026-11-20T08:00:00+01:00', title: 'Three' });
  putEntry(home, { id: 'wxyz0wxyz0', at: '2025-03-01T02:00:00+01:00', day: '2025-02-28', title: 'Four' });
  return home;
}

/** The titles of what is shown. */
async function shown(home: string, which: string): Promise<string> {
  const { stdout } = await coach(['journal', 'show', which, '--json'], { home });
  return Array.from(stdout.matchAll(/"title": "(.+)"/g), ([, title]) => title).join(' ');
}

describe('an entry is named', () => {
  test.each([
    { which: 'last', is: 'One' },
    { which: 'LAST', is: 'One' },
    { which: 'today', is: 'One' },
    { which: '2026-11-20', is: 'Two Three' },
    { which: '2 days ago', is: 'Two Three' },
    { which: 'last friday', is: 'Two Three' },
    { which: '20 nov', is: 'Two Three' },
    { which: 'this week', is: 'One Two Three' },
    { which: '2026-W47', is: 'One Two Three' },
    { which: '2026-11', is: 'One Two Three' },
    { which: '2025-02-28', is: 'Four' },
    { which: 'k3x8m', is: 'One' },
    { which: 'K3X8M2P9QA', is: 'One' },
    { which: '2026', is: 'Three' },
    { which: 'wxy', is: 'Four' },
    { which: '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md', is: 'One' },
    { which: '2026-11-22-080000-note-k3x8m2p9qa.md', is: 'One' },
  ])('$which', async ({ which, is }) => {
    expect(await shown(filled(), which)).toBe(is);
  });

  test('prints it to read, with its path', async () => {
    expect(await coach(['journal', 'show', 'k3x8z'], { home: filled() })).toEqual({
      stdout: 'Two\n20 November 2026, 09:00\n\n2026/11/2026-11-20-090000-note-k3x8zzzzzz.md\n',
      stderr: '',
      exitCode: 0,
    });
  });
});

test('days within an answer are in full: a date read back as "yesterday" was read as the day before the entry', async () => {
  const home = freshHome();
  const stdin = `manager-commitment: {then: wait a day, by: "2026-11-21", likelihood: 80}
manager-commitment-prediction: {expect: It goes well, due: "2026-11-22", likelihood: 70}`;
  const written = ['reflect', 'manager', '--at', '2026-11-14', '--answers', '-'];
  expect((await coach(written, { home, stdin })).exitCode).toBe(0);
  for (const shown of [['show', 'last'], ['--full']]) {
    const { stdout } = await coach(['journal', ...shown], { home });
    expect(stdout).toContain('I will wait a day. By 21 November 2026. 80%, likely.');
    expect(stdout).toContain('70%, somewhat likely. You will know by 22 November 2026.');
  }
});

describe('an entry is not there', () => {
  test.each([
    { which: 'k3x8', says: '2 ids begin with "k3x8"\n  Choose one: k3x8m2p9qa, k3x8zzzzzz\n' },
    { which: 'k3x7', says: 'there is no entry "k3x7"\n  Did you mean k3x8?\n' },
    { which: 'k3x8m2p9qq', says: 'there is no entry "k3x8m2p9qq"\n  Did you mean k3x8m2p9qa?\n' },
    { which: 'lsat', says: 'there is no entry "lsat"\n  Did you mean last?\n' },
    { which: 'yestreday', says: 'there is no entry "yestreday"\n  Did you mean yesterday?\n' },
    { which: 'qqqq', says: `there is no entry "qqqq"\n${NONE}` },
    { which: '2026-02-30', says: `there is no entry "2026-02-30"\n${NONE}` },
    { which: '\u001b[31m', says: `there is no entry ""\n${NONE}` },
    {
      which: 'yesterday',
      says: 'there is no entry on 2026-11-21\n  coach journal lists the newest ones.\n',
    },
    {
      which: 'last month',
      says: 'there is no entry from 2026-10-01 to 2026-10-31\n  coach journal lists the newest ones.\n',
    },
  ])('$which', async ({ which, says }) => {
    expect(await coach(['journal', 'show', which], { home: filled() })).toEqual(refused(`coach: ${says}`));
  });

  test('in an empty journal', async () => {
    expect(await coach(['journal', 'show', 'last'], { home: freshHome() })).toEqual(
      refused('coach: there are no entries yet\n  To write the first: coach reflect\n'),
    );
  });

  test('when none is named', async () => {
    expect(await coach(['journal', 'show'], { home: freshHome() })).toEqual(
      refused(
        "coach: missing required argument 'entry'\n  To see how to use it: coach journal show --help\n",
      ),
    );
  });
});

describe('files', () => {
  test('a broken one is named when it is asked for, and when it might be', async () => {
    const home = filled();
    put(path.join(journalOf(home), '2026/11/2026-11-19-080000-note-brkenzzzz0.md'), 'x');
    const ran = await coach(['journal', 'show', 'brken'], { home });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toMatch(
      /^coach: 2026\/11\/2026-11-19-080000-note-brkenzzzz0\.md:1:1: expected the front matter/,
    );
    expect((await coach(['journal', 'show', 'k3x8m'], { home })).stderr).toBe('');
  });

  test('two with one id that differ are both shown', async () => {
    const home = filled();
    const copy = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', title: 'Other' });
    put(path.join(journalOf(home), '2026/11/copy.md'), copy);
    const { stdout, stderr } = await coach(['journal', 'show', 'k3x8m'], { home });
    expect(stdout).toMatch(/^One\n.+\n\nOther\n/s);
    expect(stderr).toBe('2 files have the id k3x8m2p9qa, but differ.\n');
  });
});
