// The ring of keys that the commands of an encrypted journal need of the world.
import type { FoundKey } from '../app/keys/key-standing.ts';
import type { KeyWorld } from '../app/keys/journal-keys.ts';
import type { Pins } from '../app/ports/keys.ts';
import type { OtherSide } from '../app/ports/other-side.ts';
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

/** The context of these commands. */
export interface EncryptionContext {
  keyWorld(): KeyRing;
  /** Turns the files of the journal from one form into the other. @throws CoachError where the journal is gone. */
  conversion(): Promise<Conversion>;
  /** Undefined where the journal is not synced. @throws CoachError where that cannot be told. */
  otherSide(): Promise<OtherSide | undefined>;
}
