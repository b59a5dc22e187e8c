// The folders in which this platform wants settings, data, state and cache.
import { homedir } from 'node:os';
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
  const found = envPaths('coach', { suffix: '' });
  const absolute = (kind: keyof typeof USUAL): string => {
    // The XDG Base Directory Specification has relative paths ignored.
    const folder = path.isAbsolute(found[kind]) ? found[kind] : path.join(homedir(), USUAL[kind], 'coach');
    if (!path.isAbsolute(folder)) throw noHome();
    return folder;
  };
  return {
    settings: absolute('config'),
    data: absolute('data'),
    state: absolute('log'),
    cache: absolute('cache'),
  };
}

/** Below the home folder, where nothing else is said. */
const USUAL = { config: '.config', data: '.local/share', log: '.local/state', cache: '.cache' } as const;
