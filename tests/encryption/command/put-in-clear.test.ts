import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, freshHome, journalOf, putEntry } from '../../cli/coach.ts';
import { sealHome } from '../../cli/sealed.ts';

test('what an entry said that was put there in clear lay readable in the history after an edit', async () => {
  const home = freshHome();
  const { sessions } = await sealHome(home, 'whole');
  const body = '\n## Q\n<!-- coach: q text -->\n\nThe pineapple.\n';
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-20T18:00:00+01:00', body });
  const env = { EDITOR: 'sed -i s/pineapple/melon/' };
  const edit = ['journal', 'edit', '--editor', 'last'];
  expect(await coach(edit, { home, sessions, env })).toMatchObject({ exitCode: 0 });
  const journal = journalOf(home);
  const files = readdirSync(journal, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));
  expect(files.filter((file) => readFileSync(file, 'latin1').includes('pineapple'))).toEqual([]);
  expect(files.filter((file) => file.includes('/versions/'))).toHaveLength(1);
  await coach(['undo', '--yes'], { home, sessions });
  expect((await coach(['journal', '--full'], { home, sessions })).stdout).toContain('The pineapple.');
});
