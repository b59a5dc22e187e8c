import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { coach, DAY, freshHome, NOON, put } from '../cli/coach.ts';
import type { Sealing } from '../../src/app/ports/sealing.ts';
import { scripted } from '../cli/scripted.ts';
import { quickSealing } from '../cli/sealed.ts';
import { LOCKED, lockedHome, PLAN, PLANNED } from './locked-home.ts';

const LATER = { epoch: NOON + 15 * DAY };
const dueFile = (home: string): string => path.join(home, 'state/due.json');
const WITH_TWO = 'Waiting: a check-in, 1 plan, 1 guess. Run: coach\n';
const ALONE = 'A check-in is waiting: coach checkin\n';

test('while the journal is locked, cron says how much waits, and reads nothing', async () => {
  const { home, pipe, lock } = await lockedHome();
  await pipe(PLAN, PLANNED);
  lock();
  expect(JSON.parse(readFileSync(dueFile(home), 'utf8'))).toMatchObject({
    format: 1,
    days: { '2026-12-06': { plans: 1, guesses: 1 } },
  });
  expect(readFileSync(dueFile(home), 'utf8')).not.toMatch(/pineapple|age1/i);
  expect(await pipe(['checkin'])).toEqual({ stdout: ALONE, stderr: '', exitCode: 0 });
  expect(await pipe(['checkin'])).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect(await pipe(['checkin'], '', LATER)).toEqual({ stdout: WITH_TWO, stderr: '', exitCode: 0 });
});

test('a reminder opened files that the index of the unlocked journal knows already', async () => {
  const { pipe } = await lockedHome();
  await pipe(PLAN, PLANNED);
  await pipe(['checkin', '--answers', '-'], '{"checkin-trust": 4}');
  // What was touched just now is always read again.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY });
  onTestFinished(() => void vi.useRealTimers());
  await pipe([]);
  let opened = 0;
  const sealing = {
    ...quickSealing,
    open: (...file: Parameters<Sealing['open']>) => (opened++, quickSealing.open(...file)),
  };
  for (const argv of [['checkin'], ['checkin', '--notify'], ['lookback', '--notify']])
    expect(await pipe(argv, '', { sealing })).toMatchObject({ stdout: '', exitCode: 0 });
  expect(await pipe(['checkin'], '', { ...LATER, sealing })).toMatchObject({ stdout: WITH_TWO });
  expect(opened).toBe(0);
});

test('--notify asks nobody, also at a terminal', async () => {
  const { pipe, lock } = await lockedHome();
  await pipe(PLAN, PLANNED);
  lock();
  const prompter = scripted();
  expect((await pipe(['checkin', '--notify'], '', { prompter, ...LATER })).stdout).toBe(WITH_TWO);
  expect((await pipe(['lookback', '--notify'], '', { prompter, ...LATER })).exitCode).toBe(0);
  expect(prompter.seen).toEqual([]);
});

test('whoever has checked in on this computer today is not reminded, locked or not', async () => {
  const { pipe, lock } = await lockedHome();
  lock();
  await pipe(['checkin', '--answers', '-'], '{"checkin-trust": 4}');
  expect(await pipe(['checkin'])).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  expect((await pipe(['checkin'], '', { epoch: NOON + DAY })).stdout).toBe(ALONE);
});

test('what was closed meanwhile waits no more, and what was saved while locked does', async () => {
  const { home, pipe, lock, unlock } = await lockedHome();
  await pipe(PLAN, PLANNED);
  lock();
  await pipe(PLAN, PLANNED);
  const counts = (): unknown => JSON.parse(readFileSync(dueFile(home), 'utf8')).days;
  expect(counts()).toEqual({ '2026-12-06': { plans: 2, guesses: 2 } });
  await unlock();
  const items = JSON.parse((await pipe(['review', '--json'], '', LATER)).stdout);
  const { closes } = items.find(({ kind }: { readonly kind: string }) => kind === 'prediction');
  await unlock();
  await pipe(['review', '--answers', '-'], `- closes: ${closes}\n  review-outcome: yes\n`, LATER);
  expect(counts()).toEqual({ '2026-12-06': { plans: 2, guesses: 1 } });
  await unlock();
  put(dueFile(home), '{"format":1,"days":{}}');
  await pipe(['plans'], '', LATER);
  expect(counts()).toEqual({ '2026-12-06': { plans: 2, guesses: 1 } });
});

describe('due.json', () => {
  test.each([
    ['damaged', '{"format":1,"days":{"2026'],
    ['newer', '{"format":2,"days":{"2026-12-06":{"plans":9,"guesses":9}}}'],
    ['no counts', '{"format":1,"days":{"2026-12-06":{"plans":-1}}}'],
    ['of another key', '{"format":1,"key":"0","days":{"2026-12-06":{"plans":9,"guesses":9}}}'],
  ])('that is %s is done without', async (_, text) => {
    const { home, pipe, lock } = await lockedHome();
    lock();
    put(dueFile(home), text);
    expect(await pipe(['checkin'], '', LATER)).toEqual({ stdout: ALONE, stderr: '', exitCode: 0 });
  });

  test('is believed as it stands', async () => {
    const { home, pipe, lock } = await lockedHome();
    lock();
    put(
      dueFile(home),
      '{"format":1,"days":{"2026-12-04":{"plans":2,"guesses":1},"2026-10-04":{"plans":5,"guesses":0}}}',
    );
    expect((await pipe(['checkin'], '', LATER)).stdout).toBe(
      'Waiting: a check-in, 2 plans, 1 guess. Run: coach\n',
    );
  });

  test('is not made for a journal in clear', async () => {
    const home = freshHome();
    await coach(PLAN, { home, stdin: PLANNED });
    expect(await coach(['plans'], { home })).toMatchObject({ exitCode: 0 });
    expect(existsSync(dueFile(home))).toBe(false);
  });

  test('has no counts with remember-due no', async () => {
    const { home, pipe, lock } = await lockedHome();
    await pipe(PLAN, PLANNED);
    await pipe(['config', 'set', 'remember-due', 'no']);
    lock();
    expect((await pipe(['checkin'], '', LATER)).stdout).toBe(ALONE);
    expect(readFileSync(dueFile(home), 'utf8')).not.toContain('guesses');
  });
});

test('coach alone never says that nothing is due while it cannot know', async () => {
  const { pipe, lock } = await lockedHome();
  await pipe(PLAN, PLANNED);
  lock();
  expect(await pipe([])).toEqual(LOCKED);
});
