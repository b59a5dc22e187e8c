import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { databaseClass } from '../../../src/adapters/journal/sqlite/database.ts';
import { sqliteIndex } from '../../../src/adapters/journal/sqlite-index.ts';
import type { Found } from '../../../src/app/ports/entry-index.ts';
import type { JournalFiles } from '../../../src/app/ports/journal-files.ts';
import type { Banks } from '../../../src/app/ports/machine.ts';
import { whatWaits } from '../../../src/app/today/waiting.ts';
import { commitment, words } from '../../domain/journals.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { drained, HAS_SQLITE, ids, indexPlace, inOnePlace, named, paths, search } from './index-places.ts';

const { place, journal, inJournal, indexFile, sqlite, put, settle } = indexPlace();

describe.runIf(HAS_SQLITE)('the index of SQLite', () => {
  const CANARY = 'kanarienvogel';

  test('is for the person alone, and reads each file once', async () => {
    const counts: number[] = [];
    const index = sqlite(() => counts.push(1));
    put({ id: named(1) });
    put({ id: named(2) });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await index.find({});
    expect(counts).toHaveLength(2);
    await index.find({});
    expect(counts).toHaveLength(2);
    expect(statSync(indexFile()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(indexFile())).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.dirname(indexFile()))).toEqual(['index.sqlite']);
  });

  test('a snapshot of it does not look at the files again, and is filled when somebody has emptied it', async () => {
    const file = put({ id: named(1) });
    const snapshot = await sqlite().snapshot?.();
    put({ id: named(2) });
    rmSync(inJournal(file));
    expect(ids((await snapshot?.find({})) ?? { entries: [], unreadable: [] })).toEqual([named(1)]);
    rmSync(indexFile());
    expect(ids((await snapshot?.find({})) ?? { entries: [], unreadable: [] })).toEqual([named(2)]);
  });

  test('for what waits, names were walked again for the newest entry, and entries understood again that it knew', async () => {
    put({ id: named(1), answers: [commitment('member-commitment', '2026-11-20'), words('member-felt')] });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const files = journalFiles(journal(), plainCodec);
    const asked: string[] = [];
    const counted: JournalFiles = {
      ...files,
      folders: () => (asked.push('folders'), files.folders()),
      read: (file) => (asked.push(file), files.read(file)),
      texts: (folder, names) => (asked.push(...names), files.texts(folder, names)),
    };
    const index = sqliteIndex({ file: indexFile(), madeFor: 'this' }, counted, () => undefined);
    if (!index) throw new Error('there is SQLite');
    const banks: Banks = {
      list: () => [],
      refuseUnseen: () => undefined,
      load: () => Promise.reject(new Error('nothing is asked of a bank')),
    };
    await whatWaits({ index, banks }, '2026-12-05');
    asked.length = 0;
    const { due, newest } = await whatWaits({ index, banks }, '2026-12-05');
    expect(due.map(({ reference }) => reference)).toEqual([`${named(1)}/member-commitment`]);
    expect(ids(newest)).toEqual([named(1)]);
    expect(asked).toEqual(['folders']);
  });

  test.each<readonly [string, () => unknown]>([
    ['is gone', () => rmSync(indexFile())],
    ['is something else', () => writeFileSync(indexFile(), 'This is not a database at all. '.repeat(400))],
    [
      'was emptied',
      () => {
        const other = sqliteIndex(
          { file: indexFile(), madeFor: 'other' },
          journalFiles(place(), plainCodec),
          () => undefined,
        );
        return other?.find({ limit: 1 });
      },
    ],
  ])('a stream goes on where its file %s', async (_case, change) => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const index = sqlite();
    const found = inOnePlace(await index.find({}));
    const stream = await index.stream({});
    const [first] = stream.entries('newest');
    await change();
    expect(first).toEqual(found.entries[0]);
    expect(drained(stream, 'newest')).toEqual(found);
  });

  test('a mistake in a question to it made it anew at each question, and nobody noticed', async () => {
    const queries: Readonly<Record<string, Query>> = {
      all: {},
      outlines: { outline: true },
      'outlines of a bank': { outline: true, banks: ['member'] },
      'what is open': { open: true },
      'what is open, in outlines': { open: true, outline: true },
      words: search('apples'),
      days: { since: '2026-11-01', until: '2026-11-30' },
      'a day': { onThisDay: '2026-11-22' },
      whom: { about: 'D.', role: 'member', tags: ['review'] },
      'an answer': { question: 'member-felt', answered: 1 },
      'an id': { id: named(1) },
      'a look back': { looksBackOn: named(1) },
    };
    put({ id: named(1), answers: [commitment('member-commitment', '2026-11-20'), words('member-felt')] });
    put({ id: named(2) });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const read: string[] = [];
    await sqlite().find({});
    for (const [name, query] of Object.entries(queries)) {
      const index = sqlite(() => read.push(name));
      await index.find(query);
      await index.findEach([query], [query]);
      drained(await index.stream(query), 'newest');
    }
    await sqlite(() => read.push('in the end')).find({});
    expect(read).toEqual([]);
  });

  test('a stream keeps nobody from the index while it waits', async () => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const stream = await sqlite().stream({});
    const left: string[] = [];
    const added: Found[] = [];
    for (const { entry } of stream.entries('oldest')) {
      if (left.length === 0) {
        put({ id: named(31), answers: [words('member-felt', 'apples')] });
        added.push(await sqlite().find(search('apples')));
      }
      left.push(entry.id);
    }
    expect(added.map(ids)).toEqual([[named(31)]]);
    expect(left).toHaveLength(30);
  });

  test('a search of a journal that was never looked at understood every entry before it said anything', async () => {
    for (let count = 0; count < 150; count++) {
      const rare = count % 50 === 7 ? 'apples' : 'none';
      put({ id: named(count), answers: [words('member-felt', `Page ${count}: ${rare}`)] });
    }
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const reads: number[] = [];
    const index = sqlite(() => reads.push(1));
    expect(ids(await index.find({ ...search('apples'), limit: 2 }))).toEqual([named(107), named(57)]);
    expect(entriesIn(indexFile())).toBe(0);
    // What was found is looked for again, in what is kept of the files.
    expect(ids(await index.find(search('apples')))).toEqual([named(107), named(57), named(7)]);
    expect(reads).toHaveLength(150);
    // Too many to understand them for one search.
    expect(ids(await index.find(search('page')))).toHaveLength(150);
    expect(entriesIn(indexFile())).toBe(150);
    expect(reads).toHaveLength(300);
    expect(ids(await index.find(search('apples')))).toHaveLength(3);
    expect(reads).toHaveLength(300);
  });

  test('holds nothing of what was deleted', async () => {
    for (let count = 0; count < 200; count++)
      put({ id: named(count), answers: [words('member-felt', `page ${count}`)] });
    const file = put({
      id: named(999),
      tags: [CANARY],
      answers: [{ ...words('member-felt', `The ${CANARY} sang.`), asked: `Which ${CANARY}?` }],
    });
    const index = sqlite();
    expect(paths(await index.find(search(CANARY)))).toEqual([file]);
    expect(readFileSync(indexFile(), 'latin1')).toContain(CANARY);
    rmSync(inJournal(file));
    await index.find({ limit: 1 });
    expect(readFileSync(indexFile(), 'latin1')).not.toContain('anarienvogel');
  });

  test.each<readonly [string, () => unknown]>([
    ['is empty', () => writeFileSync(indexFile(), '')],
    ['is something else', () => writeFileSync(indexFile(), 'This is not a database at all. '.repeat(400))],
    ['breaks off', () => writeFileSync(indexFile(), readFileSync(indexFile()).subarray(0, 9000))],
    ['is gone', () => rmSync(indexFile())],
    [
      'was made for another journal',
      () =>
        void sqliteIndex(
          { file: indexFile(), madeFor: 'other' },
          journalFiles(place(), plainCodec),
          () => undefined,
        )?.find({}),
    ],
    [
      'lies',
      () =>
        writeFileSync(
          indexFile(),
          readFileSync(indexFile(), 'latin1').replaceAll('apples', 'adders'),
          'latin1',
        ),
    ],
    [
      'lies with its seal unbroken',
      () => {
        writeFileSync(
          indexFile(),
          readFileSync(indexFile(), 'latin1').replaceAll('{"id":', 'X"id":'),
          'latin1',
        );
        utimesSync(indexFile(), Date.UTC(2001, 0, 1) / 1000, Date.UTC(2001, 0, 1) / 1000);
      },
    ],
    [
      'is a pipe',
      () => {
        rmSync(indexFile());
        spawnSync('mkfifo', [indexFile()]);
      },
    ],
    ['is locked for reading', () => chmodSync(indexFile(), 0o400)],
    [
      'is a folder',
      () => {
        rmSync(indexFile());
        mkdirSync(indexFile());
      },
    ],
    [
      'has no place',
      () => {
        rmSync(path.dirname(indexFile()), { recursive: true });
        writeFileSync(path.dirname(indexFile()), '');
      },
    ],
  ])('answers all the same when its file %s', async (_case, damage) => {
    const file = put({ id: named(1), answers: [words('member-felt', 'apples')] });
    settle();
    await sqlite().find({});
    await damage();
    expect(paths(await sqlite().find(search('apples')))).toEqual([file]);
    expect(paths(await sqlite().find(search('adders')))).toEqual([]);
    expect(paths(await sqlite().find(search('apples')))).toEqual([file]);
  });

  test('answers right whatever bytes of it are damaged', async () => {
    for (let count = 0; count < 60; count++) {
      put({
        id: named(count),
        answers: [words('member-felt', `apple number ${count}`), commitment('member-next')],
      });
    }
    settle();
    await sqlite().find({});
    const sound = readFileSync(indexFile());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 40,
        }),
        async (damages) => {
          const bytes = Buffer.from(sound);
          for (const [at, byte] of damages) bytes[at] = byte;
          writeFileSync(indexFile(), bytes);
          expect(ids(await sqlite().find(search('apple 17')))).toEqual([named(17)]);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a journal that was put in the place of another is read anew', async () => {
    put({ id: named(1), answers: [words('member-felt', 'apples')] });
    settle();
    await sqlite().find({});
    const other = path.join(place(), 'other');
    cpSync(journal(), other, { recursive: true });
    rmSync(journal(), { recursive: true });
    const file = put({ id: named(1), answers: [words('member-felt', 'plums!')] });
    settle();
    expect(paths(await sqlite().find(search('plums')))).toEqual([file]);
    expect(paths(await sqlite().find(search('apples')))).toEqual([]);
  });
});

/** How many entries an index has understood. */
function entriesIn(file: string): number {
  const Class = databaseClass();
  const database = Class && new Class(file);
  const count = database?.prepare('SELECT count(*) AS count FROM entry').get()?.['count'];
  database?.close();
  return Number(count);
}
