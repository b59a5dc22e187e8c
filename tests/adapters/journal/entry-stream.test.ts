import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { words } from '../../domain/journals.ts';
import { drained, indexPlace, named, paths, search } from './index-places.ts';

const { inJournal, scan, indexes, put, rewrite } = indexPlace();

describe.each(indexes)('a stream of %s', (_name, open) => {
  test('takes the next one where the first of two that were the same went away', async () => {
    const own = put({ id: named(1) });
    put({ id: named(1) }, 'a copy.md');
    const stream = await scan().stream({});
    expect(stream.most).toBe(1);
    rmSync(inJournal(own));
    expect(paths(drained(stream, 'newest'))).toEqual(['a copy.md']);
  });

  test('may be left in the middle, and begun anew', async () => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const stream = await open().stream({});
    for (const { entry } of stream.entries('oldest')) {
      expect(entry.id).toBe(named(0));
      break;
    }
    expect(drained(stream, 'newest').entries).toHaveLength(30);
  });
});

test('a stream without an index leaves out what went away, and what was edited so that it is not asked for', async () => {
  const files = [1, 2, 3, 4].map((number) =>
    put({ id: named(number), at: `2026-11-1${number}T09:00:00Z`, answers: [words('member-felt', 'apples')] }),
  );
  const [one = '', two = '', three = '', four = ''] = files;
  const stream = await scan().stream(search('apples'));
  rmSync(inJournal(one));
  rewrite(two, (text) => text.replace('apples', 'pears'));
  rewrite(three, (text) => text.replace('apples', 'apples and pears'));
  rewrite(four, (text) => text.replace('coach: 1', "coach: 1\nowner: 'D.'"));
  const { entries, unreadable } = drained(stream, 'oldest');
  expect(entries.map(({ entry }) => entry.answers[0]?.value)).toEqual(['apples and pears']);
  expect(unreadable.map(({ message }) => message)).toEqual([
    `${four}:1:1: was changed while it was being read`,
  ]);
});
