import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { countingIn } from '../../../src/app/journal/copies.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { commitment, given, guess, outcome, words } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { ids, indexPlace, named, narrow, paths, search } from './index-places.ts';

const { place, journal, inJournal, indexes, put, rewrite, damage, settle } = indexPlace();

describe.each(indexes)('%s', (_name, open) => {
  test('finds nothing in a folder that is not there', async () => {
    expect(await open().find({})).toEqual({ entries: [], unreadable: [] });
    expect(existsSync(journal())).toBe(false);
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
    rewrite(file, (text) =>
      text
        .replace('bank: member', 'bank: manager')
        .replace(/^day: .*$/m, 'day: 2020-01-01')
        .replace(`id: "${named(1)}"`, 'id: another'),
    );
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
    mkdirSync(inJournal('folder.md'));
    writeFileSync(inJournal('shopping.md'), '# Shopping\n');
    symlinkSync(inJournal('one.md'), inJournal('nowhere.md'));
    rmSync(inJournal('nowhere.md'));
    symlinkSync('loop.md', inJournal('loop.md'));
    const found = await open().find({});
    expect(paths(found).toSorted()).toEqual([
      '2026/11/deep/three.md',
      '2026/two.md',
      'ideas/2026/four.md',
      'one.md',
    ]);
    expect(found.unreadable.map(({ message }) => message)).toEqual([
      'loop.md:1:1: cannot be read: symlink loop (ELOOP)',
    ]);
  });

  test('names what it cannot read, unless a quick look rules it out', async () => {
    const good = put({ id: named(1) });
    const bad = put({ id: named(2), at: '2026-11-20T09:00:00+01:00', bank: 'note', tags: ['Trüffel'] });
    damage(bad);
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
    rmSync(inJournal(own));
    expect(paths(await open().find({}))).toEqual(['a copy.md', 'another copy.md']);
  });

  test.each(['k3x8m2p9qa', '_x', '123456789012345678901234567890'])(
    'takes copies of an entry without its texts for one, or says that there are some, where its id is %s',
    async (id) => {
      put({ id }, 'one.md');
      put({ id }, 'the same.md');
      expect(paths(await open().find({ outline: true }))).toEqual(['one.md']);
      expect((await open().find({ outline: true })).areSingle).toBeUndefined();
      put({ id, answers: [words('member-felt', 'otherwise')] }, 'two.md');
      put({ id: named(2) }, 'three.md');
      const found = await open().find({ outline: true });
      expect(paths(found).toSorted()).toEqual(['one.md', 'three.md', 'two.md']);
      expect(countingIn(found).map((entry) => entry.id)).toHaveLength(2);
      expect(found.areSingle).toBeUndefined();
    },
  );

  test('says that no two entries have the same id', async () => {
    put({ id: named(1) });
    put({ id: named(2) });
    expect((await open().find({ outline: true })).areSingle).toBe(true);
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
    const file = inJournal(one);
    writeFileSync(file, readFileSync(file, 'utf8').replace('apples', 'plums!'));
    utimesSync(file, 1e9, 1e9);
    expect(paths(await index.find(search('apples')))).toEqual([]);
    expect(paths(await index.find(search('plums')))).toEqual([one]);
    // Twice within the same second.
    for (const fruit of ['cherry', 'banana', 'orange']) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/plums!|cherry|banana/, fruit));
      expect(paths(await index.find(search(fruit)))).toEqual([one]);
    }
    renameSync(inJournal(two), inJournal('2026/moved.md'));
    expect(paths(await index.find(search('pears')))).toEqual(['2026/moved.md']);
    // One in the place of another.
    writeFileSync(
      path.join(place(), 'new'),
      printEntry(entryWith({ id: named(3), answers: [words('member-felt', 'figs')] })),
    );
    renameSync(path.join(place(), 'new'), inJournal('2026/moved.md'));
    expect([await index.find(search('pears')), await index.find(search('figs'))].map(paths)).toEqual([
      [],
      ['2026/moved.md'],
    ]);
    appendFileSync(file, '\n## Later\n\nI also like quinces.\n');
    expect(paths(await index.find(search('quinces')))).toEqual([one]);
    rmSync(inJournal('2026'), { recursive: true });
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
    rewrite(file, change);
    const query = { banks: ['member'], about: 'anna maria', ...search('apples') };
    expect(paths(await open().find(query))).toEqual([file]);
  });

  test('a sign without a width in a word that coach writes hid its entry where there is no index', async () => {
    const file = put({ id: named(1), answers: [words('member-felt'), commitment('member-next')] });
    rewrite(file, (text) =>
      text
        .replace('coach: member-felt', 'coach: member-\u0000felt')
        .replace('member-next com', 'member-next \u0007com'),
    );
    for (const query of [{ question: 'member-felt' }, { answered: 2 }, { open: true }] as const)
      expect([query, paths(await open().find(query))]).toEqual([query, [file]]);
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
    const file = inJournal(put({ id: named(1), answers: [words('member-felt', 'apples')] }));
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
});
