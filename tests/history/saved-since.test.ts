import { expect, test } from 'vitest';
import { heldStream } from '../../src/app/journal/entry-stream.ts';
import type { EntryIndex } from '../../src/app/ports/entry-index.ts';
import type { StoredEntry } from '../../src/domain/entry/entry.ts';
import { savedSince } from '../../src/history/saved-since.ts';
import { index } from '../house/example-values/app.ts';
import { entry } from '../house/example-values/core.ts';

/** One of many, whose neighbours in time lie in the other folder. */
function moved(number: number): StoredEntry {
  const at = `2026-11-21T09:${String(number).padStart(2, '0')}:00+01:00`;
  return {
    entry: { ...entry, id: `k3x8m2p9q${number}`, at, written: at },
    path: `${number % 2}/${number}.md`,
  };
}

test('of 50,000 entries in other folders than their neighbours in time, each had its folder read anew', async () => {
  const entries = [9, 8, 7, 6, 5, 4, 3, 2, 1].map(moved);
  const folders: string[] = [];
  const watched: EntryIndex = {
    ...index,
    stream() {
      const stream = heldStream({ entries, unreadable: [] });
      function* seen(order: Parameters<typeof stream.entries>[0]): Iterable<StoredEntry> {
        for (const stored of stream.entries(order)) {
          const [folder = ''] = stored.path.split('/');
          if (folders.at(-1) !== folder) folders.push(folder);
          yield stored;
        }
      }
      return Promise.resolve({ ...stream, entries: seen });
    },
  };
  const memory = { wroteOn: () => '2026-11-22' };
  const found = await savedSince('2026-11-21T09:06:30+01:00', { index: () => watched, memory });
  expect(found?.path).toBe('1/9.md');
  expect(folders).toEqual(['0', '1']);
});
