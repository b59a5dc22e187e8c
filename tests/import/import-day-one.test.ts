import { expect, test } from 'vitest';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';

test('text of Day One without its form says that it is lost', () => {
  const rich = (attributes: unknown): unknown =>
    readDayOneEntry(
      {
        creationDate: '2026-11-22T08:14:05Z',
        richText: JSON.stringify({ contents: [{ text: 'Title', attributes }, { text: '\nx' }] }),
      },
      'here',
      knowledge.offsetIn,
    );
  expect(rich({ line: { header: 1 } })).toMatchObject({
    foreign: { text: 'Title\nx', lost: ['formatting'] },
  });
  expect(rich(undefined)).toMatchObject({ foreign: { lost: [] } });
});

test.each([
  ['GMT+0200', '2026-11-22T10:14:05+02:00', []],
  ['GMT-3', '2026-11-22T05:14:05-03:00', []],
  ['Asia/Kolkata', '2026-11-22T13:44:05+05:30', []],
  ['Moon/Crater', '2026-11-22T08:14:05+00:00', ['unknown time zones']],
  [undefined, '2026-11-22T08:14:05+00:00', []],
])('the time of Day One in the zone %s', (timeZone, at, lost) => {
  const value = { creationDate: '2026-11-22T08:14:05Z', timeZone, text: 'x' };
  expect(readDayOneEntry(value, 'here', knowledge.offsetIn)).toMatchObject({ foreign: { at, lost } });
});

test('an entry of Day One of the year 1 was called three times no time', () => {
  const value = { creationDate: '0001-01-01T00:00:00Z', timeZone: 'America/New_York', text: 'x' };
  expect(readDayOneEntry(value, 'here', knowledge.offsetIn)).toMatchObject({
    foreign: { at: '0001-01-01T00:00:00+00:00', lost: ['unknown time zones'] },
  });
});
