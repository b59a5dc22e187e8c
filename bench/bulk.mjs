// The work that moves a whole journal, and the bare loop beside it that shows what the disk takes of its time.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LOOP } from './budgets.mjs';

/**
 * An export into a folder, an import of JSON into a home that has nothing yet, and the loop.
 *
 * @param run - Runs a piece of work, to prepare others.
 * @returns As `worksOn`.
 */
export function bulkWorks(home, entries, run) {
  const { file, folder, home: empty } = home.exported();
  run({ name: 'to be imported', args: ['journal', 'export', '--to', file, '--force'], home });
  const amount = entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`;
  const clear = () => rmSync(folder, { recursive: true, force: true });
  return [
    {
      name: LOOP,
      bare: true,
      args: [path.join(import.meta.dirname, 'bare-loop.mjs'), home.journal, folder],
      isRight: () => entriesIn(folder) === entries,
      syncs: true,
      before: clear,
      after: clear,
    },
    {
      name: 'export, a folder',
      args: ['journal', 'export', '--to', `${folder}${path.sep}`],
      home,
      isRight: () => entriesIn(folder) === entries,
      syncs: true,
      before: clear,
      after: clear,
    },
    {
      name: 'import, JSON',
      args: ['journal', 'import', file, '--yes'],
      home: empty,
      isRight: (out) => out.includes(`Imported ${amount}.`),
      syncs: true,
      before: () => empty.clear(),
      after: () => empty.clear(),
    },
  ];
}

function entriesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md')).length;
}
