import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { databaseClass } from '../../../src/adapters/journal/sqlite/database.ts';
import { sqliteIndex } from '../../../src/adapters/journal/sqlite-index.ts';
import type { EntryIndex, EntryStream, Found, StreamOrder } from '../../../src/app/ports/entry-index.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { scanIndex } from '../../../src/app/journal/scan-index.ts';
import { isoAt } from '../../../src/domain/time/clock.ts';
import { type Entry, entryPath, newestFirst } from '../../../src/domain/entry/entry.ts';
import { narrowSearch } from '../../../src/domain/search/narrow-search.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { entrySearch } from '../../../src/domain/search/entry-search.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { commitment, given, guess, outcome, words } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

/** Node brings SQLite from 22.13 on; where it does not, only the scan is there to be tested. */
const HAS_SQLITE = databaseClass() !== undefined;

let place = '';
let journal = '';

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'coach-index-'));
  journal = path.join(place, 'journal');
});

afterEach(() => rmSync(place, { recursive: true, force: true }));

const indexFile = (): string => path.join(place, 'cache', 'index.sqlite');

function sqlite(progress = (): void => undefined): EntryIndex {
  const index = sqliteIndex(
    { file: indexFile(), madeFor: 'tests' },
    journalFiles(journal, plainCodec),
    progress,
  );
  if (!index) throw new Error('this Node brings no SQLite');
  return index;
}

const INDEXES: readonly (readonly [string, () => EntryIndex])[] = [
  ['scan', () => scanIndex(journalFiles(journal, plainCodec))],
  ...(HAS_SQLITE ? ([['sqlite', sqlite]] as const) : []),
];

/** Puts an entry where coach would, or elsewhere, and says where. */
function put(changes: Partial<Entry>, file?: string): string {
  const entry = entryWith(changes);
  const below = file ?? entryPath(entry);
  mkdirSync(path.dirname(path.join(journal, below)), { recursive: true });
  writeFileSync(path.join(journal, below), printEntry(entry));
  return below;
}

const paths = ({ entries }: Found): readonly string[] => entries.map((stored) => stored.path);
const ids = ({ entries }: Found): readonly string[] => entries.map(({ entry }) => entry.id);
const named = (count: number): string => String(count).padStart(10, '0');
const search = (typed: string): Query => ({ search: entrySearch(typed) });
const narrow = (typed: string): Query => ({ narrow: narrowSearch(typed) ?? entrySearch('') });

/** The time of change long ago, as of a file that nobody has touched for a while. */
function settle(): void {
  for (const item of readdirSync(journal, { recursive: true, encoding: 'utf8' })) {
    utimesSync(path.join(journal, item), 1e9, 1e9);
  }
}

describe.each(INDEXES)('%s', (_name, open) => {
  test('finds nothing in a folder that is not there', async () => {
    expect(await open().find({})).toEqual({ entries: [], unreadable: [] });
    expect(existsSync(journal)).toBe(false);
  });

  test('finds what every filter asks for, newest first', async () => {
    put({ id: named(1), at: '2025-11-22T09:00:00+01:00', day: '2025-11-22', tags: ['Client', 'q3'] });
    put({
      id: named(2),
      at: '2026-10-22T09:00:00+02:00',
      day: '2026-10-22',
      bank: 'note',
      role: null,
      about: null,
    });
    put({ id: named(3), at: '2026-11-15', day: '2026-11-15', about: 'Åsa', role: 'manager' });
    put({ id: named(4), answers: [words('member-felt', 'It was the crème brûlée.')] });
    const index = open();
    const expected: readonly (readonly [Query, readonly number[]])[] = [
      [{}, [4, 3, 2, 1]],
      [{ limit: 2 }, [4, 3]],
      [{ banks: ['note'] }, [2]],
      [{ banks: [] }, []],
      [{ banks: ['note', 'member'] }, [4, 3, 2, 1]],
      [{ role: 'manager' }, [3]],
      [{ about: ' a\u030Asa' }, [3]],
      [{ about: '' }, [2]],
      [{ tags: ['client'] }, [1]],
      [{ tags: ['client', 'q4'] }, []],
      [{ since: '2026-11-15', until: '2026-11-21' }, [3]],
      [{ until: '2026-10-22' }, [2, 1]],
      [{ onThisDay: '2026-11-22' }, [3, 2, 1]],
      [{ id: '00000' }, [4, 3, 2, 1]],
      [{ id: named(3) }, [3]],
      [{ question: 'member-felt' }, [4]],
      [{ question: 'member' }, []],
      [search('brulee'), [4]],
      [search('creme brulee q3'), []],
      [search('client'), [1]],
      [search('november'), []],
      [narrow('november'), [4, 3, 1]],
      [narrow('nov 2026'), [4, 3]],
      [narrow('2026-10'), [2]],
      [narrow('not'), [2]],
      [narrow('asa'), [3]],
      [narrow('crème br'), [4]],
      [narrow('member -cli'), [4, 3, 1]],
      [narrow('member -client'), [4, 3]],
      [{ ...narrow('nov'), role: 'manager' }, [3]],
    ];
    for (const [query, numbers] of expected) {
      expect([query, ids(await index.find(query))]).toEqual([query, numbers.map(named)]);
    }
  });

  test('believes what a file says, not its name', async () => {
    const file = put({ id: named(1) });
    const text = readFileSync(path.join(journal, file), 'utf8');
    const changed = text
      .replace('bank: member', 'bank: manager')
      .replace(/^day: .*$/m, 'day: 2020-01-01')
      .replace(`id: "${named(1)}"`, 'id: another');
    writeFileSync(path.join(journal, file), changed);
    for (const query of [{ banks: ['manager'] }, { until: '2020-12-31' }, { id: 'anoth' }]) {
      expect(paths(await open().find(query))).toEqual([file]);
    }
    expect(paths(await open().find({ banks: ['member'] }))).toEqual([]);
  });

  test('finds entries anywhere below the journal but where they are deleted or hidden', async () => {
    put({ id: named(1) }, 'one.md');
    put({ id: named(2) }, '2026/two.md');
    put({ id: named(3) }, '2026/11/deep/three.md');
    put({ id: named(4) }, 'ideas/2026/four.md');
    for (const hidden of ['trash/five.md', '.drafts/six.md', '2026/.seven.md']) put({ id: named(5) }, hidden);
    mkdirSync(path.join(journal, 'folder.md'));
    writeFileSync(path.join(journal, 'shopping.md'), '# Shopping\n');
    symlinkSync(path.join(journal, 'one.md'), path.join(journal, 'nowhere.md'));
    rmSync(path.join(journal, 'nowhere.md'));
    symlinkSync('loop.md', path.join(journal, 'loop.md'));
    const found = await open().find({});
    expect(paths(found).toSorted()).toEqual([
      '2026/11/deep/three.md',
      '2026/two.md',
      'ideas/2026/four.md',
      'one.md',
    ]);
    expect(found.unreadable.map(({ message }) => message)).toEqual(['loop.md:1:1: cannot be read (ELOOP)']);
  });

  test('names what it cannot read, unless a quick look rules it out', async () => {
    const good = put({ id: named(1) });
    const bad = put({ id: named(2), at: '2026-11-20T09:00:00+01:00', bank: 'note', tags: ['Trüffel'] });
    const file = path.join(journal, bad);
    writeFileSync(file, readFileSync(file, 'utf8').replace('bank-version: 1', 'bank-version: one'));
    const message = `${bad}:9:15: "one" is not a whole number`;
    const told = async (query: Query): Promise<readonly string[]> =>
      (await open().find(query)).unreadable.map((mistakes) => mistakes.message);
    for (const query of [{}, { banks: ['note'] }, search('truffel'), { limit: 2 }]) {
      expect([query, await told(query)]).toEqual([query, [message]]);
    }
    for (const query of [{ banks: ['member'] }, search('kanarienvogel'), { limit: 1 }, { question: 'x-y' }]) {
      expect([query, await told(query)]).toEqual([query, []]);
    }
    expect(paths(await open().find({}))).toEqual([good]);
  });

  test('takes the same id with the same bytes for one entry, and shows what differs', async () => {
    const own = put({ id: named(1) });
    put({ id: named(1) }, 'a copy.md');
    put({ id: named(1), answers: [words('member-felt', 'otherwise')] }, 'another copy.md');
    expect(paths(await open().find({}))).toEqual([own, 'another copy.md']);
    expect(paths(await open().find(search('otherwise')))).toEqual(['another copy.md']);
    rmSync(path.join(journal, own));
    expect(paths(await open().find({}))).toEqual(['a copy.md', 'another copy.md']);
  });

  test('finds plans that nothing closes, and what closes another one of the same entry', async () => {
    const plan = (id: number, ...questions: readonly string[]): string =>
      put({
        id: named(id),
        at: `2026-11-0${id}T09:00:00Z`,
        answers: questions.map((one) => commitment(one)),
      });
    const close = (id: number, reference: string, file?: string): string =>
      put(
        {
          id: named(id),
          at: `2026-11-1${id}T09:00:00Z`,
          bank: 'review',
          answers: [outcome(reference, 'kept')],
        },
        file,
      );
    const open1 = plan(1, 'member-commitment');
    plan(2, 'member-commitment');
    const half = plan(3, 'member-commitment', 'member-next');
    put({ id: named(4), at: '2026-11-04T09:00:00Z', answers: [words('member-felt')] });
    const guessed = put({ id: named(5), at: '2026-11-05T09:00:00Z', answers: [guess('member-prediction')] });
    close(6, `${named(2)}/member-commitment`);
    const closesHalf = close(7, `${named(3)}/member-next`);
    expect(paths(await open().find({ open: true }))).toEqual([closesHalf, guessed, half, open1]);
    expect(paths(await open().find({ open: true, limit: 2 }))).toEqual([closesHalf, guessed]);
  });

  test('finds what gives an open plan another date, and what closes the plans of that in turn', async () => {
    const says = (id: number, answers: readonly Answer[]): string =>
      put({ id: named(id), at: `2026-11-1${id}T09:00:00Z`, bank: 'review', answers });
    const planned = put({
      id: named(1),
      at: '2026-11-01T09:00:00Z',
      answers: [commitment('member-commitment')],
    });
    const early = given(
      'review-outcome',
      { type: 'choice', value: 'wait' },
      { continues: `${named(1)}/member-commitment` },
    );
    const waits = says(2, [early, commitment('review-next-plan')]);
    const closesNext = says(3, [outcome(`${named(2)}/review-next-plan`, 'kept')]);
    says(4, [commitment('review-next-plan')]);
    says(5, [outcome(`${named(4)}/review-next-plan`, 'kept')]);
    expect(paths(await open().find({ open: true }))).toEqual([closesNext, waits, planned]);
  });

  test('a closing file that cannot be understood closed a plan without a word', async () => {
    const planned = put({
      id: named(1),
      at: '2026-11-01T09:00:00Z',
      answers: [commitment('member-commitment')],
    });
    const closing = put({
      id: named(2),
      at: '2026-11-12T09:00:00Z',
      bank: 'review',
      answers: [outcome(`${named(1)}/member-commitment`, 'kept')],
    });
    expect(paths(await open().find({ open: true }))).toEqual([]);
    damage(closing);
    const found = await open().find({ open: true });
    expect(paths(found)).toEqual([planned]);
    expect(found.unreadable.map(({ file }) => file)).toEqual([closing]);
  });

  test('of a conflicted copy of a closing entry, the one in its own place counts', async () => {
    const planned = put({
      id: named(1),
      at: '2026-11-01T09:00:00Z',
      answers: [commitment('member-commitment')],
    });
    const reference = `${named(1)}/member-commitment`;
    const review = { id: named(2), at: '2026-11-12T09:00:00Z', bank: 'review' };
    put({ ...review, answers: [outcome(reference, 'kept')] }, 'conflicted copy.md');
    expect(paths(await open().find({ open: true }))).toEqual([]);
    put({ ...review, answers: [commitment('review-next')] });
    expect(paths(await open().find({ open: true }))).toContain(planned);
  });

  test('sees at once what another program changes, adds, renames and removes', async () => {
    const one = put({ id: named(1), answers: [words('member-felt', 'apples')] });
    const two = put({ id: named(2), at: '2026-11-21T09:00:00Z', answers: [words('member-felt', 'pears')] });
    settle();
    const index = open();
    expect(paths(await index.find(search('apples')))).toEqual([one]);
    // The same size, and the time of change put back.
    const file = path.join(journal, one);
    writeFileSync(file, readFileSync(file, 'utf8').replace('apples', 'plums!'));
    utimesSync(file, 1e9, 1e9);
    expect(paths(await index.find(search('apples')))).toEqual([]);
    expect(paths(await index.find(search('plums')))).toEqual([one]);
    // Twice within the same second.
    for (const fruit of ['cherry', 'banana', 'orange']) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/plums!|cherry|banana/, fruit));
      expect(paths(await index.find(search(fruit)))).toEqual([one]);
    }
    renameSync(path.join(journal, two), path.join(journal, '2026/moved.md'));
    expect(paths(await index.find(search('pears')))).toEqual(['2026/moved.md']);
    // One in the place of another.
    writeFileSync(
      path.join(place, 'new'),
      printEntry(entryWith({ id: named(3), answers: [words('member-felt', 'figs')] })),
    );
    renameSync(path.join(place, 'new'), path.join(journal, '2026/moved.md'));
    expect([await index.find(search('pears')), await index.find(search('figs'))].map(paths)).toEqual([
      [],
      ['2026/moved.md'],
    ]);
    appendFileSync(file, '\n## Later\n\nI also like quinces.\n');
    expect(paths(await index.find(search('quinces')))).toEqual([one]);
    rmSync(path.join(journal, '2026'), { recursive: true });
    expect(paths(await index.find({}))).toEqual([]);
  });

  test('an unwanted phrase leaves out what holds it in one text, not across two', async () => {
    const file = put({
      id: named(1),
      answers: [{ ...words('member-felt', 'Early it was.'), asked: 'What happened?' }],
    });
    expect(paths(await open().find(search('early -"happened early"')))).toEqual([file]);
    expect(paths(await open().find(search('early -"early it"')))).toEqual([]);
    const many = Array.from({ length: 400 }, (_, number) => `-word${number}`).join(' ');
    expect(paths(await open().find(search(`early ${many}`)))).toEqual([file]);
  });

  test.each([
    ['blanks behind a name', (text: string) => text.replace('bank: member', 'bank:   member  ')],
    ['a name on two lines', (text: string) => text.replace('about: Anna Maria', 'about: Anna\n  Maria')],
    ['control characters', (text: string) => text.replace('apples', 'app\u0007l\u001b[31mes')],
  ])('finds an entry with %s, as it is understood', async (_case, change) => {
    const file = put({ id: named(1), about: 'Anna Maria', answers: [words('member-felt', 'apples')] });
    writeFileSync(path.join(journal, file), change(readFileSync(path.join(journal, file), 'utf8')));
    const query = { banks: ['member'], about: 'anna maria', ...search('apples') };
    expect(paths(await open().find(query))).toEqual([file]);
  });

  test('takes no time to speak of for many entries of one moment, or with one id', async () => {
    for (let count = 0; count < 700; count++) {
      put({ id: named(count), at: '2020-01-01', day: '2020-01-01' }, `one ${count}.md`);
      put(
        { id: 'same', at: '2020-01-02', answers: [words('member-felt', `copy ${count}`)] },
        `two ${count}.md`,
      );
    }
    const index = open();
    expect((await index.find({})).entries).toHaveLength(1400);
    expect(ids(await index.find({ limit: 1 }))).toEqual(['same']);
  });

  test('mends nothing and hides nothing when a file breaks and is mended', async () => {
    const file = path.join(journal, put({ id: named(1), answers: [words('member-felt', 'apples')] }));
    const text = readFileSync(file, 'utf8');
    const index = open();
    for (const broken of [text.replace('coach: 1', 'coach: one'), text.replace('---\n\n', '\n\n'), '']) {
      writeFileSync(file, broken);
      expect([ids(await index.find(search('apples'))), (await index.find({})).unreadable]).toEqual([
        [],
        [expect.objectContaining({ name: 'FileMistakes' })],
      ]);
      expect(readFileSync(file, 'utf8')).toBe(broken);
      writeFileSync(file, text);
      expect(await index.find(search('apples'))).toMatchObject({
        entries: [{ entry: { id: named(1) } }],
        unreadable: [],
      });
    }
  });

  test('the newest are the newest by instant, whatever the wall clocks of their names say', async () => {
    await fc.assert(
      fc.asyncProperty(travels, fc.integer({ min: 1, max: 8 }), async (moments, limit) => {
        rmSync(journal, { recursive: true, force: true });
        const entries = moments.map(({ epoch, offset }, index) => {
          const at = isoAt(epoch, offset);
          return entryWith({ id: named(index), at, written: at, day: at.slice(0, 10) });
        });
        for (const entry of entries) disk.create(path.join(journal, entryPath(entry)), printEntry(entry));
        const expected = entries
          .toSorted(newestFirst)
          .slice(0, limit)
          .map(({ id }) => id);
        expect(ids(await open().newest({ limit }))).toEqual(expected);
        expect(ids(await open().find({ limit }))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

/** A journal of somebody who travels: instants within a few days, at any offset. */
const travels = fc.array(
  fc.record({
    epoch: fc
      .integer({ min: 0, max: 5 * 24 * 60 })
      .map((minutes) => Date.UTC(2026, 10, 18) + minutes * 60_000),
    offset: fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
  }),
  { maxLength: 40 },
);

/** A word of a text or a beginning of one, in a few scripts. */
const someWord = fc.constantFrom(
  'apple',
  'apples',
  'Äpfel',
  'apfel',
  '苹果',
  '果',
  'don’t',
  't',
  '3.5',
  'яблоко',
);
const someQuery: fc.Arbitrary<Query> = fc
  .record(
    {
      banks: fc.subarray(['member', 'note']),
      role: fc.constantFrom('member', 'manager'),
      about: fc.constantFrom('D.', 'd', 'Å'),
      tags: fc.subarray(['one', 'TWO']),
      since: fc.constantFrom('2026-11-18', '2026-11-20'),
      until: fc.constantFrom('2026-11-19', '2026-11-21'),
      onThisDay: fc.constantFrom('2026-11-27', '2026-12-19', '2028-11-20'),
      question: fc.constantFrom('member-felt', 'member-felt-more'),
      typed: fc
        .array(fc.tuple(fc.constantFrom('', '-', '"'), someWord, fc.constantFrom('', '*', '"')), {
          maxLength: 3,
        })
        .map((parts) => parts.map((part) => part.join('')).join(' ')),
      narrowed: fc
        .array(
          fc.oneof(
            someWord,
            fc.constantFrom('nov', 'fri', '20', '2026-11-2', 'note', 'd', '-mem', 'when you'),
          ),
        )
        .map((parts) => parts.slice(0, 2).join(' ')),
      open: fc.constant(true as const),
      limit: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: [] },
  )
  .map(({ typed, narrowed = '', ...query }) => {
    const narrow = narrowSearch(narrowed);
    return { ...query, ...(typed !== undefined && search(typed)), ...(narrow && { narrow }) };
  });

const someEntry = fc.record({
  minutes: fc.integer({ min: 0, max: 4 * 24 * 60 }),
  bank: fc.constantFrom('member', 'note'),
  role: fc.constantFrom('member', 'manager', null),
  about: fc.constantFrom('D.', 'd', 'Å', null),
  tags: fc.subarray(['One', 'two']),
  text: fc.array(someWord, { maxLength: 5 }).map((all) => all.join(' ')),
  question: fc.constantFrom('member-felt', 'member-felt-more'),
  plan: fc.boolean(),
  closes: fc.option(fc.integer({ min: 0, max: 8 })),
  skips: fc.boolean(),
  copy: fc.constantFrom(undefined, undefined, 'same', 'other'),
  broken: fc.constantFrom(false, false, true),
  form: fc.constantFrom(
    'own',
    'own',
    'own',
    'yaml',
    'dos',
    'marked',
    'long id',
    'plain',
  ) satisfies fc.Arbitrary<Form>,
  otherDay: fc.constantFrom(undefined, undefined, '2026-10-31', '2026-12-01'),
});
type SomeEntry = typeof someEntry extends fc.Arbitrary<infer One> ? One : never;

/** How a file is written: as coach does it, or as other editors leave it. */
type Form = 'own' | 'yaml' | 'dos' | 'marked' | 'long id' | 'plain';

function reform(file: string, form: Form): void {
  const place = path.join(journal, file);
  const text = readFileSync(place, 'utf8');
  const forms: Readonly<Record<Form, string>> = {
    own: text,
    yaml: text.replace('coach: 1', "coach: 1\nowner: 'D.' # mine"),
    dos: text.replaceAll('\n', '\r\n'),
    marked: `\ufeff${text.replace('bank: ', 'bank:\u001b[31m ')}`,
    'long id': text.replace(/^id: "?(\w+)"?$/m, `id: "${'long-'.repeat(80)}$1"`),
    plain: text.replace(/^written: .*\n/m, '').replace(/^day: "(.*)"$/m, 'day: $1'),
  };
  writeFileSync(place, forms[form]);
}

function closing(reference: string, skips: boolean): Answer {
  const answer = outcome(reference);
  return skips ? { ...answer, value: null, skip: 'passed' } : answer;
}

function damage(file: string): void {
  const text = readFileSync(path.join(journal, file), 'utf8');
  writeFileSync(path.join(journal, file), text.replace('bank-version: 1', 'bank-version: one'));
}

/** A journal of such entries, with copies and damaged files. */
function fill(all: readonly SomeEntry[]): void {
  rmSync(journal, { recursive: true, force: true });
  for (const [index, one] of all.entries()) {
    const { minutes, text, question, plan, closes, skips, copy, broken, form, otherDay, ...entry } = one;
    const at = isoAt(Date.UTC(2026, 10, 18) + minutes * 60_000, 60);
    const answers = [
      ...(text === '' ? [] : [words(question, text)]),
      ...(plan ? [commitment('member-commitment')] : []),
      ...(closes === null ? [] : [closing(`${named(closes)}/member-commitment`, skips)]),
    ];
    const day = otherDay ?? at.slice(0, 10);
    const whole = { id: named(index), at, written: at, day, answers, ...entry };
    const file = put(whole);
    reform(file, form);
    if (copy === 'other') put({ ...whole, answers: answers.slice(1) }, `copy ${index}.md`);
    if (broken) damage(file);
    if (copy === 'same') cpSync(path.join(journal, file), path.join(journal, `copy ${index}.md`));
  }
}

/** What is promised of entries of which nobody reads the texts. */
function outlineOfAll({ entries, unreadable }: Found): unknown {
  return {
    unreadable,
    entries: entries.map(({ entry, path: file, twins }) => {
      const { id, at, written, day, bank, role, about, answers } = entry;
      const told = answers.map((answer) => (answer.type === 'text' ? { ...answer, value: '' } : answer));
      return { file, twins, id, at, written, day, bank, role, about, told };
    }),
  };
}

describe.runIf(HAS_SQLITE)('the two', () => {
  test('answer alike, whatever is there and whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEntry, { maxLength: 9 }),
        fc.array(someQuery, { maxLength: 6 }),
        async (all, queries) => {
          fill(all.map((one) => ({ ...one, form: 'own' })));
          const index = sqlite();
          for (const query of queries) {
            expect([query, await index.find(query)]).toEqual([
              query,
              await scanIndex(journalFiles(journal, plainCodec)).find(query),
            ]);
          }
          const [outlined, whole] = await Promise.all(
            [index, scanIndex(journalFiles(journal, plainCodec))].map((one) => one.find({ outline: true })),
          );
          expect(outlined && outlineOfAll(outlined)).toEqual(whole && outlineOfAll(whole));
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** All of a stream in one order, and what could not be understood on the way. */
function drained(stream: EntryStream, order: StreamOrder): Found {
  const entries = Array.from(stream.entries(order), ({ entry, path: file }) => ({ entry, path: file }));
  return { entries, unreadable: stream.unreadable() };
}

/** What is found, with each entry in one place only. */
function inOnePlace({ entries, unreadable }: Found): Found {
  return { entries: entries.map(({ entry, path: file }) => ({ entry, path: file })), unreadable };
}

describe.each(INDEXES)('a stream of %s', (_name, open) => {
  test('is what is found, in each order, whatever is there and whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEntry, { maxLength: 14 }),
        fc.array(someQuery, { maxLength: 4 }),
        async (all, queries) => {
          fill(all);
          const index = open();
          for (const query of [{}, ...queries]) {
            const found = inOnePlace(await index.find(query));
            const stream = await index.stream(query);
            expect([query, drained(stream, 'newest')]).toEqual([query, found]);
            const oldest = found.entries.toReversed();
            expect([query, drained(stream, 'oldest').entries]).toEqual([query, oldest]);
            const months = [...new Set(oldest.map(({ entry }) => entry.day.slice(0, 7)))].toSorted();
            const byMonth = months.flatMap((month) =>
              oldest.filter(({ entry }) => entry.day.startsWith(month)),
            );
            expect([query, drained(stream, 'months').entries]).toEqual([query, byMonth]);
            expect(stream.most).toBeGreaterThanOrEqual(oldest.length);
            expect(stream.unreadable()).toEqual(found.unreadable);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('takes the next one where the first of two that were the same went away', async () => {
    const own = put({ id: named(1) });
    put({ id: named(1) }, 'a copy.md');
    const stream = await scanIndex(journalFiles(journal, plainCodec)).stream({});
    expect(stream.most).toBe(1);
    rmSync(path.join(journal, own));
    expect(paths(drained(stream, 'newest'))).toEqual(['a copy.md']);
  });

  test('may be left in the middle, and begun anew', async () => {
    for (let count = 0; count < 30; count++) put({ id: named(count) });
    const stream = await open().stream({});
    for (const { entry } of stream.entries('oldest')) {
      expect(entry.id).toBe(named(0));
      break;
    }
    expect(drained(stream, 'newest').entries).toHaveLength(30);
  });
});

test('a stream without an index leaves out what went away, and what was edited so that it is not asked for', async () => {
  const files = [1, 2, 3, 4].map((number) =>
    put({ id: named(number), at: `2026-11-1${number}T09:00:00Z`, answers: [words('member-felt', 'apples')] }),
  );
  const [one = '', two = '', three = '', four = ''] = files;
  const rewrite = (file: string, from: string, to: string): void =>
    writeFileSync(path.join(journal, file), readFileSync(path.join(journal, file), 'utf8').replace(from, to));
  const stream = await scanIndex(journalFiles(journal, plainCodec)).stream(search('apples'));
  rmSync(path.join(journal, one));
  rewrite(two, 'apples', 'pears');
  rewrite(three, 'apples', 'apples and pears');
  rewrite(four, 'coach: 1', "coach: 1\nowner: 'D.'");
  const { entries, unreadable } = drained(stream, 'oldest');
  expect(entries.map(({ entry }) => entry.answers[0]?.value)).toEqual(['apples and pears']);
  expect(unreadable.map(({ message }) => message)).toEqual([`${four}:1:1: was changed while it was read`]);
});

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
    rmSync(path.join(journal, file));
    expect(ids((await snapshot?.find({})) ?? { entries: [], unreadable: [] })).toEqual([named(1)]);
    rmSync(indexFile());
    expect(ids((await snapshot?.find({})) ?? { entries: [], unreadable: [] })).toEqual([named(2)]);
  });

  test.each<readonly [string, () => unknown]>([
    ['is gone', () => rmSync(indexFile())],
    ['is something else', () => writeFileSync(indexFile(), 'This is not a database at all. '.repeat(400))],
    [
      'was emptied',
      () => {
        const other = sqliteIndex(
          { file: indexFile(), madeFor: 'other' },
          journalFiles(place, plainCodec),
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
    rmSync(path.join(journal, file));
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
          journalFiles(place, plainCodec),
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
    const other = path.join(place, 'other');
    cpSync(journal, other, { recursive: true });
    rmSync(journal, { recursive: true });
    const file = put({ id: named(1), answers: [words('member-felt', 'plums!')] });
    settle();
    expect(paths(await sqlite().find(search('plums')))).toEqual([file]);
    expect(paths(await sqlite().find(search('apples')))).toEqual([]);
  });
});
