import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationOf, type ScoredGuess, tallyOf } from '../../../src/domain/record/calibration.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import { binBar, movedBar, tallyBar } from '../../../src/pages/text/bars.ts';
import { drawingOn, signsOf } from '../../../src/pages/text/drawing.ts';
import { guessLines } from '../../../src/pages/text/guess-plot.ts';
import { dotLines, rowsOfScale, stemLines } from '../../../src/pages/text/plot.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { timeColumns } from '../../../src/pages/text/time-columns.ts';

const TODAY = '2026-11-22';
const guess = fc.record({
  likelihood: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  happened: fc.boolean(),
});
const count = (text: string, sign: string): number => text.split(sign).length - 1;

describe('pictures are drawn', () => {
  const colours = { ...plainStyle, accent: (text: string) => `<${text}>` };
  test.each([
    { case: 'on a wide screen with colours', is: 'fine' },
    { case: 'at 59 columns', width: 59, is: 'ascii' },
    { case: 'without colours', style: plainStyle, is: 'ascii' },
    { case: 'where the screen is read aloud', isReadAloud: true, is: 'none' },
    { case: 'where it says its letters', env: { LANG: 'de_DE.UTF-8' }, is: 'fine' },
    { case: 'where it says them otherwise', env: { LC_CTYPE: 'en_US.utf8', LANG: 'C' }, is: 'fine' },
    { case: 'where nothing is set', env: { LANG: 'C' }, is: 'fine' },
    { case: 'in Japanese', env: { LANG: 'ja_JP.UTF-8' }, is: 'ascii' },
    { case: 'in Chinese', env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, is: 'ascii' },
    { case: 'in Korean', env: { LC_CTYPE: 'ko' }, is: 'ascii' },
    { case: 'in Konkani', env: { LANG: 'kok_IN.UTF-8' }, is: 'fine' },
    { case: 'with letters of long ago', env: { LANG: 'de_DE.ISO-8859-1' }, is: 'ascii' },
    { case: 'on the console of Linux', env: { TERM: 'linux' }, is: 'ascii' },
  ])('$case: $is', ({ width = 80, style = colours, env = {}, isReadAloud = false, is }) => {
    expect(drawingOn({ width, style }, env, isReadAloud)).toBe(is);
  });
});

describe('a law of ratings', () => {
  const rated = fc
    .array(
      fc.record({
        after: fc.nat({ max: 2000 }),
        value: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('-' as const)),
      }),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((given) => given.toSorted((one, other) => one.after - other.after))
    .map((given) => given.map(({ after, value }) => ({ day: addDays('2021-02-03', after), value })));
  const split = (given: readonly { day: string; value: number | '-' }[]) => ({
    ratings: given.flatMap(({ day, value }) => (value === '-' ? [] : [{ day, value }])),
    absentOn: given.flatMap(({ day, value }) => (value === '-' ? [day] : [])),
  });

  test('each dot is a rating on its day, each row ends with how many are in it', () => {
    fc.assert(
      fc.property(rated, (given) => {
        const own = split(given);
        const columns = timeColumns(given[0]?.day ?? '', given.at(-1)?.day ?? '', 70, TODAY);
        const lines = dotLines(own, rowsOfScale([], undefined) ?? [], columns, plainStyle);
        for (const line of lines.filter((one) => /^[-\d] /.test(one))) {
          const [, row, cells = '', total] = /^(\S) {2}(\S+) +(\d+)$/.exec(line) ?? [];
          const days = given
            .filter(({ value }) => String(value) === row)
            .map(({ day }) => columns.columnOf(day));
          expect(Number(total)).toBe(days.length);
          expect(cells).toHaveLength(columns.count);
          for (const [at, cell] of Array.from(cells).entries()) {
            const here = days.filter((column) => column === at).length;
            expect(cell).toBe(here === 0 ? '·' : here === 1 ? '●' : here < 10 ? String(here) : '+');
          }
        }
      }),
    );
  });

  test('numbers month by month are all of them, in order, and fit', () => {
    fc.assert(
      fc.property(rated, fc.integer({ min: 20, max: 84 }), (given, width) => {
        const lines = stemLines(split(given), TODAY, width);
        const values = lines.flatMap(
          (line) => line.replace(/^[A-Z]\w+(?: \d{4})? /, '').match(/[-\d]/g) ?? [],
        );
        expect(values.toSorted()).toEqual(given.map(({ value }) => String(value)).toSorted());
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('a scale of too many steps has no rows', () => {
    expect(rowsOfScale([3, 7], { min: 0, max: 10 })).toHaveLength(11);
    expect(rowsOfScale([3, 7], { min: 0, max: 100 })).toBeUndefined();
  });
});

describe('a law of guesses', () => {
  test('each is one dot, above the line where it happened and below it where it did not; or one word', () => {
    fc.assert(
      fc.property(fc.array(guess, { minLength: 1, maxLength: 60 }), (guesses) => {
        const happened = guesses.filter((one) => one.happened).length;
        const drawn = guessLines(guesses, 78, 'fine', plainStyle).join('\n');
        const words = guessLines(guesses, 38, 'ascii', plainStyle).join('\n');
        const counts = [happened, guesses.length - happened];
        expect([count(words, 'yes'), count(words, 'no')]).toEqual(counts);
        const [above = '', below] = drawn.split('┼─────────┼─────────┼─────────┼─────────┼');
        expect(
          below === undefined
            ? [count(above, 'yes'), count(above, 'no')]
            : [count(above, '●') - count(above, '○'), count(below, '○') - count(below, '●')],
        ).toEqual(counts);
        expect(Math.max(...words.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(38);
      }),
    );
  });

  test('each stands at its likelihood', () => {
    const one = (likelihood: number): ScoredGuess => ({ likelihood, happened: true });
    expect(guessLines([one(0), one(0.5), one(0.95), one(1)], 78, 'fine', plainStyle)).toEqual([
      'happened 4   ●                   ●                 ● ●',
      '             ┼─────────┼─────────┼─────────┼─────────┼',
      'did not 0',
      '             0%       25%       50%       75%      100%',
    ]);
  });

  test('more than eight above each other are told in words', () => {
    const nine = Array.from({ length: 9 }, () => ({ likelihood: 0.7, happened: true }));
    expect(guessLines(nine, 78, 'fine', plainStyle)).toEqual([
      `70%${'  yes'.slice(0, 5)}${' yes'.repeat(8)}`,
    ]);
  });

  test('hundreds of the same likelihood are counted, where they once filled the screen with yes and no', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ likelihood: 0.7, happened: at % 3 > 0 }));
    const one = { likelihood: 0.05, happened: false };
    expect(guessLines([one, ...many], 38, 'ascii', plainStyle)).toEqual([
      ' 5%  0 of 1 happened',
      '70%  200 of 300 happened',
    ]);
  });
});

describe('a law of bars', () => {
  const signs = signsOf('fine');

  test('what happened touches the bar of the usual numbers just where it is one of them', () => {
    fc.assert(
      fc.property(fc.array(guess, { minLength: 5, maxLength: 19 }), (guesses) => {
        const tally = tallyOf(guesses);
        const bar = tallyBar({ ...tally, expected: -1 }, signs, plainStyle);
        const dot = bar.indexOf('●');
        const isUsual = tally.actual >= tally.usual.fewest && tally.actual <= tally.usual.most;
        const touches = !bar.includes('━') || bar[dot - 1] === '━' || bar[dot + 1] === '━';
        expect(touches).toBe(isUsual);
        expect(bar).toHaveLength(40);
      }),
    );
  });

  test('bars are as wide in each form, and hold what they are about', () => {
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(share, share, fc.constantFrom('fine', 'ascii'), (before, after, drawing) => {
        const { columns, seen, before: then } = signsOf(drawing);
        const bar = movedBar({ before, after }, signsOf(drawing), plainStyle);
        expect(bar).toHaveLength(columns);
        expect(count(bar, seen)).toBe(1);
        expect(count(bar, then)).toBeLessThanOrEqual(1);
        expect(!bar.includes(then) || bar.indexOf(then) < bar.indexOf(seen) === before < after).toBe(true);
      }),
    );
  });

  test('a range of likelihoods is a bar from 0 to 100 percent', () => {
    const [bin] =
      calibrationOf(Array.from({ length: 20 }, (_, at) => ({ likelihood: 0.7, happened: at < 10 }))).bins ??
      [];
    expect(bin && binBar(bin, signs, plainStyle)).toBe(
      `${'·'.repeat(13)}${'━'.repeat(7)}●${'━'.repeat(6)}·│${'·'.repeat(11)}`,
    );
  });
});
