import { wordList } from '../../src/pages/text/word-list.ts';
import { OTHER_PROGRAMS } from '../../src/import/others/other-program-rows.ts';
import { SOURCE_KINDS } from '../../src/import/source-kinds.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { EXPORT_FORMATS, formatOfName } from '../../src/export/export-format.ts';
import { readJsonLine } from '../../src/import/import-json-lines.ts';
import { type SourceItem } from '../../src/import/foreign-entry.ts';
import { coach, freshHome, ROOT } from '../cli/coach.ts';

const page = readFileSync(path.join(ROOT, 'docs/moving.md'), 'utf8');

/** The rows of a table by its head, each with its cells. */
function table(head: string): readonly (readonly string[])[] {
  const [, rest = ''] = page.split(`\n${head}\n|---|---|---|\n`);
  return (rest.split('\n\n')[0] ?? '').split('\n').map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const sources = table('| `--from` | comes from | how to get it out |');
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

test('the keys of a line are those that the code takes', () => {
  const keys = Array.from(carriedFrom('lines')[1]?.matchAll(/`(\w+)`/g) ?? [], ([, key = '']) => key);
  const value = { ...Object.fromEntries(keys.map((key) => [key, 'x'])), date: '2026-11-22', mood: 1 };
  expect(lostIn(readJsonLine(value, 'here'))).toEqual(['the key "mood"']);
  expect(keys).toEqual(['date', 'text', 'title', 'tags', 'id', 'starred']);
});

test('every format is in the table of formats, and every end of a name leads to it', () => {
  const formats = table('| format | for | holds |').flatMap(([cell = '']) =>
    Array.from(cell.matchAll(/`(\w+)`/g), ([, format = '']) => format),
  );
  expect(new Set(formats)).toEqual(new Set(EXPORT_FORMATS));
  const [, endings = ''] = /end of the file's name: ([^;]+?)\. Without/.exec(page) ?? [];
  const told = Array.from(endings.matchAll(/`(\.\w+)`/g), ([, ending = '']) => formatOfName(`a${ending}`));
  expect(told).toEqual(EXPORT_FORMATS);
});
