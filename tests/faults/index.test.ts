import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryPath } from '../../src/domain/entry/entry.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';
import { coach, ended, filesBelow, freshHome, openCoach, PROGRAM } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

const RARE = 'Kanarienvogel';

const named = (count: number): string => String(count).padStart(10, '0');

/** A journal in which a rare word stands in every hundredth entry. */
function journalOf(count: number, home: Home): void {
  for (let index = 0; index < count; index++) {
    const day = `2026-${String(1 + (Math.floor(index / 28 / 12) % 9)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const at = `${day}T${String(index % 24).padStart(2, '0')}:00:00+01:00`;
    const answers = [textAnswer(`Page ${index}. ${index % 100 === 7 ? `A ${RARE} sang.` : 'Nobody sang.'}`)];
    const entry = entryWith({ id: named(index), at, written: at, day, answers });
    const file = path.join(home.journal, entryPath(entry));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, printEntry(entry));
  }
}

async function search(home: Home, words = RARE): Promise<number> {
  const ran = await coach(['journal', '--search', words, '--limit', 'all'], home);
  expect({ ...ran, stdout: '' }).toEqual({
    stdout: '',
    stderr: ran.stdout === '' ? 'No entries match.\n' : '',
    exitCode: 0,
  });
  return ran.stdout.split('\n').length - 1;
}

const cache = (home: Home): string => path.join(home.coach, 'cache');

test('twenty searches at once on a journal that was never searched all find the same', async () => {
  const home = freshHome();
  journalOf(600, home);
  const found = await Promise.all(Array.from({ length: 20 }, () => search(home)));
  expect(found).toEqual(Array.from({ length: 20 }, () => 6));
  expect(await search(home)).toBe(6);
  expect(existsSync(cache(home)) ? readdirSync(cache(home)) : []).toEqual(['index']);
});

test('what is saved is found by the next search, while others search and save', async () => {
  const home = freshHome();
  journalOf(200, home);
  const busy = Array.from({ length: 5 }, async (_, number) => {
    for (let round = 0; round < 4; round++) {
      const word = `wort${number}x${round}`;
      const saved = await coach(['reflect', 'note'], home, `There is ${word} in it.`);
      expect(saved.exitCode).toBe(0);
      expect([word, await search(home, word)]).toEqual([word, 1]);
    }
  });
  await Promise.all(busy);
  expect(await search(home, 'There is')).toBe(20);
});

describe('an index', () => {
  test('that was killed in the middle of being written is made anew', async () => {
    const home = freshHome();
    journalOf(800, home);
    for (const milliseconds of [60, 90, 120, 160, 200, 250, 300, 400, 500]) {
      const child = spawn(process.execPath, [PROGRAM, 'journal', '--search', RARE], {
        env: { ...process.env, ...home.env },
        stdio: 'ignore',
      });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), milliseconds);
      await gone;
      expect([milliseconds, await search(home)]).toEqual([milliseconds, 8]);
      writeFileSync(path.join(cache(home), 'index', 'contents.index'), '');
    }
    expect(await search(home)).toBe(8);
  });

  test('that was changed by another program is not believed', async () => {
    const home = freshHome();
    journalOf(300, home);
    expect(await search(home)).toBe(3);
    for (const name of readdirSync(path.join(cache(home), 'index'))) {
      const file = path.join(cache(home), 'index', name);
      writeFileSync(file, readFileSync(file, 'latin1').replaceAll(/nobody/gi, 'person'), 'latin1');
    }
    expect(await search(home, 'person')).toBe(0);
    expect(await search(home, 'nobody')).toBe(297);
  });

  test.runIf(canMount)('for which there is no room is done without', async () => {
    const home = freshHome();
    journalOf(8, home);
    const { folder, seen, within } = await smallDisk(home.root);
    cpSync(path.join(home.coach, 'data'), path.join(seen, 'data'), { recursive: true });
    const before = filesBelow(seen);
    const [command, ...args] = within;
    const searching = [...args, process.execPath, PROGRAM, 'journal', '--search', RARE];
    const ran = await ended(command, searching, { ...home.env, COACH_HOME: folder });
    expect({ ...ran, stdout: ran.stdout.split('\n').length - 1 }).toEqual({
      stdout: 1,
      stderr: '',
      exitCode: 0,
    });
    expect(filesBelow(seen).filter((file) => !file.startsWith('cache/'))).toEqual(before);
  });

  test.each([
    ['cannot be written', 'nowhere/at/all'],
    ['would be below a file', 'file/at/all'],
    ['leads round in a circle', 'coach/cache'],
  ])('of a journal on the same device, in a place that %s, is done without', async (_case, place) => {
    const home = freshHome();
    journalOf(300, home);
    mkdirSync(home.coach, { recursive: true });
    writeFileSync(path.join(home.root, 'file'), '');
    symlinkSync(path.join(home.root, place), cache(home));
    expect(await search(home)).toBe(3);
    expect(existsSync(path.join(home.root, 'nowhere'))).toBe(false);
  });

  test('that takes more than a second to make says so on a screen, and leaves nothing of that', async () => {
    const home = freshHome();
    journalOf(20_000, home);
    // Machines differ, so that this one is to interpret what it would compile.
    const slow = { ...home, env: { ...home.env, NODE_OPTIONS: '--jitless' } };
    const terminal = openCoach(['insights'], slow);
    await terminal.says('Reading the journal: ');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.screen()).not.toContain('Reading the journal');
    expect((await coach(['journal', '--search', RARE], home)).stderr).toBe(
      'Showing the newest 10. To see all of them: --limit all\n',
    );
  });
});
