import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeContext } from '../../../src/program/node-context.ts';
import { otherSide } from '../../../src/sync/command/in-step.ts';
import { printRecord, type SyncRecord } from '../../../src/sync/sync-record.ts';
import { SyncStop } from '../../../src/sync/sync-stop.ts';
import { freshHome, journalOf, put, ROOT } from '../../cli/coach.ts';
import { TERMINAL } from '../../cli/program.ts';

test('a sync that found another one at work was taken for the one before, which had met another key', async () => {
  const home = freshHome();
  const at = '2026-11-22T09:14:05+01:00';
  const record: SyncRecord = {
    setup: { journal: journalOf(home), address: '/nowhere.git', branch: 'main', readable: true },
    last: { at, state: 'keys-differ', message: '', in: 0, out: 0, copies: 0, failedSince: at },
    named: [],
  };
  put(path.join(home, 'state/sync.json'), printRecord(record));
  const context = nodeContext({ COACH_HOME: home }, ROOT, TERMINAL);
  const world = await context.syncWorld();
  const whileOpen = (): Promise<never> => Promise.reject(new SyncStop('busy-here'));
  const other = await otherSide({ ...context, syncWorld: () => Promise.resolve({ ...world, whileOpen }) });
  expect(await other?.inStep(false)).toMatchObject({
    apart: undefined,
    error: { message: 'another sync is at work on this computer, or a command that changes all entries' },
  });
});
