import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { segmentFolder } from '../../../src/adapters/journal/segment-folder.ts';
import { segmentOfFolder, type WrittenSegment } from '../../../src/app/index/written-segment.ts';
import { indexPlace } from './index-places.ts';

const { encrypted, indexFolder } = indexPlace();

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** A month without files. */
function emptyMonth(month: number): WrittenSegment {
  const listing = { names: [], folders: [], stamp: new Float64Array(4) };
  return segmentOfFolder(`2026/${month}`, listing, new Float64Array(), []);
}

test.each([
  ['in clear', () => ({ folder: indexFolder(), madeFor: 'tests' })],
  ['encrypted', () => encrypted()],
])('the parts of one month were held until all months were written: %s', async (_case, place) => {
  let parts: WeakRef<WrittenSegment['parts']> | undefined;
  let held: boolean | undefined;
  async function* months(): AsyncGenerator<WrittenSegment> {
    const first = emptyMonth(1);
    parts = new WeakRef(first.parts);
    yield first;
  }
  async function* more(): AsyncGenerator<WrittenSegment> {
    yield* months();
    yield emptyMonth(2);
    await setImmediate();
    collect();
    held = parts?.deref() !== undefined;
  }
  const all = await segmentFolder(place()).update([], more());
  expect(held).toBe(false);
  expect(all.map(({ path }) => path)).toEqual(['2026/1', '2026/2']);
});
