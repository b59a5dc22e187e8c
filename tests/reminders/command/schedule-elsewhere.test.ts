import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BERLIN, coach, crontabOf, DAY, freshHome, NOON, type Ran, type Setting } from '../../cli/coach.ts';
import { parseCrontab } from '../../../src/reminders/crontab-text.ts';

const [FIRST, LAST] = parseCrontab('').marks;
const TOKYO = { name: 'Asia/Tokyo', offsetAt: () => 540 };
const UTC = { name: 'UTC', offsetAt: () => 0 };
const CALL = '/usr/bin/node /usr/bin/coach';

const crontabIn = (home: string): string => readFileSync(crontabOf(home), 'utf8');

/** A line as it is written for somebody whose folders are all below one. */
function lineIn(home: string, when: string): string {
  return `${when} /usr/bin/env COACH_HOME=${home} ${CALL} checkin --notify\n`;
}

function schedule(home: string, argv: readonly string[], more: Partial<Setting> = {}): Promise<Ran> {
  return coach(['schedule', ...argv], { home, ...more });
}

test('the time that TZ gives was taken for that of the machine without a word', async () => {
  const home = freshHome();
  const own = { zone: TOKYO, machineZone: UTC, env: { TZ: 'Asia/Tokyo' } };
  await schedule(home, ['add', '9:00', '--yes']);
  const { stderr } = await schedule(home, ['add', '9:00', '--yes'], own);
  expect(stderr.replaceAll('\n', ' ')).toContain(
    "The time follows this machine's clock (UTC). By your clock (TZ is Asia/Tokyo) that is 18:00. For 09:00 your time, use 00:00.",
  );
  const line = `0 9 * * * /usr/bin/env COACH_HOME=${home} TZ=Asia/Tokyo ${CALL} checkin --notify\n`;
  expect(crontabIn(home)).toBe(FIRST + line + LAST);
  const units = await schedule(home, ['add', '9:00', '--print', 'systemd'], own);
  expect(units.stdout).toMatch(/^OnCalendar=\*-\*-\* 09:00:00 Asia\/Tokyo$/m);
  expect(units.stdout).toMatch(/^Environment=TZ=Asia\/Tokyo$/m);
  const agent = await schedule(home, ['add', '8:00', '--print', 'launchd'], own);
  expect(agent.stdout).toMatch(/<key>TZ<\/key>\s*<string>Asia\/Tokyo</);
  expect(agent.stderr.replaceAll('\n', ' ')).toContain('use 23:00, the day before.');
  const unseen = await schedule(home, ['add', '8:00', '--print', 'launchd'], { env: { TZ: 'JST-9' } });
  expect(unseen.stderr).toBe('');
});

test('a zone that shows the same time the whole year is not carried', async () => {
  const home = freshHome();
  const env = { TZ: 'Europe/Paris' };
  const ran = await schedule(home, ['add', '9:00', '--yes'], { env, machineZone: BERLIN });
  expect(ran.stderr).not.toContain('clock of this machine');
  expect(crontabIn(home)).toBe(FIRST + lineIn(home, '0 9 * * *') + LAST);
  // An hour apart in half a year.
  const summer = { name: 'Europe/London', offsetAt: (epoch: number) => (epoch > NOON + 90 * DAY ? 0 : 60) };
  await schedule(home, ['add', '9:00', '--yes'], { env, machineZone: summer });
  expect(crontabIn(home)).toContain('TZ=Europe/Paris');
});

test('a HOME above its line led coach to another journal', async () => {
  const above = 'HOME=/srv\nSHELL=/bin/dash\n"XDG_DATA_HOME" = /data\n';
  const home = freshHome();
  writeFileSync(crontabOf(home), above);
  const env = { COACH_HOME: '', HOME: '/home/d' };
  const { stderr } = await schedule(home, ['add', '9:00', '--yes'], { env });
  expect(crontabIn(home)).toBe(
    `${above}${FIRST}0 9 * * * /usr/bin/env HOME=/home/d ${CALL} checkin --notify\n${LAST}`,
  );
  const says = 'Lines above the reminder set these variables for it too: SHELL, XDG_DATA_HOME.';
  expect(stderr.replaceAll('\n', ' ')).toContain(says);
  expect((await schedule(home, [])).stderr.replaceAll('\n', ' ')).toContain(says);
});
