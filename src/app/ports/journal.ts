// The journal as a port: entries are added to it, its files changed, and drafts kept until they are entries.
import type { Entry } from '../../domain/entry/entry.ts';
import type { Draft } from '../../domain/sitting/draft.ts';

/** The folder of entries, to which sittings add. */
export interface Journal {
  readonly folder: string;
  /** The path under which a new entry is kept whose own would be this. */
  pathOf(path: string): string;
  /**
   * Saves an entry for good: file and folder are on disk when it returns.
   *
   * @returns The path below the journal folder.
   * @throws CoachError where the folder is gone, not writable or full; nothing is half written then.
   */
  add(entry: Entry): Promise<string>;
  /** Whether an entry is there already, by its path below the journal folder or by that under which it would be kept. */
  has(path: string): boolean;
}

/** The file that an entry makes: its path below the journal folder, and what it holds. */
export interface EntryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The folder of entries, to which many are added at once. */
export interface ManyEntries {
  /**
   * Saves many entries for good. What is there already under the same name is passed over; when one cannot be saved, those
   * before it are whole.
   *
   * @returns How many were new.
   * @throws As `Journal.add` does.
   */
  addAll(entries: readonly EntryFile[]): Promise<number>;
}

/**
 * The single files of the journal, for what a person asks to be done to one of them. What changes one and can be undone goes by `History`. Paths are below the journal folder, with
 * slashes; what was deleted is below `trash/`. Bytes are those of the entry, however it lies in its file.
 */
export interface EntryFiles {
  has(path: string): boolean;
  /** Where a link leads, in full; undefined for all else, and where nothing is there. */
  leadsTo(path: string): string | undefined;
  /**
   * The path of a Markdown file that somebody names by its path, below the journal folder or whole. Hidden files are not
   * there, and neither is what only links to other folders lead to.
   */
  locate(named: string): string | undefined;
  /** What a file holds; undefined where it is gone. @throws FileMistakes where it cannot be read. */
  bytes(path: string): Promise<Uint8Array | undefined>;
  /** Takes a file away for ever. @returns False where it no longer holds what is expected, if anything is, or is gone. */
  remove(path: string, expected?: Uint8Array): Promise<boolean>;
}

/** Drafts of sittings that were not finished, on this machine. */
export interface Drafts {
  /** Writes and syncs; this process holds the draft from then on. */
  save(draft: Draft): Promise<void>;
  /** Drafts that no living process holds, the latest first. */
  waiting(): Promise<readonly Draft[]>;
  drop(id: string): void;
}
