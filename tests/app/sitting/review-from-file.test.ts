import { expect, test } from 'vitest';
import { reviewFromFile } from '../../../src/app/sitting/review-from-file.ts';
import type { EntryFile } from '../../../src/app/ports/journal.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';
import { reviewPorts } from '../../house/example-values/app.ts';

const ITEM = '- closes: p7w2c9d4rt/manager-commitment\n  review-status: let-go\n';

test.each([
  { saved: 1, hint: /^1 of 1 is saved\. In the file, delete the items that coach review no longer lists/ },
  { saved: 0, hint: /^Nothing was half written/ },
])('of a file, $saved that were saved before the disk was full were not told', async ({ saved, hint }) => {
  const there = new Set<string>();
  const full = new CoachError('cannot write b.md: the disk is full', { hint: 'Nothing was half written.' });
  const journal = {
    has: (path: string) => there.has(path),
    addAll: (entries: readonly EntryFile[]) => {
      for (const { path } of entries.slice(0, saved)) there.add(path);
      return Promise.reject(full);
    },
  };
  const ports = { ...reviewPorts, journal };
  await expect(reviewFromFile(ITEM, 'a.yaml', ports)).rejects.toMatchObject({
    message: 'cannot write b.md: the disk is full',
    hint: expect.stringMatching(hint),
  });
});
