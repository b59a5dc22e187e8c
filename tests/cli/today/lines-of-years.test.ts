import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, DAY, freshHome, NOON, put, putEntry, settledHome } from '../coach.ts';

const YEAR = 'There is a year to look at: coach report\n';

const write = (
  home: string,
  day: string,
  more: { readonly bank?: string; readonly body?: string } = {},
): void => {
  putEntry(home, { id: day.replaceAll('-', '0'), at: `${day}T10:00:00+01:00`, ...more });
};

const page = (home: string, days = 0, screen = true): Promise<string> =>
  coach([], { home, screen, epoch: NOON + days * DAY }).then(({ stdout }) => stdout);

describe('that there is a year to look at', () => {
  test('is said once, and not again for a year', async () => {
    const home = settledHome();
    write(home, '2025-11-22');
    write(home, '2026-11-20');
    expect(await page(home)).toBe(
      `Time for a first look back: coach reflect lookback\n${YEAR}\ncoach reflect   answer a set of questions\ncoach checkin   a few numbers and one question about today\n`,
    );
    for (const days of [0, 1, 40, 364]) {
      write(home, '2027-11-01');
      expect(await page(home, days)).not.toContain(YEAR);
    }
    expect(await page(home, 365)).toContain(YEAR);
    expect(await page(home, 365)).not.toContain(YEAR);
  });

  test.each([
    { case: 'a day short of a year', days: ['2025-11-23', '2026-11-20'] },
    { case: 'nothing written for a year', days: ['2024-11-22', '2025-11-22'] },
    { case: 'the year is yet to come', days: ['2025-11-22', '2026-11-25'] },
  ])('is not said: $case', async ({ days }) => {
    const home = settledHome();
    for (const day of days) write(home, day);
    expect(await page(home)).not.toContain('a year');
  });

  test('is left for a screen where a pipe or cron was first', async () => {
    const home = settledHome();
    write(home, '2025-11-22');
    write(home, '2026-11-20');
    expect(await page(home, 0, false)).not.toContain(YEAR);
    expect(await page(home)).toContain(YEAR);
  });

  test('a memory that holds nonsense costs a repeated line', async () => {
    const home = freshHome();
    put(path.join(home, 'state/shown.json'), '{"shown":["first-run"],"yearOn":"2026-13-41"}');
    write(home, '2025-11-22');
    write(home, '2026-11-20');
    expect(await page(home)).toContain(YEAR);
    expect(await page(home)).not.toContain(YEAR);
  });
});

describe('this day in earlier years', () => {
  const SAID = /^On this day .*$/m;
  const settled = async (): Promise<string> => {
    const home = settledHome();
    await coach(['config', 'set', 'on-this-day', 'yes'], { home });
    return home;
  };

  test('is not spoken of unless that is set', async () => {
    const home = settledHome();
    write(home, '2025-11-22');
    expect(await page(home)).not.toMatch(SAID);
    await coach(['config', 'set', 'on-this-day', 'no'], { home });
    expect(await page(home)).not.toMatch(SAID);
  });

  test.each([
    {
      days: ['2025-11-22'],
      says: 'On this day a year ago, you wrote something: coach journal --on-this-day',
    },
    {
      days: ['2023-11-22'],
      says: 'On this day 3 years ago, you wrote something: coach journal --on-this-day',
    },
    {
      days: ['2025-11-22', '2023-11-22', '2020-11-22'],
      says: 'On this day 1, 3 and 6 years ago, you wrote something: coach journal --on-this-day',
    },
  ])('$says', async ({ days, says }) => {
    const home = await settled();
    for (const day of days) write(home, day);
    expect(SAID.exec((await page(home)).replace('\ncoach journal --on', ' coach journal --on'))?.[0]).toBe(
      says,
    );
    expect(await page(home, 0, false)).not.toMatch(SAID);
  });

  test('a week and a month ago are no years', async () => {
    const home = await settled();
    write(home, '2026-11-15');
    write(home, '2026-10-22');
    expect(await page(home)).not.toMatch(SAID);
    const turned = await settled();
    write(turned, '2026-12-28');
    expect(await page(turned, 43)).not.toMatch(SAID);
  });

  test('what was too close then is not brought up', async () => {
    const home = await settled();
    write(home, '2025-11-22', {
      bank: 'member',
      body: '\n## What did you feel?\n<!-- coach: member-felt text -->\n\n*too close*\n',
    });
    expect(await page(home)).not.toMatch(SAID);
  });

  test('no word of it is shown', async () => {
    const home = await settled();
    write(home, '2025-11-22', { body: '\n## What?\n<!-- coach: note-text text -->\n\nzzcanary\n' });
    expect(await page(home)).toMatch(SAID);
    expect(await page(home)).not.toContain('zzcanary');
  });
});
