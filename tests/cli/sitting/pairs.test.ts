import { describe, expect, test } from 'vitest';
import { coach, DAY, journalJson, NOON, settledHome } from '../coach.ts';
import { LATER, SAVE, sit, sitAt } from '../sitting.ts';

async function due(home: string, days: number, ...args: readonly string[]): Promise<readonly string[]> {
  const epoch = NOON + days * DAY;
  const { stdout } = await coach(['review', '--json', ...args], { home, epoch });
  const items: readonly { readonly closes: string }[] = JSON.parse(stdout);
  return items.map(({ closes }) => closes);
}

async function answer(home: string, days: number, argv: readonly string[], stdin: string): Promise<void> {
  const ran = await coach([...argv, '--answers', '-'], { home, stdin, epoch: NOON + days * DAY });
  expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
}

const SEE = 'see-three-pieces: The report.\nsee-prediction: {expect: more than 6 times, due: 2026-11-25}\n';

describe('what its step can still close is asked by the step alone', () => {
  test('until it was brought back, also weeks later and while the challenge is paused', async () => {
    const home = settledHome('manager');
    await answer(home, 0, ['challenge', 'ready', '--about', 'D.'], SEE);
    const guess = '001k3x8m2p/see-prediction';
    expect(await due(home, 4)).toEqual([]);
    expect(await due(home, 20)).toEqual([]);
    expect(await due(home, 4, '--all')).toEqual([guess]);
    expect((await coach(['review'], { home, epoch: NOON + 4 * DAY })).stdout).toBe('Nothing due today.\n');
    expect((await coach([], { home, epoch: NOON + 4 * DAY })).stdout).not.toContain('coach review');
    const plans = await coach(['plans'], { home, epoch: NOON + 4 * DAY });
    expect(plans.stdout).toMatch(
      /^Reviewed elsewhere\n {2}Guess from 22 November about D\.: coach challenge ready\n/,
    );
    const listed = await coach(['plans', '--json'], { home, epoch: NOON + 4 * DAY });
    expect(JSON.parse(listed.stdout)).toMatchObject([{ closes: guess, standing: 'elsewhere' }]);
    expect((await coach(['challenge', 'pause'], { home })).exitCode).toBe(0);
    expect(await due(home, 4)).toEqual([]);
  });

  test('and by a review, once the challenge was stopped', async () => {
    const home = settledHome('manager');
    await answer(home, 0, ['challenge', 'ready', '--about', 'D.'], SEE);
    expect((await coach(['challenge', 'stop'], { home })).exitCode).toBe(0);
    expect(await due(home, 4)).toEqual(['001k3x8m2p/see-prediction']);
  });
});

describe('a conversation', () => {
  const AHEAD =
    'about: D.\nprepare-when: 2026-11-30\nprepare-prediction: 70\nprepare-closing-down: {then: be quiet, by: 2026-11-28}\n';

  test('that is ahead keeps its guess and its plan from a review', async () => {
    const home = settledHome('manager');
    await answer(home, 0, ['reflect', 'prepare'], AHEAD);
    expect(await due(home, 3)).toEqual([]);
    expect(await due(home, 15)).toEqual([]);
    expect(await due(home, 16)).toEqual(['001k3x8m2p/prepare-closing-down', '001k3x8m2p/prepare-prediction']);
  });

  test('that is ahead is asked about before a debrief takes it', async () => {
    const home = settledHome('manager');
    await answer(home, 0, ['reflect', 'prepare'], AHEAD);
    const yes = await sit(home, ['reflect', 'debrief', '--short'], 'Yes', { value: 4 }, 'doer', LATER);
    expect(yes.seen).toContain('choose Was this the conversation on 30 November with D.?');
    const skip = { kind: 'skip', skip: 'passed' } as const;
    await sit(home, ['reflect'], 'Finish it', skip, skip, skip, skip, SAVE);
    expect(await journalJson(home)).toMatchObject([
      {
        bank: 'debrief',
        about: 'D.',
        answers: [
          { question: 'debrief-aim', continues: '001k3x8m2p/prepare-when' },
          { closes: '001k3x8m2p/prepare-prediction' },
          {},
          {},
          {},
          {},
        ],
      },
      {},
    ]);
    expect(await coach(['doctor'], { home })).toMatchObject({ exitCode: 0 });
    expect((await coach([], { home, epoch: NOON + 8 * DAY })).stdout).not.toContain('debrief');
  });

  test('that is ahead stays so after a debrief of another one, at a terminal and from a file', async () => {
    const home = settledHome('manager');
    await answer(home, 0, ['reflect', 'prepare'], AHEAD);
    const skip = { kind: 'skip', skip: 'passed' } as const;
    await sit(
      home,
      ['reflect', 'debrief', '--short', '--about', 'D.'],
      'No',
      { value: 4 },
      'doer',
      skip,
      skip,
      skip,
      skip,
      SAVE,
    );
    await answer(home, 0, ['reflect', 'debrief', '--about', 'D.'], 'debrief-next-step: doer\n');
    expect(JSON.stringify(await journalJson(home))).not.toContain('closes');
    expect((await coach([], { home, epoch: NOON + 8 * DAY })).stdout).toContain('coach reflect debrief');
  });
});

test('what was not done has no follow-ups, and the count comes before the verdict', async () => {
  const home = settledHome('manager');
  await answer(home, 0, ['challenge', 'ready', '--about', 'D.'], SEE);
  const marks = await sitAt(NOON + 7 * DAY, home, ['challenge', 'ready'], '0', 'untested', LATER);
  expect(marks.seen.filter((line) => line.startsWith('ask'))).toEqual([
    'ask see-count',
    'ask see-outcome',
    'ask challenge-next',
  ]);
});
