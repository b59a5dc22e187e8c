import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockedIfFree } from '../../../src/adapters/machine/lock.ts';
import { coach, failed, freshHome, printed, putEntry, type Ran, type Setting } from '../../cli/coach.ts';
import { newRemote, PLAIN_ENV } from '../repositories.ts';

const AT = '2026-11-22T09:14:05+01:00';

const run = (home: string, args: readonly string[], more: Partial<Setting> = {}): Promise<Ran> =>
  coach(['sync', ...args], { home, env: PLAIN_ENV, ...more });

test('a sync was refused while another one was at work on the same computer', async () => {
  const home = freshHome();
  const remote = newRemote(home);
  await run(home, ['setup', remote, '--readable'], { typed: ['yes'] });
  putEntry(home, { id: 'k3x8m2p9qa', at: AT });
  const other = path.join(home, 'data/sync.git');
  const held = lockedIfFree(other, () => wait(700));
  expect(await run(home, [])).toEqual({
    stdout: `In step with ${remote}: 0 in, 1 out.\n`,
    stderr: 'Waiting for a sync to end\n',
    exitCode: 0,
  });
  await held;
  let free = (): void => undefined;
  const long = lockedIfFree(other, () => new Promise<void>((end) => (free = end)));
  expect(await run(home, ['--for', '1s'])).toEqual(
    failed(
      'Waiting for a sync to end\ncoach: another sync is at work on this computer, or a command that changes all entries\n  When it has ended: coach sync\n',
    ),
  );
  expect(await run(home, ['--quiet'])).toEqual(printed(''));
  free();
  await long;
});
