import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';
import type { Found } from '../../../src/app/ports/entry-index.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { entryPath, newestFirst } from '../../../src/domain/entry/entry.ts';
import { narrowSearch } from '../../../src/domain/search/narrow-search.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { isoAt } from '../../../src/domain/time/moment.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { commitment, outcome, words } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';
import { drained, ids, indexPlace, inOnePlace, named, search } from './index-places.ts';

const { journal, inJournal, scan, index: openIndex, indexes, put, damage } = indexPlace();

describe.each(indexes)('%s', (_name, open) => {
  test('the newest are the newest by instant, whatever the wall clocks of their names say', async () => {
    await fc.assert(
      fc.asyncProperty(travels, fc.integer({ min: 1, max: 8 }), async (moments, limit) => {
        rmSync(journal(), { recursive: true, force: true });
        const entries = moments.map(({ epoch, offset, isTimed }, index) => {
          const written = isoAt(epoch, offset);
          const day = written.slice(0, 10);
          return entryWith({ id: named(index), at: isTimed ? written : day, written, day });
        });
        for (const entry of entries) disk.create(inJournal(entryPath(entry)), printEntry(entry));
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

  test('a stream is what is found, in each order, whatever is there and whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEntry, { maxLength: 14 }),
        fc.array(someQuery, { maxLength: 4 }),
        async (all, queries) => {
          fill(all);
          const index = open();
          const together = await index.findEach([{}, ...queries]);
          for (const [at, query] of [{}, ...queries].entries()) {
            const alone = await index.find(query);
            expect([query, together[at]]).toEqual([query, alone]);
            const found = inOnePlace(alone);
            const stream = await index.stream(query);
            expect([query, drained(stream, 'newest')]).toEqual([query, found]);
            const oldest = found.entries.toReversed();
            expect([query, drained(stream, 'oldest').entries]).toEqual([query, oldest]);
            const months = [...new Set(oldest.map(({ entry }) => entry.day.slice(0, 7)))].toSorted();
            const byMonth = months.flatMap((month) =>
              oldest.filter(({ entry }) => entry.day.startsWith(month)),
            );
            expect([query, drained(stream, 'months').entries]).toEqual([query, byMonth]);
            const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
            const folders = [...new Set(found.entries.map((stored) => folderOf(stored.path)))].toSorted();
            const byFolder = folders.flatMap((folder) =>
              found.entries.filter((stored) => folderOf(stored.path) === folder),
            );
            expect([query, drained(stream, 'folders').entries]).toEqual([query, byFolder]);
            expect(stream.most).toBeGreaterThanOrEqual(oldest.length);
            expect(stream.unreadable()).toEqual(found.unreadable);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe.each([100, 0])('the two, of which one understands %i files at once,', (few) => {
  test('answer alike, whatever is there and whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someEntry, { maxLength: 9 }),
        fc.array(someQuery, { maxLength: 6 }),
        async (all, queries) => {
          fill(all.map((one) => ({ ...one, form: 'own' })));
          const index = openIndex(undefined, few);
          for (const query of queries) {
            expect([query, await index.find(query)]).toEqual([query, await scan().find(query)]);
          }
          for (const query of [{}, ...queries].map((one) => ({ ...one, outline: true }) as const)) {
            const [outlined, whole] = [await index.find(query), await scan().find(query)];
            expect([query, outlineOfAll(outlined)]).toEqual([query, outlineOfAll(whole)]);
          }
        },
      ),
      { numRuns: 100 },
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
    isTimed: fc.boolean(),
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
      answered: fc.integer({ min: 1, max: 3 }),
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
  const text = readFileSync(inJournal(file), 'utf8');
  const forms: Readonly<Record<Form, string>> = {
    own: text,
    yaml: text.replace('coach: 1', "coach: 1\nowner: 'D.' # mine"),
    dos: text.replaceAll('\n', '\r\n'),
    marked: `\ufeff${text.replace('bank: ', 'bank:\u001b[31m ')}`,
    'long id': text.replace(/^id: "?(\w+)"?$/m, `id: "${'long-'.repeat(80)}$1"`),
    plain: text.replace(/^written: .*\n/m, '').replace(/^day: "(.*)"$/m, 'day: $1'),
  };
  writeFileSync(inJournal(file), forms[form]);
}

function closing(reference: string, skips: boolean): Answer {
  const answer = outcome(reference);
  return skips ? { ...answer, value: null, skip: 'passed' } : answer;
}

/** A journal of such entries, with copies and damaged files. */
function fill(all: readonly SomeEntry[]): void {
  rmSync(journal(), { recursive: true, force: true });
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
    if (copy === 'same') cpSync(inJournal(file), inJournal(`copy ${index}.md`));
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
