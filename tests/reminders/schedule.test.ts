import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysAsTyped,
  isSameSchedule,
  nearestDays,
  parseReminderDays,
  parseReminderTime,
  type Schedule,
  timeAsTyped,
} from '../../src/reminders/schedule.ts';
import { reminderDaysInWords } from '../../src/reminders/schedule-text.ts';
import { anyReminder } from './any-schedule.ts';

test.each([
  { words: '16:30', is: '16:30' },
  { words: '4:30pm', is: '16:30' },
  { words: ' 4.30 PM ', is: '16:30' },
  { words: '9am', is: '09:00' },
  { words: '0:05', is: '00:05' },
  { words: '12am', is: '00:00' },
  { words: 'noon', is: '12:00' },
  { words: 'midnight', is: '00:00' },
  { words: '9', is: undefined },
  { words: '24:00', is: undefined },
  { words: '16:60', is: undefined },
  { words: '16:30pm', is: undefined },
  { words: '1630', is: undefined },
  { words: '', is: undefined },
])('the time "$words" is $is', ({ words, is }) => {
  const time = parseReminderTime(words);
  expect(time && timeAsTyped(time)).toBe(is);
});

describe('days', () => {
  test.each([
    { words: 'daily', weekdays: [1, 2, 3, 4, 5, 6, 7] },
    { words: 'Workdays', weekdays: [1, 2, 3, 4, 5] },
    { words: 'weekdays', weekdays: [1, 2, 3, 4, 5] },
    { words: 'weekends', weekdays: [6, 7] },
    { words: 'mon,wed,fri', weekdays: [1, 3, 5] },
    { words: 'friday and monday', weekdays: [1, 5] },
    { words: 'Mondays, thurs, and fridays', weekdays: [1, 4, 5] },
    { words: 'mon-thu', weekdays: [1, 2, 3, 4] },
    { words: 'sat-mon', weekdays: [1, 6, 7] },
    { words: 'mon,mon', weekdays: [1] },
    { words: 'workdays sat', weekdays: [1, 2, 3, 4, 5, 6] },
  ])('"$words" are $weekdays of the week', ({ words, weekdays }) => {
    expect(parseReminderDays(words)).toEqual({ kind: 'week', weekdays });
  });

  test.each([
    { words: '1', day: 1 },
    { words: '1st', day: 1 },
    { words: ' 22ND', day: 22 },
    { words: '28.', day: 28 },
  ])('"$words" is day $day of the month', ({ words, day }) => {
    expect(parseReminderDays(words)).toEqual({ kind: 'month', day });
  });

  test.each(['', ' ', ',', '0', '29', '31', 'mo', 'tuesdayss', 'mon-', '-mon', 'mon-tue-wed', 'mon,1', 'x'])(
    '"%s" are no days',
    (words) => expect(parseReminderDays(words)).toBeUndefined(),
  );

  test.each([
    { words: 'workday', near: 'workdays' },
    { words: 'mon,wde,fri', near: 'mon,wed,fri' },
    { words: 'dialy', near: 'daily' },
    { words: 'wednsday', near: 'wednesday' },
    { words: 'sometimes', near: undefined },
    { words: '', near: undefined },
    { words: '31', near: undefined },
  ])('"$words" was meant to be $near', ({ words, near }) => expect(nearestDays(words)).toBe(near));

  test.each([
    { words: 'daily', said: 'every day' },
    { words: 'mon-fri', said: 'on workdays' },
    { words: 'sat,sun', said: 'on weekends' },
    { words: 'tue', said: 'on Tuesday' },
    { words: 'fri,mon', said: 'on Monday and Friday' },
    { words: 'mon,wed,fri', said: 'on Monday, Wednesday and Friday' },
    { words: '1', said: 'on the 1st of each month' },
    { words: '2', said: 'on the 2nd of each month' },
    { words: '13', said: 'on the 13th of each month' },
    { words: '23', said: 'on the 23rd of each month' },
    { words: '28', said: 'on the 28th of each month' },
  ])('"$words" are said "$said"', ({ words, said }) => {
    const days = parseReminderDays(words);
    expect(days && reminderDaysInWords(days)).toBe(said);
  });
});

test('what is written as typed is read back', () => {
  fc.assert(
    fc.property(anyReminder, (schedule) => {
      expect(parseReminderTime(timeAsTyped(schedule))).toEqual({
        hour: schedule.hour,
        minute: schedule.minute,
      });
      expect(parseReminderDays(daysAsTyped(schedule.days))).toEqual(schedule.days);
    }),
  );
});

test('two are the same when what they remind of, time and days are', () => {
  const one: Schedule = { reminder: 'checkin', hour: 9, minute: 0, days: { kind: 'month', day: 1 } };
  expect(isSameSchedule(one, { ...one })).toBe(true);
  expect(isSameSchedule(one, { ...one, reminder: 'lookback' })).toBe(false);
  expect(isSameSchedule(one, { ...one, minute: 1 })).toBe(false);
  expect(isSameSchedule(one, { ...one, days: { kind: 'month', day: 2 } })).toBe(false);
  expect(isSameSchedule(one, { ...one, days: { kind: 'week', weekdays: [1] } })).toBe(false);
});
