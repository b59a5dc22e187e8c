import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, categoryOf, type Category, compare } from '../../src/align/comparison.ts';
import { comparisonPage } from '../../src/align/comparison-page.ts';
import { apartWords, gapSentences } from '../../src/align/comparison-words.ts';
import type { Mark } from '../../src/align/decision-steps.ts';
import type { Side } from '../../src/align/piece.ts';
import { plainStyle } from '../../src/pages/text/style.ts';
import { NO_SIDE } from './sheets.ts';

const MARKS: readonly Mark[] = [null, 1, 2, 3, 4, 5, 6, 7];

interface Marked {
  readonly dt: Mark;
  readonly dw: Mark;
  readonly lt: Mark;
  readonly lw: Mark;
}

/** Every pair of sheets there can be, open marks included. */
const ALL: readonly Marked[] = MARKS.flatMap((dt) =>
  MARKS.flatMap((dw) => MARKS.flatMap((lt) => MARKS.map((lw) => ({ dt, dw, lt, lw })))),
);

/** The part of each sentence that can be true or false, worked out on its own; undefined: a mark is open. */
const TRUE_OF: Readonly<Record<Category, (dt: number, dw: number, lt: number, lw: number) => boolean>> = {
  'different-day': (dt, _dw, lt) => Math.abs(dt - lt) > 1,
  unknown: () => false,
  // One would like more room, one less.
  opposite: (dt, dw, lt, lw) => (dw > dt && lw < lt) || (dw < dt && lw > lt),
  // One a clear change, the other at most a step.
  'one-sided': (dt, dw, lt, lw) => {
    const moves = [Math.abs(dw - dt), Math.abs(lw - lt)];
    return Math.max(...moves) > 1 && Math.min(...moves) <= 1;
  },
  // Same direction, different distance.
  pace: (dt, dw, lt, lw) => (dw - dt) * (lw - lt) > 0 && dw - dt !== lw - lt,
  // The wishes meet, give or take a step; a clear change of at least one.
  ready: (dt, dw, lt, lw) => Math.abs(dw - lw) <= 1 && Math.max(Math.abs(dw - dt), Math.abs(lw - lt)) > 1,
  // The wishes lie apart; each asks for a step at most.
  apart: (dt, dw, lt, lw) => Math.abs(dw - lw) > 1 && Math.max(Math.abs(dw - dt), Math.abs(lw - lt)) <= 1,
  // Nearly alike; nobody asks for more than a step.
  settled: (dt, dw, lt, lw) =>
    Math.abs(dt - lt) <= 1 && Math.abs(dw - lw) <= 1 && Math.max(Math.abs(dw - dt), Math.abs(lw - lt)) <= 1,
};

const of = ({ dt, dw, lt, lw }: Marked): Category =>
  categoryOf({ today: dt, wanted: dw }, { today: lt, wanted: lw });

test('of all pairs of sheets there can be, each has one category, and its sentence is true', () => {
  const wrong = ALL.filter((marked) => {
    const { dt, dw, lt, lw } = marked;
    const category = of(marked);
    if (dt === null || dw === null || lt === null || lw === null) return category !== 'unknown';
    return !TRUE_OF[category](dt, dw, lt, lw);
  });
  expect(ALL).toHaveLength(8 ** 4);
  expect(wrong).toEqual([]);
  expect(new Set(ALL.map(of))).toEqual(new Set(CATEGORIES));
});

test('who is oneself makes no difference to it', () => {
  const swapped = ALL.filter(
    ({ dt, dw, lt, lw }) => of({ dt, dw, lt, lw }) !== of({ dt: lt, dw: lw, lt: dt, lw: dw }),
  );
  expect(swapped).toEqual([]);
});

test.each([
  { case: 'different days', doer: [3, 6], lead: [5, 5], is: 'different-day' },
  { case: 'a step apart today is none', doer: [3, 6], lead: [4, 6], is: 'ready' },
  { case: 'a mark is open', doer: [3, null], lead: [7, 7], is: 'unknown' },
  { case: 'up and down', doer: [4, 6], lead: [4, 2], is: 'opposite' },
  { case: 'a clear change and none', doer: [3, 6], lead: [3, 3], is: 'one-sided' },
  { case: 'far and half as far', doer: [2, 6], lead: [2, 4], is: 'pace' },
  { case: 'down together', doer: [6, 3], lead: [6, 3], is: 'ready' },
  { case: 'a step up, a step down', doer: [4, 5], lead: [4, 3], is: 'apart' },
  { case: 'as it is', doer: [4, 4], lead: [4, 5], is: 'settled' },
] as const)('$case', ({ doer, lead, is }) => {
  expect(categoryOf({ today: doer[0], wanted: doer[1] }, { today: lead[0], wanted: lead[1] })).toBe(is);
});

const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }), { nil: null });
const side: fc.Arbitrary<Side> = fc.record({
  today: fc.constantFrom(...MARKS),
  wanted: fc.constantFrom(...MARKS),
  means: text,
  limits: text,
  look: text,
});

test('both of the two see the same, whoever of them types', () => {
  const list = fc.array(fc.record({ title: fc.string({ minLength: 1 }), one: side, other: side }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(list, (pieces) => {
      const asDoer = pieces.map(({ title, one, other }) => ({
        piece: { title, example: null, mine: one },
        theirs: other,
      }));
      const asLead = pieces.map(({ title, one, other }) => ({
        piece: { title, example: null, mine: other },
        theirs: one,
      }));
      expect(compare('manager', asLead)).toEqual(compare('member', asDoer));
    }),
  );
});

test('what is to be talked about first comes first, and what is as far apart as before stays as it is listed', () => {
  const of = (title: string, today: Mark, theirs: Mark) => ({
    piece: { title, example: null, mine: { ...NO_SIDE, today, wanted: today } },
    theirs: { ...NO_SIDE, today: theirs, wanted: theirs },
  });
  const list = [
    of('alike', 4, 4),
    of('open', 4, null),
    of('two apart', 3, 5),
    of('four apart', 2, 6),
    of('alike, too', 5, 5),
  ];
  expect(compare('member', list).map(({ title }) => title)).toEqual([
    'four apart',
    'two apart',
    'open',
    'alike',
    'alike, too',
  ]);
});

describe('what is missing beside the marks', () => {
  test.each([
    { case: 'nothing', doer: {}, lead: {}, is: [] },
    {
      case: 'means',
      doer: { means: 'time' },
      lead: {},
      is: ['The doer named means, and the lead has offered none yet.'],
    },
    { case: 'no means, since they are offered', doer: { means: 'time' }, lead: { means: 'none' }, is: [] },
    {
      case: 'a look, where one wishes that the doer decides',
      doer: {},
      lead: { wanted: 5 },
      is: [
        'At least one of you would like the doer to decide, and nobody has named a look at the result yet.',
      ],
    },
    { case: 'no look, where one is named', doer: { wanted: 7 }, lead: { look: 'monthly' }, is: [] },
    { case: 'no look, where both decide', doer: { wanted: 4 }, lead: { wanted: 4 }, is: [] },
  ])('$case', ({ doer, lead, is }) => {
    const [one] = compare('member', [
      {
        piece: { title: 'a', example: null, mine: { ...NO_SIDE, ...doer } },
        theirs: { ...NO_SIDE, ...lead },
      },
    ]);
    expect(one && gapSentences(one)).toEqual(is);
  });
});

test('how far apart two marks are is told for all of them', () => {
  const told = MARKS.flatMap((doer) => MARKS.map((lead) => apartWords(doer, lead)));
  expect(new Set(told)).toEqual(
    new Set([
      'both are open',
      "the doer's is open",
      "the lead's is open",
      'the same',
      'about the same',
      ...[2, 3, 4, 5, 6].map((steps) => `${steps} steps apart`),
    ]),
  );
});

test('no line of a comparison is wider than its screen, whatever was said', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(40, 60, 80, 120),
      fc.boolean(),
      fc.array(fc.record({ title: fc.string({ minLength: 1, maxLength: 90 }), one: side, other: side }), {
        maxLength: 4,
      }),
      (width, isPlain, pieces) => {
        const list = pieces.map(({ title, one, other }) => ({
          piece: { title, example: title, mine: { ...one, means: 'w'.repeat(90) } },
          theirs: other,
        }));
        const page = comparisonPage(compare('member', list), { width, style: plainStyle }, isPlain);
        const own = page.split('\n').filter((line) => /^[\u0020-\u007e]*$/.test(line));
        expect(own.filter((line) => line.length > width)).toEqual([]);
      },
    ),
  );
});
