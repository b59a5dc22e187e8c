import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';

const source = `bank: mine
list:
  - one
  - {key: two, other: three}
empty:
nested:
  deep: |
    text
`;

describe('places', () => {
  const { at, atKey, value, mistakes } = readYaml(source);

  test('the file is understood', () => {
    expect(mistakes).toEqual([]);
    expect(value).toEqual({
      bank: 'mine',
      list: ['one', { key: 'two', other: 'three' }],
      empty: null,
      nested: { deep: 'text\n' },
    });
  });

  test.each([
    { case: 'the whole', path: [], value: [1, 1], key: [1, 1] },
    { case: 'a value', path: ['bank'], value: [1, 7], key: [1, 1] },
    { case: 'an item of a list', path: ['list', 0], value: [3, 5], key: [3, 5] },
    { case: 'a key in a mapping on one line', path: ['list', 1, 'other'], value: [4, 23], key: [4, 16] },
    { case: 'a value that is not there', path: ['empty'], value: [5, 7], key: [5, 1] },
    { case: 'a block text', path: ['nested', 'deep'], value: [7, 9], key: [7, 3] },
    {
      case: 'a key that is missing: what is around it',
      path: ['nested', 'other'],
      value: [7, 3],
      key: [7, 3],
    },
    { case: 'an item that is missing', path: ['list', 7], value: [3, 3], key: [3, 3] },
    { case: 'below a text', path: ['bank', 'x', 'y'], value: [1, 7], key: [1, 7] },
  ])('$case', ({ path, value: [line, column], key: [keyLine, keyColumn] }) => {
    expect({ at: at(path), atKey: atKey(path) }).toEqual({
      at: { line, column },
      atKey: { line: keyLine, column: keyColumn },
    });
  });
});

describe('values', () => {
  test.each([
    {
      case: 'dates and yes are text',
      yaml: '[2026-11-22, yes, no, on]',
      is: ['2026-11-22', 'yes', 'no', 'on'],
    },
    { case: 'numbers', yaml: '[1, 0x10, -2.5, 012]', is: [1, 16, -2.5, 12] },
    { case: 'truths and nothing', yaml: '[true, false, null, ~]', is: [true, false, null, null] },
    { case: 'keys are text', yaml: '{2026: a, true: b, 1.0: c}', is: { 2026: 'a', true: 'b', '1.0': 'c' } },
    { case: 'control characters go', yaml: '"a\\e[31m\\0b\\r\\nc\\td"', is: 'ab\nc\td' },
  ])('$case', ({ yaml, is }) => expect(readYaml(yaml).value).toEqual(is));

  test('a key like __proto__ is a key like any other', () => {
    const { value } = readYaml('__proto__: {polluted: 1}\nconstructor: 2\n');
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  test('nothing at all is undefined and no mistake', () => {
    const { value, mistakes, at } = readYaml('# nothing yet\n');
    expect({ value, mistakes, at: at(['a']) }).toEqual({
      value: undefined,
      mistakes: [],
      at: { line: 1, column: 1 },
    });
  });
});

// Composed directly, some of these depths end the process instead of throwing: it would take all tests with it.
test.each([65, 900, 20_000])(
  '%i levels are refused, open or closed, in lists, mappings and keys',
  (depth) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{a: ', '}'],
      ['- ', ''],
      ['? ', ''],
      ['a: ', ''],
    ] as const) {
      const { value, mistakes } = readYaml(`${open.repeat(depth)}${close.repeat(depth)}`);
      expect(value).toBeUndefined();
      expect(mistakes[0]?.message).toBe('nested more than 64 levels deep');
    }
    expect(readYaml('['.repeat(depth)).mistakes[0]?.message).toBe('nested more than 64 levels deep');
  },
);

test('60 levels are read', () => {
  expect(readYaml(`${'['.repeat(60)}${']'.repeat(60)}`).mistakes).toEqual([]);
});
