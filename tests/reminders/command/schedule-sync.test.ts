import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { printRecord } from '../../../src/sync/sync-record.ts';
import {
  coach,
  crontabOf,
  failed,
  freshHome,
  journalOf,
  printed,
  put,
  type Ran,
  refused,
  type Setting,
} from '../../cli/coach.ts';

/** A home that is synced. */
function syncedHome(journal?: string): string {
  const home = freshHome();
  const setup = {
    journal: journal ?? journalOf(home),
    address: 'git@git.example.org:d/journal.git',
    branch: 'main',
    readable: true,
  };
  put(path.join(home, 'state/sync.json'), printRecord({ setup, named: [] }));
  return home;
}

const crontabIn = (home: string): string | undefined =>
  existsSync(crontabOf(home)) ? readFileSync(crontabOf(home), 'latin1') : undefined;

const schedule = (home: string, argv: readonly string[], more: Partial<Setting> = {}): Promise<Ran> =>
  coach(['schedule', ...argv], { home, ...more });

const lineIn = (home: string, when: string, env = ''): string =>
  `${when} /usr/bin/env COACH_HOME=${home} ${env}/usr/bin/node /usr/bin/coach sync --quiet`;

test('a sync every half hour is shown and written, and stands in the list', async () => {
  const home = syncedHome();
  const { stdout, stderr, exitCode } = await schedule(home, ['add', '--sync', '30m', '--yes']);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')[1]).toBe(lineIn(home, '*/30 * * * *'));
  expect(stderr).toBe(`This is what will be in your crontab:


A sync every 30 minutes. It never asks you anything, and says nothing unless
nothing has come through for a day; then cron mails you a line a day.
Written. coach schedule lists it, and coach schedule remove deletes it.
`);
  expect(crontabIn(home)).toBe(stdout);
  expect(await schedule(home, ['list'], { screen: true })).toEqual(
    printed('1  sync       every 30 minutes\n'),
  );
  expect(await schedule(home, [])).toEqual(printed('1\tsync\t30m\tdaily\n'));
  expect((await schedule(home, ['add', '--sync', '30 min', '--yes'])).stderr).toBe(
    'It is already there: a sync every 30 minutes.\n',
  );
  await schedule(home, ['remove', '1', '--yes']);
  expect(crontabIn(home)).toBeUndefined();
});

test('there is one sync alone, beside the reminders', async () => {
  const home = syncedHome();
  await schedule(home, ['add', '16:30', '--yes']);
  await schedule(home, ['add', '--sync', '30m', '--yes']);
  await schedule(home, ['add', '--sync', '2h', '--yes']);
  expect((await schedule(home, [])).stdout).toBe('1\tcheckin\t16:30\tdaily\n2\tsync\t2h\tdaily\n');
});

describe('a sync that is not set up is not scheduled', () => {
  test.each([[], ['--dry-run'], ['--print', 'systemd'], ['--print', 'launchd']])(
    '%s %s',
    async (...flags) => {
      const home = freshHome();
      expect(await schedule(home, ['add', '--sync', '30m', ...flags])).toEqual(
        failed(
          'coach: sync is not set up\n  Give the address of a git repository of your own: coach sync setup ADDRESS\n',
        ),
      );
      expect(crontabIn(home)).toBeUndefined();
    },
  );

  test('one of another journal', async () => {
    const home = syncedHome('/elsewhere');
    expect((await schedule(home, ['add', '--sync', '30m', '--yes'])).stderr).toContain(
      'coach: sync is set up for another journal: /elsewhere\n',
    );
  });
});

test.each([
  {
    argv: [],
    says: 'say when to remind you\n  For example: coach schedule add 16:30. To sync every so often: coach schedule add --sync 30m',
  },
  {
    argv: ['--sync', '7m'],
    says: '--sync does not take "7m"\n  Use one of these: 5m, 6m, 10m, 12m, 15m, 20m, 30m, 1h, 2h, 3h, 4h, 6h, 8h, 12h, 24h.',
  },
  {
    argv: ['16:30', '--sync', '30m'],
    says: '--sync takes neither a time nor --on or --lookback\n  To sync every half hour: coach schedule add --sync 30m',
  },
  {
    argv: ['--sync', '30m', '--on', 'mon'],
    says: '--sync takes neither a time nor --on or --lookback\n  To sync every half hour: coach schedule add --sync 30m',
  },
])('refuses $argv', async ({ argv, says }) => {
  const home = syncedHome();
  expect(await schedule(home, ['add', ...argv, '--yes'])).toEqual(refused(`coach: ${says}\n`));
  expect(crontabIn(home)).toBeUndefined();
});

test('git that cron would not find is found, and moving it writes the line anew', async () => {
  const home = syncedHome();
  const programs = { folderOf: () => '/opt/homebrew/bin' };
  await schedule(home, ['add', '--sync', '1h', '--yes']);
  await schedule(home, ['add', '--sync', '1h', '--yes'], { programs });
  const PATH = 'PATH=/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin ';
  expect(crontabIn(home)?.split('\n').slice(1, -2)).toEqual([lineIn(home, '0 * * * *', PATH)]);
});

test('units for systemd and agents of launchd are printed', async () => {
  const home = syncedHome();
  const systemd = await schedule(home, ['add', '--sync', '1h', '--print', 'systemd']);
  expect(systemd.stdout).toContain('OnCalendar=*-*-* *:00:00\n');
  const launchd = await schedule(home, ['add', '--sync', '1h', '--print', 'launchd']);
  expect(launchd.stdout).toContain('~/Library/LaunchAgents/coach.sync.plist');
});

test('status names it, and stop says what is left of it', async () => {
  const home = syncedHome();
  await schedule(home, ['add', '16:30', '--yes']);
  await schedule(home, ['add', '--sync', '30m', '--yes']);
  const status = await coach(['sync', 'status'], { home });
  expect(status.stdout).toContain('\ncron also syncs every 30 minutes: coach schedule\n');
  expect(JSON.parse((await coach(['sync', 'status', '--json'], { home })).stdout)).toMatchObject({
    scheduled: [{ number: 2, when: 'every 30 minutes' }],
  });
  expect(await coach(['sync', 'stop'], { home })).toEqual({
    stdout: 'Stopped. Your entries stay here; git.example.org keeps what was sent.\n',
    stderr:
      'cron still calls it every 30 minutes, which does nothing now. To end that: coach schedule remove 2\n',
    exitCode: 0,
  });
  expect((await schedule(home, [])).stderr).toBe(
    'Sync 2 does nothing: sync is not set up. To remove it: coach schedule remove 2\n',
  );
});

test('another home is another sync', async () => {
  const home = syncedHome();
  await schedule(home, ['add', '--sync', '30m', '--yes']);
  const other = syncedHome();
  writeFileSync(crontabOf(other), crontabIn(home) ?? '');
  expect((await coach(['sync', 'stop'], { home: other })).stderr).toBe('');
  expect((await schedule(other, [])).stderr).toBe('');
});

test('where node or coach is gone, list and doctor say so', async () => {
  const home = syncedHome();
  await schedule(home, ['add', '--sync', '30m', '--yes']);
  const programs = { isThere: (file: string) => file !== '/usr/bin/node' };
  expect((await schedule(home, [], { programs })).stderr).toBe(
    'Sync 1 cannot run: /usr/bin/node is gone or cannot be run. To add it again:\n  coach schedule add --sync 30m\n',
  );
  const { stdout } = await coach(['doctor'], { home, programs });
  expect(stdout).toContain('One line of coach in your crontab cannot run.');
  expect(stdout).toContain('A sync every 30 minutes: /usr/bin/node is gone or cannot be run');
  expect(stdout).toContain('coach schedule add --sync 30m');
});
