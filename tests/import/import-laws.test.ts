import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { parseEntryFile } from '../../src/app/journal/parse-entry-file.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { plainText } from '../../src/domain/text/plain-text.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';
import { readDatedHeadings } from '../../src/import/import-dated-headings.ts';
import { readJrnlText } from '../../src/import/import-jrnl.ts';
import { type ForeignEntry, noteFrom } from '../../src/import/foreign-entry.ts';
import { hostileLine, hostileText, ownFront } from '../formats/entry/entry-arbitrary.ts';

const { hash } = knowledge;

/** The text of an entry that comes of a foreign one, and the entry as its file gives it back. */
async function throughFile(
  foreign: ForeignEntry,
): Promise<{ readonly entry: Entry; readonly read: unknown }> {
  const entry = noteFrom('lines', foreign, hash);
  return { entry, read: await parseEntryFile(printEntry(entry), 'a.md', true) };
}

const at = fc.constantFrom('0001-01-01', '1660-01-11', '2026-11-22T02:30:00', '9999-12-31T23:59:59+14:00');

test('whatever a foreign entry says, its file gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record(
        {
          at,
          text: hostileText,
          tags: fc.array(hostileLine),
          sourceId: hostileLine,
          sourceFile: hostileLine,
        },
        { requiredKeys: ['at', 'text'] },
      ),
      async (foreign) => {
        const { entry, read } = await throughFile(foreign);
        expect(read).toEqual(entry);
        const plain = plainText(foreign.text);
        expect(entry.answers[0]?.value ?? '').toBe(plain.trim() === '' ? '' : plain);
      },
    ),
  );
});

test('a line mark of word processors in an id of another program broke the file of its entry', async () => {
  const { entry, read } = await throughFile({ at: '2026-11-22', text: 'Rain.', sourceId: 'a\u0085b\u2028c' });
  expect(read).toEqual(entry);
  expect(entry.extra.front).toContain('source-id: a b c');
});

test('a Markdown file is kept with its front matter, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(ownFront, hostileText, async (front, text) => {
      const item = readDatedMarkdown(`---\nid: 7\n${front}\ntags: [a]\n---\n${text}`, 'Daily/2026-11-22.md');
      if (!('foreign' in item)) throw new Error(JSON.stringify(item));
      const { entry, read } = await throughFile(item.foreign);
      expect(read).toEqual(entry);
      expect(entry.tags[0]).toBe('a');
      for (const line of front.split('\n')) expect(`${entry.extra.front}\n`).toContain(line);
    }),
  );
});

test('no line of a journal of jrnl is lost, whatever stands in it', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const source = `[2026-11-22 09:14] First\n${plainText(text)}`;
      const words = [...readJrnlText(source, 'j')].map((item) =>
        'foreign' in item ? item.foreign.text : '',
      );
      const seen = (all: string): string => all.replace(/[\s*]+/g, '');
      expect(seen(words.join(''))).toBe(seen(`First${plainText(text)}`));
    }),
  );
});

test('no line below a dated heading is lost, whatever stands in it', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom('a.md', 'a.org', 'a'), (text, name) => {
      const heading = name === 'a.md' ? '##' : '**';
      // A heading further out ends the entry.
      const below = plainText(text)
        .replace(/^ {0,3}(?:#|\*+ )/gm, 'x$&')
        .replace(/^ {0,3}[=-]+[ \t]*$/gm, 'x$&');
      const source = `${heading} 2026-11-22 First\n${below}\n${heading} 2026-11-23\nLast`;
      const words = [...readDatedHeadings(source, name)].map((item) =>
        'foreign' in item ? item.foreign.text : '',
      );
      const seen = (all: string): string => all.replace(/\s+/g, '');
      expect(seen(words.join(''))).toBe(seen(`First${below}Last`));
    }),
  );
});
