import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { coach, entryFiles, freshHome, journalOf, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { IMPORT } from './import-homes.ts';

const HEAD =
  'Question title,Multiple choice option,Forecast created by,Forecast (scale = 0-1),Forecast created at,Question created by,Question created at,Question resolve by,Resolution,Resolved at,Question tags\n';

/** A question of September, asked and guessed by Ada. */
function question(number: number, share: number, resolution = '', forecaster = 'Ada'): string {
  const at = `2026-09-0${(number % 9) + 1} 10:00:${number}`;
  const resolved = resolution === '' ? ',' : `"${resolution}",2026-11-0${(number % 9) + 1} 12:00:0`;
  return `"Will ${number} happen?",,"${forecaster}",${share},${at},"Ada",${at},2026-12-20 00:00:0,${resolved},"work"\n`;
}

const seven = [0.7, 0.8, 0.6, 0.9, 0.5, 0.7, 0.6]
  .map((share, at) => question(at, share, at < 2 ? 'YES' : 'NO'))
  .join('');

function homeWith(text: string | Uint8Array, name = 'guesses.csv'): string {
  const home = freshHome();
  put(path.join(home, name), text);
  return home;
}

const run = (home: string, ...argv: readonly string[]): Promise<string> =>
  coach(argv, { home }).then(({ stdout, stderr }) => stdout + stderr);

describe('guesses from Fatebook', () => {
  test('are told before they come in, and are guesses everywhere', async () => {
    const home = homeWith(HEAD + seven + question(8, 0.4) + question(9, 0.3, 'AMBIGUOUS'));
    expect(await run(home, ...IMPORT, 'guesses.csv', '--yes')).toBe(
      [
        'guesses.csv: Fatebook, 17 entries, from 2026-09-01 to 2026-11-07.',
        'Tags: work (17).',
        "Times are shown in Europe/Berlin, this machine's zone. For another one, add",
        '--zone.',
        'Imported 17 entries.\n',
      ].join('\n'),
    );
    const insights = await run(home, 'insights');
    expect(insights).toContain(
      'Of 7 closed guesses, you expected about 5 to happen; 2 did. Chance alone would\nnot usually produce a gap this big.',
    );
    expect(insights).toContain('Not counted: 1 with no way to tell. Open: 1.\nWhere you can influence');
    const told = JSON.parse(await run(home, 'insights', '--json'));
    expect(told.guesses.aboutOthers).toMatchObject({ scored: 7, expected: 4.8, actual: 2 });
    expect(await run(home, 'plans')).toBe(
      'Coming\n  Guess from 9 September, due 20 December\n    Will 8 happen?\n    40%, somewhat unlikely.\n',
    );
    expect(await run(home)).toContain('1 guess under way: coach plans');
    expect(await run(home, 'journal', '--search', 'happen', '--bank', 'guess')).toMatch(
      /^(?:2026.*guess.*\n){9}$/,
    );
    expect(await run(home, 'doctor')).not.toMatch(/guess/);
  });

  test('and the review closes one that is due', async () => {
    const home = homeWith(HEAD + question(1, 0.7).replace('2026-12-20', '2026-11-20'));
    await run(home, ...IMPORT, 'guesses.csv', '--yes');
    const [due] = JSON.parse(await run(home, 'review', '--json'));
    expect(due).toMatchObject({ standing: 'due', bank: 'guess', value: { expect: 'Will 1 happen?' } });
    const answers = JSON.stringify({ closes: due.closes, 'review-outcome': 'yes' });
    put(path.join(home, 'a.json'), answers);
    expect(await run(home, 'review', '--answers', 'a.json')).toMatch(/Saved/);
    expect(await run(home, 'plans', '--all')).toMatch(/Closed\n.*\n {4}Will 1 happen\?/);
  });

  test('come in once, and later only with what became of them', async () => {
    const home = homeWith(HEAD + question(1, 0.7) + question(2, 0.4, 'YES'));
    await run(home, ...IMPORT, 'guesses.csv', '--yes');
    const before = entryFiles(home).map((file) => readFileSync(file, 'utf8'));
    expect(before).toHaveLength(3);
    expect(await run(home, ...IMPORT, 'guesses.csv', '--yes')).toContain('There is nothing new to import.');
    put(path.join(home, 'guesses.csv'), HEAD + question(1, 0.7, 'NO') + question(2, 0.4, 'YES'));
    expect(await run(home, ...IMPORT, 'guesses.csv', '--yes')).toMatch(
      /3 entries are already in the journal\.\n[^]*Imported 1 entry\.\n$/,
    );
    const after = entryFiles(home).map((file) => readFileSync(file, 'utf8'));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(await run(home, 'plans', '--all')).toContain("It didn't happen, 2 November.");
  });

  test('are the same ones in another zone, and are not told to be worded differently', async () => {
    const home = homeWith(HEAD + question(1, 0.7, 'YES'));
    await run(home, ...IMPORT, 'guesses.csv', '--yes');
    expect(await run(home, ...IMPORT, 'guesses.csv', '--zone', 'America/New_York')).toContain(
      '\n2 entries are already in the journal.\n',
    );
  });

  test('that were deleted here stay deleted with what became of them since', async () => {
    const home = homeWith(HEAD + question(1, 0.7) + question(2, 0.4));
    await run(home, ...IMPORT, 'guesses.csv', '--yes');
    await run(home, 'journal', 'delete', 'last', '--yes');
    put(path.join(home, 'guesses.csv'), HEAD + question(1, 0.7, 'YES') + question(2, 0.4, 'NO'));
    expect(await run(home, ...IMPORT, 'guesses.csv', '--yes')).toMatch(
      /\n1 entry was deleted here and stays in the trash\.\n1 entry says what became of a guess that was deleted here, and is not imported\.\n[^]*Imported 1 entry\.\n$/,
    );
    expect(await run(home, 'plans', '--all')).toMatch(/^Closed\n.*\n {4}Will 1 happen\?\n.*\n.*\n$/);
  });

  test('go out and come in again byte for byte', async () => {
    const home = homeWith(sampleText('fatebook.csv'));
    await run(home, ...IMPORT, 'guesses.csv', '--yes');
    const json = await run(home, 'journal', 'export', '--format', 'json', '--to', '-');
    const other = homeWith(json, 'journal.json');
    await run(other, ...IMPORT, 'journal.json', '--yes');
    const filesOf = (of: string): unknown =>
      entryFiles(of).map((file) => [path.relative(journalOf(of), file), readFileSync(file, 'utf8')]);
    expect(filesOf(other)).toEqual(filesOf(home));
    expect(entryFiles(home)).toHaveLength(5);
  });

  test("of several people are not taken for one's own", async () => {
    const home = homeWith(HEAD + question(1, 0.7) + question(1, 0.2, '', 'Bo') + question(2, 0.3, '', 'Bo'));
    expect(await coach([...IMPORT, 'guesses.csv', '--yes'], { home })).toEqual({
      stdout: '',
      stderr:
        'coach: this file holds questions or guesses of several people: Ada and Bo\n  Say which name is yours, and only your guesses are imported: --mine "NAME"\n',
      exitCode: 1,
    });
    expect(await run(home, ...IMPORT, 'guesses.csv', '--mine', 'ada', '--yes')).toMatch(
      /1 entry, dated 2026-09-02\.\nTags: work \(1\)\.\nLeft out: guesses of other people \(2\)\.\n[^]*Imported 1 entry\.\n$/,
    );
    expect(
      await coach([...IMPORT, 'daylio.csv', '--mine', 'Ada'], {
        home: homeWith(sampleText('daylio.csv'), 'daylio.csv'),
      }),
    ).toMatchObject({
      stderr: 'coach: --mine is for Fatebook, and this is from Daylio\n  Leave out --mine.\n',
      exitCode: 2,
    });
  });
});

describe('a table', () => {
  const daylio = sampleText('daylio.csv');
  const look = async (text: string | Uint8Array, ...flags: readonly string[]): Promise<string> =>
    run(homeWith(text, 'a.csv'), ...IMPORT, 'a.csv', '--dry-run', ...flags);
  const FOUND = 'a.csv: Daylio, 4 entries, from 2026-11-20 to 2026-11-22.\n';

  test.each([
    ['in UTF-16, as spreadsheets save it', Buffer.from(`\ufeff${daylio.replaceAll(',', '\t')}`, 'utf16le')],
    ['with semicolons', daylio.replaceAll(/,(?! )/g, ';')],
    ['with the line ends of Windows and a byte order mark', `\ufeff${daylio.replaceAll('\n', '\r\n')}`],
    ['with the line ends of old spreadsheets, of which nothing was read', daylio.replaceAll('\n', '\r')],
    ['with empty rows at its end', `${daylio},,,,,,,\n\n`],
  ])('%s', async (_what, text) => {
    expect(await look(text)).toContain(FOUND);
  });

  test('with its columns in another order, and one that is not known', async () => {
    const text =
      'note,mood,weather,time,activities,weekday,full_date\nRain.,good,wet,9:00 am,,Sunday,2026-11-22\n';
    expect(await look(text)).toContain('1 entry, dated 2026-11-22.\nLeft out: the column "weather" (1).\n');
  });

  test('in a folder or a zip of several is named, and not said to be of no kind', async () => {
    const home = freshHome();
    for (const name of ['daylio.csv', 'fatebook.csv']) put(path.join(home, 'out', name), sampleText(name));
    const { stderr } = await coach([...IMPORT, 'out', '--yes'], { home });
    expect(stderr).toBe(
      'coach: cannot import out as a whole\n  Import the file daylio.csv in it by itself.\n',
    );
    const zip = zipSync({ 'a.csv': strToU8(daylio), 'b.csv': strToU8(daylio) });
    put(path.join(home, 'out.zip'), zip);
    expect((await coach([...IMPORT, 'out.zip', '--yes'], { home })).stderr).toContain(
      'Extract it, and import the file a.csv in it by itself.',
    );
  });

  test('is read from standard input', async () => {
    const home = freshHome();
    const { stdout } = await coach([...IMPORT, '-', '--yes'], { home, stdin: daylio });
    expect(stdout).toMatch(/Daylio, 4 entries[^]*Imported 4 entries\.\n$/);
  });

  test.each([
    ['a row with too few cells', `${daylio}2026-11-19,x\n`, 'a.csv:7: expected 8 cells, not 2'],
    ['a row with too many', `${daylio}1,2,3,4,5,6,7,8,9\n`, 'a.csv:7: expected 8 cells, not 9'],
    [
      'one that is cut off',
      daylio.slice(0, -4),
      'a.csv:5: a quote that begins here is not closed before the end',
    ],
    [
      'a day that does not exist',
      daylio.replace('2026-11-21', '2026-02-30'),
      'a.csv:4: expected a "full_date" such as',
    ],
    [
      'bytes that are no text',
      Buffer.from(daylio.replace('river', 'ri\xffver'), 'latin1'),
      'a.csv is not UTF-8 text',
    ],
    ['a column twice', daylio.replace('note_title', 'note'), 'a.csv has two columns named "note"'],
  ])('%s is refused, with where it stands', async (_what, text, says) => {
    const home = homeWith(text, 'a.csv');
    const { stderr, exitCode } = await coach([...IMPORT, 'a.csv', '--yes'], { home, width: 200 });
    expect(stderr).toContain(says);
    expect(exitCode).toBe(1);
    expect(existsSync(journalOf(home))).toBe(false);
  });

  test('that lacks columns names them, where it is said what it is', async () => {
    expect(await look('a,b\n1,2\n')).toContain('coach: cannot import a.csv\n');
    expect(await look('Question title,mood\nx,y\n', '--from', 'daylio')).toContain(
      'coach: a.csv has no first line with the column "time"\n  Import the CSV file as Daylio exported it, or export it again.\n',
    );
    expect(await look(HEAD.replace('Resolution,', ''))).toContain('the column "Resolution"');
    expect(await look(daylio, '--from', 'fatebook')).toContain('a.csv looks like Daylio, not Fatebook');
  });
});
