import { describe, expect, test } from 'vitest';
import { type ChosenFile, type Moved, moveFiles, removeFiles } from '../../../src/app/editing/trash.ts';
import { homePath, trashPath } from '../../../src/domain/entry/trash-path.ts';
import { memoryFiles } from '../memory-files.ts';
import { memoryHistory } from '../memory-history.ts';

const NOTE = '2026/11/2026-11-22-080000-note-k3x8m2p9qa.md';
const DELETE = { kind: 'delete', wanted: trashPath } as const;
const chosen = (path: string, ...twins: readonly string[]): ChosenFile => ({ path, entry: undefined, twins });

test.each([
  { path: `trash/${NOTE}`, is: NOTE },
  { path: `trash/${NOTE.replace('.md', ' (2).md')}`, is: NOTE },
  { path: 'trash/My day (2).md', is: 'My day (2).md' },
  { path: 'trash/deep/er/x.md', is: 'deep/er/x.md' },
])('$path stood at $is', ({ path, is }) => expect(homePath(path)).toBe(is));

describe('files are moved', () => {
  test.each([
    { case: 'to a free place', there: {}, to: `trash/${NOTE}` },
    { case: 'onto the same bytes', there: { [`trash/${NOTE}`]: 'text' }, to: `trash/${NOTE}` },
    {
      case: 'beside other bytes',
      there: { [`trash/${NOTE}`]: 'other' },
      to: `trash/${NOTE.replace('.md', ' (1).md')}`,
    },
    {
      case: 'onto the same bytes beside others',
      there: { [`trash/${NOTE}`]: 'other', [`trash/${NOTE.replace('.md', ' (1).md')}`]: 'text' },
      to: `trash/${NOTE.replace('.md', ' (1).md')}`,
    },
  ])('$case', async ({ there, to }) => {
    const files = memoryFiles({ [NOTE]: 'text', ...there });
    const moved: Moved[] = [];
    await moveFiles([chosen(NOTE)], DELETE, memoryHistory(files), (one) => moved.push(one));
    expect(moved).toEqual([{ file: chosen(NOTE), path: to, wanted: `trash/${NOTE}` }]);
    expect(files.all()).toEqual({ ...there, [to]: 'text' });
  });

  test('with those that hold the same bytes, but not with those that no longer do', async () => {
    const files = memoryFiles({ [NOTE]: 'text', 'a.md': 'text', 'b.md': 'changed since' });
    await moveFiles([chosen(NOTE, 'a.md', 'b.md')], DELETE, memoryHistory(files), () => undefined);
    expect(files.all()).toEqual({ [`trash/${NOTE}`]: 'text', 'trash/a.md': 'text', 'b.md': 'changed since' });
  });

  test('and what has gone away is passed over', async () => {
    const moved: Moved[] = [];
    await moveFiles([chosen('gone.md')], DELETE, memoryHistory(memoryFiles({})), (one) => moved.push(one));
    expect(moved).toEqual([]);
  });
});

test('files are taken away for ever with those that hold the same bytes', async () => {
  const files = memoryFiles({ [NOTE]: 'text', 'a.md': 'text', 'b.md': 'other', 'c.md': 'text' });
  const removed: ChosenFile[] = [];
  await removeFiles([chosen(NOTE, 'a.md', 'b.md'), chosen('gone.md')], files, (one) => removed.push(one));
  expect(files.all()).toEqual({ 'b.md': 'other', 'c.md': 'text' });
  expect(removed.map(({ path }) => path)).toEqual([NOTE]);
});
