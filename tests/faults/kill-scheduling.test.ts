import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, type Ran, freshHome } from '../terminal/coach.ts';

/** A crontab program that kills coach before it reads what coach gives it, as a full machine may. */
const KILLING = `#!/bin/sh
case $1 in
-l) cat "$TAB" ;;
*) kill -9 $PPID; sleep 0.1; cat "$1" >"$TAB.new"; mv "$TAB.new" "$TAB"; touch "$TAB.done" ;;
esac
`;

/** A crontab program that takes its time, with what it is given. */
const SLOW = `#!/bin/sh
case $1 in
-l) cat "$TAB"; sleep 0.2 ;;
*) sleep 0.2; cat "$1" >"$TAB.new"; mv "$TAB.new" "$TAB" ;;
esac
`;

test('of reminders that were added at once, one was lost without a word', async () => {
  const home = freshHome();
  const folder = path.join(home.root, 'programs');
  const tab = path.join(folder, 'tab');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'crontab'), SLOW, { mode: 0o755 });
  writeFileSync(tab, '0 6 * * * theirs\n');
  const env = { ...home.env, TAB: tab, PATH: `${folder}:${process.env['PATH']}` };
  const hours = ['9', '10', '11', '12'];
  const ran = await Promise.all(
    hours.map((hour) => coach(['schedule', 'add', `${hour}:00`, '--yes'], { env })),
  );
  const kept = hours.filter((hour) => readFileSync(tab, 'utf8').includes(`\n0 ${hour} * * `));
  expect(kept.length).toBeGreaterThan(0);
  expect(hours.filter((_, at) => ran[at]?.exitCode === 0)).toEqual(kept);
});

test('kill -9 while the crontab takes over a reminder leaves every line that was in it', async () => {
  const home = freshHome();
  const folder = path.join(home.root, 'programs');
  const tab = path.join(folder, 'tab');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'crontab'), KILLING, { mode: 0o755 });
  writeFileSync(tab, '0 6 * * * theirs\n');
  const env = { ...home.env, TAB: tab, PATH: `${folder}:${process.env['PATH']}` };
  const add = (time: string): Promise<Ran> => coach(['schedule', 'add', time, '--yes'], { env });

  expect((await add('16:30')).exitCode).toBe(null);
  await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toContain('tab.done');
  expect(readFileSync(tab, 'utf8')).toMatch(/^0 6 \* \* \* theirs\n# >>> .*\n30 16 .*\n# <<< .*\n$/);

  // What the killed one left behind goes with the next.
  const state = path.join(home.coach, 'state');
  const leftBehind = readdirSync(state).find((name) => name.startsWith('crontab-'));
  expect(leftBehind).toBeDefined();
  await add('17:30');
  expect(readdirSync(state)).not.toContain(leftBehind);
});
