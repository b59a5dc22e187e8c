import { type LinkingEntry, withLinks } from '../../src/formats/entry/front-links.ts';
import { describe, expect, test } from 'vitest';
import { heldStream } from '../../src/app/journal/entry-stream.ts';
import { exportFiles, exportText } from '../../src/export/export-journal.ts';
import type { EntryStream } from '../../src/app/ports/entry-index.ts';
import { linkedFiles } from '../../src/export/linked-files.ts';
import type { StoredEntry } from '../../src/domain/entry/entry.ts';
import type { ExportPlace } from '../../src/app/ports/export-place.ts';
import { FileMistakes } from '../../src/domain/text/errors.ts';
import { EXPORT_FORMATS, isTextFormat, type TextFormat } from '../../src/export/export-format.ts';
import { now } from '../house/example-values/core.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

const wishes = { width: 80, now, isZip: false };
const ignore = (): void => undefined;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Newest first. */
const many = Array.from({ length: 900 }, (_, index) => ({
  entry: entryWith({ id: `n${String(index).padStart(9, '0')}`, answers: [textAnswer('words '.repeat(50))] }),
  path: `${index}.md`,
}));
const streamed = (entries: readonly StoredEntry[]): EntryStream => heldStream({ entries, unreadable: [] });

describe.each(EXPORT_FORMATS.filter(isTextFormat))('%s', (format) => {
  test('is never one long text, and says how far it has got', async () => {
    const told: number[] = [];
    const { pieces, written } = await exportText(format, streamed(many), wishes, (done, total) => {
      expect(total).toBe(many.length);
      told.push(done);
    });
    const lengths = Array.from(pieces, (piece) => piece.length);
    expect(lengths.length).toBeGreaterThan(3);
    expect(Math.max(...lengths)).toBeLessThan(2 ** 17);
    expect(told.at(-1)).toBe(many.length);
    expect(written()).toBe(many.length);
    expect(told.toSorted((one, other) => one - other)).toEqual(told);
  });
});

async function textIn(format: TextFormat, entries: readonly StoredEntry[]): Promise<string> {
  const { pieces } = await exportText(format, streamed(entries), wishes, ignore);
  // Each is good until the next one comes.
  return Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))).toString();
}

test.each([
  ['json', /^\[\]\n$/],
  ['jsonl', /^$/],
  ['markdown', /^# Journal\n$/],
  ['html', /<p>No entries<\/p>[^]*<\/html>\n$/],
  ['csv', /^\ufeffid,[^\n]+\r\n$/],
  ['text', /^$/],
  ['jrnl', /^$/],
  ['day-one', /^\{"metadata":\{"version":"1\.0"\},"entries":\[\n\]\}\n$/],
] as const)('%s of nothing is whole', async (format, is) => {
  expect(await textIn(format, [])).toMatch(is);
});

test.each([
  ['json', true],
  ['jsonl', true],
  ['markdown', false],
  ['html', false],
  ['csv', false],
  ['text', false],
  ['jrnl', false],
  ['day-one', false],
] as const)('%s begins with the newest: %s', async (format, isNewest) => {
  const two = [
    { entry: entryWith({ id: 'new', title: 'NEWER' }), path: 'n.md' },
    { entry: entryWith({ id: 'old', title: 'OLDER' }), path: 'o.md' },
  ];
  const text = await textIn(format, two);
  expect(text.indexOf('NEWER') < text.indexOf('OLDER')).toBe(isNewest);
});

const textOf = (some: Uint8Array): string => new TextDecoder().decode(some);

describe('files', () => {
  const journal = new Map([
    ['2026/11/a.md', 'one'],
    ['b.md', 'two'],
  ]);
  const at = (path: string): LinkingEntry => ({ path, entry: { id: path, answers: [] } });
  const paths = [...journal.keys()].map(at);
  const files = { bytes: async (path: string) => bytes(journal.get(path) ?? '') };
  const how = { over: false, progress: ignore };

  /** A folder in memory. */
  function folder(there: Readonly<Record<string, string>>): {
    readonly place: ExportPlace;
    readonly held: Map<string, string>;
  } {
    const held = new Map(Object.entries(there));
    const place: ExportPlace = {
      kind: 'folder',
      isIn: () => false,
      write: ignore,
      isFree: (path) => !held.has(path),
      look(path, wanted, bare) {
        const found = held.get(path);
        if (found === undefined) return 'nothing';
        if (found === textOf(wanted)) return 'same';
        return textOf(bare(bytes(found))) === textOf(bare(wanted)) ? 'like' : 'other';
      },
      async writeBelow(written) {
        for await (const { path, bytes: some, over } of written) {
          if (some && held.has(path) && !over) throw new Error('it is there already');
          if (some) held.set(path, textOf(some));
        }
      },
    };
    return { place, held };
  }

  test('are copied, each to its own path', async () => {
    const { place, held } = folder({ 'mine.md': 'mine' });
    expect(await exportFiles(linkedFiles(paths), files, place, how)).toEqual({
      written: 2,
      same: 0,
      unreadable: [],
    });
    expect(held).toEqual(new Map([['mine.md', 'mine'], ...journal]));
  });

  test('were read twice, also where nothing was there to compare them with', async () => {
    const read: string[] = [];
    const counted = {
      bytes: (path: string) => {
        read.push(path);
        return files.bytes(path);
      },
    };
    await exportFiles(linkedFiles(paths), counted, folder({ 'mine.md': 'mine' }).place, how);
    expect(read).toEqual([...journal.keys()]);
  });

  describe('of entries that belong together', () => {
    const plan = '---\nid: a\n---\n\n# A plan\n';
    const review = '---\nid: b\n---\n\n# What became of it\n';
    const texts = new Map([
      ['2026/plan.md', plan],
      ['2026/review.md', review],
    ]);
    const both: readonly LinkingEntry[] = [
      { path: '2026/plan.md', entry: { id: 'a', answers: [] } },
      { path: '2026/review.md', entry: { id: 'b', answers: [{ closes: 'a/member-commitment' }] } },
    ];
    const linked = (text: string, name: string): string =>
      text.replace('\n---', `\nlinks:\n  - "[[${name}]]"\n---`);
    const read = { bytes: async (path: string) => bytes(texts.get(path) ?? '') };

    test('link to each other', async () => {
      const { place, held } = folder({});
      expect(await exportFiles(linkedFiles(both), read, place, how)).toMatchObject({ written: 2 });
      expect(held.get('2026/plan.md')).toBe(linked(plan, 'review'));
      expect(held.get('2026/review.md')).toBe(linked(review, 'plan'));
      expect(await exportFiles(linkedFiles(both), read, place, how)).toMatchObject({ written: 0, same: 2 });
    });

    test('are written anew where only their links have changed, and not where something else has', async () => {
      const { place, held } = folder({ '2026/plan.md': plan });
      expect(await exportFiles(linkedFiles(both), read, place, how)).toMatchObject({ written: 2, same: 0 });
      expect(held.get('2026/plan.md')).toBe(linked(plan, 'review'));
      const other = folder({ '2026/plan.md': `${plan}Mine.\n` });
      await expect(exportFiles(linkedFiles(both), read, other.place, how)).rejects.toThrow('plan.md');
    });

    test('are not linked to what is not exported', async () => {
      const { place, held } = folder({});
      await exportFiles(linkedFiles(both.slice(1)), read, place, how);
      expect(held.get('2026/review.md')).toBe(review);
    });

    test.each([
      ['links of the person’s own', '---\nid: a\nlinks: [mine]\n---\n'],
      ['another beginning', '\uFEFF---\nid: a\n---\n'],
      ['other line ends', '---\r\nid: a\r\n---\r\n'],
      ['no front matter', '# A plan\n'],
    ])('stay as they are with %s', (_, text) => {
      expect(withLinks(text, ['b'])).toBe(text);
    });
  });

  test('that are there already are not written again', async () => {
    const { place } = folder({ 'b.md': 'two' });
    expect(await exportFiles(linkedFiles(paths), files, place, how)).toMatchObject({ written: 1, same: 1 });
  });

  test('that differ are not overwritten, and then nothing is written', async () => {
    const { place, held } = folder({ 'b.md': 'theirs' });
    await expect(exportFiles(linkedFiles(paths), files, place, how)).rejects.toThrow(
      'different files are already there: b.md',
    );
    expect(held).toEqual(new Map([['b.md', 'theirs']]));
    expect(await exportFiles(linkedFiles(paths), files, place, { ...how, over: true })).toMatchObject({
      written: 2,
    });
    expect(held.get('b.md')).toBe('two');
  });

  test('that cannot be read are named, and the others go on; one that went away is passed over', async () => {
    const { place } = folder({});
    const broken = new FileMistakes('b.md', [{ line: 1, column: 1, message: 'cannot be read (EIO)' }]);
    const some = {
      async bytes(path: string) {
        if (path === 'b.md') throw broken;
        return path === 'gone.md' ? undefined : bytes('one');
      },
    };
    expect(await exportFiles(linkedFiles([...paths, at('gone.md')]), some, place, how)).toEqual({
      written: 1,
      same: 0,
      unreadable: [broken],
    });
  });
});
