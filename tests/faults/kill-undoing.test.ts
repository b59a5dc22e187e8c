import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

const ENTRY = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const TEXT = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', title: 'It was far away' });
const EDITED = TEXT.replace('far', 'near');
const EDITOR = 'sed -i s/far/near/';

/** So many runs take long where others are at work, too; milliseconds. */
const PATIENCE = 300_000;

function homeWithEntry(): Home {
  const home = freshHome();
  const place = path.join(home.journal, ENTRY);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, TEXT);
  return home;
}

/** The files of the journal by their texts, but those aside that are locks or were being written. */
const textsOf = ({ journal }: Home): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesBelow(journal)
      .filter((file) => !path.basename(file).startsWith('.'))
      .map((file) => [file, readFileSync(path.join(journal, file), 'utf8')]),
  );

const run = (home: Home, ...args: readonly string[]): Promise<Ran> => nextCommand(args, home);

/** What is kept of earlier texts. */
const kept = ({ journal }: Home): readonly string[] => {
  const folder = path.join(journal, '.history', 'versions', ENTRY);
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  } catch {
    return [];
  }
};

/** Runs a command and looks at what each kill would have left of it, and at what it left. @returns How many there were. */
async function killedAtEach(
  home: Home,
  args: readonly string[],
  check: (home: Home) => Promise<void>,
): Promise<number> {
  const { env, crashes } = recordCrashes(home, home.coach, '/.history');
  expect(await coach(args, { env: { ...home.env, EDITOR, ...env } })).toMatchObject({ exitCode: 0 });
  const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
  for (const one of left) await check(one);
  return left.length;
}

test(
  'kill -9 at each step of an edit: undo brings back the old text, and redo the new one',
  { timeout: PATIENCE },
  async () => {
    const seen = new Set<string | undefined>();
    const count = await killedAtEach(homeWithEntry(), ['journal', 'edit', 'last'], async (home) => {
      const text = textsOf(home)[ENTRY];
      seen.add(text);
      expect([TEXT, EDITED]).toContain(text);
      // An old text that is not there any more is kept by then.
      expect([text, ...kept(home)]).toContain(TEXT);
      expect(await run(home, 'undo', '--yes')).toMatchObject({ exitCode: 0 });
      expect(textsOf(home)).toEqual({ [ENTRY]: TEXT });
      expect(await run(home, 'redo', '--yes')).toMatchObject({ exitCode: 0 });
      expect(textsOf(home)).toEqual({ [ENTRY]: text });
      expect(await run(home, 'history')).toMatchObject({ stderr: expect.not.stringContaining('damaged') });
    });
    expect(count).toBeGreaterThan(10);
    expect(seen).toEqual(new Set([TEXT, EDITED]));
  },
);

test('kill -9 at each step of a deletion: undo brings the entry back', { timeout: PATIENCE }, async () => {
  const count = await killedAtEach(homeWithEntry(), ['journal', 'delete', 'last', '--yes'], async (home) => {
    expect(await run(home, 'undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(textsOf(home)).toEqual({ [ENTRY]: TEXT });
  });
  expect(count).toBeGreaterThan(10);
});

test(
  'kill -9 at each step of undoing and doing again: the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const home = homeWithEntry();
    await nextCommand(['journal', 'edit', 'last'], home, { editor: EDITOR });
    await nextCommand(['journal', 'delete', 'last', '--yes'], home);
    const steps = [
      { way: 'undo', is: { [ENTRY]: EDITED } },
      { way: 'undo', is: { [ENTRY]: TEXT } },
      { way: 'redo', is: { [ENTRY]: EDITED } },
      { way: 'redo', is: { [`trash/${ENTRY}`]: EDITED } },
    ];
    for (const [at, { way, is }] of steps.entries()) {
      const watched = at === 0 ? home : homeWithEntry();
      if (at > 0) {
        await nextCommand(['journal', 'edit', 'last'], watched, { editor: EDITOR });
        await nextCommand(['journal', 'delete', 'last', '--yes'], watched);
        for (const before of steps.slice(0, at)) await run(watched, before.way, '--yes');
      }
      const was = textsOf(watched);
      const count = await killedAtEach(watched, [way, '--yes'], async (left) => {
        const now = textsOf(left);
        const isDone = JSON.stringify(now) === JSON.stringify(is);
        // Neither text is lost on the way.
        for (const text of Object.values({ ...was, ...is }))
          expect([...Object.values(now), ...kept(left)]).toContain(text);
        const ran = isDone ? undefined : await run(left, way, '--yes');
        expect(ran?.exitCode ?? 0).toBe(0);
        expect(textsOf(left)).toEqual(is);
      });
      expect(count).toBeGreaterThan(8);
    }
  },
);

test(
  'kill -9 at each step of undoing an import: the same command completes it',
  { timeout: PATIENCE },
  async () => {
    const home = homeWithEntry();
    const source = path.join(home.root, 'old.jsonl');
    const days = ['1660-01-01', '1660-01-02', '1660-02-01'];
    writeFileSync(source, days.map((date) => `${JSON.stringify({ date, text: `On ${date}.` })}\n`).join(''));
    await run(home, 'journal', 'import', source, '--yes');
    const imported = textsOf(home);
    expect(Object.keys(imported)).toHaveLength(4);
    const count = await killedAtEach(home, ['undo', '--yes'], async (left) => {
      expect(new Set(Object.values(textsOf(left)))).toEqual(new Set(Object.values(imported)));
      const inJournal = (): number =>
        Object.keys(textsOf(left)).filter((file) => !file.startsWith('trash/')).length;
      const ran = inJournal() > 1 ? await run(left, 'undo', '--yes') : undefined;
      expect(ran?.exitCode ?? 0).toBe(0);
      expect(inJournal()).toBe(1);
      expect(await run(left, 'redo', '--yes')).toMatchObject({ exitCode: 0 });
      expect(textsOf(left)).toEqual(imported);
    });
    expect(count).toBeGreaterThan(10);
  },
);

test('kill -9 at each step of an import: what came in is undone', { timeout: PATIENCE }, async () => {
  const home = homeWithEntry();
  const source = path.join(home.root, 'old.jsonl');
  writeFileSync(source, '{"date":"1660-01-01","text":"Up."}\n{"date":"1660-02-01","text":"Down."}\n');
  const count = await killedAtEach(home, ['journal', 'import', source, '--yes'], async (left) => {
    expect(await run(left, 'undo', '--yes')).toMatchObject({ exitCode: 0 });
    expect(Object.keys(textsOf(left)).filter((file) => !file.startsWith('trash/'))).toEqual([ENTRY]);
  });
  expect(count).toBeGreaterThan(10);
});
