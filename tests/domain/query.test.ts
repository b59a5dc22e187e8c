import { expect, test } from 'vitest';
import { matches, type Query } from '../../src/domain/query.ts';
import { entryWith } from '../formats/entry-samples.ts';
import { commitment, guess, outcome, words } from './journals.ts';

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
  { query: { plans: true }, is: false },
])('$query: $is', ({ query, is }) => expect(matches(entry, query)).toBe(is));

test.each([
  { case: 'a plan', answer: commitment('member-commitment'), is: true },
  { case: 'a guess', answer: guess('member-prediction'), is: true },
  { case: 'what became of one', answer: outcome('k3x8m2p9qa/member-prediction'), is: true },
  { case: 'words', answer: words('member-felt'), is: false },
])('an entry with $case holds plans: $is', ({ answer, is }) => {
  expect(matches(entryWith({ answers: [answer] }), { plans: true })).toBe(is);
});
