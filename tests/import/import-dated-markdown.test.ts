import { describe, expect, test } from 'vitest';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';

describe('Markdown files', () => {
  const read = (text: string, name = '2026-11-22.md') => readDatedMarkdown(text, name);

  test.each([
    ['2026_11_22.md', '2026-11-22', 'x'],
    ['2026.11.22.md', '2026-11-22', 'x'],
    ['2026-11-22T09.14.05.md', '2026-11-22T09:14:05', 'x'],
    ['202611220914.md', '2026-11-22T09:14:00', 'x'],
    ['202611220914 Rome.md', '2026-11-22T09:14:00', 'Rome\n\nx'],
    ['2026-11-22 10-30.md', '2026-11-22T10:30:00', 'x'],
    ['2026-11-22 10-30 Meeting.md', '2026-11-22', '10-30 Meeting\n\nx'],
    ['2026-11-22 2025.md', '2026-11-22', '2025\n\nx'],
    ['2026-11-22 1945.md', '2026-11-22T19:45:00', 'x'],
    ['2026-11-22 2.md', '2026-11-22', '2\n\nx'],
  ])('the name %s says just that', (name, at, text) => {
    expect(read('x', name)).toMatchObject({ foreign: { at, text } });
  });

  test.each(['Somewhere.md', '20269999 ticket.md', '2026_11-22.md', '99999999999999.md'])(
    'a note without a day stopped all others: %s',
    (name) => {
      expect(read('x', name)).toEqual({ place: name, undated: true });
    },
  );

  test('a time that stood in another key than the day was lost', () => {
    const front = '---\ndate: 2026-11-22\ncreated: 2026-11-22T09:14:05+01:00\n---\nx';
    for (const name of ['2026-11-22.md', 'Rome.md'])
      expect(read(front, name)).toMatchObject({ foreign: { at: '2026-11-22T09:14:05+01:00' } });
  });

  test.each([
    ['#walk and #nested/tag.', ['walk', 'nested/tag']],
    ['(#no) a#no # no #1984 #y1984 `#no` #Über_x', ['y1984', 'Über_x']],
    ['```\n#no\n```\n#yes', ['yes']],
    ['# Heading\n## #in-one', ['in-one']],
  ])('tags in the text stayed behind: %j', (text, tags) => {
    expect(read(text)).toMatchObject({ foreign: { text, tags } });
  });

  test('a key with a capital was no key for tags', () => {
    expect(read('---\nTags: [up]\n---\nx')).toMatchObject({ foreign: { tags: ['up'], front: '' } });
  });
});
