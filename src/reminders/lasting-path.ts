// Paths that an upgrade leaves behind, and those that last.

/**
 * Whether a path goes through a folder that an upgrade leaves behind, or that lasts no longer than a shell: one that is named
 * after a version (those of nvm, of Homebrew's Cellar and of unpacked archives), the store of Nix, the numbered folders of snap,
 * the folders that fnm makes for one shell. The name of the file itself does not count.
 *
 * @example
 * isPassing('/home/d/.nvm/versions/node/v20.19.5/bin/node') //=> true
 * isPassing('/usr/local/bin/node') //=> false
 */
export function isPassing(path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return PASSING.some((pattern) => pattern.test(folder));
}

/**
 * Whether a path is in the cache of npx, which is cleared without a word.
 *
 * @example
 * isInNpxCache('/home/d/.npm/_npx/1f2e3d/node_modules/coach/bin/coach.cjs') //=> true
 */
export function isInNpxCache(path: string): boolean {
  return /[\\/]_npx[\\/]/.test(path);
}

/**
 * Where else the same program may be found after an upgrade, going by where it is: the links that its installer keeps up to date.
 * Whether they are there, and lead to it, is for the caller to see.
 *
 * @param path - With all links followed.
 *
 * @example
 * lastingPaths('/opt/homebrew/Cellar/node/24.1.0/bin/node') //=> ['/opt/homebrew/opt/node/bin/node']
 */
export function lastingPaths(path: string): readonly string[] {
  return LINKS.filter(([pattern]) => pattern.test(path)).map(([pattern, link]) =>
    path.replace(pattern, link),
  );
}

const PASSING: readonly RegExp[] = [
  /\/v?\d+(?:\.\d+)+[^/]*\//,
  /[-@_v]\d+\.\d+[^/]*\//,
  /\/nix\/store\//,
  /\/snap\/[^/]+\/x?\d+\//,
  /\/fnm_multishells\//,
  /\/node_modules\/\.bin\/$/,
];

const LINKS: readonly (readonly [RegExp, string])[] = [
  [/\/Cellar\/([^/]+)\/[^/]+\//, '/opt/$1/'],
  [/^\/snap\/([^/]+)\/x?\d+\//, '/snap/$1/current/'],
  [/\/versions\/node\/[^/]+\//, '/current/'],
  [/\/fnm\/node-versions\/[^/]+\/installation\//, '/fnm/aliases/default/'],
  [/\/mise\/installs\/([^/]+)\/[^/]+\//, '/mise/installs/$1/latest/'],
  [/\/\.pnpm\/[^/]+\/node_modules\//, '/node_modules/'],
];
