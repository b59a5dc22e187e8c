import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, freshHome, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { IMPORT } from './import-homes.ts';

test('files beside those that are read are counted, and another kind among several is a mistake', async () => {
  const home = freshHome();
  put(path.join(home, 'vault/2026-11-22.md'), 'Rain.');
  put(path.join(home, 'vault/bridge.png'), 'x');
  put(path.join(home, 'vault/settings.json'), '{"a": 1');
  expect((await coach([...IMPORT, 'vault', '--yes'], { home })).stdout).toBe(
    'vault: dated Markdown or text files, 1 entry, dated 2026-11-22.\nDated by: the file name (1).\nSkipped: 1 JSON file that cannot be read (settings.json).\nSkipped: 1 file of other kinds.\nImported 1 entry.\n',
  );
  put(path.join(home, 'exports/Journal.json'), sampleText('day-one.json'));
  put(path.join(home, 'exports/other.json'), '{"a": 1}');
  put(path.join(home, 'exports/half.json'), '[');
  expect((await coach([...IMPORT, 'exports', '--yes'], { home })).stderr).toMatch(
    /2 entries cannot be read:\n {2}half\.json: line 1: this is not JSON.*\n {2}other\.json: this is not an entry from Day One\n/,
  );
});

describe('a folder of several kinds', () => {
  const vault = (files: Readonly<Record<string, string>>): string => {
    const home = freshHome();
    for (const [name, text] of Object.entries(files)) put(path.join(home, 'vault', name), text);
    return home;
  };
  const look = async (home: string, ...flags: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await coach([...IMPORT, 'vault', '--dry-run', ...flags], { home, width: 200 });
    return stdout + stderr;
  };

  test('was taken for what one file in it is', async () => {
    const notes = { '2026-11-21.md': 'x', '2026-11-22.md': 'y' };
    const home = vault({ ...notes, 'data.json': '[{"date": "2026-11-22", "text": "z"}]', 'none.json': '[]' });
    expect(await look(home)).toContain(
      'vault: dated Markdown or text files, 2 entries, from 2026-11-21 to 2026-11-22.\nDated by: the file name (2).\nSkipped: 1 file that can be imported with --from lines.\nSkipped: 1 file of other kinds.\n',
    );
    expect(await look(home, '--from', 'lines')).toContain(
      'vault: lines of JSON, 1 entry, dated 2026-11-22.\nSkipped: 2 files that can be imported with --from markdown.\nNothing',
    );
    expect(await look(home, '--from', 'day-one')).toContain('like dated Markdown or text files');
  });

  test('an empty list is nothing but an empty list', async () => {
    expect(await look(vault({ 'none.json': '[]' }))).toContain(
      'vault: coach, 0 entries.\nThere is nothing new to import.',
    );
    expect(await look(vault({ 'none.json': '[]' }), '--from', 'jrnl')).toContain('vault: jrnl, 0 entries.');
  });

  test('notes of no day stopped those that have one', async () => {
    const home = vault({ 'a.md': 'x', 'b/c.md': 'x', 'd.md': 'x', 'e.md': 'x', '2026-11-22.md': 'x' });
    expect(await look(home)).toContain(
      'dated Markdown or text files, 1 entry, dated 2026-11-22.\nDated by: the file name (1).\nSkipped: 4 notes without a date in the name, the front matter or a heading (a.md,\nb/c.md, d.md, …).\nNothing',
    );
    expect((await coach([...IMPORT, 'vault/a.md', '--yes'], { home })).stderr).toContain(
      'a.md: there is no date in the file name, the front matter or a heading; expected a name such as 2026-11-22.md',
    );
  });

  test('links in it vanished untold', async () => {
    const home = vault({ '2026-11-22.md': 'x' });
    symlinkSync('2026-11-22.md', path.join(home, 'vault/2026-11-23.md'));
    symlinkSync('nowhere', path.join(home, 'vault/folder'));
    expect(await look(home)).toContain(
      '1 entry, dated 2026-11-22.\nDated by: the file name (1).\nSkipped: 2 links, because links are not followed.\n',
    );
  });

  test.runIf(process.platform === 'linux')('a name that is no text stopped all others', async () => {
    const home = vault({ '2026-11-22.md': 'x' });
    writeFileSync(
      Buffer.concat([Buffer.from(`${home}/vault/2026-11-21 caf`), Buffer.of(0xe9, 0x2e, 0x6d, 0x64)]),
      'y',
    );
    expect(await look(home)).toContain('2 entries, from 2026-11-21 to 2026-11-22.\n');
  });

  test('of jrnl with .md at the end was none of jrnl', async () => {
    const files = { '2026/11/21.md': '[2026-11-21 09:14] x\n', '2026/11/22.md': '[2026-11-22 09:14] y\n' };
    expect(await look(vault(files))).toContain('vault: jrnl, 2 entries, from 2026-11-21 to 2026-11-22.');
    expect(await look(vault({ '2026/11/22.md': 'y' }))).toContain(
      'vault: dated Markdown or text files, 1 entry',
    );
    expect(await look(vault({ '2026/11/22.md': 'y' }), '--from', 'jrnl')).toContain(
      'text before the first entry',
    );
    expect(await look(vault(files), '--from', 'markdown')).toContain(
      'vault: dated Markdown or text files, 2 entries',
    );
  });

  test('of jrnl with a JSON file for each entry was none of jrnl', async () => {
    const entry = { title: 'Rain.', body: 'x', date: '2026-11-22', time: '09:14', tags: [], starred: false };
    const home = vault({
      '2026-11-22_rain.json': JSON.stringify(entry),
      '2026-11-23_sun.json': JSON.stringify({ ...entry, date: '2026-11-23' }),
    });
    expect(await look(home)).toContain('vault: jrnl, 2 entries, from 2026-11-22 to 2026-11-23.');
  });

  test('of text that jrnl wrote for each entry gave notes without their times and tags', async () => {
    const files = {
      '2026-11-22_rain-all-day.txt': '[2026-11-22 09:14] Rain all day. *\nWe stayed @home.\n',
      '2026-11-23_sun.txt': '[2026-11-23 21:05] Sun.\n',
    };
    expect(await look(vault(files))).toContain(
      'vault: jrnl, 2 entries, from 2026-11-22 to 2026-11-23.\nTags: home (1).\n',
    );
    expect(await look(vault({ ...files, '2026-11-24_x.txt': 'x', '2026-11-25_y.txt': 'y' }))).toContain(
      'vault: dated Markdown or text files, 4 entries',
    );
  });

  test('one file of a journal of jrnl that ends in .md was a note', async () => {
    const home = vault({ 'journal.md': '[2026-11-22 09:14] x\n\n[2026-11-23 09:14] y\n' });
    expect((await coach([...IMPORT, 'vault/journal.md', '--dry-run'], { home })).stdout).toContain(
      'jrnl, 2 entries',
    );
  });
});

test('a note that was edited since came in a second time, untold', async () => {
  const home = freshHome();
  const note = put(path.join(home, 'vault/Daily/2026-11-22.md'), 'Rain.');
  await coach([...IMPORT, 'vault', '--yes'], { home });
  writeFileSync(note, 'Rain, and then sun.');
  const again = (): Promise<{ stdout: string }> => coach([...IMPORT, 'vault', '--yes'], { home, width: 200 });
  expect((await again()).stdout).toContain(
    '\n1 entry is from a file already in the journal with different wording: it is added,\nand the journal keeps what it has.\nImported 1 entry.\n',
  );
  expect((await again()).stdout).toContain(
    '\n1 entry is already in the journal.\nThere is nothing new to import.\n',
  );
  expect(entryFiles(home)).toHaveLength(2);
});
