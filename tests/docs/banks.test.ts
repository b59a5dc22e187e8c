import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseBank } from '../../src/formats/banks/bank-yaml.ts';

const page = readFileSync(new URL('../../docs/banks.md', import.meta.url), 'utf8');
const schema: unknown = JSON.parse(
  readFileSync(new URL('../../prompts/bank.schema.json', import.meta.url), 'utf8'),
);

const blocks = Array.from(
  page.matchAll(/^```yaml\n(bank: (\S+)\n.*?)^```$/gms),
  ([, source = '', name = '']) => ({
    source,
    name,
  }),
);

/** Every key that a bank file may have, and every key that an example uses. */
const keys = new Set(namesBelow(schema, 'properties'));
/** Taken from files of earlier versions, and of no use any more. */
const UNUSED = ['minutes', 'full'];
const used = new Set(blocks.flatMap(({ source }) => keysOf(parse(source))));

describe('the examples', () => {
  test.each(blocks)('$name is a sound bank', ({ source, name }) => {
    expect(parseBank(source, `${name}.yaml`).name).toBe(name);
  });

  test('show every key', () => {
    expect(keys.size).toBeGreaterThan(60);
    expect([...keys].filter((key) => !used.has(key) && !UNUSED.includes(key))).toEqual([]);
  });
});

test('every key is explained', () => {
  const text = page.replace(/^```.*?^```$/gms, '');
  expect(
    [...keys].filter((key) => !text.includes(`\`${key}\``) && !['manager', 'member'].includes(key)),
  ).toEqual([]);
});

test('links lead to sections that are there', () => {
  const method = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
  const links = Array.from(page.matchAll(/\]\((method\.md)?#([^)]+)\)/g), ([, file, anchor]) => ({
    file,
    anchor,
  }));
  const missing = links.filter(
    ({ file, anchor }) => !anchorsOf(file === undefined ? page : method).includes(anchor ?? ''),
  );
  expect(links.length).toBeGreaterThan(3);
  expect(missing).toEqual([]);
});

function anchorsOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^##+ (.+)$/gm), ([, heading = '']) =>
    heading.toLowerCase().replace(/ /g, '-'),
  );
}

/** The keys of every mapping that stands under a name, at any depth. */
function namesBelow(value: unknown, name: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => [
    ...(key === name && typeof one === 'object' && one !== null ? Object.keys(one) : []),
    ...namesBelow(one, name),
  ]);
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => [key, ...keysOf(one)]);
}
