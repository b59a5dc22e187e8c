import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk } from '../../src/adapters/disk.ts';
import { memoryIndex } from '../../src/adapters/memory-index.ts';
import { isoAt } from '../../src/domain/calendar.ts';
import { type Entry, entryPath, newestFirst, NO_EXTRA } from '../../src/domain/entry.ts';
import { printEntry } from '../../src/formats/entry-markdown.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'coach-index-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function entryAt(epoch: number, offset: number, index: number, plans: boolean): Entry {
  const at = isoAt(epoch, offset);
  return {
    id: String(index).padStart(10, '0'),
    at,
    written: at,
    zone: null,
    day: at.slice(0, 10),
    bank: 'member',
    bankVersion: 1,
    role: 'member',
    about: null,
    tags: [],
    title: 'One',
    minutes: null,
    answers: plans
      ? [
          {
            question: 'member-commitment',
            asked: 'What?',
            type: 'commitment',
            value: { when: null, then: 'ask', by: null, likelihood: null },
            skip: null,
          },
        ]
      : [],
    extra: NO_EXTRA,
  };
}

/** A journal of somebody who travels: instants within a few days, at any offset. */
const journals = fc.array(
  fc.record({
    epoch: fc
      .integer({ min: 0, max: 5 * 24 * 60 })
      .map((minutes) => Date.UTC(2026, 10, 18) + minutes * 60_000),
    offset: fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
    plans: fc.boolean(),
  }),
  { maxLength: 40 },
);

test('the newest are the newest by instant, whatever the wall clocks of their names say', async () => {
  await fc.assert(
    fc.asyncProperty(journals, fc.integer({ min: 1, max: 8 }), async (journal, limit) => {
      const root = mkdtempSync(path.join(folder, 'j-'));
      const entries = journal.map(({ epoch, offset, plans }, index) => entryAt(epoch, offset, index, plans));
      for (const entry of entries) disk.create(path.join(root, entryPath(entry)), printEntry(entry));
      const found = await memoryIndex(root).find({ limit });
      const expected = entries.toSorted(newestFirst).slice(0, limit);
      expect(found.entries.map(({ entry }) => entry.id)).toEqual(expected.map(({ id }) => id));
      const withPlans = await memoryIndex(root).find({ plans: true });
      const planned = entries.filter(({ answers }) => answers.length > 0).toSorted(newestFirst);
      expect(withPlans.entries.map(({ entry }) => entry.id)).toEqual(planned.map(({ id }) => id));
    }),
    { numRuns: 25 },
  );
});
