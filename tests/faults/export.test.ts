import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, filesBelow, freshHome, PROGRAM } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

const FORMATS = ['json', 'jsonl', 'markdown', 'html', 'csv', 'text', 'jrnl', 'day-one'];

/** A home with more pages than a small disk or a pipe holds. */
function journalOfPages(): Home {
  const home = freshHome();
  for (let day = 10; day < 30; day++) {
    const file = path.join(home.journal, `2026/11/2026-11-${day}-080000-note-k3x8m2p9${day}.md`);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const head = `coach: 1\nid: k3x8m2p9${day}\nat: "2026-11-${day}T08:00:00+01:00"\nbank: note`;
    const answer = '## What?\n<!-- coach: note-text text -->\n\n' + 'It was far away. '.repeat(500);
    writeFileSync(file, `---\n${head}\n---\n\n# A free page\n\n${answer}.\n`, { mode: 0o600 });
  }
  return home;
}

describe.runIf(canMount)('where the disk is full that one exports to', () => {
  /** What exports there, and what it has to export. */
  async function journalAndDisk(): Promise<{
    readonly run: (...args: readonly string[]) => Promise<Ran>;
    readonly disk: Awaited<ReturnType<typeof smallDisk>>;
    readonly entries: readonly string[];
  }> {
    const home = journalOfPages();
    const disk = await smallDisk(home.root);
    const [command, ...words] = disk.within;
    const run = (...args: readonly string[]): Promise<Ran> =>
      ended(command, [...words, process.execPath, PROGRAM, 'journal', 'export', ...args], home.env);
    return { run, disk, entries: filesBelow(home.journal) };
  }

  test.each(FORMATS)('nothing of a file in %s is left', async (format) => {
    const { run, disk } = await journalAndDisk();
    const to = path.join(disk.folder, 'out');
    const ran = await run('--format', format, '--to', to);
    expect(ran).toEqual({
      stdout: '',
      stderr: `coach: cannot write ${to}: the disk is full\n  No half-written file was left behind. Fix the problem and try again.\n`,
      exitCode: 1,
    });
    expect(filesBelow(disk.seen)).toEqual([]);
  });

  test('a file that was to be overwritten is as it was', async () => {
    const { run, disk } = await journalAndDisk();
    writeFileSync(path.join(disk.seen, 'out.json'), 'mine');
    const ran = await run('--to', path.join(disk.folder, 'out.json'), '--force');
    expect(ran.exitCode).toBe(1);
    expect(filesBelow(disk.seen)).toEqual(['out.json']);
    expect(readFileSync(path.join(disk.seen, 'out.json'), 'utf8')).toBe('mine');
  });

  test('files in a folder are whole or not there, and the same command goes on', async () => {
    const { run, disk, entries } = await journalAndDisk();
    const ran = await run('--to', `${disk.folder}/`);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toMatch(/^coach: cannot write .*\.md: the disk is full\n/);
    const there = filesBelow(disk.seen);
    expect(there.length).toBeGreaterThan(1);
    expect(there.length).toBeLessThan(entries.length);
    for (const file of there) {
      expect(entries).toContain(file);
      expect(readFileSync(path.join(disk.seen, file), 'utf8')).toMatch(/It was far away\. \.\n$/);
    }
    const some = await run('--to', `${disk.folder}/`, '--since', '2026-11-28');
    expect(some).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/; 2 were already there\n$/) });
  });
});

test.each(FORMATS)('a reader that goes away is no error to an export in %s', async (format) => {
  const { env } = journalOfPages();
  const line = '"$0" "$1" journal export --format "$2" | head -c 1';
  const ran = await ended('bash', ['-o', 'pipefail', '-c', line, process.execPath, PROGRAM, format], env);
  expect(ran).toEqual({ stdout: expect.stringMatching(/^.$/su), stderr: '', exitCode: 0 });
});
