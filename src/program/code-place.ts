// Where compiled code is kept: a file for each build, each Node and each set of its flags.
import { isAbsolute, join, resolve } from 'node:path';
import { fromHome } from '../domain/text/home-place.ts';

/** A file of compiled code, and what it is for. */
export interface CodePlace {
  readonly folder: string;
  readonly file: string;
  /** What the code is for: V8 checks how long a source is, and not what it says. */
  readonly key: string;
  /** The beginning of the names of all files for this Node, whatever the build. */
  readonly sameNode: string;
}

/**
 * The place of the compiled code.
 *
 * @param build - The digest of all scripts.
 * @returns Undefined where none is to be kept.
 */
export function codePlace(
  {
    env,
    version,
    arch,
    execArgv,
    platform,
  }: Pick<NodeJS.Process, 'env' | 'version' | 'arch' | 'execArgv' | 'platform'>,
  build: string,
): CodePlace | undefined {
  // Node's own cache of this kind is turned off by the same.
  const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : cacheFolder(env, platform);
  if (folder === undefined) return undefined;
  const flags = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ').trim();
  const sameNode = `code-${version}-${arch}-${flags === '' ? '' : `${sum(flags)}-`}`;
  const key = `${sameNode}${build}`;
  return { folder, file: join(folder, key), key, sameNode };
}

/** The folder that `platformFolders` finds, without the two milliseconds that it takes to load what finds all of them. */
function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  const named = env['COACH_HOME'];
  if (named) return resolve(fromHome(named, env), 'cache');
  const { HOME: home = '', XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = env;
  if (platform === 'win32') return local === '' ? undefined : join(local, 'coach', 'Cache');
  if (platform === 'linux' && isAbsolute(xdg)) return join(xdg, 'coach');
  if (!isAbsolute(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'coach') : join(home, '.cache', 'coach');
}

/** Tells texts apart; nothing of them can be read in it. */
function sum(text: string): string {
  let hash = 5381;
  for (const character of text) hash = (Math.imul(hash, 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}
