import { expect, test } from 'vitest';
import { namesIn, openSwaps } from '../../src/doctor/world/open-swaps.ts';

test('the table of the system is read, whatever its names are', () => {
  const table =
    'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/dev/sda2                               partition\t8388604\t\t0\t\t-2\n/swap\\040file file 1 0 -3\n';
  expect(namesIn(table)).toEqual(['/dev/sda2', '/swap file']);
  expect(namesIn('')).toEqual([]);
});

test('no swap in memory is named', () => {
  expect(openSwaps().filter((name) => name.startsWith('/dev/zram'))).toEqual([]);
});
