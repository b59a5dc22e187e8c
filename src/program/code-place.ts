// Where compiled code is kept: a file for each command, build, Node and set of its flags.
import { isAbsolute, join, resolve } from 'node:path';
import { fromHome } from '../domain/text/home-place.ts';

/** A file of compiled code, and what it is for. */
export interface CodePlace {
  readonly folder: string;
  readonly file: string;
  /** What the code is for: V8 checks how long a source is, and not what it says. */
  readonly key: string;
  /** How the names of all files of this build begin, for this Node. */
  readonly sameBuild: string;
  /** And those of any build. */
  readonly sameNode: string;
}

/**
 * The place of the compiled code: of each command by itself, since what others need would be read at each start for nothing.
 *
 * @param build - The digest of all scripts.
 * @param asked - The first word of the command line. What is no word of a command shares a place with `coach` alone.
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
  asked: string | undefined,
): CodePlace | undefined {
  // Node's own cache of this kind is turned off by the same.
  const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : cacheFolder(env, platform);
  if (folder === undefined) return undefined;
  const flags = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ').trim();
  const sameNode = `code-${version}-${arch}-${flags === '' ? '' : `${sum(flags)}-`}`;
  const sameBuild = `${sameNode}${build}-`;
  const key = `${sameBuild}${asked !== undefined && COMMAND.test(asked) ? asked : 'coach'}`;
  return { folder, file: join(folder, key), key, sameBuild, sameNode };
}

/** Words that a command may be called by. Code is kept only where there is such a command. */
const COMMAND = /^[a-z-]{1,20}$/;

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
