import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { hostileText, plainHostileEntry } from './entry-arbitrary.ts';
import { sample, tryToRead } from './entry-samples.ts';

describe('no file is a bug', () => {
  test('cut off after any byte', async () => {
    const bytes = Buffer.from(sample);
    for (let length = 0; length <= bytes.length; length++) {
      const text = bytes.subarray(0, length).toString();
      expect(await tryToRead(text)).toBeDefined();
    }
  });

  test('with any letter gone, doubled or made a nought', async () => {
    for (let at = 0; at < sample.length; at++) {
      const [before, letter, after] = [sample.slice(0, at), sample.charAt(at), sample.slice(at + 1)];
      for (const instead of ['', `${letter}${letter}`, '\u0000']) {
        expect(await tryToRead(`${before}${instead}${after}`)).toBeDefined();
      }
    }
  });

  /** What a hand that slips does: cuts something out, puts something in. */
  const edit = fc.record({
    at: fc.noBias(fc.integer({ min: 0, max: 9999 })),
    length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
    put: fc.oneof(
      fc.constantFrom(
        '',
        '\n',
        '\n\n',
        ' ',
        '"',
        "'",
        ':',
        ': ',
        '- ',
        '  ',
        '#',
        '---\n',
        '\t',
        '[',
        ']',
        '{',
        '\\',
      ),
      fc.constantFrom(
        '&a ',
        '*a',
        '!x ',
        '? ',
        '| ',
        '>-\n',
        '%YAML 1.1\n',
        '...\n',
        '<<: ',
        '@',
        '`',
        '(',
        ')',
      ),
      hostileText,
    ),
  });

  test('edited at random: what is still an entry is read, written and read the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        plainHostileEntry,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (entry, edits) => {
          // The line that makes it an entry stays.
          const beginning = '---\ncoach: 1\n';
          const edited = edits.reduce((text, { at, length, put }) => {
            const from = beginning.length + Math.floor((at / 10_000) * (text.length - beginning.length));
            return `${text.slice(0, from)}${put}${text.slice(from + length)}`;
          }, printEntry(entry));
          const found = await tryToRead(edited);
          if (found === undefined || 'length' in found) return;
          expect(plainEntry(found)).toStrictEqual(found);
          expect(await tryToRead(printEntry(found))).toStrictEqual(found);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
