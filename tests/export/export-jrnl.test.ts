import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jrnlText } from '../../src/export/export-jrnl.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { readJrnlText } from '../../src/import/import-jrnl.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';
import { hostileText } from '../formats/entry/entry-arbitrary.ts';
import { page, stored, TRICKY, withTitle } from './leaving.ts';

const jrnl = (...entries: readonly Entry[]): string => [...jrnlText(stored(entries))].join('');

/** What coach itself takes in of them. */
function back(...entries: readonly Entry[]): readonly unknown[] {
  return [...readJrnlText(jrnl(...entries), 'j')].map((item) => ('foreign' in item ? item.foreign : item));
}

test('an entry with questions has its title, all that was asked and answered, and its tags below', () => {
  const entry = entryWith({
    tags: ['drafts', 'Q.1'],
    answers: [
      textAnswer('Small.\n[2026-01-01] no entry'),
      { ...textAnswer('', 'member-asks'), asked: 'And\nnow?', value: null, skip: 'not-today' },
    ],
    extra: { front: 'weather: rain', sections: [{ after: 'member-felt', text: '## Later\n\nIt passed.' }] },
  });
  expect(jrnl(entry)).toBe(
    [
      '[2026-11-22 09:14:05] When your work is closely managed',
      'member, about D.',
      '',
      'What did you feel in that moment?',
      'Small.',
      '\u200b[2026-01-01] no entry',
      '',
      '## Later',
      '',
      'It passed.',
      '',
      'And now?',
      'Not today.',
      '',
      'weather: rain',
      '',
      '@drafts @Q-1',
      '\n',
    ].join('\n'),
  );
});

test('a free page was called after the person it is about', () => {
  expect(jrnl(page('Rain.\n\nAll day.', { role: 'member', about: 'D.' }))).toBe(
    '[2026-11-22 09:14:05] Rain.\nAll day.\n\nmember, about D.\n\n',
  );
});

test('all entries became one, since no line began as jrnl begins an entry', () => {
  expect(back(page('One.'), page('Two.\n\nMore.'))).toMatchObject([
    { at: '2026-11-22T09:14:05', text: 'One.' },
    { at: '2026-11-22T09:14:05', text: 'Two.\n\nMore.' },
  ]);
});

test.each(TRICKY.map((entry) => [entry.answers[0]?.value ?? '', entry] as const))(
  '%j comes back as it was',
  (_text, entry) => {
    const [read, ...more] = back(entry);
    expect(more).toEqual([]);
    const tags = entry.tags.filter((tag) => tag !== 'bob').map((tag) => tag.replace('.', '-'));
    const text = [withTitle(entry), tags.map((tag) => `@${tag}`).join(' ')].filter((part) => part !== '');
    expect(read).toMatchObject({
      at: entry.at.replace(/[+-]\d\d:\d\d$/, ''),
      text: text.join('\n\n'),
      starred: entry.extra.front.includes('starred'),
      tags: expect.arrayContaining(tags),
    });
  },
);

test('whatever a free page holds, it is one entry, and says the same', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, other) => {
      const entries = [page(one), page(other)];
      const read = back(...entries);
      expect(read).toMatchObject(entries.map((entry) => ({ text: withTitle(entry) })));
      expect(read).toHaveLength(2);
    }),
  );
});
