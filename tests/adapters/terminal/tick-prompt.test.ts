import { expect, test } from 'vitest';
import type { ListConfig, ListPrompt } from '../../../src/adapters/terminal/list-prompt.ts';
import { tickPrompt } from '../../../src/adapters/terminal/tick-prompt.ts';

const { signal } = new AbortController();
const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
const folded = { label: 'Others (1)', choices: choices.slice(2) };

/** Somebody who presses Space or Enter on the row that begins like that, or Esc; and the lists that they saw. */
function pressing(...keys: readonly (readonly ['space' | 'enter' | 'escape', string?])[]) {
  const left = [...keys];
  const seen: string[] = [];
  const list: ListPrompt = async <Value>({ message, choices: rows, default: at }: ListConfig<Value>) => {
    const [key = 'escape', start] = left.shift() ?? [];
    seen.push([message.split('\n')[0], ...rows.map(({ label }) => label)].join(' · '));
    const found = rows.find(
      ({ label }) => start !== undefined && label.replace(/^\[.\] /, '').startsWith(start),
    );
    const value = found?.value ?? at ?? rows[0]?.value;
    if (value === undefined) throw new Error('an empty list');
    return key === 'enter' ? { chosen: value } : { key, at: value };
  };
  return { list, seen };
}

test.each([
  { how: 'ticked, in their order', keys: [['space', 'b'], ['space', 'a'], ['enter']], is: ['a', 'b'] },
  { how: 'unticked again', keys: [['space', 'b'], ['space', 'a'], ['space', 'b'], ['enter']], is: ['a'] },
  { how: 'left', keys: [['space', 'b'], ['escape']], is: undefined },
  { how: 'not chosen by Enter alone', keys: [['enter', 'a'], ['escape']], is: undefined },
  { how: 'unfolded', keys: [['space', 'Others'], ['space', 'c'], ['enter']], is: ['c'] },
  { how: 'unfolded by Enter', keys: [['space', 'a'], ['enter', 'Others'], ['enter']], is: ['a'] },
] as const)('choices are $how', async ({ keys, is }) => {
  const { list } = pressing(...keys);
  expect(await tickPrompt(list, 'Which?', choices.slice(0, 2), folded, signal)).toEqual(is);
});

test('what is ticked and what was said are seen, and the cursor stays', async () => {
  const { list, seen } = pressing(['enter', 'a'], ['space', 'b'], ['enter', 'Others'], ['space'], ['enter']);
  expect(await tickPrompt(list, 'Which?', choices.slice(0, 2), folded, signal)).toEqual(['b', 'c']);
  expect(seen).toEqual([
    'Which? · [ ] a · [ ] b · Others (1)',
    'Nothing is ticked yet. Space ticks the one the cursor is on. · [ ] a · [ ] b · Others (1)',
    'Which? · [ ] a · [x] b · Others (1)',
    'Which? · [ ] a · [x] b · [ ] c',
    'Which? · [ ] a · [x] b · [x] c',
  ]);
});

test('those that are usual are ticked beforehand, folded ones too', async () => {
  const { list, seen } = pressing(['enter', 'Others'], ['enter']);
  const usual = choices.map((choice) => ({ ...choice, usual: choice.value !== 'a' }));
  const more = { ...folded, choices: usual.slice(2) };
  expect(await tickPrompt(list, 'Which?', usual.slice(0, 2), more, signal)).toEqual(['b', 'c']);
  expect(seen[0]).toBe('Which? · [ ] a · [x] b · Others (1)');
});
