import { expect, test } from 'vitest';
import { tallyLines } from '../../src/insights/tally-lines.ts';
import { plainStyle } from '../../src/pages/text/style.ts';

test('a bar and numbers of three digits were wider than a screen of 40 columns', () => {
  const page = { width: 40, style: plainStyle, drawing: 'ascii' } as const;
  const of = (fewest: number, most: number): readonly string[] =>
    tallyLines(
      { count: 150, expected: 109, actual: 110, chance: 0.9, usual: { fewest, most } },
      'Of 150.',
      page,
    );
  expect(
    of(90, 118)
      .slice(1)
      .map((line) => line.length),
  ).toEqual([40]);
  expect(of(100, 118).slice(2)).toEqual(['  usual: 100 to 118']);
});
