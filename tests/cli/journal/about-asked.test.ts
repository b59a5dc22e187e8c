import { expect, test } from 'vitest';
import { coach, refused, settledHome } from '../coach.ts';
import { CTRL_C, scripted } from '../scripted.ts';

test.each([
  { words: ['challenge'] },
  { words: ['challenge', '--json'] },
  { words: ['journal'] },
  { words: ['journal', '--full'] },
  { words: ['journal', 'delete'] },
  { words: ['journal', 'export', '--format', 'json'] },
  { words: ['insights'] },
  { words: ['report'] },
])('a name that was left out was refused though somebody could be asked: $words', async ({ words }) => {
  const argv = [...words, '--about'];
  const prompter = scripted(CTRL_C);
  expect((await coach(argv, { home: settledHome(), prompter })).exitCode).toBe(130);
  expect(prompter.seen).toEqual(['line Who or what is it about?']);
  expect(await coach(argv, { home: settledHome() })).toEqual(
    refused('coach: --about needs a name here\n  For example: --about D.\n'),
  );
});
