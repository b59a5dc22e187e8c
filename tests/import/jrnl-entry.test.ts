import path from 'node:path';
import { expect, test } from 'vitest';
import { entryFile } from '../../src/app/journal/entry-file.ts';
import { noteFrom } from '../../src/import/foreign-entry.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { coach, freshHome, journalOf, put } from '../cli/coach.ts';
import { IMPORT } from './command/import-homes.ts';

const entry = (title: string, body: string, date: string, time: string): object => ({
  title,
  body,
  date,
  time,
  tags: [],
  starred: false,
});

/** A home with the same journal twice: as jrnl keeps it, and as its JSON. */
function homeWith(text: string, ...entries: readonly object[]): { home: string; text: string; json: string } {
  const home = freshHome();
  return {
    home,
    text: put(path.join(home, 'journal.txt'), text),
    json: put(path.join(home, 'journal.json'), JSON.stringify({ tags: {}, entries })),
  };
}

test.each([
  [
    'a date without a time',
    '[2026-11-22] Rain.\nAll day.\n',
    entry('Rain.', 'All day.', '2026-11-22', '00:00'),
  ],
  ['seconds', '[2026-11-22 09:14:05] Rain.\n', entry('Rain.', '', '2026-11-22', '09:14')],
  [
    'two sentences on one line',
    '[2026-11-22 09:14] Rain. Wet.',
    entry('Rain.', 'Wet.', '2026-11-22', '09:14'),
  ],
  ['no brackets', '2026-11-22 09:14 Rain.\nWet.\n', entry('Rain.', 'Wet.', '2026-11-22', '09:14')],
])('an entry of jrnl with %s came in twice, from the file and from the JSON', async (_what, text, json) => {
  for (const isTextFirst of [true, false]) {
    const { home, text: asText, json: asJson } = homeWith(text, json);
    const [first, second] = isTextFirst ? [asText, asJson] : [asJson, asText];
    expect(await coach([...IMPORT, first, '--yes'], { home })).toMatchObject({
      stdout: expect.stringContaining('Imported 1 entry.'),
    });
    expect(await coach([...IMPORT, second, '--yes'], { home })).toMatchObject({
      stdout: expect.stringMatching(/1 entry is already in the journal[^]*\nThere is nothing new/),
    });
  }
});

test('what came in under the id of an earlier version comes in no second time', async () => {
  const text = 'Rain.\n\nAll day.';
  const both = homeWith('[2026-11-22] Rain.\nAll day.\n', entry('Rain.', 'All day.', '2026-11-22', '00:00'));
  for (const at of ['2026-11-22', '2026-11-22T00:00:00']) {
    const home = path.join(both.home, at.slice(-8).replaceAll(':', ''));
    // This is the rule of then: moment and text as they stood.
    const { path: place, bytes } = entryFile(noteFrom('jrnl', { at, text }, knowledge.hash));
    put(path.join(journalOf(home), place), Buffer.from(bytes).toString());
    for (const file of [both.text, both.json]) {
      expect(await coach([...IMPORT, file, '--yes'], { home })).toMatchObject({
        stdout: expect.stringMatching(/1 entry is already in the journal\.\nThere is nothing new/),
      });
    }
  }
});

test('nor does a line of two sentences, which was one text then', async () => {
  const { home, text } = homeWith('[2026-11-22 09:14] Rain. Wet.');
  const { path: place, bytes } = entryFile(
    noteFrom('jrnl', { at: '2026-11-22T09:14:00', text: 'Rain. Wet.' }, knowledge.hash),
  );
  put(path.join(journalOf(home), place), Buffer.from(bytes).toString());
  expect(await coach([...IMPORT, text, '--yes'], { home })).toMatchObject({
    stdout: expect.stringMatching(/1 entry is already in the journal[^]*There is nothing new/),
  });
});

test('what stands twice within a minute, with other seconds, are two entries; with the same ones it is one', async () => {
  const tea = (seconds: string): string => `[2026-11-22 09:14:${seconds}] Tea.\n`;
  const { home, text } = homeWith(`${tea('05')}\n${tea('40')}\n${tea('40')}`);
  expect(await coach([...IMPORT, text, '--yes'], { home })).toMatchObject({
    stdout: expect.stringMatching(/3 entries.*\n1 entry appears more than once .*\nImported 2 entries/),
  });
  expect(await coach([...IMPORT, text, '--yes'], { home })).toMatchObject({
    stdout: expect.stringContaining('2 entries are already in the journal.'),
  });
});
