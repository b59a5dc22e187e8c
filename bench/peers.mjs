// Other programs that keep what one writes, measured beside coach where they are installed, on the same texts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { writings } from './corpus.mjs';
import { jrnl } from './peers/jrnl.mjs';
import { nb } from './peers/nb.mjs';
import { ripgrep } from './peers/ripgrep.mjs';
import { taskwarrior } from './peers/taskwarrior.mjs';

const PEERS = [jrnl, nb, taskwarrior, ripgrep];

/** What they share with coach: what it is called, and the work of coach that it stands beside. */
export const SHARED = {
  version: { name: 'say the version', ours: '--version' },
  newest: { name: 'list the newest ten', ours: 'journal' },
  rare: { name: 'search a rare word', ours: 'search, a rare word' },
  common: { name: 'search a common word', ours: 'search, a common word' },
  save: { name: 'save one more', ours: 'checkin --answers -' },
  json: { name: 'print all as JSON', ours: 'journal --json' },
  import: { name: 'import all', ours: 'import, JSON' },
};

/** In milliseconds: what takes longer is given up. For a journal to be made there is more time. */
const LIMIT = 60_000;
const LONG_LIMIT = 600_000;

/**
 * Looks for the other programs on the PATH.
 *
 * @param below - Where they get homes of their own.
 * @returns Those that are there, with their versions, and a line for each that is not or does not start.
 */
export function findPeers(below) {
  const found = [];
  const troubles = [];
  for (const peer of PEERS) {
    const home = peerHome(below, peer);
    const options = { env: home.env, cwd: home.folder, encoding: 'utf8', timeout: LIMIT };
    const { error, status, stdout } = spawnSync(peer.program, ['--version'], options);
    const [version] = /\d+(\.\d+)+/.exec(stdout ?? '') ?? [];
    if (error?.code === 'ENOENT') troubles.push(`${peer.name} is not installed.`);
    else if (status !== 0 || version === undefined) troubles.push(`${peer.name} does not say its version.`);
    else found.push({ ...peer, version });
  }
  return { found, troubles };
}

/**
 * The work of the other programs, each on a journal of its own with the same texts and days.
 *
 * @param journal - The folder of coach's.
 * @returns The work, as `worksOn` has it, with the `peer` it belongs to, and a line for each program whose journal could not be made.
 */
export function worksOfPeers(peers, entries, { texts, journal, below, run }) {
  const troubles = [];
  const works = peers.flatMap((peer) => {
    const home = peerHome(below, peer);
    const inHome = (work) => ({ home, program: peer.program, ...work });
    try {
      const made = peer.works(home, {
        entries,
        journal,
        version: peer.version,
        written: () => writings(entries, texts),
        run: (work) => run({ ...inHome(work), limit: LONG_LIMIT }),
      });
      return Object.entries({ version: { args: ['--version'] }, ...made }).map(([shared, work]) => ({
        ...inHome(work),
        name: SHARED[shared].name,
        peer: peer.name,
        shared,
        limit: LIMIT,
      }));
    } catch (error) {
      troubles.push(troubleOf(peer.name, entries, error));
      return [];
    }
  });
  return { works, troubles };
}

/** What went wrong with another program, in a line. */
export function troubleOf(peer, entries, { message }) {
  const said = message
    .replace(/\s+/g, ' ')
    .slice(0, 160)
    .replace(/[: ]+$/, '');
  return `${peer}, ${entries.toLocaleString('en')} entries: ${said}`;
}

/**
 * A home of its own for another program. Nothing of the person's environment gets there but where programs are and which
 * language they speak, so that no settings are read, no notes of theirs are seen, and none are changed.
 *
 * @returns Its folder, and the environment of whatever runs there.
 */
export function peerHome(below, { name }) {
  const folder = mkdtempSync(path.join(below, `${name}-`));
  const inside = (part) => path.join(folder, part);
  mkdirSync(inside('tmp'));
  const { PATH, LANG, LC_ALL, LC_CTYPE } = process.env;
  const kept = Object.entries({ PATH, LANG, LC_ALL, LC_CTYPE }).filter(([, value]) => value !== undefined);
  const env = {
    ...Object.fromEntries(kept),
    HOME: folder,
    TMPDIR: inside('tmp'),
    XDG_CONFIG_HOME: inside('config'),
    XDG_DATA_HOME: inside('share'),
    XDG_STATE_HOME: inside('state'),
    XDG_CACHE_HOME: inside('cache'),
    GIT_CONFIG_NOSYSTEM: '1',
    NB_DIR: inside('nb'),
    NBRC_PATH: inside('nbrc'),
    TASKRC: inside('taskrc'),
    TASKDATA: inside('tasks'),
    EDITOR: 'true',
    TERM: 'dumb',
    TZ: 'UTC',
  };
  return { folder, env };
}
