// The files of the journal as a port: their names, stamps and texts.
import type { FileMistakes } from '../../domain/text/errors.ts';

/** One folder of the journal, and the names of the Markdown files in it, in order. */
export interface ListedFolder {
  /** Below the journal folder, with slashes; empty for the journal folder itself. */
  readonly path: string;
  readonly names: readonly string[];
}

/** What tells a file that was changed from one that was not. Times are milliseconds since 1970 and fractions of them. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** The Markdown files of the journal, hidden and deleted ones left out, as they are at the moment of the call. */
export interface JournalFiles {
  /** Every folder: those outside the order of years and months first, then the months, newest first. Read one by one. */
  folders(): Iterable<ListedFolder>;
  /** The stamps of files in a folder, in the order of their names, and when they were taken; undefined for one that is gone. */
  stamps(
    folder: string,
    names: readonly string[],
  ): { readonly takenAt: number; readonly stamps: readonly (FileStamp | undefined)[] };
  /** Gets files ready whose texts are asked for soon; `read` and `texts` are asked only for such. Paths are below the journal. */
  prepare(paths: readonly string[]): Promise<void>;
  /**
   * The text of a file, or undefined where it is gone.
   *
   * @throws FileMistakes where it cannot be read.
   */
  read(path: string): string | undefined;
  /** The texts of several files of a folder, in the order of their names, or why one cannot be read. All are held at once. */
  texts(folder: string, names: readonly string[]): readonly (string | FileMistakes | undefined)[];
}
