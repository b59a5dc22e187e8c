// The world of a sync: the repository between the two sides, and the folder of the journal.
import type { RawFile } from '../app/ports/history.ts';
import type { TreeFiles } from './git-answers.ts';
import type { Oid, Tree } from './merge-plan.ts';

/** The hash of a commit. */
export type Commit = string;

/** A file that is sent, or, without bytes, one that is taken away there. */
export interface SentFile {
  readonly path: string;
  readonly bytes?: Uint8Array;
}

/**
 * What is remembered: the other side as it was last seen, and as it was when both sides were last the same; the files of the key as this
 * side had them when the other side had others.
 */
export type Remembered = 'seen' | 'base' | 'keys';

/** The repository of this machine, and by it the other side. All throw SyncStop. */
export interface SyncRepository {
  /** The other side as it is now; undefined where nothing was ever sent to it. */
  fetch(): Promise<Commit | undefined>;
  recall(what: Remembered): Promise<Commit | undefined>;
  remember(what: Remembered, commit: Commit | undefined): Promise<void>;
  /** Whether one commit came out of another, or is it. */
  isFrom(commit: Commit, earlier: Commit): Promise<boolean>;
  /** The commit whose place the history was begun anew in, of which a commit came; undefined for any other. */
  replacedBy(commit: Commit): Promise<Commit | undefined>;
  files(commit: Commit): Promise<TreeFiles>;
  texts(oids: readonly Oid[]): Promise<ReadonlyMap<Oid, Uint8Array>>;
  /** A commit in which some files are other ones. All else in it stays. */
  commit(parent: Commit | undefined, files: Iterable<SentFile>): Promise<Commit>;
  /** The same files in a commit without a past, which names the one in whose place it is. */
  anew(commit: Commit): Promise<Commit>;
  /** @param instead - The commit that may be lost there; otherwise nothing is. @returns False where somebody else was quicker. */
  push(commit: Commit, instead?: Commit): Promise<boolean>;
  /** Packs what has gathered, now and then; what cannot be packed stays as it is. */
  tidy(): Promise<void>;
  /** Takes away all that nothing needs any more. */
  forget(): Promise<void>;
}

/** The files of a folder. */
export interface FolderFiles {
  readonly entries: Tree;
  readonly keys: Tree;
  /** What is neither sent nor touched, by its path, with all that is below it. */
  readonly unfit: readonly string[];
}

/** The files of a key that is not taken in. */
export interface OfferedFiles {
  readonly sealed: Uint8Array;
  readonly recipients: Uint8Array | undefined;
}

/** The folder of the journal, its files as they lie. */
export interface SyncedFolder {
  /** @throws CoachError where it cannot be read. */
  files(): FolderFiles;
  /** Undefined where it is gone. */
  read(path: string): (RawFile & { readonly oid: Oid }) | undefined;
  /** A new file of the key. */
  addKey(path: string, bytes: Uint8Array): void;
  /** Lays the key of the other side ready for whoever accepts it; undefined where there is none to accept. */
  offerKey(key: OfferedFiles | undefined): void;
  /** Takes a file away for ever that still has a text. @returns False where it has not. */
  remove(path: string, oid: Oid): boolean;
  /** Whether a file is an entry in this journal: sealed ones are none in a journal in clear. */
  isKnown(path: string): boolean;
  raw(bytes: Uint8Array): RawFile;
}
