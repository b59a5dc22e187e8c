import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

const DIST = path.join(ROOT, 'dist');

test('a report is drawn by a chunk of its own, which no other command loads', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const holding = (words: string): readonly string[] =>
    files.filter((file) => readFileSync(path.join(DIST, file), 'utf8').includes(words));
  const [own = '', ...others] = holding('show so far<');
  expect(own).toMatch(/^chunks.report-\w+\.js$/);
  expect(others).toEqual([]);
  // Its flags name it, and nothing else.
  expect(holding(path.basename(own))).toEqual(['main.js']);
});

test('the words that passphrases are made of were read at each start', () => {
  const main = readFileSync(path.join(DIST, 'main.js'), 'utf8');
  expect(main).not.toMatch(/\babandon\b[^]{1,4}\bability\b/);
});

test('what saves lay among what is new, and insights and plans read all of it', () => {
  const { size } = statSync(path.join(DIST, 'chunks', 'save.js'));
  expect(size).toBeGreaterThanOrEqual(131_072);
  for (const file of ['insights.js', 'due.js'])
    expect(readFileSync(path.join(DIST, 'chunks', file), 'utf8')).not.toContain('save.js');
});
