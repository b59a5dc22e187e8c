import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Job } from '../../src/reminders/cron-line.ts';
import { launchdPlist } from '../../src/reminders/launchd-plist.ts';
import { systemdUnits } from '../../src/reminders/systemd-units.ts';
import { anyJob } from './any-schedule.ts';

const COMMAND = { env: {}, node: '/usr/bin/node', coach: '/usr/bin/coach' };
const WORKDAYS: Job = {
  schedule: { reminder: 'checkin', hour: 16, minute: 30, days: { kind: 'week', weekdays: [1, 2, 3, 4, 5] } },
  command: COMMAND,
};
const MONTHLY: Job = {
  schedule: { reminder: 'lookback', hour: 9, minute: 5, days: { kind: 'month', day: 1 } },
  command: { ...COMMAND, env: { COACH_HOME: `/a b/50%/"q" & <$x>\\` } },
};

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('units for systemd', () => {
  test('come at the time', () => {
    const text = systemdUnits(WORKDAYS);
    expect(text).toContain('\nOnCalendar=Mon..Fri *-*-* 16:30:00\nPersistent=true\n');
    expect(text).toContain('\nExecStart=:/usr/bin/node /usr/bin/coach checkin --notify\n');
    expect(text).toContain('#   systemctl --user enable --now coach-checkin.timer\n');
    expect(text).not.toContain('Environment');
  });

  test.each([
    { weekdays: [1, 2, 3, 4, 5, 6, 7], is: '*-*-* 16:30:00' },
    { weekdays: [1, 7], is: 'Mon,Sun *-*-* 16:30:00' },
  ])('on $weekdays: $is', ({ weekdays, is }) => {
    const schedule = { ...WORKDAYS.schedule, days: { kind: 'week' as const, weekdays } };
    expect(systemdUnits({ ...WORKDAYS, schedule })).toContain(`\nOnCalendar=${is}\n`);
  });

  test('name the places, whatever they are called', () => {
    const text = systemdUnits(MONTHLY);
    expect(text).toContain('\nOnCalendar=*-*-01 09:05:00\n');
    expect(text).toContain(
      String.raw`${'\n'}Environment="COACH_HOME=/a b/50%%/\"q\" & <$x>\\"${'\n'}ExecStart=:/usr/bin/node /usr/bin/coach reflect lookback --notify${'\n'}`,
    );
  });

  test('are taken apart by the line that they name', () => {
    const folder = freshFolder();
    const text = systemdUnits(WORKDAYS) ?? '';
    writeFileSync(path.join(folder, 'units.txt'), text);
    const [, line = ''] = /^# {3}(awk .*)$/m.exec(text) ?? [];
    const ran = spawnSync('sh', ['-c', `${line} && cat coach-checkin.service coach-checkin.timer`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(text.slice(text.indexOf('# coach-checkin.service')));
  });

  test.runIf(isThere('systemd-analyze'))('are units to systemd', () => {
    const folder = freshFolder();
    const runtime = path.join(folder, 'runtime');
    mkdirSync(runtime);
    for (const job of [WORKDAYS, MONTHLY]) {
      const command = { ...job.command, node: process.execPath };
      writeFileSync(path.join(folder, 'units.txt'), systemdUnits({ ...job, command }) ?? '');
      spawnSync('awk', ['/^# coach-/ { unit = $2 } unit { print >unit }', 'units.txt'], { cwd: folder });
    }
    const units = ['checkin', 'lookback'].flatMap((name) => [
      `./coach-${name}.service`,
      `./coach-${name}.timer`,
    ]);
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', '--user', ...units], {
      cwd: folder,
      env: { ...process.env, XDG_RUNTIME_DIR: runtime },
      encoding: 'utf8',
    });
    const about = (stdout + stderr).split('\n').filter((line) => line.includes('coach'));
    expect({ about, status }).toEqual({ about: [], status: 0 });
  });
});

describe('a property list for launchd', () => {
  test('comes at the time', () => {
    const text = launchdPlist(WORKDAYS);
    expect(text?.match(/<key>Weekday<\/key>\s*<integer>\d<\/integer>/g)).toHaveLength(5);
    expect(text).toContain('launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/coach.checkin.plist');
    expect(text).not.toContain('EnvironmentVariables');
  });

  test('names the places, whatever they are called', () => {
    const text = launchdPlist(MONTHLY);
    expect(text).toContain('<string>/a b/50%/"q" &amp; &lt;$x&gt;\\</string>');
    expect(text).toMatch(
      /<key>Day<\/key>\s*<integer>1<\/integer>\s*<key>Hour<\/key>\s*<integer>9<\/integer>/,
    );
  });

  test('has no second dash in its remark, which XML does not allow', () => {
    for (const job of [WORKDAYS, MONTHLY]) {
      const [, remark = '--'] = /<!--([^]*?)-->/.exec(launchdPlist(job) ?? '') ?? [];
      expect(remark).not.toContain('--');
    }
  });

  test.runIf(isThere('xmllint'))('is XML, whatever the names', () => {
    const texts = fc.sample(anyJob, 20).map((job) => launchdPlist(job) ?? '');
    for (const input of texts) {
      const { stderr, status } = spawnSync('xmllint', ['--nonet', '--noout', '-'], {
        input,
        encoding: 'utf8',
      });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    }
  });
});

test.each(['/a\nb', '/a\u0007'])('a path with a control character is in neither', (node) => {
  const job = { ...WORKDAYS, command: { ...COMMAND, node } };
  expect([systemdUnits(job), launchdPlist(job)]).toEqual([undefined, undefined]);
});
