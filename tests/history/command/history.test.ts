import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, freshHome, journalOf, NOON, put, putEntry, filesBelow } from '../../cli/coach.ts';
import { scripted } from '../../cli/scripted.ts';

const NOTE = {
  id: 'k3x8m2p9qa',
  at: '2026-11-22T08:00:00+01:00',
  body: '\n## Q\n<!-- coach: q text -->\n\nfar\n',
};
const env = { EDITOR: 'sed -i s/far/near/', PATH: process.env['PATH'] ?? '' };

/** An entry that was edited, deleted, and brought back by undo. */
async function lived(): Promise<string> {
  const home = freshHome();
  putEntry(home, NOTE);
  await coach(['journal', 'edit', 'last'], { home, env });
  await coach(['journal', 'delete', 'last', '--yes'], { home });
  await coach(['undo', '--yes'], { home });
  return home;
}

const kept = (home: string): readonly string[] =>
  filesBelow(path.join(journalOf(home), '.history')).map((file) => file.split('/')[0] ?? '');

describe('what was done is listed', () => {
  test('on a screen, newest first', async () => {
    expect(await coach(['history'], { home: await lived(), screen: true })).toEqual({
      stdout: `22 November 2026, 09:14  undo: the deletion of Sun 22 Nov (k3x8m2)
22 November 2026, 09:14  the deletion of Sun 22 Nov (k3x8m2)  (undone)
22 November 2026, 09:14  the edit of Sun 22 Nov (k3x8m2)
`,
      stderr: '',
      exitCode: 0,
    });
  });

  test('and what was undone is said, in whole words at 40 columns', async () => {
    const home = await lived();
    const narrow = { home, screen: true, width: 40 };
    const listed = await coach(['history'], narrow);
    const done = await coach(['redo', '--yes'], narrow);
    const lines = [listed, done].flatMap(({ stdout }) => stdout.split('\n'));
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(done.stdout).toBe(
      'Done again: the deletion of Sun 22 Nov\n(k3x8m2), a moment ago. coach undo takes\nit back.\n',
    );
  });

  test('for another program, a line each', async () => {
    const at = '2026-11-22T09:14:05+01:00';
    expect((await coach(['history'], { home: await lived() })).stdout).toBe(
      `${at}\tundo\t1\t\n${at}\tdelete\t1\tundone\n${at}\tedit\t1\t\n`,
    );
  });

  test('as JSON, without a word of an entry', async () => {
    const { stdout } = await coach(['history', '--json'], { home: await lived() });
    const acts: readonly { readonly id: string; readonly kind: string }[] = JSON.parse(stdout);
    expect(acts[0]).toMatchObject({ format: 1, kind: 'undo', of: acts[1]?.id, undone: false, here: true });
    expect(acts[1]).toMatchObject({ kind: 'delete', of: null, undone: true });
    expect(stdout).not.toMatch(/far|near/);
  });

  test('and where there is nothing, it says so', async () => {
    const home = freshHome();
    expect((await coach(['history'], { home })).stderr).toBe(
      'Nothing was edited, deleted, imported or synced yet.\n',
    );
    expect((await coach(['history', '--json'], { home })).stdout).toBe('[]\n');
  });
});

describe('history forget', () => {
  test('takes away what is kept of one entry, once the word is typed', async () => {
    const home = await lived();
    const prompter = scripted('forget');
    const { stdout, stderr } = await coach(['history', 'forget', 'last'], { home, prompter });
    expect(stdout).toBe('Deleted 1 earlier version permanently.\n');
    expect(stderr).toContain('1 earlier version would go. The entries themselves stay.\n');
    expect(new Set(kept(home))).toEqual(new Set(['acts']));
    expect((await coach(['journal', 'history', 'last'], { home })).stdout).toBe('');
    // The deletion was undone; the edit before it cannot be.
    expect((await coach(['undo', '--yes'], { home })).stderr).toContain('what it said before is not kept');
  });

  test('without a name takes away everything', async () => {
    const home = await lived();
    expect(await coach(['history', 'forget', '--yes'], { home })).toMatchObject({
      stdout: 'Deleted 1 earlier version permanently. What was done until now can no longer be undone.\n',
      exitCode: 0,
    });
    expect(kept(home)).toEqual([]);
    expect((await coach(['history', 'forget'], { home })).stderr).toBe('Nothing is kept.\n');
  });

  test('does nothing for another word, or where nobody can be asked', async () => {
    const home = await lived();
    const before = kept(home);
    const no = await coach(['history', 'forget'], { home, prompter: scripted('no') });
    expect(no.stderr).toMatch(/Nothing was deleted\.\n$/);
    expect(await coach(['history', 'forget'], { home })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        '1 earlier version would be deleted permanently. To do that, add --yes.',
      ),
    });
    expect(kept(home)).toEqual(before);
  });
});

describe('how long it is kept', () => {
  const DAY = 24 * 3_600_000;
  const NEXT = { home: '', env: { ...env, EDITOR: 'sed -i s/near/far/' } };

  test('90 days, until the next edit or deletion', async () => {
    const home = await lived();
    await coach(['journal', 'edit', 'last'], { ...NEXT, home, epoch: NOON + 89 * DAY });
    expect(kept(home).filter((one) => one === 'versions')).toHaveLength(2);
    putEntry(home, { ...NOTE, id: '7q2m8k3x9b', at: '2026-11-21T08:00:00+01:00' });
    await coach(['journal', 'delete', '7q2m', '--yes'], { home, epoch: NOON + 91 * DAY });
    // The edit and the deletion of the last days are left.
    expect(kept(home)).toEqual(['acts', 'acts', 'versions']);
  });

  test.each([
    { setting: 'forever', days: 10_000, versions: 2 },
    { setting: '7d', days: 8, versions: 1 },
    { setting: 'no', days: 1, versions: 0 },
  ])('$setting', async ({ setting, days, versions }) => {
    const home = await lived();
    await coach(['config', 'set', 'keep-versions', setting], { home });
    await coach(['journal', 'edit', 'last'], { ...NEXT, home, epoch: NOON + days * DAY });
    expect(kept(home).filter((one) => one === 'versions')).toHaveLength(versions);
  });

  test('with nothing kept, an edit cannot be undone, and undo says why', async () => {
    const home = freshHome();
    putEntry(home, NOTE);
    await coach(['config', 'set', 'keep-versions', 'no'], { home });
    await coach(['journal', 'edit', 'last'], { home, env });
    const { stderr, exitCode } = await coach(['undo', '--yes'], { home });
    expect(stderr).toContain('what it said before is not kept, and stays as it is');
    expect(exitCode).toBe(1);
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    expect((await coach(['undo', '--yes'], { home })).exitCode).toBe(0);
  });
});

test('what a killed coach had left of the text of an entry outlived its permanent deletion', async () => {
  const home = freshHome();
  putEntry(home, NOTE);
  await coach(['journal', 'edit', 'last'], { home, env });
  const journal = journalOf(home);
  const beside = (file: string): string =>
    path.join(path.dirname(file), `.${path.basename(file)}.coach-4194305`);
  for (const file of filesBelow(journal).filter((one) => one.endsWith('.md')))
    put(path.join(journal, beside(file)), 'far');
  await coach(['journal', 'delete', 'last', '--yes'], { home });
  await coach(['journal', 'delete', '--trash', '--forever', '--yes'], { home });
  expect(filesBelow(journal).filter((file) => !file.endsWith('.json'))).toEqual([]);
});
