import { describe, expect, test } from 'vitest';
import { needsYaml, parseEntryFile, parseEntryNow } from '../../../src/app/journal/parse-entry-file.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

const entry = entryWith({ answers: [textAnswer('anger')] });

test.each([
  { case: 'as coach writes it', text: printEntry(entry) },
  {
    case: 'as an editor rewrites its front matter',
    text: printEntry(entry).replace('role: member', 'role: "member" # mine'),
  },
])('an entry, $case', async ({ text }) => {
  expect(await parseEntryFile(text, 'a.md', true)).toMatchObject({
    id: entry.id,
    role: 'member',
    answers: entry.answers,
  });
});

test('another Markdown file is none', async () => {
  expect(await parseEntryFile('# Shopping\n', 'shopping.md', false)).toBeUndefined();
});

test('but where its name says that it is one, it is refused', async () => {
  await expect(parseEntryFile('# Shopping\n', 'a.md', true)).rejects.toThrow(
    'a.md:1:1: expected the front matter of an entry: "---" and a line "coach: 1"',
  );
});

describe('at once', () => {
  test('an entry as coach writes it is read the same', async () => {
    const text = printEntry(entry);
    expect(parseEntryNow(text, 'a.md', true, undefined)).toEqual(await parseEntryFile(text, 'a.md', true));
  });

  test('a front matter that is not plain is left to the one who can wait', () => {
    const text = printEntry(entry).replace('role: member', 'role: "member" # mine');
    expect(needsYaml(text)).toBe(true);
  });

  test('another Markdown file is none', () => {
    expect(parseEntryNow('# Shopping\n', 'shopping.md', false, undefined)).toBeUndefined();
  });

  test('a mistake is one here, too', () => {
    const text = printEntry(entry).replace('minutes: 7', 'minutes: some');
    expect(() => parseEntryNow(text, 'a.md', true, undefined)).toThrow(
      'a.md:12:10: "some" is not a whole number',
    );
  });
});
