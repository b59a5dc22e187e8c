import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';

const KILLER = path.join(import.meta.dirname, 'kill-at.cjs');
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
 * Does it in a fresh journal each time, killed at one call after the other that changes something on the disk, from the first
 * that names `from`, until it ends without being killed.
 *
 * @returns At how many calls it was killed.
 */
async function killedAtEach(
  args: readonly string[],
  { file, from }: { readonly file: string; readonly from: string },
  check: (home: Home, ran: Ran) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step++) {
    const home = homeWith(file);
    const killing = { NODE_OPTIONS: `--require "${KILLER}"`, KILL_AT: String(step), KILL_FROM: from };
    const ran = await coach(['journal', ...args], {
      env: { ...home.env, EDITOR: 'sed -i s/far/near/', ...killing },
    });
    await check(home, ran);
    if (ran.exitCode === 0) return step - 1;
  }
}

test('kill -9 at each step of deleting leaves the entry in its place, in the trash, or in both', async () => {
  const counts = new Set<number>();
  const steps = await killedAtEach(
    ['delete', 'last', '--yes'],
    { file: ENTRY, from: '/journal/trash' },
    async (home) => {
      expect(new Set(textsOf(home))).toEqual(new Set([TEXT]));
      counts.add(textsOf(home).length);
      // Whatever was left is no hindrance, and the same bytes are not kept twice.
      expect(await coach(['journal', 'delete', '--all', '--yes'], home)).toMatchObject({ exitCode: 0 });
      expect(filesOf(home)).toEqual([`trash/${ENTRY}`]);
    },
  );
  expect(steps).toBeGreaterThan(10);
  expect(counts).toEqual(new Set([1, 2]));
});

test('kill -9 at each step of restoring, too', async () => {
  const counts = new Set<number>();
  const steps = await killedAtEach(
    ['restore', 'last'],
    { file: `trash/${ENTRY}`, from: '/journal/2026' },
    async (home) => {
      expect(new Set(textsOf(home))).toEqual(new Set([TEXT]));
      counts.add(textsOf(home).length);
      expect(await coach(['journal', 'restore', '--all'], home)).toMatchObject({ exitCode: 0 });
      expect(filesOf(home)).toEqual([ENTRY]);
    },
  );
  expect(steps).toBeGreaterThan(10);
  expect(counts).toEqual(new Set([1, 2]));
});

test('kill -9 at each step of saving an edit leaves the old text or the new one, and the new one is somewhere', async () => {
  const texts = new Set<string>();
  const steps = await killedAtEach(['edit', 'last'], { file: ENTRY, from: '/11/.2026' }, async (home) => {
    expect(filesOf(home)).toEqual([ENTRY]);
    const [text = ''] = textsOf(home);
    texts.add(text);
    // The next edit keeps what the killed one had in its editor.
    const next = await coach(['journal', 'edit', 'last'], { env: { ...home.env, EDITOR: 'true' } });
    expect(next).toMatchObject({ stdout: 'Nothing was changed.\n', exitCode: 0 });
    const kept = filesBelow(home.drafts).map((file) => readFileSync(path.join(home.drafts, file), 'utf8'));
    expect([text, ...kept]).toContain(EDITED);
    expect(kept.length).toBeLessThan(2);
  });
  expect(steps).toBeGreaterThan(10);
  expect(texts).toEqual(new Set([TEXT, EDITED]));
});
