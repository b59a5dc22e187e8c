import path from 'node:path';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/domain/time/day.ts';
import { syncAfterChange } from '../../../src/sync/command/sync-after-change.ts';
import type { SyncRecord } from '../../../src/sync/sync-record.ts';
import { SyncStop } from '../../../src/sync/sync-stop.ts';
import type { SyncContext, SyncWorld } from '../../../src/sync/sync-world.ts';
import type { Context } from '../../../src/cli/context.ts';
import { nodeContext } from '../../../src/program/node-context.ts';
import { BERLIN, freshHome, journalOf, NOON, put, ROOT } from '../../cli/coach.ts';
import { TERMINAL } from '../../cli/program.ts';
import { syncPorts } from '../../house/example-values/wings.ts';

/** What happened, in its order: how long it waited, and what came of each sync. */
interface Run {
  readonly seen: readonly (number | string)[];
}

/** @param ends - What becomes of each sync, and of each wait: another process may be waiting. */
async function run(
  last: string | undefined,
  ends: readonly ('done' | 'busy-here' | 'offline')[],
  isFree = true,
  journal?: string,
  meanwhile: (home: string) => void = () => undefined,
): Promise<Run> {
  const home = freshHome();
  const seen: (number | string)[] = [];
  const left = [...ends];
  let record: SyncRecord | undefined = {
    setup: { journal: journal ?? journalOf(home), address: '/nowhere.git', branch: 'main', readable: true },
    named: [],
    ...(last !== undefined && {
      last: { at: last, state: 'done', message: '', in: 0, out: 0, copies: 0, failedSince: null },
    }),
  };
  const world: SyncWorld = {
    read: () => record,
    change: (how) => void (record = how(record)),
    remove: () => void (record = undefined),
    waitAlone(span, isWanted) {
      if (isFree) seen.push(span() / MINUTE);
      meanwhile(home);
      if (!isWanted()) seen.push('not wanted');
      return Promise.resolve(isFree);
    },
    now: () => ({ atWork: false, waiting: false }),
    holdsEntries: () => true,
    repository: () => '/nowhere-here.git',
    absolute: (typed) => typed,
    email: () => Promise.resolve(undefined),
    whileOpen(_setup, _manner, act) {
      const end = left.shift() ?? 'done';
      seen.push(end);
      return end === 'done' ? act(syncPorts) : Promise.reject(new SyncStop(end));
    },
    madeAnew: () => Promise.resolve(false),
    alone: (act) => act(),
    drop: () => Promise.resolve(true),
  };
  const context: Context & SyncContext = {
    ...nodeContext({ COACH_HOME: home }, ROOT, TERMINAL, { clock: () => ({ epoch: NOON, zone: BERLIN }) }),
    syncWorld: () => Promise.resolve(world),
  };
  await syncAfterChange(context);
  return { seen };
}

test.each([
  { case: 'the first one', last: undefined, is: [0, 'done'] },
  { case: 'long after another one', last: '2026-11-22T09:00:00+01:00', is: [0, 'done'] },
  { case: 'just after another one', last: '2026-11-22T09:13:35+01:00', is: [1.5, 'done'] },
  { case: 'when the clock was put back', last: '2026-11-23T09:00:00+01:00', is: [0, 'done'] },
])('it waits for its turn: $case', async ({ last, is }) => {
  expect((await run(last, ['done'])).seen).toEqual(is);
});

test('where another one waits, that one sends everything', async () => {
  expect((await run(undefined, [], false)).seen).toEqual([]);
});

test('a change that came while another sync was at work was not sent', async () => {
  expect((await run(undefined, ['busy-here', 'done'])).seen).toEqual([0, 'busy-here', 2, 'done']);
});

test('one that fails is left to the next change, and none goes on for ever', async () => {
  expect((await run(undefined, ['offline'])).seen).toEqual([0, 'offline']);
  const { seen } = await run(
    undefined,
    Array.from({ length: 99 }, () => 'busy-here' as const),
  );
  expect(seen.filter((one) => one === 'busy-here')).toHaveLength(20);
});

test('where another journal is synced, it waited in the turn of that one, and sent nothing in the end', async () => {
  expect((await run(undefined, [], true, '/elsewhere')).seen).toEqual([]);
});

test('what was to be done by hand by the time that its turn came was sent all the same', async () => {
  const byHand = (home: string): void =>
    void put(path.join(home, 'config/settings.json'), JSON.stringify({ sync: 'by-hand' }));
  expect((await run(undefined, ['done'], true, undefined, byHand)).seen).toEqual([0, 'not wanted']);
});
