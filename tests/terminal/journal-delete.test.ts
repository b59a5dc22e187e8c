import { expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  DOWN,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  openCoach,
  openFromScript,
} from './coach.ts';
import type { Home } from './coach.ts';

async function withEntries(): Promise<Home> {
  const home = freshHome();
  for (const text of ['one', 'two']) await coach(['reflect', 'note'], home, `${text}\n`);
  return home;
}

const inTrash = (home: Home): number =>
  filesBelow(home.journal).filter((file) => file.startsWith('trash/')).length;

test('a deletion shows titles, asks, and says how to bring the entry back', async () => {
  const home = await withEntries();
  const terminal = openFromScript(['journal', 'delete', 'last'], home);
  await terminal.when('Move it to the trash?');
  expect(terminal.screen()).toMatch(
    /^\w+ \d{4}\n {2}\w{3} \d+ .*A free page +\w{4}\n\nMove it to the trash\?\n> 1 Move to the trash\n {2}2 Leave as it is \(Esc\)$/,
  );
  expect(terminal.everything()).not.toContain('two');
  await terminal.types(ENTER);
  const screen = await terminal.until(/To bring it back: coach journal restore \w{10}/);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(inTrash(home)).toBe(1);
  expectAsBefore(terminal, home);

  const [, id = ''] = /restore (\w{10})/.exec(screen) ?? [];
  expect(await coach(['journal', 'restore', id], home)).toMatchObject({ stderr: 'Brought back 1 entry.\n' });
  expect(inTrash(home)).toBe(0);
});

test('nothing is deleted after "Leave", after Ctrl-C, or when another word is typed', async () => {
  const home = await withEntries();
  const leave = openCoach(['journal', 'delete', '--all'], home);
  await leave.when('Move all 2 to the trash?', DOWN, ENTER);
  await leave.says('Nothing was deleted.');
  expect(await leave.exited).toEqual({ exitCode: 0 });
  const stop = openCoach(['journal', 'delete', '--all'], home);
  await stop.when('Move all 2 to the trash?', CTRL_C);
  expect(await stop.exited).toEqual({ exitCode: 130 });
  const other = openCoach(['journal', 'delete', '--all', '--forever'], home);
  await other.when('Type "forever" to delete 2 entries permanently:', 'yes', ENTER);
  await other.says('Nothing was deleted.');
  expect(await other.exited).toEqual({ exitCode: 0 });
  expect(filesBelow(home.journal)).toHaveLength(2);
  expect(inTrash(home)).toBe(0);
});

test.each([{ TERM: 'xterm-256color' }, { TERM: 'dumb' }])(
  'a "no" and Enter at a question of yes or no moved the entry to the trash, with $TERM',
  async (env) => {
    const home = await withEntries();
    const no = openCoach(['journal', 'delete', 'last'], home, { env });
    await no.when('Move it to the trash?', 'no', ENTER);
    await no.says('Nothing was deleted.');
    expect(await no.exited).toEqual({ exitCode: 0 });
    expect(inTrash(home)).toBe(0);
    const changed = openCoach(['journal', 'delete', 'last'], home, { env });
    await changed.when('Move it to the trash?', 'Y', ENTER);
    expect(await changed.exited).toEqual({ exitCode: 0 });
    expect(inTrash(home)).toBe(1);
  },
);

test('for ever is typed, and what may still hold it is said before', async () => {
  const home = await withEntries();
  const terminal = openCoach(['journal', 'delete', '--all', '--forever'], home, { columns: 40 });
  await terminal.when('permanently:', 'forever', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.everything()).toMatch(/Backups[^]*Type "forever"[^]*Deleted 2 entries permanently\.$/);
  expect(terminal.brokenRows()).toEqual([]);
  expect(filesBelow(home.journal)).toEqual([]);
});

test('line by line, it is asked in the same words', async () => {
  const home = await withEntries();
  const env = { TERM: 'dumb' };
  const terminal = openCoach(['journal', 'delete', 'last'], home, { env });
  await terminal.when('Move it to the trash?', `1${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const forever = openCoach(['journal', 'delete', '--trash', '--forever'], home, { env });
  await forever.until(/permanently: $|permanently:$/);
  await forever.types(`forever${ENTER}`);
  expect(await forever.exited).toEqual({ exitCode: 0 });
  expect(filesBelow(home.journal)).toHaveLength(1);
});
