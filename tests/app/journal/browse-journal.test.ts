import { describe, expect, test } from 'vitest';
import { browseJournal, narrowedList } from '../../../src/app/journal/browse-journal.ts';
import { heldStream } from '../../../src/app/journal/entry-stream.ts';
import { lineBrowser } from '../../../src/app/journal/line-browser.ts';
import type { Browser, BrowsePlace } from '../../../src/app/ports/browser.ts';
import type { EntryLook } from '../../../src/pages/journal/entry-page.ts';
import type { EntryIndex } from '../../../src/app/ports/entry-index.ts';
import { type StoredEntry, entryPath } from '../../../src/domain/entry/entry.ts';
import { FileMistakes, Interrupted } from '../../../src/domain/text/errors.ts';
import { matches, type Query } from '../../../src/domain/search/query.ts';
import { parseSearch, type Search } from '../../../src/domain/search/search.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';
import { scripted } from '../../cli/scripted.ts';

const { signal } = new AbortController();
const named = (count: number): string => String(count).padStart(10, '0');

function stored(count: number, text: string, about: string | null = null): StoredEntry {
  const entry = entryWith({ id: named(count), about, answers: [textAnswer(text)] });
  return { entry, path: entryPath(entry) };
}

/** An index that writes down what it is asked. */
function indexOf(all: readonly StoredEntry[]): EntryIndex & { readonly asked: string[] } {
  const asked: string[] = [];
  const find = (query: Query) => ({
    entries: all.filter(({ entry }) => matches(entry, query)).slice(0, query.limit),
    unreadable: [new FileMistakes('2026/11/broken.md', [{ line: 1, column: 1, message: 'no' }])],
  });
  return {
    asked,
    newest: (query) => {
      asked.push('newest');
      return Promise.resolve(find(query));
    },
    findEach: (queries, newest = []) => Promise.resolve([...queries, ...newest].map(find)),
    stream: (query) => Promise.resolve(heldStream(find(query))),
    find: (query) => {
      asked.push(query.narrow?.wanted.map(({ words }) => words.join(' ')).join(',') ?? 'all');
      return Promise.resolve(find(query));
    },
  };
}

const few = [
  stored(3, 'the status report'),
  stored(2, 'the state of things', 'D.'),
  stored(1, 'a long wait', 'Åsa'),
];
const many = Array.from({ length: 250 }, (_, at) => stored(250 - at, at < 150 ? 'status' : 'state'));

describe('a list that is narrowed', () => {
  const idsOf = async (typed: string, { find }: ReturnType<typeof narrowedList>): Promise<string> =>
    (await find(typed, signal)).entries.map(({ entry }) => Number(entry.id)).join(' ');

  test('asks once where all there is fits in it', async () => {
    const index = indexOf(few);
    const list = narrowedList({}, index);
    expect(await idsOf('', list)).toBe('3 2 1');
    expect(await idsOf('sta', list)).toBe('3 2');
    expect(await idsOf('stat', list)).toBe('3 2');
    expect(await idsOf('statu', list)).toBe('3');
    expect(await idsOf('asa', list)).toBe('1');
    expect(await idsOf('nothing', list)).toBe('');
    expect(index.asked).toEqual(['newest']);
    expect(list.unreadable().map(({ file }) => file)).toEqual(['2026/11/broken.md']);
  });

  test('holds a hundred, and asks anew until it holds all', async () => {
    const index = indexOf(many);
    const { find } = narrowedList({}, index);
    const counts = async (typed: string) => {
      const { entries, more } = await find(typed, signal);
      return [entries.length, more];
    };
    expect(await counts('')).toEqual([100, true]);
    expect(await counts('stat')).toEqual([100, true]);
    expect(await counts('statu')).toEqual([100, true]);
    expect(await counts('state')).toEqual([100, false]);
    expect(await counts('state 0000000007')).toEqual([1, false]);
    expect(await counts('stat')).toEqual([100, true]);
    expect(index.asked).toEqual(['newest', 'stat', 'statu', 'state']);
  });

  test('keeps to the filters it began with', async () => {
    const index = indexOf(few);
    const list = narrowedList({ about: 'D.' }, index);
    expect(await idsOf('', list)).toBe('2');
    expect(await idsOf('report', list)).toBe('');
    expect(index.asked).toEqual(['all']);
  });

  test('does not believe an answer that nobody waited for', async () => {
    const index = indexOf(many);
    const list = narrowedList({ role: 'member' }, index);
    await list.find('status', AbortSignal.abort());
    await list.find('status', signal);
    expect(index.asked).toEqual(['status', 'status']);
  });
});

const look: EntryLook = {
  rows: (entries) =>
    entries.map(({ entry }) => ({ heading: 'November 2026', row: `row ${Number(entry.id)}`, facts: '' })),
  whole: ({ entry }, _page, marked) => `page ${Number(entry.id)} ${marksOf(marked)}\n`,
};

const marksOf = (marked: Search | undefined): string =>
  (marked?.wanted ?? []).map(({ words, prefix }) => words.join(' ') + (prefix ? '*' : '')).join(',');

/** Somebody who types, opens and goes back as the script says. */
function following(...script: readonly (readonly [string, number, 'back' | 'leave'] | 'leave' | 'ctrl-c')[]) {
  const seen: string[] = [];
  const moves = [...script];
  const browser: Browser = {
    async choose(start: BrowsePlace, find) {
      seen.push(`list "${start.typed}" ${start.path?.slice(-13, -3) ?? ''}`.trim());
      const [move] = moves;
      if (move === undefined || move === 'leave') return undefined;
      if (move === 'ctrl-c') throw new Interrupted('');
      const opened = (await find(move[0], signal)).entries[move[1]];
      return opened && { typed: move[0], opened };
    },
    read(text) {
      seen.push(text({ width: 80, style: plainStyle }).trim());
      const move = moves.shift();
      return Promise.resolve(Array.isArray(move) ? move[2] : 'back');
    },
    close: () => undefined,
  };
  return { browser, seen };
}

describe('browsing', () => {
  test('comes back from an entry to the list as it was', async () => {
    const { browser, seen } = following(['stat', 1, 'back'], ['stat', 0, 'back'], 'leave');
    await browseJournal(browser, narrowedList({}, indexOf(few)).find, look);
    expect(seen).toEqual([
      'list ""',
      'page 2 stat*',
      'list "stat" 0000000002',
      'page 3 stat*',
      'list "stat" 0000000003',
    ]);
  });

  test('marks what was searched for before, too, and leaves from a page', async () => {
    const { browser, seen } = following(['rep', 0, 'leave']);
    await browseJournal(browser, narrowedList({}, indexOf(few)).find, look, parseSearch('status -no'));
    expect(seen).toEqual(['list ""', 'page 3 status,rep*']);
  });

  test('is interrupted', async () => {
    const { browser } = following('ctrl-c');
    const { find } = narrowedList({}, indexOf(few));
    await expect(browseJournal(browser, find, look)).rejects.toThrow(Interrupted);
  });
});

test('line by line, what is listed changes with what is typed, and the number of an entry opens it', async () => {
  const prompter = scripted('stat', '2', '', 'zzz', '', '7', '', '1', 'q');
  const browser = lineBrowser(prompter, () => ({ width: 80, style: plainStyle }));
  await browseJournal(browser, narrowedList({}, indexOf(few)).find, look);
  const asked = 'line Type a number to open an entry, or words to search for; ';
  expect(prompter.seen).toEqual([
    'say November 2026',
    `${asked}Enter leaves:`,
    'say November 2026',
    `${asked}Enter lists them all:`,
    'say page 2 stat*',
    'line Enter goes back to the list, e edits, d deletes, q leaves:',
    'say November 2026',
    `${asked}Enter lists them all:`,
    'say No entries match.',
    `${asked}Enter lists them all:`,
    'say November 2026',
    `${asked}Enter leaves:`,
    'say No entries match.',
    `${asked}Enter lists them all:`,
    'say November 2026',
    `${asked}Enter leaves:`,
    'say page 3',
    'line Enter goes back to the list, e edits, d deletes, q leaves:',
  ]);
  expect(prompter.left()).toEqual([]);
});
