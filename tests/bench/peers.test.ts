// Other programs that are measured beside coach: a made-up program each, on a PATH of its own.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'coach-peers-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program of that name on the PATH of the bench. */
function installed(name: string, script: string): void {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(bin, name), 0o755);
}

/** Runs a piece of the bench where only what is `installed` is on the PATH; it prints JSON. */
function inBench(code: string, env: Readonly<Record<string, string>> = {}): unknown {
  const below = path.join(folder, 'below');
  mkdirSync(below);
  const imports = [
    "import { findPeers, worksOfPeers } from './bench/peers.mjs';",
    "import { runner } from './bench/measure.mjs';",
    "import { inRounds } from './bench/rounds.mjs';",
    `const below = ${JSON.stringify(below)};`,
  ];
  const printed = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', [...imports, code].join('\n')],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: path.join(folder, 'bin'), ...env } },
  );
  return JSON.parse(printed);
}

const MEASURED = `
  const { found, troubles } = findPeers(below);
  const { run } = runner(process.execPath, below);
  const { works, troubles: more } = worksOfPeers(found, 2, { texts: ['Rose early.'], journal: below, below, run });
  const { cells, troubles: most } = inRounds(works, { runs: 2, entries: 2, run });
  const measured = cells.map(({ work, times }) => [work.peer, work.name, times.length]);
  console.log(JSON.stringify({ troubles: [...troubles, ...more, ...most], measured }));`;

test('a program that is missing or fails is named in a line, and the others are measured', () => {
  installed('jrnl', 'exit 3');
  installed('task', 'test "$1" = --version && echo 2.6.2 || { echo "no such command" >&2; exit 1; }');
  installed('rg', 'test "$2" = with && exit 1; echo 13.0.0');
  expect(inBench(MEASURED)).toEqual({
    troubles: [
      'jrnl does not say its version.',
      'nb is not installed.',
      'taskwarrior, 2 entries: first import ended with 1: no such command',
      'ripgrep, 2 entries: search a common word ended with 1',
    ],
    measured: [
      ['ripgrep', 'say the version', 2],
      ['ripgrep', 'search a rare word', 2],
    ],
  });
});

test('a program that is measured sees neither the home nor the settings of the person', () => {
  const seen = path.join(folder, 'seen');
  installed('rg', `/usr/bin/env > '${seen}'; echo 13.0.0`);
  inBench(MEASURED, {
    HOME: '/person',
    XDG_CONFIG_HOME: '/person/config',
    NB_DIR: '/person/notes',
    TASKRC: '/person/taskrc',
    RIPGREP_CONFIG_PATH: '/person/ripgreprc',
    GIT_CONFIG_GLOBAL: '/person/gitconfig',
  });
  const environment = readFileSync(seen, 'utf8');
  expect(environment).toMatch(new RegExp(`^HOME=${path.join(folder, 'below', 'ripgrep-')}`, 'm'));
  expect(environment).not.toContain('/person');
});
