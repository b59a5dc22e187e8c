// The other side of a journal that is synced, as a port: for commands that change all files of it.
import type { CoachError } from '../../domain/text/errors.ts';

/**
 * How two computers with one journal are apart for its key: each has a key of its own; this one was not given that of the other; it
 * still has the one that was given up there; it holds what is not encrypted, or no more.
 */
export type KeysApart = 'keys-differ' | 'unlock-first' | 'decrypted-there' | 'encrypt-first';

/** Why a sync could not be done. */
export interface NotInStep {
  /** Undefined where that has nothing to do with keys. */
  readonly apart: KeysApart | undefined;
  readonly error: CoachError;
}

export interface OtherSide {
  /** Its host or its folder. */
  readonly shown: string;
  /** Entries may have been sent to it in clear. */
  readonly mayBeRead: boolean;
  /** The folder on this machine that has all that was sent, in full. */
  readonly copy: string;
  /** A sync follows each change. */
  readonly follows: boolean;
  /**
   * Syncs.
   *
   * @param isLong - Many entries may have to go out.
   * @returns How many came in, or why it could not be done.
   */
  inStep(isLong: boolean): Promise<number | NotInStep>;
}
