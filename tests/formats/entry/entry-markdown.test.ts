import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { printEntry, splitEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { hostileEntry, plainHostileEntry } from './entry-arbitrary.ts';
import { entryWith, readEntry, textAnswer } from './entry-samples.ts';

const member = entryWith({
  tags: ['drafts', '2026'],
  answers: [
    textAnswer('Small.\n\nThen angry:\n- at D.\n- at myself'),
    {
      question: 'member-closeness',
      asked: 'How did the closeness fit the task?',
      type: 'choice',
      value: 'outlived',
      legend: 'It made sense at first, but not any more',
      skip: null,
    },
    {
      question: 'member-clarity',
      asked: 'How clear is it between you which decisions are yours?',
      type: 'scale',
      value: 3,
      legend: '1 not clear at all, 5 completely clear',
      skip: null,
    },
    {
      question: 'member-prediction',
      asked: 'What do you expect to happen?',
      vague: true,
      type: 'prediction',
      value: {
        expect: 'It will feel better',
        sign: null,
        likelihood: 0.7,
        due: '2026-12-06',
        feeling: 'hoped',
      },
      skip: null,
    },
    {
      question: 'member-step',
      asked: 'What is one step you could take?',
      continues: '8f2qm7c1xy/review-next-plan',
      type: 'commitment',
      value: { when: 'the list is due', then: 'send it unasked', by: '2026-12-01', likelihood: 0.85 },
      skip: null,
    },
    { question: 'member-again', asked: 'How likely is it today?', type: 'percent', value: 0.05, skip: null },
    { question: 'member-until', asked: 'When will you know?', type: 'date', value: '2026-12-24', skip: null },
    {
      question: 'member-outcome',
      asked: 'You expected this. What happened?',
      closes: '8f2qm7c1xy/member-prediction',
      step: 'step-see',
      type: 'choice',
      value: null,
      skip: 'too-close',
    },
  ],
});

test('an entry as a file', () => {
  expect(printEntry(member)).toBe(`---
coach: 1
id: k3x8m2p9qa
at: "2026-11-22T09:14:05+01:00"
written: "2026-11-22T09:21:40+01:00"
zone: Europe/Berlin
day: "2026-11-22"
bank: member
bank-version: 1
role: member
about: D.
tags: [drafts, "2026"]
minutes: 7
---

# When your work is closely managed

## What did you feel in that moment?
<!-- coach: member-felt text -->

Small.

Then angry:
- at D.
- at myself

## How did the closeness fit the task?
<!-- coach: member-closeness choice -->

outlived (It made sense at first, but not any more)

## How clear is it between you which decisions are yours?
<!-- coach: member-clarity scale -->

3 (1 not clear at all, 5 completely clear)

## What do you expect to happen?
<!-- coach: member-prediction prediction vague -->

- Expect: It will feel better
- Likelihood: 70 %
- Due: 2026-12-06
- Feeling: hoped

## What is one step you could take?
<!-- coach: member-step commitment continues=8f2qm7c1xy/review-next-plan -->

- When: the list is due
- Then: send it unasked
- By: 2026-12-01
- Likelihood: 85 %

## How likely is it today?
<!-- coach: member-again percent -->

5 %

## When will you know?
<!-- coach: member-until date -->

2026-12-24

## You expected this. What happened?
<!-- coach: member-outcome choice closes=8f2qm7c1xy/member-prediction step=step-see -->

*too close*
`);
});

test('what is empty or unknown has no line, and an entry may hold no answers', () => {
  const bare = entryWith({ zone: null, role: null, about: null, minutes: null, title: '' });
  expect(printEntry(bare)).toBe(`---
coach: 1
id: k3x8m2p9qa
at: "2026-11-22T09:14:05+01:00"
written: "2026-11-22T09:21:40+01:00"
day: "2026-11-22"
bank: member
bank-version: 1
---
`);
  expect(readEntry(printEntry(bare))).toStrictEqual(bare);
});

describe('law 1: what is read is what was written', () => {
  test('whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileEntry, (entry) => {
        expect(readEntry(printEntry(entry))).toStrictEqual(plainEntry(entry));
      }),
      { numRuns: 750 },
    );
  });

  const texts: readonly string[] = [
    '# one\n## two\n### three\n #### four\n   ## indented',
    '#\n##\n###',
    'above\n---\nbetween\n===\nbelow\n-\n=',
    '---',
    '---\ncoach: 1\nid: aaaaaaaaaa\n---',
    'coach: 1\nat: 2026-11-22',
    '<!-- coach: member-felt text -->',
    '## What did you feel?\n<!-- coach: member-felt text -->\n\nanother answer',
    'the last line\n<!-- coach: member-felt text -->',
    'open\n<!-- coach: member-felt',
    '<!--\n\n## hidden?',
    '```\ncode\n```',
    '```\n# a comment\n## two\n<!-- coach: a text -->\n```\nafter',
    '```\nnever closed\n## heading',
    '```\n~~~\n```\n~~~',
    '~~~~\n~~~\n## in code\n~~~~\n~~~',
    '````js\n```\n# in code\n```\n````',
    '- ```\n```\n- ~~~',
    '``` a ` b\n```x```',
    '    indented code\n    # still code\n\t## and here',
    '<div>\n\n## after html\n\n</div>',
    '<script>\nalert(1)\n## in script',
    '<pre>\n\n<textarea>\n<?php\n<!DOCTYPE>\n<![CDATA[',
    '*passed*',
    '  *passed*  ',
    '\t*passed*',
    '     *not today*',
    '\\*passed*',
    '\\\\*too close*',
    '\n\n*not mine*',
    '*passed* said the examiner',
    '\\# one\n\\\\# two\n\\\n\\\\',
    'مرحبا \u202eback\u202c and \u2066isolated\u2069 שלום',
    '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 é',
    'line\u2028separated\u2029here',
    'a byte order mark\ufeff inside\n\ufeffand before',
    '\n\n  leading\n\n\n and trailing  \n\t\n\n',
    '\u00a0\nafter a blank that is none',
    '\tone\ttab',
    '- Expect: rain\n- Likelihood: 170 %',
    '> quote\n> ```\n---',
    '| a | b |\n|---|---|\n| # | ## |',
    '2026-11-22\n2026-11-22T09:14:05+01:00\n70 %\n4 (1 low, 5 high)\nna\nnull\n~',
  ];
  test.each(texts.map((text) => [text]))('the text %j', (text) => {
    const entry = entryWith({ answers: [textAnswer(text, 'first'), textAnswer(text, 'last')] });
    expect(readEntry(printEntry(entry))).toStrictEqual(entry);
  });

  test('lines of a hundred thousand characters', () => {
    const long = ['word '.repeat(20_000), '#'.repeat(100_000), '`'.repeat(100_000), '\\'.repeat(100_000)];
    const entry = entryWith({
      about: 'x'.repeat(100_000),
      tags: ['"'.repeat(100_000)],
      title: '('.repeat(100_000),
      answers: [textAnswer(long.join('\n'))],
    });
    expect(readEntry(printEntry(entry))).toStrictEqual(entry);
  });

  test('what is no plain text is made so before it is written', () => {
    const text = 'one\r\ntwo\u001b[31m red\u0000\ud800 \u0085three';
    const entry = entryWith({
      about: ' D.\n\t E. ',
      tags: [' ', 'a\nb'],
      title: '\u001b]0;x\u0007T',
      answers: [
        { ...textAnswer(text), asked: 'What\nnow?' },
        textAnswer(' \n ', 'blank'),
        {
          question: 'plan',
          asked: '',
          type: 'commitment',
          value: { when: ' ', then: 'a\nb', by: null, likelihood: null },
          skip: null,
        },
      ],
    });
    expect(readEntry(printEntry(entry))).toStrictEqual(
      entryWith({
        about: 'D. E.',
        tags: ['a b'],
        title: 'T',
        answers: [
          { ...textAnswer('one\ntwo red\ufffd \nthree'), asked: 'What now?' },
          { ...textAnswer('', 'blank'), type: 'text', value: null, skip: 'passed' },
          {
            question: 'plan',
            asked: '',
            type: 'commitment',
            value: { when: null, then: 'a b', by: null, likelihood: null },
            skip: null,
          },
        ],
      }),
    );
  });

  test('every kind of answer without its optional parts', () => {
    const bare: readonly Answer[] = [
      { question: 'a', asked: '', type: 'choice', value: 'x', skip: null },
      { question: 'b', asked: '', type: 'choice', value: 'x', legend: '', skip: null },
      { question: 'c', asked: '', type: 'choice', value: 'x', legend: ') (a) ((', skip: null },
      { question: 'd', asked: '', type: 'scale', value: 'na', legend: 'No (contact)', skip: null },
      { question: 'e', asked: '', type: 'scale', value: -3, skip: null },
      { question: 'f', asked: '', type: 'percent', value: 1, skip: null },
      {
        question: 'g',
        asked: '',
        type: 'prediction',
        value: { expect: '- : - Sign: x', sign: null, likelihood: null, due: null, feeling: null },
        skip: null,
      },
    ];
    const entry = entryWith({ answers: bare });
    expect(readEntry(printEntry(entry))).toStrictEqual(entry);
  });
});

describe('law 2: what was written is written again', () => {
  test('byte for byte', () => {
    fc.assert(
      fc.property(plainHostileEntry, (entry) => {
        const text = printEntry(entry);
        expect(printEntry(readEntry(text))).toBe(text);
      }),
      { numRuns: 250 },
    );
  });
});

describe('law 5: files that went through other systems', () => {
  test('line ends of Windows and of the first Macs, and a byte order mark, are read the same', () => {
    fc.assert(
      fc.property(plainHostileEntry, (entry) => {
        const text = printEntry(entry);
        expect(readEntry(text.replaceAll('\n', '\r\n'))).toStrictEqual(entry);
        expect(readEntry(text.replaceAll('\n', '\r'))).toStrictEqual(entry);
        expect(readEntry(`\ufeff${text}`)).toStrictEqual(entry);
      }),
      { numRuns: 250 },
    );
  });

  test('a missing line feed at the end is no difference', () => {
    const text = printEntry(member);
    expect(readEntry(text.slice(0, -1))).toStrictEqual(member);
  });
});

describe('a file that calls itself an entry', () => {
  test.each([
    ['its front matter has the key', '---\ncoach: 1\n---\n', true],
    ['the key is in quotes', '---\n"coach": 1\n---\n', true],
    ['the key comes later', '---\ntitle: x\ncoach : 1\n---\n', true],
    ['the front matter has no end', '---\ncoach: 1\n', true],
    ['a front matter of another kind', '---\ntitle: coach\n---\n', false],
    ['the key is inside another', '---\npeople:\n  coach: D.\n---\n', false],
    ['the key is in the body', '---\ntitle: x\n---\ncoach: 1\n', false],
    ['no front matter', '# Shopping\n\ncoach: 1\n', false],
    ['a blank line before it', '\n---\ncoach: 1\n---\n', false],
    ['empty', '', false],
    ['only the first line', '---', false],
    ['binary', '\u0000\u0001---\ncoach: 1\n---\n', false],
  ])('%s', (_, text, isEntry) => {
    expect(splitEntry(text) !== undefined).toBe(isEntry);
  });
});
