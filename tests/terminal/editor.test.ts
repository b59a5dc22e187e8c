import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, CTRL_C, CTRL_D, CTRL_G, ENTER, filesBelow, freshHome, openCoach } from './coach.ts';
import type { AtCoach, Home } from './coach.ts';

/** coach at a question with a text begun, and an editor that is a script. `$1` is the file, `$ROOT` the home. */
async function openWith(script: string, home: Home): Promise<AtCoach> {
  const editor = path.join(home.root, 'the editor');
  writeFileSync(editor, `#!/bin/sh\n${script}\n`);
  chmodSync(editor, 0o700);
  const env = { VISUAL: `"${editor}"`, ROOT: home.root };
  const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home, {
    env,
  });
  await terminal.when('know about the work', 'They talk to the client.', ENTER, CTRL_G);
  return terminal;
}

const told = (home: Home, name: string): string => readFileSync(path.join(home.root, name), 'utf8');

test('Ctrl-G opens the editor on what is typed, in a private file that is gone afterwards', async () => {
  const home = freshHome();
  const script = `
    ls -ld "$1" "$(dirname "$1")" | cut -c 1-10 >"$ROOT/modes"; cat "$1" >"$ROOT/seen"
    stty -a | grep -o -e ' icanon' -e ' echo ' >"$ROOT/tty"; echo "I talk to them. 計画" >>"$1"`;
  const terminal = await openWith(script, home);
  await terminal.until(/^│ They talk to the client\.\n│\n│ I talk to them\. 計画\nCtrl-D: done/m);
  expect(told(home, 'modes')).toBe('drwx------\n-rw-------\n');
  expect(told(home, 'seen')).toBe('They talk to the client.\n\n');
  expect(told(home, 'tty')).toBe(' icanon\n echo \n');
  expect(terminal.bracketedPaste()).toBe(true);
  await terminal.types(` And now${CTRL_D}`);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect((await coach(['journal', '--full'], home)).stdout).toContain('I talk to them. 計画 And now');
  expect(inState(home)).toEqual([]);
  expect(filesBelow(home.temporary)).toEqual([]);
});

const inState = (home: Home): readonly string[] =>
  filesBelow(path.join(home.coach, 'state')).filter((name) => !name.endsWith('shown.json'));

/** The next start, up to its first question. */
async function nextStart(home: Home): Promise<string> {
  const terminal = openCoach(['reflect', 'note'], home);
  await terminal.when('like to write down');
  const seen = terminal.everything();
  await terminal.types(CTRL_C);
  await terminal.exited;
  return seen;
}

test('when coach is told to end while the editor is open, what was typed is kept, and what is saved later', async () => {
  const home = freshHome();
  const wait = '>"$ROOT/open"; until [ -e "$ROOT/close" ]; do sleep 0.05; done';
  const terminal = await openWith(`${wait}; echo "saved late" >"$1"; >"$ROOT/closed"`, home);
  await expect.poll(() => existsSync(path.join(home.root, 'open')), { timeout: 30_000 }).toBe(true);
  await terminal.kill('SIGTERM');
  expect(await terminal.exited).toEqual({ exitCode: 143 });
  writeFileSync(path.join(home.root, 'close'), '');
  const draft = inState(home).find((name) => name.endsWith('.json')) ?? '';
  expect(readFileSync(path.join(home.coach, 'state', draft), 'utf8')).toContain('They talk to the client.');
  await expect.poll(() => existsSync(path.join(home.root, 'closed')), { timeout: 30_000 }).toBe(true);
  expect(await nextStart(home)).toMatch(
    /An earlier edit left text that was never saved\. It is kept here:\s[^]*edited 1/,
  );
  const [file = '', ...others] = inState(home).filter((name) => name !== draft);
  expect(others).toEqual([]);
  expect(readFileSync(path.join(home.coach, 'state', file), 'utf8')).toBe('saved late\n');
});

test('an editor that did not wait lost what was saved in it later', async () => {
  const home = freshHome();
  const terminal = await openWith(
    '( sleep 1; echo "saved late" >"$1"; >"$ROOT/closed" ) >/dev/null 2>&1 &',
    home,
  );
  await terminal.until(/Does your editor wait until you close the file\?[^]*Ctrl-D: done/);
  await terminal.types(`I go on.${CTRL_D}`);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  await expect.poll(() => existsSync(path.join(home.root, 'closed')), { timeout: 30_000 }).toBe(true);
  expect(await nextStart(home)).toMatch(
    /An earlier edit left text that was never saved\. It is kept here:\s[^]*edited 1/,
  );
  expect(inState(home).map((file) => readFileSync(path.join(home.coach, 'state', file), 'utf8'))).toEqual([
    'saved late\n',
  ]);
});

test('an editor that fails costs nothing and says so', async () => {
  const home = freshHome();
  const terminal = await openWith('echo scribble >"$1"; exit 3', home);
  await terminal.until(
    /^│ They talk to the client\.\n│\n.*The editor failed with exit status 3[^]*Ctrl-D: done/m,
  );
  await terminal.types(`I do, too, and so it goes on.${CTRL_D}`);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect((await coach(['journal', '--full'], home)).stdout).toContain(
    '\n  They talk to the client.\n  I do, too, and so it goes on.\n',
  );
});
