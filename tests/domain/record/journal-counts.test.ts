import { describe, expect, test } from 'vitest';
import { countsOf } from '../../../src/domain/record/journal-counts.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import type { JournalCounts } from '../../../src/domain/banks/question-bank.ts';
import { commitment, entryOn, guess, outcome, skipped, words } from '../journals.ts';
import { TODAY } from '../plans.ts';

const NONE: JournalCounts = {
  resolved_predictions: 0,
  untested_predictions: 0,
  rested_questions: 0,
  rested_commitments: 0,
};

const guessed = entryOn('2026-11-01', 'member', [guess('member-prediction')], { id: 'aaaaaaaaaa' });
const planned = (by: string | null): Entry =>
  entryOn('2026-10-01', 'member', [commitment('member-commitment', by)], { id: 'bbbbbbbbbb' });
const closing = (reference: string, value: string): Entry =>
  entryOn('2026-11-15', 'review', [outcome(reference, value)], { id: 'cccccccccc' });
const passing = (days: readonly string[], about: string | null = null): readonly Entry[] =>
  days.map((day) => entryOn(day, 'member', [skipped('member-felt')], { about }));

describe('what a journal holds', () => {
  test.each<{ case: string; entries: readonly Entry[]; is: Partial<JournalCounts> }>([
    { case: 'nothing', entries: [], is: {} },
    { case: 'an open prediction', entries: [guessed], is: {} },
    {
      case: 'a closed one',
      entries: [guessed, closing('aaaaaaaaaa/member-prediction', 'no')],
      is: { resolved_predictions: 1 },
    },
    {
      case: 'one that was never put to the test',
      entries: [guessed, closing('aaaaaaaaaa/member-prediction', 'untested')],
      is: { resolved_predictions: 1, untested_predictions: 1 },
    },
    {
      case: 'the outcome of something that is not there',
      entries: [closing('zzzzzzzzzz/member-prediction', 'untested')],
      is: {},
    },
    { case: 'two skips running', entries: passing(['2026-11-01', '2026-11-02']), is: {} },
    {
      case: 'three skips running',
      entries: passing(['2026-11-01', '2026-11-02', '2026-11-03']),
      is: { rested_questions: 1 },
    },
    {
      case: 'three skips and then an answer',
      entries: [
        ...passing(['2026-11-01', '2026-11-02', '2026-11-03']),
        entryOn('2026-11-04', 'member', [words('member-felt')]),
      ],
      is: {},
    },
    {
      case: 'three skips, but about different people',
      entries: [...passing(['2026-11-01', '2026-11-02']), ...passing(['2026-11-03'], 'D.')],
      is: {},
    },
    { case: 'a plan 21 days after its date', entries: [planned('2026-11-01')], is: {} },
    {
      case: 'a plan 22 days after its date',
      entries: [planned('2026-10-31')],
      is: { rested_commitments: 1 },
    },
    {
      case: 'the same, reviewed',
      entries: [planned('2026-10-31'), closing('bbbbbbbbbb/member-commitment', 'kept')],
      is: {},
    },
    {
      case: 'a plan without a date, five weeks after its fourteen days',
      entries: [planned(null)],
      is: { rested_commitments: 1 },
    },
    { case: 'a plan for the last day of all', entries: [planned('9999-12-31')], is: {} },
  ])('$case', ({ entries, is }) => expect(countsOf(entries, TODAY)).toEqual({ ...NONE, ...is }));
});
