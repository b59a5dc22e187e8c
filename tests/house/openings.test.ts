import { expect, test } from 'vitest';
import { SOURCE_FILES } from './source-files.ts';

const MOST_COLUMNS = 110;
/** A sentence about the file, apart from what stands below it: an import, another comment, or nothing. */
const OPENING = /^(?:\/\/ [^a-z].*\.|\/\*\* [^a-z].*\. \*\/)\n(?:\n|import |\/[/*])/;
/** Words that say nothing of the file. */
const EMPTY = /^\S+ (?:This|What|Here)\b/;

test('each file opens with a line that says what it is', () => {
  const silent = SOURCE_FILES.filter(
    ({ text }) => !OPENING.test(text) || EMPTY.test(text) || text.indexOf('\n') > MOST_COLUMNS,
  ).map(({ name }) => name);
  expect(silent).toEqual([]);
});

test('no two files open with the same line', () => {
  const lines = SOURCE_FILES.filter(({ text }) => OPENING.test(text)).map(({ text }) => text.split('\n')[0]);
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
});
