import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type AtCoach, freshHome, type Home, openShell, PROGRAM } from './coach.ts';

/** A shell in a folder of its own, that knows coach by name and completes it. */
async function completingShell(home: Home): Promise<AtCoach> {
  const folder = path.join(home.root, 'programs');
  mkdirSync(folder);
  symlinkSync(PROGRAM, path.join(folder, 'coach'));
  const env = { PATH: `${folder}:${path.dirname(process.execPath)}:/usr/bin:/bin` };
  const shell = await openShell(home, { env, folder: home.root, editing: true });
  // A second time, as a start-up file that is read again does it.
  let shown = '';
  for (const _ of [1, 2]) {
    await shell.types('source <(coach completion bash)\r');
    shown += 'sh> source <(coach completion bash)\n';
    await shell.until((screen) => screen === `${shown}sh>`);
  }
  return shell;
}

test('the Tab key in bash runs nothing of what stands on the line', async () => {
  const home = freshHome();
  const shell = await completingShell(home);
  await shell.types('coach journal --search "$(touch ran)" `touch ran` <(touch ran) --fu\t');
  await shell.says('--full');
  expect(existsSync(path.join(home.root, 'ran'))).toBe(false);
});

test.each([
  { typed: 'coach jour', is: 'coach journal' },
  { typed: 'coach reflect --role me', is: 'coach reflect --role member' },
  { typed: 'coach reflect --role=me', is: 'coach reflect --role=member' },
  { typed: 'coach schedule add 16:30 --on wo', is: 'coach schedule add 16:30 --on workdays' },
  { typed: 'coach checkin --answers prog', is: 'coach checkin --answers programs/' },
])('the Tab key in bash completes $typed', async ({ typed, is }) => {
  const shell = await completingShell(freshHome());
  await shell.types(`${typed}\t`);
  const screen = await shell.until((shown) => shown.trimEnd().endsWith(`sh> ${is}`));
  expect(screen.split('\n')).toHaveLength(3);
});
