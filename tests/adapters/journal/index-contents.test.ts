import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { seenIndex, segmentFolder } from '../../../src/adapters/journal/segment-folder.ts';
import { segmentIndex } from '../../../src/app/index/segment-index.ts';
import type { JournalFiles } from '../../../src/app/ports/journal-files.ts';
import { commitment, words } from '../../domain/journals.ts';
import { ids, indexPlace, named } from './index-places.ts';

const { journal, indexFolder, index: openIndex, put, settle } = indexPlace();

const contents = (): string => path.join(indexFolder(), 'contents.index');

afterEach(() => void vi.restoreAllMocks());

/** Files are what they were for long enough, and so their stamps are believed: nothing of them is read for that. */
function minutesLater(): void {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 600_000);
}

/** The same bytes with the same mark, in a file of another time. */
function writtenAnew(): void {
  const bytes = readFileSync(contents());
  rmSync(contents());
  writeFileSync(contents(), bytes);
  utimesSync(contents(), 978_307_200, 978_307_200);
}

const CHANGES: readonly (readonly [string, () => void])[] = [
  ['was written anew', writtenAnew],
  ['is gone', () => rmSync(contents())],
  ['is another', () => writeFileSync(contents(), 'This is no index at all. '.repeat(400))],
];

test.each(CHANGES)(
  'outlines are found where the file that holds them %s since its beginning was read',
  async (_case, act) => {
    for (let count = 0; count < 5; count++) put({ id: named(count) });
    settle();
    await openIndex().find({});
    const files = journalFiles(journal(), plainCodec);
    let isDone = false;
    const meanwhile: JournalFiles = {
      ...files,
      stamps(folder, names) {
        if (!isDone) act();
        isDone = true;
        return files.stamps(folder, names);
      },
    };
    const store = segmentFolder({ folder: indexFolder(), madeFor: 'tests' });
    const found = await segmentIndex(store, meanwhile, () => undefined).find({ outline: true });
    expect(ids(found).toSorted()).toEqual([0, 1, 2, 3, 4].map(named));
  },
);

test.each(CHANGES)(
  'entries come month by month where the file that holds their outlines %s since the stream was opened',
  async (_case, act) => {
    put({ id: named(1), day: '2026-09-30', at: '2026-10-01T01:00:00+02:00' });
    put({ id: named(2), day: '2026-10-01', at: '2026-10-01T09:00:00+02:00' });
    // About a day long before the moment that it is told at.
    put({ id: named(3), day: '2026-08-30', at: '2026-10-02T09:00:00+02:00' });
    minutesLater();
    await openIndex().find({});
    const inMonths = async (change: () => void): Promise<readonly string[]> => {
      const stream = await openIndex().stream({});
      change();
      return Array.from(stream.entries('months'), ({ entry }) => entry.id);
    };
    const before = await inMonths(() => undefined);
    expect(before).toEqual([3, 1, 2].map(named));
    expect(await inMonths(act)).toEqual(before);
  },
);

test('an index whose head tells of other outlines than it holds is damaged', async () => {
  put({ id: named(1) });
  await openIndex().find({});
  const place = { folder: indexFolder(), madeFor: 'tests' };
  expect(seenIndex(place)).toBeInstanceOf(Map);
  const bytes = readFileSync(contents(), 'latin1');
  const other = bytes.replace(/(?<="outlinesLength":\d*)\d(?=[,}])/g, (digit) => (digit === '1' ? '2' : '1'));
  expect(other).not.toBe(bytes);
  writeFileSync(contents(), other, 'latin1');
  utimesSync(contents(), 978_307_200, 978_307_200);
  expect(seenIndex(place)).toBe('damaged');
});

test('what is open is told as the entry tells it, and as it is after another was added', async () => {
  put({ id: named(1), answers: [words('member-felt'), commitment('member-commitment', '2026-11-20')] });
  settle();
  const open = async () => {
    const { entries } = await openIndex().find({ open: true, outline: true });
    return entries.flatMap(({ entry }) =>
      entry.answers.map(({ question, value }) => [entry.id, question, value]),
    );
  };
  const first = [
    [named(1), 'member-felt', ''],
    [named(1), 'member-commitment', expect.objectContaining({ by: '2026-11-20' })],
  ];
  expect(await open()).toEqual(first);
  expect(await open()).toEqual(first);
  put({ id: named(2), answers: [commitment('member-other', '2026-11-21')] });
  settle();
  const both = await open();
  expect(both).toHaveLength(3);
  expect(await open()).toEqual(both);
});
