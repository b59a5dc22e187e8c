import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { withoutName } from '../../src/import/read-documents.ts';
import { CoachError } from '../../src/domain/text/errors.ts';
import { readJsonLine } from '../../src/import/import-json-lines.ts';
import { readJournalCliEntry } from '../../src/import/import-journal-cli.ts';
import { readJrnlEntry } from '../../src/import/import-jrnl-json.ts';
import { readJrnlText } from '../../src/import/import-jrnl-text.ts';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { momentFrom, NOTE, noteFrom, type SourceItem } from '../../src/import/foreign-entry.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { inShort, readAt, samplePath } from './samples/sources.ts';

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
        expect.objectContaining({
          at: '2026-11-21T09:14:00',
          tags: ['home'],
          text: 'It rained all morning.\n\nI stayed in. @home\n\n[10:00] is no date to jrnl.',
        }),
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
    { read: () => [readDatedMarkdown('x', '2026-02-30.md')], says: /the day in its name does not exist/ },
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

test('a line that looked like the beginning of an entry of jrnl went into the entry above, untold', () => {
  const first = '[2026-11-22 09:14] x\n';
  const dates = [
    '2019-07 14:23',
    'Jan 2 2026 10:00',
    '03.01.2026 10:00',
    '11/22/26 09:14',
    '22 janvier 2026 10:00',
  ];
  for (const date of dates) {
    expect([...readJrnlText(`${first}[${date}] y`, 'j')]).toEqual([
      {
        place: 'j:2',
        mistake: expect.stringMatching(/^this looks like the beginning of an entry.*jrnl --format json/),
      },
      { place: 'j:1', foreign: expect.objectContaining({ text: `x\n\n[${date}] y` }) },
    ]);
    expect([...readJrnlText(`[${date}] y\nz\n${first}`, 'j')]).toMatchObject([
      { place: 'j:1', mistake: expect.stringMatching(/not understood.*jrnl --format json/) },
      { place: 'j:3', foreign: { text: 'x' } },
    ]);
  }
  for (const text of ['1.2.3', 'Chapter 12 of 1984', '192.168.10.1', '10:00 AM', 'see 2019-07', 'x']) {
    expect([...readJrnlText(`${first}[${text}] y`, 'j')]).toHaveLength(1);
  }
});

test.each([
  ['Sun 2026-11-22 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22 Sun 09:14', '2026-11-22T09:14:00'],
  ['2026-11-22 09.14', '2026-11-22T09:14:00'],
  ['2026/11/22 9:14 p.m.', '2026-11-22T21:14:00'],
])('jrnl dates an entry [%s]', (date, at) => {
  expect([...readJrnlText(`[${date}] x`, 'j')]).toMatchObject([{ foreign: { at, text: 'x' } }]);
});

test('the tags of jrnl were cut at the first letter with an accent', () => {
  expect([...readJrnlText('[2026-11-22 09:14] Größe @café @日本 @ärger\n@naïve-x a@b', 'j')]).toMatchObject([
    { foreign: { tags: ['café', '日本', 'ärger', 'naïve-x'] } },
  ]);
});

test('an entry of jrnl had another text from its file than from its JSON', () => {
  const read = ([item]: readonly SourceItem[]): unknown =>
    inShort(item ?? { place: '', mistake: 'none' }, 'jrnl');
  const json = { body: 'body', date: '2026-01-01', time: '10:00', tags: [] };
  for (const [line, title, starred] of [
    ['**Bold title**', 'Bold title', true],
    ['*passed*', 'passed', true],
    ['A *word* more', 'A *word* more', false],
  ] as const) {
    const text = `[2026-01-01 10:00] ${line}\n\n  body\n\n`;
    expect(read([...readJrnlText(text, 'j')])).toEqual(
      read([readJrnlEntry({ ...json, title, starred }, 'j')]),
    );
  }
});

test('an answer nested very deep was taken for a bug in coach', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
  expect(readJournalCliEntry({ date: '2023-09-08 12:19:40 UTC', data: { deep } }, 'j')).toEqual({
    place: 'j',
    mistake: 'an answer is nested more than 100 levels deep',
  });
});

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
    ['2026-11-22 2.md', '2026-11-22', '2\n\nx'],
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
});

test('text of Day One without its form says that it is lost', () => {
  const rich = (attributes: unknown): unknown =>
    readDayOneEntry(
      {
        creationDate: '2026-11-22T08:14:05Z',
        richText: JSON.stringify({ contents: [{ text: 'Title', attributes }, { text: '\nx' }] }),
      },
      'here',
      knowledge.offsetIn,
    );
  expect(rich({ line: { header: 1 } })).toMatchObject({
    foreign: { text: 'Title\nx', lost: ['formatting'] },
  });
  expect(rich(undefined)).toMatchObject({ foreign: { lost: [] } });
});

test('lines of JSON of two programs that both count from 1 were taken for the same', () => {
  const idOf = (value: unknown): string => {
    const item = readJsonLine(value, 'a:1');
    return 'foreign' in item ? noteFrom('lines', item.foreign, knowledge.hash).id : item.place;
  };
  const one = { date: '2026-11-22', text: 'x', id: 1 };
  expect(idOf({ ...one, text: 'y' })).toBe(idOf(one));
  const others = [{ date: '2020-05-05' }, { id: '1' }, { id: 2 }, { id: '' }, { id: ' ', text: 'z' }];
  expect(new Set([one, ...others.map((other) => ({ ...one, ...other }))].map(idOf)).size).toBe(6);
});

describe('a first line that tells nothing', () => {
  const line = (text: string): string => `${JSON.stringify({ date: '2026-11-22', text })}\n`;
  const long = line('x'.repeat(1_100_000));

  test.each([
    ['longer than what is looked at first', long + line('y'), 2],
    ['and no other', long, 1],
    ['half a line', `${line('x').slice(0, 20)}\n${line('y')}`, 2],
  ])('%s', (_what, text, count) => {
    const found = readAt(fileWith('a.jsonl', text));
    expect(found.kind).toBe('lines');
    expect(found.items).toHaveLength(count);
    expect(found.items.at(-1)).toHaveProperty('foreign');
  });

  test('of coach, and of what --from says', () => {
    const coach = `{"format": 1, "id": "${'x'.repeat(1_100_000)}`;
    expect(readAt(fileWith('a', coach)).kind).toBe('coach');
    expect(readAt(fileWith('a', `{"at": "${'x'.repeat(1_100_000)}"}`), 'lines').kind).toBe('lines');
  });
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
    ['jrnl 1', '2010-06-10 15:00 A life without chocolate.\n', /a journal of jrnl 1, without brackets/],
    ['an empty zip', Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`), /an empty zip/],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), /packed with gzip/],
    ['7-Zip', Buffer.from('7z\xbc\xaf\x27\x1c\0', 'latin1'), /an archive of 7-Zip/],
    ['xz', Buffer.from('\xfd7zXZ\0', 'latin1'), /packed with xz/],
    ['bzip2', Buffer.from('BZh91AY&SY', 'latin1'), /packed with bzip2/],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), /packed in a way that coach does not know/],
    ['RAR', Buffer.from('Rar!\u001a\u0007', 'latin1'), /packed in a way that coach does not know/],
    ['tar', Buffer.from(`${'a'.padEnd(257, '\0')}ustar\0`), /a tar archive/],
    ['PDF', '%PDF-1.7\n', /a PDF/],
    ['UTF-16 with a mark', Buffer.from('\ufeff[{"date"', 'utf16le'), /text in UTF-16/],
    ['UTF-16 without', Buffer.from('[{"date"', 'utf16le'), /text in UTF-16/],
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

test('a file in a folder that cannot be read was told in words that fell apart', () => {
  expect(withoutName(new CoachError('cannot read a.md: it is not there'), 'a.md')).toBe(
    'it cannot be read: it is not there',
  );
  expect(withoutName(new CoachError('a.json:3: this is not JSON'), 'a.json')).toBe(
    'line 3: this is not JSON',
  );
  expect(withoutName(new CoachError('a.md is not UTF-8 text'), 'a.md')).toBe('it is not UTF-8 text');
  expect(withoutName(new CoachError('something else'), 'a.md')).toBe('something else');
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
