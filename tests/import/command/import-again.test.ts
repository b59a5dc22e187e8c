import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, filesBelow, freshHome, journalOf, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { homeWith, IMPORT, LINES, zipped } from './import-homes.ts';

describe('a second time', () => {
  test('nothing comes in twice, and what was deleted or changed stays so', async () => {
    const { home, file } = homeWith(LINES);
    await coach([...IMPORT, file, '--yes'], { home });
    const [first = '', second = ''] = entryFiles(home);
    writeFileSync(second, readFileSync(second, 'utf8').replace('In the morning.', 'In the afternoon.'));
    await coach(['journal', 'delete', path.basename(first, '.md').slice(-10), '--yes'], { home });
    const before = filesBelow(journalOf(home));
    expect(await coach([...IMPORT, 'old.jsonl', '--yes'], { home })).toEqual({
      stdout: [
        'old.jsonl: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.',
        '1 entry is already in the journal.',
        '1 entry is already in the journal with different wording: the journal stays as\nit is, and this version is not imported.',
        '1 entry was deleted here and stays in the trash.',
        'There is nothing new to import.\n',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
    expect(filesBelow(journalOf(home))).toEqual(before);
  });

  test('what is missing is completed, also where files were renamed', async () => {
    const { home, file } = homeWith(LINES);
    await coach([...IMPORT, file, '--yes'], { home });
    const [first = '', second = ''] = entryFiles(home);
    rmSync(first);
    put(path.join(journalOf(home), 'Mine/My own name.md'), readFileSync(second));
    rmSync(second);
    const { stdout } = await coach([...IMPORT, file, '--yes'], { home });
    expect(stdout).toMatch(/2 entries are already in the journal\.\nImported 1 entry\.\n$/);
    expect(entryFiles(home)).toHaveLength(3);
  });

  test('entries that stand there twice count once, and are told', async () => {
    const { home, file } = homeWith([
      ...LINES,
      ...LINES.slice(0, 2),
      '{"date": "1660-03-01", "text": "One.", "id": "a"}',
      '{"date": "1660-03-01", "text": "Another one.", "id": "a"}',
    ]);
    const { stdout } = await coach([...IMPORT, file, '--yes'], { home });
    expect(stdout).toContain('\n2 entries appear more than once but are imported only once.\n');
    expect(stdout).toContain(
      '\n1 entry has the same id as another entry in the import, but different words:\nonly the first is imported.\n',
    );
    expect(stdout).toMatch(/\nImported 4 entries\.\n$/);
  });
});

test('tags in another order were other words', async () => {
  const line = (tags: readonly string[]): string => JSON.stringify({ date: '2026-11-22', text: 'x', tags });
  const { home, file } = homeWith([line(['a', 'b'])]);
  await coach([...IMPORT, file, '--yes'], { home });
  writeFileSync(file, `${line(['b', 'a'])}\n${line(['a', 'b'])}\n`);
  expect((await coach([...IMPORT, 'old.jsonl', '--yes'], { home })).stdout).toContain(
    '\n1 entry appears more than once but is imported only once.\n1 entry is already in the journal.\nThere is nothing new',
  );
});

test('the same journal of Day One had other words out of its zip than as a file with another name', async () => {
  const home = freshHome();
  const journal = sampleText('day-one.json');
  put(path.join(home, 'a.zip'), zipped({ 'Work.json': journal }));
  put(path.join(home, 'old.json'), journal);
  await coach([...IMPORT, 'a.zip', '--yes'], { home });
  expect(await coach([...IMPORT, 'old.json', '--yes'], { home })).toMatchObject({
    stdout: expect.stringMatching(/\n6 entries are already in the journal\.\nThere is nothing new/),
  });
});
