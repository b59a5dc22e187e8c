import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { Day } from '../../src/domain/time/day.ts';
import { entryOn, level } from '../domain/journals.ts';
import { coloured, fold, idOf, pageOf, ratings, several } from './pages.ts';

describe('ratings', () => {
  test.each([
    { values: [3, 4], says: 'Trust: 3 (1 October), 4 (2 October). A direction is told from 30 on.' },
    {
      values: [3, 4, 2, 5],
      says: 'Trust: 4 ratings from 2 to 5, median 3. Too few to show a direction. Oct 3 4 2 5 A direction is told from 30 on.',
    },
    {
      values: [2, 5, ...several(28, 3)],
      says: 'Trust: 30 ratings from 2 to 5, median 3. The last ten are much like all before. Oct',
    },
    {
      values: several(32, 3),
      says: 'Trust: 32 ratings, all 3. At 30 ratings, on 30 October, the last ten were much like all before. Oct',
    },
    {
      values: [...several(20, 3), ...several(10, 4)],
      says: 'Trust: 30 ratings from 3 to 4, median 3. At 30 ratings, on 30 October, the last ten were higher than all before, by a point or more; it may have been a shift. Oct',
    },
    {
      // 1.5 points were "about two points".
      values: [...several(20, 3), ...several(5, 4), ...several(5, 5), 1],
      says: 'At 30 ratings, on 30 October, the last ten were higher than all before, by a point or more; it may have been a shift. Oct',
    },
    {
      values: ['na', 'na'] as const,
      says: 'Trust: no ratings. Not rated 2 times: We had no contact today.',
    },
    {
      values: [3, 'na'] as const,
      says: 'Trust: 3 (1 October). Not rated one time: We had no contact today.',
    },
  ])('$values', ({ values, says }) => expect(fold(pageOf(ratings('checkin-trust', values)))).toContain(says));

  test('a change that was told of was denied once the new level had lasted', () => {
    const values = [...several(20, 2), ...several(20, 3), ...several(10, 1)];
    const said = [30, 40, 50].map((count) => fold(pageOf(ratings('checkin-trust', values.slice(0, count)))));
    const higher = 'the last ten were higher than all before, by a point or more; it may have been a shift.';
    expect(said[0]).toContain(`At 30 ratings, on 30 October, ${higher} Oct`);
    expect(said[1]).toContain(
      `At 30 ratings, on 30 October, ${higher} The last ten are much like all before.`,
    );
    expect(said[2]).toContain(
      `At 30 ratings, on 30 October, ${higher} At 50 ratings, on 19 November, the last ten were lower than`,
    );
    const twice = [...several(20, 1), ...several(20, 4)];
    expect(fold(pageOf(ratings('checkin-trust', twice)))).toContain(
      `At 30 ratings, on 30 October, and at 40, on 9 November, ${higher}`,
    );
  });

  test('the looks were told by what they found, so that an old "lower" came after the latest "higher"', () => {
    const values = [...several(20, 2), ...several(10, 4), ...several(20, 1), ...several(10, 5)];
    const told = fold(pageOf(ratings('checkin-trust', values))).match(/At \d+ ratings|higher|lower/g);
    expect(told).toEqual(['At 30 ratings', 'higher', 'At 40 ratings', 'lower', 'At 60 ratings', 'higher']);
  });

  test('about several names are listed together, and compared name by name', () => {
    const mixed = [
      ...ratings('checkin-trust', several(20, 4), 'D.'),
      ...ratings('checkin-trust', several(12, 2), 'K.').map((entry, at) => ({ ...entry, id: idOf(50 + at) })),
    ];
    expect(fold(pageOf(mixed))).toContain(
      'Trust: 32 ratings from 2 to 4, median 4: 20 about D. and 12 about K. Too few to show a direction.',
    );
    expect(fold(pageOf(mixed))).toContain('A direction is told from 30 on, for each name by itself.');
    const enough = [
      ...ratings('checkin-trust', [...several(20, 4), ...several(10, 3)], 'D.'),
      ...ratings('checkin-trust', several(2, 1)).map((entry, at) => ({ ...entry, id: idOf(50 + at) })),
    ];
    expect(fold(pageOf(enough))).toContain(
      '32 ratings from 1 to 4, median 4: 30 about D. and 2 without a name. About D.: at 30 ratings, on 30 October, the last ten were lower',
    );
    const few = [
      ...ratings('checkin-trust', [2], 'D.'),
      ...ratings('checkin-trust', [4, 5], 'K.').map((entry, at) => ({ ...entry, id: idOf(50 + at) })),
    ];
    expect(pageOf(few)).toContain('Trust: about K. 4 (1 October), 5 (2 October); about D. 2 (1 October).\n');
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
    const entries = ratings('checkin-trust', [3, 4, 2, 5]);
    const dots = '  5  ···◉\n  4  ·◉··\n  3  ◉···\n  2  ··◉·\n  1  ····\n';
    expect(pageOf(entries, 60, coloured)).toContain(dots);
    for (const plain of [pageOf(entries, 59, coloured), pageOf(entries, 80), pageOf(entries, 40)]) {
      expect(plain).toContain('\n  Oct  3 4 2 5\n');
      expect(plain).toMatch(/^[ -~\n]+$/);
    }
    const long = pageOf(ratings('checkin-trust', several(62, 3)), 40);
    expect(long).toContain(
      `  The latest 60:\n  Oct  ${'3 '.repeat(16)}3\n       ${'3 '.repeat(11)}3\n  Nov  ${'3 '.repeat(16)}3\n`,
    );
  });

  test('the ten that were compared stand a little apart', () => {
    const entries = ratings('checkin-trust', [...several(20, 3), ...several(12, 4)]);
    expect(pageOf(entries, 80, coloured)).toContain(`  3  ${'◉'.repeat(20)} ·········· ··\n`);
  });
});
