// Places below the home folder, as they are typed where no shell has seen them.

/**
 * A place as somebody named it. A `~` before the first slash, or alone, is their home folder, as in a shell; without one, and
 * in any other place, it is a sign like others (`./~` is a folder of that name).
 *
 * @param env - The variables that say where the home folder is.
 *
 * @example
 * fromHome('~/journal', { HOME: '/home/d' }) //=> '/home/d/journal'
 * fromHome('~', { HOME: '/home/d' }) //=> '/home/d'
 * fromHome('~d/journal', { HOME: '/home/d' }) //=> '~d/journal'
 */
export function fromHome(named: string, env: Readonly<Record<string, string | undefined>>): string {
  const home = env['HOME'] || env['USERPROFILE'];
  if (!home || !/^~(?:[\\/]|$)/.test(named)) return named;
  return `${home.replace(/(?<![\\/])[\\/]+$/, '')}${named.slice(1)}` || '/';
}
