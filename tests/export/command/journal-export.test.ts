import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  failed,
  filesBelow,
  freshHome,
  journalOf,
  printed,
  put,
  putEntry,
  refused,
} from '../../cli/coach.ts';
import { filled } from '../../cli/journal/journal-entries.ts';
import { EXPORT_FORMATS, isTextFormat } from '../../../src/export/export-format.ts';

const BODY = `
## What is on your mind?
<!-- coach: note-text text -->

A first page, and "more".
`;

function one(): { readonly home: string; readonly file: string } {
  const home = freshHome();
  const file = putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', body: BODY });
  return { home, file };
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

const BEGINS: Readonly<Record<string, RegExp>> = {
  json: /^\[\n {2}\{\n {4}"format": 1,/,
  jsonl: /^\{"format":1,/,
  markdown: /^# Journal\n\n## 22 November 2026, 08:00: A first page, and "more"\.\n/,
  html: /^<!doctype html>\n/,
  csv: /^\ufeffid,at,/,
  text: /^A free page\n22 November 2026, 08:00\n/,
  jrnl: /^\[2026-11-22 08:00\] A first page, and "more"\.\n\n$/,
  'day-one': /^\{"metadata":\{"version":"1\.0"\},"entries":\[\n\{"uuid":"[0-9A-F]{32}",/,
};

describe.each(EXPORT_FORMATS.filter(isTextFormat))('--format %s', (format) => {
  test('goes to standard output, or to a file of one’s own', async () => {
    const { home } = one();
    const ran = await coach(['journal', 'export', '--format', format], { home });
    expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
    expect(ran.stdout).toMatch(BEGINS[format] ?? /^$/);
    expect(await coach(['journal', 'export', '--format', format, '--to', '-'], { home })).toEqual(ran);
    const to = await coach(['journal', 'export', '--format', format, '--to', 'new/a'], { home });
    expect(to).toEqual({ stdout: '', stderr: 'Wrote 1 entry to new/a\n', exitCode: 0 });
    expect(readFileSync(path.join(home, 'new/a'), 'utf8')).toBe(ran.stdout);
    expect([modeOf(path.join(home, 'new')), modeOf(path.join(home, 'new/a'))]).toEqual(['700', '600']);
    expect(filesBelow(path.join(home, 'new'))).toEqual(['a']);
  });
});

test('json is what coach journal --json prints', async () => {
  const home = filled();
  const json = await coach(['journal', '--json'], { home });
  expect(await coach(['journal', 'export', '--format', 'json'], { home })).toEqual(json);
  const lines = (await coach(['journal', 'export', '--format', 'jsonl'], { home })).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(json.stdout));
});

test('text is what coach journal --full prints, the oldest first', async () => {
  const home = filled();
  const pages = async (...words: string[]): Promise<readonly string[]> =>
    (await coach(['journal', ...words], { home })).stdout.trimEnd().split(/(?<=\.md)\n\n/);
  expect(await pages('export', '--format', 'text')).toEqual(
    (await pages('--full', '--limit', 'all')).toReversed(),
  );
});

test.each([
  { flags: ['--bank', 'note'], left: ['n3', 'n1'] },
  { flags: ['--about', 'D.'], left: ['n5', 'n2'] },
  { flags: ['--role', 'manager', '--since', '2026-11-01'], left: ['n6', 'n4'] },
  { flags: ['--tag', 'review'], left: ['n5', 'n4'] },
  { flags: ['--until', '2025'], left: ['n1'] },
])('$flags choose', async ({ flags, left }) => {
  const ran = await coach(['journal', 'export', '--format', 'json', ...flags], { home: filled() });
  const entries: readonly { readonly id: string }[] = JSON.parse(ran.stdout);
  expect(entries.map(({ id }) => id.slice(0, 2))).toEqual(left);
});

describe('the end of a name tells the format', () => {
  test.each(['json', 'jsonl', 'md', 'html', 'csv', 'txt'])('%s', async (ending) => {
    const { home } = one();
    const to = `out.${ending}`;
    expect(await coach(['journal', 'export', '--to', to], { home })).toMatchObject({ exitCode: 0 });
    const format = { md: 'markdown', txt: 'text' }[ending] ?? ending;
    expect(readFileSync(path.join(home, to), 'utf8')).toMatch(BEGINS[format] ?? /^$/);
  });

  test('unless --format says otherwise', async () => {
    const { home } = one();
    await coach(['journal', 'export', '--to', 'out.json', '--format', 'CSV'], { home });
    expect(readFileSync(path.join(home, 'out.json'), 'utf8')).toMatch(BEGINS['csv'] ?? /^$/);
  });
});

describe('a folder', () => {
  test('gets each entry as the file that it is', async () => {
    const { home, file } = one();
    const text = readFileSync(path.join(journalOf(home), file), 'utf8');
    put(path.join(home, 'vault/mine.md'), 'Mine.\n');
    for (const to of ['vault', 'new/notes/']) {
      expect(await coach(['journal', 'export', '--to', to], { home })).toEqual({
        stdout: '',
        stderr: `Wrote 1 entry to ${to}\n`,
        exitCode: 0,
      });
      expect(readFileSync(path.join(home, to, file), 'utf8')).toBe(text);
      expect(modeOf(path.join(home, to, file))).toBe('600');
      expect(modeOf(path.join(home, to, path.dirname(file)))).toBe('700');
    }
    expect(filesBelow(path.join(home, 'vault'))).toEqual([file, 'mine.md']);
    const again = await coach(['journal', 'export', '--to', 'vault', '--format', 'markdown'], { home });
    expect(again.stderr).toBe('Wrote 0 entries to vault; 1 was already there\n');
  });

  test('can be a journal again', async () => {
    const home = filled();
    await coach(['journal', 'export', '--to', 'vault/'], { home });
    const env = { COACH_JOURNAL: path.join(home, 'vault') };
    expect(await coach(['journal', '--json'], { home, env })).toEqual(
      await coach(['journal', '--json'], { home }),
    );
  });

  test('loses what a killed export left of its own files, and nothing else', async () => {
    const { home, file } = one();
    await coach(['journal', 'export', '--to', 'vault/'], { home });
    const below = path.join(home, 'vault', path.dirname(file));
    const old = new Date('2020-01-01');
    const ours = `.${path.basename(file)}.coach-7`;
    for (const name of [ours, '.mine.md.coach-7']) utimesSync(put(path.join(below, name), 'x'), old, old);
    await coach(['journal', 'export', '--to', 'vault/'], { home });
    expect(filesBelow(below)).toEqual(['.mine.md.coach-7', path.basename(file)]);
  });

  test('keeps its links, whose files are overwritten with --force only', async () => {
    const { home, file } = one();
    const real = put(path.join(home, 'elsewhere/real.md'), 'Mine.\n');
    const link = path.join(home, 'vault', file);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(real, link);
    expect(await coach(['journal', 'export', '--to', 'vault/'], { home })).toMatchObject({ exitCode: 1 });
    expect(readFileSync(real, 'utf8')).toBe('Mine.\n');
    const forced = await coach(['journal', 'export', '--to', 'vault/', '--force'], { home });
    expect(forced.stderr).toBe('Wrote 1 entry to vault/\n');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toContain('A first page');
    expect(filesBelow(path.join(home, 'elsewhere'))).toEqual(['real.md']);
  });

  test('in which a file differs is left as it is, without --force', async () => {
    const { home, file } = one();
    const other = putEntry(home, { id: '7q2m8k3x9b', at: '2026-11-20T08:00:00+01:00' });
    put(path.join(home, 'vault', file), 'Mine.\n');
    expect(await coach(['journal', 'export', '--to', 'vault'], { home })).toEqual(
      failed(
        `coach: different files are already there: ${file}\n` +
          '  Nothing was written. Overwrite them with --force, or choose another folder.\n',
      ),
    );
    expect(filesBelow(path.join(home, 'vault'))).toEqual([file]);
    const forced = await coach(['journal', 'export', '--to', 'vault', '--force'], { home });
    expect(forced.stderr).toBe('Wrote 2 entries to vault\n');
    expect(filesBelow(path.join(home, 'vault'))).toEqual([other, file]);
    expect(readFileSync(path.join(home, 'vault', file), 'utf8')).toContain('A first page');
  });
});

describe('an export was half done, or changed the journal', () => {
  test('where a folder had the name of a file, and --force was given', async () => {
    const { home, file } = one();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-11-20T08:00:00+01:00' });
    mkdirSync(path.join(home, 'vault', file), { recursive: true });
    expect(await coach(['journal', 'export', '--to', 'vault', '--force'], { home })).toEqual(
      failed(
        `coach: there is a folder named ${file}\n` +
          '  Nothing was written. Rename that folder, or choose another one to export to.\n',
      ),
    );
    expect(filesBelow(path.join(home, 'vault'))).toEqual([]);
  });

  test('where a link led from a folder in it into the journal', async () => {
    const { home } = one();
    mkdirSync(path.join(home, 'vault'));
    symlinkSync(path.join(journalOf(home), '2026'), path.join(home, 'vault/2026'));
    const ran = await coach(['journal', 'export', '--to', 'vault/', '--force'], { home });
    expect(ran.stderr).toMatch(/^coach: vault\/2026\/\d\d is in the journal itself\n/);
    expect(ran.exitCode).toBe(2);
  });

  test('where a link led from a file in it to an entry that got links', async () => {
    const home = freshHome();
    const at = '2026-11-22T08:00:00+01:00';
    const plan = '\n## What?\n<!-- coach: member-commitment commitment -->\n\n- Then: ask first\n';
    const kept =
      '\n## And now?\n<!-- coach: review-kept choice closes=aaaaaaaaaa/member-commitment -->\n\nyes\n';
    for (const [id, body] of [
      ['aaaaaaaaaa', plan],
      ['bbbbbbbbbb', kept],
    ] as const) {
      const file = path.join(journalOf(home), putEntry(home, { id, at, body }));
      const link = path.join(home, 'vault', path.relative(journalOf(home), file));
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(file, link);
    }
    const ran = await coach(['journal', 'export', '--to', 'vault/'], { home });
    expect(ran.stderr).toContain('different files are already there');
    for (const name of filesBelow(journalOf(home)))
      expect(readFileSync(path.join(journalOf(home), name), 'utf8')).not.toContain('links:');
  });
});

describe('what is there', () => {
  test('is overwritten only with --force, and a link stays a link', async () => {
    const { home } = one();
    const file = put(path.join(home, 'real.txt'), 'Mine.\n');
    symlinkSync(file, path.join(home, 'out.txt'));
    expect(await coach(['journal', 'export', '--to', 'out.txt'], { home })).toEqual(
      failed(
        'coach: out.txt already exists\n  Nothing was written. Overwrite the file with --force, or choose another name.\n',
      ),
    );
    expect(readFileSync(file, 'utf8')).toBe('Mine.\n');
    expect(await coach(['journal', 'export', '--to', 'out.txt', '--force'], { home })).toMatchObject({
      exitCode: 0,
    });
    expect(readFileSync(file, 'utf8')).toMatch(BEGINS['text'] ?? /^$/);
  });

  test('beside it is not touched, but for what an export to the same name left behind', async () => {
    const { home } = one();
    const old = new Date('2020-01-01');
    for (const name of ['.mine.json.coach-7', '.out.json.coach-7', '.out.json.coach-x']) {
      utimesSync(put(path.join(home, 'there', name), 'x'), old, old);
    }
    await coach(['journal', 'export', '--to', 'there/out.json'], { home });
    expect(filesBelow(path.join(home, 'there'))).toEqual([
      '.mine.json.coach-7',
      '.out.json.coach-x',
      'out.json',
    ]);
  });
});

describe('is refused', () => {
  test.each([
    {
      argv: [],
      says: 'the format is missing\n  Add --format (json, jsonl, markdown, html, csv, text, jrnl, day-one, daily-notes), or a file name: --to journal.html',
    },
    {
      argv: ['--to', 'journal.pdf'],
      says: 'the name journal.pdf does not say which format\n  Add --format (json, jsonl, markdown, html, csv, text, jrnl, day-one, daily-notes), or a file name: --to journal.html',
    },
    { argv: ['--format', 'htlm'], says: 'there is no format "htlm"\n  Did you mean html?' },
    {
      argv: ['--format', 'pdf'],
      says: 'there is no format "pdf"\n  The formats are json, jsonl, markdown, html, csv, text, jrnl, day-one, daily-notes.',
    },
    {
      argv: ['--format', 'json', '--to', 'folder/'],
      says: 'folder/ is a folder, but json is written to one file\n  Give the name of a file in that folder. Only the formats markdown and daily-notes are written to a folder.',
    },
    {
      argv: ['--format', 'json', '--force'],
      says: '--force needs a file or folder to overwrite\n  Give it with --to.',
    },
    {
      argv: ['--format', 'daily-notes'],
      says: 'daily-notes is written to a folder, one file per entry\n  Give it with --to, for example: --to notes/',
    },
    {
      argv: ['--format', 'daily-notes', '--to', 'one.md'],
      says: 'one.md is a file, but daily-notes is written to a folder\n  Give the name of a folder, for example: --to notes/',
    },
    { argv: ['--to', ''], says: '--to needs a path\n  For example: --to journal.html' },
    {
      argv: ['--to', 'data/journal/'],
      says: 'data/journal/ is in the journal itself\n  Export to a place outside it. To copy entries within the journal, copy their files.',
    },
    {
      argv: ['--to', 'link/2026/all.md', '--force'],
      says: 'link/2026/all.md is in the journal itself\n  Export to a place outside it. To copy entries within the journal, copy their files.',
    },
    {
      argv: ['--format', 'json', '--json'],
      says: "unknown option '--json'\n  For help: coach journal export --help",
    },
    {
      argv: ['--format', 'json', '--limit', '3'],
      says: "unknown option '--limit'\n  For help: coach journal export --help",
    },
    {
      argv: ['--format', 'json', '--role', 'boss'],
      says: 'there is no role "boss"\n  The roles are manager and member.',
    },
    {
      argv: ['--format', 'json', '--bank', 'mamager'],
      says: 'there is no question set "mamager"\n  Did you mean manager?',
    },
  ])('$argv', async ({ argv, says }) => {
    const { home, file } = one();
    symlinkSync(journalOf(home), path.join(home, 'link'));
    put(path.join(home, 'one.md'), 'Mine.');
    expect(await coach(['journal', 'export', ...argv], { home })).toEqual(refused(`coach: ${says}\n`));
    expect(filesBelow(journalOf(home))).toEqual([file]);
  });

  test('what is no file, as a pipe is none', async () => {
    const { home } = one();
    mkdirSync(path.join(home, 'x'));
    execFileSync('mkfifo', [path.join(home, 'x/pipe')]);
    const ran = await coach(['journal', 'export', '--format', 'json', '--to', 'x/pipe', '--force'], { home });
    expect(ran).toEqual(
      failed('coach: x/pipe is not a file\n  Choose another place, or leave out --to for standard output.\n'),
    );
    put(path.join(home, 'x/file'), '');
    expect(await coach(['journal', 'export', '--to', 'x/file/'], { home })).toMatchObject({
      stderr: expect.stringMatching(/^coach: x\/file\/ is not a folder\n/),
      exitCode: 1,
    });
  });
});

test('files that cannot be understood are named, and the others are exported', async () => {
  const { home, file } = one();
  const broken = '2026/11/2026-11-21-080000-note-7q2m8k3x9b.md';
  put(path.join(journalOf(home), broken), '---\ncoach: 1\nid: x\n---\n');
  const ran = await coach(['journal', 'export', '--to', 'vault/'], { home });
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toMatch(new RegExp(`^coach: ${broken}:.*\\n`));
  expect(ran.stderr).toMatch(/ {2}This file was skipped and left as it was\.\nWrote 1 entry to vault\/\n/);
  expect(ran.stderr).toMatch(/\ncoach: 1 file could not be read and is not in the export\n/);
  expect(filesBelow(path.join(home, 'vault'))).toEqual([file]);
});

test('an export that left entries out was a success, and took the place of a fuller one', async () => {
  const { home, file } = one();
  const to = ['journal', 'export', '--to', 'all.json', '--force'];
  put(path.join(home, 'all.json'), 'the backup of yesterday');
  const broken = '2026/11/2026-11-21-080000-note-7q2m8k3x9b.md';
  put(path.join(journalOf(home), broken), '---\ncoach: 1\nid: x\n---\n');
  const ran = await coach(to, { home });
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr).toMatch(
    /\ncoach: all\.json was not replaced: it may hold entries that can no longer be read from the journal\n/,
  );
  expect(readFileSync(path.join(home, 'all.json'), 'utf8')).toBe('the backup of yesterday');
  rmSync(path.join(journalOf(home), broken));
  expect((await coach(to, { home })).exitCode).toBe(0);
  expect(readFileSync(path.join(home, 'all.json'), 'utf8')).toContain(file);
});

test('an export of nothing but what cannot be read was a success', async () => {
  const home = freshHome();
  put(
    path.join(journalOf(home), '2026/11/2026-11-21-080000-note-7q2m8k3x9b.md'),
    '---\ncoach: 1\nid: x\n---\n',
  );
  expect((await coach(['journal', 'export', '--to', 'all.json'], { home })).exitCode).toBe(1);
});

test('where there is nothing, a file is not made, and standard output is whole', async () => {
  const home = freshHome();
  expect(await coach(['journal', 'export', '--to', 'a.json'], { home })).toEqual({
    stdout: '',
    stderr: 'There are no entries. Nothing was written.\n',
    exitCode: 0,
  });
  expect(filesBelow(home)).not.toContain('a.json');
  expect(await coach(['journal', 'export', '--format', 'json'], { home })).toEqual({
    ...printed('[]\n'),
    stderr: 'There are no entries.\n',
  });
  const filtered = await coach(['journal', 'export', '--format', 'json', '--about', 'Z.'], {
    home: filled(),
  });
  expect(filtered).toEqual({ stdout: '[]\n', stderr: 'No entries match.\n', exitCode: 0 });
});
