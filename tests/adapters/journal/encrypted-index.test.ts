import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { sealedCodec } from '../../../src/adapters/journal/sealed-codec.ts';
import { segmentFolder, seenIndex } from '../../../src/adapters/journal/segment-folder.ts';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { segmentIndex } from '../../../src/app/index/segment-index.ts';
import { scanIndex } from '../../../src/app/journal/scan-index.ts';
import { journalKeys } from '../../../src/app/keys/journal-keys.ts';
import type { EntryIndex } from '../../../src/app/ports/entry-index.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { commitment, words } from '../../domain/journals.ts';
import { memorySessions } from '../../app/memory-sessions.ts';
import { drained, ids, indexPlace, inOnePlace, named, search } from './index-places.ts';

const { journal, inJournal, indexFolder, scan, encrypted, put, settle } = indexPlace();

/** The time of change that coach gives the files of an index. */
const KEPT = Date.UTC(2001, 0, 1) / 1000;
const CANARY = 'kanarienvogel';

const folder = (): string => encrypted().folder;
const inIndex = (name: string): string => path.join(folder(), name);
const bytesIn = (name: string): Buffer => readFileSync(inIndex(name));
/** As if coach had written it. */
const kept = (name: string, bytes: Uint8Array): void => {
  writeFileSync(inIndex(name), bytes);
  utimesSync(inIndex(name), KEPT, KEPT);
};

function open(identity?: string, count?: () => void): EntryIndex {
  const files = journalFiles(journal(), plainCodec);
  return segmentIndex(segmentFolder(encrypted(identity)), files, () => count?.(), Infinity, true);
}

/** All that an index answers. */
async function answers(index: EntryIndex): Promise<readonly unknown[]> {
  const queries: readonly Query[] = [{}, search(CANARY), { limit: 1 }, { since: '2026-11-01' }];
  const found = await Promise.all(queries.map(async (query) => inOnePlace(await index.find(query))));
  return [...found, ids(await index.find({ outline: true })), drained(await index.stream({}), 'newest')];
}

beforeEach(() => {
  for (let count = 0; count < 4; count++)
    put({ id: named(count), answers: [words('note-text', `${CANARY} ${count}`)] });
  put({
    id: named(8),
    at: '2026-10-02T10:00:00+02:00',
    day: '2026-10-02',
    answers: [words('note-text', CANARY)],
  });
  put({ id: named(9), about: CANARY, tags: [CANARY] }, `Eigene ${CANARY}/${CANARY}.md`);
  settle();
});

test('an encrypted index tells nothing of what was written, nor of folders of the person', async () => {
  writeFileSync(inJournal(`${CANARY}.md`), `---\ncoach: ${CANARY}\n---\n`);
  expect(await answers(open())).toEqual(await answers(scan()));
  const names = readdirSync(folder());
  expect(names).toContain('2026-11.segment');
  expect(names.filter((name) => !/^(?:\d{4}(?:-\d\d)?|_[0-9a-f]{32})\.segment$/.test(name))).toEqual([
    'contents.index',
  ]);
  for (const name of names) {
    const text = bytesIn(name).toString('latin1');
    for (const word of [CANARY, 'Eigene', named(1), 'member', 'note-text', '2026-11-2'])
      expect([name, text.includes(word)]).toEqual([name, false]);
  }
});

test('it is read where nothing was changed, and the same text is never the same bytes', async () => {
  await open().find({});
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await open().find({});
  const [first, before] = [bytesIn('contents.index'), bytesIn('2026-11.segment')];
  const counts: number[] = [];
  expect(await answers(open(undefined, () => counts.push(1)))).toEqual(await answers(scan()));
  expect(counts).toEqual([]);
  expect(bytesIn('contents.index')).toEqual(first);
  rmSync(folder(), { recursive: true });
  await open().find({});
  // Beside the line that says which process wrote it.
  expect(bytesIn('2026-11.segment').subarray(60, 90)).not.toEqual(before.subarray(60, 90));
});

test.each<readonly [string, (readable: (name: string) => Buffer) => void]>([
  ['cut contents', () => kept('contents.index', bytesIn('contents.index').subarray(0, -1))],
  ['no contents', () => kept('contents.index', Buffer.from(''))],
  ['a changed bit of the contents', () => kept('contents.index', flipped(bytesIn('contents.index'), -40))],
  ['a changed first line', () => kept('contents.index', flipped(bytesIn('contents.index'), 3))],
  ['contents that anybody can read', (readable) => kept('contents.index', readable('contents.index'))],
  ['a segment in the place of the contents', () => kept('contents.index', bytesIn('2026-11.segment'))],
  ['a cut segment', () => kept('2026-11.segment', bytesIn('2026-11.segment').subarray(0, -1))],
  ['a changed bit of a segment', () => kept('2026-11.segment', flipped(bytesIn('2026-11.segment'), -1))],
  ['another segment in its place', () => copyOver('2026-10.segment', '2026-11.segment')],
  ['a segment that anybody can read', (readable) => kept('2026-11.segment', readable('2026-11.segment'))],
  [
    'a segment with its parts exchanged',
    () => kept('2026-11.segment', exchanged(bytesIn('2026-11.segment'))),
  ],
])('%s: it is made anew, and nobody notices', async (_case, change) => {
  const plain = segmentIndex(
    segmentFolder({ folder: indexFolder(), madeFor: 'tests' }),
    journalFiles(journal(), plainCodec),
    () => undefined,
  );
  await plain.find({});
  const before = new Map(
    readdirSync(indexFolder()).map((name) => [name, readFileSync(path.join(indexFolder(), name))]),
  );
  await open().find({});
  change((name) => before.get(name) ?? Buffer.of());
  expect(drained(await open().stream({}), 'newest')).toEqual(inOnePlace(await scan().find({})));
  change((name) => before.get(name) ?? Buffer.of());
  expect(await answers(open())).toEqual(await answers(scan()));
  expect(await answers(open())).toEqual(await answers(scan()));
});

function flipped(bytes: Buffer, at: number): Buffer {
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
}

function copyOver(from: string, to: string): void {
  copyFileSync(inIndex(from), inIndex(to));
  utimesSync(inIndex(to), KEPT, KEPT);
}

/** As long as before. */
function exchanged(bytes: Buffer): Buffer {
  const start = bytes.indexOf('\n') + 1;
  const middle = start + Math.floor((bytes.length - start) / 2);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(middle), bytes.subarray(start, middle)]);
}

test('a part of an earlier time, which is encrypted with the same key, is not believed', async () => {
  await open().find({});
  const before = bytesIn('2026-11.segment');
  put({ id: named(1), answers: [words('note-text', `${CANARY} 7`)] });
  await open().find({});
  kept('2026-11.segment', before);
  expect(await answers(open())).toEqual(await answers(scan()));
});

test('one of another key is no error: it is made anew', async () => {
  await open().find({});
  expect(seenIndex(encrypted('AGE-SECRET-KEY-1Y'))).toBe('outdated');
  expect(await answers(open('AGE-SECRET-KEY-1Y'))).toEqual(await answers(scan()));
  expect(seenIndex(encrypted())).toBe('outdated');
  expect(typeof seenIndex(encrypted('AGE-SECRET-KEY-1Y'))).toBe('object');
});

test('an index from before the journal was encrypted goes away when this one is written, and the other way round', async () => {
  const files = journalFiles(journal(), plainCodec);
  const plain = (): EntryIndex =>
    segmentIndex(segmentFolder({ folder: indexFolder(), madeFor: 'tests' }), files, () => undefined);
  await plain().find({});
  await open().find({});
  expect(readdirSync(path.dirname(folder()))).toEqual(['index.encrypted']);
  await plain().find({});
  expect(readdirSync(path.dirname(folder()))).toEqual(['index']);
});

test('several that write it at once take nothing from one another', async () => {
  for (let round = 0; round < 5; round++) {
    const found = await Promise.all(
      Array.from({ length: 4 }, async (_, at) => {
        put({ id: named(20 + round * 4 + at) });
        return open(at === 3 ? 'AGE-SECRET-KEY-1Y' : undefined).find({});
      }),
    );
    for (const one of found) expect(ids(one).length).toBeGreaterThanOrEqual(6 + round * 4);
    expect(await answers(open())).toEqual(await answers(scan()));
  }
});

test('of a sealed journal it finds what looking through all files finds', async () => {
  const key = await ageSealing.newKey();
  const sessions = memorySessions();
  await sessions.begin(key.recipient, { identity: key.identity, made: 0, used: 0, lasts: 1 });
  const keys = journalKeys({
    pin: () => ({ journal: journal(), recipient: key.recipient, names: 'day', since: '2026-11-22' }),
    hasKey: () => true,
    sealedKey: () => undefined,
    formerKeys: () => [],
    keyFile: '',
    sessions: async () => sessions,
    sealing: async () => ageSealing,
    prompter: async () => undefined,
    now: () => 0,
  });
  const codec = (): ReturnType<typeof sealedCodec> =>
    sealedCodec({ folder: journal(), keys, sealing: async () => ageSealing });
  const index = (): EntryIndex =>
    segmentIndex(
      segmentFolder(encrypted(key.identity)),
      journalFiles(journal(), codec()),
      () => undefined,
      Infinity,
      true,
    );
  const queries: readonly Query[] = [
    {},
    { limit: 2 },
    { open: true },
    search(CANARY),
    { about: 'D.' },
    { id: named(1) },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          id: fc.integer({ min: 1, max: 6 }),
          copy: fc.boolean(),
          state: fc.integer({ min: 0, max: 4 }),
        }),
        {
          maxLength: 6,
        },
      ),
      async (files) => {
        for (const { id, copy, state } of files) {
          const answers = [
            commitment('member-commitment', '2026-11-20'),
            words('member-felt', `${CANARY} ${state}`),
          ];
          const file = put({ id: named(id), answers }, copy ? `copies/${id}.md` : undefined);
          const bytes = await codec().seal(readFileSync(inJournal(file)));
          mkdirSync(path.dirname(inJournal(file)), { recursive: true });
          rmSync(inJournal(file));
          // Damaged, gone, or as it lay before.
          if (state === 3) bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
          if (state !== 4) writeFileSync(inJournal(`${file}.age`), bytes);
        }
        expect(drained(await index().stream({}), 'newest')).toEqual(inOnePlace(await index().find({})));
        expect(drained(await index().stream({}), 'oldest').entries).toEqual(
          inOnePlace(await index().find({})).entries.toReversed(),
        );
        for (const query of queries) {
          const expected = inOnePlace(await scanIndex(journalFiles(journal(), codec())).find(query));
          expect([query, inOnePlace(await index().find(query))]).toEqual([query, expected]);
        }
      },
    ),
    { numRuns: 12 },
  );
});
