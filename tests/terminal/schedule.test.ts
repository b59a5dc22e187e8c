import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CTRL_C, DOWN, ENTER, freshHome, type Home, openCoach } from './coach.ts';

/** A crontab in a file of the test, by a program of that name that stands first on PATH. */
function withCrontab(home: Home): { readonly home: Home; readonly tab: string } {
  const folder = path.join(home.root, 'programs');
  const tab = path.join(folder, 'tab');
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, 'crontab'),
    `#!/bin/sh\ncase $1 in -l) cat "$TAB" ;; -r) rm "$TAB" ;; *) cat "$1" >"$TAB" ;; esac\n`,
    { mode: 0o755 },
  );
  writeFileSync(tab, '# theirs\n');
  return { home: { ...home, env: { ...home.env, TAB: tab, PATH: `${folder}:${process.env['PATH']}` } }, tab };
}

test.each([80, 40])('a reminder is put in and taken out by a person, on %i columns', async (columns) => {
  const { home, tab } = withCrontab(freshHome());
  const adding = openCoach(['schedule', 'add', '16:30', '--on', 'workdays'], home, { columns });
  await adding.when('Write it to your crontab?', ENTER);
  expect(await adding.exited).toEqual({ exitCode: 0 });
  expect(readFileSync(tab, 'utf8')).toMatch(
    /^# theirs\n# >>> .*\n30 16 \* \* 1-5 .* checkin --notify\n# <<< .*\n$/,
  );
  const removing = openCoach(['schedule', 'remove', '1'], home, { columns });
  await removing.when('Write it to your crontab?', ENTER);
  expect(await removing.exited).toEqual({ exitCode: 0 });
  expect(readFileSync(tab, 'utf8')).toBe('# theirs\n');
});

test.each([
  { how: 'a no', keys: [DOWN, ENTER], exitCode: 0 },
  { how: 'Ctrl-C', keys: [CTRL_C], exitCode: 130 },
])('$how leaves the crontab as it is', async ({ keys, exitCode }) => {
  const { home, tab } = withCrontab(freshHome());
  const adding = openCoach(['schedule', 'add', '16:30'], home);
  await adding.when('Write it to your crontab?', ...keys);
  expect(await adding.exited).toEqual({ exitCode });
  expect(readFileSync(tab, 'utf8')).toBe('# theirs\n');
  expect(existsSync(home.journal)).toBe(false);
});
