import { wordList } from '../../src/pages/text/word-list.ts';
import { OTHER_PROGRAMS } from '../../src/import/others/other-program-rows.ts';
import { type SourceKind, SOURCE_KINDS } from '../../src/import/source-kinds.ts';
import { zipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { readDatedMarkdown } from '../../src/import/import-dated-markdown.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { EXPORT_FORMATS, formatOfName, formatRow } from '../../src/export/export-format.ts';
import { readJsonLine } from '../../src/import/import-json-lines.ts';
import { type SourceItem } from '../../src/import/foreign-entry.ts';
import { coach, freshHome, ROOT } from '../cli/coach.ts';
import { sampleText } from '../import/samples/sources.ts';

const page = readFileSync(path.join(ROOT, 'docs/moving.md'), 'utf8');

/** The rows of a table by its head, each with its cells. */
function table(head: string): readonly (readonly string[])[] {
  const [, rest = ''] = page.split(`\n${head}\n|${'---|'.repeat(head.split(' | ').length)}\n`);
  return (rest.split('\n\n')[0] ?? '').split('\n').map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const sources = table('| `--from` | comes from | how to get it out | command |');
const carried = table('| `--from` | carried over | left out |');
const kinds = Object.keys(SOURCE_KINDS).map((kind) => `\`${kind}\``);

const lostIn = (item: SourceItem): readonly string[] => ('foreign' in item ? (item.foreign.lost ?? []) : []);
const carriedFrom = (kind: string): readonly string[] =>
  carried.find(([from]) => from === `\`${kind}\``) ?? [];

test('both tables hold every kind, in the order of the code, and so does the help', async () => {
  expect(sources.map(([kind]) => kind)).toEqual(kinds);
  expect(carried.map(([kind]) => kind)).toEqual(kinds);
  const { stdout } = await coach(['journal', 'import', '--help'], { home: freshHome() });
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    `if coach can't tell: ${wordList(Object.keys(SOURCE_KINDS), 'or')}`,
  );
});

/** A sample for each kind, to be called as the document calls such a file. */
const SAMPLES: Readonly<Record<SourceKind, () => string | Uint8Array>> = {
  coach: () => '[]',
  jrnl: () => sampleText('jrnl.json'),
  'day-one': () => zipSync({ 'Journal.json': Buffer.from(sampleText('day-one.json')) }),
  journey: () =>
    zipSync({ 'a.json': Buffer.from(sampleText('journey/1480000000000-0123456789abcdef.json')) }),
  daylio: () => sampleText('daylio.csv'),
  fatebook: () => sampleText('fatebook.csv'),
  'journal-cli': () => sampleText('journal-cli.json'),
  markdown: () => 'Rain.',
  headings: () => sampleText('dated.md'),
  lines: () => sampleText('lines.jsonl'),
};

test.each(sources)(
  'the command for %s reads what it is for',
  async (from = '', _source, _way, command = '') => {
    const kind = Object.keys(SOURCE_KINDS).find((one): one is SourceKind => from === `\`${one}\``);
    if (kind === undefined) throw new Error(from);
    const [program, ...argv] = command.replaceAll('`', '').replace('~/.local/share/journal/', '').split(' ');
    const home = freshHome();
    const file = path.join(home, argv.at(-1) ?? '');
    if (kind === 'markdown') mkdirSync(file);
    writeFileSync(kind === 'markdown' ? path.join(file, '2026-11-22.md') : file, SAMPLES[kind]());
    const { stdout, exitCode } = await coach([...argv.slice(0, -1), file, '--dry-run'], { home });
    expect({ program, exitCode }).toEqual({ program: 'coach', exitCode: 0 });
    expect(stdout).toContain(`: ${SOURCE_KINDS[kind].name}, `);
  },
);

test('every program that is named and not read is in the document', () => {
  const [, section = ''] = /### Out of jrnl\n([^]*)### What becomes of an entry/.exec(page) ?? [];
  const names = OTHER_PROGRAMS.flatMap(({ is }) =>
    is.replace(/^an? (?:encrypted )?\w+ (?:of|in) (?:a )?|^notes of |^an? |'s .*$/, '').split(' or '),
  );
  expect(names).toContain('Day One Classic');
  expect(names.filter((name) => !section.includes(name))).toEqual([]);
});

test('what does not come along from Day One is what the code names', () => {
  const value = {
    creationDate: '2026-11-22T08:14:05Z',
    photos: [{}],
    audios: [{}],
    videos: [{}],
    pdfAttachments: [{}],
    location: {},
    weather: {},
    music: {},
    userActivity: {},
    other: 1,
    richText: '{"contents": [{"text": "x", "attributes": {"bold": true}}]}',
  };
  const lost = lostIn(readDayOneEntry(value, 'here', knowledge.offsetIn));
  expect(lost.join(', ').replace('the key "other"', 'any other key')).toBe(carriedFrom('day-one')[2]);
});

test('what does not come along from notes is what the code names', () => {
  const text = '![[a.png]] ![[b.mp3]] ![[c.mp4]] ![[d.pdf]] ![[Note]]';
  const lost = lostIn(readDatedMarkdown(text, '2026-11-22.md')).join(', ');
  expect(carriedFrom('markdown')[2]).toBe(lost);
  expect(carriedFrom('headings')[2]).toBe(`text that is not below a date, ${lost}`);
});

test('the keys of a line are those that the code takes', () => {
  const keys = Array.from(carriedFrom('lines')[1]?.matchAll(/`(\w+)`/g) ?? [], ([, key = '']) => key);
  const value = { ...Object.fromEntries(keys.map((key) => [key, 'x'])), date: '2026-11-22', mood: 1 };
  expect(lostIn(readJsonLine(value, 'here'))).toEqual(['the key "mood"']);
  expect(keys).toEqual(['date', 'text', 'title', 'tags', 'id', 'starred']);
});

test('every format is in the table of formats, and every end of a name leads to it', () => {
  const formats = table('| format | for | holds |').flatMap(([cell = '']) =>
    Array.from(cell.matchAll(/`([\w-]+)`/g), ([, format = '']) => format),
  );
  expect(new Set(formats)).toEqual(new Set(EXPORT_FORMATS));
  const [, endings = ''] = /end of the file's name: ([^;]+?)\. Without/.exec(page) ?? [];
  const told = Array.from(endings.matchAll(/`(\.\w+)`/g), ([, ending = '']) => formatOfName(`a${ending}`));
  expect(told).toEqual(EXPORT_FORMATS.filter((format) => formatRow(format).endings.length > 0));
});
