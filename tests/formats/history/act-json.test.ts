import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NewerAct, parseAct, printAct } from '../../../src/formats/history/act-json.ts';
import { actEpoch, actId, actName, readActName } from '../../../src/formats/history/act-name.ts';
import { ACT_KINDS } from '../../../src/domain/history/act.ts';

const HASH = '0123456789abcdef'.repeat(2);
const AT = '2026-11-22T09:14:05+01:00';

const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const path = fc
  .array(fc.stringMatching(/^[^./\0\\][^/\0\\]{0,20}$/), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join('/')}.md`);
const change = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), path, was: hash, is: hash }),
  fc.record({ kind: fc.constant('move' as const), from: path, to: path, hash }),
  fc.record({ kind: fc.constant('add' as const), path, hash }),
);

test('an act that is written down is read again as it was', () => {
  fc.assert(
    fc.property(fc.array(change), fc.option(fc.string(), { nil: undefined }), (changes, of) => {
      const act = { at: AT, changes, ...(of !== undefined && { of }) };
      expect(parseAct(printAct(act), 'act.json')).toEqual(act);
    }),
  );
});

test('the name of an act tells which it is', () => {
  const epochs = fc.integer({ min: 0, max: Date.UTC(9999, 0, 1) });
  fc.assert(
    fc.property(
      epochs,
      fc.constantFrom(...ACT_KINDS),
      fc.integer({ min: 1, max: 999_999 }),
      (epoch, kind, part) => {
        const name = { id: actId(epoch, '4f1c09ab'), machine: '4f1c09ab', kind, part };
        expect(readActName(actName(name))).toEqual(name);
        expect(actEpoch(name.id)).toBe(epoch);
      },
    ),
  );
});

test.each([
  'shopping.json',
  '20261122T081405.000Z-4f1c09ab.json',
  '20261122T081405.000Z-4f1c09ab-dance.json',
  '20269922T081405.000Z-4f1c09ab-edit.json',
  '.20261122T081405.000Z-4f1c09ab-edit.json.coach-4711',
  '20261122T081405.000Z-4f1c09ab-edit (conflicted copy).json',
])('%s is no act', (name) => {
  expect(readActName(name)).toBeUndefined();
});

const withPath = (path: string): string =>
  JSON.stringify({ format: 1, at: AT, changes: [{ kind: 'add', path, hash: HASH }] });

test.each([
  '',
  '{"format":1,"at":"2026-11-22T09:14:05+01:00","chan',
  '[]',
  '{"format":"1"}',
  '{"format":1,"at":"never","changes":[]}',
  `{"format":1,"at":"${AT}","changes":[{"kind":"add","path":"a.md","hash":"short"}]}`,
  `{"format":1,"at":"${AT}","changes":[{"kind":"dance","path":"a.md","hash":"${HASH}"}]}`,
  `{"format":1,"at":"${AT}","changes":[{"kind":"move","from":"a.md","hash":"${HASH}"}]}`,
  ...['../a.md', '/etc/a.md', 'x/../../a.md', '.history/acts/a.md', 'a.txt', '', 'a\\..\\..\\b.md'].map(
    withPath,
  ),
])('damage is named: %s', (text) => {
  expect(() => parseAct(text, '.history/acts/x.json')).toThrow(
    '.history/acts/x.json:1:1: expected what coach wrote down',
  );
});

test('the act of a newer coach is refused by its name', () => {
  expect(() => parseAct('{"format":2,"changes":"new"}', 'x.json')).toThrow(NewerAct);
});
