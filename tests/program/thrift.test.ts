// Code that is kept between starts is believed by V8 under the flags of the start alone, and so it is loaded in a long run, too.
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { thrift } from '../../src/program/thrift.ts';

/** V8 compares the lengths of sources, so that another number makes another script of the same code. */
const sourceOf = (number: number): string => `(function () { return ${number} + 1; })`;

test('code that was kept at a start is believed after a run has begun to hold less', () => {
  const { begin, asAtStart } = thrift();
  const cachedData = new Script(sourceOf(1)).createCachedData();
  const isRejected = (number: number): boolean | undefined =>
    new Script(sourceOf(number), { cachedData }).cachedDataRejected;
  begin();
  begin();
  expect(isRejected(2)).toBe(true);
  expect(asAtStart(() => isRejected(3))).toBe(false);
  expect(isRejected(4)).toBe(true);
});

test('code that is kept after a run has begun to hold less is believed by the next start', () => {
  const { begin, asAtStart } = thrift();
  const script = new Script(sourceOf(5));
  begin();
  const cachedData = asAtStart(() => script.createCachedData());
  expect(asAtStart(() => new Script(sourceOf(6), { cachedData }).cachedDataRejected)).toBe(false);
});
