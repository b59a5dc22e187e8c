import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOfOutline, type Outline, outlineOf, sharedParts } from '../../../src/app/journal/outline.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { hostileEntry } from '../../formats/entry/entry-arbitrary.ts';

function withoutText(answer: Answer): Answer {
  return answer.type === 'text' && answer.skip === null ? { ...answer, value: '' } : answer;
}

test('an outline holds everything of an entry but its texts, through JSON, wherever its file is', () => {
  fc.assert(
    fc.property(hostileEntry, fc.boolean(), (entry, isElsewhere) => {
      const path = isElsewhere ? 'copy.md' : entryPath(entry);
      const shared = [...sharedParts(entry)];
      const numberOf = (answer: string): number => shared.indexOf(answer);
      const json = JSON.stringify(outlineOf({ entry, path }, numberOf));
      const kept: Outline = JSON.parse(json);
      const found = entryOfOutline(kept, (number): Answer => JSON.parse(shared[number] ?? ''));
      const { id, at, written, day, bank, role, about } = entry;
      expect(found.entry).toMatchObject({ id, at, written, day, bank, role, about });
      expect(found.entry.answers).toEqual(entry.answers.map(withoutText));
      expect(found.path).toBe(path);
    }),
  );
});
