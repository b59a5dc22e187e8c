import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

const NUMBERS = Array.from({ length: 8 }, (_, number) => number);

async function withEntry(): Promise<{ readonly home: Home; readonly entry: string }> {
  const home = freshHome();
  await nextCommand(['reflect', 'note'], home, { input: 'It was far away.\n' });
  const [entry = ''] = filesBelow(home.journal);
  return { home, entry };
}

const texts = ({ journal }: Home): readonly string[] =>
  filesBelow(journal).map((file) => readFileSync(path.join(journal, file), 'utf8'));

/** Edits that all have the entry open before the first of them ends. */
function editAtOnce(home: Home, numbers: readonly number[]): Promise<readonly Ran[]> {
  const editor = path.join(home.root, 'editor');
  const wait = `while [ $(ls "$ROOT" | grep -c '^open-') -lt ${numbers.length} ]; do sleep 0.02; done`;
  writeFileSync(editor, `#!/bin/sh\nsed -i "s/far/number $NUMBER/" "$1"; >"$ROOT/open-$NUMBER"\n${wait}\n`);
  chmodSync(editor, 0o700);
  return Promise.all(
    numbers.map((number) =>
      coach(['journal', 'edit', 'last'], {
        env: { ...home.env, EDITOR: `"${editor}"`, ROOT: home.root, NUMBER: String(number) },
      }),
    ),
  );
}

test('of edits at once, one takes the place, and the others stand beside it', async () => {
  const { home, entry } = await withEntry();
  const ran = await editAtOnce(home, NUMBERS);
  expect(ran.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1);
  expect(ran.filter(({ exitCode }) => exitCode === 1)).toHaveLength(NUMBERS.length - 1);
  const beside = NUMBERS.slice(1).map((number) => entry.replace('.md', ` (edited ${number}).md`));
  expect(filesBelow(home.journal)).toEqual([entry, ...beside].toSorted());
  const held = texts(home).map((text) => /number \d/.exec(text)?.[0] ?? '');
  expect(held.toSorted()).toEqual(NUMBERS.map((number) => `number ${number}`));
  const told = ran.flatMap(({ stderr }) => /(?:edit is here|next to it): (.*)$/m.exec(stderr)?.[1] ?? []);
  expect(told.toSorted()).toEqual(beside.toSorted());
});

test('deleting, restoring and editing the same at once loses no text', async () => {
  const { home } = await withEntry();
  const rounds = [
    ['delete', 'last', '--yes'],
    ['restore', '--all'],
    ['delete', '--all', '--yes'],
    ['restore', 'last'],
  ];
  for (let round = 0; round < 3; round++) {
    await Promise.all([
      ...rounds.map((args) => coach(['journal', ...args], home)),
      coach(['journal', 'edit', 'last'], {
        env: { ...home.env, EDITOR: `sed -i '$a and ${round}'` },
      }),
    ]);
    const kept = filesBelow(home.drafts).map((file) => readFileSync(path.join(home.drafts, file), 'utf8'));
    expect([...texts(home), ...kept].filter((text) => text.includes('It was far away.'))).not.toEqual([]);
    expect(filesBelow(home.journal).filter((file) => path.basename(file).startsWith('.'))).toEqual([]);
    await nextCommand(['journal', 'restore', '--all'], home);
  }
});

test('of deletions at once, one said "Moved 0 of 1", gave no reason and ended well', async () => {
  for (const forever of [[], ['--forever']]) {
    const { home, entry } = await withEntry();
    const ran = await Promise.all(
      NUMBERS.map(() => coach(['journal', 'delete', 'last', '--yes', ...forever], home)),
    );
    expect(ran.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1);
    for (const { stderr, exitCode } of ran) {
      const isToldWhy = /^coach: .*(?:is gone|are gone|no entries|no entry|already in the trash)/m.test(
        stderr,
      );
      expect({ stderr, isToldWhy }).toEqual({ stderr, isToldWhy: exitCode !== 0 });
    }
    expect(filesBelow(home.journal)).toEqual(forever.length > 0 ? [] : [`trash/${entry}`]);
  }
});
