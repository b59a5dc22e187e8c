import { QUESTION_TYPES } from '../../src/domain/banks/question-bank.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseEntryFile } from '../../src/app/journal/parse-entry-file.ts';
import { SKIPS } from '../../src/domain/entry/answer.ts';
import { entryPath, readEntryName } from '../../src/domain/entry/entry.ts';
import { dueItems, followedItems } from '../../src/domain/record/followed-items.ts';
import { openItemAsJson } from '../../src/formats/answers/review-json.ts';
import { HEAD_KEYS } from '../../src/formats/entry/entry-head.ts';
import { entryAsJson, printJson } from '../../src/formats/entry/entry-json.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';

const page = readFileSync(new URL('../../docs/entry-format.md', import.meta.url), 'utf8');

/** What stands between the fences of the page, in the language named. */
function blocks(fence: string, language: string): readonly string[] {
  const block = new RegExp(`^${fence}${language}\\n(.*?)^${fence}$`, 'gms');
  return Array.from(page.matchAll(block), ([, inside = '']) => inside);
}

const [example = ''] = blocks('````', 'markdown');
const sections = blocks('```', 'markdown');
const head = example.slice(0, example.indexOf('\n\n'));

describe('the example', () => {
  test('is a file as it would be written', async () => {
    const entry = await parseEntryFile(example, 'example.md', true);
    expect(entry && printEntry(entry)).toBe(example);
  });

  test('has the name that the page says', async () => {
    const entry = await parseEntryFile(example, 'example.md', true);
    expect(page).toContain(`The file \`${entry && entryPath(entry)}\``);
  });

  test('shows every key of the front matter, and something added by hand in both places', async () => {
    for (const key of HEAD_KEYS) expect(head).toMatch(new RegExp(`^${key}: `, 'm'));
    const { extra } = (await parseEntryFile(example, 'example.md', true)) ?? {};
    expect(extra).toMatchObject({
      front: 'weather: rain all day',
      sections: [{ after: 'member-closeness', text: expect.stringMatching(/^## In December\n/) }],
    });
  });
});

describe('the answers', () => {
  const answers = sections.map((section) => [section.split('\n')[0] ?? '', section] as const);

  test.each(answers)('%s', async (_, section) => {
    const file = `${head}\n\n${section}`;
    const entry = await parseEntryFile(file, 'example.md', true);
    expect(entry && printEntry(entry)).toBe(file);
    expect(entry?.answers).toHaveLength(1);
  });

  test('are of every type, each under a heading of its own', () => {
    for (const type of QUESTION_TYPES) {
      expect(page).toContain(`\n### ${type}\n`);
      expect(sections.some((section) => new RegExp(`<!-- coach: \\S+ ${type}[ ]`).test(section))).toBe(true);
    }
  });
});

test.each([
  ['front matter', HEAD_KEYS],
  ['links', ['closes=<reference>', 'continues=<reference>', 'step=<step id>', 'vague']],
  ['skips', SKIPS.map((skip) => `*${skip.replace('-', ' ')}*`)],
])('every word of the %s has its row', (_, words) => {
  for (const word of words) expect(page).toContain(`\n| \`${word}\` |`);
});

test('the JSON is what the command prints for such an entry', () => {
  const [source = ''] = blocks('```', 'json');
  const { path, format: _format, ...entry } = JSON.parse(source);
  expect(printJson(entryAsJson(entry, path))).toBe(source);
  expect(readEntryName(path.split('/').at(-1))).toMatchObject({
    day: entry.day,
    bank: entry.bank,
    id: entry.id,
  });
});

test('the plan that is due is what the command prints of the example', async () => {
  const entry = await parseEntryFile(example, 'example.md', true);
  const due = dueItems(entry ? followedItems([entry]) : [], '2026-11-28');
  const plans = due.filter(({ kind }) => kind === 'commitment');
  expect(printJson(plans.map((item) => openItemAsJson(item, '2026-11-28')))).toBe(blocks('```', 'json')[1]);
});

test('the broken file is one, with these words', async () => {
  const [, file = '', mistake = ''] = /^coach: ([^:]+)(:.*)$/m.exec(blocks('```', 'text')[0] ?? '') ?? [];
  const broken = example.replace('70 %', '170 %');
  await expect(parseEntryFile(broken, file, true)).rejects.toThrow(`${file}${mistake}`);
});

test('links lead to sections that are there', () => {
  const anchors = Array.from(page.matchAll(/^##+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^a-z -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
});
