import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseReadings } from '../../../src/formats/banks/readings-json.ts';

const shape = '{"title": "…", "by": "…", "line": "…"}';

test('the readings that come along', () => {
  const file = new URL('../../../prompts/texts/readings.json', import.meta.url);
  const readings = parseReadings(readFileSync(file, 'utf8'), 'readings.json');
  expect(readings.filter(({ from }) => from === 'articles').map(({ title }) => title)).toEqual([
    'Be Legendary (podcast)',
    'Leadership Without Easy Answers',
  ]);
  expect(readings).toHaveLength(17);
  expect(new Set(readings.map(({ from }) => from))).toEqual(new Set(['articles', 'added']));
});

test.each([
  { source: '[]', is: [] },
  { source: '\ufeff[{"title": "A", "by": "B", "line": "C"}]', is: [{ title: 'A', by: 'B', line: 'C' }] },
])('$source', ({ source, is }) => expect(parseReadings(source, 'mine.json')).toEqual(is));

describe('a list of one’s own that cannot be understood', () => {
  test.each([
    { source: '', is: 'these readings are not JSON' },
    { source: '- title: A', is: 'these readings are not JSON' },
    { source: '{"title": "A"}', is: `expected a list, [${shape}]` },
    { source: 'null', is: `expected a list, [${shape}]` },
    {
      source: '[{"title": "A", "by": "B", "line": "C"}, {"title": "A", "by": "B"}]',
      is: `reading 2: expected ${shape}`,
    },
    { source: '[{"title": "A", "by": 1950, "line": "C"}]', is: `reading 1: expected ${shape}` },
    { source: '[null]', is: `reading 1: expected ${shape}` },
    { source: '["A, by B"]', is: `reading 1: expected ${shape}` },
  ])('$source', ({ source, is }) => {
    expect(() => parseReadings(source, 'mine.json')).toThrow(`mine.json:1:1: ${is}`);
  });
});
