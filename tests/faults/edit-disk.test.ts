import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, ended, filesBelow, freshHome, PROGRAM } from '../terminal/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';
import { canMount, smallDisk } from './small-disk.ts';

describe.runIf(canMount)('on a disk that is full', () => {
  async function fullDisk(): Promise<{
    readonly journal: string;
    readonly run: (args: readonly string[], editor?: string) => Promise<Ran>;
    readonly disk: Awaited<ReturnType<typeof smallDisk>>;
    readonly entry: string;
    readonly text: string;
  }> {
    const home = freshHome();
    const disk = await smallDisk(home.root);
    const [command, ...words] = disk.within;
    const journal = path.join(disk.seen, 'journal');
    mkdirSync(journal);
    const env: Home['env'] = { ...home.env, COACH_JOURNAL: path.join(disk.folder, 'journal') };
    const run = (args: readonly string[], editor = 'true', input = ''): Promise<Ran> =>
      ended(
        command,
        [...words, process.execPath, PROGRAM, ...args],
        { ...env, EDITOR: editor, DISK: disk.folder },
        input,
      );
    await run(['reflect', 'note'], 'true', 'It was far away.\n');
    const [entry = ''] = filesBelow(journal);
    return { journal, run, disk, entry, text: readFileSync(path.join(journal, entry), 'utf8') };
  }

  test('an edit is refused before the editor opens, and leaves nothing', async () => {
    const { journal, run, disk, entry, text } = await fullDisk();
    disk.fill();
    const ran = await run(['journal', 'edit', 'last'], 'sed -i s/far/near/');
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toMatch(/^coach: cannot keep the text in /);
    expect(filesBelow(journal)).toEqual([entry]);
    expect(readFileSync(path.join(journal, entry), 'utf8')).toBe(text);
  });

  test('an edit that finds it full at the end is kept, and the entry is as it was', async () => {
    const { journal, run, entry, text } = await fullDisk();
    const fill = 'dd if=/dev/zero of="$DISK/filler" bs=1k count=200 2>/dev/null';
    const ran = await run(['journal', 'edit', 'last'], `f() { sed -i s/far/near/ "$1"; ${fill}; true; }; f`);
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toMatch(
      /: the disk is full\n {2}The entry is as it was\. Your edit is kept: .+ \(edited 1\)\.md\n$/,
    );
    expect(readFileSync(path.join(journal, entry), 'utf8')).toBe(text);
    const kept = filesBelow(journal).filter((file) => file.startsWith('.drafts/'));
    expect(kept).toEqual([expect.stringMatching(/^\.drafts\/[^/]+ \(edited 1\)\.md$/)]);
    expect(readFileSync(path.join(journal, kept[0] ?? ''), 'utf8')).toBe(text.replace('far', 'near'));
  });

  test('a deletion that cannot be written down is not done, and one for ever is', async () => {
    const { journal, run, disk, entry, text } = await fullDisk();
    disk.fill();
    const ran = await run(['journal', 'delete', 'last', '--yes']);
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toMatch(/^Moved 0 of 1 to the trash\.\ncoach: cannot write .+: the disk is full\n/);
    expect(filesBelow(journal)).toEqual([entry]);
    expect(readFileSync(path.join(journal, entry), 'utf8')).toBe(text);
    expect(await run(['journal', 'delete', 'last', '--forever', '--yes'])).toMatchObject({ exitCode: 0 });
    expect(filesBelow(journal)).toEqual([]);
  });

  test('however little room is left when an edit is saved, it is written down and done, or neither', async () => {
    const ends = new Set<number | null>();
    for (let pages = 0; pages < 8; pages++) {
      const { journal, run, entry, text } = await fullDisk();
      const fill = `dd if=/dev/zero of="$DISK/filler" bs=1k count=200 2>/dev/null; truncate -s -${pages * 4}K "$DISK/filler"`;
      const editor = `f() { sed -i s/far/near/ "$1"; ${fill}; true; }; f`;
      const { exitCode } = await run(['journal', 'edit', 'last'], editor);
      ends.add(exitCode);
      const folder = path.join(journal, '.history');
      const kept = filesBelow(folder).filter((file) => !path.basename(file).startsWith('.'));
      expect({ pages, exitCode, kept: kept.length }).toEqual({
        pages,
        exitCode,
        kept: exitCode === 0 ? 2 : 0,
      });
      const is = exitCode === 0 ? text.replace('far', 'near') : text;
      expect(readFileSync(path.join(journal, entry), 'utf8')).toBe(is);
    }
    expect(ends).toEqual(new Set([0, 1]));
  });

  test.each([
    { act: ['journal', 'edit', 'last'], editor: 'sed -i s/far/near/' },
    { act: ['journal', 'delete', 'last', '--yes'], editor: 'true' },
  ])(
    'however little room is left, undoing $act is done or not, and can be completed',
    async ({ act, editor }) => {
      const ends = new Set<number | null>();
      for (let pages = 0; pages < 6; pages++) {
        const { journal, run, disk, entry, text } = await fullDisk();
        await run(act, editor);
        const before = filesBelow(journal);
        const [file = ''] = before;
        const was = readFileSync(path.join(journal, file), 'utf8');
        disk.fill();
        truncateSync(
          path.join(disk.seen, 'filler'),
          statSync(path.join(disk.seen, 'filler')).size - pages * 4096,
        );
        const { exitCode, stderr } = await run(['undo', '--yes']);
        ends.add(exitCode);
        expect({ exitCode, stderr }).toEqual({
          exitCode,
          stderr: expect.stringMatching(exitCode === 0 ? '' : /: the disk is full\n/),
        });
        const isBack = exitCode === 0;
        expect(filesBelow(journal)).toEqual(isBack ? [entry] : before);
        expect(readFileSync(path.join(journal, isBack ? entry : file), 'utf8')).toBe(isBack ? text : was);
        disk.makeRoom();
        await run(['undo', '--yes']);
        expect(filesBelow(journal)).toEqual([entry]);
        expect(readFileSync(path.join(journal, entry), 'utf8')).toBe(text);
      }
      expect(ends).toEqual(new Set([0, 1]));
    },
  );

  test('that can only be read, nothing is done and the reason is told', async () => {
    const { journal, run, disk, entry } = await fullDisk();
    disk.makeReadOnly();
    for (const args of [
      ['delete', 'last', '--yes'],
      ['delete', 'last', '--forever', '--yes'],
      ['edit', 'last'],
    ]) {
      const ran = await run(['journal', ...args], 'sed -i s/far/near/');
      expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
      expect(ran.stderr).toMatch(/: the disk is read-only\n|cannot keep the text/);
    }
    expect(filesBelow(journal)).toEqual([entry]);
  });
});

test('where a file stands in the way of the trash, nothing is deleted', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], home, 'It was far away.\n');
  writeFileSync(path.join(home.journal, 'trash'), 'mine');
  const before = filesBelow(home.journal);
  const ran = await coach(['journal', 'delete', 'last', '--yes'], home);
  expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
  expect(ran.stderr).toMatch(
    /^Moved 0 of 1 to the trash\.\ncoach: cannot write .*: part of its path is a file\n/,
  );
  expect(filesBelow(home.journal)).toEqual(before);
});

test('where the journal is gone, nothing is made anew', async () => {
  const home = freshHome();
  const env = { ...home.env, COACH_JOURNAL: path.join(home.root, 'gone'), EDITOR: 'true' };
  for (const args of [['edit', 'last'], ['delete', '--all', '--yes'], ['restore']]) {
    const ran = await coach(['journal', ...args], { env });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).toContain('the journal folder is not there');
  }
  expect(filesBelow(path.join(home.root, 'gone'))).toEqual([]);
});
