import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { Day } from '../../src/domain/time/day.ts';
import { entryOn, level } from '../domain/journals.ts';
import { coloured, fold, idOf, pageOf, ratings, several } from './pages.ts';

describe('ratings', () => {
  test.each([
    {
      values: [3, 4],
      says: 'Trust: 3 (1 October), 4 (2 October). A trend is shown once there are 30 ratings.',
    },
    {
      values: [3, 4, 2, 5],
      says: 'Trust: 4 ratings from 2 to 5, median 3. Too few to show a trend. Oct 3 4 2 5 A trend is shown once there are 30 ratings.',
    },
    {
      values: [2, 5, ...several(28, 3)],
      says: 'Trust: 30 ratings from 2 to 5, median 3. The last ten are much like all the earlier ones. Oct',
    },
    {
      values: several(32, 3),
      says: 'Trust: 32 ratings, all 3. After 30 ratings, on 30 October, the last ten were much like all the earlier ones. Oct',
    },
    {
      values: [...several(20, 3), ...several(10, 4)],
      says: 'Trust: 30 ratings from 3 to 4, median 3. After 30 ratings, on 30 October, the last ten were higher than all the earlier ones, by a point or more; something may have shifted. Oct',
    },
    {
      // 1.5 points were "about two points".
      values: [...several(20, 3), ...several(5, 4), ...several(5, 5), 1],
      says: 'After 30 ratings, on 30 October, the last ten were higher than all the earlier ones, by a point or more; something may have shifted. Oct',
    },
    {
      values: ['na', 'na'] as const,
      says: 'Trust: no ratings. Left unrated twice: We had no contact today.',
    },
    {
      values: [3, 'na'] as const,
      says: 'Trust: 3 (1 October). Left unrated once: We had no contact today.',
    },
  ])('$values', ({ values, says }) => expect(fold(pageOf(ratings('checkin-trust', values)))).toContain(says));

  test('a change that was told of was denied once the new level had lasted', () => {
    const values = [...several(20, 2), ...several(20, 3), ...several(10, 1)];
    const said = [30, 40, 50].map((count) => fold(pageOf(ratings('checkin-trust', values.slice(0, count)))));
    const higher =
      'the last ten were higher than all the earlier ones, by a point or more; something may have shifted.';
    expect(said[0]).toContain(`After 30 ratings, on 30 October, ${higher} Oct`);
    expect(said[1]).toContain(
      `After 30 ratings, on 30 October, ${higher} The last ten are much like all the earlier ones.`,
    );
    expect(said[2]).toContain(
      `After 30 ratings, on 30 October, ${higher} After 50 ratings, on 19 November, the last ten were lower than`,
    );
    const twice = [...several(20, 1), ...several(20, 4)];
    expect(fold(pageOf(ratings('checkin-trust', twice)))).toContain(
      `After 30 ratings, on 30 October, and at 40, on 9 November, ${higher}`,
    );
  });

  test('the looks were told by what they found, so that an old "lower" came after the latest "higher"', () => {
    const values = [...several(20, 2), ...several(10, 4), ...several(20, 1), ...several(10, 5)];
    const told = fold(pageOf(ratings('checkin-trust', values))).match(/After \d+ ratings|higher|lower/g);
    expect(told).toEqual([
      'After 30 ratings',
      'higher',
      'After 40 ratings',
      'lower',
      'After 60 ratings',
      'higher',
    ]);
  });

  const with50 = (entries: readonly Entry[]): readonly Entry[] =>
    entries.map((entry, at) => ({ ...entry, id: idOf(50 + at) }));

  test('about several names were one mixture', () => {
    const mixed = [
      ...ratings('checkin-trust', [...several(19, 4), 3, 'na'], 'D.'),
      ...with50(ratings('checkin-trust', several(12, 2), 'K.')),
    ];
    const text = fold(pageOf(mixed));
    expect(text).toContain(
      'Trust, about D.: 20 ratings from 3 to 4, median 4. Too few to show a trend. Left unrated once: We had no contact today. Oct 4',
    );
    expect(text).toContain(' Trust, about K.: 12 ratings, all 2. Too few to show a trend. Oct 2 2');
    expect(text).toContain('A trend is shown once there are 30 ratings under one name.');
    const enough = fold(
      pageOf([
        ...ratings('checkin-trust', [...several(20, 4), ...several(10, 3)], 'D.'),
        ...with50(ratings('checkin-trust', several(2, 1))),
      ]),
    );
    expect(enough).toContain(
      'Trust, about D.: 30 ratings from 3 to 4, median 4. After 30 ratings, on 30 October,',
    );
    expect(enough).toContain('Trust, without a name: 1 (1 October), 1 (2 October).');
  });

  test('bore no name where another scale was about somebody else', () => {
    const two = [
      ...ratings('checkin-trust', [3], 'D.'),
      ...with50(ratings('gone-room', [4], 'K.')),
      entryOn('2026-10-03', 'checkin', [level('checkin-load', 2)], { id: idOf(90) }),
    ];
    const lines = (entries: readonly Entry[]): readonly string[] => pageOf(entries).split('\n').slice(1, 4);
    expect(lines(two)).toEqual([
      'How manageable the load was: 2 (3 October).',
      'Trust, about D.: 3 (1 October).',
      'gone-room, about K.: 4 (1 October).',
    ]);
    expect(pageOf(two, 80, undefined, true)).toContain('How far? (about K.): 4 (1 October).');
    expect(lines(two.map((entry) => ({ ...entry, about: 'D.' })))).toContain('Trust: 3 (1 October).');
  });

  test('a number that was not on the scale made the plot nine hundred rows high', () => {
    const entries = ratings('checkin-trust', [3, 4, 2, 5, 900]);
    const bare = entries.map((entry) => ({
      ...entry,
      answers: entry.answers.map((answer) => level(answer.question, Number(answer.value))),
    }));
    for (const given of [entries, bare]) {
      const text = pageOf(given, 60, coloured);
      expect(fold(text)).toContain(
        'Trust: 4 ratings from 2 to 5, median 3. Too few to show a trend. Not counted: 1 rating not on the scale; coach doctor --verbose shows where. 5',
      );
      expect(text).not.toContain('900');
    }
    const unknown = bare.map((entry) => ({
      ...entry,
      answers: entry.answers.map((answer) => ({ ...answer, question: 'gone-trust' })),
    }));
    expect(pageOf(unknown, 60, coloured)).toContain('\n  Oct  3 4 2 5 900\n');
  });

  test('of the start and the end of a challenge stood far apart', () => {
    const rated = (day: Day, ...questions: readonly string[]): Entry =>
      entryOn(
        day,
        'challenge',
        questions.map((question) => level(question, 3)),
        { id: day.replaceAll('-', '0') },
      );
    const text = pageOf([
      rated('2026-06-01', 'challenge-baseline-trust', 'challenge-baseline-room'),
      rated('2026-07-27', 'carry-trust', 'carry-room'),
    ]);
    expect(text.split('\n').slice(1, 5)).toEqual([
      'Room to decide, at the start: 3 (1 June).',
      'Room to decide, at the end: 3 (27 July).',
      'Counting on each other, at the start: 3 (1 June).',
      'Counting on each other, at the end: 3 (27 July).',
    ]);
  });

  test('are dots on a wide screen with colours, and otherwise numbers, a line a month', () => {
    const entries = ratings('checkin-trust', [3, 4, 'na', 2, 5]);
    const dots =
      '  5  ····◉    1\n  4  ·◉···    1\n  3  ◉····    1\n  2  ···◉·    1\n  1  ·····    0\n  -  ··◉··    1\n';
    expect(pageOf(entries, 60, coloured)).toContain(
      `${dots}         5 Oct\nEach column is a day; a digit in it is that many ratings, +`,
    );
    for (const plain of [pageOf(entries, 59, coloured), pageOf(entries, 80), pageOf(entries, 40)]) {
      expect(plain).toContain('\n  Oct  3 4 - 2 5\n');
      expect(plain).toMatch(/^[ -~\n]+$/);
    }
    const long = pageOf(ratings('checkin-trust', several(262, 3)), 40);
    expect(long).toContain(
      `  The latest 260:\n  Oct       ${'3 '.repeat(13)}3\n            ${'3 '.repeat(13)}3\n            3\n`,
    );
  });

  test('of all names and scales stand above each other by days', () => {
    const later = ratings('checkin-load', several(5, 4), 'K.').map((entry, at) => ({
      ...entry,
      id: idOf(50 + at),
      day: `2026-11-0${at + 1}`,
    }));
    const text = pageOf([...ratings('checkin-trust', several(5, 4), 'D.'), ...later], 80, coloured);
    const [second, first] = text.split('\n').filter((line) => line.startsWith('  4  '));
    expect(first).toBe(`  4  ${'◉'.repeat(5)}${'·'.repeat(31)}    5`);
    expect(second).toBe(`  4  ${'·'.repeat(31)}${'◉'.repeat(5)}    5`);
  });

  test('on a scale from 1 to 10 the rows above the highest rating were missing', () => {
    const entries = ratings('own-ease', [3, 4, 2, 5]).map((entry) => ({
      ...entry,
      answers: entry.answers.map((answer) => ({ ...answer, legend: '1 hard, 10 easy' })),
    }));
    const text = pageOf(entries, 80, coloured);
    expect(text).toContain('  10  ····    0\n   9  ····    0\n');
  });
});
