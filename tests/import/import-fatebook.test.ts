import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { SourceItem } from '../../src/import/foreign-entry.ts';
import { GUESS, REVIEW } from '../../src/import/tables/guess-entries.ts';
import { FATEBOOK } from '../../src/import/tables/fatebook-question.ts';
import { readFatebookTable } from '../../src/import/tables/import-fatebook.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { bankNamed } from '../domain/plans.ts';
import { readAt, samplePath } from './samples/sources.ts';

type Cells = Partial<Record<keyof typeof FATEBOOK, string>>;

const USUAL: Cells = {
  title: 'Rain?',
  forecaster: 'Ada',
  author: 'Ada',
  forecast: '0.7',
  forecastAt: '2026-11-02 09:05:3',
  createdAt: '2026-11-02 09:05:3',
  due: '2026-11-06 00:00:0',
  resolution: '',
  resolvedAt: '',
};

function read(rows: readonly Cells[], mine?: string): readonly SourceItem[] {
  const table = rows.map((cells, at) => {
    const given = new Map(Object.entries({ ...USUAL, ...cells }));
    const named = Object.entries(FATEBOOK).flatMap(([name, column]): readonly [string, string][] => {
      const cell = given.get(name);
      return cell === undefined ? [] : [[column, cell]];
    });
    return { place: `a.csv:${at + 2}`, cells: new Map(named) };
  });
  return [...readFatebookTable(() => table, { ...knowledge, ...(mine !== undefined && { mine }) })];
}

const madeOf = (items: readonly SourceItem[]): readonly Entry[] =>
  items.flatMap((item) => ('made' in item ? [item.made] : []));
const lostOf = (items: readonly SourceItem[]): readonly string[] =>
  items.flatMap((item) => ('leftOut' in item ? item.leftOut : []));
const likelihoodOf = (entry: Entry | undefined): unknown => entry?.answers[0]?.value;

test('the sample is recognised, and all of it is read', () => {
  const { kind, items } = readAt(samplePath('fatebook.csv'));
  expect(kind).toBe('fatebook');
  const made = madeOf(items);
  expect(made.map(({ bank, at, day, tags }) => [bank, at, day, tags])).toEqual([
    ['guess', '2026-11-02T09:05:03+00:00', '2026-11-02', ['work', 'lists']],
    ['review', '2026-11-06T17:30:12+00:00', '2026-11-06', ['work', 'lists']],
    ['guess', '2026-11-03T10:00:00+00:00', '2026-11-03', []],
    ['review', '2026-11-20T08:00:00+00:00', '2026-11-20', []],
    ['guess', '2026-11-05T10:00:00+00:00', '2026-11-05', []],
  ]);
  const [guess, review, option, , open] = made;
  expect(guess?.answers.map(({ value }) => value)).toEqual([
    {
      expect: 'Will the list go out on Friday?',
      sign: null,
      likelihood: 0.7,
      due: '2026-11-06',
      feeling: null,
    },
    'With at most "two" remarks,\nor three.\n\nComments: Ada: still waiting\n\nGuessed again: 85% (2026-11-04 18:00 UTC)',
  ]);
  expect(review?.answers).toEqual([
    {
      question: 'review-outcome',
      asked: 'You expected "Will the list go out on Friday?". What happened?',
      type: 'choice',
      value: 'yes',
      legend: 'It happened',
      skip: null,
      closes: `${guess?.id}/guess-expect`,
    },
  ]);
  expect(option?.answers[0]?.value).toMatchObject({
    expect: 'Who names the next step? They do',
    likelihood: 0.26,
  });
  expect(open?.answers[0]?.value).toMatchObject({ due: '2026-12-24' });
  expect(lostOf(items)).toEqual([
    'the column "Your Brier score for this question"',
    'parts of a percent',
    'the column "Your Brier score for this question"',
    'the column "Question shared publicly"',
  ]);
});

test('the questions of an imported guess are worded as the banks have them', () => {
  const { version, title, questions } = bankNamed('guess');
  expect({ version, title, asked: questions.map(({ id, ask }) => [id, ask]) }).toEqual({
    version: GUESS.version,
    title: GUESS.title,
    asked: [GUESS.expect, GUESS.reasons].map(({ id, asked }) => [id, asked]),
  });
  const { version: reviewed, title: named, review } = bankNamed('review');
  const outcome = review.prediction?.outcome;
  const labels = new Map(outcome?.options?.map(({ value, label }) => [value, label]));
  expect([reviewed, named, outcome?.id, outcome?.worded]).toEqual([
    REVIEW.version,
    REVIEW.title,
    REVIEW.id,
    REVIEW.ask,
  ]);
  for (const [value, legend] of Object.entries(REVIEW.legends)) expect(labels.get(value)).toBe(legend);
});

describe('of several forecasts the first one is the guess', () => {
  const again: Cells[] = [
    { forecast: '0.9', forecastAt: '2026-11-03 10:00:0' },
    { forecast: '0.3', forecastAt: '2026-11-02 09:05:30' },
    { forecast: '0.4', forecastAt: '2026-11-05 10:00:0' },
  ];

  test('whatever their order is', () => {
    const [guess, ...more] = madeOf(read(again));
    expect(more).toEqual([]);
    expect(likelihoodOf(guess)).toMatchObject({ likelihood: 0.3 });
    expect(guess).toMatchObject({ at: '2026-11-02T09:05:30+00:00' });
    expect(guess?.answers[1]?.value).toBe(
      'Guessed again: 90% (2026-11-03 10:00 UTC), 40% (2026-11-05 10:00 UTC)',
    );
  });

  test('also where other questions stand between them', () => {
    const mixed = again.flatMap((cells) => [cells, { title: 'Snow?', forecastAt: cells.forecastAt ?? '' }]);
    expect(madeOf(read(mixed)).map(likelihoodOf)).toMatchObject([{ likelihood: 0.3 }, { likelihood: 0.7 }]);
  });

  test('and those made after the outcome count for nothing', () => {
    const closed = { resolution: 'NO', resolvedAt: '2026-11-04 00:00:0' };
    const items = read(again.map((cells) => ({ ...cells, ...closed })));
    expect(madeOf(items)).toHaveLength(2);
    expect(lostOf(items)).toEqual(['guesses made after the outcome']);
    expect(read(again.map((cells) => ({ ...cells, ...closed, resolvedAt: '2026-11-01 00:00:0' })))).toEqual([
      { place: 'a.csv:2', leftOut: Array.from(again, () => 'guesses made after the outcome') },
    ]);
  });
});

test.each([
  ['YES', 'yes'],
  ['no', 'no'],
  ['AMBIGUOUS', 'unclear'],
])('a question that is resolved %s closes the guess', (resolution, value) => {
  const [guess, review] = madeOf(read([{ resolution, resolvedAt: '2026-11-04 12:00:0' }]));
  expect(review?.answers[0]).toMatchObject({ value, closes: `${guess?.id}/guess-expect` });
});

describe('whose guesses they are', () => {
  const two: Cells[] = [{}, { forecaster: 'Bo', forecast: '0.1' }, { title: 'Snow?', forecaster: 'Bo' }];

  test('has to be said where there is more than one name', () => {
    const says = 'this file holds questions or guesses of several people: Ada and Bo';
    expect(() => read(two)).toThrow(says);
    expect(() => read([{ author: 'Bo' }])).toThrow('several people: Ada and Bo');
    expect(() => read(two, 'Cy')).toThrow('nobody in this file is named "Cy"');
  });

  test('and then those of others are counted, and left out', () => {
    for (const mine of ['Ada', ' ada']) {
      const items = read(two, mine);
      expect(madeOf(items).map(likelihoodOf)).toMatchObject([{ expect: 'Rain?', likelihood: 0.7 }]);
      expect(lostOf(items)).toEqual(['guesses of other people', 'guesses of other people']);
    }
  });

  test('can be said by somebody without a name', () => {
    const nameless: Cells[] = [
      { forecaster: '', author: '' },
      { title: 'Snow?', forecaster: 'Bo', author: 'Bo' },
    ];
    expect(() => read(nameless)).toThrow('somebody without a name and Bo');
    expect(() => read(nameless)).toThrow(
      expect.objectContaining({
        hint: expect.stringMatching(/--mine "NAME"\. If you have none there: --mine ""$/),
      }),
    );
    expect(madeOf(read(nameless, '')).map(likelihoodOf)).toMatchObject([{ expect: 'Rain?' }]);
  });

  test('is told of each that is left out, also where not one comes in', () => {
    expect(lostOf(read([{ author: 'Ada', forecaster: 'Bo' }], 'Ada'))).toEqual(['guesses of other people']);
  });

  test('shows where there is one name', () => {
    expect(madeOf(read([{}]))).toHaveLength(1);
    expect(madeOf(read([{ forecaster: '', author: '' }]))).toHaveLength(1);
    expect(read([])).toEqual([]);
  });
});

test.each([
  ['0.7', 0.7, []],
  ['0,7', 0.7, []],
  ['70%', 0.7, []],
  ['.5', 0.5, []],
  ['1', 1, []],
  ['0', 0, []],
  ['0.999', 0.99, ['parts of a percent']],
  ['1e-7', 0.01, ['parts of a percent']],
  ['0.145', 0.15, ['parts of a percent']],
])('the likelihood %s', (forecast, likelihood, lost) => {
  const items = read([{ forecast }]);
  expect(likelihoodOf(madeOf(items)[0])).toMatchObject({ likelihood });
  expect(lostOf(items)).toEqual(lost);
});

test.each([
  [{ forecast: '70' }, /expected a number from 0 to 1, such as 0.7, in "Forecast \(scale = 0-1\)"/],
  [{ forecast: '' }, /a number from 0 to 1/],
  [{ forecast: 'likely' }, /a number from 0 to 1/],
  [{ forecast: '1.01' }, /a number from 0 to 1/],
  [
    { forecastAt: '02/11/2026 09:05' },
    /expected a time such as "2026-11-22 09:14:05" in "Forecast created at"; if a spreadsheet/,
  ],
  [{ forecastAt: '2026-02-30 09:05:3' }, /in "Forecast created at"/],
  [{ forecastAt: '2026-11-02 09:61:3' }, /in "Forecast created at"/],
  [{ due: 'soon' }, /in "Question resolve by"/],
  [{ resolution: 'MAYBE' }, 'expected YES, NO, AMBIGUOUS or nothing in "Resolution"'],
  [{ resolution: 'constructor', resolvedAt: '2026-11-04 12:00:0' }, /in "Resolution"/],
  [{ resolution: 'YES' }, /in "Resolved at"/],
  [{ title: ' ' }, 'expected words in "Question title"'],
])('%j is a mistake, and nothing of that question comes in', (cells, says) => {
  const items = read([{ title: 'Snow?' }, cells, { forecastAt: '2026-11-07 10:00:0', ...cells }]);
  expect(items.find((item) => 'mistake' in item)).toEqual({
    place: 'a.csv:3',
    mistake: expect.stringMatching(says),
  });
  expect(madeOf(items)).toHaveLength(1);
});

test('ids are the same each time, also where a question has an outcome by now, and another outcome is another entry', () => {
  const ids = (cells: Cells): readonly string[] => madeOf(read([cells])).map(({ id }) => id);
  const yes = { resolution: 'YES', resolvedAt: '2026-11-04 12:00:0' };
  const [guess, outcome] = ids(yes);
  expect(ids({})).toEqual([guess]);
  expect(ids(yes)).toEqual([guess, outcome]);
  expect(ids({ ...yes, resolution: 'NO' })[1]).not.toBe(outcome);
  expect(ids({ option: 'Them' })).not.toEqual([guess]);
});
