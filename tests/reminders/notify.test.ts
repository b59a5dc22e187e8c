import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  DAY,
  freshHome,
  HOUR,
  NOON,
  printed,
  put,
  putEntry,
  type Ran,
  refused,
} from '../cli/coach.ts';
import { scripted } from '../cli/scripted.ts';

const QUIET = printed('');
const CHECK_IN = printed('A check-in is waiting: coach checkin\n');
const BOTH = printed('Waiting: a check-in, a look back. Run: coach\n');
const LOOK_BACK = printed('A look back is waiting: coach reflect lookback\n');

const checkIn = (home: string, epoch = NOON): Promise<Ran> => coach(['checkin', '--notify'], { home, epoch });
const lookBack = (home: string, epoch = NOON): Promise<Ran> =>
  coach(['reflect', 'lookback', '--notify'], { home, epoch });

/** A home in which a look back is due. */
function writtenIn(): string {
  const home = freshHome();
  putEntry(home, { id: '7q2m8k3x9b', at: '2026-10-02T18:00:00+01:00' });
  putEntry(home, { id: '6q2m8k3x9b', at: '2026-11-19T18:00:00+01:00' });
  return home;
}

describe('where there is a desktop', () => {
  test.each([
    { argv: ['checkin', '--notify'], notice: 'A question is waiting' },
    { argv: ['reflect', 'lookback', '--notify'], notice: 'A look back is waiting' },
  ])('$argv shows it there, once a day, and prints nothing', async ({ argv, notice }) => {
    const home = writtenIn();
    const desktop: string[] = [];
    for (let times = 0; times < 3; times++) expect(await coach(argv, { home, desktop })).toEqual(QUIET);
    expect(desktop).toEqual([notice]);
    await coach(argv, { home, desktop, epoch: NOON + DAY });
    expect(desktop).toEqual([notice, notice]);
  });

  test('what was written is not in it', async () => {
    const home = freshHome();
    putEntry(home, {
      id: 'k3x8m2p9qa',
      at: '2026-11-20T18:00:00+01:00',
      front: 'about: D.\n',
      body: 'CANARY',
    });
    const desktop: string[] = [];
    await coach(['checkin', '--notify'], { home, desktop });
    expect(desktop.join()).not.toMatch(/CANARY|D\./);
  });

  test('nothing is shown where nothing waits', async () => {
    const home = freshHome();
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T08:00:00+01:00', bank: 'checkin' });
    const desktop: string[] = [];
    expect(await coach(['checkin', '--notify'], { home, desktop })).toEqual(QUIET);
    expect(desktop).toEqual([]);
  });
});

test('where there is none, a line is printed, once a day', async () => {
  const home = freshHome();
  expect(await checkIn(home)).toEqual(CHECK_IN);
  expect(await checkIn(home)).toEqual(QUIET);
  expect(await coach(['checkin'], { home })).toEqual(QUIET);
  expect(await checkIn(home, NOON + DAY)).toEqual(CHECK_IN);
});

test('nobody is asked, in a terminal either', async () => {
  const home = freshHome();
  const prompter = scripted();
  expect(await coach(['checkin', '--notify'], { home, prompter })).toEqual(CHECK_IN);
  expect(prompter.seen).toEqual([]);
});

describe('a look back waits', () => {
  test.each([
    { last: '2026-10-18', waits: true },
    { last: '2026-10-19', waits: false },
    { last: '2026-11-22', waits: false },
  ])('after the last of $last: $waits', async ({ last, waits }) => {
    const home = freshHome();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-10-02T18:00:00+01:00' });
    putEntry(home, { id: 'k3x8m2p9qa', at: `${last}T08:00:00+01:00`, bank: 'lookback' });
    expect(await lookBack(home)).toEqual(QUIET);
    putEntry(home, { id: 'm3x8m2p9qa', at: '2026-11-20T08:00:00+01:00' });
    expect(await lookBack(home)).toEqual(waits ? LOOK_BACK : QUIET);
  });

  test.each([
    { written: '2026-10-18', waits: true },
    { written: '2026-10-19', waits: false },
  ])('where the first entry is from $written: $waits', async ({ written, waits }) => {
    const home = freshHome();
    expect(await lookBack(home)).toEqual(QUIET);
    putEntry(home, { id: 'k3x8m2p9qa', at: `${written}T08:00:00+01:00` });
    expect(await lookBack(home)).toEqual(waits ? LOOK_BACK : QUIET);
  });

  test('and takes the one line of the day', async () => {
    const home = writtenIn();
    expect(await lookBack(home)).toEqual(LOOK_BACK);
    expect(await checkIn(home)).toEqual(QUIET);
    expect(await checkIn(home, NOON + DAY)).toEqual(BOTH);
  });

  test('until another day, where a check-in has had the line', async () => {
    const home = writtenIn();
    expect(await checkIn(home)).toEqual(BOTH);
    expect(await lookBack(home, NOON + HOUR)).toEqual(QUIET);
    expect(await checkIn(home, NOON + 2 * HOUR)).toEqual(QUIET);
    expect(await checkIn(home, NOON + DAY)).toEqual(LOOK_BACK);
    expect(await checkIn(home, NOON + 2 * DAY)).toEqual(BOTH);
  });

  test('on that other day only if nobody looked back meanwhile', async () => {
    const home = writtenIn();
    await checkIn(home);
    await lookBack(home);
    putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T20:00:00+01:00', bank: 'lookback' });
    expect(await checkIn(home, NOON + DAY)).toEqual(CHECK_IN);
    expect(await checkIn(home, NOON + 2 * DAY)).toEqual(CHECK_IN);
  });
});

describe('where nothing was written for long', () => {
  const LAST = printed('No more reminders until you write again.\n');

  test('a last line is printed, and then none until something is written', async () => {
    const home = freshHome();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-10-11T18:00:00+02:00' });
    expect(await checkIn(home)).toEqual(LAST);
    expect(await checkIn(home, NOON + DAY)).toEqual(QUIET);
    expect(await lookBack(home, NOON + 10 * DAY)).toEqual(QUIET);
    putEntry(home, { id: '8q2m8k3x9b', at: '2026-12-03T18:00:00+01:00' });
    expect(await checkIn(home, NOON + 12 * DAY)).not.toEqual(QUIET);
  });

  test('what was brought in, or is about an earlier day, counts by its writing', async () => {
    const home = freshHome();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-10-11T18:00:00+02:00' });
    putEntry(home, { id: '8q2m8k3x9b', at: '2026-11-21T18:00:00+01:00', front: 'imported-from: jrnl\n' });
    expect(await checkIn(home)).toEqual(LAST);
    putEntry(home, {
      id: '9q2m8k3x9b',
      at: '2026-08-01T18:00:00+02:00',
      front: 'written: 2026-11-22T19:00:00+01:00\n',
    });
    expect((await checkIn(home, NOON + DAY)).stdout).toMatch(/^Waiting: a check-in/);
  });

  test('the look back may be the one that says so, also on the desktop', async () => {
    const home = freshHome();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-10-01T18:00:00+02:00' });
    const desktop: string[] = [];
    await coach(['reflect', 'lookback', '--notify'], { home, desktop });
    await coach(['checkin', '--notify'], { home, desktop, epoch: NOON + DAY });
    expect(desktop).toEqual(['No more reminders until you write again']);
  });

  test('after two weeks they come once a week', async () => {
    const home = freshHome();
    putEntry(home, { id: '7q2m8k3x9b', at: '2026-11-02T18:00:00+01:00' });
    const days: number[] = [];
    for (let day = 0; day < 16; day++)
      if ((await checkIn(home, NOON + day * DAY)).stdout !== '') days.push(day);
    expect(days).toEqual([0, 7, 14]);
  });
});

test('a memory that cannot be read or written costs a repeated line', async () => {
  const home = writtenIn();
  put(path.join(home, 'state/shown.json'), '{"postponed": "lookback", "shown": []}');
  expect(await checkIn(home)).toEqual(BOTH);
  const other = writtenIn();
  put(path.join(other, 'state'), 'not a folder');
  for (let times = 0; times < 2; times++) expect(await lookBack(other)).toEqual(LOOK_BACK);
});

test.each([
  {
    argv: ['reflect', '--notify'],
    says: '--notify works only with the look back\n  Use coach reflect lookback --notify, or coach checkin --notify for the check-in.',
  },
  {
    argv: ['reflect', 'manager', '--notify'],
    says: '--notify works only with the look back\n  Use coach reflect lookback --notify, or coach checkin --notify for the check-in.',
  },
  {
    argv: ['checkin', '--notify', '--answers', '-'],
    says: "option '--notify' cannot be used with option '--answers <file>'",
  },
])('refuses $argv', async ({ argv, says }) => {
  expect(await coach(argv, { home: freshHome() })).toEqual(refused(`coach: ${says}\n`));
});
