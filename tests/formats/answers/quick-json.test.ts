import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuickJson } from '../../../src/formats/answers/answers-file.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { hostileText } from '../entry/entry-arbitrary.ts';

test.each([
  { source: '{"mine-scale": 4}', is: { 'mine-scale': 4 } },
  { source: ' \n{"a": {"b": [1, {"c": null}]}}\n', is: { a: { b: [1, { c: null }] } } },
  { source: '{"a": "he said \\"ok\\": fine", "b": "\\\\"}', is: { a: 'he said "ok": fine', b: '\\' } },
  { source: '{"a": "one\\r\\ntwo\\u001b[31m"}', is: { a: 'one\ntwo' } },
])('$source', ({ source, is }) => expect(readQuickJson(source)?.value).toEqual(is));

test.each([
  '{"a": 1, "a": 2}',
  '{"a": {"b": 1, "b": 1}}',
  '{"a": 1, "\\u0061": 2}',
  '{"a": [{"b": 1}, {"b": 1, "c": 2, "b": 3}]}',
  '[1]',
  '"text"',
  '4',
  'null',
  '{"a": 1',
  'a: 1',
  '',
  '\ufeff{"a": 1}',
])('needs a real reader: %s', (source) => expect(readQuickJson(source)).toBeUndefined());

test('is what the YAML reader gives', () => {
  const key = fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'constructor', '1', ''),
    fc.string({ maxLength: 3 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('list'), tie('mapping')),
    leaf: fc
      .oneof(
        hostileText,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      )
      .map(jsonText),
    list: fc.array(tie('tree'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    mapping: fc
      .array(fc.tuple(key.map(jsonText), tie('tree')), { maxLength: 4 })
      .map((pairs) => `{${pairs.map(([name, value]) => `${name}:${String(value)}`).join(',\n')}}`),
  }));
  fc.assert(
    fc.property(tree, (source) => {
      const quick = readQuickJson(String(source));
      const slow = readYaml(String(source));
      expect(quick ? [quick.value, []] : []).toEqual(quick ? [slow.value, slow.mistakes] : []);
    }),
  );
});

test('reads every object in which no key stands twice', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(readQuickJson(JSON.stringify(value))).toBeDefined();
    }),
  );
});

function jsonText(value: unknown): string {
  return JSON.stringify(value);
}
