import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, filesBelow, freshHome, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { IMPORT, zipped } from './import-homes.ts';

/** How each record of the directory of a zip begins. */
const RECORD = 'PK\u0001\u0002';

describe('a zip', () => {
  const importing = async (bytes: Uint8Array) => {
    const home = freshHome();
    put(path.join(home, 'a.zip'), bytes);
    const ran = await coach([...IMPORT, 'a.zip', '--yes'], { home });
    return {
      ...ran,
      home,
      made: filesBelow(home).filter((file) => !/^(?:data\/|state\/machine$|a\.zip$)/.test(file)),
    };
  };

  test('of Day One, of which only the journals are read', async () => {
    const journal = sampleText('day-one.json');
    const ran = await importing(
      zipped({ 'Journal.json': journal, 'photos/AA11.jpeg': Uint8Array.of(0, 1, 2) }),
    );
    expect(ran).toMatchObject({
      exitCode: 0,
      made: [],
      stdout: expect.stringMatching(/Imported 6 entries\.\n$/),
    });
  });

  test('with names that lead out of it writes nothing there', async () => {
    const journal = sampleText('day-one.json');
    const ran = await importing(
      zipped({
        'Journal.json': journal,
        '../Journal.json': journal,
        '/tmp/evil.json': journal,
        '../../x': 'x',
      }),
    );
    expect(ran.made).toEqual([]);
    expect(entryFiles(ran.home)).toHaveLength(6);
  });

  test.each([
    [
      'that is made to fill the memory',
      zipped({ 'a.json': new Uint8Array(64 * 2 ** 20) }),
      /as malicious zips do/,
    ],
    [
      'of very many journals',
      zipped(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.json`, '{}']))),
      /as malicious zips do/,
    ],
    ['that is cut off', zipped({ 'Journal.json': '{}' }).subarray(0, 40), /a\.zip is a damaged zip/],
    ['without a journal', zipped({ 'a.txt': 'x' }), /cannot import a\.zip/],
    [
      'with a broken journal',
      zipped({ 'Journal.json': '{"entries": [' }),
      /Journal\.json:1: this is not JSON/,
    ],
    ['that lies about a size', lying(zipped({ 'Journal.json': `[${' '.repeat(5000)}]` })), /a damaged zip/],
    ['that is empty', zipped({}), /an empty zip/],
    [
      'that is encrypted was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 8, (flags) => flags | 1),
      /Journal\.json in it is encrypted\n {2}Extract it with its password.*unzip/,
    ],
    [
      'that is packed in another way was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 10, () => 12),
      /compressed in a way that coach does not support\n.*zip -r/,
    ],
    [
      'in which a byte has changed came in, and',
      changed(zipSync({ 'Journal.json': [strToU8('[{"date": "2026-11-22", "text": "x"}]'), { level: 0 }] })),
      /a damaged zip: Journal\.json in it has changed since the zip was made/,
    ],
    [
      'of two files of one name lost one of them, and',
      Buffer.from(
        Buffer.from(zipped({ 'Journal.json': '[]', 'Journax.json': '[]' }))
          .toString('latin1')
          .replaceAll('Journax', 'Journal'),
        'latin1',
      ),
      /two files named Journal\.json/,
    ],
  ])('%s is refused', async (_what, bytes, says) => {
    const ran = await importing(bytes);
    expect(ran).toMatchObject({ exitCode: 1, made: [], stderr: expect.stringMatching(says) });
  });

  /** Says in its directory that each file unpacks to ten bytes. */
  function lying(bytes: Uint8Array): Uint8Array {
    const copy = Buffer.from(bytes);
    for (const at of directoryIn(copy)) copy.writeUInt32LE(10, at + 24);
    return copy;
  }

  /** Says something else in its directory. */
  function patched(bytes: Uint8Array, offset: number, change: (word: number) => number): Uint8Array {
    const copy = Buffer.from(bytes);
    for (const at of directoryIn(copy))
      copy.writeUInt16LE(change(copy.readUInt16LE(at + offset)), at + offset);
    return copy;
  }

  function changed(bytes: Uint8Array): Uint8Array {
    return Buffer.from(Buffer.from(bytes).toString('latin1').replace('2026-11-22', '2026-11-23'), 'latin1');
  }

  /** Where its records begin. */
  function directoryIn(bytes: Buffer): readonly number[] {
    const places: number[] = [];
    for (let at = bytes.indexOf(RECORD); at >= 0; at = bytes.indexOf(RECORD, at + 4)) places.push(at);
    return places;
  }
});
