import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitEntry, printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { printScalar, readPlainFrontMatter } from '../../../src/formats/entry/front-matter.ts';
import { readYamlFrontMatter } from '../../../src/formats/entry/front-matter-yaml.ts';
import { plainText, oneLine } from '../../../src/domain/text/plain-text.ts';
import { hostileLine, plainHostileEntry } from './entry-arbitrary.ts';

/** What a YAML reader with a schema of its own makes of a text. */
function parsedAs(version: '1.1' | '1.2', source: string): unknown {
  return parse(source, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core', logLevel: 'error' });
}

describe('the plain reader', () => {
  test.each([
    ['words', 'about: D.', 'D.'],
    ['an empty value', 'about:', null],
    ['blanks', 'about:   D.  E.  ', 'D.  E.'],
    ['quotes', 'about: "a \\"b\\" \\\\ \\u00e9 \\t # : c"', 'a "b" \\ é \t # : c'],
    ['a time without quotes', 'at: 2026-11-22T09:14:05+01:00', '2026-11-22T09:14:05+01:00'],
    ['a number', 'minutes: 007', '007'],
    ['nothing in words', 'about: NULL', null],
    ['nothing as a sign', 'about: ~', null],
    ['a list', 'tags: [a, "b, c",  d e ]', ['a', 'b, c', 'd e']],
    ['an empty list', 'tags: [ ]', []],
    ['a list with a comma at the end', 'tags: [a, ]', ['a']],
    ['a block list', 'tags:\n  - a\n- "b"', ['a', 'b']],
    ['an item that is nothing', 'tags:\n- null', undefined],
    ['an item left out', 'tags: [a, , b]', undefined],
    ['a list within a list', 'tags: [a, [b]]', undefined],
    ['a list left open', 'tags: [a', undefined],
    ['single quotes', "about: 'D.'", undefined],
    ['a comment', 'about: D. # who', undefined],
    ['a tab in quotes', 'about: "a\tb"', undefined],
    ['quotes left open', 'about: "a', undefined],
    ['words after quotes', 'about: "a" b', undefined],
    ['a colon and a blank', 'about: a: b', undefined],
    ['a reserved sign', 'about: @a', undefined],
    ['a mapping', 'about: {a: b}', undefined],
    ['a nested key', 'about:\n  a: b', undefined],
    ['a key twice', 'about: a\nabout: b', undefined],
    ['a blank line', 'about: a\n', undefined],
    ['no key', 'about', undefined],
  ])('%s', (_, source, value) => {
    const read = readPlainFrontMatter(source.split('\n'), 2);
    expect(read && [...read.fields.values()].map((field) => field.value)).toEqual(
      value === undefined ? value : [value],
    );
  });

  test('says where a value stands, and keeps the lines of each key', () => {
    expect(readPlainFrontMatter(['id:  k3x8', 'tags:', '  - a', 'role: "x"'], 5)).toEqual({
      fields: new Map([
        ['id', { value: 'k3x8', line: 5, column: 6 }],
        ['tags', { value: ['a'], line: 6, column: 6 }],
        ['role', { value: 'x', line: 8, column: 7 }],
      ]),
      sources: [
        { key: 'id', source: 'id:  k3x8' },
        { key: 'tags', source: 'tags:\n  - a' },
        { key: 'role', source: 'role: "x"' },
      ],
    });
  });
});

describe('both readers', () => {
  test('say the same of what coach writes, to the column', () => {
    fc.assert(
      fc.property(plainHostileEntry, ({ extra, ...entry }) => {
        const text = printEntry({ ...entry, extra: { ...extra, front: '' } });
        const front = splitEntry(text)?.front ?? [];
        expect(readPlainFrontMatter(front, 2)).toEqual(readYamlFrontMatter(front, 2, 'a.md'));
      }),
      { numRuns: 250 },
    );
  });

  const scalar = fc.oneof(
    hostileLine.map(plainText),
    hostileLine.map((text) => printScalar(oneLine(text))),
    fc.stringMatching(/^[-\w.:#"'/()+~ ]{0,12}$/),
    fc.constantFrom(
      '1:2',
      'a:b',
      '12:30:00',
      'a #b',
      'a#b',
      "it's",
      '-',
      '- a',
      'a -',
      '?',
      '1,2',
      'a: ',
      '"a"b',
      '"a" ',
      '| a',
    ),
  );
  const list = fc.array(scalar, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`);
  const block = fc
    .array(scalar, { maxLength: 3 })
    .map((items) => items.map((item) => `\n  - ${item}`).join(''));

  test('agree on whatever the plain one understands', () => {
    let understood = 0;
    fc.assert(
      fc.property(fc.oneof(scalar, list, block), (value) => {
        const lines = `own: ${value}`.split('\n');
        const plain = readPlainFrontMatter(lines, 2);
        if (!plain) return;
        understood++;
        const full = readYamlFrontMatter(lines, 2, 'a.md');
        expect(full.fields.get('own')?.value).toEqual(plain.fields.get('own')?.value);
        expect(full.sources).toEqual(plain.sources);
      }),
      { numRuns: 2500 },
    );
    expect(understood).toBeGreaterThan(500);
  });
});

describe('the full reader', () => {
  test.each([
    ['single quotes', "about: 'D. # not a comment'", 'D. # not a comment'],
    ['a comment', 'about: D. # who', 'D.'],
    ['a text of many lines', 'about: |\n  one\n  two', 'one\ntwo\n'],
    ['numbers and truth as they are written', 'about: [012, 1.0, yes, 0x1F]', ['012', '1.0', 'yes', '0x1F']],
    ['nothing', 'about: ', null],
    ['nothing in quotes is text', "about: 'null'", 'null'],
    ['a mapping', 'about: {a: b}', undefined],
    ['a list of lists', 'about: [[a], [b]]', undefined],
    ['a link without quotes', 'about: [[a]]', '[[a]]'],
    ['a link with a comma in it', 'about: [[a, b]]', '[[a, b]]'],
    ['a reference', 'about: *a', undefined],
    ['a tag', 'about: !person D.', 'D.'],
  ])('%s', (_, source, value) => {
    expect(readYamlFrontMatter(source.split('\n'), 2, 'a.md').fields.get('about')?.value).toEqual(value);
  });

  test.each([
    ['nothing but a comment', '# nothing', 'a.md:2:1: the front matter holds no "key: value" lines'],
    ['a list', '- a', 'a.md:2:1: the front matter holds no "key: value" lines'],
    ['all in braces', '{coach: 1,\nid: x}', 'a.md:2:1: the front matter holds no "key: value" lines'],
    [
      'a second document',
      'a: 1\n...\nb: 2',
      'a.md:4:1: the front matter is not YAML: Source contains multiple documents',
    ],
    [
      'a tab before a key',
      'a:\n\tb: 1',
      'a.md:3:1: the front matter is not YAML: Tabs are not allowed as indentation',
    ],
  ])('refuses %s', (_, source, message) => {
    expect(() => readYamlFrontMatter(source.split('\n'), 2, 'a.md')).toThrow(message);
  });
});

describe('a text as YAML', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['D. und E.', 'D. und E.'],
    ["it's", "it's"],
    ['k3x8m2p9qa', 'k3x8m2p9qa'],
    ['3x8m2p9qak', '3x8m2p9qak'],
    ['Ünal', 'Ünal'],
    ['2026', '"2026"'],
    ['2026-11-22', '"2026-11-22"'],
    ['1e10', '"1e10"'],
    ['0x1f', '"0x1f"'],
    ['0b1', '"0b1"'],
    ['e5', '"e5"'],
    ['e-5', '"e-5"'],
    ['No', '"No"'],
    ['null', '"null"'],
    ['', '""'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['- a', '"- a"'],
    ['"a"', '"\\"a\\""'],
    ['a, b', '"a, b"'],
    ['~', '"~"'],
  ])('%s', (text, printed) => {
    expect(printScalar(text)).toBe(printed);
  });

  test('is that text to every YAML reader, alone and in a list', () => {
    fc.assert(
      fc.property(fc.oneof(hostileLine.map(oneLine), fc.stringMatching(/^[0-9a-fox._+-]{1,10}$/)), (text) => {
        const source = `own: ${printScalar(text)}\nlist: [${printScalar(text)}, x]`;
        expect(parsedAs('1.2', source)).toEqual({ own: text, list: [text, 'x'] });
        expect(parsedAs('1.1', source)).toEqual({ own: text, list: [text, 'x'] });
      }),
      { numRuns: 1500 },
    );
  });

  test('whole front matters keep their times, days and names in every YAML reader', () => {
    fc.assert(
      fc.property(plainHostileEntry, ({ extra, ...entry }) => {
        const text = printEntry({ ...entry, extra: { ...extra, front: '' } });
        const front = splitEntry(text)?.front.join('\n') ?? '';
        const { id, at, written, zone, day, bank, bankVersion, about, tags } = entry;
        for (const version of ['1.1', '1.2'] as const) {
          expect(parsedAs(version, front)).toMatchObject({
            id,
            at,
            written,
            day,
            bank,
            'bank-version': bankVersion,
            ...(zone !== null && { zone }),
            ...(about !== null && { about }),
            ...(tags.length > 0 && { tags }),
          });
        }
      }),
      { numRuns: 250 },
    );
  });
});
