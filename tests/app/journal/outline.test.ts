import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Outline,
  outlineOf,
  outlineReader,
  packed,
  renumbered,
  unpacked,
} from '../../../src/app/journal/outline.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { commitment, outcome } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { hostileEntry } from '../../formats/entry/entry-arbitrary.ts';

function withoutText(answer: Answer): Answer {
  return answer.type === 'text' && answer.skip === null ? { ...answer, value: '' } : answer;
}

test('an outline holds everything of an entry but its texts, through JSON, wherever its file is', () => {
  fc.assert(
    fc.property(hostileEntry, fc.boolean(), (entry, isElsewhere) => {
      const path = isElsewhere ? 'copy.md' : entryPath(entry);
      const shared: string[] = [];
      const json = JSON.stringify(outlineOf({ entry, path }, (answer) => shared.push(answer) - 1));
      const kept: Outline = renumbered(JSON.parse(json), (number) => number + 1);
      const lists: string[] = [];
      const printed = JSON.stringify(packed(kept, (list) => lists.push(list) - 1));
      expect(unpacked(JSON.parse(printed), (number) => lists[number] ?? '')).toEqual(kept);
      const answerOf = (number: number): Answer => JSON.parse(shared[number - 1] ?? '');
      const listOf = (number: number): readonly Answer[] => JSON.parse(lists[number] ?? '').map(answerOf);
      const found = outlineReader(answerOf, listOf)(JSON.parse(printed));
      const { id, at, written, day, bank, role, about } = entry;
      expect(found.entry).toMatchObject({ id, at, written, day, bank, role, about });
      expect(found.entry.answers).toEqual(entry.answers.map(withoutText));
      expect(found.path).toBe(path);
    }),
  );
});

test('the question about each plan, and each outcome, was kept as often as it was answered', () => {
  const closing = (id: string): Answer => outcome(`${id}/member-commitment`, 'kept');
  const [one, other] = ['aaaaaaaaaa', 'bbbbbbbbbb'].map((id) => {
    const shared: string[] = [];
    const entry = entryWith({ answers: [closing(id), commitment('member-commitment', '2026-11-30')] });
    outlineOf({ entry, path: 'a.md' }, (answer) => shared.push(answer));
    return shared;
  });
  expect(one).toEqual(other);
  expect(one?.join('')).not.toContain('aaaaaaaaaa');
});
