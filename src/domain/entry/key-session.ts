// A session: how long a journal stays unlocked.
import { MINUTE } from '../time/day.ts';

/** While it lasts, the identity can be had without the passphrase. Moments are milliseconds since 1970, spans milliseconds. */
export interface KeySession {
  readonly identity: string;
  /** When it began. */
  readonly made: number;
  /** When it was last used. */
  readonly used: number;
  /** So long it lasts without being used. */
  readonly lasts: number;
}

/** How long a journal stays unlocked that nobody reads, in milliseconds, unless somebody says otherwise. */
export const USUAL_SESSION = 30 * MINUTE;

/** However often it is used, it does not last longer than this, in milliseconds. */
export const LONGEST_SESSION = 12 * 60 * MINUTE;

/**
 * Whether a session lasts still. A clock that was put back ends it.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * lastsStill({ identity: '', made: 0, used: 0, lasts: 1000 }, 999) //=> true
 * lastsStill({ identity: '', made: 0, used: 0, lasts: 1000 }, 1000) //=> false
 * lastsStill({ identity: '', made: 5, used: 5, lasts: 1000 }, 4) //=> false
 */
export function lastsStill({ made, used, lasts }: KeySession, now: number): boolean {
  return made <= used && used <= now && now < used + lasts && now < made + LONGEST_SESSION;
}
