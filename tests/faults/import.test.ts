import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, filesBelow, freshHome, PROGRAM } from '../terminal/coach.ts';
import type { Ran } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

const COUNT = 12;

describe.runIf(canMount)('where the disk is full that the journal is on', () => {
  test('the entries that are in are whole, and the same command completes it when there is room', async () => {
    const home = freshHome();
    const { folder, seen, within } = await smallDisk(home.root);
    const journal = path.join(seen, 'journal');
    mkdirSync(journal);
    const filler = path.join(seen, 'filler');
    writeFileSync(filler, Buffer.alloc(40 * 1024));
    const source = path.join(home.root, 'old.jsonl');
    const lines = Array.from({ length: COUNT }, (_, at) =>
      JSON.stringify({ date: `1660-01-${at + 10}`, text: `Up early. ${'And so to bed. '.repeat(20)}${at}.` }),
    );
    writeFileSync(source, `${lines.join('\n')}\n`);
    const run = (): Promise<Ran> => {
      const [command, ...words] = within;
      const args = [...words, process.execPath, PROGRAM, 'journal', 'import', source, '--yes'];
      return ended(command, args, { ...home.env, COACH_JOURNAL: path.join(folder, 'journal') });
    };

    const full = await run();
    expect(full).toMatchObject({ exitCode: 1, stdout: expect.not.stringContaining('Imported') });
    expect(full.stderr).toMatch(
      /^coach: cannot write .+\.md: the disk is full\n {2}(?:None|\d+) of 12 entries (?:was|were) imported(?:,? (?:each )?in full)?\. Run the same command again/,
    );
    const there = filesBelow(journal);
    expect(there.length).toBeGreaterThan(0);
    expect(there.length).toBeLessThan(COUNT);
    for (const file of there) {
      expect(path.basename(file)).toMatch(/^1660-/);
      expect(readFileSync(path.join(journal, file), 'utf8')).toMatch(/And so to bed\. \d+\.\n$/);
    }

    rmSync(filler);
    expect(await run()).toMatchObject({
      stdout: expect.stringContaining(`Imported ${COUNT - there.length} entries.\n`),
      stderr: '',
      exitCode: 0,
    });
    const all = filesBelow(journal);
    expect(all).toHaveLength(COUNT);
    expect(all).toEqual(expect.arrayContaining([...there]));
  });
});
