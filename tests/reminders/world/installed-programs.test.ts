import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { installedPrograms } from '../../../src/reminders/world/installed-programs.ts';

/** A machine below a folder: files, and links by what they lead to. */
function machine(files: readonly string[], links: Readonly<Record<string, string>> = {}) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'coach-programs-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const place = (name: string): string => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    return path.join(folder, name);
  };
  for (const name of files) writeFileSync(place(name), name);
  for (const [name, target] of Object.entries(links)) symlinkSync(path.join(folder, target), place(name));
  return folder;
}

interface Found {
  readonly files: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly search: readonly string[];
  readonly node: string;
}

/** The programs that are found there, without the folder of the machine, where coach is in `lib/coach`. */
function found({ files, links, search, node }: Found) {
  const folder = machine(['lib/coach/bin/coach.cjs', ...files], links);
  const env = { PATH: search.map((name) => path.join(folder, name)).join(':') };
  const programs = installedPrograms(env, path.join(folder, node), path.join(folder, 'lib/coach')).find();
  return { node: path.relative(folder, programs.node), coach: path.relative(folder, programs.coach) };
}

test.each([
  {
    what: 'the link of Homebrew, and not what it leads to',
    files: ['brew/Cellar/node/24.1.0/bin/node'],
    links: {
      'brew/bin/node': 'brew/Cellar/node/24.1.0/bin/node',
      'brew/bin/coach': 'lib/coach/bin/coach.cjs',
    },
    search: ['brew/bin'],
    node: 'brew/Cellar/node/24.1.0/bin/node',
    is: { node: 'brew/bin/node', coach: 'brew/bin/coach' },
  },
  {
    what: 'the link of Homebrew that is not on PATH',
    files: ['brew/Cellar/node@24/24.1.0/bin/node'],
    links: { 'brew/opt/node@24': 'brew/Cellar/node@24/24.1.0' },
    search: [],
    node: 'brew/Cellar/node@24/24.1.0/bin/node',
    is: { node: 'brew/opt/node@24/bin/node', coach: 'lib/coach/bin/coach.cjs' },
  },
  {
    what: 'not another node that comes first on PATH',
    files: ['usr/bin/node', 'own/bin/node'],
    search: ['usr/bin', 'own/bin'],
    node: 'own/bin/node',
    is: { node: 'own/bin/node', coach: 'lib/coach/bin/coach.cjs' },
  },
  {
    what: 'the place itself where nothing that lasts leads to it',
    files: ['h/.nvm/versions/node/v20.19.5/bin/node'],
    links: { 'h/.nvm/versions/node/v20.19.5/bin/coach': 'lib/coach/bin/coach.cjs' },
    search: ['h/.nvm/versions/node/v20.19.5/bin'],
    node: 'h/.nvm/versions/node/v20.19.5/bin/node',
    is: { node: 'h/.nvm/versions/node/v20.19.5/bin/node', coach: 'lib/coach/bin/coach.cjs' },
  },
  {
    what: 'the current one of nvm, where it keeps such a link',
    files: ['h/.nvm/versions/node/v20.19.5/bin/node'],
    links: { 'h/.nvm/current': 'h/.nvm/versions/node/v20.19.5' },
    search: ['h/.nvm/versions/node/v20.19.5/bin'],
    node: 'h/.nvm/versions/node/v20.19.5/bin/node',
    is: { node: 'h/.nvm/current/bin/node', coach: 'lib/coach/bin/coach.cjs' },
  },
  {
    what: 'not what fnm makes for one shell',
    files: ['fnm/node-versions/v24.1.0/installation/bin/node'],
    links: {
      'fnm_multishells/7_1': 'fnm/node-versions/v24.1.0/installation',
      'fnm/aliases/default': 'fnm/node-versions/v24.1.0/installation',
    },
    search: ['fnm_multishells/7_1/bin'],
    node: 'fnm_multishells/7_1/bin/node',
    is: { node: 'fnm/aliases/default/bin/node', coach: 'lib/coach/bin/coach.cjs' },
  },
])('finds $what', ({ is, ...where }) => expect(found(where)).toEqual(is));

test('a program that cannot be run counted as there', () => {
  const folder = machine(['node', 'coach']);
  const { isThere } = installedPrograms({}, process.execPath, folder);
  const node = path.join(folder, 'node');
  const coach = path.join(folder, 'coach');
  const gone = path.join(folder, 'gone');
  chmodSync(node, 0o700);
  chmodSync(coach, 0o600);
  expect([isThere(node, 'run'), isThere(node, 'read'), isThere(coach, 'read')]).toEqual([true, true, true]);
  expect([isThere(coach, 'run'), isThere(gone, 'read'), isThere(folder, 'run')]).toEqual([
    false,
    false,
    false,
  ]);
});
