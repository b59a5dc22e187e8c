import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryFiles, freshHome, journalOf, put } from '../../cli/coach.ts';
import { sampleText } from '../samples/sources.ts';
import { IMPORT, zipped } from './import-homes.ts';

const NAMES = ['1764325584203-MgdL0i6fNq7wNsLw', '1480000000000-0123456789abcdef'];
const files = {
  ...Object.fromEntries(NAMES.map((name) => [`${name}.json`, sampleText(`journey/${name}.json`)])),
  [`${NAMES[0]}-SP8djnA4CjAsfKRL.png`]: Uint8Array.of(1, 2, 3),
  'readme.txt': 'x',
};

const SUMMARY = [
  'Journey, 2 entries, from 2016-11-24 to 2025-11-28.',
  'Tags: two-words (1), walk (1).',
  'Left out: pictures (1), audio recordings (1), locations (1), weather (1), the',
  'key "linked_account_id" (1).',
  'Skipped: 1 file of other kinds.',
  '1 entry has its time in UTC and no time zone. To import it in yours: --zone NAME',
  'Imported 2 entries.\n',
].join('\n');

test('a zip of Journey, and what is extracted from it, are the same entries', async () => {
  const home = freshHome();
  put(path.join(home, 'journey.zip'), zipped(files));
  for (const [name, bytes] of Object.entries(files)) put(path.join(home, 'journey', name), bytes);
  const { stdout } = await coach([...IMPORT, 'journey.zip', '--yes'], { home });
  expect(stdout).toBe(`journey.zip: ${SUMMARY}`);
  expect(await coach([...IMPORT, 'journey', '--yes'], { home })).toMatchObject({
    stdout: expect.stringMatching(
      /2 entries are already in the journal\.\nThere is nothing new to import\.\n$/,
    ),
  });
  expect(entryFiles(home)).toHaveLength(2);
});

test('where a file of Journey is broken, nothing comes in, and it is named', async () => {
  const home = freshHome();
  put(
    path.join(home, 'journey.zip'),
    zipped({ ...files, '1-a.json': '{"id": "1", "date_journal": ', '2-b.json': '{"id": "2"}' }),
  );
  const { stderr, exitCode } = await coach([...IMPORT, 'journey.zip', '--yes'], { home });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/1-a\.json: line 1: this is not JSON/);
  expect(stderr).toMatch(/2-b\.json: this is not an entry from Journey/);
  expect(existsSync(journalOf(home))).toBe(false);
  await coach([...IMPORT, 'journey.zip', '--yes', '--skip-unreadable'], { home });
  expect(entryFiles(home)).toHaveLength(2);
});

test('one entry of Journey, and one that may be shown in another zone', async () => {
  const home = freshHome();
  put(path.join(home, 'a.json'), files['1480000000000-0123456789abcdef.json'] ?? '');
  const { stdout } = await coach([...IMPORT, 'a.json', '--zone', 'Asia/Tokyo', '--yes'], { home });
  expect(stdout).toContain('a.json: Journey, 1 entry, dated 2016-11-25.\n');
});
