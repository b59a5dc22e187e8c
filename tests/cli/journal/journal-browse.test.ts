import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, failed, freshHome, journalOf, put, putEntry, refused } from '../coach.ts';
import { filled } from './journal-entries.ts';
import { CTRL_C, scripted } from '../scripted.ts';

const ASKED = 'Type a number to open an entry, or words to search for;';

describe('line by line', () => {
  test('lists, narrows, opens, goes back and leaves', async () => {
    const home = filled();
    const typed = ['asa', '1', '', '', 'nov 1 ', '', ''];
    const { stdout, stderr, exitCode } = await coach(['journal', '--browse', '--plain'], { home, typed });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const screens = stdout.split(`${ASKED} `);
    expect(screens).toHaveLength(7);
    const [all = '', narrowed, back = '', again, day] = screens;
    expect(all).toContain('November 2026\n1.  Sun 22  08:00  A free page ');
    expect(all).toContain('\nOctober 2026\n5.  Sat 31  09:00  A free page ');
    expect(narrowed).toMatch(
      /^Enter leaves: November 2026\n1\. {2}Mon 16 {2}09:00 {2}A free page +Åsa {2}n400\n\n$/,
    );
    expect(back).toMatch(
      /^Enter lists them all: A free page\n16 November 2026, 09:00 · manager, about Åsa · #review\n\n2026[^\n]*\n\nEnter goes back to the list, e edits, d deletes, q leaves: November 2026\n1\. {2}Mon 16 /,
    );
    expect(again).toBe(`Enter lists them all: ${all}`);
    expect(day).toMatch(/^Enter leaves: November 2026\n1\. {2}Sun 1 [^\n]*\n\n$/);
    expect(screens.at(-1)).toBe('Enter leaves: ');
  });

  test('keeps to the filters, and marks what was searched for and what was typed', async () => {
    const home = freshHome();
    const body = '\n## What happened?\n<!-- coach: note-page text -->\n\nThe status report was late.\n';
    putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+01:00', body });
    putEntry(home, { id: '2222222222', at: '2026-11-21T10:00:00+01:00', body: body.replace('late', 'lost') });
    putEntry(home, { id: '3333333333', at: '2026-11-20T10:00:00+01:00' });
    const typed = ['lo', '1', 'q'];
    const options = ['--browse', '--search', 'report', '--since', '2026-11-21'];
    const { stdout } = await coach(['journal', ...options], { home, typed });
    const [all, narrowed, page] = stdout.split(`${ASKED} `);
    expect(all).toMatch(/^November 2026\n1\. [^\n]*1111\n2\. [^\n]*2222\n\n$/);
    // A list never shows what was written.
    expect(narrowed).toMatch(/^Enter leaves: November 2026\n1\. [^\n]*2222\n\n$/);
    expect(page).toContain('\n  The status [report] was [lost].\n');
  });

  test('changes and deletes the entry that is read, and goes on in the list as it is then', async () => {
    const home = freshHome();
    const body = (text: string): string => `\n## What is it?\n<!-- coach: note-page text -->\n\n${text}\n`;
    const first = putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+01:00', body: body('far') });
    const second = putEntry(home, { id: '2222222222', at: '2026-11-21T10:00:00+01:00', body: body('near') });
    // The change, and what it is; then the other entry, and the word that it is meant.
    const change = ['1', 'e', '1', '1', 'good', '.', ''];
    const away = ['2', 'd', '1', ''];
    const typed = [...change, ...away, '1', 'q'];
    const { stdout, stderr, exitCode } = await coach(['journal', '--browse'], { home, typed });
    expect(exitCode).toBe(0);
    expect(readFileSync(path.join(journalOf(home), first), 'utf8')).toContain('\n\ngood\n');
    expect(stdout).toContain(`Saved.\n${first}\nEnter goes back to the list: November 2026\n1. `);
    expect(stderr).toContain('coach journal restore 2222222222');
    expect(existsSync(path.join(journalOf(home), 'trash', second))).toBe(true);
    expect(stdout).toMatch(/ {2}good\n\n[^]*q leaves: $/);
    expect(stdout.split(ASKED).at(-1)).not.toContain('2222');
  });

  test('what cannot be done with an entry is told, and one goes on looking', async () => {
    const home = freshHome();
    const file = putEntry(home, { id: '1111111111', at: '2026-11-22T10:00:00+01:00' });
    const prompter = scripted('1', 'd', '', '');
    const ran = await coach(['journal', '--browse'], {
      home,
      prompter: {
        ...prompter,
        line: async (message) => {
          const typed = await prompter.line(message);
          if (typed === 'd') rmSync(path.join(journalOf(home), file));
          return typed;
        },
      },
    });
    expect(prompter.seen).toContainEqual(
      expect.stringMatching(/^say .*2026-11-22-100000-note-1111111111\.md/),
    );
    expect(ran).toMatchObject({ exitCode: 0 });
  });

  test('asks for the words of --search, and then lists', async () => {
    const { stdout, exitCode } = await coach(['journal', '--browse', '--search'], {
      home: filled(),
      typed: ['review', ''],
    });
    expect(stdout).toMatch(
      /^Which words do you want to search for\? November 2026\n1\. [^\n]*n500\n2\. [^\n]*n400\n\nType a number/,
    );
    expect(exitCode).toBe(0);
  });

  test('Ctrl-C is an interruption, and the end of what is typed is one, too', async () => {
    const home = filled();
    const { exitCode } = await coach(['journal', '--browse'], { home, prompter: scripted(CTRL_C) });
    expect(exitCode).toBe(130);
    expect((await coach(['journal', '--browse'], { home, typed: ['asa'] })).exitCode).toBe(130);
  });

  test('names what could not be read once it is left', async () => {
    const home = filled();
    put(path.join(journalOf(home), '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'), 'broken');
    const { stderr, exitCode } = await coach(['journal', '--browse'], { home, typed: ['zzz', '', ''] });
    expect(stderr).toMatch(/^coach: [^\n]*k3x8m2p9qa\.md:1:1: [^\n]*\n {2}This file was skipped[^\n]*\n$/);
    expect(exitCode).toBe(0);
  });
});

describe('says what it has nothing to show for', () => {
  test('an empty journal', async () => {
    const { stdout, stderr, exitCode } = await coach(['journal', '--browse'], {
      home: freshHome(),
      typed: [],
    });
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: 'No entries yet. To write the first: coach reflect\n',
      exitCode: 0,
    });
  });

  test('filters that leave nothing', async () => {
    const home = filled();
    const nothing = await coach(['journal', '--browse', '--tag', 'big', '--about', 'Åsa'], {
      home,
      typed: [],
    });
    expect(nothing.stderr).toBe('No entries match: --about leaves out 1, --tag leaves out 1.\n');
    const unknown = await coach(['journal', '--browse', '--bank', 'nte'], { home, typed: [] });
    expect(unknown).toEqual(refused('coach: there is no question set "nte"\n  Did you mean note?\n'));
  });
});

describe('refuses', () => {
  test('to browse without a terminal', async () => {
    expect(await coach(['journal', '--browse'], { home: filled() })).toEqual(
      failed(
        'coach: there is no terminal to browse in\n  Search for what you want instead: coach journal --search "the client*"\n',
      ),
    );
  });

  test.each([['--json'], ['--full'], ['--random'], ['--limit', '5'], ['--sort', 'newest']])(
    '%s beside it',
    async (flag, ...value) => {
      const ran = await coach(['journal', '--browse', flag, ...value], { home: filled(), typed: [] });
      expect(ran.stderr).toMatch(
        new RegExp(`^coach: --browse and ${flag} can't be used together\n  Browsing `),
      );
      expect({ stdout: ran.stdout, exitCode: ran.exitCode }).toEqual({ stdout: '', exitCode: 2 });
    },
  );

  test('a mistake in a filter, before anything is shown', async () => {
    const ran = await coach(['journal', '--browse', '--since', '2026-02-30'], { home: filled(), typed: [] });
    expect(ran.stderr).toMatch(/^coach: "2026-02-30" is not a date for --since\n/);
    expect(ran.exitCode).toBe(2);
  });
});
