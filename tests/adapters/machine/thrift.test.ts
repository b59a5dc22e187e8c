// Code that is kept between starts is believed by V8 under the flags of the start alone, and so it is loaded in a long run, too.
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { beforeEach, expect, test } from 'vitest';
import { thrift, thriftyFlags } from '../../../src/adapters/machine/thrift.ts';

/** V8 compares the lengths of sources, so that another number makes another script of the same code. */
const sourceOf = (number: number): string => `(function () { return ${number} + 1; })`;

// Other tests of this process may have begun to hold less.
beforeEach(() => {
  for (const { usual } of thriftyFlags('files')) setFlagsFromString(usual);
  setFlagsFromString('--heap-growing-percent=0');
});

test('code that was kept at a start is believed after a run has begun to hold less', () => {
  const { begin, asAtStart } = thrift();
  const cachedData = new Script(sourceOf(1)).createCachedData();
  const isRejected = (number: number): boolean | undefined =>
    new Script(sourceOf(number), { cachedData }).cachedDataRejected;
  begin(0);
  begin(0);
  expect(isRejected(2)).toBe(true);
  expect(asAtStart(() => isRejected(3))).toBe(false);
  expect(isRejected(4)).toBe(true);
});

test.each([
  [0, 'entries'],
  [0, 'files'],
  [0, 'index'],
  [0, 'sealed'],
  [100_000, 'entries'],
] as const)(
  'code that is kept while a run holds %i of many %s is believed by the next start',
  (held, work) => {
    const { begin, asAtStart } = thrift();
    const script = new Script(sourceOf(5));
    begin(held, work);
    const cachedData = asAtStart(() => script.createCachedData());
    expect(asAtStart(() => new Script(sourceOf(6), { cachedData }).cachedDataRejected)).toBe(false);
  },
);
