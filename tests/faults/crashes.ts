import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, type Home } from '../terminal/coach.ts';

const RECORDER = path.join(import.meta.dirname, 'record-crashes.cjs');

/** What kill -9 leaves: the process is gone, and what it had changed on the disk is there. */
export interface Crash {
  /** A copy of the folder that was watched. */
  readonly folder: string;
  /** What had been written to standard output and standard error. */
  readonly said: string;
}

export interface Recording {
  /** To be laid over the environment of the run that is watched. */
  readonly env: Readonly<Record<string, string>>;
  /** Once it has ended: what it would have left at each call, without those that leave the same as the one before. */
  readonly crashes: () => readonly Crash[];
}

/**
 * Records what a run of coach would leave in a folder, were it killed at one of its calls that change something on the disk or
 * on the screen. This takes one run instead of one for each call.
 *
 * @param from - A part of what the first of these calls names.
 */
export function recordCrashes({ root }: Home, folder: string, from: string): Recording {
  const place = path.join(root, `crashes of ${path.basename(folder)}`);
  mkdirSync(place);
  return {
    env: {
      NODE_OPTIONS: `--require "${RECORDER}"`,
      CRASHES_OF: folder,
      CRASHES_FROM: from,
      CRASHES_IN: place,
    },
    crashes: () => {
      const all = readdirSync(place)
        .filter((name) => !name.endsWith('.said'))
        .toSorted()
        .map((name) => path.join(place, name))
        .map((folder) => ({ folder, said: readFileSync(`${folder}.said`, 'utf8') }));
      const states = all.map(stateOf);
      return all.filter((_, at) => states[at] !== states[at - 1]);
    },
  };
}

function stateOf({ folder, said }: Crash): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const texts = filesBelow(folder).map((file) => readFileSync(path.join(folder, file), 'latin1'));
  return JSON.stringify([said, names, texts]);
}

/** The home of somebody whose coach was killed. */
export function homeAfter({ folder }: Crash, home: Home): Home {
  return {
    ...home,
    coach: folder,
    journal: path.join(folder, 'data', 'journal'),
    drafts: path.join(folder, 'state', 'drafts'),
    env: { ...home.env, COACH_HOME: folder },
  };
}
