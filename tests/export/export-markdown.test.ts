import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, NO_EXTRA } from '../../src/domain/entry/entry.ts';
import { markdownDocument } from '../../src/export/export-markdown.ts';
import { blocksOf, typesIn } from '../formats/entry/commonmark.ts';
import { plainHostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

function markdown(...entries: readonly Entry[]): string {
  return [...markdownDocument(entries.map((entry) => ({ entry, path: 'a.md' })))].join('');
}

/** The levels of the headings that a viewer shows. */
function levels(text: string, deepest: number): readonly (number | null)[] {
  return blocksOf(text)
    .filter(({ type, level }) => type === 'heading' && level !== null && level <= deepest)
    .map(({ level }) => level);
}

test('a heading for each entry, and one for each question', () => {
  const entry = entryWith({
    tags: ['drafts', 'a*b'],
    answers: [
      textAnswer('Small.'),
      {
        question: 'fit',
        asked: 'How did it fit?',
        type: 'scale',
        value: 3,
        legend: '1 low, 5 high',
        skip: null,
      },
      { question: 'say', asked: 'Say more?', type: 'text', value: null, skip: 'not-today' },
    ],
    extra: { front: 'mood: 3', sections: [{ after: 'fit', text: '## Later\n\nBetter.' }] },
  });
  expect(markdown(entry)).toBe(`# Journal

## 22 November 2026, 09:14: When your work is closely managed

member · about D. · #drafts #a\\*b

\`\`\`yaml
mood: 3
\`\`\`

### What did you feel in that moment?

Small.

### How did it fit?

3 (1 low, 5 high)

### Later

Better.

### Say more?

*not today*
`);
});

test('an entry without facts or a title', () => {
  const entry = entryWith({ at: '2026-11-22', title: '', role: null, about: null });
  expect(markdown(entry)).toBe('# Journal\n\n## 22 November 2026: member\n');
});

describe('headings in an answer go down together', () => {
  test.each([
    ['# One\n## Two', '#### One\n##### Two'],
    ['### Three', '#### Three'],
    ['#### Four', '#### Four'],
    ['## Two\n###### Six', '#### Two\n###### Six'],
    ['#none and # none', '#none and # none'],
    ['```\n# code\n```\n# One', '```\n# code\n```\n#### One'],
    ['One\n===', 'One\n\\==='],
    ['```\nnever closed', '\\```\nnever closed'],
    ['<div>', '\\<div>'],
  ])('%j', (value, is) => {
    expect(markdown(entryWith({ answers: [textAnswer(value)] }))).toContain(`moment?\n\n${is}\n`);
  });

  test.each([
    ['## Beside', '### Beside'],
    ['# Beside\n## Below', '### Beside\n#### Below'],
    ['### Below', '#### Below'],
  ])('own text %j', (text, is) => {
    const extra = { front: '', sections: [{ after: null, text }] };
    expect(markdown(entryWith({ extra }))).toContain(`about D.\n\n${is}\n`);
  });
});

test('whatever the answers hold, a viewer shows the outline of the journal', () => {
  fc.assert(
    fc.property(fc.array(plainHostileEntry, { maxLength: 3 }), (hostile) => {
      const entries = hostile.map((entry) => ({ ...entry, extra: NO_EXTRA }));
      expect(levels(markdown(...entries), 3)).toEqual([
        1,
        ...entries.flatMap(({ answers }) => [2, ...answers.map(() => 3)]),
      ]);
    }),
    { numRuns: 250 },
  );
});

test('whatever a person added, the entries are the only headings of their level', () => {
  fc.assert(
    fc.property(fc.array(plainHostileEntry, { maxLength: 3 }), (entries) => {
      const text = markdown(...entries);
      expect(levels(text, 2)).toEqual([1, ...entries.map(() => 2)]);
      expect(blocksOf(text).filter(({ type }) => type === 'html_block')).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

describe('HTML within a line was alive in a viewer', () => {
  test.each([
    ['a <img src=x onerror=y> b', 'a \\<img src=x onerror=y> b'],
    ['a <script>alert(1)</script>', 'a \\<script>alert(1)\\</script>'],
    ['<https://example.org> <a@b.c>', '\\<https://example.org> \\<a@b.c>'],
    ['a \\<b>', 'a \\<b>'],
    ['a \\\\<b>', 'a \\\\\\<b>'],
    ['3 < 4', '3 < 4'],
    ['`<b>` and ``a ` <b>``', '`<b>` and ``a ` <b>``'],
    ['a ` b\nc ` <b> ` d', 'a ` b\nc ` \\<b> ` d'],
    ['```\n<b>\n```', '```\n<b>\n```'],
    ['- > *<b>*', '- > *\\<b>*'],
  ])('%j', (value, is) => {
    expect(markdown(entryWith({ answers: [textAnswer(value)] }))).toContain(`moment?\n\n${is}\n`);
  });

  const piece = fc.constantFrom(
    '<b>',
    '<!--',
    '<?',
    '<https://a.b>',
    '`',
    '``',
    '```',
    '\\',
    '\n',
    '\n\n',
    ' ',
    '- ',
    '> ',
    '    ',
    'a',
    '*',
    '[a](<b>)',
    '&lt;',
  );
  test('whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const types = typesIn(markdown(entryWith({ answers: [textAnswer(pieces.join(''))] })));
        expect(types).not.toContain('html_inline');
        expect(types).not.toContain('html_block');
      }),
      { numRuns: 1000 },
    );
  });
});
