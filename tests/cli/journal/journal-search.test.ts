import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, freshHome, journalOf, NOON, printed, putEntry, refused } from '../coach.ts';
import { ids } from './journal-entries.ts';
import { scripted } from '../scripted.ts';

/** A page of text. */
const words = (text: string): string =>
  `\n## What is on your mind?\n<!-- coach: note-text text -->\n\n${text}\n`;

/** A page in each of sixteen languages, its id the beginning of the language's name. */
const PAGES: Readonly<Record<string, string>> = {
  english: 'Don’t send the third draft before D. has read it.',
  german: 'Die Straße war über Nacht gesperrt, trotzdem kam die Prüfung.',
  french: 'L’élève a reçu le résultat ; c’était déjà décidé, cœur léger.',
  polish: 'Łódź: żółta teczka została na półce.',
  turkish: 'İstanbul’daki ekip ışığı kapatmadı.',
  vietnamese: 'Tôi đã nói với người quản lý về công việc.',
  greek: 'Ο Οδυσσέας έγραψε το σχέδιο μόνος του.',
  russian: 'Ёлка стояла в кабинете, и начальник её увидел.',
  hebrew: 'שָׁלוֹם לכולם, הפגישה נדחתה.',
  arabic: 'قَرَأَ المديرُ التقرير مرتين.',
  hindi: 'किताब मेज़ पर थी और मैंने पूछा नहीं।',
  thai: 'หัวหน้าถามเรื่องงานทุกวัน',
  chinese: '我们今天没有等批准就开始了工作。',
  japanese: '上司が資料をもう一度チェックした。',
  korean: '팀장이 회사에서 보고서를 다시 보았다.',
  khmer: 'ខ្ញុំបានរង់ចាំការអនុញ្ញាត',
};

function pages(): string {
  const home = freshHome();
  for (const [index, [language, text]] of Object.entries(PAGES).entries()) {
    const at = `2026-11-${String(20 - index).padStart(2, '0')}T09:00:00+01:00`;
    putEntry(home, { id: language, at, body: words(text) });
  }
  return home;
}

async function found(home: string, typed: string, ...more: readonly string[]): Promise<string> {
  const { stdout, stderr } = await coach(['journal', `--search=${typed}`, ...more], { home });
  expect(stderr.replace('No entries match.\n', '')).toBe('');
  return ids(stdout).join(' ');
}

describe('words', () => {
  test.each([
    ['dont send', 'english', "an apostrophe is no letter: don't is two words"],
    ["don't", 'english', 'of whatever kind the apostrophe is'],
    ['"third draft"', 'english', 'a phrase'],
    ['“third draft”', 'english', 'in the quotes of a word processor'],
    ['"draft third"', '', 'in its order'],
    ['draft third', 'english', 'words in any order'],
    ['draf', '', 'whole words'],
    ['draf*', 'english', 'or their beginnings'],
    ['draft -third', '', 'without others'],
    ['draft -fourth', 'english', 'that may not be there'],
    ['draft -"draft third"', 'english', 'nor phrases'],
    ['STRASSE', 'german', 'case and ß'],
    ['uber prufung', 'german', 'umlauts'],
    ['eleve recu coeur', 'french', 'accents and ligatures'],
    ['lodz zolta polce', 'polish', 'strokes'],
    ['istanbul isigi', 'turkish', 'dots'],
    ['nguoi quan ly cong viec', 'vietnamese', 'tones'],
    ['ΣΧΕΔΙΟ ΜΟΝΟΣ', 'greek', 'capitals and the last sigma'],
    ['елка', 'russian', 'ё'],
    ['שלום', 'hebrew', 'points'],
    ['قرا المدير', 'arabic', 'hamza'],
    ['قرأ المدير', 'arabic', 'and vowels'],
    ['किताब', 'hindi', 'vowel signs'],
    ['เรื่องงาน', 'thai', 'words within a run'],
    ['今天没有', 'chinese', 'in a script without blanks'],
    ['批', 'chinese', 'a single character'],
    ['工作 今天', 'chinese', 'two of them'],
    ['"作工"', '', 'not the other way round'],
    ['チェック', 'japanese', 'in another'],
    ['ちぇっく', '', 'of which each is its own'],
    ['회사*', 'korean', 'before a particle'],
    ['រង់ចាំ', 'khmer', 'and one more'],
    ['"unclosed', '', 'a quote that is not closed'],
    ['third OR', '', 'no word is an operator'],
  ])('%s: %s (%s)', async (typed, is) => {
    const home = pages();
    expect(await found(home, typed)).toBe(typed === 'dont send' ? '' : is);
  });

  test.each([
    'AND',
    'NEAR(a b)',
    '"',
    '""',
    "'; DROP TABLE entry; --",
    '-',
    '*',
    '^a',
    'a:b',
    '(',
    '\\',
    'words : x',
    '\u0000a',
    '🙂',
    '-a',
  ])('nothing typed is a mistake of syntax: %s', async (typed) => {
    const ran = await coach(['journal', `--search=${typed}`], { home: pages() });
    expect(['No entries match.\n', '', NEWEST_TEN, EMPTY.stderr]).toContain(ran.stderr);
  });

  const NEWEST_TEN = 'Showing the newest 10. To see all of them: --limit all\n';
  const EMPTY = refused(
    'coach: there is nothing to search for\n  Use words, "a phrase", word* for words that begin that way, or -word to leave a word out: coach journal --search "deadline -friday"\n',
  );

  test('what holds no letter cannot be searched for', async () => {
    for (const typed of ['', ' ', '-', '"" —', '***']) {
      expect(await coach(['journal', `--search=${typed}`], { home: pages() })).toEqual(EMPTY);
    }
  });

  test('each word of each page is found where it stands, as a scan of the files finds it', async () => {
    const home = pages();
    const files = readdirSync(journalOf(home), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const texts = files.map((name) => readFileSync(path.join(journalOf(home), name), 'utf8'));
    const plain = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();
    for (const language of ['english', 'german', 'french', 'vietnamese', 'russian', 'korean']) {
      for (const word of PAGES[language]?.match(/[\p{L}\p{M}]{4,}/gu) ?? []) {
        const whole = new RegExp(`(?<!\\p{L})${plain(word)}(?!\\p{L})`, 'u');
        const holding = texts.filter((text) => whole.test(plain(text))).length;
        expect([word, (await found(home, word)).split(' ').length]).toEqual([word, holding]);
      }
    }
  });
});

describe('a search', () => {
  test('looks at questions, tags and what was added by hand, not at titles, names or skipped words', async () => {
    const home = freshHome();
    putEntry(home, {
      id: '1111111111',
      at: '2026-11-22T09:00:00Z',
      front: 'tags: [quarterly-review]\nabout: Zebra\n',
    });
    putEntry(home, { id: '2222222222', at: '2026-11-21T09:00:00Z', body: words('*not today*') });
    putEntry(home, {
      id: '3333333333',
      at: '2026-11-20T09:00:00Z',
      body: `${words('One.')}\n## Later\n\nQuinces.\n`,
    });
    expect(await found(home, 'quarterly review')).toBe('1111111111');
    expect(await found(home, 'your mind')).toBe('2222222222 3333333333');
    expect(await found(home, 'quinces')).toBe('3333333333');
    for (const typed of ['free page', 'zebra', 'today', 'note']) expect(await found(home, typed)).toBe('');
  });

  test('goes together with every filter, and says which of them leaves out how many', async () => {
    const home = freshHome();
    const put = (id: string, day: string, front: string): string =>
      putEntry(home, {
        id: id.repeat(10),
        at: `${day}T09:00:00+01:00`,
        front,
        body: words('The client called.'),
      });
    put('1', '2026-11-20', 'role: member\nabout: D.\n');
    put('2', '2026-11-10', 'role: manager\nabout: D.\ntags: [q4]\n');
    put('3', '2025-11-22', 'role: manager\n');
    expect(await found(home, 'client', '--role', 'manager')).toBe('2222222222 3333333333');
    expect(
      await found(home, 'client', '--about', 'd.', '--tag', 'Q4', '--since', '2026-11', '--until', '2026-11'),
    ).toBe('2222222222');
    expect(await found(home, 'client', '--on-this-day')).toBe('3333333333');
    expect(
      await coach(['journal', '--search', 'client', '--role', 'member', '--tag', 'q4'], { home }),
    ).toEqual({
      stdout: '',
      stderr: 'No entries match: --role leaves out 1, --tag leaves out 1.\n',
      exitCode: 0,
    });
    expect((await coach(['journal', '--search', 'clients', '--role', 'member'], { home })).stderr).toBe(
      'No entries match: --search leaves out 1.\n',
    );
  });

  test('shows the newest ten and the words around what it found, marked, on a screen only', async () => {
    const home = freshHome();
    for (let count = 10; count < 22; count++) {
      putEntry(home, {
        id: String(count).repeat(5),
        at: `2026-11-${count}T09:00:00+01:00`,
        body: words(`Call ${count} with the client, at such a length that it has to be cut somewhere.`),
      });
    }
    const shown = await coach(['journal', '--search', 'client "call 21"'], { home, screen: true });
    expect(shown).toEqual(
      printed(
        'November 2026\n' +
          '  Sat 21  09:00  A free page                                                2121\n' +
          '          [Call 21] with the [client], at such a length that it has to be cut…\n',
      ),
    );
    const many = await coach(['journal', '--search', 'client'], { home, screen: true, width: 40 });
    expect(many.stderr).toBe('Showing the newest 10. To see all of them: --limit all\n');
    expect(many.stdout.split('\n').every((line) => line.replace(/[[\]]/g, '').length <= 40)).toBe(true);
    const full = await coach(['journal', '--search', 'client', '--full', '--limit', '1'], {
      home,
      screen: true,
    });
    expect(full.stdout).toContain('with the [client], at');
    const piped = await coach(['journal', '--search', 'client', '--full', '--limit', '1'], { home });
    expect(piped.stdout).toContain('with the client, at');
  });

  test('sorts by how many different words matched, then the newest first', async () => {
    const home = freshHome();
    putEntry(home, { id: '1111111111', at: '2026-11-20T09:00:00Z', body: words('I asked.') });
    putEntry(home, { id: '2222222222', at: '2026-11-10T09:00:00Z', body: words('Asking, I asked and ask.') });
    putEntry(home, { id: '3333333333', at: '2026-11-01T09:00:00Z', body: words('Ask ask ask.') });
    expect(await found(home, 'ask*')).toBe('1111111111 2222222222 3333333333');
    expect(await found(home, 'ask*', '--sort', 'relevance')).toBe('2222222222 1111111111 3333333333');
    expect(await coach(['journal', '--sort', 'relevance'], { home })).toMatchObject({ exitCode: 2 });
    expect(await coach(['journal', '--search', 'ask', '--sort', 'size'], { home })).toEqual(
      refused('coach: "size" is not a sort order\n  Use newest or relevance.\n'),
    );
  });

  test('asks for its words where none are given, so that no shell remembers them', async () => {
    const home = pages();
    const prompter = scripted('批准');
    expect(ids((await coach(['journal', '--search'], { home, prompter })).stdout)).toEqual(['chinese']);
    expect(await coach(['journal', '--search'], { home })).toEqual(
      refused('coach: --search needs words to search for\n  For example: --search "the client"\n'),
    );
  });
});

describe('--on-this-day', () => {
  test.each([
    ['2026-11-22', NOON, '2026-11-15 2026-10-22 2025-11-22 1999-11-22'],
    ['the last of February', Date.UTC(2026, 1, 28, 12), '2026-02-21 2026-01-28 2024-02-29 2024-02-28'],
    ['a leap day', Date.UTC(2028, 1, 29, 12), '2028-02-22 2028-01-29 2026-02-28 2024-02-29'],
    ['an hour before the day ends', Date.UTC(2026, 10, 23, 2), '2026-11-15 2026-10-22 2025-11-22 1999-11-22'],
    ['a month that is longer', Date.UTC(2026, 2, 31, 12), '2026-03-24 2026-02-28'],
  ])('on %s', async (_case, epoch, days) => {
    const home = freshHome();
    const all = [
      '1999-11-22',
      '2024-02-28',
      '2024-02-29',
      '2025-11-22',
      '2026-01-28',
      '2026-02-21',
      '2026-02-28',
      '2026-03-24',
      '2026-10-22',
      '2026-11-15',
      '2026-11-21',
      '2026-11-22',
      '2028-01-29',
      '2028-02-22',
    ];
    for (const [index, one] of all.entries())
      putEntry(home, { id: String(index).padStart(10, '0'), at: `${one}T09:00:00+01:00` });
    const { stdout } = await coach(['journal', '--on-this-day'], { home, epoch });
    expect(
      stdout
        .split('\n')
        .map((line) => line.slice(0, 10))
        .join(' ')
        .trim(),
    ).toBe(days);
  });
});

test('--random shows one of those that match, any one', async () => {
  const home = pages();
  const seen = new Set<string>();
  for (const random of [0, 0.3, 0.99]) {
    const { stdout, stderr } = await coach(['journal', '--random', '--since', '2026-11-19'], {
      home,
      random,
    });
    expect(stderr).toBe('');
    seen.add(stdout.split('\n').at(-2) ?? '');
  }
  expect([...seen].map((line) => line.slice(-10, -3))).toEqual(['english', '-german']);
});

test.each([
  ['--about', ''],
  ['--about', '  '],
  ['show', ''],
  ['delete', ' '],
  ['restore', ''],
])('an empty name names nothing: %s "%s"', async (word, empty) => {
  const home = pages();
  const ran = await coach(['journal', word, empty], { home });
  expect(ran).toMatchObject({ stdout: '', exitCode: 2 });
  expect(ran.stderr).toMatch(/needs a name here|which entry/);
});

test('a word for a time that is also the beginning of an id is asked about', async () => {
  const home = freshHome();
  putEntry(home, { id: 'apr7111vbe', at: '2026-09-22T09:00:00Z' });
  putEntry(home, { id: '1111111111', at: '2026-04-22T09:00:00Z' });
  for (const command of ['show', 'delete', 'edit']) {
    expect(await coach(['journal', command, 'apr'], { home })).toEqual(
      refused(
        'coach: "apr" could be a date or the start of an id\n  Use apr7111vbe for the entry, or the date in figures, such as 2026-11.\n',
      ),
    );
  }
  expect((await coach(['journal', 'show', 'april'], { home })).stdout).toContain('22 April 2026');
  expect((await coach(['journal', 'show', 'apr7'], { home })).stdout).toContain('22 September 2026');
});
