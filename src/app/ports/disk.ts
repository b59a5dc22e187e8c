// The disk as a port: files that are safe when a call returns.

/**
 * Files that are on disk when the call returns: synced, and so is the list of names in their folder. Folders are made
 * for the person alone (0700), files too (0600).
 *
 * All throw a CoachError that says what stands in the way (a full disk, no permission), and leave nothing half done: a crash
 * leaves a file that is moved in one of its two places or in both.
 */
export interface Disk {
  /** A new file. One of that name is never overwritten. */
  create(file: string, text: string | Uint8Array): void;
  /**
   * New files in folders at or below one, of which each is whole before it has its name; each folder is synced once, at the end.
   * Names that are taken are passed over.
   *
   * @returns How many were made.
   */
  createAll(folder: string, files: Iterable<FileToCreate>): Promise<number>;
  /** A file, put in the place of the one that may be there, in one step. */
  replace(file: string, text: string | Uint8Array): void;
  /** The same for a file that still holds what is expected. @returns False where it holds something else, or is gone. */
  exchange(file: string, expected: Uint8Array, bytes: Uint8Array): boolean;
  /**
   * A file in a folder that is the person's own, in pieces; nothing else there is touched.
   *
   * @param over - It may take the place of one that is there. What a link leads to is written, and the link stays.
   */
  export(file: string, pieces: Iterable<string | Uint8Array>, over: boolean): void;
  /**
   * The same for files in folders at or below one, of which each is whole before it has its name; each folder is synced once, at
   * the end. Where one cannot be written, those before it are.
   */
  exportAll(folder: string, files: AsyncIterable<FileToExport>): Promise<void>;
  /**
   * Lets nobody else change a file while something is done with it.
   *
   * @throws CoachError where another process is at work on it for too long, and nothing was done.
   */
  whileLocked<Value>(file: string, act: () => Value): Value;
  /** @returns False where the new name is taken; nothing is done then. */
  move(from: string, to: string): boolean;
  /**
   * The same for many files, of which each folder is synced once. What is in the way or has gone away is passed over.
   *
   * @param done - Called for each that was moved, with its number in the list, once it is safe.
   */
  moveAll(files: readonly FileToMove[], done: (index: number) => void): void;
  /** Takes a file away for ever. @returns False where it no longer holds what is expected, if anything is, or is gone. */
  remove(file: string, expected?: Uint8Array): boolean;
  /**
   * The same for many files, of which each folder is synced once. Where one cannot be taken away, those before it are gone.
   *
   * @param done - Called for each that is gone by it, with its number in the list.
   */
  removeAll(files: readonly FileToRemove[], done: (index: number) => void): void;
}

/** A file that is to be made, by its path below a folder. */
export interface FileToCreate {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file of a folder to which entries are exported, by its path below it. */
export interface FileToExport {
  readonly path: string;
  /** None for one that is there already: nothing is done to it. */
  readonly bytes?: Uint8Array;
  /** It may take the place of one that is there. */
  readonly over: boolean;
}

/** A file that is to be moved, by where it is and where it is to be. */
export interface FileToMove {
  readonly from: string;
  readonly to: string;
}

/** A file that is to be taken away for ever, where it still holds what is expected, if anything is. */
export interface FileToRemove {
  readonly file: string;
  readonly expected?: Uint8Array | undefined;
}
