import { expect, test } from 'vitest';
import { coach, freshHome, settledHome } from '../coach.ts';

const SHORT = ['note', 'prepare', 'debrief', 'lookback'];

test.each(SHORT)('coach %s was unknown, though people type it', async (name) => {
  const flags = ['--role', 'member', '--template'];
  const short = await coach([name, ...flags], { home: settledHome() });
  expect(short).toMatchObject({ stderr: '', exitCode: 0 });
  expect(short.stdout).toBe((await coach(['reflect', name, ...flags], { home: settledHome() })).stdout);
});

test('coach note takes a page from a pipe', async () => {
  const home = freshHome();
  expect(await coach(['note'], { home, stdin: 'It rained.\n' })).toMatchObject({ exitCode: 0 });
  expect((await coach(['journal', 'show', 'last'], { home })).stdout).toContain('It rained.');
});

test.each(SHORT)('coach %s takes every flag of coach reflect', async (name) => {
  for (const flag of [['--notify'], ['--step', 'step-see'], ['--short', '--full']]) {
    const said = async (...argv: readonly string[]): Promise<unknown> =>
      coach([...argv, ...flag], { home: freshHome() });
    expect(await said(name)).toEqual(await said('reflect', name));
  }
});
