import { spawn } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, CTRL_C, ENTER, filesBelow, freshHome, openCoach, PROGRAM } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

const KILLER = path.join(import.meta.dirname, 'kill-at.cjs');
const CHECK_IN = ['checkin', '--role', 'member', '--answers', '-'];

interface Entry {
  readonly path: string;
  readonly answers: readonly { readonly value: unknown }[];
}

const answers = (run: number | string): string =>
  `checkin-trust: 4\nrot-m-waited: Waited for an answer, run ${run}.\n`;

/** Every file of the journal that is no leftover is a whole entry, and `coach journal` understands all of them. */
async function wholeEntries(home: Home): Promise<readonly string[]> {
  const files = filesBelow(home.journal).filter((file) => !path.basename(file).startsWith('.'));
  const listed = await nextCommand(['journal', '--json'], home);
  expect(listed).toMatchObject({ stderr: '', exitCode: 0 });
  const entries: readonly Entry[] = JSON.parse(listed.stdout);
  expect(entries.map((entry) => entry.path).toSorted()).toEqual(files);
  for (const entry of entries)
    expect(entry.answers.map(({ value }) => value)).toEqual([4, expect.stringMatching(/run \w+\.$/)]);
  return files;
}

/** The path that stands under "Saved"; none where nothing was acknowledged. */
function saved(stdout: string): readonly string[] {
  const [, file] = /^Saved[^]*?^(.*\.md)$/m.exec(stdout) ?? [];
  return file === undefined ? [] : [file];
}

/** Does one thing after the other with all of them, in two lanes. */
async function inTwoLanes<Item>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await act(next[1], next[0]);
  };
  await Promise.all([lane(), lane()]);
}

test('kill -9 at each step of saving a check-in leaves whole entries, and the next one works', async () => {
  const home = freshHome();
  const acknowledged: string[] = [];
  let killed = 0;
  for (let survived = false; !survived; killed += 1) {
    const env = { ...home.env, NODE_OPTIONS: `--require "${KILLER}"`, KILL_AT: String(killed + 1) };
    const { stdout, exitCode } = await coach(CHECK_IN, { env }, answers(killed));
    acknowledged.push(...saved(stdout));
    survived = exitCode === 0;
  }
  expect(killed).toBeGreaterThan(10);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(await wholeEntries(home)).toEqual(expect.arrayContaining(acknowledged));
});

test('kill -9 at random instants: what was acknowledged is there', async () => {
  const home = freshHome();
  const random = randomFrom(20_261_122);
  const began = performance.now();
  await coach(CHECK_IN, home, answers('first'));
  const usual = performance.now() - began;
  const instants = Array.from({ length: 40 }, () => usual * (0.3 + 2.7 * random()));
  const acknowledged: string[] = [];
  await inTwoLanes(instants, async (instant, run) => {
    acknowledged.push(...saved(await killedAfter(instant, home, answers(run))));
  });
  expect(await wholeEntries(home)).toEqual(expect.arrayContaining(acknowledged));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.length).toBeLessThan(instants.length);
});

test('kill -9 at each step of saving a sitting leaves one entry, or a draft that becomes it', async () => {
  const args = ['reflect', '--role', 'manager', '--question', 'manager-fit'];
  const watched = freshHome();
  const { env, crashes } = recordCrashes(watched, watched.coach, '/data/journal/');
  const terminal = openCoach(args, watched, { env });
  await terminal.when('how much close attention', '2', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const ways = new Set<string>();
  for (const crash of crashes()) {
    const home = homeAfter(crash, watched);
    ways.add(await startAgain(args, home));
    const { stdout } = await nextCommand(['journal', '--json'], home);
    const entries: readonly Entry[] = JSON.parse(stdout);
    expect(entries.map((entry) => entry.answers.map(({ value }) => value))).toEqual([['outlived']]);
    expect(filesBelow(home.drafts)).toEqual([]);
  }
  expect([...ways].toSorted()).toEqual(['begun anew', 'finished']);
});

/** Finishes the draft where one is offered; else a new sitting begins, which is left. */
async function startAgain(args: readonly string[], home: Home): Promise<string> {
  const terminal = openCoach(args, home);
  await terminal.until(/1 (?:Finish it|About as much)/);
  const isOffered = terminal.screen().includes('> 1 Finish it');
  if (isOffered) {
    await terminal.types(ENTER);
    await terminal.when('Read through your answers before saving', ENTER);
  } else {
    await terminal.types(CTRL_C);
  }
  expect(await terminal.exited).toEqual({ exitCode: isOffered ? 0 : 130 });
  return isOffered ? 'finished' : 'begun anew';
}

test('what a killed process left behind is not taken for an entry, and goes when it is old', async () => {
  const home = freshHome();
  const [file = ''] = saved((await coach(CHECK_IN, home, answers(1))).stdout);
  const folder = path.join(home.journal, path.dirname(file));
  const [fresh, old] = [
    '.2026-11-22-091405-checkin-k3x8m2p9qa.md.coach-77',
    '.2026-11-21-091405-checkin-7q2m8k3x9b.md.coach-78',
  ];
  for (const name of [fresh, old]) writeFileSync(path.join(folder, name), '---\ncoach: 1\n');
  utimesSync(path.join(folder, old), new Date(), new Date(Date.now() - 2 * 3_600_000));
  await coach(CHECK_IN, home, answers(2));
  expect(filesBelow(folder).filter((name) => name.startsWith('.'))).toEqual([fresh]);
  expect(await wholeEntries(home)).toHaveLength(2);
});

/** Starts a check-in, kills it after so many milliseconds, and gives back what it had said. */
function killedAfter(milliseconds: number, { env }: Home, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...CHECK_IN], {
      env: { ...process.env, ...env },
      stdio: 'pipe',
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('error', reject).once('close', () => {
      clearTimeout(timer);
      resolve(stdout);
    });
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** The same numbers from 0 to 1 at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
