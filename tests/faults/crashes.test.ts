import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import { recordCrashes } from './crashes.ts';

const KILLER = path.join(import.meta.dirname, 'kill-at.cjs');
const CHECK_IN = ['checkin', '--role', 'member', '--answers', '-'];
const ANSWERS = 'checkin-trust: 4\n';

/** What there is, without the numbers and ids that are different each time. */
const shapeOf = (folder: string, said: string): string =>
  JSON.stringify([
    said.split('\n').length,
    filesBelow(folder).map((file) => file.replaceAll(/[0-9a-z]+/g, 'x')),
  ]);

test('what is recorded is what kill -9 leaves', async () => {
  const watched = freshHome();
  const { env, crashes } = recordCrashes(watched, watched.coach, '/journal');
  expect(await coach(CHECK_IN, { env: { ...watched.env, ...env } }, ANSWERS)).toMatchObject({ exitCode: 0 });
  const recorded = new Set(crashes().map(({ folder, said }) => shapeOf(folder, said)));
  const left = new Set<string>();
  for (let step = 1; step < 24; step += 2) {
    const home = freshHome();
    const killing = { NODE_OPTIONS: `--require "${KILLER}"`, KILL_AT: String(step), KILL_FROM: '/journal' };
    const { stdout, exitCode } = await coach(CHECK_IN, { env: { ...home.env, ...killing } }, ANSWERS);
    if (exitCode === null) left.add(shapeOf(home.coach, stdout));
  }
  expect(left.size).toBeGreaterThan(3);
  expect([...left].filter((shape) => !recorded.has(shape))).toEqual([]);
});
