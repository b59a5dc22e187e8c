import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseRecord } from '../../src/sync/sync-record.ts';
import { coach } from '../terminal/coach.ts';
import { homeAfter, recordCrashes } from './crashes.ts';
import { nextCommand } from './next-command.ts';
import { heldIn, ONLY_HERE, syncWith, TOGETHER, twoSides } from './two-sides.ts';

test('kill -9 at each step of a sync loses nothing, and the next one ends it', async () => {
  const { here, there, remote } = await twoSides();
  const { env, crashes } = recordCrashes(here, here.coach, '/data/');
  expect(await coach(['sync'], { env: { ...here.env, ...env } })).toMatchObject({ exitCode: 0 });
  expect(heldIn(here.journal)).toEqual(TOGETHER);
  const left = crashes().map((crash) => homeAfter(crash, here));
  expect(left.length).toBeGreaterThan(20);
  // Each takes a sync of its own: one in three is enough.
  for (const home of left.filter((_, at) => at % 3 === 0)) {
    const setup = parseRecord(readFileSync(path.join(home.coach, 'state/sync.json'), 'utf8'));
    expect(setup).toBeTypeOf('object');
    syncWith(home, remote);
    const texts = new Set(Object.values(heldIn(home.journal)));
    for (const text of ONLY_HERE) expect(texts).toContain(text);
    expect(await nextCommand(['sync'], home)).toMatchObject({ exitCode: 0 });
    expect(heldIn(home.journal)).toEqual(TOGETHER);
  }
  // What was killed and went on has brought nothing else to the other side.
  await nextCommand(['sync'], there);
  expect(heldIn(there.journal)).toEqual({ ...TOGETHER, 'trash/x': '' });
});
