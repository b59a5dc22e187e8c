import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, freshHome, put } from '../../cli/coach.ts';

test('a hundred thousand unknown keys were each told, with the one that was meant', async () => {
  const home = freshHome();
  put(
    path.join(home, 'keys.json'),
    JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 'x']))),
  );
  const ran = await coach(['reflect', '--role', 'member', '--answers', 'keys.json'], { home });
  expect(ran.exitCode).toBe(1);
  expect(ran.stderr.split('\n').length).toBeLessThan(110);
  expect(ran.stderr).toContain('\nand more\n');
});
