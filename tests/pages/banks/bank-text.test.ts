import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withoutOwnWords } from '../../../src/domain/banks/own-words.ts';
import { questionsOf } from '../../../src/domain/banks/bank-questions.ts';
import { bankAsText } from '../../../src/pages/banks/bank-text.ts';
import { parseBank } from '../../../src/formats/banks/bank-yaml.ts';
import { builtInBanks } from '../../prompts/banks.ts';

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Every text and number below a value, with the keys that lead to it. */
function leaves(value: unknown, path: readonly string[] = []): readonly { path: string; text: string }[] {
  if (typeof value === 'string' || typeof value === 'number')
    return [{ path: path.join('.'), text: fold(String(value)) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
}

describe.each(builtInBanks)('$file', ({ source, bank }) => {
  const text = fold(bankAsText(bank));

  test('everything that the file says can be read', () => {
    // Places for the person's words, and what is asked no more, belong to sittings.
    const all = leaves({ ...parse(source), retired: [] }).map((leaf) => ({
      ...leaf,
      text: withoutOwnWords(leaf.text),
    }));
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((leaf) => !text.includes(leaf.text))).toEqual([]);
  });

  test('questions are numbered through', () => {
    const numbers = bankAsText(bank)
      .split('\n')
      .flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    const own = questionsOf(bank).filter(({ id }) => !id.endsWith('-follow'));
    expect(numbers).toEqual(own.map((_, index) => String(index + 1)));
  });

  test('there is nothing for a terminal to obey in it', () => {
    // eslint-disable-next-line no-control-regex
    expect(bankAsText(bank)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

test('a role reads its own questions in its own wording', () => {
  const bank = builtInBanks.find(({ file }) => file === 'checkin.yaml')?.bank;
  const text = bank ? bankAsText(bank, { role: 'member' }) : '';
  expect(text).toContain('2. Today, how much did you take on without waiting to be asked?');
  expect(text).toContain('1 (nothing) to 5 (everything I could)');
  expect(text).not.toContain('how much room did you leave');
  expect(text).not.toContain('as much as I could');
  expect(text).not.toContain('rot-g-');
  expect(text).not.toContain('As member');
});

test('the page of a small bank', () => {
  const bank = parseBank(
    `bank: mine
version: 2
role: both
title: Mine
intro: My own.
minutes: {core: 1, full: 3}
safety: [gentle]
questions:
  - id: mine-kind
    type: choice
    core: true
    ideas: [S1]
    ask: {manager: What did they do?, member: What did you do?}
    why: It tells.
    options:
      - {value: easy, label: Easy}
      - {value: hard, label: Hard, suggest: halve it}
    follow: How so?
  - id: mine-guess
    type: prediction
    roles: [member]
    ask: How likely is it?
    fixed: It will do.
    resolves: mine-kind
    show_if: {mine-kind: [easy, hard]}
closing:
  commitment: {id: mine-plan, ask: "And now?", when: Once, then: I shall}
`,
    'mine.yaml',
  );
  expect(bankAsText(bank)).toBe(`# Mine

My own.

Question set mine, version 2, role both
Safety notes: gentle

## Questions

1. As a manager: What did they do?
   As a member: What did you do?
   mine-kind, choice, ideas S1
   Why: It tells.
   - easy: Easy
   - hard: Hard; suggests: halve it
   Then, unless the answer is nobody: How so? (mine-kind-follow, text)

2. How likely is it?
   mine-guess, prediction, asked as member, not in the short version
   Statement: It will do.
   Asked if mine-kind is easy or hard
   Closed by: mine-kind

## At the end

3. And now?
   mine-plan, commitment
   When: Once
   Then: I shall
`);
});
