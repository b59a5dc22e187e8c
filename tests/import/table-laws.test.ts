import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEntryFile } from '../../src/app/journal/parse-entry-file.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { plainText } from '../../src/domain/text/plain-text.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { noteFrom, type SourceItem } from '../../src/import/foreign-entry.ts';
import { readJourneyEntry } from '../../src/import/html/import-journey.ts';
import { FATEBOOK } from '../../src/import/tables/fatebook-question.ts';
import { readDaylioRow } from '../../src/import/tables/import-daylio.ts';
import { readFatebookTable } from '../../src/import/tables/import-fatebook.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { hostileLine, hostileText } from '../formats/entry/entry-arbitrary.ts';

/** What an item becomes, and what the file of that says. */
async function readBack(
  item: SourceItem,
  kind: 'fatebook' | 'daylio' | 'journey',
): Promise<{ readonly entry: Entry; readonly read: Entry | undefined }> {
  if (!('made' in item) && !('foreign' in item)) throw new Error(JSON.stringify(item));
  const entry = 'made' in item ? item.made : noteFrom(kind, item.foreign, knowledge.hash);
  return { entry, read: await parseEntryFile(printEntry(entry), 'a.md', true) };
}

const time = '2026-11-02 09:05:3';

test('whatever stands in a table of Fatebook, the files of its guesses give it back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        title: hostileLine.filter((line) => line.trim() !== ''),
        notes: hostileText,
        comments: hostileText,
        tags: hostileLine,
        author: hostileLine,
      }),
      async (said) => {
        const cells = new Map<string, string>([
          [FATEBOOK.forecast, '0.7'],
          [FATEBOOK.resolution, 'YES'],
          [FATEBOOK.forecaster, said.author],
          ...[FATEBOOK.forecastAt, FATEBOOK.createdAt, FATEBOOK.due, FATEBOOK.resolvedAt].map(
            (column) => [column, time] as const,
          ),
          ...Object.entries(FATEBOOK).flatMap(([name, column]) =>
            Object.entries(said).flatMap(([key, words]) => (key === name ? [[column, words] as const] : [])),
          ),
        ]);
        const items = [...readFatebookTable(() => [{ place: 'a.csv:2', cells }], knowledge)];
        expect(items).toHaveLength(2);
        for (const item of items) {
          const { entry, read } = await readBack(item, 'fatebook');
          expect(read).toEqual(entry);
        }
      },
    ),
  );
});

test('whatever stands in a row of Daylio, its file gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(hostileLine, hostileText, hostileText, async (mood, title, note) => {
      const cells = new Map([
        ['full_date', '2026-11-22'],
        ['time', '9:14 pm'],
        ...Object.entries({ mood, activities: `${mood} | b`, note_title: title, note: `${note} <b>x</b>` }),
      ]);
      const { entry, read } = await readBack(readDaylioRow({ place: 'a.csv:2', cells }), 'daylio');
      expect(read).toEqual(entry);
    }),
  );
});

test('whatever stands in an entry of Journey, its file gives it back, and no other word of its text is lost', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileLine, async (text, label) => {
      const value = {
        id: label,
        date_journal: 1764325584203,
        timezone: 'Europe/Berlin',
        text,
        label,
        music_title: label,
        tags: [label],
      };
      const html = { ...value, type: 'html', text: escaped(text) };
      const [plain, marked] = await Promise.all(
        [value, html].map((one) => readBack(readJourneyEntry(one, 'here', knowledge.offsetIn), 'journey')),
      );
      expect([plain?.read, marked?.read]).toEqual([plain?.entry, marked?.entry]);
      expect(seenIn(marked?.entry.answers[0]?.value ?? '')).toBe(seenIn(text));
    }),
  );
});

/** Without blanks. */
function seenIn(words: unknown): string {
  return plainText(String(words)).replace(/[\s\u00a0]+/g, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
