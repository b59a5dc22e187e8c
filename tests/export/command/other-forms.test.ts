import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, freshHome, put, putEntry } from '../../cli/coach.ts';

const BODY = `
## What is on your mind?
<!-- coach: note-text text -->

A first page, and "more".
`;

describe('another program’s form', () => {
  const entries = async (home: string): Promise<readonly unknown[]> => {
    const { stdout } = await coach(['journal', '--json'], { home });
    const listed: readonly {
      readonly at: string;
      readonly tags: unknown;
      readonly answers: readonly { readonly value: unknown }[];
    }[] = JSON.parse(stdout);
    return listed.map(({ at, tags, answers }) => ({ at, tags, text: answers[0]?.value }));
  };
  function pages(): string {
    const home = freshHome();
    putEntry(home, { id: 'aaaaaaaaaa', at: '2026-11-22T08:00:00+01:00', body: BODY });
    putEntry(home, {
      id: 'bbbbbbbbbb',
      at: '2026-11-22T08:00:00+01:00',
      body: BODY.replace('A first', 'Another'),
    });
    putEntry(home, { id: 'cccccccccc', at: '2026-11-21', front: 'tags: [work]\n', body: BODY });
    return home;
  }

  test('a zip for Day One comes back as it was', async () => {
    const home = pages();
    const ran = await coach(['journal', 'export', '--format', 'day-one', '--to', 'out.zip'], { home });
    expect(ran.stderr).toBe('Wrote 3 entries to out.zip\n');
    const other = freshHome();
    await coach(['journal', 'import', path.join(home, 'out.zip'), '--yes'], { home: other });
    expect(await entries(other)).toEqual(expect.arrayContaining([...(await entries(home))]));
    expect(await entries(other)).toHaveLength(3);
  });

  test('daily notes are written once, never over anything else, and come back', async () => {
    const home = pages();
    const argv = ['journal', 'export', '--format', 'daily-notes', '--to', 'notes'];
    expect((await coach(argv, { home })).stderr).toBe('Wrote 3 entries to notes\n');
    expect(filesBelow(path.join(home, 'notes'))).toEqual([
      '2026-11-21.md',
      '2026-11-22 08-00.md',
      '2026-11-22_2.md',
    ]);
    expect((await coach(argv, { home })).stderr).toBe('Wrote 0 entries to notes; 3 were already there\n');
    put(path.join(home, 'notes/2026-11-21.md'), 'Mine.');
    expect(await coach(argv, { home })).toMatchObject({
      stderr: expect.stringContaining('different files are already there: 2026-11-21.md'),
      exitCode: 1,
    });
    expect((await coach([...argv, '--force'], { home })).stderr).toBe(
      'Wrote 1 entry to notes; 2 were already there\n',
    );
    const other = freshHome();
    const ran = await coach(['journal', 'import', path.join(home, 'notes'), '--yes'], { home: other });
    expect(ran.stdout).toMatch(
      /: dated Markdown or text files, 3 entries, from\s+2026-11-21\s+to\s+2026-11-22\.\n/,
    );
  });
});
