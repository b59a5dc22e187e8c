// The folders in which this platform wants settings, data, state and cache.
import path from 'node:path';
import envPaths from 'env-paths';
import { fromHome } from '../../domain/text/home-place.ts';
import { noHome } from '../../pages/machine/place-refusals.ts';

/** Where coach keeps things on this machine. */
export interface Folders {
  readonly settings: string;
  /** Journal and the person's own banks. */
  readonly data: string;
  readonly state: string;
  readonly cache: string;
}

/**
 * The platform's own folders (XDG on Linux), or all of them below `COACH_HOME` where that is set.
 */
export function platformFolders(env: Readonly<Record<string, string | undefined>>): Folders {
  const home = env['COACH_HOME'];
  if (home !== undefined && home !== '') {
    const below = (name: string): string => path.resolve(fromHome(home, env), name);
    return { settings: below('config'), data: below('data'), state: below('state'), cache: below('cache') };
  }
  const { config, data, log, cache } = envPaths('coach', { suffix: '' });
  if (!path.isAbsolute(data)) throw noHome();
  return { settings: config, data, state: log, cache };
}
