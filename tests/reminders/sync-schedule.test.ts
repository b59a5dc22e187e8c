import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cronLine, type Job, parseCronLine } from '../../src/reminders/cron-line.ts';
import { launchdPlist } from '../../src/reminders/launchd-plist.ts';
import { parseSyncSpan, spanAsTyped, SYNC_SPANS, timesOfSpan } from '../../src/reminders/sync-schedule.ts';
import { systemdUnits } from '../../src/reminders/systemd-units.ts';

const CALL = '/usr/bin/node /usr/bin/coach sync --quiet';
const every = (minutes: number): Job => ({
  schedule: { every: minutes },
  command: { env: {}, node: '/usr/bin/node', coach: '/usr/bin/coach' },
});

test.each([
  { words: '30m', is: 30 },
  { words: ' 5 min ', is: 5 },
  { words: '60 minutes', is: 60 },
  { words: '2h', is: 120 },
  { words: '1 hour', is: 60 },
  { words: '24 Hours', is: 1440 },
  { words: '1d', is: 1440 },
])('$words is $is minutes', ({ words, is }) => {
  expect(parseSyncSpan(words)).toBe(is);
});

test.each(['', '30', '4m', '7m', '45m', '90m', '5h', '25h', '2d', '0m', '-5m', '1.5h', '30s', 'm', 'often'])(
  '%j is none',
  (words) => {
    expect(parseSyncSpan(words)).toBeUndefined();
  },
);

test('what is written as typed is read back', () => {
  expect(SYNC_SPANS.map((span) => parseSyncSpan(spanAsTyped(span)))).toEqual(SYNC_SPANS);
});

test.each([
  { minutes: 5, line: `*/5 * * * * ${CALL}` },
  { minutes: 30, line: `*/30 * * * * ${CALL}` },
  { minutes: 60, line: `0 * * * * ${CALL}` },
  { minutes: 120, line: `0 */2 * * * ${CALL}` },
  { minutes: 1440, line: `0 12 * * * ${CALL}` },
])('writes $line', ({ minutes, line }) => {
  expect(cronLine(every(minutes))).toBe(line);
});

test('every line is read back', () => {
  for (const minutes of SYNC_SPANS)
    expect(parseCronLine(cronLine(every(minutes)) ?? '')).toEqual(every(minutes));
});

test.each([
  { line: `17 * * * * ${CALL}`, is: 60 },
  { line: ` 5  */4 * * *  ${CALL} `, is: 240 },
  { line: `45 8 * * * ${CALL}`, is: 1440 },
])('$line, as somebody made of it by hand, is read', ({ line, is }) => {
  expect(parseCronLine(line)?.schedule).toEqual({ every: is });
});

test.each([
  `*/7 * * * * ${CALL}`,
  `*/30 8 * * * ${CALL}`,
  `*/30 */2 * * * ${CALL}`,
  `*/60 * * * * ${CALL}`,
  `0 */24 * * * ${CALL}`,
  `0 */5 * * * ${CALL}`,
  `60 * * * * ${CALL}`,
  `0 24 * * * ${CALL}`,
  `* * * * * ${CALL}`,
  `*/30 * 1 * * ${CALL}`,
  `*/30 * * * 1-5 ${CALL}`,
  `*/30 * * * * ${CALL} --ask`,
])('%s is not ours to read', (line) => {
  expect(parseCronLine(line)).toBeUndefined();
});

describe('without cron', () => {
  test.each([
    { minutes: 30, calendar: '*-*-* *:00,30:00' },
    { minutes: 60, calendar: '*-*-* *:00:00' },
    { minutes: 720, calendar: '*-*-* 00,12:00:00' },
    { minutes: 1440, calendar: '*-*-* 12:00:00' },
  ])('systemd is told $calendar', ({ minutes, calendar }) => {
    const units = systemdUnits(every(minutes)) ?? '';
    expect(units).toContain(`\nOnCalendar=${calendar}\n`);
    expect(units).toContain('\nExecStart=:/usr/bin/node /usr/bin/coach sync --quiet\n');
    expect(units).toContain('# coach-sync.timer\n');
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  test.skipIf(!hasSystemd)('systemd understands each', () => {
    for (const minutes of SYNC_SPANS) {
      const [, calendar = ''] = /OnCalendar=(.*)/.exec(systemdUnits(every(minutes)) ?? '') ?? [];
      expect(spawnSync('systemd-analyze', ['calendar', calendar]).status).toBe(0);
    }
  });

  test('launchd is told each time of a day', () => {
    const plist = launchdPlist(every(30)) ?? '';
    expect(plist).toContain('<string>coach.sync</string>');
    expect(plist.match(/<key>Minute<\/key>/g)).toHaveLength(2);
    expect(plist).not.toContain('<key>Hour</key>');
    const daily = launchdPlist(every(480)) ?? '';
    expect(daily.match(/<key>Hour<\/key>\n\s*<integer>(?:0|8|16)<\/integer>/g)).toHaveLength(3);
  });

  test('each comes as often in a day as it says', () => {
    for (const minutes of SYNC_SPANS) {
      const { hours, minutes: within } = timesOfSpan(minutes);
      expect((hours.length || 24) * within.length).toBe(1440 / minutes);
    }
  });
});
