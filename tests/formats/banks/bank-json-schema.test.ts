import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bankJsonSchema } from '../../../src/formats/banks/bank-json-schema.ts';
import { bankSchema } from '../../../src/formats/banks/bank-schema.ts';
import { builtInBanks } from '../../prompts/banks.ts';

const committed = readFileSync(new URL('../../../prompts/bank.schema.json', import.meta.url), 'utf8');

test('prompts/bank.schema.json is what "node build/bank-schema.mjs" writes', () => {
  expect(committed).toBe(bankJsonSchema());
});

test.each(builtInBanks)('$file has the shape', ({ source }) => {
  expect(v.safeParse(bankSchema, parse(source)).issues).toBeUndefined();
});

describe('every part of it', () => {
  const nodes = nodesOf(JSON.parse(committed));

  test('refuses unknown keys', () => {
    const open = nodes.filter(({ node }) => 'properties' in node && node['additionalProperties'] !== false);
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test('says what each key does', () => {
    const keys = nodes.filter(({ path }) => /\/properties\/[^/]+$/.test(path));
    expect(keys.length).toBeGreaterThan(60);
    const silent = keys.filter(
      ({ node, path }) => !('description' in node) && !/\/(?:manager|member)$/.test(path),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('points to definitions that exist', () => {
    const targets = nodes.flatMap(({ node }) => (typeof node['$ref'] === 'string' ? [node['$ref']] : []));
    const paths = new Set(nodes.map(({ path }) => `#${path}`));
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !paths.has(target))).toEqual([]);
  });
});

interface SchemaNode {
  readonly path: string;
  readonly node: Readonly<Record<string, unknown>>;
}

function nodesOf(value: unknown, path = ''): readonly SchemaNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = Object.fromEntries(Object.entries(value));
  return [{ path, node }, ...Object.entries(node).flatMap(([key, one]) => nodesOf(one, `${path}/${key}`))];
}
