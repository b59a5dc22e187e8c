import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryPath } from '../../src/domain/entry/entry.ts';
import { barePathOf, wholePathOf } from '../../src/encryption/file-names.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { hostileEntry } from '../formats/entry/entry-arbitrary.ts';

const behind = fc.constantFrom('', ' (1)', ' (edited 2)', ' (conflicted copy 2026-11-22)', ' (1) (2)');
const before = fc.constantFrom('', 'trash/', 'work/of/');

test('a name that tells the day alone leads back to the very name that an entry had', async () => {
  await fc.assert(
    fc.asyncProperty(hostileEntry, before, behind, async (entry, above, more) => {
      const text = printEntry(entry);
      const path = `${above}${entryPath(entry).replace(/\.md$/, '')}${more}.md`;
      const bare = await barePathOf(path, text);
      expect(bare).toBe(
        `${above}${entryPath(entry).slice(0, 8)}${entryPath(entry).slice(8, 18)}-000000-entry-${entry.id}${more}.md`,
      );
      expect(await wholePathOf(bare, text)).toBe(path);
    }),
  );
});

describe('names that could not be made again stay', () => {
  const text =
    '---\ncoach: 1\nid: k3x8m2p9qa\nat: "2026-11-22T09:14:05+01:00"\nbank: note\n---\n\n# A page\n';
  test.each([
    { why: 'a person gave it', path: 'shopping.md' },
    { why: 'the entry has another id', path: '2026/11/2026-11-22-091405-note-k3x8m2p9qb.md' },
    { why: 'the entry is of another day', path: '2026/11/2026-11-21-091405-note-k3x8m2p9qa.md' },
  ])('since $why', async ({ path }) => {
    expect(await barePathOf(path, text)).toBe(path);
  });

  test('since what is in the file is not understood', async () => {
    const path = '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md';
    for (const damaged of [
      '',
      'no entry',
      text.replace('coach: 1', 'coach: 9'),
      text.replace('at:', 'then:'),
    ])
      expect(await barePathOf(path, damaged)).toBe(path);
  });
});

test('the time and the question set that somebody has changed in an entry are in its name afterwards', async () => {
  const changed =
    '---\ncoach: 1\nid: k3x8m2p9qa\nat: "2026-11-22T10:00:00+01:00"\nday: "2026-11-22"\nbank: note\n---\n\n# A page\n';
  const bare = await barePathOf('2026/11/2026-11-22-091405-manager-k3x8m2p9qa.md', changed);
  expect(bare).toBe('2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md');
  expect(await wholePathOf(bare, changed)).toBe('2026/11/2026-11-22-100000-note-k3x8m2p9qa.md');
});
