import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { recapOf, restingCommitment } from '../../../src/domain/record/lookback.ts';
import { advance } from '../../../src/domain/sitting/act.ts';
import { beginSitting, nextStep } from '../../../src/domain/sitting/sitting.ts';
import { recapText } from '../../../src/pages/record/recap-text.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { commitment, entryOn, given, guess, level, outcome, skipped, words } from '../journals.ts';
import { bankNamed, idsOf, planOf, plannedOf, TODAY } from '../plans.ts';

const plan = (day: string, id: string, by: string): Entry =>
  entryOn(day, 'member', [commitment('member-commitment', by)], { id });

describe('what a look back shows', () => {
  test('is the person’s own words since the last one, the oldest first', () => {
    const entries = [
      entryOn('2026-10-01', 'member', [words('member-felt', 'too old')]),
      entryOn('2026-10-10', 'lookback', [words('lookback-surprise', 'of the last one')]),
      entryOn('2026-10-09', 'member', [words('member-felt', 'before the last one')]),
      entryOn('2026-11-11', 'member', [words('member-felt', 'new'), skipped('member-needs')]),
      entryOn('2026-11-12', 'checkin', [words('rot-m-waited', 'newest')]),
    ];
    for (const order of [entries, entries.toReversed()]) {
      const recap = recapOf(order, TODAY);
      expect(recap.since).toBe('2026-10-10');
      expect(recap.words.map(({ answer }) => answer.value)).toEqual(['new', 'newest']);
    }
  });

  test('holds the ratings of that time, those of each name by themselves', () => {
    const rated = (day: string, about: string | null, value: number): Entry =>
      entryOn(day, 'checkin', [level('checkin-trust', value)], { about });
    const { ratings } = recapOf(
      [rated('2026-11-12', 'D.', 4), rated('2026-11-10', null, 2), rated('2026-09-10', null, 1)],
      TODAY,
    );
    expect(ratings.map(({ names }) => names.map((one) => [one.about, one.ratings.length]))).toEqual([
      [
        [null, 1],
        ['D.', 1],
      ],
    ]);
  });

  test('goes thirty days back at least, and is a screen of each', () => {
    const many = Array.from({ length: 20 }, () => words('member-felt'));
    const resting = Array.from({ length: 20 }, (_, at) =>
      plan('2026-09-01', `aaaaaaaa${at + 10}`, '2026-09-10'),
    );
    const recent = entryOn('2026-11-10', 'lookback', [words('lookback-surprise')]);
    const recap = recapOf([entryOn('2026-11-01', 'member', many), recent, ...resting], TODAY);
    expect(recap.since).toBe('2026-10-23');
    expect([recap.words.length, recap.more]).toEqual([12, 8]);
    expect([recap.resting.length, recap.moreResting]).toEqual([3, 17]);
    expect(recapText(recap, TODAY, { width: 80, style: plainStyle })).toContain(
      'And 17 more resting: coach plans --resting',
    );
  });

  test('is what became of plans and guesses meanwhile, and those that rest', () => {
    const entries = [
      plan('2026-09-01', 'aaaaaaaaaa', '2026-09-10'),
      plan('2026-11-01', 'bbbbbbbbbb', '2026-12-10'),
      entryOn('2026-10-01', 'member', [guess('member-prediction', '2026-11-01')], { id: 'cccccccccc' }),
      entryOn('2026-11-02', 'review', [outcome('cccccccccc/member-prediction', 'yes')], { id: 'eeeeeeeeee' }),
      plan('2026-09-02', 'dddddddddd', '2026-09-11'),
      entryOn('2026-09-12', 'review', [outcome('dddddddddd/member-commitment', 'kept')], {
        id: 'ffffffffff',
      }),
    ];
    const recap = recapOf(entries, TODAY);
    expect(recap.items.map(({ entry }) => entry.id)).toEqual(['cccccccccc']);
    expect(recap.resting.map(({ entry }) => entry.id)).toEqual(['aaaaaaaaaa']);
  });

  const answered = (act: Parameters<typeof advance>[1]): readonly string[] => {
    const recap = recapOf([], TODAY);
    const whole = planOf(bankNamed('lookback'), {});
    const [first, ...others] = whole.questions;
    if (!first) throw new Error('the look back asks nothing');
    const sitting = beginSitting({ ...whole, questions: [{ ...first, recap }, ...others] }, TODAY);
    return advance(sitting, act).remarks.map(({ kind }) => kind);
  };

  test('comes after the person’s own summary, and after it was passed', () => {
    expect(answered({ kind: 'answer', value: 'A calm month, on the whole, with two loud days.' })).toEqual([
      'recap',
    ]);
    expect(answered({ kind: 'skip', skip: 'passed' })).toEqual(['passed', 'recap']);
  });
});

describe('a plan that rests', () => {
  const one = plan('2026-09-01', 'aaaaaaaaaa', '2026-09-10');
  const two = plan('2026-09-02', 'bbbbbbbbbb', '2026-09-11');
  const says = (value: string): Entry =>
    entryOn('2026-11-01', 'lookback', [
      given(
        'lookback-rested-plans',
        { type: 'choice', value },
        { continues: 'aaaaaaaaaa/member-commitment' },
      ),
    ]);

  test.each([
    { says: undefined, is: 'aaaaaaaaaa' },
    { says: 'leave', is: 'bbbbbbbbbb' },
    { says: 'take-up', is: 'bbbbbbbbbb' },
    { says: 'let-go', is: 'bbbbbbbbbb' },
  ])('is asked about, the longest first; after "$says" it is $is', ({ says: said, is }) => {
    const entries = [two, one, ...(said === undefined ? [] : [says(said)])];
    expect(restingCommitment(entries, TODAY)?.entry.id).toBe(is);
  });

  test('none where none rests', () =>
    expect(restingCommitment([plan('2026-11-01', 'a', TODAY)], TODAY)).toBeUndefined());

  test.each([
    { value: 'take-up', links: { continues: 'aaaaaaaaaa/member-commitment' } },
    { value: 'leave', links: { continues: 'aaaaaaaaaa/member-commitment' } },
    { value: 'let-go', links: { closes: 'aaaaaaaaaa/member-commitment' } },
  ])('$value is kept as $links', ({ value, links }) => {
    const whole = planOf(bankNamed('lookback'), {
      entries: [one],
      selection: { question: 'lookback-rested-plans' },
    });
    expect(idsOf(whole)).toEqual(['lookback-rested-plans']);
    expect(plannedOf(whole, 'lookback-rested-plans').recalled.map(({ entryId }) => entryId)).toEqual([
      'aaaaaaaaaa',
    ]);
    const after = advance(beginSitting(whole, TODAY), { kind: 'answer', value });
    const step = nextStep(after.sitting);
    expect(step.kind === 'look-over' && step.answers[0]).toMatchObject({ value, ...links });
  });

  test('is not asked about where none rests, though others are counted', () => {
    expect(idsOf(planOf(bankNamed('lookback'), { entries: [] }))).not.toContain('lookback-rested-plans');
  });
});
