import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryText, failed, freshHome, journalOf, put } from '../../cli/coach.ts';
import { putSealed, sealHome } from '../../cli/sealed.ts';

const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00' };
const PLACE = '2026/11/2026-11-20-180000-note-k3x8m2p9qa.md';

test('an encrypted journal is no folder of notes to be imported, whose it may be', async () => {
  const [home, other] = [freshHome(), freshHome()];
  await putSealed(home, await sealHome(home), PLACE, entryText(NOTE));
  put(path.join(journalOf(home), 'diary/2026-11-20.md'), 'Rain.\n');
  const folder = path.join(other, 'old');
  renameSync(journalOf(home), folder);
  expect(await coach(['journal', 'import', folder, '--yes'], { home: other })).toEqual(
    failed(
      `coach: cannot import ${folder}: it is an encrypted journal\n  Make a readable copy of it, and import that: COACH_JOURNAL=${folder} coach journal export --to copy/\n`,
    ),
  );
  const file = path.join(folder, `${PLACE}.age`);
  expect(await coach(['journal', 'import', file, '--yes'], { home: other })).toMatchObject({ exitCode: 1 });
  expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption/);
});
