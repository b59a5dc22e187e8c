// The history of a journal as a port: acts that were written down, and texts that were kept.
import type { JournalAct, ActHead, ActKind, FileChange } from '../../domain/history/act.ts';
import type { Version } from '../../domain/history/version.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';

/** The bytes of a file as they lie on the disk, and the first half of their SHA-256 in hexadecimal. */
export interface RawFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** A file that is moved, by its paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What was done, the earliest first, and the files of acts that cannot be understood. */
export interface SeenActs {
  readonly acts: readonly JournalAct[];
  readonly unread: readonly FileMistakes[];
  /** Of the others: those of this machine that a newer coach wrote. */
  readonly newer: readonly FileMistakes[];
}

/**
 * What was done to the files of a journal. Paths of entries are below the journal folder, with slashes. All that changes something
 * throws a CoachError where it cannot be written, and has done nothing then.
 */
export interface JournalHistory {
  /** The token that acts of this machine carry. @throws CoachError where it cannot be remembered. */
  machine(): string;
  acts(): SeenActs;
  /** The head of an act that comes after all that this machine has done. Nothing is written. */
  begin(kind: ActKind, of?: string): ActHead;
  /** Writes an act down, or the next part of a long one, before it happens. */
  write(head: ActHead, changes: readonly FileChange[], part?: number): void;
  /** Takes back what was written of an act of which nothing happened, with the text that was kept for it. */
  withdraw(head: ActHead, written: { readonly path?: string; readonly part?: number }): void;
  /** The hash of a file; undefined where it is gone. One that cannot be read has a hash like no other. */
  hash(path: string): string | undefined;
  /** The same for a file that something is to be done to. @throws FileMistakes where it cannot be read. */
  needed(path: string): string | undefined;
  /** Whether two files hold the same entry, byte for byte, however they lie. One that cannot be read is like no other. */
  isSame(path: string, other: string): Promise<boolean>;
  /** Gives the file of an entry the form that entries of this journal have, where it has another. What it says stays. */
  settle(path: string): Promise<void>;
  /** A file by what it holds. */
  raw(bytes: Uint8Array): RawFile;
  /** The file that the bytes of an entry make. */
  seal(bytes: Uint8Array): Promise<RawFile>;
  /** Keeps the file of an entry for an act that is going to replace it; or another one, which holds the same. */
  keep(path: string, head: ActHead, file?: RawFile): void;
  /** The texts that are kept, the earliest first. */
  versions(): readonly Version[];
  /** The file of a version, as it lies on the disk; undefined where it is gone. */
  kept(version: Version): RawFile | undefined;
  /** What the entry said in a version. */
  read(version: Version): Promise<Uint8Array | undefined>;
  /** @returns False where the file no longer has the hash. */
  exchange(path: string, was: string, file: RawFile): boolean;
  /** @returns False where the name is taken. */
  create(path: string, file: RawFile): boolean;
  /** As `ManyEntries.addAll`. */
  addAll(files: readonly { readonly path: string; readonly file: RawFile }[]): Promise<number>;
  /**
   * Moves files, and takes one away whose bytes are where it is to go. What has gone away or is in the way is left alone.
   *
   * @param done - Called for each that is in its new place for good, with its number in the list.
   */
  moveAll(moves: readonly Move[], done: (index: number) => void): void;
  /** Takes versions away for ever. */
  forget(versions: readonly Version[]): void;
  /** Takes acts and versions away that are older than a moment, in milliseconds since 1970. What cannot be taken away stays. */
  prune(before: { readonly acts: number; readonly versions: number }): void;
  /** Lets nobody else do or undo anything meanwhile. */
  alone<Value>(act: () => Promise<Value>): Promise<Value>;
}
