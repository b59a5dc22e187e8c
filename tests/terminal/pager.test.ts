import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryText } from '../cli/coach.ts';
import {
  coach,
  CTRL_C,
  expectAsBefore,
  freshHome,
  type Home,
  openCoach,
  openFromScript,
  signal,
} from './coach.ts';

const SHOW = ['journal', 'show', 'last'];

/** A home with one entry of so many lines. */
function withEntry(lines: number): Home {
  const home = freshHome();
  const at = '2026-11-22T09:00:00+01:00';
  const text = Array.from({ length: lines }, (_, index) => `Line ${index + 1}.`).join('\n\n');
  const body = `\n## What is it?\n<!-- coach: note-page text -->\n\n${text}\n`;
  const file = path.join(home.journal, '2026/11/2026-11-22-090000-note-k3x8m2p9qa.md');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entryText({ id: 'k3x8m2p9qa', at, body }));
  return home;
}

/** A pager that keeps what it was given. */
function pagerIn(home: Home, script: string): string {
  const file = path.join(home.root, 'pager');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  return `"${file}"`;
}

describe.skipIf(process.platform === 'win32')('a page that is longer than the screen', () => {
  test('is read in less, with its colours, and left early without an error', async () => {
    const home = withEntry(60);
    const terminal = openFromScript(SHOW, home, { env: { PAGER: undefined } });
    await terminal.until(/^A free page\n[^]*Line \d+\.[^]*\n:$/);
    expect(terminal.written()).toContain('\u001b[1mA free page');
    await terminal.types('G');
    await terminal.until(/Line 60\.\n[^]*\(END\)$/);
    await terminal.types('q');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expectAsBefore(terminal, home);
  });

  test('Ctrl-C is the pager’s own key', async () => {
    const terminal = openCoach(SHOW, withEntry(60), { env: { PAGER: undefined } });
    await terminal.until(/\n:$/);
    await terminal.types(CTRL_C);
    await terminal.types('G');
    await terminal.until(/Line 60\.\n[^]*\(END\)$/);
    await terminal.types('q');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
  });

  test('goes to PAGER, which may hold arguments for the shell', async () => {
    const home = withEntry(60);
    const pager = `${pagerIn(home, 'cat >"$ROOT/read"; echo "$1:$LESS:$LESSHISTFILE"')} paged`;
    const env = { PAGER: pager, ROOT: home.root, NO_COLOR: '1' };
    const terminal = openFromScript(SHOW, home, { env });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.screen()).toBe('paged:FRX:-');
    const piped = await coach(SHOW, home);
    expect(readFileSync(path.join(home.root, 'read'), 'utf8')).toBe(piped.stdout);
  });

  test.each([
    { what: 'closes before it has read everything', script: 'exec <&-; exit 3', shows: false },
    { what: 'is not there', script: 'exit 127', shows: true },
  ])('a pager that $what is no failure', async ({ script, shows }) => {
    const home = withEntry(20_000);
    const terminal = openFromScript(SHOW, home, { env: { PAGER: pagerIn(home, script) } });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.everything().includes('Line 20000.')).toBe(shows);
  });

  test.each([
    { PAGER: 'no-such-pager' },
    { PAGER: '' },
    { PAGER: 'cat' },
    { PAGER: undefined, TERM: 'dumb' },
  ])('is printed plainly: %o', async (env) => {
    const home = withEntry(60);
    const terminal = openFromScript(SHOW, home, { env });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.everything()).toContain('Line 60.');
    expect(terminal.everything()).not.toContain('not found');
  });

  test.each([
    { argv: ['journal', '--full'] },
    { argv: ['banks', 'show', 'member'] },
    { argv: ['journal', '--question', 'note-page'] },
    { argv: ['about'] },
  ])('$argv', async ({ argv }) => {
    const home = withEntry(60);
    const terminal = openFromScript(argv, home, { rows: 6, env: { PAGER: pagerIn(home, 'echo paged') } });
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.screen()).toBe('paged');
  });

  test('is ended with coach, and the terminal is as it was', async () => {
    const home = withEntry(60);
    const terminal = openFromScript(SHOW, home, { env: { PAGER: undefined } });
    await terminal.until(/\n:$/);
    signal(home, 'SIGTERM');
    expect(await terminal.exited).toEqual({ exitCode: 143 });
    expectAsBefore(terminal, home);
  });
});

test.skipIf(process.platform === 'win32')(
  'a page that fits, or is for a screen reader, is printed',
  async () => {
    const fitting = withEntry(2);
    const env = { PAGER: pagerIn(fitting, 'echo paged') };
    const short = openFromScript(SHOW, fitting, { env });
    expect(await short.exited).toEqual({ exitCode: 0 });
    expect(short.screen()).toContain('Line 2.');
    const plain = withEntry(60);
    await coach(['config', 'set', 'plain', 'true'], plain);
    const long = openFromScript(SHOW, plain, { env: { PAGER: pagerIn(plain, 'echo paged') } });
    expect(await long.exited).toEqual({ exitCode: 0 });
    expect(long.everything()).toContain('Line 60.');
  },
);
