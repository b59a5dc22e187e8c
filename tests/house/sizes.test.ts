import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SOURCE_FILES } from './source-files.ts';

/** The most lines of a file; a longer one needs a line here that says why it is not split. */
const MOST_LINES = 250;
const LONGER: Readonly<Record<string, string>> = {};

const MOST_FILES_OF_A_FOLDER = 30;
const MEDIAN_LINES = 90;
const MOST_LINES_OF_A_TEST = 400;

const linesOf = (text: string): number => text.split('\n').length - 1;

test('no file is longer than can be held in the head, or it is said why', () => {
  const longer = SOURCE_FILES.filter(({ text }) => linesOf(text) > MOST_LINES).map(({ name }) => name);
  expect(longer).toEqual(Object.keys(LONGER).toSorted());
});

test('half of all files are short', () => {
  const lengths = SOURCE_FILES.map(({ text }) => linesOf(text)).toSorted((one, other) => one - other);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
});

test('no folder holds so many files that nobody reads its list', () => {
  const folders = SOURCE_FILES.map(({ name }) => path.dirname(name));
  const crowded = new Set(
    folders.filter((folder) => folders.filter((one) => one === folder).length > MOST_FILES_OF_A_FOLDER),
  );
  expect([...crowded]).toEqual([]);
});

test('no file of tests is so long that a test in it cannot be found', () => {
  const root = path.resolve(import.meta.dirname, '..');
  const tests = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const longer = tests.filter(
    (name) => linesOf(readFileSync(path.join(root, name), 'utf8')) > MOST_LINES_OF_A_TEST,
  );
  expect(longer).toEqual([]);
});
