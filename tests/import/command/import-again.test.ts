import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, filesBelow, journalOf, put } from '../../cli/coach.ts';
import { homeWith, IMPORT, LINES } from './import-homes.ts';

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
        '1 is in the journal already.',
        '1 is in the journal with other words, and stays as there: what stands here does\nnot come in.',
        '1 was deleted here and stays in the trash.',
        'Nothing new is there.\n',
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
    expect(stdout).toMatch(/2 are in the journal already\.\n1 entry is in\.\n$/);
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
    expect(stdout).toContain('\n2 stand there more than once and come in once.\n');
    expect(stdout).toContain(
      '\n1 has the id of another one there and other words: only the first comes in.\n',
    );
    expect(stdout).toMatch(/\n4 entries are in\.\n$/);
  });
});

test('tags in another order were other words', async () => {
  const line = (tags: readonly string[]): string => JSON.stringify({ date: '2026-11-22', text: 'x', tags });
  const { home, file } = homeWith([line(['a', 'b'])]);
  await coach([...IMPORT, file, '--yes'], { home });
  writeFileSync(file, `${line(['b', 'a'])}\n${line(['a', 'b'])}\n`);
  expect((await coach([...IMPORT, 'old.jsonl', '--yes'], { home })).stdout).toContain(
    '\n1 stands there more than once and comes in once.\n1 is in the journal already.\nNothing new',
  );
});
