import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coach, entryFiles, put, settledHome } from '../coach.ts';

// What waits changed without an entry being written, because only the newest entries were looked at.

const at = (day: string): number => Date.parse(`${day}T08:14:05Z`);

async function answers(home: string, day: string, command: readonly string[], stdin: string): Promise<void> {
  const ran = await coach([...command, '--answers', '-'], { home, stdin, epoch: at(day) });
  expect({ stdin, ...ran }).toMatchObject({ exitCode: 0 });
}

const screen = async (home: string, day: string): Promise<string> =>
  (await coach([], { home, epoch: at(day) })).stdout;

test('a debrief is offered for its week, though an older conversation is more than 90 days ago by then', async () => {
  const home = settledHome('manager');
  const about = ['--role', 'manager', '--about', 'D.'];
  await answers(home, '2026-02-10', ['reflect', 'prepare', ...about], 'prepare-when: 2026-02-11\n');
  await answers(
    home,
    '2026-05-03',
    ['reflect', 'prepare', ...about],
    'prepare-when: 2026-05-10\nprepare-prediction: 70\n',
  );
  // Not planned, and so it belongs to the conversation in February.
  await answers(home, '2026-05-04', ['reflect', 'debrief', ...about], 'debrief-learned: Something.\n');
  for (const day of ['2026-05-10', '2026-05-12', '2026-05-17']) {
    expect(await screen(home, day)).toMatch(
      /^(?:The|Today's) conversation .*with D\.: coach reflect debrief/,
    );
    const cron = await coach(['checkin'], { home, epoch: at(day) });
    expect(cron.stdout).toContain('1 conversation');
    expect((await coach(['review'], { home, epoch: at(day) })).stdout).toMatch(/^Nothing due today/);
  }
  expect(await screen(home, '2026-05-18')).toMatch(/^Due: 1 guess about D\. from 3 May\n/);
});

test('a debrief is offered of a conversation that was prepared half a year before, after the check-in, too', async () => {
  const home = settledHome('manager');
  await answers(home, '2026-01-10', ['reflect', 'prepare'], 'about: D.\nprepare-when: 2026-07-10\n');
  await answers(home, '2026-07-10', ['checkin'], 'checkin-trust: 3\n');
  const cron = await coach(['checkin'], { home, epoch: at('2026-07-10') });
  expect(cron.stdout).toBe('Waiting: 1 conversation. Run: coach\n');
});

test('an answer to an earlier step leads nowhere, though the later ones are more than five weeks ago', async () => {
  const home = settledHome();
  const ready = ['challenge', 'ready', '--about', 'D.', '--role', 'member'];
  await answers(
    home,
    '2026-03-01',
    ready,
    'challenge-baseline-trust: null\nchallenge-baseline-room: null\nsee-my-gain: Calm.\n',
  );
  await answers(home, '2026-03-08', ready, 'see-count: "7"\nchallenge-next: next\n');
  await answers(home, '2026-03-08', ready, 'view-guess: Calm.\n');
  await answers(
    home,
    '2026-05-01',
    ['reflect', 'challenge', '--step', 'step-see', '--role', 'member', '--about', 'D.'],
    'see-my-gain: Still calm.\n',
  );
  const epoch = at('2026-05-09');
  expect((await coach(['challenge'], { home, epoch })).stdout).toContain('\nStep 2 of 8');
  expect(await screen(home, '2026-05-09')).toMatch(
    /^"See through their eyes" \(D\.\): time to look at what came of it:\n/,
  );
  expect((await coach(['checkin'], { home, epoch })).stdout).toContain('1 challenge step');
});

test('the questions of a role come after 60 days, however many single ones were asked meanwhile', async () => {
  const home = settledHome();
  const five = ['situation', 'felt', 'hold-back', 'easier-now', 'expectations'];
  const whole = five.map((id) => `member-${id}: Words enough to be a whole answer.\n`).join('');
  for (const day of ['2026-01-01', '2026-01-20', '2026-03-01'])
    await answers(home, day, ['reflect', 'member'], whole);
  for (let day = 2; day <= 20; day++) {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    await answers(home, date, ['reflect', 'member'], 'member-felt: Calm.\n');
  }
  const line = 'The member questions, last answered on 1 March: coach reflect member\n';
  expect(await screen(home, '2026-03-21')).not.toContain('The member questions');
  await answers(home, '2026-03-21', ['reflect', 'member'], 'member-felt: Calm.\n');
  const latest = entryFiles(home).find((file) => file.includes('2026-03-01')) ?? '';
  put(latest.replace('.md', ' (conflicted copy).md'), `${readFileSync(latest, 'utf8')}\n## Mine\n`);
  expect(await screen(home, '2026-04-29')).not.toContain('The member questions');
  expect(await screen(home, '2026-04-30')).toContain(line);
});
