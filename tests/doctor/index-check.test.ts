import { expect, test } from 'vitest';
import { keptStamps } from '../../src/app/journal/kept-stamps.ts';
import { indexCheck } from '../../src/doctor/index-check.ts';
import type { OpenIndex } from '../../src/doctor/inspection.ts';

test('an index lagged behind for ever where a file cannot be read', () => {
  const index: OpenIndex = {
    folders: [''],
    files: () =>
      new Map([['a.md', { stamp: keptStamps([undefined], 0), kept: { kind: 'mistaken', mistakes: [] } }]]),
    fileOf: () => '/cache/index',
  };
  const check = indexCheck(index, '/cache/index');
  check.folder('');
  check.file('a.md', 'a.md', undefined, { kind: 'unread' });
  expect(check.end()).toEqual([]);
});
