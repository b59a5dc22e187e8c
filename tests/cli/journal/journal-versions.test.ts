import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, freshHome, journalOf, putEntry, type Ran, refused } from '../coach.ts';

const NOTE = {
  id: 'k3x8m2p9qa',
  at: '2026-11-22T08:00:00+01:00',
  body: '\n## Q\n<!-- coach: q text -->\n\nfar\n',
};
const FILE = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';

const edit = (home: string, from: string, to: string): Promise<Ran> =>
  coach(['journal', 'edit', 'last'], {
    home,
    env: { EDITOR: `sed -i s/${from}/${to}/`, PATH: process.env['PATH'] ?? '' },
  });

/** An entry that said "far", "near", and now "there". */
async function editedTwice(): Promise<string> {
  const home = freshHome();
  putEntry(home, NOTE);
  await edit(home, 'far', 'near');
  await edit(home, 'near', 'there');
  return home;
}

const textOf = (home: string): string => readFileSync(path.join(journalOf(home), FILE), 'utf8');
const HINT = `To read one: coach journal show k3x8m2p9qa --version 1
To bring it back: coach journal restore k3x8m2p9qa --version 1
`;

describe('the versions of an entry are listed', () => {
  test('on a screen', async () => {
    expect(await coach(['journal', 'history', 'last'], { home: await editedTwice(), screen: true })).toEqual({
      stdout: '  1  22 November 2026, 09:14  until an edit\n  2  22 November 2026, 09:14  until an edit\n',
      stderr: HINT,
      exitCode: 0,
    });
  });

  test('for another program', async () => {
    const { stdout } = await coach(['journal', 'history', FILE], { home: await editedTwice() });
    expect(stdout).toBe('1\t2026-11-22T09:14:05+01:00\tedit\n2\t2026-11-22T09:14:05+01:00\tedit\n');
  });

  test('of an entry in the trash, too', async () => {
    const home = await editedTwice();
    await coach(['journal', 'delete', 'last', '--yes'], { home });
    expect((await coach(['journal', 'history', 'k3x8'], { home })).stdout.split('\n')).toHaveLength(3);
    expect((await coach(['journal', 'show', 'k3x8', '--version', '1'], { home })).stdout).toContain('far');
    expect(await coach(['journal', 'restore', 'k3x8', '--version', '1'], { home })).toMatchObject({
      stderr: 'coach: k3x8m2p9qa is in the trash\n  Bring it back first: coach journal restore k3x8m2p9qa\n',
      exitCode: 1,
    });
  });

  test('and where there are none, it says so', async () => {
    const home = freshHome();
    putEntry(home, NOTE);
    expect(await coach(['journal', 'history', 'last'], { home })).toEqual({
      stdout: '',
      stderr: `Nothing is kept of what ${FILE} said before.\n`,
      exitCode: 0,
    });
  });
});

test('a version is shown as the entry was', async () => {
  const home = await editedTwice();
  expect((await coach(['journal', 'show', 'last', '--version', '1'], { home })).stdout).toContain(
    '\n  far\n',
  );
  const { stdout } = await coach(['journal', 'show', 'last', '--version', '2', '--json'], { home });
  expect(JSON.parse(stdout)).toMatchObject([{ id: 'k3x8m2p9qa', answers: [{ value: 'near' }] }]);
});

test('a version that is no entry any more is shown as it stands', async () => {
  const home = freshHome();
  putEntry(home, { ...NOTE, front: 'tags: [\n' });
  await coach(['journal', 'edit', FILE], {
    home,
    env: { EDITOR: "sed -i '/^tags/d'", PATH: process.env['PATH'] ?? '' },
  });
  expect((await coach(['journal', 'show', 'last', '--version', '1'], { home })).stdout).toContain('tags: [');
});

test('a version comes back as an edit, which can be undone', async () => {
  const home = await editedTwice();
  expect(await coach(['journal', 'restore', 'last', '--version', '1'], { home, screen: true })).toEqual({
    stdout: 'The entry says again what it said in version 1. To take that back: coach undo\n',
    stderr: '',
    exitCode: 0,
  });
  expect(textOf(home)).toContain('\nfar\n');
  expect((await coach(['journal', 'restore', 'last', '--version', '1'], { home })).stderr).toBe(
    'The entry says that already. Nothing was changed.\n',
  );
  await coach(['undo', '--yes'], { home });
  expect(textOf(home)).toContain('\nthere\n');
});

test.each([
  { argv: ['show', 'last', '--version', 'two'], says: '--version must be a number, not "two"' },
  {
    argv: ['restore', 'last', '--version', '7'],
    says: 'k3x8m2p9qa has no version 7\n  2 versions are kept.',
  },
  { argv: ['restore', '--version', '1'], says: '--version goes with one entry' },
  { argv: ['restore', '--all', '--version', '1'], says: '--version goes with one entry' },
  { argv: ['history', 'k3x9'], says: 'no entry' },
])('$argv is refused', async ({ argv, says }) => {
  const home = await editedTwice();
  const before = textOf(home);
  const { stdout, stderr, exitCode } = await coach(['journal', ...argv], { home });
  expect({ stdout, exitCode, stderr }).toEqual({ ...refused(''), stderr: expect.stringContaining(says) });
  expect(textOf(home)).toBe(before);
});

test('for ever takes along what is kept of an entry, and of no other', async () => {
  const home = await editedTwice();
  putEntry(home, { ...NOTE, id: '7q2m8k3x9b', at: '2026-11-23T08:00:00+01:00' });
  await edit(home, 'far', 'near');
  await coach(['journal', 'delete', 'k3x8', '--yes'], { home });
  const { stderr } = await coach(['journal', 'delete', 'k3x8', '--forever', '--yes'], { home });
  expect(stderr).toContain('With it went 2 earlier versions.\n');
  expect((await coach(['journal', 'history', 'last'], { home })).stdout.split('\n')).toHaveLength(2);
});

test('the first edit on a screen says that what it replaced is kept, and the second does not', async () => {
  const home = freshHome();
  putEntry(home, NOTE);
  const env = (to: string) => ({ EDITOR: `sed -i s/^far.*/${to}/`, PATH: process.env['PATH'] ?? '' });
  const first = await coach(['journal', 'edit', 'last'], { home, screen: true, env: env('far-1') });
  expect(first.stderr).toBe('What it said before is kept for 90 days: coach journal history k3x8m2p9qa\n');
  const second = await coach(['journal', 'edit', 'last'], { home, screen: true, env: env('far-2') });
  expect(second.stderr).toBe('');
});
