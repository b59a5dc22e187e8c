import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { type Crash, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

/** A home with more entries than are handed to the disk at once. */
function homeWithPages(): Home {
  const home = freshHome();
  for (let day = 10; day < 30; day++) {
    const id = `k3x8m2p9${day}`;
    const at = `2026-${day % 2 === 0 ? '10' : '11'}-${day}T08:00:00+01:00`;
    const file = path.join(
      home.journal,
      at.slice(0, 7).replace('-', '/'),
      `${at.slice(0, 10)}-080000-note-${id}.md`,
    );
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const words = 'It was far away. '.repeat(500);
    const body = `\n## What?\n<!-- coach: note-text text -->\n\n${words}.\n`;
    writeFileSync(file, entryText({ id, at, body }), { mode: 0o600 });
  }
  return home;
}

const textsBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(filesBelow(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));

/** What is seen in a folder, without the hidden files of an export that was stopped. */
const seenBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map([...textsBelow(folder)].filter(([file]) => !path.basename(file).startsWith('.')));

/**
 * Checks what is left by kill -9 at each call of an export that changes something on the disk, from the first that names the
 * folder it goes into; every so many of them.
 */
async function killedAtEach(
  home: Home,
  args: readonly string[],
  stride: number,
  check: (left: Crash) => Promise<void>,
): Promise<void> {
  const folder = path.join(home.root, 'out');
  mkdirSync(folder);
  const { env, crashes } = recordCrashes(home, folder, folder);
  const { stderr, exitCode } = await coach(exporting(folder, args), { env: { ...home.env, ...env } });
  expect(exitCode).toBe(0);
  const left = crashes().filter((_, at) => at % stride === 0);
  for (const one of [...left, { folder, said: stderr }]) await check(one);
}

const exporting = (folder: string, args: readonly string[]): readonly string[] => [
  'journal',
  'export',
  ...args.map((arg) => arg.replace('OUT', folder)),
];

const exported = (folder: string, args: readonly string[], home: Home): Promise<Ran> =>
  nextCommand(exporting(folder, args), home);

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 300_000;

test.each(['json', 'html'])(
  'kill -9 at each step of an export to .%s leaves nothing or all of it, and the next one clears up',
  { timeout: PATIENCE },
  async (ending) => {
    const home = homeWithPages();
    const args = ['--to', `OUT/out.${ending}`];
    const whole = path.join(home.root, 'whole');
    expect(await exported(whole, args, home)).toMatchObject({ exitCode: 0 });
    const texts = textsBelow(whole);
    const counts = new Set<number>();
    await killedAtEach(home, args, 1, async ({ folder, said }) => {
      const seen = seenBelow(folder);
      counts.add(seen.size);
      expect([new Map(), texts]).toContainEqual(seen);
      // Killed or not: it says that all is written only when it is.
      expect(said.includes('Wrote') && seen.size === 0).toBe(false);
      expect(await exported(folder, [...args, '--force'], home)).toMatchObject({ exitCode: 0 });
      expect(textsBelow(folder)).toEqual(texts);
    });
    expect(counts).toEqual(new Set([0, 1]));
  },
);

test.each(['markdown', 'daily-notes'])(
  'kill -9 at some steps of an export into a folder as %s leaves whole files, and the next one completes it',
  { timeout: PATIENCE },
  async (format) => {
    const home = homeWithPages();
    const args = ['--format', format, '--to', 'OUT/'];
    const whole = path.join(home.root, 'whole');
    expect(await exported(whole, args, home)).toMatchObject({ exitCode: 0 });
    const texts = textsBelow(whole);
    expect(texts.size).toBe(20);
    const counts = new Set<number>();
    await killedAtEach(home, args, 4, async ({ folder }) => {
      const seen = seenBelow(folder);
      counts.add(seen.size);
      for (const [file, text] of seen) expect(text).toBe(texts.get(file));
      expect(await exported(folder, args, home)).toMatchObject({ exitCode: 0 });
      expect(seenBelow(folder)).toEqual(texts);
    });
    expect(counts.size).toBeGreaterThan(5);
  },
);
