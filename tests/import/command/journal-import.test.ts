import path from 'node:path';
import { describe, expect, test } from 'vitest';
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
import { sampleText } from '../samples/sources.ts';
import { homeWith, IMPORT, LINES, zipped } from './import-homes.ts';

test('shows what is there, asks, and imports', async () => {
  const { home } = homeWith(LINES);
  const prompter = scripted('Import');
  expect(await coach([...IMPORT, 'old.jsonl'], { home, prompter })).toEqual({
    stdout: 'old.jsonl: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.\nImported 3 entries.\n',
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
    { flags: ['--dry-run'], prompter: undefined, exitCode: 0, says: /imported: --dry-run only looks/ },
    {
      flags: [],
      prompter: undefined,
      exitCode: 1,
      says: /no terminal to ask you in\n {2}Add --yes to import/,
    },
    { flags: [], prompter: scripted('Import nothing'), exitCode: 0, says: /Nothing was imported/ },
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
      '  old.jsonl:5: this is not JSON; expected one value on the line\n';
    expect(await coach([...IMPORT, file, '--yes'], { home })).toMatchObject({
      stderr: `coach: ${told}  Nothing was imported. Fix the problem, or import the rest with --skip-unreadable.\n`,
      exitCode: 1,
    });
    expect(filesBelow(home)).toEqual(['old.jsonl']);
    expect(await coach([...IMPORT, file, '--yes', '--skip-unreadable'], { home })).toMatchObject({
      stdout: expect.stringMatching(/\nImported 3 entries\.\n$/),
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
    { argv: ['nowhere.json'], exitCode: 1, says: /^coach: cannot read nowhere\.json: it does not exist\n$/ },
    { argv: ['old.jsonl', '--from', 'diary'], exitCode: 2, says: /Allowed choices are coach, jrnl, day-one/ },
    {
      argv: ['old.jsonl', '--from', 'day-one'],
      exitCode: 1,
      says: /looks like lines of JSON, not Day One/,
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
  expect(lines).toContain('Nothing was imported: --dry-run only');
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
});

test('what does not come along is named and counted, and tags are', async () => {
  const home = freshHome();
  put(path.join(home, 'a.json'), sampleText('day-one.json'));
  const { stdout } = await coach([...IMPORT, 'a.json', '--dry-run'], { home, width: 100 });
  expect(stdout).toContain(
    'a.json: Day One, 6 entries, from 2026-06-30 to 2026-11-22.\nTags: home (1), two-words (1).\n',
  );
  expect(stdout).toContain(
    'Left out: pictures (2), audio recordings (1), locations (1), weather (1), unknown\ntime zones (1).\n',
  );
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
      stdout: `${name}: coach, 2 entries, from 2026-11-19 to 2026-11-20.\nImported 2 entries.\n`,
      exitCode: 0,
    });
    expect((await coach(['journal', '--json'], { home: other })).stdout).toBe(stdout);
  }
});

test('the other lines were not read where the first is half a line', async () => {
  const { home, file } = homeWith(['{"date": "1660-01-10", "text": "x', ...LINES]);
  const flags = ['--yes', '--skip-unreadable'];
  expect(await coach([...IMPORT, file, ...flags], { home })).toMatchObject({
    stdout: expect.stringMatching(/Imported 3 entries\.\n$/),
    stderr: '1 entry cannot be read:\n  old.jsonl:1: this is not JSON; expected one value on the line\n',
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

describe('standard input', () => {
  test('is read like a file, and nothing of it is written but entries', async () => {
    const home = freshHome();
    const stdin = `${LINES.join('\n')}\n`;
    expect(await coach([...IMPORT, '-', '--yes'], { home, stdin })).toEqual({
      stdout:
        'standard input: lines of JSON, 3 entries, from 1660-01-11 to 1660-02-01.\nImported 3 entries.\n',
      stderr: '',
      exitCode: 0,
    });
    const written = entryFiles(home).map((file) => path.relative(home, file));
    expect(filesBelow(home)).toEqual([...written, 'state/machine']);
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
    { what: 'without --yes', flags: [], stdin: LINES[0], exitCode: 1, says: /no terminal to ask you in/ },
    {
      what: 'with nothing in it',
      flags: ['--yes'],
      stdin: '',
      exitCode: 1,
      says: /^coach: cannot import standard input: it is empty\n/,
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
      says: /Give the file/,
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

test('many entries with a tag were counted without a comma', async () => {
  const line = (at: number): string => `{"date": "2026-11-22", "text": "${at}", "tags": ["home"]}`;
  const { home, file } = homeWith(Array.from({ length: 1000 }, (_one, at) => line(at)));
  expect((await coach([...IMPORT, file, '--dry-run'], { home })).stdout).toContain('\nTags: home (1,000).\n');
});
