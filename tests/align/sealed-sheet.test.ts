import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import type { Mark } from '../../src/align/decision-steps.ts';
import type { SealedPiece, SealedSheet } from '../../src/align/piece.ts';
import { sealedEntry, sealedPieces } from '../../src/align/sealed-entry.ts';
import { comparedPairs, pairedByName } from '../../src/align/sealed-pairs.ts';
import { tooMuchToSeal } from '../../src/align/sealed-refusals.ts';
import {
  asItLeaves,
  changedSince,
  leavingOf,
  MOST,
  readSheet,
  sheetBytes,
} from '../../src/align/sealed-sheet.ts';
import { sealedTextIn } from '../../src/align/sealed-file.ts';
import { parseWritten, printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { BERLIN, NOON } from '../cli/coach.ts';
import { filled, NO_SIDE, sealed } from './sheets.ts';
import { sheetsOf } from '../../src/align/sheet.ts';
import { SEALED_FILE, UNOPENABLE } from './sealed-texts.ts';

const now = { epoch: NOON, zone: BERLIN };
const marks: readonly Mark[] = [null, 1, 2, 3, 4, 5, 6, 7];

/** Any text, and such as has broken files before. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '---',
    '# not a heading',
    '<!-- coach: align-piece text -->',
    '*passed*',
    '\\',
    '```',
    '&amp;',
    '1. a',
    'مرحبا',
    '計画',
  ),
);
const words = fc.option(anyText, { nil: null });
const anyPiece: fc.Arbitrary<SealedPiece> = fc
  .record({
    title: anyText,
    example: words,
    mine: fc.record({
      today: fc.constantFrom(...marks),
      wanted: fc.constantFrom(...marks),
      means: words,
      limits: words,
      look: words,
    }),
  })
  .map(asItLeaves)
  .filter(({ title }) => title !== '');
const anySheet: fc.Arbitrary<SealedSheet> = fc.record({
  from: fc.constantFrom('doer', 'lead'),
  pieces: fc.array(anyPiece, { minLength: 1, maxLength: 5 }),
});

describe('for any sheet', () => {
  test('what is opened is what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, async (sheet) => {
        const text = await ageSealing.sealWithPassphrase(sheetBytes(sheet), 'pair evolve', 2);
        const found = sealedTextIn(text);
        const bytes =
          'is' in found ? found.is : await ageSealing.openWithPassphrase(found.sealed, 'pair evolve', 2);
        expect(typeof bytes === 'string' ? bytes : readSheet(bytes)).toEqual(sheet);
      }),
    );
  });

  test('its entry keeps just what left, in its file as well', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const role = sheet.from === 'doer' ? 'member' : 'manager';
        const entry = sealedEntry({ about: 'D.', role }, sheet, 'k3x8m2p9qa', now, 4);
        expect(sealedPieces(entry)).toEqual(sheet.pieces);
        const read = parseWritten(printEntry(entry), 'a.md');
        expect(read && sealedPieces(read)).toEqual(sheet.pieces);
      }),
    );
  });

  test('both of the two see the same, whoever opens', () => {
    const lists = fc.array(fc.tuple(anyPiece, anyPiece, fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.array(anyPiece, { maxLength: 2 }), (both, more) => {
        const doer = [...both.map(([one]) => one), ...more];
        const lead = both.map(([one, other, isNamedAlike]) =>
          isNamedAlike ? { ...other, title: one.title } : other,
        );
        const asDoer = pairedByName(doer, lead.toReversed());
        const asLead = pairedByName(lead.toReversed(), doer);
        expect(comparedPairs('member', asDoer.pairs, doer, lead.toReversed())).toEqual(
          comparedPairs('manager', asLead.pairs, lead.toReversed(), doer),
        );
        expect(asDoer.onlyYours).toEqual(asLead.onlyTheirs);
      }),
    );
  });
});

describe('what leaves', () => {
  test('is nothing that was written for oneself alone, no name, no id and no day', () => {
    const own = filled(
      '2026-11-22',
      {
        piece: 'Rota',
        today: 'set',
        'last-time': 'canary-last',
        'guess-today': 'own',
        'guess-wanted': 'informed',
      },
      { about: 'canary-name', tags: ['canary-tag'], id: 'canary0000' },
    );
    const [sheet] = sheetsOf([own]);
    const text = Buffer.from(sheet ? sheetBytes(leavingOf(sheet)) : []).toString();
    expect(text.trimEnd()).toBe(
      '{"format":"coach-align","version":1,"from":"doer","pieces":[{"title":"Rota","example":null,"today":"set","wanted":null,"means":null,"limits":null,"look":null}]}',
    );
  });

  test('the length of a file told which steps were marked', () => {
    const lengths = marks.map(
      (today) =>
        sheetBytes({ ...sealed, pieces: [{ title: 'Rota', example: null, mine: { ...NO_SIDE, today } }] })
          .length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  test('what is told as changed is what differs from what left', () => {
    const [one] = sealed.pieces;
    const rota = { title: 'Rota', example: null, mine: NO_SIDE };
    expect(one && changedSince([one, rota], [{ ...one, title: ` ${one.title} ` }])).toEqual([]);
    expect(one && changedSince([one], [one, rota])).toEqual(['Rota']);
    expect(one && changedSince([one], [{ ...one, mine: { ...one.mine, wanted: 1 } }])).toEqual([
      'Client pricing',
    ]);
  });
});

describe('a sheet that is too much', () => {
  const rota = { title: 'Rota', example: null, mine: NO_SIDE };
  const many = (count: number) => Array.from({ length: count }, () => rota);

  test.each([
    { case: '40 pieces', pieces: many(40), is: undefined },
    {
      case: '41 pieces',
      pieces: many(41),
      is: 'your sheet has 41 pieces of work, and a sealed file takes 40',
    },
    { case: '2,000 letters', pieces: [{ ...rota, example: '計'.repeat(2000) }], is: undefined },
    {
      case: '2,001 letters',
      pieces: [rota, { ...rota, mine: { ...NO_SIDE, means: 'a'.repeat(2001) } }],
      is: 'piece 2 of your sheet: "Means needed" has 2001 letters, and a sealed file takes 2000',
    },
    {
      case: 'more than 64 kB in all',
      pieces: many(30).map((one) => ({ ...one, example: 'a'.repeat(2000) })),
      is: 'your sheet is too long for a sealed file, which takes 64 kB',
    },
  ])('$case', ({ pieces, is }) => {
    const sheet: SealedSheet = { from: 'doer', pieces };
    expect(tooMuchToSeal(sheet, sheetBytes(sheet).length)?.message).toBe(is);
  });

  test('the longest that is sealed is one that is opened', async () => {
    const bytes = new Uint8Array(MOST.bytes).fill(0x20);
    const text = await ageSealing.sealWithPassphrase(bytes, 'pair', 10);
    expect(text.replaceAll('\n', '\r\n').length).toBeLessThanOrEqual(65_536);
  });
});

describe('what is in a file, and is no sheet', () => {
  const json = (more: object, piece: object = {}) =>
    JSON.stringify({
      format: 'coach-align',
      version: 1,
      from: 'lead',
      pieces: [{ title: 'Rota', ...piece }],
      ...more,
    });

  test.each([
    { case: 'no JSON', text: 'Rota', is: { is: 'other' } },
    { case: 'JSON of another kind', text: '[1]', is: { is: 'other' } },
    { case: 'another format', text: json({ format: 'coach-report' }), is: { is: 'other' } },
    { case: 'a later version', text: json({ version: 2, from: 'both' }), is: { is: 'newer' } },
    { case: 'no version', text: json({ version: 'one' }), is: { is: 'other' } },
    { case: 'neither side', text: json({ from: 'both' }), is: { is: 'other' } },
    { case: 'no pieces', text: json({ pieces: [] }), is: { is: 'other' } },
    {
      case: '41 pieces',
      text: json({ pieces: Array.from({ length: 41 }, () => ({ title: 'a' })) }),
      is: { is: 'too-many', count: 41 },
    },
    {
      case: '2,001 letters',
      text: json({}, { means: 'a'.repeat(2001) }),
      is: { is: 'too-long', piece: 1, part: 'means' },
    },
    {
      case: 'a title of 2,001 letters',
      text: json({}, { title: 'a'.repeat(2001) }),
      is: { is: 'too-long', piece: 1, part: 'title' },
    },
    {
      case: 'a number for a text',
      text: json({}, { look: 7 }),
      is: { is: 'no-text', piece: 1, part: 'look' },
    },
    {
      case: 'a step that is none',
      text: json({}, { wanted: 'unsure' }),
      is: { is: 'no-step', piece: 1, part: 'wanted' },
    },
    {
      case: 'a title that no screen shows',
      text: json({}, { title: '\u202e\u0007' }),
      is: { is: 'no-text', piece: 1, part: 'title' },
    },
    { case: 'no title', text: json({ pieces: [{ today: 'set' }] }), is: { is: 'other' } },
  ])('$case', ({ text, is }) => {
    expect(readSheet(new TextEncoder().encode(text))).toEqual(is);
  });

  test('control characters are taken out, and keys that are not known are passed over', () => {
    const text = json(
      { name: 'canary' },
      { example: 'a\u001b[31m\u202eb\nc', today: 'own', guess: 'canary' },
    );
    expect(readSheet(new TextEncoder().encode(text))).toEqual({
      from: 'lead',
      pieces: [{ title: 'Rota', example: 'ab c', mine: { ...NO_SIDE, today: 7 } }],
    });
  });
});

describe('a sealed text', () => {
  const whole = { sealed: SEALED_FILE };

  test.each([
    { case: 'as it was written', text: SEALED_FILE },
    { case: 'in a message', text: `Hello,\n\n${SEALED_FILE}\nSee you on Monday.\n-----END\n` },
    { case: 'quoted in an answer', text: SEALED_FILE.replaceAll(/^/gm, '> ') },
    { case: 'indented, with the line ends of Windows', text: SEALED_FILE.replaceAll('\n', '\r\n  ') },
    {
      case: 'with lines that were broken anew',
      text: SEALED_FILE.replaceAll(/^([A-Za-z0-9+/=]{20})(.+)$/gm, '$1\n$2'),
    },
  ])('$case', ({ text }) => {
    expect(sealedTextIn(text)).toEqual(whole);
  });

  test.each(UNOPENABLE.filter(({ case: name }) => !name.includes('larger')))('$case is none', ({ text }) => {
    expect(sealedTextIn(text)).toHaveProperty('is');
  });
});
