import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  DOWN,
  ENTER,
  ESC,
  expectAsBefore,
  filesBelow,
  freshHome,
  openCoach,
  openFromScript,
  PROGRAM,
} from './coach.ts';
import type { Home } from './coach.ts';

/** What takes the place of a line. */
const ANEW = '\r\u001B[2K';

/** Everything takes long. */
const SLOWLY = { NODE_OPTIONS: `--require "${path.join(import.meta.dirname, 'hasty-clock.cjs')}"` };

/** A home with a file of entries, the oldest of which is long. */
function homeWithSource(count: number): { readonly home: Home; readonly args: readonly string[] } {
  const home = freshHome();
  const file = path.join(home.root, 'old.jsonl');
  const days = Array.from({ length: count }, (_, at) => `1660-01-${String((at % 28) + 1).padStart(2, '0')}`);
  const texts = days.map((_, at) => (at === 0 ? 'It rained. '.repeat(200) : `Day ${at}.`));
  writeFileSync(file, days.map((date, at) => `${JSON.stringify({ date, text: texts[at] })}\n`).join(''));
  return { home, args: ['journal', 'import', 'old.jsonl'] };
}

describe('how far it has got stands on one line, which goes when it is done', () => {
  test('of an import', async () => {
    const { home, args } = homeWithSource(1001);
    const terminal = openCoach([...args, '--yes'], home, { env: SLOWLY, folder: home.root });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    const lines = terminal.written().split(ANEW);
    expect(lines).toContainEqual(expect.stringMatching(/^Reading: \d+$/));
    expect(lines).toContain('Importing: 1,000 of 1,001');
    expect(terminal.everything()).toBe(
      'old.jsonl: lines of JSON, 1,001 entries, from 1660-01-01 to 1660-01-28.\nImported 1,001 entries.',
    );
  });

  test.each([{ to: 'out.html' }, { to: 'out/' }])('of an export to $to', async ({ to }) => {
    const { home, args } = homeWithSource(20);
    const folder = home.root;
    await openCoach([...args, '--yes'], home, { folder }).exited;
    const terminal = openCoach(['journal', 'export', '--to', to], home, { env: SLOWLY, folder });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.written().split(ANEW)).toContainEqual(expect.stringMatching(/^Exporting: \d+ of 20$/));
    expect(terminal.everything()).toBe(`Wrote 20 entries to ${to}`);
  });

  test('and before what went wrong is said', async () => {
    const { home, args } = homeWithSource(20);
    const folder = home.root;
    await openCoach([...args, '--yes'], home, { folder }).exited;
    // The index is there by then, and need not be written.
    await coach(['journal', '--search', 'day'], home);
    const words = ['--fsize=1000:unlimited', process.execPath, PROGRAM, 'journal', 'export', '--to', 'out/'];
    const terminal = openCoach([], home, { command: 'prlimit', args: words, env: SLOWLY, folder });
    expect(await terminal.exited).toEqual({ exitCode: 1 });
    expect(terminal.written()).toMatch(/Exporting: \d+ of 20/);
    expect(terminal.everything()).toMatch(/^coach: cannot write /);
  });
});

describe('an import asks', () => {
  test('after it has said what is there, and Enter imports', async () => {
    const { home, args } = homeWithSource(3);
    const terminal = openFromScript(args, home, { folder: home.root });
    await terminal.when('Import 3 entries?');
    expect(terminal.screen()).toBe(
      [
        'old.jsonl: lines of JSON, 3 entries, from 1660-01-01 to 1660-01-03.',
        'Import 3 entries?',
        '> 1 Import',
        '  2 Import nothing (Esc)',
      ].join('\n'),
    );
    expect(terminal.everything()).not.toContain('Day 1.');
    await terminal.types(ENTER);
    await terminal.says('Imported 3 entries.');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(filesBelow(home.journal)).toHaveLength(3);
    expectAsBefore(terminal, home);
  });

  test.each([
    { way: '"Import nothing"', keys: [DOWN, ENTER], exitCode: 0, says: 'Nothing was imported.' },
    { way: 'Esc', keys: [ESC], exitCode: 0, says: 'Nothing was imported.' },
    { way: 'its number', keys: ['2', ENTER], exitCode: 0, says: 'Nothing was imported.' },
    { way: 'Ctrl-C', keys: [CTRL_C], exitCode: 130, says: '' },
  ])('and nothing is imported after $way', async ({ keys, exitCode, says }) => {
    const { home, args } = homeWithSource(3);
    const terminal = openFromScript(args, home, { folder: home.root });
    await terminal.when('Import 3 entries?', ...keys);
    expect(await terminal.exited).toEqual({ exitCode });
    expect(terminal.everything()).toContain(says);
    expect(filesBelow(home.coach)).toEqual([]);
    expectAsBefore(terminal, home);
  });

  test('line by line in the same words, and no line is broken on a narrow screen', async () => {
    const { home, args } = homeWithSource(3);
    const narrow = { columns: 40, folder: home.root };
    const look = openCoach([...args, '--dry-run'], home, narrow);
    expect(await look.exited).toEqual({ exitCode: 0 });
    const terminal = openCoach(args, home, { ...narrow, env: { TERM: 'dumb' } });
    await terminal.when('Import 3 entries?', `1${ENTER}`);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(filesBelow(home.journal)).toHaveLength(3);
    const write = openCoach(['journal', 'export', '--to', 'a-folder-of-entries/'], home, narrow);
    expect(await write.exited).toEqual({ exitCode: 0 });
    for (const one of [look, terminal, write]) expect(one.brokenRows()).toEqual([]);
  });
});
