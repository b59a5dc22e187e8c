import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/time/day.ts';
import { daysLookedBackOn, isOnThisDay, matches, type Query } from '../../../src/domain/search/query.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { commitment, guess, outcome, words } from '../journals.ts';

const entry = entryWith({ tags: ['Client', 'q3'] });

test.each<{ query: Query; is: boolean }>([
  { query: {}, is: true },
  { query: { banks: ['manager', 'member'] }, is: true },
  { query: { banks: ['manager'] }, is: false },
  { query: { banks: [] }, is: false },
  { query: { role: 'member' }, is: true },
  { query: { role: 'manager' }, is: false },
  { query: { about: ' d. ' }, is: true },
  { query: { about: 'E.' }, is: false },
  { query: { tags: ['client', 'Q3'] }, is: true },
  { query: { tags: ['client', 'q4'] }, is: false },
  { query: { since: '2026-11-22', until: '2026-11-22' }, is: true },
  { query: { since: '2026-11-23' }, is: false },
  { query: { until: '2026-11-21' }, is: false },
  { query: { id: 'k3x8' }, is: true },
  { query: { id: 'k3x8m2p9qa' }, is: true },
  { query: { id: '3x8' }, is: false },
  { query: { role: 'member', about: 'D.', tags: ['q3'], since: '2026-11-01', limit: 0 }, is: true },
  { query: { role: 'member', about: 'E.' }, is: false },
  { query: { open: true }, is: false },
  { query: { onThisDay: '2027-11-22' }, is: true },
  { query: { onThisDay: '2027-11-21' }, is: false },
  { query: { question: 'member-felt' }, is: false },
])('$query: $is', ({ query, is }) => expect(matches(entry, query)).toBe(is));

test.each([
  { case: 'a plan', answer: commitment('member-commitment'), is: true },
  { case: 'a guess', answer: guess('member-prediction'), is: true },
  { case: 'what became of one', answer: outcome('k3x8m2p9qa/member-prediction'), is: true },
  { case: 'words', answer: words('member-felt'), is: false },
])('an entry with $case holds plans: $is', ({ answer, is }) => {
  expect(matches(entryWith({ answers: [answer] }), { open: true })).toBe(is);
});

test('the days that are looked back on are those that are told to be', () => {
  const day = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('1996-01-01', days));
  fc.assert(
    fc.property(day, day, (one, today) => {
      expect(daysLookedBackOn(today, '1990-01-01').includes(one)).toBe(isOnThisDay(one, today));
    }),
    { numRuns: 1000 },
  );
  expect(daysLookedBackOn('0001-01-03', '0001-01-01')).toEqual([]);
  expect(daysLookedBackOn('2026-11-22', '2025-01-01')).toEqual(['2026-11-15', '2026-10-22', '2025-11-22']);
});
