import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  DOWN,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  openFromScript,
  signal,
} from './coach.ts';
import type { AtCoach, Home } from './coach.ts';

/** A home with one entry, whose text is "far". */
async function withEntry(): Promise<{ readonly home: Home; readonly entry: string }> {
  const home = freshHome();
  await coach(['reflect', 'note'], home, 'far\n');
  const [entry = ''] = filesBelow(home.journal);
  return { home, entry: path.join(home.journal, entry) };
}

/** `coach journal edit last` with an editor that is a script. `$1` is the file, `$ROOT` the home. */
function openEdit(script: string, home: Home, more: Readonly<Record<string, string>> = {}): AtCoach {
  const editor = path.join(home.root, 'the editor');
  writeFileSync(editor, `#!/bin/sh\n${script}\n`);
  chmodSync(editor, 0o700);
  return openFromScript(['journal', 'edit', '--editor', 'last'], home, {
    env: { VISUAL: `"${editor}"`, ROOT: home.root, ...more },
  });
}

/** Breaks the entry at the first time, mends it at the second. */
const BREAK_AND_MEND = `
  if [ -e "$ROOT/opened" ]; then sed -i 's/^at: later/at: 2026-11-20/; s/far/good/' "$1"
  else sed -i 's/^at: .*/at: later/' "$1"; fi
  stty -a | grep -o -e ' icanon' -e ' echo ' >"$ROOT/opened"`;

const kept = (home: Home): readonly string[] =>
  filesBelow(path.join(home.coach, 'state')).filter((name) => !/^(?:.*shown\.json|machine)$/.test(name));

test('a text that cannot be read is shown with its place, and is edited on', async () => {
  const { home, entry } = await withEntry();
  const terminal = openEdit(BREAK_AND_MEND, home);
  await terminal.when('"later" is not a time');
  expect(terminal.screen()).toMatch(
    /coach can't read the entry as you edited it\.\n> 1 Keep editing\n {2}2 Save it as it is/,
  );
  await terminal.types(ENTER);
  await terminal.says('Saved.');
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(readFileSync(path.join(home.root, 'opened'), 'utf8')).toBe(' icanon\n echo \n');
  expect(readFileSync(entry, 'utf8')).toContain('good');
  expect(terminal.screen()).toContain("The file's name no longer matches");
  expectAsBefore(terminal, home);
  expect(kept(home)).toEqual([]);
});

test.each([
  { how: 'Ctrl-C', ends: (at: AtCoach) => at.types(CTRL_C), exitCode: 130 },
  {
    how: 'SIGTERM',
    ends: (_at: AtCoach, home: Home) => Promise.resolve(signal(home, 'SIGTERM')),
    exitCode: 143,
  },
])('an answer that is being changed is left as it was by $how', async ({ ends, exitCode }) => {
  const { home, entry } = await withEntry();
  const before = readFileSync(entry, 'utf8');
  const terminal = openFromScript(['journal', 'edit', 'last'], home);
  await terminal.when('> 1 Change an answer', ENTER);
  await terminal.when('> 1 ', ENTER);
  await terminal.when('Ctrl-D: done');
  await terminal.types('Not like this.');
  await terminal.says('Not like this.');
  await ends(terminal, home);
  expect(await terminal.exited).toEqual({ exitCode });
  await terminal.says('The entry is as it was.');
  expect(readFileSync(entry, 'utf8')).toBe(before);
  expect(kept(home)).toEqual([]);
  expectAsBefore(terminal, home);
});

test.each([
  { way: 'in a list', env: {}, goOn: ENTER },
  { way: 'line by line', env: { TERM: 'dumb' }, goOn: `1${ENTER}` },
])('the editor gets every key after a question was asked: $way', async ({ env, goOn }) => {
  const { home, entry } = await withEntry();
  const asks = 'printf "name it: "; read -r name; sed -i "s/^at: later/at: 2026-11-20/; s/far/$name/" "$1"';
  const terminal = openEdit(
    `if [ -e "$ROOT/open" ]; then ${asks}; else ${BREAK_AND_MEND}\n>"$ROOT/open"; fi`,
    home,
    env,
  );
  await terminal.when("coach can't read the entry as you edited it.", goOn);
  await terminal.until(/name it: $|name it:$/);
  await terminal.types(`as good as it gets${ENTER}`);
  await terminal.says('Saved.');
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(readFileSync(entry, 'utf8')).toContain('as good as it gets');
});

test('a text that cannot be read is kept after Ctrl-C', async () => {
  const { home, entry } = await withEntry();
  const before = readFileSync(entry, 'utf8');
  const terminal = openEdit(BREAK_AND_MEND, home);
  await terminal.when("coach can't read the entry as you edited it.", DOWN, CTRL_C);
  expect(await terminal.exited).toEqual({ exitCode: 130 });
  await terminal.says('Your edit is kept:');
  expect(readFileSync(entry, 'utf8')).toBe(before);
  expect(kept(home)).toEqual([expect.stringMatching(/^drafts\/.+ \(edited 1\)\.md$/)]);
  expectAsBefore(terminal, home);
});

test('when coach is told to end while the editor is open, what was saved there stays and is named', async () => {
  const { home, entry } = await withEntry();
  const before = readFileSync(entry, 'utf8');
  const terminal = openEdit(
    'sed -i s/far/good/ "$1"; >"$ROOT/open"; until [ -e "$ROOT/close" ]; do sleep 0.05; done; echo more >>"$1"',
    home,
  );
  await expect.poll(() => existsSync(path.join(home.root, 'open')), { timeout: 30_000 }).toBe(true);
  signal(home, 'SIGTERM');
  expect(await terminal.exited).toEqual({ exitCode: 143 });
  await terminal.says('The text that the editor saved is in');
  // The editor has outlived it.
  writeFileSync(path.join(home.root, 'close'), '');
  const file = kept(home).find((name) => name.endsWith('.md')) ?? '';
  const text = (): string => readFileSync(path.join(home.coach, 'state', file), 'utf8');
  await expect.poll(text, { timeout: 30_000 }).toMatch(/good\nmore\n$/);
  expect(readFileSync(entry, 'utf8')).toBe(before);

  const next = await coach(['journal', 'edit', 'last'], { env: { ...home.env, EDITOR: 'true' } });
  expect(next).toMatchObject({ stdout: 'Nothing was changed.\n', exitCode: 0 });
  expect(next.stderr).toMatch(
    /^An earlier edit left text that was never saved\. It is kept here: .+ \(edited 1\)\.md\nDoes your editor wait/,
  );
  expect(kept(home)).toContainEqual(expect.stringMatching(/^drafts\/.+ \(edited 1\)\.md$/));
});

test('an editor that did not wait lost what was saved in it later', async () => {
  const { home, entry } = await withEntry();
  const before = readFileSync(entry, 'utf8');
  const terminal = openEdit('( sleep 1; sed -i s/far/good/ "$1"; >"$ROOT/saved" ) >/dev/null 2>&1 &', home);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.screen()).toMatch(
    /Nothing was changed\.\nDoes your editor wait until you close the file\?/,
  );
  await expect.poll(() => existsSync(path.join(home.root, 'saved')), { timeout: 30_000 }).toBe(true);
  const next = await coach(['journal', 'edit', 'last'], { env: { ...home.env, EDITOR: 'true' } });
  expect(next.stderr).toContain('An earlier edit left text that was never saved. It is kept here: ');
  expect(readFileSync(entry, 'utf8')).toBe(before);
  const file = kept(home).find((name) => name.endsWith('(edited 1).md')) ?? '';
  expect(readFileSync(path.join(home.coach, 'state', file), 'utf8')).toContain('good');
});

test('an editor that was ended took with it what it had rescued beside its file', async () => {
  const { home } = await withEntry();
  const terminal = openEdit('sed s/far/good/ "$1" >"$1.save"; kill -HUP $$', home);
  expect(await terminal.exited).toEqual({ exitCode: 1 });
  await terminal.says('It is kept here:');
  const [file = '', ...others] = kept(home);
  expect(others).toEqual([]);
  expect(readFileSync(path.join(home.coach, 'state', file), 'utf8')).toContain('good');
});

test('an editor that fails is told, with what can become of its text', async () => {
  const { home, entry } = await withEntry();
  const terminal = openEdit('sed -i s/far/good/ "$1"; kill -9 $$', home);
  await terminal.when('It had already changed the text.', DOWN, ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(readFileSync(entry, 'utf8')).toContain('good');
  expect(kept(home)).toEqual([]);
});
