import { expect, test } from 'vitest';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { parseEntry, parseWritten, splitEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { readPlainFrontMatter } from '../../../src/formats/entry/front-matter.ts';
import { writtenHead } from '../../../src/formats/entry/peek-head.ts';

const file = `---
coach: 1
id: k3x8m2p9qa
at: "2026-11-22T09:14:05+01:00"
written: "2026-11-22T09:20:00+01:00"
zone: Europe/Berlin
day: "2026-11-22"
bank: member
bank-version: 2
role: member
about: D. and I
tags: [drafts, review]
minutes: 7
---

# The other side

## How does it feel?
<!-- coach: member-felt text -->

Small.
`;

/** What is understood, or what is wrong with it. */
function told(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileMistakes) return error.mistakes;
    throw error;
  }
}

/** As the plain reader of front matters has it, which goes line by line. */
function lineByLine(text: string): unknown {
  const source = splitEntry(text);
  const front = source && readPlainFrontMatter(source.front, 2);
  return front && told(() => parseEntry(source, front, 'a.md'));
}

test('what one expression reads is what the plain reader of front matters reads', () => {
  const end = file.indexOf('\n\n');
  const values = [
    ...Array.from('"#:~/-.,0a '),
    '\t',
    '\r',
    '\n',
    'null',
    'Null',
    '[',
    '] ',
    ', ',
    '  ',
    '\u00a0',
    '\u009b',
  ];
  let glanced = 0;
  for (let at = 0; at < end; at++) {
    const [before, after] = [file.slice(0, at), file.slice(at)];
    for (const text of [before + after.slice(1), ...values.flatMap((put) => edits(before, put, after))]) {
      if (!writtenHead(text)) continue;
      glanced++;
      expect(told(() => parseWritten(text, 'a.md'))).toEqual(lineByLine(text));
    }
  }
  expect(glanced).toBeGreaterThan(500);
});

function edits(before: string, put: string, after: string): readonly string[] {
  return [
    before + put + after,
    before + put + after.slice(1),
    before + put + after.slice(after.indexOf('\n')),
  ];
}

test.each(['zone', 'role', 'about', 'tags', 'minutes'])('a line that is left out: %s', (key) => {
  const text = file.replace(new RegExp(`^${key}: .*\n`, 'm'), '');
  expect(writtenHead(text)).toBeDefined();
  expect(parseWritten(text, 'a.md')).toEqual(lineByLine(text));
});

test.each([
  'id: null',
  'at: "2026-02-30T09:14:05+01:00"',
  'written: "2026-11-22T25:00:00Z"',
  'day: "2026-02-30"',
  'bank: null',
  'role: boss',
  'about: Null',
  'about: "D."',
  'tags: [null]',
])('not at a glance: %s', (line) => {
  const key = line.slice(0, line.indexOf(':'));
  expect(writtenHead(file.replace(new RegExp(`^${key}: .*$`, 'm'), line))).toBeUndefined();
});

test('mistakes below a head that is read at a glance stand on their lines', () => {
  const text = file.replace(' text -->', ' txt -->');
  expect(told(() => parseWritten(text, 'a.md'))).toEqual(lineByLine(text));
  expect(lineByLine(text)).toMatchObject([{ line: 19 }]);
});
