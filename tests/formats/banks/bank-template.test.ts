import { expect, test } from 'vitest';
import { wordingRemarks } from '../../../src/domain/banks/wording-remarks.ts';
import { bankTemplate } from '../../../src/formats/banks/bank-template.ts';
import { parseBank } from '../../../src/formats/banks/bank-yaml.ts';

// The last three are names that YAML would take for a number, for nothing and for a truth.
test.each(['handover', 'one-to-one', '2024', 'null', 'true'])(
  'a template called %s parses as it is',
  (name) => {
    const bank = parseBank(bankTemplate(name), `${name}.yaml`);
    expect(bank.name).toBe(name);
    expect(bank.questions.map(({ id }) => id)).toContain(`${name}-moment`);
    expect(bank.closing).toHaveLength(3);
    expect(wordingRemarks(bank)).toEqual([]);
  },
);

test('it shows the types that are used most, each key with a comment above it', () => {
  const lines = bankTemplate('mine').split('\n');
  const types = lines.flatMap((line) => /^ +type: (\w+)/.exec(line)?.[1] ?? []);
  expect(new Set(types)).toEqual(new Set(['text', 'choice', 'scale', 'prediction']));
  for (const key of ['bank', 'version', 'role', 'title', 'intro', 'closing']) {
    const above = lines[lines.findIndex((line) => line.startsWith(`${key}:`)) - 1];
    expect(above).toMatch(/^#/);
  }
});
