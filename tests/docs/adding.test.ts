import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

const FOLDER = path.join(ROOT, 'docs/adding');
const pages = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(path.join(FOLDER, name), 'utf8'),
}));

/** The items of a page: the files that each begins with, and the rest of it. */
function itemsOf(text: string): readonly { readonly files: readonly string[]; readonly says: string }[] {
  return text
    .split(/\n(?=- )|\n\n/)
    .filter((block) => block.startsWith('- '))
    .map((block) => {
      const [, head = '', says = ''] = /^- ((?:`[^`]+`(?:, )?)+):([\s\S]*)$/.exec(block) ?? [];
      return { files: Array.from(head.matchAll(/`([^`]+)`/g), ([, file = '']) => file), says };
    });
}

describe.each(pages)('$name', ({ text }) => {
  test('names only files that are there', () => {
    const files = itemsOf(text).flatMap((item) => (item.files.length === 0 ? ['?'] : item.files));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('names only what is in those files', () => {
    const lost = itemsOf(text).flatMap(({ files, says }) => {
      const texts = files.map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n');
      // Names of code; commands and flags have blanks or hyphens in them.
      const names = Array.from(says.matchAll(/`([A-Za-z_]\w*)`/g), ([, name = '']) => name);
      return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(texts)).map((name) => [files[0], name]);
    });
    expect(lost).toEqual([]);
  });
});
