import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, put } from '../cli/coach.ts';
import { jrnlText } from '../../src/export/export-jrnl.ts';
import { noteText } from '../../src/export/daily-notes.ts';
import { readJrnlEntry } from '../../src/import/import-jrnl.ts';
import { stored, TRICKY, withTitle } from './leaving.ts';
import { programNamed } from './real-programs.ts';

const JRNL = programNamed('jrnl', 'COACH_TEST_JRNL');
const NB = programNamed('nb', 'COACH_TEST_NB');

const SETTINGS = `colors: {body: none, date: none, tags: none, title: none}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: false
indent_character: '|'
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
version: v4.2
`;

/** A home in which nothing was ever done. */
function homeOf(files: Readonly<Record<string, string>>): {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
} {
  const home = freshHome();
  for (const [name, text] of Object.entries(files)) put(path.join(home, name), text);
  const folders = { XDG_CONFIG_HOME: path.join(home, 'config'), XDG_DATA_HOME: path.join(home, 'data') };
  return { home, env: { ...process.env, HOME: home, JRNL_HOME: home, ...folders } };
}

test.skipIf(JRNL === undefined)(
  'jrnl takes in each entry as one, and keeps moment, text, tags and stars',
  { timeout: 60_000 },
  () => {
    const { home, env } = homeOf({ 'journal.txt': '' });
    const journal = JSON.stringify(path.join(home, 'journal.txt'));
    put(path.join(home, 'config/jrnl/jrnl.yaml'), `${SETTINGS}journals: {default: {journal: ${journal}}}\n`);
    writeFileSync(path.join(home, 'out'), [...jrnlText(stored(TRICKY))].join(''));
    const jrnl = (...words: readonly string[]): string =>
      execFileSync(JRNL ?? '', words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    jrnl('--import', '--file', path.join(home, 'out'));
    // What it has written itself is read again.
    const { entries }: { readonly entries: readonly unknown[] } = JSON.parse(jrnl('--format', 'json'));
    const read = entries.map((entry) => readJrnlEntry(entry, 'jrnl'));
    const wanted = TRICKY.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map((entry) => ({
      foreign: {
        at: `${entry.at.slice(0, 10)}T${entry.at.slice(11, 16) || '00:00'}:00`,
        starred: entry.extra.front.includes('starred'),
        text: expect.stringContaining(withTitle(entry)),
        tags: expect.arrayContaining(entry.tags.map((tag) => tag.replace('.', '-'))),
      },
    }));
    expect(read).toMatchObject(wanted);
    expect(read).toHaveLength(TRICKY.length);
  },
);

test.skipIf(NB === undefined)('nb takes in each daily note, and shows its text', { timeout: 60_000 }, () => {
  const { home, env } = homeOf({ '.gitconfig': '[user]\nname = A\nemail = a@example.org\n' });
  const files = stored(TRICKY).map(({ entry, path: name }) =>
    put(path.join(home, 'notes', path.basename(name)), noteText(entry, name)),
  );
  const nb = (...words: readonly string[]): string =>
    execFileSync(NB ?? '', words, {
      env: { ...env, NB_DIR: path.join(home, '.nb'), NB_AUTO_SYNC: '0', EDITOR: 'true' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  // The first command of all only makes a notebook.
  nb('notebooks');
  nb('import', ...files);
  expect(nb('count').trim()).toBe(String(TRICKY.length));
  expect(nb('show', path.basename(files[0] ?? ''), '--print', '--no-color')).toContain(
    'Rain. It rained all day! Did it?',
  );
  expect(readFileSync(path.join(home, '.nb/home', path.basename(files[1] ?? '')), 'utf8')).toBe(
    readFileSync(files[1] ?? '', 'utf8'),
  );
});
