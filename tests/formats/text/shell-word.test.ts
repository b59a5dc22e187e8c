import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboutFlag, shellWord } from '../../../src/formats/text/shell-word.ts';

test.each([
  { text: '/home/d/2026-11.md', word: '/home/d/2026-11.md' },
  { text: '', word: "''" },
  { text: '/a b', word: "'/a b'" },
  { text: "it's $(rm -r /)", word: String.raw`'it'\''s $(rm -r /)'` },
  { text: "a\u001b[31m'\\", word: String.raw`$'a\x1b[31m\'\\'` },
  { text: '\u202egnp.md', word: String.raw`$'\xe2\x80\xaegnp.md'` },
])('$text is written as $word', ({ text, word }) => expect(shellWord(text)).toBe(word));

test.runIf(spawnSync('bash', ['--version']).status === 0)('a shell reads back what was written', () => {
  const unit = fc.constantFrom(
    ...Array.from(`ab '"\\$\`!*?~#&;|<>(){}[]-=%\n\t\u0007\u001b\u007f\u202e\ufeffäЖ中`),
  );
  const texts = fc.sample(fc.string({ unit, maxLength: 12 }), 300);
  const line = texts.map((text) => `printf '%s\\0' ${shellWord(text)}`).join('\n');
  const { stdout } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
});

test('a name that begins as a flag does stood behind a blank, where it is taken for one', () => {
  expect(aboutFlag('-x')).toBe(" --about='-x'");
  expect(aboutFlag('x-')).toBe(' --about x-');
});
