import { describe, expect, test } from 'vitest';
import { knowledgeOf } from '../../../src/insights/bank-knowledge.ts';
import type { Answer, Commitment, Prediction } from '../../../src/domain/entry/answer.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { isMoreThanChance } from '../../../src/domain/record/scored-predictions.ts';
import { type Insights, insightsOf } from '../../../src/domain/record/insight.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { entryOn, given, level, outcome, skipped, words } from '../journals.ts';
import { bankNamed, TODAY } from '../plans.ts';

const knowledge = knowledgeOf(['review', 'debrief', 'member', 'checkin'].map(bankNamed));

/** What is told of entries, whatever their order. */
function told(entries: readonly Entry[], query: Query = {}): Insights {
  const insights = insightsOf(entries, query, knowledge, TODAY);
  expect(insightsOf(entries.toReversed(), query, knowledge, TODAY)).toEqual(insights);
  return insights;
}

function guessed(parts: Partial<Prediction>, question = 'member-prediction'): Answer {
  const value = { expect: 'rain', sign: null, likelihood: 0.7, due: null, feeling: null, ...parts };
  return given(question, { type: 'prediction', value });
}

function planned(parts: Partial<Commitment>): Answer {
  const value = { when: null, then: 'ask', by: null, likelihood: 0.8, ...parts };
  return given('member-commitment', { type: 'commitment', value });
}

const idOf = (number: number): string => String(number).padStart(10, '0');

/** An answer, the day on which it was given, and what became of it a week later. */
function closed(answers: readonly (readonly [Answer, string | undefined])[]): readonly Entry[] {
  return answers.flatMap(([answer, value], at) => {
    const day = addDays('2026-09-01', at);
    const first = entryOn(day, 'member', [answer], { id: idOf(at) });
    const closing = outcome(`${first.id}/${answer.question}`, value ?? '');
    return value === undefined
      ? [first]
      : [first, entryOn(addDays(day, 7), 'review', [closing], { id: idOf(500 + at) })];
  });
}

const several = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);

describe('ratings', () => {
  const rated = (values: readonly (number | 'na')[], more: Partial<Entry> = {}): readonly Entry[] =>
    values.map((value, at) =>
      entryOn(addDays('2026-09-01', at), 'checkin', [level('checkin-trust', value)], {
        id: idOf(at),
        ...more,
      }),
    );

  test.each([
    { count: 3, spread: undefined, compared: [] },
    { count: 4, spread: { lowest: 3, highest: 4, middle: 3 }, compared: [] },
    { count: 29, spread: { lowest: 3, highest: 4, middle: 3 }, compared: [] },
    { count: 30, spread: { lowest: 3, highest: 4, middle: 3 }, compared: [30] },
    { count: 39, spread: { lowest: 3, highest: 4, middle: 3 }, compared: [30] },
    { count: 50, spread: { lowest: 3, highest: 4, middle: 3 }, compared: [30, 40, 50] },
  ])('$count of them', ({ count, spread, compared }) => {
    const [one] = told(rated([4, ...several(count - 1, 3)])).ratings;
    expect(one?.ratings).toHaveLength(count);
    expect(one?.spread).toEqual(spread);
    expect(one?.names.map(({ looks }) => looks.map((look) => look.compared))).toEqual([compared]);
  });

  test('that do not apply are counted apart, and fill no gap', () => {
    const [one] = told(rated([...several(20, 3), ...several(6, 'na' as const), ...several(9, 4)])).ratings;
    expect(one).toMatchObject({ absent: 6, spread: { lowest: 3, highest: 4, middle: 3 } });
    expect(one?.ratings).toHaveLength(29);
    expect(one?.names).toMatchObject([{ looks: [] }]);
  });

  test('of the two seats are apart, and a shift stands out', () => {
    const entries = [
      ...rated([...several(20, 3), ...several(10, 4)]),
      ...rated([5, 5], { role: 'manager' }).map((entry) => ({ ...entry, id: entry.id.replace('0', '9') })),
    ];
    const insights = told(entries);
    expect(insights.ratings.map(({ role, ratings }) => [role, ratings.length])).toEqual([
      ['member', 30],
      ['manager', 2],
    ]);
    expect(insights.ratings[0]?.names[0]?.looks).toMatchObject([{ compared: 30, shift: 'higher' }]);
    expect(insights).toMatchObject({ standsOut: true, lookedAt: { sets: 1, longest: 30, groups: 0 } });
    expect(told(entries, { role: 'manager' })).toMatchObject({ standsOut: false, entries: 2 });
  });

  test('that were skipped do not count', () => {
    const skip = entryOn(TODAY, 'checkin', [skipped('checkin-trust')], { id: idOf(7) });
    const entries = [...rated([3]), skip];
    expect(insightsOf(entries, {}, knowledge, TODAY).ratings.map(({ ratings }) => ratings.length)).toEqual([
      1,
    ]);
  });
});

describe('a scale that is rated again at the end', () => {
  const KNOWN = knowledgeOf([bankNamed('challenge')]);
  const seat = { about: 'D.', role: 'member' as const };
  const baseline = entryOn('2026-09-01', 'challenge', [level('challenge-baseline-trust', 2)], {
    id: 'bbbbbbbbbb',
    ...seat,
  });
  const closing = entryOn('2026-11-01', 'challenge', [level('carry-trust', 4)], {
    id: 'cccccccccc',
    ...seat,
  });
  const rated = (entries: readonly Entry[], query: Query = {}): readonly string[] =>
    insightsOf(entries, query, KNOWN, TODAY).ratings.map(({ question, ratings }) =>
      [question, ...ratings.map(({ day }) => day)].join(' '),
    );

  test.each([
    { case: 'was shown before it was rated again', entries: [baseline], is: [] },
    {
      case: 'does not apply',
      entries: [{ ...baseline, answers: [level('challenge-baseline-trust', 'na')] }],
      is: [],
    },
    {
      case: 'passed at the end',
      entries: [baseline, { ...closing, answers: [skipped('carry-trust')] }],
      is: [],
    },
    {
      case: 'of another one',
      entries: [baseline, { ...closing, about: 'K.' }],
      is: ['carry-trust 2026-11-01'],
    },
    {
      case: 'from the other seat',
      entries: [baseline, { ...closing, role: 'manager' as const }],
      is: ['carry-trust 2026-11-01'],
    },
    {
      case: 'of the next round',
      entries: [
        baseline,
        closing,
        { ...baseline, id: 'dddddddddd', at: '2026-11-20T10:00:00Z', day: '2026-11-20' },
      ],
      is: ['carry-trust 2026-11-01', 'challenge-baseline-trust 2026-09-01'],
    },
    {
      case: 'seen once both are rated',
      entries: [baseline, closing],
      is: ['carry-trust 2026-11-01', 'challenge-baseline-trust 2026-09-01'],
    },
  ])('$case', ({ entries, is }) => expect(rated(entries)).toEqual(is));

  test('is seen also where the end is not looked at', () => {
    expect(rated([baseline, closing], { until: '2026-09-30' })).toEqual([
      'challenge-baseline-trust 2026-09-01',
    ]);
  });
});

describe('guesses', () => {
  test('only what came true and what did not is scored', () => {
    const outcomes = ['yes', 'no', 'partly', 'unclear', 'untested', 'wait', undefined, 'nonsense'] as const;
    const { aboutOthers } = told(closed(outcomes.map((value) => [guessed({}), value] as const)));
    expect(aboutOthers.guesses.map((one) => [one.outcome, one.happened])).toEqual([
      ['yes', true],
      ['no', false],
      ['partly', undefined],
      ['unclear', undefined],
      ['untested', undefined],
      ['resting', undefined],
      ['resting', undefined],
      ['unsaid', undefined],
    ]);
    expect(aboutOthers.calibration).toEqual({ count: 2 });
  });

  test.each([
    { due: '2026-08-31', scored: 0 },
    { due: '2026-09-01', scored: 1 },
    { due: null, scored: 1 },
  ])('due $due, written on 1 September', ({ due, scored }) => {
    const { aboutOthers } = told(closed([[guessed({ due }), 'yes']]));
    expect(aboutOthers.scored).toHaveLength(scored);
    expect(aboutOthers.guesses[0]).toMatchObject({ outcome: 'yes', late: scored === 0 });
  });

  test('without a likelihood are not scored', () => {
    const { aboutOthers } = told(closed([[guessed({ likelihood: null }), 'yes']]));
    expect(aboutOthers).toMatchObject({ scored: [], guesses: [{ outcome: 'yes' }] });
  });

  test('hoped and feared are apart, and the same words each time, too', () => {
    const { aboutOthers } = told(
      closed([
        ...several(6, [guessed({ feeling: 'feared', expect: 'They say no' }), 'no'] as const),
        ...several(5, [guessed({ feeling: 'hoped' }), 'yes'] as const),
        [guessed({ expect: 'snow' }), 'yes'],
      ]),
    );
    expect(aboutOthers.feared.calibration.tally).toMatchObject({ count: 6, actual: 0 });
    expect(aboutOthers.feared.calibration.tally?.expected).toBeCloseTo(4.2, 10);
    expect(aboutOthers.hoped.calibration.tally).toMatchObject({ count: 5, actual: 5 });
    expect(aboutOthers.standing.map(({ guesses }) => [guesses[0]?.expected, guesses.length])).toEqual([
      ['They say no', 6],
      ['rain', 5],
    ]);
    expect(aboutOthers.calibration.count).toBe(12);
  });

  test('a debrief says by its choice what became of a standing one', () => {
    const first = entryOn('2026-11-01', 'prepare', [guessed({}, 'prepare-prediction')], { id: idOf(1) });
    const outcomes = ['doer', 'both', 'reviewer', 'none'].map((value) => {
      const answer = given(
        'debrief-next-step',
        { type: 'choice', value },
        { closes: `${idOf(1)}/prepare-prediction` },
      );
      const debrief = entryOn('2026-11-02', 'debrief', [answer], { id: idOf(2) });
      return told([first, debrief]).aboutOthers.guesses[0]?.outcome;
    });
    expect(outcomes).toEqual(['yes', 'partly', 'no', 'no']);
  });

  test('about oneself: kept is one, not yet is nought, the rest is not scored', () => {
    const outcomes = ['kept', 'not-yet', 'partly', 'let-go'] as const;
    const insights = told(closed(outcomes.map((value) => [planned({}), value] as const)));
    expect(insights.aboutOneself.guesses.map(({ happened }) => happened)).toEqual([
      true,
      false,
      undefined,
      undefined,
    ]);
    expect(insights.aboutOthers.guesses).toEqual([]);
    expect(insights.plans).toMatchObject({ kept: 1, 'not-yet': 1, partly: 1, 'let-go': 1, open: 0 });
  });

  test('a plan without a likelihood is a plan and no guess', () => {
    const insights = told(closed([[planned({ likelihood: null }), 'kept']]));
    expect(insights.aboutOneself.guesses).toEqual([]);
    expect(insights.plans.kept).toBe(1);
  });

  test('a gap that is rare by chance stands out', () => {
    const seven = [0.7, 0.8, 0.6, 0.9, 0.5, 0.7, 0.6];
    const came = (count: number): Insights =>
      told(
        closed(
          seven.map(
            (likelihood, at) =>
              [guessed({ likelihood, expect: `${at}` }), at < count ? 'yes' : 'no'] as const,
          ),
        ),
      );
    expect(isMoreThanChance(came(2).aboutOthers.calibration)).toBe(true);
    expect(came(2).standsOut).toBe(true);
    expect(isMoreThanChance(came(3).aboutOthers.calibration)).toBe(false);
    expect(came(3).standsOut).toBe(false);
  });
});

test('a guess counts by its own entry, wherever it is said what became of it', () => {
  const guess = entryOn('2026-10-01', 'member', [guessed({})], { id: idOf(1), about: 'D.' });
  const review = entryOn('2026-11-01', 'review', [outcome(`${idOf(1)}/member-prediction`, 'yes')], {
    id: idOf(2),
    about: 'K.',
    role: null,
  });
  const scored = (query: Query): number => told([guess, review], query).aboutOthers.scored.length;
  expect(scored({ about: 'd. ', role: 'member', since: '2026-10-01', until: '2026-10-01' })).toBe(1);
  expect(scored({ since: '2026-10-02' })).toBe(0);
  expect(scored({ about: 'K.' })).toBe(0);
});

test('plans that nobody closed are open, or rest', () => {
  const { plans } = told(
    closed([
      [planned({ by: addDays(TODAY, 3) }), undefined],
      [planned({ by: addDays(TODAY, -21) }), undefined],
      [planned({ by: addDays(TODAY, -22) }), undefined],
      [planned({}), 'nonsense'],
    ]),
  );
  expect(plans).toEqual({ kept: 0, partly: 0, 'not-yet': 0, 'let-go': 0, unsaid: 1, open: 2, resting: 1 });
});

describe('what got in the way', () => {
  function met(...obstacles: readonly (string | null)[]): Insights {
    const plans = closed(
      obstacles.map((value) => [planned({}), value === null ? 'kept' : 'not-yet'] as const),
    );
    const choices = obstacles.values();
    return told(
      plans.map((entry) => {
        if (entry.bank !== 'review') return entry;
        const value = choices.next().value ?? null;
        const choice =
          value === null
            ? []
            : [given('review-not-yet', { type: 'choice', value, legend: `It was ${value}` })];
        return { ...entry, answers: [...entry.answers, ...choice] };
      }),
    );
  }

  test.each([
    { obstacles: ['too-big'], is: undefined },
    { obstacles: ['too-big', 'forgot'], is: undefined },
    {
      obstacles: ['forgot', 'too-big', 'too-big'],
      is: { value: 'too-big', words: 'It was too-big', times: 2 },
    },
    { obstacles: ['too-big', 'too-big', 'forgot'], is: undefined },
    {
      obstacles: ['too-big', null, 'too-big', 'too-big'],
      is: { value: 'too-big', words: 'It was too-big', times: 3 },
    },
  ])('$obstacles', ({ obstacles, is }) => {
    const insights = met(...obstacles);
    expect(insights.obstacle).toEqual(is && { question: 'review-not-yet', ...is });
    expect(insights.standsOut).toBe(is !== undefined);
  });
});

test('a likelihood that was given again afterwards is set beside the first', () => {
  const entries = closed([
    [guessed({ likelihood: 0.7 }), 'no'],
    [guessed({}), 'yes'],
  ]);
  const again = given('review-again', { type: 'percent', value: 0.4 });
  const { revised } = told(
    entries.map((entry) =>
      entry.id === idOf(500) ? { ...entry, answers: [...entry.answers, again] } : entry,
    ),
  );
  expect(revised).toEqual([
    {
      reference: `${idOf(0)}/member-prediction`,
      day: '2026-09-01',
      about: null,
      question: 'member-prediction',
      role: 'member',
      expected: 'rain',
      before: 0.7,
      after: 0.4,
    },
  ]);
});

describe('questions that came back', () => {
  const on = (day: Day, answers: readonly Answer[], more: Partial<Entry> = {}): Entry =>
    entryOn(day, 'member', answers, { id: day.replaceAll('-', '').padEnd(10, '0'), ...more });

  test('were answered twice about the same people', () => {
    const { returned } = told([
      on('2026-10-01', [words('member-felt'), words('member-other')]),
      on('2026-10-02', [words('member-felt')], { about: 'D.' }),
      on('2026-10-03', [words('member-felt')], { about: 'd.' }),
      on('2026-10-04', [skipped('member-other'), words('member-felt')]),
      on('2026-10-05', [words('member-felt')]),
    ]);
    expect(returned).toEqual([
      {
        question: 'member-felt',
        asked: 'What?',
        about: null,
        role: 'member',
        times: 3,
        before: '2026-10-04',
        latest: '2026-10-05',
      },
      {
        question: 'member-felt',
        asked: 'What?',
        about: 'd.',
        role: 'member',
        times: 2,
        before: '2026-10-02',
        latest: '2026-10-03',
      },
    ]);
  });

  test('are none of ratings, plans, guesses, reviews and free pages', () => {
    const answers = [level('checkin-trust'), guessed({}), planned({}), outcome('0000000000/member-x')];
    const { returned } = told([
      on('2026-10-01', answers),
      on('2026-10-02', answers),
      ...['note', 'review'].flatMap((bank) => [
        entryOn('2026-10-03', bank, [words(`${bank}-seen`)], { id: idOf(1) }),
        entryOn('2026-10-04', bank, [words(`${bank}-seen`)], { id: idOf(2) }),
      ]),
    ]);
    expect(returned).toEqual([]);
  });
});
