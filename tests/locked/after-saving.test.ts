import { expect, test } from 'vitest';
import { type Move } from '../cli/scripted.ts';
import { ASKED, lockedHome } from './locked-home.ts';

const SKIP: Move = { kind: 'skip', skip: 'not-today' };

test('what is said once a step of the challenge is saved asks for nothing while the journal is locked', async () => {
  const { run, pipe, lock, unlock } = await lockedHome();
  lock();
  const { seen, exitCode, stderr } = await run(
    ['reflect', 'challenge', '--step', 'step-see', '--about', 'D.', '--role', 'member'],
    '',
    { value: 5 },
    SKIP,
    'Pear.',
    SKIP,
    SKIP,
    SKIP,
    { kind: 'save' },
  );
  expect([exitCode, stderr, seen[0]]).toEqual([0, '', ASKED]);
  expect(seen.filter((one) => one.startsWith('secret'))).toHaveLength(1);
  await unlock();
  expect(JSON.parse((await pipe(['journal', '--json'])).stdout)).toHaveLength(1);
});
