import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockedIfFree } from '../../../src/adapters/machine/lock.ts';
import { DAY, NOON, printed } from '../../cli/coach.ts';
import { twoInStep } from '../two-homes.ts';

test('how it stands is told for people and for scripts', async () => {
  const { remote, a } = await twoInStep();
  const status = await a.run(['sync', 'status']);
  expect(status).toEqual(
    printed(
      `Synced with ${remote}, branch main. Entries may be sent unencrypted.\n22 November 2026, 09:14: In step with ${remote}: nothing new.\n`,
    ),
  );
  rmSync(remote, { recursive: true });
  await a.run(['sync'], { epoch: NOON + DAY });
  expect((await a.run(['sync', 'status'])).stdout).toContain(
    'Not in step since 23 November 2026, 09:14: coach sync\n',
  );
  const { last } = JSON.parse((await a.run(['sync', 'status', '--json'])).stdout);
  expect(last).toMatchObject({ state: 'no-remote', failedSince: '2026-11-23T09:14:05+01:00' });
});

test('whether one is at work or waits to start, and which ones cron starts, was not told', async () => {
  const { a } = await twoInStep();
  const json = async (): Promise<unknown> => JSON.parse((await a.run(['sync', 'status', '--json'])).stdout);
  expect(await json()).toMatchObject({ atWork: false, waiting: false, scheduled: [] });
  const states = await lockedIfFree(path.join(a.home, 'data/sync.git'), () =>
    lockedIfFree(path.join(a.home, 'state/sync-turn'), async () => [
      await a.run(['sync', 'status']),
      await json(),
    ]),
  );
  expect(states).toEqual([
    expect.objectContaining({
      stdout: expect.stringContaining(
        'nothing new.\nA sync is at work now, or a command that changes all entries.\nA sync starts within a few minutes, and sends what has not been sent by then.\n',
      ),
    }),
    expect.objectContaining({ atWork: true, waiting: true }),
  ]);
});

test('of a process that went on waiting, status said that it sends the last changes, which a sync by hand had sent', async () => {
  const { a } = await twoInStep();
  const waited = await lockedIfFree(path.join(a.home, 'state/sync-turn'), async () => {
    await a.note('It was far away.');
    await a.run(['sync']);
    return (await a.run(['sync', 'status'])).stdout;
  });
  expect(waited).toContain(
    '0 in, 1 out.\nA sync starts within a few minutes, and sends what has not been sent by then.\n',
  );
});
