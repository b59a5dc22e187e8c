import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fencedLines, printText, readText } from '../../../src/formats/entry/text-markdown.ts';
import { hostileText } from './entry-arbitrary.ts';

describe('how text looks in the file', () => {
  test.each([
    ['ordinary words stay', 'It was *hard*.\n\n- one\n- two\n\n1. three\n\n> four', undefined],
    ['small headings stay', '### Monday\n#### later', undefined],
    [
      'headings that would end the answer do not',
      '# Monday\n## Tuesday\n#\n##',
      '\\# Monday\n\\## Tuesday\n\\#\n\\##',
    ],
    ['nor do indented ones', '   ## Tuesday', '   \\## Tuesday'],
    ['a number sign is no heading', '#tag and #1', undefined],
    ['code is indented by four', '    ## Tuesday\n\t# Monday', undefined],
    ['a rule stays', 'one\n\n---\n\ntwo', undefined],
    ['a rule below words would make a heading of them', 'one\n---\ntwo\n===', 'one\n\\---\ntwo\n\\==='],
    ['but not below a list or a quote', '- one\n---\n> two\n---\n* three\n-', undefined],
    ['an arrow of equals signs stays', 'one\n==> two\n-- three', undefined],
    ['a closed fence stays, and what is in it', '```\n# x\n---\n<div>\n*passed*\n\\# y\n```', undefined],
    ['text around it does not', '# a\n~~~\n# b\n~~~\n# c', '\\# a\n~~~\n# b\n~~~\n\\# c'],
    ['words may stand right above it', 'log:\n```sh\nls\n```', undefined],
    [
      'a question cannot hide in code',
      '```\n<!-- coach: a text -->\n```',
      '```\n\\<!-- coach: a text -->\n```',
    ],
    ['a rule may stand right below it', '```\nx\n```\n---', undefined],
    ['an open fence is none', '```\nx', '\\```\nx'],
    ['nor an indented one', '- a\n  ```\n  x\n  ```', '- a\n  \\```\n  x\n  \\```'],
    ['a longer fence holds a shorter one', '````\n```\n````', undefined],
    ['an open one does not keep a later one open', '~~~\n```\nx\n```', '\\~~~\n```\nx\n```'],
    ['code on one line stays', '```x```', undefined],
    [
      'HTML is shown, not obeyed',
      '<div>\n</DIV>\n<!-- x\n<?php\n<x-y a=1',
      '\\<div>\n\\</DIV>\n\\<!-- x\n\\<?php\n\\<x-y a=1',
    ],
    ['links and small signs stay', '<https://example.org>\n<a@b.c>\n<3\n< 5', undefined],
    ['the words of a skip', '*passed*\n*not today*  ', '\\*passed*\n\\*not today*  '],
    ['but not within a sentence', '*passed* by\nI *passed*', undefined],
    ['a backslash in front of these', '\\# a\n\\\\*passed*', '\\\\# a\n\\\\\\*passed*'],
    ['but no other backslash', '\\a \\* C:\\temp\n\\', undefined],
  ])('%s', (_, text, printed = text) => {
    expect(printText(text)).toBe(printed);
    expect(readText(printed.split('\n'))).toBe(text);
  });

  test('nothing is lost', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readText(printText(text).split('\n'))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lines of fenced code', () => {
  test.each([
    ['none', 'a\nb', []],
    ['closed', 'a\n```\nb\n```\nc', [1, 2, 3]],
    ['open', '```\nb', []],
    ['closed by a longer one', '~~~\nb\n~~~~~  ', [0, 1, 2]],
    ['not closed by a shorter one', '~~~~\nb\n~~~', []],
    ['not closed by the other kind', '```\nb\n~~~', []],
    ['not closed by one with words', '```\nb\n```js', []],
    ['closed by an indented one', '```\nb\n   ```', [0, 1, 2]],
    ['not closed by one that is code itself', '```\nb\n    ```', []],
    ['not opened by an indented one', ' ```\nb\n```', []],
    ['two of them', '```\n```\n\n~~~ js\n```\n~~~', [0, 1, 3, 4, 5]],
  ])('%s', (_, text, inside) => {
    expect([...fencedLines(text.split('\n'))]).toEqual(inside);
  });

  test('a hundred thousand fences that nothing closes take no time to speak of', { timeout: 5000 }, () => {
    const lines = Array.from({ length: 100_000 }, () => ['`````x', '```']).flat();
    expect(fencedLines(lines).size).toBe(150_000);
  });
});
