import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sampleText } from '../samples/sources.ts';
import {
  coach,
  entryFiles,
  filesBelow,
  freshHome,
  journalJson,
  journalOf,
  put,
  putEntry,
} from '../../cli/coach.ts';
import { CTRL_C, scripted } from '../../cli/scripted.ts';

const IMPORT = ['journal', 'import'];

/** How each record of the directory of a zip begins. */
const RECORD = 'PK\u0001\u0002';

const LINES = [
  '{"date": "1660-01-11", "text": "This morning I rose."}',
  '{"date": "1660-01-12", "text": "In the morning."}',
  '{"date": "1660-02-01", "text": "Up early."}',
];

/** A home with a file of lines in it. */
function homeWith(
  lines: readonly string[],
  name = 'old.jsonl',
): { readonly home: string; readonly file: string } {
  const home = freshHome();
  return { home, file: put(path.join(home, name), `${lines.join('\n')}\n`) };
}

test('shows what is there, asks, and imports', async () => {
  const { home } = homeWith(LINES);
  const prompter = scripted('Import');
  expect(await coach([...IMPORT, 'old.jsonl'], { home, prompter })).toEqual({
    stdout: 'old.jsonl: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.\n3 entries are in.\n',
    stderr: '',
    exitCode: 0,
  });
  expect(prompter.seen).toEqual(['choose Import 3 entries?']);
  expect(
    entryFiles(home).map((file) => path.relative(journalOf(home), file).replace(/-note-.*/, '')),
  ).toEqual(['1660/01/1660-01-11-000000', '1660/01/1660-01-12-000000', '1660/02/1660-02-01-000000']);
  expect(await journalJson(home)).toMatchObject([
    { at: '1660-02-01', written: '1660-02-01', zone: null, day: '1660-02-01', title: 'A free page' },
    { at: '1660-01-12', extra: { front: 'imported-from: lines' } },
    { at: '1660-01-11', answers: [{ question: 'note-text', value: 'This morning I rose.' }] },
  ]);
});

describe('nothing is imported', () => {
  test.each([
    { flags: ['--dry-run'], prompter: undefined, exitCode: 0, says: /since --dry-run only looks/ },
    { flags: [], prompter: undefined, exitCode: 1, says: /no terminal to ask in\n {2}Say so with --yes/ },
    { flags: [], prompter: scripted('Leave it'), exitCode: 0, says: /Nothing was imported/ },
    { flags: [], prompter: scripted(CTRL_C), exitCode: 130, says: /3 entries/ },
  ])('$says $exitCode', async ({ flags, prompter, exitCode, says }) => {
    const { home, file } = homeWith(LINES);
    const ran = await coach([...IMPORT, file, ...flags], { home, ...(prompter && { prompter }) });
    expect(ran).toMatchObject({ exitCode });
    expect(ran.stdout + ran.stderr).toMatch(says);
    expect(filesBelow(home)).toEqual(['old.jsonl']);
  });

  test('where some of it cannot be read, unless the rest is asked for', async () => {
    const { home, file } = homeWith([...LINES, '{"date": "1660-02-30", "text": "x"}', 'half a {']);
    const told =
      '2 entries cannot be read:\n' +
      '  old.jsonl:4: expected a "date" such as "2026-11-22" or "2026-11-22T09:14:05+01:00"\n' +
      '  old.jsonl:5: this is not JSON, expected one value on the line\n';
    expect(await coach([...IMPORT, file, '--yes'], { home })).toMatchObject({
      stderr: `coach: ${told}  Nothing was imported. Mend that, or bring in the rest with --skip-unreadable.\n`,
      exitCode: 1,
    });
    expect(filesBelow(home)).toEqual(['old.jsonl']);
    expect(await coach([...IMPORT, file, '--yes', '--skip-unreadable'], { home })).toMatchObject({
      stdout: expect.stringMatching(/\n3 entries are in\.\n$/),
      stderr: told,
      exitCode: 0,
    });
    expect(entryFiles(home)).toHaveLength(3);
  });

  test('no more than twenty mistakes are told, and the rest are counted', async () => {
    const { home, file } = homeWith([
      '{"date": "1660-02-20", "text": "x"}',
      ...Array.from({ length: 30 }, () => '7'),
    ]);
    const { stderr } = await coach([...IMPORT, file, '--yes'], { home });
    expect(stderr).toMatch(
      /^coach: 30 entries cannot be read:\n(?: {2}old.jsonl:\d+: .+\n){20} {2}and 10 more\n/,
    );
  });

  test.each([
    { argv: ['nowhere.json'], exitCode: 1, says: /^coach: cannot read nowhere\.json: it is not there\n$/ },
    { argv: ['old.jsonl', '--from', 'diary'], exitCode: 2, says: /Allowed choices are coach, jrnl, day-one/ },
    {
      argv: ['old.jsonl', '--from', 'day-one'],
      exitCode: 1,
      says: /does not look like Day One, but like lines/,
    },
    { argv: ['old.jsonl', '--full'], exitCode: 2, says: /unknown option '--full'/ },
    { argv: [], exitCode: 2, says: /missing required argument 'path'/ },
  ])('$argv', async ({ argv, exitCode, says }) => {
    const { home } = homeWith(LINES);
    expect(await coach([...IMPORT, ...argv], { home })).toMatchObject({
      exitCode,
      stderr: expect.stringMatching(says),
    });
  });
});

test('on a narrow screen no line is too long', async () => {
  const { home, file } = homeWith(LINES);
  const narrow = { home, width: 40, screen: true };
  const ran = [
    await coach([...IMPORT, 'old.jsonl', '--dry-run'], narrow),
    await coach([...IMPORT, file, '--yes'], narrow),
    await coach([...IMPORT, 'old.jsonl', '--yes'], narrow),
  ];
  const lines = ran.flatMap(({ stdout, stderr }) => `${stdout}${stderr}`.split('\n'));
  expect(lines).toContain('Nothing was imported, since --dry-run');
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
});

describe('a second time', () => {
  test('nothing comes in twice, and what was deleted or changed stays so', async () => {
    const { home, file } = homeWith(LINES);
    await coach([...IMPORT, file, '--yes'], { home });
    const [first = '', second = ''] = entryFiles(home);
    writeFileSync(second, readFileSync(second, 'utf8').replace('In the morning.', 'In the afternoon.'));
    await coach(['journal', 'delete', path.basename(first, '.md').slice(-10), '--yes'], { home });
    const before = filesBelow(journalOf(home));
    expect(await coach([...IMPORT, 'old.jsonl', '--yes'], { home })).toEqual({
      stdout: [
        'old.jsonl: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.',
        '1 is in the journal already.',
        '1 is in the journal with other words, and stays as there: what stands here does\nnot come in.',
        '1 was deleted here and stays in the trash.',
        'Nothing new is there.\n',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
    expect(filesBelow(journalOf(home))).toEqual(before);
  });

  test('what is missing is completed, also where files were renamed', async () => {
    const { home, file } = homeWith(LINES);
    await coach([...IMPORT, file, '--yes'], { home });
    const [first = '', second = ''] = entryFiles(home);
    rmSync(first);
    put(path.join(journalOf(home), 'Mine/My own name.md'), readFileSync(second));
    rmSync(second);
    const { stdout } = await coach([...IMPORT, file, '--yes'], { home });
    expect(stdout).toMatch(/2 are in the journal already\.\n1 entry is in\.\n$/);
    expect(entryFiles(home)).toHaveLength(3);
  });

  test('entries that stand there twice count once, and are told', async () => {
    const { home, file } = homeWith([
      ...LINES,
      ...LINES.slice(0, 2),
      '{"date": "1660-03-01", "text": "One.", "id": "a"}',
      '{"date": "1660-03-01", "text": "Another one.", "id": "a"}',
    ]);
    const { stdout } = await coach([...IMPORT, file, '--yes'], { home });
    expect(stdout).toContain('\n2 stand there more than once and come in once.\n');
    expect(stdout).toContain(
      '\n1 has the id of another one there and other words: only the first comes in.\n',
    );
    expect(stdout).toMatch(/\n4 entries are in\.\n$/);
  });
});

test('what does not come along is named and counted, and tags are', async () => {
  const home = freshHome();
  put(path.join(home, 'a.json'), sampleText('day-one.json'));
  const { stdout } = await coach([...IMPORT, 'a.json', '--dry-run'], { home, width: 100 });
  expect(stdout).toContain(
    'a.json: Day One, 6 entries, from 2026-06-30 to 2026-11-22.\nTags: home (1), two-words (1).\n',
  );
  expect(stdout).toContain(
    'Does not come along: pictures (2), audio recordings (1), locations (1), weather (1),\nunknown time zones (1).\n',
  );
});

test('files beside those that are read are counted, and another kind among several is a mistake', async () => {
  const home = freshHome();
  put(path.join(home, 'vault/2026-11-22.md'), 'Rain.');
  put(path.join(home, 'vault/bridge.png'), 'x');
  put(path.join(home, 'vault/settings.json'), '{"a": 1');
  expect((await coach([...IMPORT, 'vault', '--yes'], { home })).stdout).toBe(
    'vault: dated Markdown files, 1 entry, from 2026-11-22 to 2026-11-22.\nPassed over: 2 files of other kinds.\n1 entry is in.\n',
  );
  put(path.join(home, 'exports/Journal.json'), sampleText('day-one.json'));
  put(path.join(home, 'exports/other.json'), '{"a": 1}');
  put(path.join(home, 'exports/half.json'), '[');
  expect((await coach([...IMPORT, 'exports', '--yes'], { home })).stderr).toMatch(
    /2 entries cannot be read:\n {2}half\.json: line 1: this is not JSON.*\n {2}other\.json: this is not of Day One\n/,
  );
});

describe('a folder of several kinds', () => {
  const vault = (files: Readonly<Record<string, string>>): string => {
    const home = freshHome();
    for (const [name, text] of Object.entries(files)) put(path.join(home, 'vault', name), text);
    return home;
  };
  const look = async (home: string, ...flags: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await coach([...IMPORT, 'vault', '--dry-run', ...flags], { home, width: 200 });
    return stdout + stderr;
  };

  test('was taken for what one file in it is', async () => {
    const notes = { '2026-11-21.md': 'x', '2026-11-22.md': 'y' };
    const home = vault({ ...notes, 'data.json': '[{"date": "2026-11-22", "text": "z"}]', 'none.json': '[]' });
    expect(await look(home)).toContain(
      'vault: dated Markdown files, 2 entries, from 2026-11-21 to 2026-11-22.\nPassed over: 1 file that --from lines takes.\nPassed over: 1 file of other kinds.\n',
    );
    expect(await look(home, '--from', 'lines')).toContain(
      'vault: lines of JSON, 1 entry, from 2026-11-22 to 2026-11-22.\nPassed over: 2 files that --from markdown takes.\nNothing',
    );
    expect(await look(home, '--from', 'day-one')).toContain('like dated Markdown files');
  });

  test('an empty list is nothing but an empty list', async () => {
    expect(await look(vault({ 'none.json': '[]' }))).toContain(
      'vault: coach, 0 entries.\nNothing new is there.',
    );
    expect(await look(vault({ 'none.json': '[]' }), '--from', 'jrnl')).toContain('vault: jrnl, 0 entries.');
  });

  test('notes of no day stopped those that have one', async () => {
    const home = vault({ 'a.md': 'x', 'b/c.md': 'x', 'd.md': 'x', 'e.md': 'x', '2026-11-22.md': 'x' });
    expect(await look(home)).toContain(
      'dated Markdown files, 1 entry, from 2026-11-22 to 2026-11-22.\nPassed over: 4 notes without a day in name or front matter (a.md, b/c.md, d.md, …).\nNothing',
    );
    expect((await coach([...IMPORT, 'vault/a.md', '--yes'], { home })).stderr).toContain(
      'a.md: no day in its name or front matter, expected for example 2026-11-22.md',
    );
  });

  test('links in it vanished untold', async () => {
    const home = vault({ '2026-11-22.md': 'x' });
    symlinkSync('2026-11-22.md', path.join(home, 'vault/2026-11-23.md'));
    symlinkSync('nowhere', path.join(home, 'vault/folder'));
    expect(await look(home)).toContain(
      '1 entry, from 2026-11-22 to 2026-11-22.\nPassed over: 2 links, since links are not followed.\n',
    );
  });

  test('of jrnl with .md at the end was none of jrnl', async () => {
    const files = { '2026/11/21.md': '[2026-11-21 09:14] x\n', '2026/11/22.md': '[2026-11-22 09:14] y\n' };
    expect(await look(vault(files))).toContain('vault: jrnl, 2 entries, from 2026-11-21 to 2026-11-22.');
    expect(await look(vault({ '2026/11/22.md': 'y' }))).toContain('vault: dated Markdown files, 1 entry');
    expect(await look(vault({ '2026/11/22.md': 'y' }), '--from', 'jrnl')).toContain('above the first entry');
    expect(await look(vault(files), '--from', 'markdown')).toContain(
      'vault: dated Markdown files, 2 entries',
    );
  });

  test('of jrnl with a JSON file for each entry was none of jrnl', async () => {
    const entry = { title: 'Rain.', body: 'x', date: '2026-11-22', time: '09:14', tags: [], starred: false };
    const home = vault({
      '2026-11-22_rain.json': JSON.stringify(entry),
      '2026-11-23_sun.json': JSON.stringify({ ...entry, date: '2026-11-23' }),
    });
    expect(await look(home)).toContain('vault: jrnl, 2 entries, from 2026-11-22 to 2026-11-23.');
  });

  test('one file of a journal of jrnl that ends in .md was a note', async () => {
    const home = vault({ 'journal.md': '[2026-11-22 09:14] x\n\n[2026-11-23 09:14] y\n' });
    expect((await coach([...IMPORT, 'vault/journal.md', '--dry-run'], { home })).stdout).toContain(
      'jrnl, 2 entries',
    );
  });
});

test('the JSON of coach comes back as the entries that it was made of', async () => {
  const home = freshHome();
  putEntry(home, {
    id: 'k3x8m2p9qa',
    at: '2026-11-20T18:00:00+01:00',
    front: 'about: D.\nweather: snow\n',
    body: '\nMine.\n\n## What?\n<!-- coach: note-text text -->\n\nRain.\n',
  });
  putEntry(home, { id: '7q2m8k3x9b', at: '2026-11-19' });
  const { stdout } = await coach(['journal', '--json'], { home });
  for (const [name, text] of [
    ['all.json', stdout],
    [
      'all.jsonl',
      JSON.parse(stdout)
        .map((entry: unknown) => `${JSON.stringify(entry)}\n`)
        .join(''),
    ],
  ] as const) {
    const other = freshHome();
    put(path.join(other, name), text);
    expect(await coach([...IMPORT, name, '--yes'], { home: other })).toMatchObject({
      stdout: `${name}: coach, 2 entries, from 2026-11-19 to 2026-11-20.\n2 entries are in.\n`,
      exitCode: 0,
    });
    expect((await coach(['journal', '--json'], { home: other })).stdout).toBe(stdout);
  }
});

function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
}

describe('standard input', () => {
  test('is read like a file, and nothing of it is written but entries', async () => {
    const home = freshHome();
    const stdin = `${LINES.join('\n')}\n`;
    expect(await coach([...IMPORT, '-', '--yes'], { home, stdin })).toEqual({
      stdout: 'standard input: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.\n3 entries are in.\n',
      stderr: '',
      exitCode: 0,
    });
    expect(filesBelow(home)).toEqual(entryFiles(home).map((file) => path.relative(home, file)));
    expect(entryFiles(home)).toHaveLength(3);
  });

  test('may be one document, a text, or a zip', async () => {
    const home = freshHome();
    for (const [stdin, kind] of [
      [sampleText('day-one.json'), 'Day One, 6 entries'],
      [sampleText('jrnl.txt'), 'jrnl, '],
      [Buffer.from(zipped({ 'Journal.json': sampleText('day-one.json') })), 'Day One, 6 entries'],
    ] as const) {
      const ran = await coach([...IMPORT, '-', '--dry-run'], { home, stdin });
      expect(ran).toMatchObject({ stderr: '', exitCode: 0 });
      expect(ran.stdout).toContain(`standard input: ${kind}`);
    }
  });

  test.each([
    { what: 'without --yes', flags: [], stdin: LINES[0], exitCode: 1, says: /no terminal to ask in/ },
    {
      what: 'with nothing in it',
      flags: ['--yes'],
      stdin: '',
      exitCode: 1,
      says: /^coach: standard input is nothing/,
    },
    {
      what: 'with a mistake',
      flags: ['--yes'],
      stdin: `${LINES[0]}\n7`,
      exitCode: 1,
      says: / standard input:2: expected/,
    },
    {
      what: 'as Markdown, which has no date',
      flags: ['--from', 'markdown'],
      stdin: 'x',
      exitCode: 2,
      says: /Name the file/,
    },
    {
      what: 'that is the keyboard',
      flags: ['--yes'],
      typed: [],
      exitCode: 1,
      says: /^coach: nothing is piped in\n/,
    },
  ])('$what is refused', async ({ flags, stdin = '', typed, exitCode, says }) => {
    const home = freshHome();
    const ran = await coach([...IMPORT, '-', ...flags], { home, stdin, ...(typed && { typed }) });
    expect(ran).toMatchObject({ exitCode, stderr: expect.stringMatching(says) });
    expect(filesBelow(home)).toEqual([]);
  });
});

describe('a zip', () => {
  const importing = async (bytes: Uint8Array) => {
    const home = freshHome();
    put(path.join(home, 'a.zip'), bytes);
    const ran = await coach([...IMPORT, 'a.zip', '--yes'], { home });
    return {
      ...ran,
      home,
      made: filesBelow(home).filter((file) => !file.startsWith('data/') && file !== 'a.zip'),
    };
  };

  test('of Day One, of which only the journals are read', async () => {
    const journal = sampleText('day-one.json');
    const ran = await importing(
      zipped({ 'Journal.json': journal, 'photos/AA11.jpeg': Uint8Array.of(0, 1, 2) }),
    );
    expect(ran).toMatchObject({
      exitCode: 0,
      made: [],
      stdout: expect.stringMatching(/6 entries are in\.\n$/),
    });
  });

  test('with names that lead out of it writes nothing there', async () => {
    const journal = sampleText('day-one.json');
    const ran = await importing(
      zipped({
        'Journal.json': journal,
        '../Journal.json': journal,
        '/tmp/evil.json': journal,
        '../../x': 'x',
      }),
    );
    expect(ran.made).toEqual([]);
    expect(entryFiles(ran.home)).toHaveLength(6);
  });

  test.each([
    [
      'that is made to fill the memory',
      zipped({ 'a.json': new Uint8Array(64 * 2 ** 20) }),
      /made to do harm/,
    ],
    [
      'of very many journals',
      zipped(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`${at}.json`, '{}']))),
      /made to do harm/,
    ],
    ['that is cut off', zipped({ 'Journal.json': '{}' }).subarray(0, 40), /a\.zip is a damaged zip/],
    ['without a journal', zipped({ 'a.txt': 'x' }), /nothing that coach can import/],
    [
      'with a broken journal',
      zipped({ 'Journal.json': '{"entries": [' }),
      /Journal\.json:1: this is not JSON/,
    ],
    ['that lies about a size', lying(zipped({ 'Journal.json': `[${' '.repeat(5000)}]` })), /a damaged zip/],
    ['that is empty', zipped({}), /an empty zip/],
    [
      'that is encrypted was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 8, (flags) => flags | 1),
      /Journal\.json in it is encrypted\n {2}Unpack it with its password.*unzip/,
    ],
    [
      'that is packed in another way was called damaged, and',
      patched(zipped({ 'Journal.json': '[]' }), 10, () => 12),
      /packed in a way that coach does not know\n.*zip -r/,
    ],
    [
      'in which a byte has changed came in, and',
      changed(zipSync({ 'Journal.json': [strToU8('[{"date": "2026-11-22", "text": "x"}]'), { level: 0 }] })),
      /a damaged zip: Journal\.json in it is not what was packed/,
    ],
    [
      'of two files of one name lost one of them, and',
      Buffer.from(
        Buffer.from(zipped({ 'Journal.json': '[]', 'Journax.json': '[]' }))
          .toString('latin1')
          .replaceAll('Journax', 'Journal'),
        'latin1',
      ),
      /two files of the name Journal\.json/,
    ],
  ])('%s is refused', async (_what, bytes, says) => {
    const ran = await importing(bytes);
    expect(ran).toMatchObject({ exitCode: 1, made: [], stderr: expect.stringMatching(says) });
  });

  /** Says in its directory that each file unpacks to ten bytes. */
  function lying(bytes: Uint8Array): Uint8Array {
    const copy = Buffer.from(bytes);
    for (const at of directoryIn(copy)) copy.writeUInt32LE(10, at + 24);
    return copy;
  }

  /** Says something else in its directory. */
  function patched(bytes: Uint8Array, offset: number, change: (word: number) => number): Uint8Array {
    const copy = Buffer.from(bytes);
    for (const at of directoryIn(copy))
      copy.writeUInt16LE(change(copy.readUInt16LE(at + offset)), at + offset);
    return copy;
  }

  function changed(bytes: Uint8Array): Uint8Array {
    return Buffer.from(Buffer.from(bytes).toString('latin1').replace('2026-11-22', '2026-11-23'), 'latin1');
  }

  /** Where its records begin. */
  function directoryIn(bytes: Buffer): readonly number[] {
    const places: number[] = [];
    for (let at = bytes.indexOf(RECORD); at >= 0; at = bytes.indexOf(RECORD, at + 4)) places.push(at);
    return places;
  }
});

test('a note that was edited since came in a second time, untold', async () => {
  const home = freshHome();
  const note = put(path.join(home, 'vault/Daily/2026-11-22.md'), 'Rain.');
  await coach([...IMPORT, 'vault', '--yes'], { home });
  writeFileSync(note, 'Rain, and then sun.');
  const again = (): Promise<{ stdout: string }> => coach([...IMPORT, 'vault', '--yes'], { home, width: 200 });
  expect((await again()).stdout).toContain(
    '\n1 is of a file that is in the journal with other words: it comes in beside that, and\nboth stay.\n1 entry is in.\n',
  );
  expect((await again()).stdout).toContain('\n1 is in the journal already.\nNothing new is there.\n');
  expect(entryFiles(home)).toHaveLength(2);
});

test('tags in another order were other words', async () => {
  const line = (tags: readonly string[]): string => JSON.stringify({ date: '2026-11-22', text: 'x', tags });
  const { home, file } = homeWith([line(['a', 'b'])]);
  await coach([...IMPORT, file, '--yes'], { home });
  writeFileSync(file, `${line(['b', 'a'])}\n${line(['a', 'b'])}\n`);
  expect((await coach([...IMPORT, 'old.jsonl', '--yes'], { home })).stdout).toContain(
    '\n1 stands there more than once and comes in once.\n1 is in the journal already.\nNothing new',
  );
});

test('the other lines were not read where the first is half a line', async () => {
  const { home, file } = homeWith(['{"date": "1660-01-10", "text": "x', ...LINES]);
  const flags = ['--yes', '--skip-unreadable'];
  expect(await coach([...IMPORT, file, ...flags], { home })).toMatchObject({
    stdout: expect.stringMatching(/3 entries are in\.\n$/),
    stderr: '1 entry cannot be read:\n  old.jsonl:1: this is not JSON, expected one value on the line\n',
    exitCode: 0,
  });
});

test('hostile words in a source reach no terminal and no other file', async () => {
  const { home, file } = homeWith([
    JSON.stringify({
      date: '2026-11-22',
      text: '---\ncoach: 1\n## x\n<!-- coach: a text -->\u001b[2J',
      tags: ['a\u001b[31m, b]'],
      'k\u001b[2J': 1,
      id: '../x',
    }),
  ]);
  const ran = await coach([...IMPORT, file, '--yes'], { home });
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  // eslint-disable-next-line no-control-regex
  expect(ran.stdout).not.toMatch(/\u001b/);
  expect(await journalJson(home)).toMatchObject([
    { tags: ['a-b'], answers: [{ value: '---\ncoach: 1\n## x\n<!-- coach: a text -->' }] },
  ]);
  expect((await coach(['doctor'], { home })).exitCode).toBe(0);
});
