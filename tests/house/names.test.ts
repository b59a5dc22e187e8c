import { expect, test } from 'vitest';
import { SOURCE_FILES } from './source-files.ts';

test('no exported type has a name that another one has, too', () => {
  const homes = new Map<string, readonly string[]>();
  for (const { name, text } of SOURCE_FILES) {
    for (const [, type = ''] of text.matchAll(/^export (?:interface|type|class) (\w+)/gm)) {
      homes.set(type, [...(homes.get(type) ?? []), name]);
    }
  }
  expect(homes.size).toBeGreaterThan(100);
  expect([...homes].filter(([, names]) => names.length > 1)).toEqual([]);
});
