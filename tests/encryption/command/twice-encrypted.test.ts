import { expect, test } from 'vitest';
import { coach, entryText, filesBelow, freshHome, journalOf } from '../../cli/coach.ts';
import { putSealed, sealHome } from '../../cli/sealed.ts';

/** An entry, and where it is in an encrypted journal that keeps its names. */
const NOTE = { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', day: '2026-11-20' };
const PLACE = '2026/11/2026-11-20-180000-note-k3x8m2p9qa.md';
const COPY = '2026/11/2026-11-20-180000-note-k3x8m2p9qa (conflicted copy).md';

/** The files of the journal, but for its key. */
const inJournal = (home: string): readonly string[] =>
  filesBelow(journalOf(home)).filter((file) => !file.startsWith('.key/'));

test('of an entry that was encrypted twice, one file was left in the lists when it was deleted', async () => {
  const home = freshHome();
  const sealed = await sealHome(home, 'whole');
  for (const file of [PLACE, COPY]) await putSealed(home, sealed, file, entryText(NOTE));
  const { sessions } = sealed;
  const deleted = await coach(['journal', 'delete', 'last', '--yes'], { home, sessions });
  expect(deleted).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Moved 1 entry') });
  expect(inJournal(home)).toEqual([`trash/${COPY}.age`, `trash/${PLACE}.age`]);
  expect((await coach(['journal', '--json'], { home, sessions })).stdout).toBe('[]\n');
  await coach(['undo', '--yes'], { home, sessions });
  expect(inJournal(home)).toEqual([`${COPY}.age`, `${PLACE}.age`]);
});
