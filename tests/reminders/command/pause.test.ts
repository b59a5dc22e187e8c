import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, freshHome, NOON, printed, put, refused } from '../../cli/coach.ts';

const WAITING = printed('A check-in is waiting: coach checkin\n');
const QUIET = printed('');
const talk = (stderr: string): object => ({ stdout: '', stderr, exitCode: 0 });

const remembered = (home: string): unknown =>
  JSON.parse(readFileSync(path.join(home, 'state', 'shown.json'), 'utf8'));

describe('a pause', () => {
  test.each([
    { span: ['14d'], until: '6 December' },
    { span: ['14'], until: '6 December' },
    { span: ['2', 'weeks'], until: '6 December' },
    { span: ['2 weeks'], until: '6 December' },
    { span: ['for', '2', 'weeks'], until: '6 December' },
    { span: ['1', 'month'], until: '22 December' },
    { span: ['until', '2026-12-10'], until: '10 December' },
    { span: ['Until', '8', 'December'], until: '8 December' },
    { span: ['friday'], until: '27 November' },
    { span: ['tomorrow'], until: 'tomorrow' },
  ])('$span lasts until $until', async ({ span, until }) => {
    const home = freshHome();
    expect(await coach(['pause', ...span], { home })).toEqual(
      talk(`No reminders on this machine until ${until}. To end the pause: coach resume\n`),
    );
    const [line] = (await coach([], { home })).stdout.split('\n').slice(1);
    expect(line).toBe(`Reminders are paused until ${until}.`);
  });

  test('is silent under cron until its day, and then forgotten', async () => {
    const home = freshHome();
    await coach(['pause', '3d'], { home });
    expect(await coach(['checkin'], { home })).toEqual(QUIET);
    expect(await coach(['checkin'], { home, epoch: NOON + 2 * DAY })).toEqual(QUIET);
    expect(remembered(home)).toEqual({ pausedUntil: '2026-11-25' });
    expect((await coach([], { home, epoch: NOON + 3 * DAY })).stdout).not.toContain('paused');
    expect(await coach(['checkin'], { home, epoch: NOON + 3 * DAY })).toEqual(WAITING);
    expect(remembered(home)).toEqual({ remindedOn: '2026-11-25' });
  });

  test('does not keep anybody from a check-in, and a new one takes its place', async () => {
    const home = freshHome();
    await coach(['pause', '3d'], { home });
    await coach(['pause', '1d'], { home });
    const argv = ['checkin', '--role', 'member', '--answers', '-'];
    expect((await coach(argv, { home, stdin: 'checkin-trust: 4' })).stdout).toContain('Saved.');
    expect(await coach(['checkin'], { home, epoch: NOON + DAY })).toEqual(WAITING);
  });

  test('ends when reminders are wanted again', async () => {
    const home = freshHome();
    await coach(['pause', '3d'], { home });
    expect(await coach(['resume'], { home })).toEqual(talk('Reminders are on again.\n'));
    expect(await coach(['checkin'], { home })).toEqual(WAITING);
    expect(await coach(['resume'], { home })).toEqual(talk('Reminders were not paused.\n'));
  });

  test('that cannot be remembered is told', async () => {
    const home = freshHome();
    put(path.join(home, 'state'), 'not a folder');
    const ran = await coach(['pause', '3d'], { home });
    expect(ran).toMatchObject({ stdout: '', exitCode: 1 });
    expect(ran.stderr).not.toContain('No reminders');
  });

  test('that is not a day is none', async () => {
    const home = freshHome();
    for (const pausedUntil of [5, 'soon', '2026-13-01']) {
      put(path.join(home, 'state', 'shown.json'), JSON.stringify({ pausedUntil }));
      expect((await coach([], { home })).stdout).not.toContain('paused');
    }
  });

  const HINT = 'For example: coach pause 14d, coach pause 2 weeks, coach pause until 2026-12-10';
  test.each([
    { span: [], says: 'say how long to pause' },
    { span: [''], says: 'say how long to pause' },
    { span: ['soon'], says: '"soon" is not a time in the future' },
    { span: ['today'], says: '"today" is not a time in the future' },
    { span: ['0d'], says: '"0d" is not a time in the future' },
    { span: ['until', '2026-11-01'], says: '"until 2026-11-01" is not a time in the future' },
    { span: ['9999', 'years'], says: '"9999 years" is not a time in the future' },
  ])('$span: $says', async ({ span, says }) => {
    const home = freshHome();
    expect(await coach(['pause', ...span], { home })).toEqual(refused(`coach: ${says}\n  ${HINT}\n`));
  });
});
