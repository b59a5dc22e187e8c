// The work of a sync with a folder: nothing to do, and what it costs a command that a sync follows.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** So long, in milliseconds, the sync that nobody waits for is waited for before anything else is measured. */
const PATIENCE = 20_000;

/**
 * A sync of a journal that is in step, and a check-in with a sync after it. Only for as long as these run, sync is set up in the home.
 *
 * @param saving - The work of a check-in.
 * @param run - Runs a piece of work, to prepare others.
 * @returns As `worksOn`; none where there is no git.
 */
export function syncWorks(home, saving, run) {
  if (spawnSync('git', ['--version']).status !== 0) return [];
  const remote = path.join(home.folder, 'remote.git');
  execFileSync('git', ['init', '-q', '--bare', remote]);
  const file = path.join(home.folder, 'state', 'sync.json');
  const setUp = (address) => () => {
    mkdirSync(path.dirname(file), { recursive: true });
    const setup = { journal: home.journal, address, branch: 'main', readable: true };
    writeFileSync(file, JSON.stringify({ format: 1, setup, named: [] }));
  };
  const nothing = {
    name: 'sync, nothing to do',
    args: ['sync', '--for', '60m'],
    home,
    isRight: (out) => out.startsWith('In step with'),
    before: setUp(remote),
    after: () => rmSync(file),
  };
  run({ ...nothing, name: 'the first sync' });
  return [
    nothing,
    {
      ...saving,
      name: 'checkin, a sync after it',
      before: setUp(path.join(home.folder, 'nowhere.git')),
      after() {
        waitFor(() => JSON.parse(readFileSync(file, 'utf8')).last !== undefined);
        // It ends a moment later.
        pause(200);
        rmSync(file);
        saving.after();
      },
    },
  ];
}

function waitFor(isSo) {
  const until = performance.now() + PATIENCE;
  while (!isSo() && performance.now() < until) pause(20);
}

/** @param span - In milliseconds. */
function pause(span) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, span);
}
