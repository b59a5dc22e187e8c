import { describe, expect, test } from 'vitest';
import type { Answer, Feeling } from '../../src/domain/entry/answer.ts';
import { addDays, type Day } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { entryOn, given, level, outcome, words } from '../domain/journals.ts';
import { TODAY } from '../domain/plans.ts';
import { coloured, fold, idOf, inOwnWords, pageOf, ratings, several } from './pages.ts';

/** Guesses with their likelihoods in percent, and how many of them, the first ones, happened. */
function guesses(
  percents: readonly number[],
  happened: number,
  { feeling = null, expect: words = 'Rain' }: { feeling?: Feeling | null; expect?: string } = {},
): readonly Entry[] {
  return percents.flatMap((percent, at) => {
    const value = { expect: `${words} ${at}`, sign: null, likelihood: percent / 100, due: null, feeling };
    const guess = given('member-prediction', { type: 'prediction', value });
    const day = addDays('2026-09-01', at);
    return [
      entryOn(day, 'member', [guess], { id: idOf(100 + at) }),
      entryOn(
        addDays(day, 7),
        'review',
        [outcome(`${idOf(100 + at)}/member-prediction`, at < happened ? 'yes' : 'no')],
        {
          id: idOf(200 + at),
        },
      ),
    ];
  });
}

test('guesses that rest were counted among the open ones', () => {
  const guess = (due: Day): Answer =>
    given('member-prediction', {
      type: 'prediction',
      value: { expect: 'Sun', sign: null, likelihood: 0.5, due, feeling: null },
    });
  const entries = [addDays(TODAY, -22), addDays(TODAY, -21), addDays(TODAY, 1)].map((due, at) =>
    entryOn('2026-09-01', 'member', [guess(due)], { id: idOf(at) }),
  );
  expect(fold(pageOf(entries))).toContain('Guesses Open: 2. Resting: 1.');
});

describe('guesses', () => {
  test('up to four are a list, without a score', () => {
    const four = guesses([70, 80, 60, 90], 1, { feeling: 'feared' });
    expect(inOwnWords(four)).toContain(`4 guesses closed:
  1 September, feared, 70%: it happened.
    Rain 0
  2 September, feared, 80%: it did not happen.
    Rain 1
`);
    expect(fold(pageOf(four))).toContain(
      '1 September, feared, 70%: it happened. Suppose you take that piece on fully, answer for the result, and nobody steers you along the way. What do you expect to happen? 2 September',
    );
    expect(fold(pageOf(four))).toContain(
      'Once there are 5 guesses, coach compares what you expected with what happened.',
    );
    expect(pageOf(four)).not.toContain('expected about');
  });

  test.each([
    {
      percents: [60, 70, 60, 70, 60, 70, 60, 70, 70],
      happened: 4,
      says: 'Of 9 closed guesses, you expected about 6 to happen; 4 did. Chance alone often produces a gap like this. ........*===|=====.. usual: 4 to 8 Each guess, by how likely you called it and if it happened: 60% yes yes no no 70% yes yes no no no Where you can influence what happens',
    },
    {
      percents: [70, 80, 60, 90, 50, 70, 60],
      happened: 2,
      says: 'Of 7 closed guesses, you expected about 5 to happen; 2 did. Chance alone would not usually produce a gap this big.',
    },
    {
      percents: several(5, 80),
      happened: 4,
      says: 'Of 5 closed guesses, you expected about 4 to happen; 4 did. ...........====*==== usual: 3 to 5 Each',
    },
    {
      percents: several(5, 20),
      happened: 0,
      says: 'Of 5 closed guesses, you expected about 1 to happen; none did.',
    },
    {
      percents: several(10, 80),
      happened: 8,
      says: 'On average, your numbers were better than a flat 50% every time, but there are only a few of them so far.',
    },
    {
      percents: several(19, 50),
      happened: 9,
      says: 'On average, your numbers were as good as a flat 50% every time, but there are only a few of them so far.',
    },
    {
      percents: several(20, 80),
      happened: 10,
      says: 'On average, your numbers were not as good as a flat 50% every time. 61% to 80%: 10 of 20 happened. With so few, the true rate could be anywhere from 33% to 67%.',
    },
    {
      percents: several(40, 80),
      happened: 20,
      says: 'Of the first 20, you expected about 16, and it was 20; on average, your numbers were better than a flat 50% every time. Of the second 20, you expected about 16, and it was 0; on average, your numbers were not as good as a flat 50% every time. A difference between the two halves may be due to chance.',
    },
  ])('$happened of $percents.length', ({ percents, happened, says }) => {
    expect(fold(pageOf(guesses(percents, happened)))).toContain(says);
  });

  test('hoped and feared are told apart, once there are five', () => {
    const feared = guesses([70, 70, 60, 60, 70, 70], 1, { feeling: 'feared' });
    expect(fold(pageOf(feared))).toContain(
      'You feared 6 things and expected about 4 of them to happen; 1 did. Chance alone would not usually produce a gap this big.',
    );
    const hoped = guesses(several(5, 60), 3, { feeling: 'hoped' });
    expect(fold(pageOf(hoped))).toContain(
      'You hoped for 5 things and expected about 3 of them to happen; 3 did.',
    );
    const mixed = [...guesses(several(4, 60), 3), ...hoped.slice(8)];
    expect(fold(pageOf(mixed))).toContain(
      'Hoped for: 1, feared: 0. Each gets a line of its own once there are five.',
    );
  });

  test('the caveat stands once', () => {
    const text = fold(pageOf([...guesses(several(40, 60), 30, { feeling: 'feared' })]));
    expect(text.split('can be a success').length).toBe(2);
  });

  test('a bar shows how far the share may reach', () => {
    const text = pageOf(guesses(several(20, 70), 10), 80, coloured);
    expect(text).toContain(`    ${'·'.repeat(13)}${'━'.repeat(7)}◉${'━'.repeat(6)}·│${'·'.repeat(11)}\n`);
    expect(text).toContain('● happened, │ your estimate');
  });

  test('those never put to the test are named', () => {
    const [guess] = guesses([70], 0, { expect: 'They will say no' });
    const review = entryOn('2026-09-20', 'review', [outcome(`${idOf(100)}/member-prediction`, 'untested')], {
      id: idOf(9),
    });
    const text = inOwnWords(guess ? [guess, review] : []);
    expect(text).toContain(
      '1 guess was never put to the test.\n  1 September, 70%: it was never put to the test.\n    They will say no 0\n',
    );
    expect(text).not.toContain('can be a success');
  });

  test('what is not scored is counted, and what was written afterwards is named', () => {
    const guess = (due: string | null, likelihood: number | null): Answer =>
      given('member-prediction', {
        type: 'prediction',
        value: { expect: 'Sun', sign: null, likelihood, due, feeling: null },
      });
    const entries = [
      { answer: guess('2026-08-01', 0.5), became: 'yes' },
      { answer: guess(null, null), became: 'no' },
      { answer: guess(null, 0.5), became: 'partly' },
      { answer: guess(null, 0.5), became: 'unclear' },
      { answer: guess(null, 0.5), became: 'wait' },
    ].flatMap(({ answer, became }, at) => [
      entryOn('2026-09-01', 'member', [answer], { id: idOf(at) }),
      entryOn('2026-09-10', 'review', [outcome(`${idOf(at)}/member-prediction`, became)], {
        id: idOf(50 + at),
      }),
    ]);
    expect(fold(inOwnWords(entries))).toContain(
      'Not counted: 1 that partly happened, 1 with no way to tell, 1 written after the day had passed, 1 without a likelihood. Resting: 1. 1 September, 50%: it happened. Sun',
    );
  });
});

describe('plans', () => {
  const plans = (likelihood: number | null, outcomes: readonly string[]): readonly Entry[] =>
    outcomes.flatMap((became, at) => {
      const value = { when: 'it rains', then: 'stay', by: null, likelihood };
      return [
        entryOn('2026-09-01', 'member', [given('member-commitment', { type: 'commitment', value })], {
          id: idOf(at),
        }),
        entryOn('2026-09-10', 'review', [outcome(`${idOf(at)}/member-commitment`, became)], {
          id: idOf(50 + at),
        }),
      ];
    });

  test('are counted, and never as a share', () => {
    const text = pageOf(plans(null, ['kept', 'kept', 'kept', 'partly', 'partly', 'not-yet', 'let-go']));
    expect(text).toBe('Plans: 3 kept, 2 partly, 1 not yet, 1 let go.\n');
  });

  test('guesses about oneself are apart, without a share at any number', () => {
    const few = inOwnWords(plans(0.8, ['kept']));
    expect(few).toContain('One guess closed:\n  1 September, 80%: kept.\n    When it rains, I will stay.\n');
    const text = fold(pageOf(plans(0.7, [...several(12, 'kept'), ...several(8, 'not-yet')]), 80, coloured));
    expect(text).toContain('Of 20 plans with a likelihood, you expected to keep about 14; 12 were kept.');
    expect(text).toContain('61% to 80%: 12 of 20 were kept. Bars go from none to all:');
    expect(text).toContain('if your numbers are right. Plans: 12 kept, 8 not yet.');
    expect(text).not.toContain('can be a success');
  });
});

test('questions that came back are shown by their days, five of them', () => {
  const answers = Array.from({ length: 6 }, (_, at) => words(`mine-${at}`, 'A secret'));
  const text = pageOf([
    entryOn('2026-11-03', 'mine', answers, { id: idOf(1), about: "D's" }),
    entryOn('2026-11-21', 'mine', answers, { id: idOf(2), about: "D's" }),
  ]);
  expect(text).toContain(
    `  mine-5\n    answered 2 times, last on 3 November and yesterday:\n    coach journal --question mine-5 --about 'D'\\''s'\n`,
  );
  expect(text).toContain('\n  And 1 more.\n');
  expect(text).not.toContain('secret');
});

describe('beside what stands out stands how many were looked at', () => {
  const shift = [...several(20, 3), ...several(10, 4)];
  const [gap, none] = [guesses([70, 80, 60, 90, 50, 70, 60], 2), guesses([70, 80, 60, 90, 50, 70, 60], 5)];
  test.each([
    {
      case: 'nothing stands out',
      entries: ratings('checkin-trust', several(30, 3)),
      says: 'coach looked at 1 set of 30 or more ratings. Nothing in it stands out.',
    },
    {
      case: 'a shift',
      entries: ratings('checkin-trust', shift),
      says: 'coach looked at 1 set of 30 or more ratings. By chance alone, about 1 set in 15 would stand out at some point. You know more than the numbers do.',
    },
    {
      case: 'a shift long ago',
      entries: ratings('checkin-trust', [...shift, ...several(30, 4)]),
      says: 'By chance alone, about 1 set in 10 would stand out at some point.',
    },
    {
      case: 'a gap',
      entries: gap,
      says: 'coach looked at 1 group of guesses. By chance alone, at most 1 group of guesses in 10 would stand out.',
    },
    {
      case: 'both looked at',
      entries: [...ratings('checkin-trust', several(30, 3)), ...none],
      says: 'coach looked at 1 set of 30 or more ratings and 1 group of guesses. Nothing in them stands out.',
    },
    {
      case: 'one of both',
      entries: [...ratings('checkin-trust', several(30, 3)), ...gap],
      says: 'By chance alone, about 1 set in 15 would stand out at some point, and at most 1 group of guesses in 10.',
    },
  ])('$case', ({ entries, says }) => {
    const last = fold(pageOf(entries).split('\n\n').at(-1) ?? '');
    expect(last).toContain(says);
  });

  test('nothing is said of nothing, nor of too little', () => {
    expect(pageOf([])).toBe('');
    expect(pageOf(ratings('checkin-trust', several(29, 3)))).not.toContain('looked at');
  });
});

test('words of the person stood on the screen without --words', () => {
  const CANARY = 'zzcanaryzz';
  const plan = { when: `${CANARY} comes`, then: `say ${CANARY}`, by: null, likelihood: 0.7 };
  const again = given('review-again', { type: 'percent', value: 0.3 });
  const entries = [
    ...guesses([70, 80, 60], 1, { expect: CANARY, feeling: 'feared' }),
    ...guesses(several(6, 60), 3, { expect: CANARY }).map((entry) => ({
      ...entry,
      id: `9${entry.id.slice(1)}`,
    })),
    entryOn('2026-09-02', 'gone', [words('gone-why', CANARY), level('gone-level', 3)], { id: idOf(1) }),
    entryOn('2026-09-03', 'gone', [words('gone-why', CANARY), level('gone-level', 3)], { id: idOf(2) }),
    entryOn('2026-09-03', 'member', [given('member-commitment', { type: 'commitment', value: plan })], {
      id: idOf(3),
      title: CANARY,
    }),
    entryOn('2026-09-09', 'review', [outcome(`${idOf(3)}/member-commitment`, 'kept')], { id: idOf(4) }),
    // Brackets that somebody edited by hand.
    ...[5, 6].flatMap((at) => [
      entryOn('2026-09-03', 'member', [given('member-commitment', { type: 'commitment', value: plan })], {
        id: idOf(at),
      }),
      entryOn(
        '2026-09-09',
        'review',
        [
          outcome(`${idOf(at)}/member-commitment`, 'not-yet'),
          given('review-not-yet', { type: 'choice', value: 'forgot', legend: `${CANARY} lies` }),
        ],
        { id: idOf(10 + at) },
      ),
    ]),
    entryOn(
      '2026-09-10',
      'checkin',
      ['checkin-trust', 'gone-trust'].map((question) =>
        given(question, { type: 'scale', value: 'na', legend: `${CANARY} lies` }),
      ),
      { id: idOf(7) },
    ),
  ].map((entry) => ({
    ...entry,
    answers: [...entry.answers, ...(entry.bank === 'review' ? [again] : [])].map((answer) => ({
      ...answer,
      asked: `Of ${CANARY}: what?`,
    })),
  }));
  expect(inOwnWords(entries)).toContain(CANARY);
  expect(inOwnWords(entries)).toContain(`What got in the way twice in a row: ${CANARY} lies.`);
  expect(inOwnWords(entries)).toContain(`Trust: no ratings. Left unrated once: ${CANARY} lies.`);
  expect(pageOf(entries)).not.toContain(CANARY);
  expect(fold(pageOf(entries))).toContain(
    "What got in the way twice in a row: I didn't think of it at the time.",
  );
  expect(fold(pageOf(entries))).toContain('Trust: no ratings. Left unrated once: We had no contact today.');
  expect(fold(pageOf(entries))).toContain('gone-trust: no ratings. Left unrated once: does not apply.');
  expect(pageOf(entries, 100, coloured)).not.toContain(CANARY);
});

test('own words take one line, whatever is in them', () => {
  const text = inOwnWords(guesses([70], 0, { expect: 'They\nwill \u001b[31msay\t no' }));
  expect(text).toContain('    They will say no 0\n');
});

test('no line is wider than the screen, at forty columns and at eighty', () => {
  const entries = [
    ...ratings('checkin-trust', [...several(20, 2), ...several(20, 4)], 'D.'),
    ...ratings('checkin-trust', several(70, 4)).map((entry, at) => ({ ...entry, id: idOf(300 + at) })),
    ...guesses(several(40, 70), 20, {
      feeling: 'hoped',
      expect: 'A long sentence about what somebody will say',
    }),
    entryOn('2026-11-03', 'mine', [level('mine-level', 3), words('mine-why')], { id: idOf(1) }),
    entryOn('2026-11-04', 'mine', [level('mine-level', 3), words('mine-why')], { id: idOf(2) }),
  ];
  for (const width of [40, 80]) {
    const lines = pageOf(entries, width, coloured, true).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  }
});
