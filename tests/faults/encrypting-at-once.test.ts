import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sealHome } from '../cli/sealed.ts';
import { filesIn } from '../encryption/encrypting.ts';
import { coach, freshHome } from '../terminal/coach.ts';
import { fill, TEXTS, textsOf, unlockedFor } from './sealed-homes.ts';

const NUMBERS = [1, 2, 3];

test('encrypting several times at once, and saving meanwhile, loses nothing and leaves nothing in clear', async () => {
  const home = freshHome();
  fill(home);
  const { key } = await sealHome(home.coach);
  const env = { ...home.env, ...(await unlockedFor(key)) };
  const ran = await Promise.all([
    ...NUMBERS.map(() => coach(['encrypt'], { env })),
    ...NUMBERS.map((number) =>
      coach(['reflect', 'note', '--answers', '-'], { env }, `note-text: Number ${number}.\n`),
    ),
  ]);
  for (const { exitCode, stderr } of ran) expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const texts = await textsOf(home, key.identity);
  for (const text of TEXTS) expect(texts).toContain(text);
  for (const number of NUMBERS) expect(texts.join('')).toContain(`Number ${number}.`);
  expect(Object.keys(filesIn(home.journal)).filter((file) => file.endsWith('.md'))).toEqual([]);
  const names = readdirSync(home.journal, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => path.basename(name).includes('coach-'))).toEqual([]);
});

test('decrypting several times at once ends with a readable journal', async () => {
  const home = freshHome();
  fill(home);
  const before = filesIn(home.journal);
  const { key } = await sealHome(home.coach);
  const env = { ...home.env, ...(await unlockedFor(key)) };
  await coach(['encrypt'], { env });
  const ran = await Promise.all(NUMBERS.map(() => coach(['decrypt', '--yes'], { env })));
  expect(ran.filter(({ exitCode }) => exitCode === 0).length).toBeGreaterThan(0);
  for (const { exitCode } of ran) expect([0, 1]).toContain(exitCode);
  expect(filesIn(home.journal)).toEqual(before);
});
