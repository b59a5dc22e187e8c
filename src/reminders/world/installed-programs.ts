// The node and the coach that a crontab has to name.
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Programs } from '../scheduling.ts';
import { isPassing, lastingPaths } from '../lasting-path.ts';

/**
 * This node and this coach, by paths that will still lead to them after an upgrade: a link that is found on PATH, or that
 * their installer keeps; only where there is none, the place where they are now.
 *
 * @param node - The program of this process.
 * @param root - The folder of the package.
 */
export function installedPrograms(env: NodeJS.ProcessEnv, node: string, root: string): Programs {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const lasting = (name: string, file: string): string => {
    const real = realpathSync(file);
    const found = [...folders.map((folder) => path.join(folder, name)), real, ...lastingPaths(real)];
    return found.find((place) => !isPassing(place) && leadsTo(place, real)) ?? real;
  };
  return {
    find: () => ({
      node: lasting('node', node),
      coach: lasting('coach', path.join(root, 'bin', 'coach.cjs')),
      home: realpathSync(root),
    }),
    folderOf: (name) => folders.find((folder) => isUsable(path.join(folder, name), constants.X_OK)),
    isThere: (file, how) => isUsable(file, how === 'run' ? constants.X_OK : constants.R_OK),
  };
}

function isUsable(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function leadsTo(place: string, real: string): boolean {
  try {
    return realpathSync(place) === real;
  } catch {
    return false;
  }
}
