// The files that an import holds come back as they were, wherever they lie in the memory that they share.
import { expect, test } from 'vitest';
import { entryPath } from '../../src/domain/entry/entry.ts';
import { heldFiles } from '../../src/import/held/held-files.ts';
import { packing } from '../../src/import/world/packing.ts';
import { entry } from '../house/example-values/core.ts';

const decoder = new TextDecoder();

test('texts of any length and of any letters come back byte for byte, in their order', () => {
  const texts = ['', 'It rained.', 'ü€😀'.repeat(1000), 'a'.repeat(2 ** 19), 'é'.repeat(2 ** 17), 'last'];
  const held = heldFiles(Infinity, packing);
  const ids = texts.map((_, at) => `k3x8m2p9q${at}`);
  for (const [at, text] of texts.entries()) held.add({ ...entry, id: ids[at] ?? '' }, text);
  expect(held.size).toBe(texts.length);
  const expected = texts.map((text, at) => {
    const id = ids[at] ?? '';
    return [id, entryPath({ ...entry, id }), text];
  });
  const all = (): readonly unknown[] =>
    Array.from(held, ([id, file]) => [id, file?.path, decoder.decode(file?.bytes)]);
  expect(all()).toEqual(expected);
  expect(all()).toEqual(expected);
});

test('where there is no room any more, ids alone are held', () => {
  const held = heldFiles(1, packing);
  for (const id of ['k3x8m2p9qa', 'k3x8m2p9qb']) held.add({ ...entry, id }, 'It rained.');
  expect(Array.from(held, ([id, file]) => [id, file?.bytes.length])).toEqual([
    ['k3x8m2p9qa', 10],
    ['k3x8m2p9qb', undefined],
  ]);
});
