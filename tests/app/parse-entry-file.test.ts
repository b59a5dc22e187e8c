import { expect, test } from 'vitest';
import { parseEntryFile } from '../../src/app/parse-entry-file.ts';
import { printEntry } from '../../src/formats/entry-markdown.ts';
import { entryWith, textAnswer } from '../formats/entry-samples.ts';

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
    'a.md:1:1: expected the front matter of an entry, "---" and a line "coach: 1"',
  );
});
