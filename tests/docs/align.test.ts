import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATEGORY_SENTENCES } from '../../src/align/comparison-words.ts';
import { DECISION_STEPS } from '../../src/align/decision-steps.ts';

const page = readFileSync(new URL('../../docs/align.md', import.meta.url), 'utf8');

test('the page has the steps and the sentences as they are shown', () => {
  const steps = DECISION_STEPS.map(({ name, says }, at) => `${at + 1}. **${name}**: ${says}\n`);
  const sentences = Object.values(CATEGORY_SENTENCES).map((sentence) => `| ${sentence} |\n`);
  expect([...steps, ...sentences].filter((words) => !page.includes(words))).toEqual([]);
});
