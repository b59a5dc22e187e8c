// The reasons for which a sync stops, with nothing lost on either side.
import type { KeysApart } from '../app/ports/other-side.ts';

/** What stands in the way of a sync. */
export type StopState =
  | KeysApart
  | 'offline'
  | 'slow'
  | 'busy'
  | 'busy-here'
  | 'not-trusted'
  | 'refused'
  | 'unknown-host'
  | 'changed-host'
  | 'bad-certificate'
  | 'no-remote'
  | 'no-journal'
  | 'other-format'
  | 'remote-refuses'
  | 'many-gone-here'
  | 'many-gone-there'
  | 'remote-rewritten'
  | 'remote-empty'
  | 'key-unusable'
  | 'in-the-way'
  | 'full-here'
  | 'full-there'
  | 'no-git'
  | 'old-git'
  | 'git-failed';

/** What more there is to say of it. */
export interface StopFacts {
  /** What git, or whoever has the other side, said of it. */
  readonly said?: string;
  /** So many entries are gone, of how many. */
  readonly gone?: { readonly count: number; readonly of: number };
  /** The files that it is about. */
  readonly paths?: readonly string[];
  /** The journal is in clear, and was not when it was set up. */
  readonly wasDecrypted?: boolean;
}

/**
 * A sync that stopped.
 *
 * @example
 * new SyncStop('offline').state //=> 'offline'
 */
export class SyncStop extends Error {
  readonly state: StopState;
  readonly facts: StopFacts;

  constructor(state: StopState, facts: StopFacts = {}) {
    super(state);
    this.state = state;
    this.facts = facts;
  }
}
