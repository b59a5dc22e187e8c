import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CTRL_C, CTRL_D, ended, freshHome, openCoach, PROGRAM } from '../terminal/coach.ts';

/** Everything below a folder with its permissions, as `700 data` or `600 data/journal/…`. */
function modesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => `${(lstatSync(path.join(folder, name)).mode & 0o777).toString(8)} ${name}`,
  );
}

test.each(['000', '022', '077'])('with umask %s everything is for the person alone', async (umask) => {
  const home = freshHome();
  const within = (args: readonly string[]): readonly string[] => [
    '-c',
    `umask ${umask}; exec "$@"`,
    'sh',
    process.execPath,
    PROGRAM,
    ...args,
  ];
  for (const args of [
    ['config', 'set', 'role', 'manager'],
    ['banks', 'new', 'mine'],
    ['checkin', '--answers', '-'],
  ]) {
    expect(await ended('sh', within(args), home.env, 'checkin-trust: 4\n')).toMatchObject({ exitCode: 0 });
  }
  const options = { command: 'sh', args: within(['reflect', '--short', '--about', '']) };
  const terminal = openCoach([], home, options);
  await terminal.when('Think of one recent moment', 'I rewrote the slides in the night before.', CTRL_D);
  await terminal.when('or stop doing', CTRL_C);
  expect(await terminal.exited).toEqual({ exitCode: 130 });

  const modes = modesBelow(home.coach);
  const kinds = ['settings.json', 'mine.yaml', '.md', 'drafts/', 'shown.json'];
  expect(kinds.filter((kind) => !modes.some((mode) => mode.includes(kind)))).toEqual([]);
  const wrong = modes.filter((mode) => !mode.startsWith(/\.\w+$/.test(mode) ? '600 ' : '700 '));
  expect(wrong).toEqual([]);
  expect(lstatSync(home.coach).mode & 0o777).toBe(0o700);
});
