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

  test('a number behind the day was read as a time, though the head says another one', () => {
    const head = "---\ncreated: '2024-01-06T18:31:13'\n---\nx";
    expect(read(head, '2024-01-06-0001.md')).toMatchObject({
      foreign: { at: '2024-01-06T18:31:13', text: 'x' },
    });
    const other = head.replace('01-06', '01-07');
    expect(read(other, '2024-01-06-0001.md')).toMatchObject({ foreign: { at: '2024-01-06T00:01:00' } });
  });

  test('midnight in the head, which stands for no time, took the time from the name', () => {
    const head = '---\ndate: 2024-01-06T00:00:00\n---\nx';
    expect(read(head, '2024-01-06 0914.md')).toMatchObject({ foreign: { at: '2024-01-06T09:14:00' } });
    expect(read(head, '2024-01-06.md')).toMatchObject({ foreign: { at: '2024-01-06T00:00:00' } });
  });

  test('front matter that is not YAML in a template without a date stopped all others', () => {
    const template = '---\n{{frontmatter}}\n---\nx';
    expect(read(template, 'Template.md')).toEqual({ place: 'Template.md', undated: true, because: 'unread' });
    expect(read(template)).toMatchObject({ mistake: expect.stringMatching(/^line \d: the front matter/) });
  });

  test('front matter that nothing closes is text', () => {
    const text = '---\ntags: [a]\n\nRain.';
    expect(read(text)).toMatchObject({ foreign: { text, tags: [], front: '' } });
    expect(read(text, 'a.md')).toMatchObject({ undated: true });
  });

  test('drawings became entries', () => {
    expect(read('---\nexcalidraw-plugin: parsed\n---\nx')).toMatchObject({
      undated: true,
      because: 'drawing',
    });
    expect(read('x', '2026-11-22.excalidraw.md')).toMatchObject({ undated: true, because: 'drawing' });
  });

  test('tags and properties of Logseq stayed behind', () => {
    const page = 'tags:: [[two words]], home\nmood:: 7\n\n- Back #[[the river]] #walk\n  id:: 5\n';
    expect(read(page, '2026_11_22.md')).toMatchObject({
      foreign: {
        at: '2026-11-22',
        text: '- Back #[[the river]] #walk\n  id:: 5',
        tags: ['two words', 'home', 'the river', 'walk'],
        front: 'mood: "7"',
      },
    });
    expect(read('---\nmood: 5\n---\nmood:: 7\nx')).toMatchObject({ foreign: { text: 'mood:: 7\nx' } });
  });

  test('notes that came in with a number as a title, its time or properties in the text are the same ones', () => {
    const former = (text: string, name: string): unknown => {
      const item = read(text, name);
      return 'foreign' in item ? item.foreign.formerKeys : item;
    };
    expect(former('x', '2026-11-22_2.md')).toEqual([['2026-11-22', '2\n\nx', '']]);
    expect(former("---\ncreated: '2024-01-06T18:31:13'\n---\nx", '2024-01-06-0001.md')).toEqual([
      ['2024-01-06T00:01:00', 'x', "created: '2024-01-06T18:31:13'"],
    ]);
    expect(former('mood:: 7\n\nx', '2026-11-22.md')).toEqual([['2026-11-22', 'mood:: 7\n\nx', '']]);
    expect(former('x', '2026-11-22 Rome.md')).toBeUndefined();
  });

  test('tags and pictures in the properties of Logseq were not counted', () => {
    expect(read('category:: #books\nbanner:: ![](a.png)\n\n- x', '2026_11_22.md')).toMatchObject({
      foreign: { tags: ['books'], lost: ['pictures'], text: '- x' },
    });
  });

  test('the seconds in a name were lost to a head that has none', () => {
    const at = (name: string, date: string): unknown => {
      const item = read(`---\ndate: ${date}\n---\nx`, name);
      return 'foreign' in item ? item.foreign.at : item;
    };
    expect(at('20261122T091405--rome.md', '2026-11-22 09:14')).toBe('2026-11-22T09:14:05');
    expect(at('20261122T091405--rome.md', '2026-11-22 09:15')).toBe('2026-11-22T09:15:00');
    expect(at('2026-11-22 0914.md', '2026-11-22 09:14:05')).toBe('2026-11-22T09:14:05');
  });

  test('a note within a note was counted as a picture', () => {
    const text =
      '![[a.PNG|300]] ![[Note]] ![[Note#Section]] ![[b.m4a]] ![](c.mp4) ![d](d) ![[e.pdf#page=2]] ![](https://f/f.png)';
    expect(read(text)).toMatchObject({
      foreign: {
        lost: [
          'pictures',
          'embedded notes',
          'embedded notes',
          'audio recordings',
          'videos',
          'pictures',
          'documents',
        ],
      },
    });
  });
});

describe('texts of Org', () => {
  const read = (text: string, name = '20261122.org') => readDatedMarkdown(text, name);

  test('took for ever where a keyword came again and again', () => {
    const item = read('#+k: v\n'.repeat(50_000));
    const front = 'foreign' in item ? item.foreign.front : undefined;
    expect(front?.split('\n').filter((_, at) => at < 3 || at === 49_999)).toEqual([
      'k: v',
      'k-2: v',
      'k-3: v',
      'k-50000: v',
    ]);
  });

  test('have their head in their keywords', () => {
    const text =
      ':PROPERTIES:\n:ID: 7\n:END:\n#+TITLE: Rome\n#+DATE: [2026-11-22 Sun 09:14]\n#+FILETAGS: :trip:home:\n# mine\n\n* At last :rain:\n#walk\n#+begin_src\n#no\n#+end_src\n[[file:a.png]] [[https://b.c/d.png]]\n';
    expect(read(text)).toMatchObject({
      foreign: {
        at: '2026-11-22T09:14:00',
        text: 'Rome\n\n# mine\n* At last :rain:\n#walk\n#+begin_src\n#no\n#+end_src\n[[file:a.png]] [[https://b.c/d.png]]',
        tags: ['trip', 'home', 'rain', 'walk'],
        front: 'was-id: "7"\ntitle: Rome\ndate: "[2026-11-22 Sun 09:14]"',
        lost: ['pictures'],
      },
    });
    expect(read('#+DATE: <2026-11-21 Sat>\nx', 'a.org')).toMatchObject({
      foreign: { at: '2026-11-21', dated: 'head' },
    });
  });

  test('of org-journal have no ending', () => {
    const text = '* Sunday, 22 November 2026\n** 09:14 Company meeting\nEndless.\n** 10:00 #2 :work:\n';
    expect(read(text, '20261122')).toMatchObject({
      foreign: { at: '2026-11-22', text: text.trim(), tags: ['work'], dated: 'name' },
    });
  });

  test('whose title is only their day have none', () => {
    expect(read('#+title: 2026-11-22\n* x')).toMatchObject({ foreign: { text: '* x' } });
    expect(read('#+CAPTION: a\nx')).toMatchObject({ foreign: { text: '#+CAPTION: a\nx' } });
  });
});
