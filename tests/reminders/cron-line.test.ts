import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argumentsOf, cronLine, type Job, parseCronLine } from '../../src/reminders/cron-line.ts';
import { anyJob } from './any-schedule.ts';

const COMMAND = { env: {}, node: '/usr/bin/node', coach: '/usr/bin/coach' };
const CALL = '/usr/bin/node /usr/bin/coach checkin --notify';

function weekly(...weekdays: readonly number[]): Job {
  return {
    schedule: { reminder: 'checkin', hour: 16, minute: 30, days: { kind: 'week', weekdays } },
    command: COMMAND,
  };
}

test.each([
  { job: weekly(1, 2, 3, 4, 5), line: `30 16 * * 1-5 ${CALL}` },
  { job: weekly(1, 2, 3, 4, 5, 6, 7), line: `30 16 * * * ${CALL}` },
  { job: weekly(6, 7), line: `30 16 * * 0,6 ${CALL}` },
  { job: weekly(1, 2, 7), line: `30 16 * * 0-2 ${CALL}` },
  { job: weekly(1, 3, 5), line: `30 16 * * 1,3,5 ${CALL}` },
  { job: weekly(7), line: `30 16 * * 0 ${CALL}` },
  {
    job: {
      schedule: { reminder: 'lookback', hour: 0, minute: 5, days: { kind: 'month', day: 28 } },
      command: { env: { COACH_HOME: "/a b/100%'s" }, node: '/n', coach: '/c' },
    } satisfies Job,
    line: String.raw`5 0 28 * * /usr/bin/env 'COACH_HOME=/a b/100'\%''\''s' /n /c reflect lookback --notify`,
  },
])('writes $line', ({ job, line }) => {
  expect(cronLine(job)).toBe(line);
  expect(parseCronLine(line)).toEqual(job);
});

test.each(['\u2028', '\u2029', '\u00a0', '\u0020'])('a path with %j was scheduled twice', (blank) => {
  const places = {
    node: `/a${blank}b/node`,
    coach: `/a${blank}`,
    env: { COACH_HOME: `/a${blank}b${blank}` },
  };
  const job = { ...weekly(1), command: places };
  expect(parseCronLine(cronLine(job) ?? '')).toEqual(job);
});

test.each(['/a\nb', '/a\u0000', '/a\u001b[2J', '/a\r'])(
  'a path with a control character is not written',
  (node) => {
    const job = weekly(1);
    expect(cronLine({ ...job, command: { ...COMMAND, node } })).toBeUndefined();
    expect(cronLine({ ...job, command: { ...COMMAND, env: { COACH_HOME: node } } })).toBeUndefined();
  },
);

describe('what was changed by hand', () => {
  test.each([
    { line: `  5  8 * *   7   ${CALL}  \r`, job: { hour: 8, minute: 5, weekdays: [7] } },
    { line: `5 8 * * 0-6 ${CALL}`, job: { hour: 8, minute: 5, weekdays: [1, 2, 3, 4, 5, 6, 7] } },
    { line: `5 8 * * 1-3,5 ${CALL}`, job: { hour: 8, minute: 5, weekdays: [1, 2, 3, 5] } },
  ])('$line is read', ({ line, job: { weekdays, ...time } }) => {
    expect(parseCronLine(line)?.schedule).toEqual({
      reminder: 'checkin',
      ...time,
      days: { kind: 'week', weekdays },
    });
  });

  test.each([
    '',
    '# 30 16 * * 1-5',
    'MAILTO=d',
    `@daily ${CALL}`,
    `*/5 16 * * * ${CALL}`,
    `60 16 * * * ${CALL}`,
    `30 24 * * * ${CALL}`,
    `30 16 29 * * ${CALL}`,
    `30 16 0 * * ${CALL}`,
    `30 16 1 * 1 ${CALL}`,
    `30 16 * 1 * ${CALL}`,
    `30 16 * * 8 ${CALL}`,
    `30 16 * * 5-1 ${CALL}`,
    `30 16 * * mon ${CALL}`,
    `30 16 * * * ${CALL} | mail d`,
    `30 16 * * * cd / && ${CALL}`,
    `30 16 * * * X=1 ${CALL}`,
    `30 16 * * * /usr/bin/env ${CALL}`,
    '30 16 * * * /usr/bin/coach checkin --notify',
    '30 16 * * * "/usr/bin/node" /usr/bin/coach checkin --notify',
    '30 16 * * * /usr/bin/node /usr/bin/coach checkin',
    "30 16 * * * /usr/bin/node '/usr/bin/coach checkin --notify",
  ])('%s is left to whoever wrote it', (line) => expect(parseCronLine(line)).toBeUndefined());
});

test('what was written is read back', () => {
  fc.assert(
    fc.property(anyJob, (job) => {
      expect(parseCronLine(cronLine(job) ?? '')).toEqual(job);
    }),
  );
});

/** As cron cuts a command at a percent sign, and takes the backslash before one away. */
function asCronHandsOn(command: string): string {
  const [, kept = ''] = /^((?:\\[^]|[^%\\])*)/.exec(command) ?? [];
  return kept.replaceAll(String.raw`\%`, '%');
}

test.each([
  { cron: 'a cron that knows percent signs', handsOn: asCronHandsOn },
  { cron: 'one that does not', handsOn: (command: string) => command },
])('a shell started by $cron reads the words that were meant', ({ handsOn }) => {
  const jobs = fc.sample(anyJob, 200);
  const script = jobs
    .map((job) => (cronLine(job) ?? '').replace(/^(\S+ ){5}/, ''))
    .map((command) => `set -- ${handsOn(command)}\nprintf '%s\\0' "$@" end`)
    .join('\n');
  const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  const read = stdout.split('end\0').slice(0, -1);
  const meant = jobs.map(({ schedule, command: { env, node, coach } }) => {
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const words = [...variables, node, coach, ...argumentsOf(schedule)];
    return (variables.length > 0 ? ['/usr/bin/env', ...words] : words).map((word) => `${word}\0`).join('');
  });
  expect(read).toEqual(meant);
});
