import * as fc from 'fast-check';
import type { AnySchedule, Schedule } from '../../src/reminders/schedule.ts';
import { SYNC_SPANS } from '../../src/reminders/sync-schedule.ts';
import type { Job } from '../../src/reminders/cron-line.ts';

const weekdays = fc
  .subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
  .map((numbers) => ({ kind: 'week' as const, weekdays: numbers }));
const monthDay = fc.integer({ min: 1, max: 28 }).map((day) => ({ kind: 'month' as const, day }));

/** Every reminder there can be. */
export const anyReminder: fc.Arbitrary<Schedule> = fc.record({
  reminder: fc.constantFrom('checkin', 'lookback'),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  days: fc.oneof(weekdays, monthDay),
});

/** Every schedule there can be. */
export const anySchedule: fc.Arbitrary<AnySchedule> = fc.oneof(
  { weight: 3, arbitrary: anyReminder },
  fc.constantFrom(...SYNC_SPANS).map((every) => ({ every })),
);

/** Characters that shells, cron, systemd or XML take for something else. */
const hostile = fc.string({
  unit: fc.constantFrom(...Array.from(`ab %'"\\$\`!*?~#&;|<>(){}[]-=,@^äЖ中\u202e\u2028\u00a0`)),
  minLength: 1,
  maxLength: 12,
});

/** Jobs with hostile names of folders. */
export const anyJob: fc.Arbitrary<Job> = fc.record({
  schedule: anySchedule,
  command: fc.record({
    env: fc.dictionary(fc.constantFrom('COACH_HOME', 'COACH_JOURNAL'), hostile, { noNullPrototype: true }),
    node: hostile.map((name) => `/${name}/node`),
    coach: hostile.map((name) => `/${name}/coach`),
  }),
});
