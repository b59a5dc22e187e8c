import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';

const ENTRY = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const TEXT = entryText({ id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', title: 'It was far away' });
const EDITED = TEXT.replace('far', 'near');

function homeWith(file: string): Home {
  const home = freshHome();
  const place = path.join(home.journal, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, TEXT);
  return home;
}

/** The files of the journal, but those aside that are locks or were being written. */
const filesOf = ({ journal }: Home): readonly string[] =>
  filesBelow(journal).filter((file) => !path.basename(file).startsWith('.'));

const textsOf = (home: Home): readonly string[] =>
  filesOf(home).map((file) => readFileSync(path.join(home.journal, file), 'utf8'));

/**
 * Checks what is left by kill -9 at each call that changes something on the disk, from the first that names `from`, and what is
 * left without it.
 *
 * @returns How many different things were left.
 */
async function killedAtEach(
  args: readonly string[],
  { file, from }: { readonly file: string; readonly from: string },
  check: (home: Home) => Promise<void>,
): Promise<number> {
  const home = homeWith(file);
  const { env, crashes } = recordCrashes(home, home.coach, from);
  const ran = await coach(['journal', ...args], {
    env: { ...home.env, EDITOR: 'sed -i s/far/near/', ...env },
  });
  expect(ran).toMatchObject({ exitCode: 0 });
  const left = [...crashes().map((crash) => homeAfter(crash, home)), home];
  for (const one of left) await check(one);
  return left.length;
}

test('kill -9 at each step of deleting leaves the entry in its place, in the trash, or in both', async () => {
  const counts = new Set<number>();
  const left = await killedAtEach(
    ['delete', 'last', '--yes'],
    { file: ENTRY, from: '/journal/trash' },
    async (home) => {
      expect(new Set(textsOf(home))).toEqual(new Set([TEXT]));
      counts.add(textsOf(home).length);
      // Whatever was left is no hindrance, and the same bytes are not kept twice.
      expect(await nextCommand(['journal', 'delete', '--all', '--yes'], home)).toMatchObject({ exitCode: 0 });
      expect(filesOf(home)).toEqual([`trash/${ENTRY}`]);
    },
  );
  expect(left).toBeGreaterThan(5);
  expect(counts).toEqual(new Set([1, 2]));
});

test('kill -9 at each step of restoring, too', async () => {
  const counts = new Set<number>();
  const left = await killedAtEach(
    ['restore', 'last'],
    { file: `trash/${ENTRY}`, from: '/journal/2026' },
    async (home) => {
      expect(new Set(textsOf(home))).toEqual(new Set([TEXT]));
      counts.add(textsOf(home).length);
      expect(await nextCommand(['journal', 'restore', '--all'], home)).toMatchObject({ exitCode: 0 });
      expect(filesOf(home)).toEqual([ENTRY]);
    },
  );
  expect(left).toBeGreaterThan(5);
  expect(counts).toEqual(new Set([1, 2]));
});

test('kill -9 at each step of saving an edit leaves the old text or the new one, and the new one is somewhere', async () => {
  const texts = new Set<string>();
  const left = await killedAtEach(['edit', 'last'], { file: ENTRY, from: '/11/.2026' }, async (home) => {
    expect(filesOf(home)).toEqual([ENTRY]);
    const [text = ''] = textsOf(home);
    texts.add(text);
    // The next edit keeps what the killed one had in its editor.
    const next = await nextCommand(['journal', 'edit', 'last'], home, { editor: 'true' });
    expect(next).toMatchObject({ stdout: 'Nothing was changed.\n', exitCode: 0 });
    const files = filesBelow(home.drafts).filter((file) => file.includes('(edited '));
    const kept = files.map((file) => readFileSync(path.join(home.drafts, file), 'utf8'));
    expect([text, ...kept]).toContain(EDITED);
    expect(kept.length).toBeLessThan(2);
  });
  expect(left).toBeGreaterThan(5);
  expect(texts).toEqual(new Set([TEXT, EDITED]));
});
