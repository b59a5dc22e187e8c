import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryFiles, failed, freshHome, journalJson, put, settledHome } from '../coach.ts';

/** Text as PowerShell writes it with `>`. */
const wide = (text: string): Buffer => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');

test('answers, settings and entries in UTF-16 were refused, or gone', async () => {
  const home = freshHome();
  put(path.join(home, 'config/settings.json'), wide('{"role": "member", "about": "Zoë"}\n'));
  const stdin = wide('member-situation: Größe ✓\n');
  expect(await coach(['reflect', 'member', '--answers', '-'], { home, stdin })).toMatchObject({
    exitCode: 0,
  });
  const [file = ''] = entryFiles(home);
  writeFileSync(file, wide(readFileSync(file, 'utf8')));
  expect(await journalJson(home)).toMatchObject([{ about: 'Zoë', answers: [{ value: 'Größe ✓' }] }]);
  const { stdout, exitCode } = await coach(['doctor', '--json'], { home });
  expect([exitCode, stdout]).toEqual([0, expect.not.stringContaining('not-utf8')]);
});

test('the advice for UTF-16 without a mark was to read it as Latin 1', async () => {
  const stdin = Buffer.from('note-text: So it went.\n', 'utf16le');
  expect(await coach(['reflect', 'note', '--answers', '-'], { home: settledHome(), stdin })).toEqual(
    failed(
      'coach: standard input is not UTF-8 text\n  Nothing was saved. Convert it to UTF-8 first, for example: iconv -f utf-16le -t utf-8\n',
    ),
  );
});
