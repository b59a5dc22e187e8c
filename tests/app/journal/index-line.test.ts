import { expect, test } from 'vitest';
import { dayOfLine, lineOf, narrowing } from '../../../src/app/journal/index-line.ts';
import { entrySearch } from '../../../src/domain/search/entry-search.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { narrow } from '../../adapters/journal/index-places.ts';
import { outcome, words } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

const entry = entryWith({
  id: 'k3x8m2p9qa',
  day: '2026-11-22',
  bank: 'member',
  role: 'member',
  about: '[[People/Zoë|Zoë]]',
  tags: ['A\tTag', 'Über'],
  title: 'Ein Föhn',
  answers: [
    words('member-felt', 'The oxen\nof a fox.'),
    { question: 'member-needs', asked: 'What else?', type: 'text', value: null, skip: 'passed' },
    outcome('p7w2c9d4rt/member-step'),
  ],
});

const OLDEST = '2020-01-01';

function passes(query: Query): boolean {
  const narrowed = narrowing(query, OLDEST);
  const line = lineOf(entry);
  const isHeld = narrowed?.pieces.every((piece) => line.includes(piece)) ?? true;
  return isHeld && (narrowed?.passes(line) ?? true);
}

test.each<readonly [string, Query, boolean]>([
  ['nothing', {}, true],
  ['its bank', { banks: ['note', 'member'] }, true],
  ['the beginning of its bank', { banks: ['mem'] }, false],
  ['its role', { role: 'member' }, true],
  ['another role', { role: 'manager' }, false],
  ['its name, of which it holds a link', { about: ' zoë' }, true],
  ['a name that begins like it', { about: 'Zo' }, false],
  ['its tags in other letters', { tags: ['a\tTAG', 'ÜBER'] }, true],
  ['a tag that it does not have', { tags: ['Über', 'one'] }, false],
  ['the beginning of its id', { id: 'k3x8' }, true],
  ['the end of its id', { id: '9qa' }, false],
  ['a question that it answers', { question: 'member-felt' }, true],
  ['a question that it skips', { question: 'member-needs' }, false],
  ['what it looks back on', { looksBackOn: 'p7w2c9d4rt' }, true],
  ['what it does not look back on', { looksBackOn: 'k3x8m2p9qa' }, false],
  ['its days', { since: '2026-11-22', until: '2026-11-22' }, true],
  ['later days', { since: '2026-11-23' }, false],
  ['earlier days', { until: '2026-11-21' }, false],
  ['a day that looks back on it', { onThisDay: '2026-11-29' }, true],
  ['a day that does not', { onThisDay: '2026-11-30' }, false],
  ['its words', { search: entrySearch('fox "oxen of" -told') }, true],
  ['a word that is only a part of another one', { search: entrySearch('ox') }, false],
  ['the beginning of a word', { search: entrySearch('ox*') }, true],
  ['an unwanted word', { search: entrySearch('fox -oxen') }, false],
  ['a word of its facts', { search: entrySearch('role') }, false],
  ['a word of its title', { search: entrySearch('fohn') }, false],
  ['typed words of its title, name and day', narrow('föhn zoe sunday 22 nov'), true],
  ['typed words of its text', narrow('oxe'), true],
  ['typed words that are nowhere', narrow('cow'), false],
])('a line lets a query for %s pass or not', (_case, query, expected) => {
  expect(passes(query)).toBe(expected);
});

test('a line is one line, and begins with its day', () => {
  const line = lineOf(entry);
  expect(line.split('\n')).toHaveLength(1);
  expect(line.split('\t')).toHaveLength(4);
  expect(dayOfLine(line)).toBe('2026-11-22');
});

test('a query for everything has nothing to compare lines with', () => {
  expect(narrowing({ limit: 20, open: true, answered: 2, outline: true }, OLDEST)).toBe(undefined);
});
