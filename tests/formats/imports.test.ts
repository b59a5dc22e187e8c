import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { knowledge } from '../../src/adapters/import/knowledge.ts';
import { readJsonLine } from '../../src/formats/import-json-lines.ts';
import { readJournalCliEntry } from '../../src/formats/import-journal-cli.ts';
import { readJrnlEntry } from '../../src/formats/import-jrnl-json.ts';
import { readJrnlText } from '../../src/formats/import-jrnl-text.ts';
import { readDatedMarkdown } from '../../src/formats/import-dated-markdown.ts';
import { readDayOneEntry } from '../../src/formats/import-day-one.ts';
import { momentFrom, NOTE, noteFrom } from '../../src/formats/imported.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { inShort, readAt, samplePath } from './import-samples/sources.ts';

const MORNING = 'It rained all morning.\n\nI stayed in. @home\n\n  - read\n  - slept';

/** A file of that name with these bytes, gone after the test. */
function fileWith(name: string, bytes: string | Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, name), bytes);
  return path.join(folder, name);
}

describe('every sample is recognised, and all of it is read', () => {
  test.each([
    {
      sample: 'jrnl.json',
      kind: 'jrnl',
      is: [
        {
          at: '2026-11-21T09:14:00',
          zone: null,
          tags: ['home'],
          text: MORNING,
          front: 'imported-from: jrnl',
        },
        {
          at: '2026-11-22T18:05:00',
          zone: null,
          tags: ['river', 'home'],
          text: 'Down to the water @river @home',
          front: 'imported-from: jrnl\nstarred: true',
        },
      ],
    },
    {
      sample: 'jrnl.txt',
      kind: 'jrnl',
      is: [
        {
          at: '2026-11-21T09:14:00',
          zone: null,
          tags: ['home'],
          text: `${MORNING}\n\n[x] this is no header`,
          front: 'imported-from: jrnl',
        },
        {
          at: '2026-11-22T18:05:00',
          zone: null,
          tags: ['river', 'home'],
          text: 'Down to the water @river @home',
          front: 'imported-from: jrnl\nstarred: true',
        },
      ],
    },
    {
      sample: 'jrnl-folder',
      kind: 'jrnl',
      is: [
        expect.objectContaining({ at: '2026-11-21T09:14:00', tags: ['home'] }),
        expect.objectContaining({ at: '2026-11-21T23:50:00', text: 'Late.' }),
        expect.objectContaining({ at: '2026-11-22T18:05:00', tags: ['river', 'home'] }),
      ],
    },
    {
      sample: 'day-one.json',
      kind: 'day-one',
      is: [
        {
          at: '2026-11-22T09:14:05+01:00',
          zone: 'Europe/Berlin',
          tags: ['home', 'two-words'],
          text: '# Rain\n\nAll morning\\.\n\n![](dayone-moment://AA11)',
          front: 'imported-from: day-one\nsource-id: "0F3A5B7C9D1E4F60A1B2C3D4E5F60718"\nstarred: true',
        },
        expect.objectContaining({ at: '2026-06-30T23:30:00-04:00', zone: 'America/New_York' }),
        expect.objectContaining({ at: '2026-10-25T02:30:00+02:00', text: 'The first half past two.' }),
        expect.objectContaining({ at: '2026-10-25T02:30:00+01:00', text: 'The second half past two.' }),
        expect.objectContaining({ at: '2026-11-20', text: 'A whole day.' }),
        expect.objectContaining({ at: '2026-11-19T12:00:00+00:00', zone: null }),
      ],
    },
    {
      sample: 'journal-cli.json',
      kind: 'journal-cli',
      is: [
        {
          at: '2023-09-08T12:19:40+00:00',
          zone: null,
          tags: [],
          text: '### journal\n\nA slow day.\n\n### status\n\n**health rating**: 4\n\n**health notes**: Much better.',
          front: 'imported-from: journal-cli',
        },
      ],
    },
    {
      sample: 'daily',
      kind: 'markdown',
      is: [
        {
          at: '2026-11-22',
          zone: null,
          tags: ['walk', 'two-words'],
          text: 'To the [[river]] and back.\n\n![[bridge.png]]',
          front:
            'imported-from: markdown\nsource-file: "2026-11-22.md"\nmood: 7 # out of ten\nwas-day: Sunday',
        },
        expect.objectContaining({
          at: '2026-11-20T08:00:00+01:00',
          text: 'Somewhere\n\nNo day in its name.',
        }),
        expect.objectContaining({ at: '2026-11-21T18:30:00', text: 'Trip to Rome\n\n# Rome\n\nAt last.' }),
      ],
    },
    {
      sample: 'lines.jsonl',
      kind: 'lines',
      is: [
        {
          at: '1660-01-11',
          zone: null,
          tags: [],
          text: 'This morning I rose.',
          front: 'imported-from: lines',
        },
        {
          at: '2026-11-22T09:14:05+01:00',
          zone: null,
          tags: ['home'],
          text: 'Rain\n\nAll day.',
          front: 'imported-from: lines\nsource-id: "7"',
        },
        expect.objectContaining({ at: '0001-01-01' }),
        expect.objectContaining({ at: '9999-12-31T23:59:00' }),
      ],
    },
  ])('$sample', ({ sample, kind, is }) => {
    const found = readAt(samplePath(sample));
    expect(found.kind).toBe(kind);
    expect(found.items.map((item) => inShort(item, found.kind))).toEqual(is);
  });
});

describe('what cannot be read is said to be that, with where and what was expected', () => {
  const place = 'a.json, entry 1';
  test.each([
    {
      read: () => [readJsonLine({ date: '2026-02-30', text: 'x' }, place)],
      says: /expected a "date" such as/,
    },
    { read: () => [readJsonLine({ date: '2026-02-28', text: 7 }, place)], says: /expected a "text"/ },
    { read: () => [readJsonLine(7, place)], says: /expected \{"date"/ },
    {
      read: () => [readJrnlEntry({ title: 'x', date: '2026-11-31', time: '09:14' }, place)],
      says: /expected a "date"/,
    },
    { read: () => [readJrnlEntry({ title: 'x', date: '2026-11-30', time: '25:14' }, place)], says: /"time"/ },
    { read: () => [...readJrnlText('lost words\n[2026-11-22 09:14] x', 'j')], says: /above the first entry/ },
    { read: () => [...readJrnlText('[2026-13-22 09:14] x', 'j')], says: /time in brackets/ },
    { read: () => [...readJrnlText('[22 Nov 2026, 9:14] x', 'j')], says: /time in brackets/ },
    { read: () => [readDayOneEntry({ text: 'x' }, place, () => 0)], says: /"creationDate"/ },
    {
      read: () => [readJournalCliEntry({ date: 'monday', data: {} }, place)],
      says: /"2023-09-08 12:19:40 UTC"/,
    },
    { read: () => [readDatedMarkdown('x', 'Somewhere.md')], says: /no day in its name/ },
    {
      read: () => [readDatedMarkdown('---\na: [\n---\nx', '2026-11-22.md')],
      says: /line \d: the front matter/,
    },
    {
      read: () => [readDatedMarkdown('---\ncoach: 1\n---\n', '2026-11-22.md')],
      says: /an entry of coach already/,
    },
  ])('$says', ({ read, says }) => {
    expect(read()[0]).toMatchObject({ mistake: expect.stringMatching(says) });
  });
});

test('what stands in brackets within an entry of jrnl is text, unless it is a date', () => {
  const text = '[2026-11-22 09:14] x\n[12:30] lunch\n[1.2] a chapter\n[ ] to do\n[2026-11-23] y';
  const items = [...readJrnlText(text, 'j')];
  expect(items).toMatchObject([
    { foreign: { text: 'x\n\n[12:30] lunch\n[1.2] a chapter\n[ ] to do' } },
    { place: 'j:5', foreign: { at: '2026-11-23', text: 'y' } },
  ]);
});

test.each([
  ['GMT+0200', '2026-11-22T10:14:05+02:00', []],
  ['GMT-3', '2026-11-22T05:14:05-03:00', []],
  ['Asia/Kolkata', '2026-11-22T13:44:05+05:30', []],
  ['Moon/Crater', '2026-11-22T08:14:05+00:00', ['unknown time zones']],
  [undefined, '2026-11-22T08:14:05+00:00', []],
])('the time of Day One in the zone %s', (timeZone, at, lost) => {
  const value = { creationDate: '2026-11-22T08:14:05Z', timeZone, text: 'x' };
  expect(readDayOneEntry(value, 'here', knowledge.offsetIn)).toMatchObject({ foreign: { at, lost } });
});

test.each([
  ['lines', '{"date": 7, "text": "x"}\n{"date": "2026-11-22", "text": "y"}\n', 'lines', 'half:1'],
  ['a list', '[{"date": 7}, {"date": "2026-11-22", "text": "y"}]', 'lines', 'half, entry 1'],
  ['a list of coach', '[7, {"format": 1, "answers": []}]', 'coach', 'half, entry 1'],
])('%s are told for what they are, though the first is damaged', (_what, text, kind, place) => {
  const found = readAt(fileWith('half', text));
  expect(found).toMatchObject({ kind, items: [{ place, mistake: expect.any(String) }, {}] });
});

describe('files that have to be made readable first, or that are nothing of the kind', () => {
  test.each([
    ['age', 'age-encryption.org/v1\n-> X25519 abc\n', /encrypted with age/],
    ['age in letters', '-----BEGIN AGE ENCRYPTED FILE-----\n', /encrypted with age/],
    ['gpg in letters', '-----BEGIN PGP MESSAGE-----\n', /encrypted with gpg/],
    ['gpg', Uint8Array.of(0x85, 0x02, 0x0c, 0x03, 0, 1), /encrypted with gpg/],
    ['jrnl', 'gAAAAABlX1abcdefghijklmnopqrstuvwxyz0123456789==', /an encrypted journal of jrnl/],
    ['SQLite', 'SQLite format 3\0', /an SQLite database/],
    ['bytes', Uint8Array.of(1, 0, 2), /no text/],
    ['words', 'Dear diary', /nothing that coach can import/],
    ['other JSON', '{"a": 1}', /nothing that coach can import/],
    ['half a JSON', '[{"a": 1}', /half:1: this is not JSON/],
    ['nothing', '', /nothing that coach can import/],
  ])('%s', (_what, bytes, says) => {
    expect(() => readAt(fileWith('half', bytes))).toThrow(says);
  });

  test('what is said to be of another kind than it is', () => {
    expect(() => readAt(samplePath('jrnl.json'), 'day-one')).toThrow(
      'jrnl.json does not look like Day One, but like jrnl',
    );
  });
});

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2026-11-22 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22T09:14:05.678Z', '2026-11-22T09:14:05+00:00'],
  ['2023-09-08 12:19:40 UTC', '2023-09-08T12:19:40+00:00'],
  ['2026-11-22T09:14:05-0330', '2026-11-22T09:14:05-03:30'],
  ['0000-01-01', undefined],
  ['10000-01-01', undefined],
  ['2026-11-22T24:00', undefined],
])('the moment of %s', (text, moment) => {
  expect(momentFrom(text)).toBe(moment);
});

test('the question is that of the bank', () => {
  const bank = builtInBanks.find(({ bank }) => bank.name === NOTE.bank)?.bank;
  expect(bank).toMatchObject({ name: NOTE.bank, version: NOTE.version, title: NOTE.title });
  expect(JSON.stringify(bank)).toContain(JSON.stringify(NOTE.asked));
  expect(JSON.stringify(bank)).toContain(JSON.stringify(NOTE.question));
});

test('an id is made from where an entry comes from, and is the same each time', () => {
  const { hash } = knowledge;
  const idOf = (
    ...[kind, foreign]: Parameters<typeof noteFrom> extends [infer K, infer F, ...unknown[]] ? [K, F] : never
  ) => noteFrom(kind, foreign, hash).id;
  const rain = { at: '2026-11-22', text: 'Rain.' };
  expect(idOf('jrnl', rain)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(idOf('jrnl', { ...rain })).toBe(idOf('jrnl', rain));
  expect(idOf('jrnl', { ...rain, tags: ['home'], sourceFile: 'a.md' })).toBe(idOf('jrnl', rain));
  const others = [
    idOf('lines', rain),
    idOf('jrnl', { ...rain, at: '2026-11-21' }),
    idOf('jrnl', { ...rain, text: 'Sun.' }),
    idOf('jrnl', { ...rain, sourceId: '1' }),
  ];
  expect(new Set([idOf('jrnl', rain), ...others]).size).toBe(5);
});
