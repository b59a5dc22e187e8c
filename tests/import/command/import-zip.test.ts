import path from 'node:path';
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, filesBelow, freshHome, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { type OddFile, zipOf } from '../odd-zip.ts';
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

  test('of which all is named that stays behind', async () => {
    const file = (name: string, mode = 0o100644): OddFile => ({ name, text: 'x', mode });
    const ran = await importing(
      zipOf([
        { name: 'Work.json', text: sampleText('day-one.json'), method: 8 },
        ...['photos/aa11.jpeg', 'photos/aa12.jpeg', 'audios/bb11.m4a', 'photos/nobody-knows.jpeg'].map(
          (name) => file(name),
        ),
        file('notes.doc'),
        file('../evil.json'),
        file('/etc/evil.json'),
        file('link.json', 0o120777),
      ]),
    );
    expect(ran.stdout).toContain('Left out: pictures (2), audio recordings (1), locations (1), weather (1),');
    expect(ran.stdout).toContain(
      [
        '\nSkipped: 2 files of other kinds.',
        'Skipped: 1 link, because links are not followed.',
        'Skipped: 2 files whose paths lead out of the zip.',
        '1 entry has its time in UTC and no time zone. To import it in yours: --zone NAME',
        'Imported 6 entries.\n',
      ].join('\n'),
    );
    const [entry = ''] = entryFiles(ran.home);
    expect(readFileSync(entry, 'utf8')).toContain('\nsource-journal: Work\n');
  });

  test.each([
    [
      'old/entries.jsonl',
      '{"date": "1660-01-11", "text": "Up early."}\n'.repeat(2),
      /lines of JSON, 2 entries/,
    ],
    ['journal.txt', '[2026-11-22 09:14] Rain.', /jrnl, 1 entry/],
    ['a/b/c/Journal.json', sampleText('day-one.json'), /Day One, 6 entries/],
    ['2026-11-22.md', 'Rain.', /dated Markdown or text files, 1 entry/],
  ])('of one file is read as that: %s', async (name, text, says) => {
    expect(await importing(zipped({ [name]: text }))).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(says),
    });
  });

  test.each([
    ['links', { mode: 0o120777 }, 'but 1 link, and links are not followed'],
    ['what leads out of it', { name: '../a.md' }, 'but 1 whose path leads out of it'],
    ['folders', { name: 'a/' }, ''],
  ])('of nothing but %s was called damaged', async (_what, file, but) => {
    const ran = await importing(zipOf([{ name: '2026-11-22.md', text: 'x', ...file }]));
    const says = `coach: cannot import a.zip: it holds no files ${but}`.trimEnd();
    expect(ran).toMatchObject({ exitCode: 1, stdout: '', stderr: `${says}\n  Export it again.\n` });
  });

  test('a damaged journal beside a note was called a file of another kind', async () => {
    const ran = await importing(
      zipped({ 'Journal.json': '{"entries": [', '2026-11-22.md': 'x', 'a.jpg': 'x' }),
    );
    expect(ran.stdout).toContain(
      '\nSkipped: 1 JSON file that cannot be read (Journal.json).\nSkipped: 1 file of other kinds.\n',
    );
  });

  test('with another zip in it was called a journal of jrnl', async () => {
    const ran = await importing(zipped({ 'b.zip': zipped({ 'Journal.json': sampleText('day-one.json') }) }));
    expect(ran.stderr).toMatch(/^coach: b\.zip cannot be read: it is a zip inside a zip\n {2}Extract /);
  });

  test('is read as the folder of what is in it', async () => {
    const ran = await importing(zipped({ 'Vault/2026-11-22.md': 'Rain.', 'Vault/a.png': Uint8Array.of(0) }));
    expect(ran).toMatchObject({ exitCode: 0, made: [] });
    expect(ran.stdout).toMatch(
      /dated Markdown or text files, 1 entry[^]*1 file of other kinds[^]*Imported 1 entry\.\n$/,
    );
  });

  test('with one journal that is encrypted gives the others, if that is wanted', async () => {
    const zip = zipOf([
      { name: 'A.json', text: sampleText('day-one.json') },
      { name: 'B.json', text: '{}', flags: 1 },
    ]);
    const ran = await importing(zip);
    expect(ran).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('  B.json: it cannot be read: it is encrypted\n'),
    });
    expect(filesBelow(ran.home).filter((file) => file.endsWith('.md'))).toEqual([]);
    const again = await coach([...IMPORT, 'a.zip', '--yes', '--skip-unreadable'], { home: ran.home });
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/Imported 6 entries\.\n$/) });
    const third = await coach([...IMPORT, 'a.zip', '--yes', '--skip-unreadable'], { home: ran.home });
    expect(third.stdout).toMatch(/6 entries are already in the journal\.\nThere is nothing new/);
  });

  test('of 150 journals was called a bomb', async () => {
    const journals = Array.from({ length: 150 }, (_, at) => {
      const entry = { uuid: `${at}`, creationDate: '2026-11-22T08:14:05Z', text: `Number ${at}.` };
      return [`${at}.json`, JSON.stringify({ metadata: { version: '1.0' }, entries: [entry] })] as const;
    });
    const ran = await importing(zipped(Object.fromEntries(journals)));
    expect(ran.stdout).toMatch(/Imported 150 entries\.\n$/);
  });

  test.each([
    [
      'that is made to fill the memory',
      zipped({ 'a.json': Buffer.alloc(65 * 2 ** 20, '[') }),
      /a\.json would expand to more than 200 times its size, as malicious zips do/,
    ],
    [
      'that is made to take for ever, as lines,',
      zipped({ 'a.json': Buffer.concat([Buffer.from('['), Buffer.alloc(65 * 2 ** 20, '\n')]) }),
      /a\.json would expand to more than 200 times its size, as malicious zips do/,
    ],
    ['that is cut off', zipped({ 'Journal.json': '{}' }).subarray(0, 40), /a\.zip ends too early/],
    [
      'of a program that is not read',
      zipped({
        'a.json': '{"metadata": {"application": "Mini Diarium"}, "entries": {}}',
        'b.json': '{"c": 1}',
      }),
      /a\.json: it looks like an export of Mini Diarium\n {2}Make lines of JSON of it: jq -c /,
    ],
    ['without a journal', zipped({ 'a.css': 'x' }), /cannot import a\.zip/],
    [
      'with a broken journal',
      zipped({ 'Journal.json': '{"entries": [' }),
      /Journal\.json:1: this is not JSON/,
    ],
    [
      'that lies about a size',
      lying(zipped({ 'Journal.json': `[${' '.repeat(5000)}]` })),
      /Journal\.json cannot be read: it is damaged in the zip/,
    ],
    ['that is empty', zipped({}), /an empty zip/],
    [
      'that is encrypted was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 8, (flags) => flags | 1),
      /Journal\.json cannot be read: it is encrypted\n {2}Extract the zip with its password.*unzip/,
    ],
    [
      'that is packed in another way was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 10, () => 12),
      /compressed in a way that coach does not support\n.*zip -r/,
    ],
    [
      'in which a byte has changed came in, and',
      changed(zipSync({ 'Journal.json': [strToU8('[{"date": "2026-11-22", "text": "x"}]'), { level: 0 }] })),
      /Journal\.json cannot be read: it is damaged in the zip/,
    ],
    [
      'of two files of one name lost one of them, and',
      Buffer.from(
        Buffer.from(zipped({ 'Journal.json': '[]', 'Journax.json': '[]' }))
          .toString('latin1')
          .replaceAll('Journax', 'Journal'),
        'latin1',
      ),
      /Journal\.json cannot be read: the zip holds two files with that name/,
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
