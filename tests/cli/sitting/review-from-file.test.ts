import { describe, expect, test } from 'vitest';
import { coach, DAY, entryFiles, failed, freshHome, NOON, printed, refused, settledHome } from '../coach.ts';
import { COMMITMENT, CONDITIONAL, planned, PREDICTION } from '../planned.ts';

describe('without a terminal', () => {
  test('nobody is asked, and the hint keeps what was typed', async () => {
    const home = settledHome();
    expect(await coach(['review'], { home })).toEqual(printed('Nothing due today.\n'));
    await planned(home);
    expect(await coach(['review', '--all'], { home })).toEqual(
      failed(`coach: there is no terminal to ask questions in
  To answer from a file: coach review --all --template >answers.yaml, fill it in, then run it again with --answers answers.yaml
`),
    );
    expect((await coach(['review', 'nope'], { home })).exitCode).toBe(2);
    expect((await coach(['review', '--json', '--template'], { home })).exitCode).toBe(2);
  });

  test('what is due is printed as JSON, with what rests on request', async () => {
    const home = settledHome();
    await planned(home, '2026-10-20', NOON - 40 * DAY);
    const items = async (...flags: readonly string[]): Promise<unknown> =>
      JSON.parse((await coach(['review', '--json', ...flags], { home })).stdout);
    expect(await items()).toMatchObject([
      {
        closes: PREDICTION,
        kind: 'prediction',
        standing: 'due',
        due: '2026-11-21',
        about: 'D.',
        value: { likelihood: 70 },
      },
      { closes: CONDITIONAL },
    ]);
    expect(await items('--all')).toMatchObject([{ closes: COMMITMENT, standing: 'resting' }, {}, {}]);
  });

  test('its template is a file that says nothing until it is filled in', async () => {
    const home = settledHome();
    await planned(home);
    const { stdout } = await coach(['review', '--template'], { home });
    expect(stdout).toContain(`- closes: ${COMMITMENT}\n`);
    expect(stdout).toContain('#   When the draft is done, I will say a secret.');
    expect(await coach(['review', '--answers', '-'], { home, stdin: stdout })).toEqual(
      failed(`coach: standard input:1:1: has no answers (--template prints a file to fill in)
  Nothing was saved. Fix the file and try again.
`),
    );
    const filled = stdout.replace('review-status:', 'review-status: kept');
    expect(await coach(['review', '--answers', '-'], { home, stdin: filled })).toEqual(
      printed('Saved 1 review.\n'),
    );
  });

  test('every mistake is named with its line, and nothing is saved', async () => {
    const home = settledHome();
    await planned(home);
    const stdin = `- closes: ${COMMITMENT}
  review-status: kept
- closes: ${COMMITMENT}
  review-status: partly
- closes: 001k3x8m2p/planned-guss
  review-outcome: yes
- closes: ${PREDICTION}
  about: K.
  review-outcome: perhaps
  review-wait-until: 2026-12-01
- review-status: kept
- words
`;
    const { stderr, exitCode } = await coach(['review', '--answers', '-'], { home, stdin });
    expect(exitCode).toBe(1);
    expect(stderr.split('\n').map((line) => line.replace(/^coach: |^ +/, ''))).toMatchObject([
      expect.stringMatching(/^standard input:3:11: closes: "001k3x8m2p\/planned-plan" appears twice/),
      expect.stringMatching(
        /5:11: closes: .* is not an open plan or guess, did you mean 001k3x8m2p\/planned-guess\?/,
      ),
      expect.stringMatching(/8:3: about: leave this out/),
      expect.stringMatching(/9:19: review-outcome: /),
      expect.stringMatching(/11:3: closes: expected a reference/),
      expect.stringMatching(/12:3: expected a list of items/),
      expect.stringMatching(/^Nothing was saved/),
      '',
    ]);
    expect(entryFiles(home)).toHaveLength(1);
  });

  test('an entry that is not there is refused', async () => {
    const home = freshHome();
    expect((await coach(['review', 'zzzz', '--json'], { home })).exitCode).toBe(refused('').exitCode);
  });
});

test('a new date that has passed is refused from a file as at the terminal', async () => {
  const home = settledHome();
  await planned(home);
  const stdin = `- closes: ${PREDICTION}\n  review-outcome: wait\n  review-wait-until: 2026-11-01\n`;
  expect((await coach(['review', '--answers', '-'], { home, stdin })).stderr).toContain(
    'standard input:3:22: review-wait-until: expected today or a later date\n',
  );
});
