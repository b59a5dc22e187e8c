import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyNotes, noteText } from '../../src/export/daily-notes.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { noteFrom } from '../../src/import/foreign-entry.ts';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { plainText, withoutBlankEnds } from '../../src/domain/text/plain-text.ts';
import { entryTitle } from '../../src/pages/record/entry-title.ts';
import { hostileEntry, hostileText, ownFront } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';
import { page, stored, TRICKY } from './leaving.ts';

/** The notes that a journal of these entries becomes, by their names. */
async function notesOf(entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(stored(entries).map(({ path, entry }) => [path, printEntry(entry)]));
  const { files, content } = dailyNotes(stored(entries));
  const notes = files.map(async (file) => {
    const made = await content(file, new TextEncoder().encode(texts.get(file.path)));
    return [file.to, new TextDecoder().decode(made)] as const;
  });
  return new Map(await Promise.all(notes));
}

/** What coach itself takes in of a note. */
function back(name: string, text: string): Entry {
  const item = readDatedMarkdown(text, name);
  if (!('foreign' in item)) throw new Error(JSON.stringify(item));
  return noteFrom('markdown', item.foreign, knowledge.hash);
}

test('an entry with questions has its title, its questions and headings of the person’s own below each other', () => {
  const entry = entryWith({
    tags: ['drafts'],
    answers: [textAnswer('# Small\n\nWords.')],
    extra: {
      front: 'weather: rain\nimported-from: coach\nstarred: true',
      sections: [{ after: 'member-felt', text: '## Later\n\nIt passed.' }],
    },
  });
  expect(noteText(entry, '2026/11/2026-11-22-091405-member-k3x8m2p9qa.md')).toBe(`---
aliases: ["2026-11-22-091405-member-k3x8m2p9qa"]
created: "2026-11-22T09:14:05+01:00"
tags: [drafts]
starred: true
weather: rain
---

# When your work is closely managed

member, about D.

## What did you feel in that moment?

### Small

Words.

## Later

It passed.
`);
});

test('the person’s own aliases and moment of making stay, and the old name is one alias more', () => {
  const front = 'aliases: [Monday]\ncreated: 2020-01-01\nmood: calm';
  const text = (own: string): string =>
    noteText(page('Rain.', { extra: { front: own, sections: [] } }), 'old.md');
  expect(text(front)).toBe('---\naliases: [Monday, old]\ncreated: 2020-01-01\nmood: calm\n---\n\nRain.\n');
  expect(text('aliases: {a: b}')).toMatch(/^---\ncreated: "[^"]+"\naliases: \{a: b\}\n---\n/);
});

test.each([
  ['weather: {sky: grey}\naliases: [Monday]', 'aliases: [Monday, old]', 'weather: {sky: grey}'],
  [
    'aliases:\n  - Monday\n  - Rain\nplace:\n  town: Ulm',
    'aliases: [Monday, Rain, old]',
    'place:\n  town: Ulm',
  ],
  ['place:\n  aliases: no\naliases:\n- Monday', 'aliases: [Monday, old]', 'place:\n  aliases: no'],
  ['aliases:\nmood: calm', 'aliases: [old]', 'mood: calm'],
])(
  'the old name was no alias where a key of the person’s own is more than a text: %j',
  (front, names, rest) => {
    const note = noteText(page('Rain.', { extra: { front, sections: [] } }), 'old.md');
    expect(note).toBe(`---\n${names}\ncreated: "2026-11-22T09:14:05+01:00"\n${rest}\n---\n\nRain.\n`);
  },
);

test('code that is never closed took in the questions below it', () => {
  const answers = [textAnswer('```\ncode'), textAnswer('<!-- why', 'b'), textAnswer('Title\n===', 'c')];
  const note = noteText(entryWith({ answers, about: null, role: null }), 'old.md');
  const asked = '## What did you feel in that moment?';
  expect(note).toContain(
    `${asked}\n\n\\\`\`\`\ncode\n\n${asked}\n\n\\<!-- why\n\n${asked}\n\nTitle\n\\===\n`,
  );
});

test('a free page begins with its text, also where it is about somebody', () => {
  expect(noteText(page('Rain.', { about: 'D.' }), 'old.md')).toMatch(/---\n\nRain\.\n\nabout D\.\n$/);
});

test('names tell day and time, and notes of one moment are numbered', async () => {
  const at = [
    '2026-11-22',
    '2026-11-22',
    '2026-11-22T09:14:00+01:00',
    '2026-11-22T09:14:00+01:00',
    '2026-11-22T09:14:05+01:00',
    '1660-01-11',
    '2026-11-22',
  ];
  const entries = at.map((moment, index) => page('Rain.', { at: moment, id: `a${index}` }));
  const notes = await notesOf(entries);
  expect([...notes.keys()]).toEqual([
    '2026-11-22.md',
    '2026-11-22_2.md',
    '2026-11-22 09-14.md',
    '2026-11-22_3.md',
    '2026-11-22 09-14-05.md',
    '1660-01-11.md',
    '2026-11-22_4.md',
  ]);
  for (const name of notes.keys()) expect(name).toMatch(/^[\d _-]+\.md$/);
});

test('what is tricky comes back with its moment, text, tags and title', async () => {
  const notes = [...(await notesOf(TRICKY))];
  expect(notes).toHaveLength(TRICKY.length);
  for (const [index, [name, text]] of notes.entries()) {
    const entry = TRICKY[index] ?? page('');
    const read = back(name, text);
    expect(read.at.slice(0, 19)).toBe(entry.at.slice(0, 19));
    expect(read.answers[0]?.value ?? '').toBe(entry.answers[0]?.value ?? '');
    expect(read.tags).toEqual(entry.tags);
    expect(entryTitle(read)).toBe(entryTitle(entry));
  }
});

test('whatever a free page holds, and whatever front matter it has, its text comes back as it was', () => {
  fc.assert(
    fc.property(hostileText, ownFront, (text, front) => {
      const entry = page(text, { extra: { front, sections: [] } });
      const read = back('2026-11-22 09-14-05.md', noteText(entry, '2026/11/a.md'));
      const was = withoutBlankEnds(plainText(text));
      expect(read.answers[0]?.value ?? '').toBe(was.trim() === '' ? '' : was);
      expect(read.at).toMatch(/^2026-11-22T09:14:05/);
    }),
  );
});

test('whatever an entry says, its note can be read again', () => {
  fc.assert(
    fc.property(hostileEntry, (entry) => {
      expect(back('2026-11-22.md', noteText(entry, '2026/11/a.md')).answers).toHaveLength(1);
    }),
  );
});
