import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome, put } from '../../cli/coach.ts';
import { homeWith, IMPORT, zipped } from './import-homes.ts';

const BY_JIMMY = (format: string): string =>
  '  Jimmy, a free converter (https://github.com/marph91/jimmy), makes Markdown of the export as it came, with times in UTC:\n' +
  `  jimmy cli FILE --format ${format} --frontmatter joplin --output-folder notes\n` +
  '  coach journal import notes\n';

test('a file of another program is refused with its name and the way on, and nothing is written', async () => {
  const { home } = homeWith(['<en-export export-date="20251024T121809Z">'], 'notes.xml');
  expect(await coach([...IMPORT, 'notes.xml', '--yes'], { home })).toEqual({
    stdout: '',
    stderr: `coach: cannot import notes.xml: it looks like an export of Evernote\n${BY_JIMMY('evernote')}`,
    exitCode: 1,
  });
  expect(filesBelow(home)).toEqual(['notes.xml']);
});

test.each([
  ['DiaroBackup.xml', '<data version="2"/>', 'a backup of Diaro', 'diaro'],
  ['source/notes.json', '{"activeNotes": []}', 'an export of Simplenote', 'simplenote'],
])('so is a zip with %s in it, alone or beside others', async (name, text, is, format) => {
  const home = freshHome();
  for (const [zip, files] of [
    ['one.zip', { [name]: text }],
    ['more.zip', { [name]: text, 'a.jpg': 'x' }],
  ] as const) {
    writeFileSync(path.join(home, zip), zipped(files));
    expect(await coach([...IMPORT, zip], { home })).toMatchObject({
      stderr: expect.stringMatching(new RegExp(`^coach: cannot import .*: it looks like ${is}\n`)),
      exitCode: 1,
    });
    expect((await coach([...IMPORT, zip], { home })).stderr).toContain(BY_JIMMY(format));
  }
});

test('pages without a date ended in nothing, without a word of what they are', async () => {
  const home = freshHome();
  put(path.join(home, 'export/Some page 4452e88552fd99946f43444c99780aaa.md'), 'Rain.');
  expect(await coach([...IMPORT, 'export', '--yes'], { home })).toMatchObject({
    stdout: expect.stringMatching(
      /\nIt looks like an export of Notion\.\nIt does not say when [^]*\nThere is nothing new to import\.\n$/,
    ),
    exitCode: 0,
  });
});

test('a folder that holds entries is not called anything else', async () => {
  const home = freshHome();
  put(path.join(home, 'export/Some page 4452e88552fd99946f43444c99780aaa.md'), 'Rain.');
  put(path.join(home, 'export/2026-11-22.md'), 'Sun.');
  expect((await coach([...IMPORT, 'export', '--yes'], { home })).stdout).not.toContain('It looks like');
});

test('a chat that is piped in is not taken for a journal, unless somebody says so', async () => {
  const stdin = '[22.11.26, 09:14:05] Anna: Rain\n[22.11.26, 09:15:00] Ben: Oh\n';
  expect(await coach([...IMPORT, '-', '--yes'], { home: freshHome(), stdin })).toEqual({
    stdout: '',
    stderr:
      'coach: cannot import standard input: it looks like a chat from WhatsApp or another messenger\n' +
      '  If it is a journal from jrnl after all, add --from jrnl.\n',
    exitCode: 1,
  });
  const said = await coach([...IMPORT, '-', '--yes', '--from', 'jrnl'], {
    home: freshHome(),
    stdin: stdin.replaceAll('22.11.26', '2026-11-22'),
  });
  expect(said.stdout).toContain('Imported 2 entries.');
});
