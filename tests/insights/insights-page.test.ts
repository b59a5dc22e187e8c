import { describe, expect, test } from 'vitest';
import { insightsPage } from '../../src/insights/insights-page.ts';
import { knowledgeOf } from '../../src/insights/bank-knowledge.ts';
import type { Answer, Feeling } from '../../src/domain/entry/answer.ts';
import { addDays, type Day } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { insightsOf } from '../../src/domain/record/insight.ts';
import { plainStyle, type Style } from '../../src/pages/text/style.ts';
import { entryOn, given, level, outcome, words } from '../domain/journals.ts';
import { bankNamed, TODAY } from '../domain/plans.ts';

/** A style that can be told from none, and leaves the width as it is. */
const coloured: Style = { ...plainStyle, accent: (text) => text.replaceAll('●', '◉') };

const knowledge = knowledgeOf([bankNamed('review')]);

function pageOf(entries: readonly Entry[], width = 80, style = plainStyle): string {
  const insights = insightsOf(entries, {}, knowledge, TODAY);
  return insightsPage(insights, ({ question }) => NAMES[question] ?? question, TODAY, { width, style });
}

const NAMES: Readonly<Record<string, string>> = {
  'checkin-trust': 'Trust',
  'checkin-responsibility': 'Room left to others',
};

const idOf = (number: number): string => String(number).padStart(10, '0');

function ratings(question: string, values: readonly (number | 'na')[]): readonly Entry[] {
  return values.map((value, at) => {
    const legend = value === 'na' ? 'We had no contact today' : '1 not at all, 5 fully';
    const answer: Answer = { question, asked: 'How far?', type: 'scale', value, legend, skip: null };
    return entryOn(addDays('2026-10-01', at), 'checkin', [answer], { id: idOf(at) });
  });
}

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

const several = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);
const fold = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('ratings', () => {
  test.each([
    { values: [3, 4], says: 'Trust: 3 (1 October), 4 (2 October).' },
    {
      values: [3, 4, 2, 5],
      says: 'Trust: 4 ratings from 2 to 5, middle value 3. Too few to tell a direction.',
    },
    {
      values: [2, 5, ...several(20, 3)],
      says: 'Trust: 22 ratings from 2 to 5, middle value 3. No clear change.',
    },
    {
      values: [...several(10, 3), ...several(10, 4)],
      says: 'Trust: 20 ratings from 3 to 4, middle value 3. The last ten are about a point higher than before. It may be a shift; you know better than the numbers.',
    },
    {
      values: [...several(10, 4), ...several(10, 2), 5],
      says: 'At 20 ratings, the last ten were about two points lower than before. It may be a shift;',
    },
    {
      values: ['na', 'na'] as const,
      says: 'Trust: no ratings. Counted apart, 2 times: We had no contact today.',
    },
    {
      values: [3, 'na'] as const,
      says: 'Trust: 3 (1 October). Counted apart, once: We had no contact today.',
    },
  ])('$values', ({ values, says }) => expect(fold(pageOf(ratings('checkin-trust', values)))).toContain(says));

  test('are dots on a wide screen with colours, and numbers otherwise', () => {
    const entries = ratings('checkin-trust', [3, 4, 2, 5]);
    const dots = '  5  ···◉\n  4  ·◉··\n  3  ◉···\n  2  ··◉·\n  1  ····\n';
    expect(pageOf(entries, 60, coloured)).toContain(dots);
    for (const plain of [pageOf(entries, 59, coloured), pageOf(entries, 80), pageOf(entries, 40)]) {
      expect(plain).toContain('\n  In order: 3 4 2 5\n');
      expect(plain).toMatch(/^[ -~\n]+$/);
    }
  });

  test('the ten that are compared stand a little apart', () => {
    const entries = ratings('checkin-trust', [...several(10, 3), ...several(12, 4)]);
    expect(pageOf(entries, 80, coloured)).toContain('  3  ◉◉◉◉◉◉◉◉◉◉ ·········· ··\n');
  });
});

test('guesses that rest were counted among the open ones', () => {
  const guess = (due: Day): Answer =>
    given('member-prediction', {
      type: 'prediction',
      value: { expect: 'Sun', sign: null, likelihood: 0.5, due, feeling: null },
    });
  const entries = [addDays(TODAY, -22), addDays(TODAY, -21), addDays(TODAY, 1)].map((due, at) =>
    entryOn('2026-09-01', 'member', [guess(due)], { id: idOf(at) }),
  );
  expect(fold(pageOf(entries))).toContain('Guesses 2 are open. 1 is resting.');
});

describe('guesses', () => {
  test('up to four are a list, without a score', () => {
    const text = pageOf(guesses([70, 80, 60, 90], 1, { feeling: 'feared' }));
    expect(text).toContain(`4 guesses closed:
  1 September, feared, 70 %: it happened.
    Rain 0
  2 September, feared, 80 %: it did not happen.
    Rain 1
`);
    expect(text).not.toContain('expected about');
  });

  test.each([
    {
      percents: [60, 70, 60, 70, 60, 70, 60, 70, 70],
      happened: 4,
      says: '9 guesses closed. You expected about 6 to happen; 4 did. A gap like this is common by chance. These guesses',
    },
    {
      percents: [70, 80, 60, 90, 50, 70, 60],
      happened: 2,
      says: '7 guesses closed. You expected about 5 to happen; 2 did. A gap like this is more than chance would usually give.',
    },
    {
      percents: several(5, 80),
      happened: 4,
      says: '5 guesses closed. You expected about 4 to happen; 4 did. These',
    },
    { percents: several(5, 20), happened: 0, says: 'You expected about 1 to happen; none did.' },
    {
      percents: several(10, 80),
      happened: 8,
      says: 'On average your numbers were better than saying 50 % each time; still few.',
    },
    {
      percents: several(19, 50),
      happened: 9,
      says: 'On average your numbers were as good as saying 50 % each time; still few.',
    },
    {
      percents: several(20, 80),
      happened: 10,
      says: 'On average your numbers were not as good as saying 50 % each time. 61 to 80 %: 10 of 20 happened. Such numbers leave anything from 33 to 67 % possible.',
    },
    {
      percents: several(40, 80),
      happened: 20,
      says: 'The first 20: you expected about 16, and it was 20; on average better than saying 50 % each time. The second 20: you expected about 16, and it was 0; on average not as good as saying 50 % each time. A difference between the two halves can be chance.',
    },
  ])('$happened of $percents.length', ({ percents, happened, says }) => {
    expect(fold(pageOf(guesses(percents, happened)))).toContain(says);
  });

  test('hoped and feared are told apart, once there are five', () => {
    const feared = guesses([70, 70, 60, 60, 70, 70], 1, { feeling: 'feared' });
    expect(fold(pageOf(feared))).toContain(
      'You feared 6 things, expecting about 4 of them. 1 happened. A gap like this is more than chance would usually give.',
    );
    const hoped = guesses(several(5, 60), 3, { feeling: 'hoped' });
    expect(fold(pageOf(hoped))).toContain('You hoped for 5 things, expecting about 3 of them. 3 happened.');
    const mixed = [...guesses(several(4, 60), 3), ...hoped.slice(8)];
    expect(fold(pageOf(mixed))).toContain('Hoped for: 1, feared: 0. Each is told apart from 5 on.');
  });

  test('the caveat stands once', () => {
    const text = fold(pageOf([...guesses(several(40, 60), 30, { feeling: 'feared' })]));
    expect(text.split('can be a success').length).toBe(2);
  });

  test('a bar shows how far the share may reach', () => {
    const text = pageOf(guesses(several(20, 70), 10), 80, coloured);
    expect(text).toContain(`    ${'·'.repeat(13)}${'━'.repeat(7)}◉${'━'.repeat(6)}·│${'·'.repeat(11)}\n`);
    expect(text).toContain('● happened, │ said on average');
  });

  test('those never put to the test are named', () => {
    const [guess] = guesses([70], 0, { expect: 'They will say no' });
    const review = entryOn('2026-09-20', 'review', [outcome(`${idOf(100)}/member-prediction`, 'untested')], {
      id: idOf(9),
    });
    const text = pageOf(guess ? [guess, review] : []);
    expect(text).toContain(
      '1 guess was never put to the test.\n  1 September, 70 %: never put to the test.\n    They will say no 0\n',
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
    expect(fold(pageOf(entries))).toContain(
      'Not counted: 1 partly so, 1 that nobody can tell, 1 written when the day had passed, 1 without a likelihood. 1 is resting. 1 September, 50 %: it happened. Sun',
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
    expect(text).toBe('Plans: 3 kept, 2 partly, 1 not yet, 1 let go.\n\nNothing stands out.\n');
  });

  test('guesses about oneself are apart, without a share at any number', () => {
    const few = pageOf(plans(0.8, ['kept']));
    expect(few).toContain('One guess closed:\n  1 September, 80 %: kept.\n    When it rains, I will stay.\n');
    const text = fold(pageOf(plans(0.7, [...several(12, 'kept'), ...several(8, 'not-yet')]), 80, coloured));
    expect(text).toContain(
      'Of 20 plans you had said how likely it was that you would do it. You expected to keep about 14; 12 were kept.',
    );
    expect(text).toContain('61 to 80 %: 12 of 20 were kept. Plans: 12 kept, 8 not yet.');
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
    `  What?\n    2 times, last 3 November and yesterday: coach journal --question mine-5\n    --about 'D'\\''s'\n`,
  );
  expect(text).toContain('\n  And 1 more.\n');
  expect(text).not.toContain('secret');
});

test('nothing stands out unless a rule fires', () => {
  expect(pageOf(ratings('checkin-trust', several(20, 3)))).toMatch(/\n\nNothing stands out\.\n$/);
  expect(pageOf(ratings('checkin-trust', [...several(10, 3), ...several(10, 4)]))).not.toContain(
    'Nothing stands',
  );
  expect(pageOf([])).toBe('');
});

test('no line is wider than the screen, at forty columns and at eighty', () => {
  const entries = [
    ...ratings('checkin-trust', [...several(10, 2), ...several(20, 4)]),
    ...guesses(several(40, 70), 20, {
      feeling: 'hoped',
      expect: 'A long sentence about what somebody will say',
    }),
    entryOn('2026-11-03', 'mine', [level('mine-level', 3), words('mine-why')], { id: idOf(1) }),
    entryOn('2026-11-04', 'mine', [level('mine-level', 3), words('mine-why')], { id: idOf(2) }),
  ];
  for (const width of [40, 80]) {
    const lines = pageOf(entries, width, coloured).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  }
});
