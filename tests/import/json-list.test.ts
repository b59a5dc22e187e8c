import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listItems } from '../../src/import/json-list.ts';

/** The values of the items of a list. @throws SyntaxError where one is no JSON. */
function itemsOf(text: string): readonly unknown[] {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  return Array.from(listItems(lines), (item): unknown => JSON.parse(item.text));
}

function valueOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error;
  }
}

test.each([
  ['[]', []],
  ['[\n]\n', []],
  ['[\n  {\n    "a": "]},\\"{["\n  },\n  2, [3,\n4]\n]\n', [{ a: ']},"{[' }, 2, [3, 4]]],
])('%j', (text, items) => expect(itemsOf(text)).toEqual(items));

test.each([
  '',
  '[',
  '[1',
  '[1,',
  '[1,]',
  '[,1]',
  '[,]',
  '[1][2]',
  '[1]\n2',
  '[}[1]',
  '[{]}',
  '["a\n"]',
  '[1] ]',
])('%j is no list', (text) => expect(() => itemsOf(text)).toThrow(SyntaxError));

test('tells the line on which an item begins', () => {
  const lines = ['[', '  1,', '  [', '  2],', '', '3]'].map((text, index) => ({ number: index + 1, text }));
  expect(Array.from(listItems(lines), ({ line }) => line)).toEqual([1, 2, 4]);
});

test('a list says what it says as a whole, also where something of it is lost or added', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }),
      fc.constantFrom(undefined, 1, 2),
      fc.option(
        fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom('', ',', ']', '[', '}', '{', '"', '\\', '\n', '1')),
      ),
      (list, indent, change) => {
        const whole = JSON.stringify(list, undefined, indent);
        const at = (change?.[0] ?? 0) % whole.length;
        const text = change
          ? `[${whole.slice(1).slice(0, at)}${change[2]}${whole.slice(1).slice(at + change[1])}`
          : whole;
        const expected = valueOf((): unknown => JSON.parse(text));
        expect(valueOf(() => itemsOf(text))).toEqual(expected);
      },
    ),
    { numRuns: 3000 },
  );
});
