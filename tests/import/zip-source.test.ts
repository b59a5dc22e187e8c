import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importSource } from '../../src/import/world/named-source.ts';
import type { ZipBytes } from '../../src/import/world/zip-directory.ts';
import { zipSource } from '../../src/import/world/zip-source.ts';
import { type OddEnd, type OddFile, writeZip, zipOf } from './odd-zip.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'coach-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MEGABYTE = 2 ** 20;
const journal: OddFile = { name: 'Journal.json', text: '[1]', method: 8 };

/** A zip in memory, and how many bytes of it were read. */
function opened(bytes: Buffer): {
  readonly source: ReturnType<typeof zipSource>;
  readonly read: () => number;
} {
  let read = 0;
  const counted: ZipBytes = {
    size: bytes.length,
    at: (place, length) => {
      const part = bytes.subarray(place, place + length);
      read += part.length;
      return part;
    },
  };
  return { source: zipSource(counted, 'a.zip'), read: () => read };
}

function inZip(files: readonly OddFile[], end?: OddEnd): ReturnType<typeof zipSource> {
  return opened(zipOf(files, end)).source;
}

describe('a zip is read where that matters, and nowhere else', () => {
  test.each([
    ['of 420 MB was held in memory', 420 * MEGABYTE],
    ['of 1 GB and more was refused', 1500 * MEGABYTE],
    ['of 4 GB and more', 4500 * MEGABYTE],
  ])('one %s', (_what, hole) => {
    const file = path.join(folder, 'large.zip');
    writeZip(file, [{ name: 'photos/aa11.mov', hole }, journal, { name: 'photos/aa12.mov', hole: 1000 }]);
    const source = importSource(file);
    expect(source.names()).toEqual(['Journal.json', 'photos/aa11.mov', 'photos/aa12.mov']);
    expect(source.text('Journal.json')).toBe('[1]');
  });

  test('and of its bytes a few', () => {
    const text = Buffer.alloc(5 * MEGABYTE, 7);
    const pictures = ['photos/aa11.jpeg', 'photos/aa12.jpeg'].map((name) => ({ name, text }));
    const { source, read } = opened(zipOf([...pictures, journal]));
    source.names();
    source.text('Journal.json');
    expect(read()).toBeLessThan(100_000);
    source.head('photos/aa11.jpeg');
    expect(read()).toBeLessThan(1.2 * MEGABYTE);
  });

  test('a file in it is there whole, by its beginning and by its lines', () => {
    const text = Array.from({ length: 300_000 }, (_, at) => `${at} it rained\n`).join('');
    for (const method of [0, 8]) {
      const source = inZip([{ name: 'a.txt', text, method }]);
      expect(source.text('a.txt')).toBe(text);
      expect(Buffer.from(source.head('a.txt')).toString()).toBe(text.slice(0, MEGABYTE));
      const lines = [...source.lines('a.txt')];
      expect(lines).toHaveLength(300_000);
      expect(lines.at(-1)).toEqual({ number: 300_000, text: '299999 it rained' });
    }
  });

  test('text in UTF-16 that says so', () => {
    const source = inZip([{ name: 'a.txt', text: Buffer.from('\ufeffRäin\nb', 'utf16le') }]);
    expect(source.text('a.txt')).toBe('Räin\nb');
    expect(Buffer.from(source.head('a.txt')).toString()).toBe('Räin\nb');
    expect([...source.lines('a.txt')].map(({ text }) => text)).toEqual(['Räin', 'b']);
  });

  test('a hundred thousand files', () => {
    const names = Array.from({ length: 100_000 }, (_, at) => `photos/${at}.jpeg`);
    const { source, read } = opened(zipOf([...names.map((name) => ({ name })), journal]));
    expect(source.names()).toHaveLength(100_001);
    expect(source.text('Journal.json')).toBe('[1]');
    expect(read()).toBeLessThan(10 * MEGABYTE);
  });
});

describe('zips that some programs write', () => {
  const whole = ['Journal.json'];

  test.each([
    ['with sizes in 64 bits, as Bear does, which were called a bomb', inZip([{ ...journal, isLarge: true }])],
    ['with a directory in 64 bits', inZip([journal], { isLarge: true })],
    [
      'with a comment in which another end seems to be',
      inZip([journal], { comment: `PK\u0005\u0006${' and more of it'.repeat(9)}` }),
    ],
    ['with something behind it', opened(Buffer.concat([zipOf([journal]), Buffer.alloc(99)])).source],
    ['that count in 16 bits', inZip([journal], { count: 1 + 0x10000, isLarge: true })],
    ['with a point before each path', inZip([{ ...journal, name: './Journal.json' }])],
    ['with folders', inZip([{ name: 'photos/' }, journal])],
    [
      'with what macOS puts beside it',
      inZip([{ name: '__MACOSX/._Journal.json' }, { name: '.DS_Store' }, journal]),
    ],
  ])('%s', (_what, source) => {
    expect(source.names()).toEqual(whole);
    expect(source.text('Journal.json')).toBe('[1]');
  });

  test('names with backslashes for folders, which MS-DOS has and Unix has not', () => {
    const name = 'photos\\aa11.jpeg';
    expect(inZip([{ name, host: 0 }]).names()).toEqual(['photos/aa11.jpeg']);
    expect(inZip([{ name, host: 3 }]).names()).toEqual([name]);
  });

  test('a name that is not UTF-8 is shown as an address has it', () => {
    const name = Buffer.from('f\xfcr mich.txt', 'latin1');
    const source = inZip([{ name, flags: 0, text: 'x' }, journal]);
    expect(source.names()).toEqual(['Journal.json', 'f%FCr%20mich.txt']);
    expect(source.text('f%FCr%20mich.txt')).toBe('x');
  });
});

test('a name with control characters is shown as an address has it', () => {
  expect(inZip([{ name: 'a\u001b[31m\n\0.json' }]).names()).toEqual(['a%1B[31m%0A%00.json']);
});

describe('what is passed over', () => {
  test.each(['../a.json', '/etc/a.json', 'a/../../b.json', '..\\a.json', 'C:\\a.json', '\\a.json'])(
    'a path that leads out of the zip: %s',
    (name) => {
      const source = inZip([{ name, text: '[2]' }, journal]);
      expect(source.names()).toEqual(['Journal.json']);
      expect(source.leadingOut?.()).toBe(1);
    },
  );

  test('a link', () => {
    const source = inZip([{ name: 'a.json', text: '/etc/passwd', mode: 0o120777 }, journal]);
    expect(source.names()).toEqual(['Journal.json']);
    expect(source.links?.()).toBe(1);
  });
});

describe('a file that cannot be read does not keep the others from being read', () => {
  const good: OddFile = { name: 'Good.json', text: '[2]' };

  test.each([
    ['encrypted', { ...journal, flags: 1 }, /^Journal\.json cannot be read: it is encrypted$/],
    [
      'compressed in another way',
      { ...journal, method: 14 },
      /compressed in a way that coach does not support$/,
    ],
    ['of which the checksum is wrong', { ...journal, crc: 7 }, /it is damaged in the zip$/],
    ['that unpacks to more than it says', { ...journal, size: 2 }, /it is damaged in the zip$/],
    ['that unpacks to less than it says', { ...journal, size: 4 }, /it is damaged in the zip$/],
    ['that would go on behind the end', { ...journal, packed: 10_000 }, /it is damaged in the zip$/],
    ['that begins where no file does', { ...journal, place: 1 }, /it is damaged in the zip$/],
    ['that begins behind the end', { ...journal, isLarge: true, place: 1e12 }, /it is damaged in the zip$/],
    [
      'of which what is packed makes no sense',
      { name: 'Journal.json', method: 8, text: '[1]', packed: 2 },
      /it is damaged in the zip$/,
    ],
    [
      'larger than 400 MB',
      { ...journal, size: 401 * MEGABYTE, packed: 100 * MEGABYTE },
      /^Journal\.json cannot be read: coach reads at most 400 MB/,
    ],
    [
      'that is made to fill the memory',
      { ...journal, size: 100 * MEGABYTE, packed: 100_000 },
      /^Journal\.json would expand to more than 200 times its size, as malicious zips do$/,
    ],
  ])('one %s', (_what, file, says) => {
    const source = inZip([good, file]);
    expect(() => source.text('Journal.json')).toThrow(says);
    expect(source.text('Good.json')).toBe('[2]');
  });

  test('two of one name', () => {
    const source = inZip([journal, good, { ...journal, text: '[3]' }]);
    expect(source.names()).toEqual(['Good.json', 'Journal.json']);
    expect(() => source.text('Journal.json')).toThrow(
      'Journal.json cannot be read: the zip holds two files with that name',
    );
    expect(source.text('Good.json')).toBe('[2]');
  });

  test('and all together are at most 400 MB, each counted once', () => {
    const files = ['a', 'b', 'c'].map((name) => ({ name, hole: 150 * MEGABYTE, crc: 0x2b0f0a6d }));
    const file = path.join(folder, 'three.zip');
    writeZip(file, files);
    const source = importSource(file);
    for (const name of ['a', 'a', 'b', 'b']) expect(() => source.text(name)).toThrow(/damaged/);
    expect(() => source.text('c')).toThrow(/at most 400 MB/);
  });
});

test('the last of the parts of a zip was taken for an encrypted journal of jrnl', () => {
  const file = path.join(folder, 'part.zip');
  writeFileSync(file, zipOf([journal], { part: 1 }).subarray(10));
  expect(() => importSource(file).names()).toThrow(/part\.zip is one part of a zip in several parts$/);
});

describe('a zip that is not whole is told for what it is', () => {
  const zip = zipOf([journal]);

  test.each([
    [
      'cut off',
      zip.subarray(0, -30),
      /^a\.zip ends too early: the list of its files, at the end of a zip, is missing$/,
    ],
    [
      'without its first half',
      zip.subarray(20),
      /^a\.zip is a damaged zip: the list of its files is not whole$/,
    ],
    [
      'that counts more files than it has',
      zipOf([journal], { count: 2 }),
      /the list of its files is not whole$/,
    ],
    [
      'of which the directory has changed',
      Buffer.from(zip.toString('latin1').replace('PK\u0001\u0002', 'PK\u0001\u0003'), 'latin1'),
      /the list of its files is not whole$/,
    ],
    [
      'of which this is the first part',
      Buffer.from('PK\u0007\u0008PK\u0003\u0004'),
      /one part of a zip in several parts$/,
    ],
    ['in several parts', zipOf([journal], { part: 1 }), /^a\.zip is one part of a zip in several parts$/],
  ])('one %s', (_what, bytes, says) => {
    expect(() => opened(bytes).source.names()).toThrow(says);
  });
});
