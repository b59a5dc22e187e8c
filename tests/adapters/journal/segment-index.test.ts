import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { segmentFolder } from '../../../src/adapters/journal/segment-folder.ts';
import { segmentIndex } from '../../../src/app/index/segment-index.ts';
import type { Found } from '../../../src/app/ports/entry-index.ts';
import type { JournalFiles } from '../../../src/app/ports/journal-files.ts';
import type { Banks } from '../../../src/app/ports/machine.ts';
import { whatWaits } from '../../../src/app/today/waiting.ts';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { entryInList } from '../../../src/formats/entry/entry-json.ts';
import { commitment, words } from '../../domain/journals.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { drained, ids, indexPlace, inOnePlace, named, paths, search } from './index-places.ts';

const { place, journal, inJournal, indexFolder, indexText, index: openIndex, put, settle } = indexPlace();

const contents = (): string => path.join(indexFolder(), 'contents.index');
/** What is in the entries of the month that most of them are of. */
const month = (): string => path.join(indexFolder(), '2026-11.segment');

describe('the index', () => {
  const CANARY = 'kanarienvogel';

  test('is for the person alone, and reads each file once', async () => {
    const counts: number[] = [];
    const index = openIndex(() => counts.push(1));
    put({ id: named(1) });
    put({ id: named(2) });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await index.find({});
    expect(counts).toHaveLength(2);
    await index.find({});
    expect(counts).toHaveLength(2);
    expect(readdirSync(indexFolder())).toEqual([
      '2026-11.segment',
      '2026.segment',
      '_.segment',
      'contents.index',
    ]);
    for (const name of readdirSync(indexFolder()))
      expect(statSync(path.join(indexFolder(), name)).mode & 0o777).toBe(0o600);
    expect(statSync(indexFolder()).mode & 0o777).toBe(0o700);
  });

  test('a snapshot of it does not look at the files again, and is filled when somebody has emptied it', async () => {
    const file = put({ id: named(1) });
    const snapshot = await openIndex().snapshot?.();
    put({ id: named(2) });
    rmSync(inJournal(file));
    const outlined = await snapshot?.find({ outline: true });
    expect(outlined && ids(outlined)).toEqual([named(1)]);
    rmSync(indexFolder(), { recursive: true });
    const found = await snapshot?.find({});
    expect(found && ids(found)).toEqual([named(2)]);
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
    const store = segmentFolder({ folder: indexFolder(), madeFor: 'this' });
    const index = segmentIndex(store, counted, () => undefined);
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
    ['are gone', () => rmSync(indexFolder(), { recursive: true })],
    ['are something else', () => writeFileSync(month(), 'This is no segment at all. '.repeat(4000))],
    ['were written anew', () => rewritten('note')],
    ['were made for another journal', () => elsewhere()],
  ])('a stream goes on where its files %s', async (_case, change) => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const index = openIndex();
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
    await openIndex().find({});
    for (const [name, query] of Object.entries(queries)) {
      const index = openIndex(() => read.push(name));
      await index.find(query);
      await index.findEach([query], [query]);
      drained(await index.stream(query), 'newest');
    }
    await openIndex(() => read.push('in the end')).find({});
    expect(read).toEqual([]);
  });

  test('a stream keeps nobody from the index while it waits', async () => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const stream = await openIndex().stream({});
    const left: string[] = [];
    const added: Found[] = [];
    for (const { entry } of stream.entries('oldest')) {
      if (left.length === 0) {
        put({ id: named(31), answers: [words('member-felt', 'apples')] });
        added.push(await openIndex().find(search('apples')));
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
    const index = openIndex(() => reads.push(1));
    expect(ids(await index.find({ ...search('apples'), limit: 2 }))).toEqual([named(107), named(57)]);
    expect(entriesIn(indexText())).toBe(0);
    // What was found is looked for again, in what is kept of the files.
    expect(ids(await index.find(search('apples')))).toEqual([named(107), named(57), named(7)]);
    expect(reads).toHaveLength(150);
    // Too many to understand them for one search.
    expect(ids(await index.find(search('page')))).toHaveLength(150);
    expect(entriesIn(indexText())).toBe(150);
    expect(reads).toHaveLength(300);
    expect(ids(await index.find(search('apples')))).toHaveLength(3);
    expect(reads).toHaveLength(300);
  });

  test('a file that could not be read for a moment was named until somebody touched it', async () => {
    const file = put({ id: named(1) });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const files = journalFiles(journal(), plainCodec);
    const busy = { ...files, texts: () => [new FileMistakes(file, [])] };
    const store = segmentFolder({ folder: indexFolder(), madeFor: 'tests' });
    const found = await segmentIndex(store, busy, () => undefined).find({});
    expect(found.unreadable).toHaveLength(1);
    expect(await openIndex().find({})).toMatchObject({ entries: [{ path: file }], unreadable: [] });
  });

  test('each question wrote it anew where one file cannot be read', async () => {
    put({ id: named(1) });
    symlinkSync('loop.md', inJournal('loop.md'));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await openIndex().find({})).unreadable).toHaveLength(1);
    const before = statSync(contents());
    expect((await openIndex().find({})).unreadable).toHaveLength(1);
    expect(statSync(contents())).toMatchObject({ ino: before.ino, ctimeMs: before.ctimeMs });
  });

  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['long names that end alike', ['x', 'y'].map((one) => [named(1), `${one}/${'日誌'.repeat(20)}/a.md`])],
    ['an id that looks like a number below zero', [['-1', 'a.md']]],
  ])('was made anew at each question for %s', async (_case, all) => {
    for (const [id, file] of all) put({ id, answers: [commitment('member-next')] }, file);
    writeFileSync(inJournal('shopping.md'), '# Shopping\n');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await openIndex().find({ open: true });
    const read: string[] = [];
    const found = await openIndex(() => read.push('again')).find({ open: true });
    expect([found.entries.length, read]).toEqual([1, []]);
  });

  test('two streams of one index told what the other one was about to tell', async () => {
    put({ id: named(1) });
    put({ id: named(2), at: '2026-10-22T09:00:00Z', day: '2026-10-22' });
    const index = openIndex();
    const [one, other] = [
      (await index.stream({})).inJson('newest'),
      (await index.stream({})).inJson('oldest'),
    ];
    const told: string[] = [];
    const others = other[Symbol.iterator]();
    for (const json of one) {
      others.next();
      told.push(String(json instanceof Uint8Array ? Buffer.from(json) : json));
    }
    expect(told).toEqual((await index.find({})).entries.map(entryInList));
  });

  test('what was deleted stayed in what a process had left that was killed', async () => {
    put({ id: named(1) });
    await openIndex().find({});
    const left = path.join(indexFolder(), `.2026-11.segment.coach-${spawnSync('true').pid}`);
    writeFileSync(left, CANARY);
    put({ id: named(2) });
    await openIndex().find({});
    expect(existsSync(left)).toBe(false);
  });

  test('holds nothing of what was deleted', async () => {
    for (let count = 0; count < 200; count++)
      put({ id: named(count), answers: [words('member-felt', `page ${count}`)] });
    const file = put({
      id: named(999),
      tags: [CANARY],
      answers: [{ ...words('member-felt', `The ${CANARY} sang.`), asked: `Which ${CANARY}?` }],
    });
    const index = openIndex();
    expect(paths(await index.find(search(CANARY)))).toEqual([file]);
    expect(indexText()).toContain(CANARY);
    rmSync(inJournal(file));
    await index.find({ limit: 1 });
    expect(indexText()).not.toContain('anarienvogel');
  });

  test.each<readonly [string, () => unknown]>([
    ['is empty', () => writeFileSync(contents(), '')],
    ['is something else', () => writeFileSync(contents(), 'This is no index at all. '.repeat(400))],
    ['breaks off', () => writeFileSync(contents(), readFileSync(contents()).subarray(0, 300))],
    ['breaks off with its seal unbroken', () => breakOff(contents())],
    ['is gone', () => rmSync(contents())],
    ['of a month is empty', () => writeFileSync(month(), '')],
    ['of a month breaks off with its seal unbroken', () => breakOff(month())],
    [
      'of a month is that of another',
      () => sealed(month(), readFileSync(path.join(indexFolder(), '2026.segment'))),
    ],
    ['of a month is gone', () => rmSync(month())],
    ['was made for another journal', () => elsewhere()],
    ['lies', () => replaced(month(), 'apples', 'adders')],
    [
      'lies with its seal unbroken',
      () => sealed(contents(), readFileSync(contents(), 'latin1').replaceAll('{"', 'X"')),
    ],
    ...['folders', 'count', 'lengths', 'namesLength', 'openLength', 'outlinesLength', 'open', 'mistaken'].map(
      (key): [string, () => void] => [
        `has lost its ${key} with its seal unbroken`,
        () =>
          sealed(
            contents(),
            readFileSync(contents(), 'latin1').replace(`"${key}"`, `"${'x'.repeat(key.length)}"`),
          ),
      ],
    ),
    [
      'of a month has lost its answers with its seal unbroken',
      () => sealed(month(), readFileSync(month(), 'latin1').replace('"answers"', '"answerz"')),
    ],
    ['is a pipe', () => piped(contents())],
    ['of a month is a pipe', () => piped(month())],
    ['is locked for reading', () => chmodSync(contents(), 0o400)],
    ['cannot be read', () => chmodSync(contents(), 0)],
    ['is a folder', () => foldered(contents())],
    ['of a month is a folder', () => foldered(month())],
    [
      'has no place',
      () => {
        rmSync(indexFolder(), { recursive: true });
        writeFileSync(indexFolder(), '');
      },
    ],
  ])('answers all the same when its file %s', async (_case, damage) => {
    const file = put({ id: named(1), answers: [words('member-felt', 'apples')] });
    settle();
    await openIndex().find({});
    await damage();
    expect(paths(await openIndex().find(search('apples')))).toEqual([file]);
    expect(paths(await openIndex().find(search('adders')))).toEqual([]);
    expect(paths(await openIndex().find(search('apples')))).toEqual([file]);
  });

  test('answers right whatever bytes of it are damaged', async () => {
    for (let count = 0; count < 60; count++) {
      put({
        id: named(count),
        answers: [words('member-felt', `apple number ${count}`), commitment('member-next')],
      });
    }
    settle();
    await openIndex().find({});
    const sound = readFileSync(month());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 40,
        }),
        async (damages) => {
          const bytes = Buffer.from(sound);
          for (const [at, byte] of damages) bytes[at] = byte;
          writeFileSync(month(), bytes);
          expect(ids(await openIndex().find(search('apple 17')))).toEqual([named(17)]);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a journal that was put in the place of another is read anew', async () => {
    put({ id: named(1), answers: [words('member-felt', 'apples')] });
    settle();
    await openIndex().find({});
    const other = path.join(place(), 'other');
    cpSync(journal(), other, { recursive: true });
    rmSync(journal(), { recursive: true });
    const file = put({ id: named(1), answers: [words('member-felt', 'plums!')] });
    settle();
    expect(paths(await openIndex().find(search('plums')))).toEqual([file]);
    expect(paths(await openIndex().find(search('apples')))).toEqual([]);
  });
});

/** How many entries an index has understood. */
function entriesIn(text: string): number {
  return text.split('"format": 1').length - 1;
}

/** Another journal, and the same place for its index. */
function elsewhere(): Promise<Found> {
  const store = segmentFolder({ folder: indexFolder(), madeFor: 'other' });
  return segmentIndex(store, journalFiles(place(), plainCodec), () => undefined).find({ limit: 1 });
}

/** Somebody else saves something, and looks. */
async function rewritten(bank: string): Promise<void> {
  put({ id: named(99), bank });
  await openIndex().find({ limit: 1 });
}

/** The time of change that coach gives what it has written there. */
const SEAL = Date.UTC(2001, 0, 1) / 1000;

function sealed(file: string, bytes: Uint8Array | string): void {
  writeFileSync(file, bytes, 'latin1');
  utimesSync(file, SEAL, SEAL);
}

function breakOff(file: string): void {
  const bytes = readFileSync(file);
  sealed(file, bytes.subarray(0, bytes.length - 20));
}

function replaced(file: string, what: string, by: string): void {
  writeFileSync(file, readFileSync(file, 'latin1').replaceAll(what, by), 'latin1');
}

function piped(file: string): void {
  rmSync(file);
  spawnSync('mkfifo', [file]);
}

function foldered(file: string): void {
  rmSync(file);
  mkdirSync(file);
}
