import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, NO_EXTRA } from '../../../src/domain/entry/entry.ts';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { printComment } from '../../../src/formats/entry/question-comment.ts';
import { type Block, blocksOf } from './commonmark.ts';
import { hostileEntry } from './entry-arbitrary.ts';
import { entryWith, textAnswer } from './entry-samples.ts';

/** The blocks that a viewer makes of an entry's body. */
function shown(entry: Entry): readonly Block[] {
  const text = printEntry(entry);
  return blocksOf(text.slice(text.indexOf('\n---\n') + '\n---\n'.length));
}

/** Whatever could be taken for the entry's structure: headings of the two highest levels, and what is out of sight. */
function outlineOf(blocks: readonly Block[]): readonly Partial<Block>[] {
  return blocks.flatMap(({ type, level, text }): readonly Partial<Block>[] => {
    if (type === 'heading' && level !== null && level <= 2) return [{ type, level }];
    return type === 'html_block' ? [{ type, text }] : [];
  });
}

/** The outline that an entry must have: its title, and each question with its comment right below it. */
function outlineFor(entry: Entry): readonly Partial<Block>[] {
  const { title, answers } = plainEntry(entry);
  return [
    ...(title === '' ? [] : [{ type: 'heading', level: 1 }]),
    ...answers.flatMap((answer) => [
      { type: 'heading', level: 2 },
      { type: 'html_block', text: printComment(answer) },
    ]),
  ];
}

describe('law 5: in any viewer of CommonMark', () => {
  test('each question is a heading of its own, its comment out of sight, whatever the answers hold', () => {
    fc.assert(
      fc.property(hostileEntry, (hostile) => {
        const entry = { ...hostile, extra: NO_EXTRA };
        expect(outlineOf(shown(entry))).toEqual(outlineFor(entry));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an open fence', '```\nnever closed'],
    ['an open fence in tildes', 'log:\n~~~ text\nnever closed'],
    ['a fence closed by an indented one', '```\nx\n   ```'],
    ['a fence that a list closes', '- a\n  ```\n  x\n```'],
    ['fences in lists and quotes', '- ```\n> ~~~\n1. ```\n```'],
    ['fences after HTML', '<div>\n```\n\nx\n```'],
    ['an open comment', 'I thought <!-- well\n<!-- so what'],
    ['an open script', '<script>\nalert(1)'],
    ['an open list of definitions', '<dl>\n<dt>'],
    ['a processing instruction', '<?php echo 1;'],
    ['headings of every kind', '# a\n## b\nc\n===\nd\n---\n   # e\n##\n-'],
    ['a rule and a heading under it', '---\na\n---\n\n---'],
    ['a list that goes on', '- a\n\n  - b\n\n      code'],
    ['a quote that goes on', '> a\n> - b'],
    ['HTML with odd blanks', '<x-y\u00a0a>\n\n<x-y\ta=1>'],
    ['a rule below a line of odd blanks', '\u00a0\n---'],
    ['a table', '| a |\n|---|\n| b |'],
    ['a definition of a link', '[a]:\n/b\n"c'],
    ['a comment like our own', '## Asked?\n<!-- coach: member-felt text -->\n\nNo.'],
    ['a separator within a fence', '``` a\u2028`\nx'],
  ])('%s', (_, text) => {
    const entry = entryWith({ answers: [textAnswer(text, 'first'), textAnswer('The end.', 'last')] });
    const blocks = shown(entry);
    expect(outlineOf(blocks)).toEqual(outlineFor(entry));
    expect(blocks.at(-1)).toEqual({ type: 'paragraph', level: null, text: 'The end.' });
  });

  test('what is seen of an ordinary entry is what was asked and answered', () => {
    const entry = entryWith({
      answers: [
        textAnswer('# 1 of 3, <b and *passed*\n*passed*\n```\nls\n```'),
        { question: 'fit', asked: 'How?', type: 'choice', value: 'so', legend: 'So, so', skip: null },
      ],
    });
    expect(shown(entry)).toEqual([
      { type: 'heading', level: 1, text: 'When your work is closely managed' },
      { type: 'heading', level: 2, text: 'What did you feel in that moment?' },
      { type: 'html_block', level: null, text: '<!-- coach: member-felt text -->' },
      { type: 'paragraph', level: null, text: '# 1 of 3, <b and passed\n*passed*' },
      { type: 'code_block', level: null, text: 'ls\n' },
      { type: 'heading', level: 2, text: 'How?' },
      { type: 'html_block', level: null, text: '<!-- coach: fit choice -->' },
      { type: 'paragraph', level: null, text: 'so (So, so)' },
    ]);
  });
});
