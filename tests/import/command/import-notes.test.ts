import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryFile } from '../../../src/app/journal/entry-file.ts';
import { noteFrom } from '../../../src/import/foreign-entry.ts';
import { knowledge } from '../../../src/import/world/knowledge.ts';
import { coach, freshHome, journalJson, journalOf, put } from '../../cli/coach.ts';
import { IMPORT } from './import-homes.ts';

function homeWithFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const home = freshHome();
  for (const [name, text] of Object.entries(files)) put(path.join(home, 'vault', name), text);
  return home;
}

async function look(home: string, ...flags: readonly string[]): Promise<string> {
  const { stdout, stderr } = await coach([...IMPORT, 'vault', '--dry-run', ...flags], { home });
  return unwrapped(stdout) + stderr;
}

/** Each sentence of a summary on a line of its own. */
function unwrapped(text: string): string {
  return text.replace(/(?<![.:])\n/g, ' ');
}

/** The texts of what comes in, by their days. */
async function imported(
  home: string,
  name = 'vault',
  ...flags: readonly string[]
): Promise<readonly unknown[]> {
  const { exitCode, stderr } = await coach([...IMPORT, name, '--yes', ...flags], { home });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const { stdout } = await coach(['journal', '--json', '--limit', 'all'], { home });
  const entries: readonly { day: string; answers: readonly { value: string }[] }[] = JSON.parse(stdout);
  return entries.map(({ day, answers }) => [day, answers[0]?.value]).toReversed();
}

describe('a vault', () => {
  test('gave backups, copies and drawings as entries', async () => {
    const home = homeWithFiles({
      'journals/2026_11_22.md': 'x',
      'logseq/bak/journals/2026_11_22/2026-11-23T08_00_00.000Z.Desktop.md': 'y',
      'journals/2026_11_22.sync-conflict-20261123-080000-ABCDEFG.md': 'y',
      "journals/2026_11_22 (Anna's conflicted copy 2026-11-23).md": 'z',
      'drawings/2026-11-22.excalidraw.md': 'y',
      'drawings/2026-11-23.md': '---\nexcalidraw-plugin: parsed\n---\ny',
    });
    expect(await look(home)).toBe(
      `vault: dated Markdown or text files, 1 entry, dated 2026-11-22.
Dated by: the file name (1).
Skipped: 2 drawings (drawings/2026-11-22.excalidraw.md, drawings/2026-11-23.md).
Skipped: 2 conflict copies of notes that are here, too (journals/2026_11_22 (Anna's conflicted copy 2026-11-23).md, journals/2026_11_22.sync-conflict-20261123-080000-ABCDEFG.md).
Skipped: 1 backup (logseq/bak/journals/2026_11_22/2026-11-23T08_00_00.000Z.Desktop.md).
Nothing was imported: --dry-run only looks.
`,
    );
  });

  test('lost what only a conflict copy still had', async () => {
    const home = homeWithFiles({ '2026-11-22.sync-conflict-20261123-080000-ABCDEFG.md': 'x' });
    expect(await imported(home)).toEqual([['2026-11-22', 'x']]);
  });

  test('has two notes of a day, and the same one twice', async () => {
    const home = homeWithFiles({ '2026-11-22.md': 'x', '2026-11-22_2.md': 'y', '2026-11-22 (1).md': 'x' });
    expect(await look(home)).toContain('1 entry appears more than once but is imported only once.');
    expect(new Set(await imported(home))).toEqual(
      new Set([
        ['2026-11-22', 'x'],
        ['2026-11-22', 'y'],
      ]),
    );
  });

  test('says from where it knows the days, and which notes it cannot date', async () => {
    const home = homeWithFiles({
      'a/2026-11-21.md': 'x',
      '2026/11/22.md': 'x',
      'b.md': '---\ndate: 2026-11-23\n---\nx',
      'Some page 4452e88552fd99946f43444c99780504.md': 'x',
      'template.md': '---\n{{frontmatter}}\n---\nx',
    });
    expect(await look(home)).toBe(
      `vault: dated Markdown or text files, 3 entries, from 2026-11-21 to 2026-11-23.
Dated by: the file name (1), the folders and the file name (1), the front matter alone (1).
Skipped: 1 note without a date in the name, the front matter or a heading (Some page 4452e88552fd99946f43444c99780504.md).
Skipped: 1 note with front matter that cannot be read, and no date in the name (template.md).
Nothing was imported: --dry-run only looks.
`,
    );
    expect((await coach([...IMPORT, 'vault/template.md', '--yes'], { home })).stderr).toMatch(
      /template\.md: line 2: the front matter/,
    );
  });
});

test('names that could be two days became none, and are refused where no other name shows the order', async () => {
  const either = { '03.04.2023.md': 'x' };
  expect(await look(homeWithFiles(either))).toContain(
    '03.04.2023.md: 03.04.2023 can be 3 April 2023 or 4 March 2023; add --dates dmy or --dates mdy',
  );
  expect(await imported(homeWithFiles(either), 'vault', '--dates', 'mdy')).toEqual([['2023-03-04', 'x']]);
  const home = homeWithFiles({ ...either, '13.04.2023 Rome.md': 'y' });
  expect(await look(home)).toContain('Dates such as 03.04.2023 are read as day, month, year.');
  expect(await imported(home)).toEqual([
    ['2023-04-03', 'x'],
    ['2023-04-13', 'Rome\n\ny'],
  ]);
});

test('a note whose number an earlier version took for a title came in a second time', async () => {
  const home = homeWithFiles({ '2026-11-22_2.md': 'x' });
  const former = { at: '2026-11-22', text: '2\n\nx', sourceFile: '2026-11-22_2.md' };
  const { path: place, bytes } = entryFile(noteFrom('markdown', former, knowledge.hash));
  put(path.join(journalOf(home), place), bytes);
  expect(await look(home)).toContain('1 entry is already in the journal with different wording');
  expect(await imported(home)).toEqual([['2026-11-22', '2\n\nx']]);
});

describe('texts', () => {
  test('with days in their names were files of other kinds', async () => {
    const home = homeWithFiles({
      '2026-11-20.txt': 'a  b\n  c',
      '20261121': '* Saturday, 21 November 2026\n** 09:14 Rain\n',
      '2026-11-22.org': '#+TITLE: Rome\n* x',
      '2026/11/23.txt': 'not of jrnl',
      'requirements.txt': 'x',
      LICENSE: 'x',
    });
    expect(await imported(home)).toEqual([
      ['2026-11-20', 'a  b\n  c'],
      ['2026-11-21', '* Saturday, 21 November 2026\n** 09:14 Rain'],
      ['2026-11-22', 'Rome\n\n* x'],
      ['2026-11-23', 'not of jrnl'],
    ]);
    expect(await look(home)).toContain(
      'without a date in the name, the front matter or a heading (requirements.txt).\nSkipped: 1 file of other kinds.',
    );
  });

  test.each(['2026-11-22.txt', '2026-11-22', '20261122.org'])('stand alone: %s', async (name) => {
    expect(await imported(homeWithFiles({ [name]: 'Rain.' }), `vault/${name}`)).toEqual([
      ['2026-11-22', 'Rain.'],
    ]);
  });

  test('that are no UTF-8 are refused with what to do, and the others can come without them', async () => {
    const home = homeWithFiles({
      '2026-11-22.txt': 'x',
      '2026-11-23.txt': Buffer.from('caf\xe9 noir', 'latin1'),
    });
    const { stderr, exitCode } = await coach([...IMPORT, 'vault', '--yes'], { home });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/ {2}2026-11-23\.txt: it is not UTF-8 text\. .*iconv -f [\w-]+ -t utf-8/);
    expect(await imported(home, 'vault', '--skip-unreadable')).toEqual([['2026-11-22', 'x']]);
  });
});

describe('texts with dated headings', () => {
  const diary = '# Diary\n\n## 13/01/2023:\nRain.\n\n## 05/02/2023\n### Part 1\nSun.\n';

  test('come in from one file, again and again', async () => {
    const home = homeWithFiles({ 'diary.md': diary });
    const { stdout } = await coach([...IMPORT, 'vault/diary.md', '--yes'], { home });
    expect(unwrapped(stdout)).toBe(
      `vault/diary.md: text with dated headings, 2 entries, from 2023-01-13 to 2023-02-05.
Dates such as 05/02/2023 are read as day, month, year.
Left out: text that is not below a date, in 1 place (diary.md:1).
Imported 2 entries.
`,
    );
    expect(await imported(home, 'vault/diary.md')).toEqual([
      ['2023-01-13', 'Rain.'],
      ['2023-02-05', '### Part 1\nSun.'],
    ]);
    expect(await journalJson(home)).toMatchObject([{ extra: { front: 'imported-from: headings' } }, {}]);
  });

  test('come in from a folder of years and months, and dates in one file tell those in another', async () => {
    const home = homeWithFiles({
      '2022.md': '# 2022\n## 03/04/2022\nx',
      '2023-01.txt': '1/13/2023\n\ny\n\n1/14/2023\n\nz',
      'ideas.md': 'x',
    });
    expect(await look(home)).toContain(
      'vault: text with dated headings, 3 entries, from 2022-03-04 to 2023-01-14.\nDates such as 03/04/2022 are read as month, day, year.\nSkipped: 1 note without',
    );
  });

  test('with dates that may be one or the other are refused until it is said', async () => {
    const home = homeWithFiles({ 'diary.txt': '2/7/2023 19:05\n\nx\n\n3/7/2023\n\ny\n' });
    const { stderr, exitCode } = await coach([...IMPORT, 'vault/diary.txt', '--yes'], { home });
    expect({ stderr, exitCode }).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /2 entries cannot be read:\n {2}diary\.txt:1: 2\/7\/2023 can be 2 July 2023 or 7 February 2023; add --dates dmy or --dates mdy/,
      ),
    });
    expect(await imported(home, 'vault/diary.txt', '--dates', 'mdy')).toEqual([
      ['2023-02-07', 'x'],
      ['2023-03-07', 'y'],
    ]);
  });

  test('with dates of both orders are refused where neither shows', async () => {
    const home = homeWithFiles({ 'diary.md': '## 13/01/2023\nx\n## 01/13/2023\ny\n## 02/03/2023\nz\n' });
    expect(await look(home, '--skip-unreadable')).toMatch(
      /1 entry, dated 2023-01-13[^]*appears more|2 entries/,
    );
    expect(await look(home)).toMatch(/diary\.md:5: 02\/03\/2023 can be/);
  });

  test('beside notes of days are told with their own kind', async () => {
    const home = homeWithFiles({ '2026-11-21.md': 'x', '2026-11-22.md': 'x', 'diary.md': diary });
    expect(await look(home)).toContain('Skipped: 1 file that can be imported with --from headings.');
    expect(await look(home, '--from', 'headings')).toContain(
      'vault: text with dated headings, 2 entries, from 2023-01-13 to 2023-02-05.',
    );
  });

  test('of org-journal, a file for each week, were one entry for each week', async () => {
    const day = (date: string, text: string): string =>
      `* Monday, 01/${date}/23\n:PROPERTIES:\n:CREATED:  202301${date}\n:END:\n** 10:28 ${text}\n`;
    const home = homeWithFiles({
      '20230102': day('02', 'Rain') + day('04', 'Sun'),
      '20230109.org': day('09', 'Snow') + day('10', 'Ice'),
    });
    expect(await look(home)).toContain(
      'vault: text with dated headings, 4 entries, from 2023-01-02 to 2023-01-10.',
    );
    expect(await look(home, '--from', 'markdown')).toContain('2 entries, from 2023-01-02 to 2023-01-09.');
  });

  test('beside notes of days came in with them, a second time', async () => {
    const home = homeWithFiles({
      'journal/20230401': '* Saturday, 04/01/2023\nx\n',
      'journal/2023-04-02.md': '# 2023-04-02\ny\n',
      'journal/2023-04-03.md': '## 2023-04-03\ny\n## 2023-04-04\nz\n',
      'diary.md': diary,
    });
    const found = await look(home, '--from', 'headings');
    expect(found).toContain('vault: text with dated headings, 4 entries, from 2023-01-13 to 2023-04-04.');
    expect(found).toContain('Skipped: 2 files that can be imported with --from markdown.');
  });

  test('in UTF-16 without its mark was taken for an encrypted journal', async () => {
    const home = homeWithFiles({ 'diary.txt': Buffer.from('2023-01-05\nRain all day.\n', 'utf16le') });
    const { exitCode, stderr } = await coach([...IMPORT, 'vault/diary.txt', '--yes'], { home });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('iconv -f utf-16le'),
    });
  });

  test('are told from notes that name a day or two', async () => {
    const home = homeWithFiles({
      'page.md': 'Many words.\n\n## 2023-01-05 Deadline\n',
      '2026-11-22.md': '## 2023-01-05\nx\n## 2023-01-06\ny',
    });
    expect(await look(home)).toContain('vault: dated Markdown or text files, 1 entry, dated 2026-11-22.');
    expect(await look(home, '--from', 'headings')).toContain('3 entries, from 2023-01-05 to 2023-01-06.');
    const none = await coach([...IMPORT, 'vault/none.md', '--from', 'headings', '--yes'], {
      home: homeWithFiles({ 'none.md': 'x' }),
    });
    expect(none.stderr).toContain(
      'none.md: no heading here begins with a date; expected one such as "## 2026-11-22"',
    );
  });

  test('may be piped in', async () => {
    const piped = { home: freshHome(), stdin: diary };
    expect((await coach([...IMPORT, '-', '--yes'], piped)).stdout).toContain(
      'standard input: text with dated headings, 2 entries',
    );
  });
});
