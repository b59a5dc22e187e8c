import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closedFile } from '../../src/import/closed-file.ts';
import { inShort, readAt, samplePath } from './samples/sources.ts';

const MORNING = 'It rained all morning.\n\nI stayed in. @home\n\n  - read\n  - slept';

const RIVER = {
  at: '2026-11-22T18:05:00',
  zone: null,
  tags: ['river', 'home'],
  text: 'Down to the water @river @home',
  front: 'imported-from: jrnl\nstarred: true',
};

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
        RIVER,
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
        RIVER,
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
          text: '# Rain\n\nAll morning.\n\n[picture]',
          front:
            'imported-from: day-one\nsource-id: "0F3A5B7C9D1E4F60A1B2C3D4E5F60718"\nstarred: true\nmodified: "2026-11-23T11:00:00+01:00"',
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
      sample: 'dated.md',
      kind: 'headings',
      is: [
        { place: 'dated.md:1', undated: true },
        {
          at: '2026-11-21',
          zone: null,
          tags: ['mine', 'home'],
          text: 'It rained all morning.\n\n#### In the evening\n\n- read #home',
          front: 'imported-from: headings',
        },
        expect.objectContaining({
          at: '2026-11-22T18:05:00',
          tags: ['mine', 'river'],
          text: 'Down to the water\n\n#river',
        }),
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
  ['lines', '{"date": 7, "text": "x"}\n{"date": "2026-11-22", "text": "y"}\n', 'lines', 'half:1'],
  ['a list', '[{"date": 7}, {"date": "2026-11-22", "text": "y"}]', 'lines', 'half, entry 1'],
  ['a list of coach', '[7, {"format": 1, "answers": []}]', 'coach', 'half, entry 1'],
])('%s are told for what they are, though the first is damaged', (_what, text, kind, place) => {
  const found = readAt(fileWith('half', text));
  expect(found).toMatchObject({ kind, items: [{ place, mistake: expect.any(String) }, {}] });
});

test('an export that coach itself had encrypted was to be decrypted without its key', () => {
  expect(closedFile('age-encryption.org/v1\n-> X25519 abc\n')?.hint).toContain('.key/identity.age');
  expect(closedFile('age-encryption.org/v1\n-> scrypt abc 18\n')?.hint).not.toContain('-i');
});

describe('files that have to be made readable first, or that are nothing of the kind', () => {
  test.each([
    ['age', 'age-encryption.org/v1\n-> X25519 abc\n', /encrypted with age/],
    ['age in letters', '-----BEGIN AGE ENCRYPTED FILE-----\n', /encrypted with age/],
    ['gpg in letters', '-----BEGIN PGP MESSAGE-----\n', /encrypted with gpg/],
    ['gpg', Uint8Array.of(0x85, 0x02, 0x0c, 0x03, 0, 1), /encrypted with gpg/],
    ['gpg with a password', Uint8Array.of(0x8c, 0x0d, 0x04, 0x09, 0), /encrypted with gpg/],
    ['gpg in new packets', Uint8Array.of(0xc1, 0xc0, 0x4c, 0x03, 0), /encrypted with gpg/],
    ['jrnl 1, whatever byte it begins with', Uint8Array.of(0x85, 0x77, 0x0c, 0x99, 0), /not text/],
    ['jrnl', 'gAAAAABlX1abcdefghijklmnopqrstuvwxyz0123456789==', /an encrypted jrnl journal/],
    ['jrnl 4', 'JRNLv3\0\x30eyJzYWx0Ijoi', /an encrypted jrnl journal/],
    ['RTF', '{\\rtf1\\ansi Rain.}', /an RTF document/],
    ['a chat', '[22.11.26, 09:14:05] Anna: Rain\n', /it looks like a chat/],
    ['a log', '[2026-11-22 09:14:05] INFO x\n', /it looks like a log/],
    ['titles of jrnl', '2026-11-22 09:14 a\n2026-11-23 09:14 b\n', /it looks like a list of titles/],
    ['an empty zip', Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`), /an empty zip/],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), /compressed with gzip/],
    ['7-Zip', Buffer.from('7z\xbc\xaf\x27\x1c\0', 'latin1'), /a 7-Zip archive/],
    ['xz', Buffer.from('\xfd7zXZ\0', 'latin1'), /compressed with xz/],
    ['bzip2', Buffer.from('BZh91AY&SY', 'latin1'), /compressed with bzip2/],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), /compressed in a way that coach does not support/],
    ['RAR', Buffer.from('Rar!\u001a\u0007', 'latin1'), /compressed in a way that coach does not support/],
    ['tar', Buffer.from(`${'a'.padEnd(257, '\0')}ustar\0`), /a tar archive/],
    ['PDF', '%PDF-1.7\n', /a PDF/],
    [
      'UTF-16 with a mark, which is read',
      Buffer.from('\ufeff[{"date"', 'utf16le'),
      /half:1: this is not JSON/,
    ],
    ['UTF-16 without', Buffer.from('[{"date"', 'utf16le'), /text in UTF-16/],
    ['SQLite', 'SQLite format 3\0', /an SQLite database/],
    ['bytes', Uint8Array.of(1, 0, 2), /not text/],
    ['words', 'Dear diary', /^cannot import /],
    ['other JSON', '{"a": 1}', /^cannot import /],
    [
      'an export of Mini Diarium, which was called Day One,',
      '{"metadata": {"application": "Mini Diarium", "version": "0.4"}, "entries": [{"id": 1, "date": "2026-11-22", "text": "<p>Rain.</p>"}]}',
      /half: it looks like an export of Mini Diarium/,
    ],
    [
      'JSON that names its program',
      '{"metadata": {"application": "My Diary"}, "entries": []}',
      /half is JSON from My Diary, which coach cannot read/,
    ],
    [
      'JSON with metadata and entries that are not those of Day One',
      '{"metadata": {"version": "1.0"}, "entries": [{"when": "2026-11-22"}]}',
      /^cannot import /,
    ],
    ['half a JSON', '[{"a": 1}', /half:1: this is not JSON/],
    ['nothing', '', 'cannot import half: it is empty'],
    ['blank lines', '\ufeff\r\n \n', 'cannot import half: it is empty'],
    [
      'figures of days, which were called journal-cli,',
      '[{"date": "2026-11-22", "data": {"close": 1}}]',
      'cannot import half',
    ],
  ])('%s', (_what, bytes, says) => {
    expect(() => readAt(fileWith('half', bytes))).toThrow(says);
  });

  test('what looks like a chat is read as jrnl where somebody says that it is', () => {
    const found = readAt(fileWith('half', '[2026-11-22, 09:14] Anna: Rain\n'), 'jrnl');
    expect(found).toMatchObject({ kind: 'jrnl', items: [{ foreign: { text: 'Anna: Rain' } }] });
  });

  test('what is said to be of another kind than it is', () => {
    expect(() => readAt(samplePath('jrnl.json'), 'day-one')).toThrow(
      'jrnl.json looks like jrnl, not Day One',
    );
  });
});
