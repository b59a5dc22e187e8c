// The key of a journal as a port: whether there is one, and whether it can be had now.
import type { Pin } from '../../domain/entry/key-pin.ts';
import type { KeySession } from '../../domain/entry/key-session.ts';

/**
 * How things stand. `plain`: the journal is not encrypted; `unknown`: it is, and this machine has never had its key; `locked`: what is
 * written is sealed, and nothing can be read; `unlocked`: it can be read, too.
 */
export type KeyState = 'plain' | 'unknown' | 'locked' | 'unlocked';

/** The key of one journal on this machine. */
export interface JournalKeys {
  state(): Promise<KeyState>;
  pin(): Pin | undefined;
  /** The recipient for whom entries are sealed. @throws CoachError where this machine does not know it. */
  recipient(): string;
  /**
   * The identity that opens them. Where the journal is locked, somebody at a terminal is asked for the passphrase, once.
   *
   * @throws CoachError where nobody can be asked, and where what was typed does not open it.
   */
  identity(): Promise<string>;
  /** Identities of former keys, which open what was not sealed anew yet. None where the journal is locked. */
  former(): Promise<readonly string[]>;
  /**
   * Where the journal is locked: goes on without reading it, from now on. The index finds nothing then, and no draft is waiting.
   *
   * @param ask - Somebody at a terminal is asked for the passphrase before, and may go on without.
   * @returns Whether it can be read.
   */
  orWithout(ask: boolean): Promise<boolean>;
  /** Whether it is done without. */
  readonly isWithout: boolean;
}

/** The sessions of this person, each by its recipient. */
export interface KeySessions {
  /** Whether a session can last longer than a command; otherwise the passphrase is asked each time. */
  readonly canLast: boolean;
  /** The folder in memory that holds them, for the person alone. */
  readonly folder: string | undefined;
  /** One that lasts still. */
  find(recipient: string): KeySession | undefined;
  /** A new one, in the place of the one that may be there. */
  begin(recipient: string, session: KeySession): Promise<void>;
  /** Keeps the one that is there as it is by now. */
  renew(recipient: string, session: KeySession): void;
  /** @returns Whether there was one. */
  end(recipient: string): boolean;
}

/** What this machine remembers of encrypted journals. */
export interface Pins {
  /** @throws CoachError where it cannot be told. */
  of(journal: string): Pin | undefined;
  /** In the place of the one that the journal may have; undefined takes that away. */
  put(journal: string, pin: Pin | undefined): void;
  /** The sealed identity, as it was when it was last seen to open this journal. */
  keyFor(recipient: string): string | undefined;
  keepKey(recipient: string, sealed: string): void;
  forgetKey(recipient: string): void;
  /** How many sealed identities are kept that belong to no journal which is encrypted now. */
  unused(): number;
  /** Takes these away. */
  forgetUnused(): void;
}

/** What the key folder of a journal holds. */
export interface KeyFiles {
  /** The identity, sealed with the passphrase, as text. */
  readonly sealed: string;
  readonly recipient: string;
  readonly names: Pin['names'];
  /** How entries are read without coach. */
  readonly howToRead: string;
}

/** The key folder of a journal, to be written. All throw a CoachError where it cannot be. */
export interface KeyFolder {
  /** In the place of what may be there. */
  put(files: KeyFiles): void;
  /** @param day - On which another key took its place. */
  addFormer(sealed: Uint8Array, day: string): void;
  dropFormer(): void;
  /** Takes the folder away. @returns The name under which what is not coach's stays; undefined where nothing is. */
  drop(): string | undefined;
}
