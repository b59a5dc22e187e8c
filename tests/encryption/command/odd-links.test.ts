import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, entryText, freshHome, journalOf } from '../../cli/coach.ts';
import { putSealed, sealHome } from '../../cli/sealed.ts';

const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00' };
const PLACE = '2026/11/2026-11-20-180000-note-k3x8m2p9qa.md';

test('a link that leads nowhere was named as an entry that cannot be read', async () => {
  const home = freshHome();
  const sealed = await sealHome(home);
  await putSealed(home, sealed, PLACE, entryText(NOTE));
  symlinkSync('nowhere.md', path.join(journalOf(home), 'gone.md'));
  expect(await coach(['journal'], { home, sessions: sealed.sessions })).toMatchObject({ stderr: '' });
});
