import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idFrom } from '../../../src/domain/entry/entry.ts';
import { entryFile } from '../../../src/app/journal/entry-file.ts';
import { coach, entryText, ROOT, filesBelow, freshHome, journalOf, put } from '../../cli/coach.ts';
import { zipped } from './import-homes.ts';
import { plainHostileEntry } from '../../formats/entry/entry-arbitrary.ts';

const IMPORT = ['journal', 'import'];

/** The files of a folder by their paths. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesBelow(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString('latin1')]),
  );
}

async function exported(home: string): Promise<string> {
  const ran = await coach(['journal', 'export', '--to', 'out/'], { home });
  expect(ran).toMatchObject({ exitCode: 0 });
  return path.join(home, 'out');
}

const PLAN = `
## What will you try?
<!-- coach: member-commitment commitment -->

- Then: ask first
- By: 2026-11-29
`;
const REVIEW = `
## And now?
<!-- coach: review-kept choice closes=aaaaaaaaaa/member-commitment -->

yes (Kept)
`;
const at = '2026-11-22T08:00:00+01:00';

/** A plan with a review, both exported with links to each other, and files that were changed by hand. */
function journal(): string {
  const home = freshHome();
  const write = (id: string, text: string, bank = 'note'): void => {
    put(path.join(journalOf(home), `2026/11/2026-11-22-080000-${bank}-${id}.md`), text);
  };
  write('aaaaaaaaaa', entryText({ id: 'aaaaaaaaaa', at, bank: 'member', body: PLAN }), 'member');
  write('bbbbbbbbbb', entryText({ id: 'bbbbbbbbbb', at, bank: 'review', body: REVIEW }), 'review');
  const mine = 'links:\n  - "[[People/D.]]"\n';
  write('cccccccccc', entryText({ id: 'cccccccccc', at, front: mine, body: REVIEW }));
  write('dddddddddd', entryText({ id: 'dddddddddd', at, front: "mood: {a: 'b'} # mine\n" }));
  write('eeeeeeeeee', `\ufeff${entryText({ id: 'eeeeeeeeee', at })}\n\n\n`);
  write('ffffffffff', entryText({ id: 'ffffffffff', at }).replaceAll('\n', '\r\n'));
  write('gggggggggg', entryText({ id: "'gggggggggg'", at, body: '\n## My own\n\nWords.\n\n\n' }));
  return home;
}

test('an export of a folder could not be imported, and was refused with two hints that contradicted each other', async () => {
  const home = journal();
  const out = await exported(home);
  expect(filesIn(out)).not.toEqual(filesIn(journalOf(home)));
  const other = freshHome();
  const ran = await coach([...IMPORT, out, '--yes'], { home: other });
  expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  expect(ran.stdout).toMatch(/: coach, 7 entries, dated 2026-11-22\.\n(?:.*\n)*Imported 7 entries\.\n$/);
  expect(filesIn(journalOf(other))).toEqual(filesIn(journalOf(home)));
  expect(filesIn(await exported(other))).toEqual(filesIn(out));
  const again = await coach([...IMPORT, out, '--yes'], { home: other });
  expect(again.stdout).toContain('7 entries are already in the journal.\nThere is nothing new to import.\n');
});

test('whatever entries say, an export, an import and an export give the same bytes', async () => {
  const home = freshHome();
  const entries = fc.sample(plainHostileEntry, { numRuns: 150, seed: 7 });
  for (const [index, entry] of entries.entries()) {
    const id = idFrom(Uint8Array.of(index, index / 32, 0, 0, 0, 0, 0, 0, 0, 0));
    const { path: name, bytes } = entryFile({ ...entry, id });
    put(path.join(journalOf(home), name), bytes);
  }
  const out = await exported(home);
  const other = freshHome();
  expect(await coach([...IMPORT, out, '--yes'], { home: other })).toMatchObject({ stderr: '', exitCode: 0 });
  expect(filesIn(journalOf(other))).toEqual(filesIn(journalOf(home)));
  expect(filesIn(await exported(other))).toEqual(filesIn(out));
});

test('a journal of every bank comes back byte for byte, and its links are as they were', async () => {
  const home = freshHome();
  const golden = path.join(ROOT, 'tests/golden/journal');
  // Three of its files cannot be read, and are in no export.
  const ran = await coach(['journal', 'export', '--to', 'out/'], { home, env: { COACH_JOURNAL: golden } });
  expect(ran.stderr).toContain('3 files could not be read');
  const other = freshHome();
  await coach([...IMPORT, path.join(home, 'out'), '--yes'], { home: other });
  const [left, came, again] = [filesIn(golden), filesIn(journalOf(other)), filesIn(await exported(other))];
  const out = filesIn(path.join(home, 'out'));
  // The others have names that a person gave them, and get those that a journal gives; one is a copy.
  const same = [...came.keys()].filter((name) => left.has(name));
  expect(came.size - same.length).toBe(2);
  for (const name of same) {
    expect(came.get(name)).toBe(left.get(name));
    expect(again.get(name)).toBe(out.get(name));
  }
  expect(same.length).toBeGreaterThan(110);
});

test('of two files with one id, what another program copied came in', async () => {
  const home = freshHome();
  const out = path.join(home, 'out');
  const name = '2026-11-22-080000-note-aaaaaaaaaa';
  put(path.join(out, `${name} (conflicted copy).md`), entryText({ id: 'aaaaaaaaaa', at, body: '\nOld.\n' }));
  put(path.join(out, `${name}.md`), entryText({ id: 'aaaaaaaaaa', at, body: '\nNew.\n' }));
  const review = `2026-11-22-080000-review-bbbbbbbbbb.md`;
  const text = entryText({ id: 'bbbbbbbbbb', at, bank: 'review', body: REVIEW });
  const links = `links:\n  - "[[${name} (conflicted copy)]]"\n`;
  put(path.join(out, review), text.replace('\n---\n', `\n${links}---\n`));
  const { stdout } = await coach([...IMPORT, 'out', '--yes'], { home });
  expect(stdout).toContain('1 entry has the same id as another entry in the import, but different words');
  const files = filesIn(path.join(journalOf(home), '2026/11'));
  expect(files.get(`${name}.md`)).toContain('New.');
  expect(files.get(review)).toBe(text);
});

test('an entry in a zip lost its byte order mark', async () => {
  const home = journal();
  const files = Object.fromEntries(
    [...filesIn(await exported(home))].map(([name, text]) => [name, Buffer.from(text, 'latin1')]),
  );
  const other = freshHome();
  put(path.join(other, 'out.zip'), zipped(files));
  const ran = await coach([...IMPORT, 'out.zip', '--yes'], { home: other });
  expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
  expect(filesIn(journalOf(other))).toEqual(filesIn(journalOf(home)));
});

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['quotes of another editor', (text: string) => text.replace('id: mine', "'id' : 'mine'")],
  ['a comment', (text: string) => text.replace('id: mine', 'id: mine # my own')],
])('an entry with an id and a name of the person’s own was new each time: %s', async (_, change) => {
  const home = freshHome();
  put(path.join(home, 'out/My own name.md'), change(entryText({ id: 'mine', at })));
  await coach([...IMPORT, 'out', '--yes'], { home });
  const again = await coach([...IMPORT, 'out', '--yes'], { home });
  expect(again.stdout).toContain('1 entry is already in the journal.\nThere is nothing new to import.\n');
});

test('an entry that is not UTF-8 was a file of another kind where it had a name of the person’s own', async () => {
  const home = freshHome();
  put(path.join(home, 'out/a.md'), entryText({ id: 'aaaaaaaaaa', at }));
  put(path.join(home, 'out/b.md'), Buffer.from(`${entryText({ id: 'bbbbbbbbbb', at })}\u00e9`, 'latin1'));
  const ran = await coach([...IMPORT, 'out', '--yes'], { home });
  expect(ran.stderr).toContain('1 entry cannot be read:\n  b.md: it is not UTF-8 text');
  expect(ran).toMatchObject({ exitCode: 1, stdout: expect.not.stringContaining('of other kinds') });
});

test('one file comes in as well, and gets the name that a journal gives it', async () => {
  const home = freshHome();
  put(path.join(home, 'My own name.md'), entryText({ id: 'aaaaaaaaaa', at, body: PLAN }));
  const ran = await coach([...IMPORT, 'My own name.md', '--yes'], { home });
  expect(ran.stdout).toBe('My own name.md: coach, 1 entry, dated 2026-11-22.\nImported 1 entry.\n');
  expect(filesIn(journalOf(home)).get('2026/11/2026-11-22-080000-note-aaaaaaaaaa.md')).toBe(
    readFileSync(path.join(home, 'My own name.md'), 'latin1'),
  );
});

describe('a folder in which something is wrong', () => {
  async function broken(change: (out: string) => void, ...flags: string[]): ReturnType<typeof coach> {
    const out = await exported(journal());
    change(path.join(out, '2026/11'));
    return coach([...IMPORT, out, ...flags], { home: freshHome() });
  }
  const NAME = '2026-11-22-080000-note-dddddddddd.md';

  test.each([
    [
      'of a newer format',
      'coach: 1',
      'coach: 2',
      /line 2: written by a newer version of coach \(format 2\); this one reads format 1/,
    ],
    ['cut off in its head', /\n---\n[^]*/, '\n', /line 1: the front matter that begins here has no end/],
    ['without its head', /^---[^]*/, '', /line 1: expected the front matter of an entry/],
    ['without an id', /id: .*\n/, '', /the front matter is missing "id"/],
    ['that is not UTF-8', /\n---\n/, '\n---\n\xff', /is not UTF-8/],
  ])('a file %s is named, and nothing comes in', async (_, from, to, says) => {
    const spoil = (folder: string): void => {
      const file = path.join(folder, NAME);
      writeFileSync(file, readFileSync(file, 'latin1').replace(from, to), 'latin1');
    };
    const ran = await broken(spoil, '--yes');
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain(`1 entry cannot be read:\n  2026/11/${NAME}: `);
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).toContain('Nothing was imported.');
    expect((await broken(spoil, '--yes', '--skip-unreadable')).stdout).toContain('Imported 6 entries.');
  });

  test('other notes beside the entries are counted, and so are entries beside more notes', async () => {
    const notes =
      (count: number) =>
      (folder: string): void => {
        for (let day = 1; day <= count; day++) put(path.join(folder, `2026-12-0${day}.md`), 'Rain.');
      };
    expect((await broken(notes(2), '--yes')).stdout).toContain(
      ': coach, 7 entries, dated 2026-11-22.\nSkipped: 2 files that can be imported with --from markdown.\n',
    );
    expect((await broken(notes(9), '--yes')).stdout).toContain(
      'Skipped: 7 files that can be imported with --from coach.\n',
    );
    expect((await broken(notes(9), '--from', 'coach', '--yes')).stdout).toContain('Imported 7 entries.');
  });

  test('what is in the trash of a journal stays there', async () => {
    const ran = await broken((folder) => {
      const trash = path.join(folder, '../../trash');
      mkdirSync(trash);
      put(path.join(trash, NAME), readFileSync(path.join(folder, NAME)));
      rmSync(path.join(folder, NAME));
    }, '--yes');
    expect(ran.stdout).toContain('Skipped: 1 file of other kinds.\nImported 6 entries.\n');
  });
});
