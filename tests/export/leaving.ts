import { type Entry, type StoredEntry, entryPath } from '../../src/domain/entry/entry.ts';
import { plainEntry } from '../../src/domain/entry/plain-entry.ts';
import { entryWith } from '../formats/entry/entry-samples.ts';

/** A free page. */
export function page(text: string, changes: Partial<Entry> = {}): Entry {
  const question = 'note-text';
  return plainEntry(
    entryWith({
      bank: 'note',
      role: null,
      about: null,
      title: 'A free page',
      answers: [
        { question, asked: 'What would you like to write down?', type: 'text', value: text, skip: null },
      ],
      ...changes,
    }),
  );
}

/** Entries with the places that a journal gives them. */
export function stored(entries: readonly Entry[]): readonly StoredEntry[] {
  return entries.map((entry) => ({ entry, path: entryPath(entry) }));
}

const starred = { front: 'imported-from: jrnl\nstarred: true', sections: [] };

/** Free pages that mean something in the formats of other programs, one a minute. */
export const TRICKY: readonly Entry[] = [
  page('Rain. It rained all day! Did it?'),
  page('A day\n\n[2026-11-21 10:00] This line began another entry of jrnl.'),
  page('A day\n\n[yesterday at ten] This one, too. And [x] this,\n[never closed'),
  page('A day\n\n- [ ] one\n[ ] two\n[12:30] three\n[a link](https://example.org)\n[] nothing'),
  page('[2026-11-21 10:00] A title like a date'),
  page('**A good day**\n\nEnds like a star.'),
  page('*Two* stars *\n\nIt has one of its own.', { extra: starred }),
  page('*', { extra: starred }),
  page('A star behind\u2028a separator', { extra: starred }),
  page('No star *\u2028behind a separator'),
  page('With @anna and @bob\n\nmail@example.org', { tags: ['bob', 'walk', 'a.b'] }),
  page('# A heading\n\n## Another\n\n---\nkey: no front matter\n---\n\n~~~\n# code \\* \\\\\n~~~'),
  page('C:\\temp\\*.txt, \\# and \\\\ and `\\*` and \\n'),
  page('', { tags: ['nothing'] }),
  page('\u{1f642} R\u00e9sum\u00e9 \u65e5\u672c\u8a9e \u0645\u0631\u062d\u0628\u0627'),
  page('A day without a time', { at: '2026-11-22', day: '2026-11-22' }),
  page('Seconds', { at: '2026-11-22T23:59:59+01:00' }),
  page('Long ago', { at: '1660-01-11T08:00:00', zone: null, day: '1660-01-11' }),
].map((entry, index) => ({
  ...entry,
  id: `t${String(index).padStart(9, '0')}`,
  at: entry.at.replace('T09:14:05', `T09:${String(index + 10)}:00`),
}));

/** The text of a free page. */
export function textIn({ answers: [answer] }: Entry): string {
  return answer?.type === 'text' && answer.skip === null ? answer.value : '';
}

/** The text of a free page as it is once its first line was taken for a title. */
export function withTitle(entry: Entry): string {
  const text = textIn(entry).trim();
  const [, title = '', rest = ''] = /^([^\n\u2028\u2029]*)([^]*)$/.exec(text) ?? [];
  return [title.trim(), rest.trim()].filter((part) => part !== '').join('\n\n');
}
