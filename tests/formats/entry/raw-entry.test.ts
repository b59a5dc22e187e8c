import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entrySearch } from '../../../src/domain/search/entry-search.ts';
import { matches, type Query } from '../../../src/domain/search/query.ts';
import { searchTexts } from '../../../src/domain/search/search.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { mayMatch } from '../../../src/formats/entry/raw-entry.ts';
import { skipped } from '../../domain/journals.ts';
import { hostileEntry } from './entry-arbitrary.ts';
import { entryWith, readEntry, textAnswer } from './entry-samples.ts';

/** Queries that the entry matches, and some that it may not. */
function queriesFor(text: string): readonly Query[] {
  const entry = readEntry(text);
  const { bank, role, about, tags, day, answers } = entry;
  const word = searchTexts(entry).join(' ').slice(0, 60);
  return [
    { banks: [bank] },
    { banks: ['note'] },
    ...(role === null ? [] : [{ role }]),
    { role: 'manager' },
    { about: about ?? '' },
    { about: 'D.' },
    { tags },
    { since: day, until: day },
    { since: '2026-01-01' },
    { onThisDay: `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}` },
    ...answers.map(({ question }) => ({ question })),
    { open: true },
    ...[1, 2, 3].map((answered) => ({ answered })),
    { search: entrySearch(word) },
    { search: entrySearch(`"${word}"`) },
  ];
}

test('a quick look rules out nothing that matches', () => {
  fc.assert(
    fc.property(hostileEntry, (entry) => {
      const text = printEntry(entry);
      const matching = queriesFor(text).filter((query) => matches(readEntry(text), query));
      expect(matching.filter((query) => !mayMatch(text, query))).toEqual([]);
    }),
  );
});

test.each<readonly [string, Query]>([
  ['another bank', { banks: ['note'] }],
  ['another role', { role: 'manager' }],
  ['another name', { about: 'E.' }],
  ['a later day', { since: '2026-11-23' }],
  ['an earlier day', { until: '2026-11-21' }],
  ['another day to look back on', { onThisDay: '2026-11-23' }],
  ['a question that was not asked', { question: 'member-other' }],
  ['fewer answers', { answered: 2 }],
  ['no plan', { open: true }],
  ['words that are not there', { search: entrySearch('kanarienvogel') }],
])('it rules out %s', (_case, query) => {
  expect(
    mayMatch(printEntry(entryWith({ answers: [textAnswer('A word.'), skipped('member-needs')] })), query),
  ).toBe(false);
});

test('it believes nothing that coach did not write', () => {
  const text = printEntry(entryWith({ answers: [textAnswer('A word.')] }));
  for (const other of [
    text.replaceAll('\n', '\r\n'),
    text.replace('bank: member', 'bank: [member]'),
    text.replace('bank: member', '"bank": note'),
  ]) {
    expect(mayMatch(other, { banks: ['note'] })).toBe(true);
  }
  const tagged = text.replace('---\n\n', 'tags: ["caf\\u00e9"]\n---\n\n');
  expect(mayMatch(tagged, { search: entrySearch('café') })).toBe(true);
});
