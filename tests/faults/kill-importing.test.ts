import { appendFileSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { coach, ended, filesBelow, freshHome, PROGRAM } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

const KILLER = path.join(import.meta.dirname, 'kill-at.cjs');

/** A file of entries in three months, and the command that imports them. */
function sourceIn(home: Home, count: number): { readonly file: string; readonly args: readonly string[] } {
  const file = path.join(home.root, 'old.jsonl');
  const days = Array.from(
    { length: count },
    (_, at) => `1660-0${(at % 2) + 1}-${String((at % 28) + 1).padStart(2, '0')}`,
  );
  writeFileSync(file, days.map((date, at) => `${JSON.stringify({ date, text: `Day ${at}.` })}\n`).join(''));
  return { file, args: ['journal', 'import', file, '--yes'] };
}

/** A zip of two journals of Day One in which as many entries are, in the same months. */
function zipIn(home: Home, count: number): string {
  const entries = Array.from({ length: count }, (_, at) => ({
    uuid: `${at}`,
    creationDate: `2026-0${(at % 2) + 1}-${String((at % 28) + 1).padStart(2, '0')}T08:14:05Z`,
    text: `Day ${at}\\.`,
  }));
  const journal = (from: number, to?: number): Uint8Array =>
    strToU8(JSON.stringify({ metadata: { version: '1.0' }, entries: entries.slice(from, to) }));
  const file = path.join(home.root, 'export.zip');
  const photo = new Uint8Array(100_000);
  writeFileSync(
    file,
    zipSync({ 'A.json': journal(0, 40), 'photos/aa11.jpeg': photo, 'B.json': journal(40) }),
  );
  return file;
}

/** The files of the journal, but those that were being written. */
const filesOf = ({ journal }: Home): readonly string[] =>
  filesBelow(journal).filter((file) => !path.basename(file).startsWith('.'));

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 300_000;

test(
  'kill -9 at each step of an import leaves whole entries, and the next one completes it',
  { timeout: PATIENCE },
  async () => {
    const whole = freshHome();
    await nextCommand(sourceIn(whole, 3).args, whole);
    const files = filesOf(whole);
    expect(files).toHaveLength(3);
    const texts = files.map((file) => readFileSync(path.join(whole.journal, file), 'utf8'));
    const watched = freshHome();
    const { args } = sourceIn(watched, 3);
    const { env, crashes } = recordCrashes(watched, watched.coach, '/journal');
    const { stdout } = await coach(args, { env: { ...watched.env, ...env } });
    const counts = new Set<number>();
    for (const crash of [...crashes(), { folder: watched.coach, said: stdout }]) {
      const home = homeAfter(crash, watched);
      counts.add(filesOf(home).length);
      for (const file of filesOf(home)) {
        expect(texts).toContain(readFileSync(path.join(home.journal, file), 'utf8'));
      }
      // Killed or not: it says that they are in only when all of them are.
      expect(crash.said.includes('Imported') && filesOf(home).length < files.length).toBe(false);
      expect(await nextCommand(args, home)).toMatchObject({ stderr: '', exitCode: 0 });
      expect(filesOf(home)).toEqual(files);
    }
    expect(counts).toEqual(new Set([0, 1, 2, 3]));
  },
);

/** As if somebody looked after two hours. */
function twoHoursLater({ journal }: Home): void {
  for (const file of filesBelow(journal)) {
    const place = path.join(journal, file);
    const then = statSync(place).mtimeMs / 1000 - 7200;
    utimesSync(place, then, then);
  }
}

describe.each([{ source: 'lines of JSON' }, { source: 'the JSON of coach' }, { source: 'a zip of Day One' }])(
  'kill -9 at some instants of a long import of $source',
  ({ source }) => {
    const COUNT = 100;

    async function fileOf(): Promise<string> {
      const home = freshHome();
      const { file, args } = sourceIn(home, COUNT);
      if (source === 'lines of JSON') return file;
      if (source === 'a zip of Day One') return zipIn(home, COUNT);
      const all = path.join(home.root, 'all.json');
      expect(await nextCommand(args, home)).toMatchObject({ exitCode: 0 });
      expect(await nextCommand(['journal', 'export', '--to', all], home)).toMatchObject({ exitCode: 0 });
      return all;
    }

    test(
      'leaves whole entries, and the next one completes it and clears up',
      { timeout: PATIENCE },
      async () => {
        const args = ['journal', 'import', await fileOf(), '--yes'];
        const whole = freshHome();
        await nextCommand(args, whole);
        const files = filesOf(whole);
        expect(files).toHaveLength(COUNT);
        const textOf = (home: Home, file: string): string =>
          readFileSync(path.join(home.journal, file), 'utf8');
        const texts = new Map(files.map((file) => [file, textOf(whole, file)]));
        const begun = new Set<boolean>();
        // Before the last two have their names, so that the next run has something to write in both months.
        const property = fc.asyncProperty(fc.integer({ min: 10, max: 590 }), async (step) => {
          const home = freshHome();
          const killing = {
            NODE_OPTIONS: `--require "${KILLER}"`,
            KILL_AT: String(step),
            KILL_FROM: '/journal',
          };
          const { exitCode } = await coach(args, { env: { ...home.env, ...killing } });
          expect(exitCode).toBe(null);
          const left = filesOf(home);
          begun.add(left.length > 0);
          for (const file of left) expect(textOf(home, file)).toBe(texts.get(file));
          twoHoursLater(home);
          expect(await nextCommand(args, home)).toMatchObject({ stderr: '', exitCode: 0 });
          expect(filesBelow(home.journal)).toEqual(files);
          expect(await nextCommand(args, home)).toMatchObject({
            stdout: expect.stringMatching(/There is nothing new to import/),
          });
        });
        // All are written before the first has its name; of this step it is known that some have theirs.
        await fc.assert(property, { numRuns: 4, endOnFailure: true, examples: [[500]] });
        expect(begun).toContain(true);
      },
    );
  },
);

test('two imports at once bring in everything once', async () => {
  const home = freshHome();
  const { args } = sourceIn(home, 300);
  const ran = await Promise.all([coach(args, home), coach(args, home)]);
  expect(ran).toMatchObject([
    { stderr: '', exitCode: 0 },
    { stderr: '', exitCode: 0 },
  ]);
  expect(filesOf(home)).toHaveLength(300);
});

test('how many came in was not told where one cannot be written; the next import completes it', async () => {
  const home = freshHome();
  const { file, args } = sourceIn(home, 5);
  appendFileSync(file, `${JSON.stringify({ date: '1660-03-01', text: 'long '.repeat(2000) })}\n`);
  mkdirSync(home.journal, { recursive: true });
  const words = ['--fsize=5000:unlimited', process.execPath, PROGRAM, ...args];
  const { stderr, exitCode } = await ended('prlimit', words, home.env, '');
  expect({ stderr, exitCode }).toEqual({
    stderr: expect.stringMatching(
      /^coach: cannot write .+: it is too large for that disk\n {2}5 of 6 entries were imported, each in full\. Run the same command again for the rest; nothing is imported twice\.\n$/,
    ),
    exitCode: 1,
  });
  expect(filesOf(home)).toHaveLength(5);
  expect(await nextCommand(args, home)).toMatchObject({
    stdout: expect.stringMatching(/5 entries are already in the journal\.\nImported 1 entry\.\n$/),
    exitCode: 0,
  });
  expect(filesOf(home)).toHaveLength(6);
});
