// The ring of keys that the commands of an encrypted journal need of the world.
import type { FoundKey } from '../app/keys/key-standing.ts';
import type { KeyWorld } from '../app/keys/journal-keys.ts';
import type { Pins } from '../app/ports/keys.ts';
import type { CoachError } from '../domain/text/errors.ts';
import type { Conversion } from './conversion.ts';

/** The keys of this machine, and that of the journal. */
export interface KeyRing extends KeyWorld {
  /** The folder of the journal, in full. */
  readonly journal: string;
  readonly pins: Pins;
  /** One of its encrypted files; undefined where none is seen. */
  sample(): Uint8Array | undefined;
  /** What the journal says of its key; undefined where it holds none. */
  found(): FoundKey | undefined;
  /** The key that another machine has put on the other side of a sync; undefined where none is to be accepted. */
  offered(): FoundKey | undefined;
  /** Takes away what is kept of it. */
  dropOffered(): void;
}

/** The other side of a journal that is synced. */
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
   * @returns How many came in; or why it could not be done, and the state by which sync knows that.
   */
  inStep(isLong: boolean): Promise<number | { readonly state: string; readonly error: CoachError }>;
}

/** The context of these commands. */
export interface EncryptionContext {
  keyWorld(): KeyRing;
  /** Turns the files of the journal from one form into the other. @throws CoachError where the journal is gone. */
  conversion(): Promise<Conversion>;
  /** Undefined where the journal is not synced. @throws CoachError where that cannot be told. */
  otherSide(): Promise<OtherSide | undefined>;
}
