// The files of the journal as a port: their names, stamps and texts.
import { CoachError, type FileMistakes } from '../../domain/text/errors.ts';
import { CHANGED_MEANWHILE, READ_AGAIN } from '../../pages/journal/lock-refusals.ts';

/**
 * The text of a file was asked for that was not got ready.
 *
 * @example
 * new NotReady('a.md').message //=> 'the journal was changed while it was being read'
 */
export class NotReady extends CoachError {
  readonly path: string;

  constructor(path: string) {
    super(CHANGED_MEANWHILE, { hint: READ_AGAIN });
    this.path = path;
  }
}

/** What is in a folder. */
export interface Listing {
  /** The Markdown files, in order. */
  readonly names: readonly string[];
  /** The folders, in order. */
  readonly folders: readonly string[];
  /** The stamp of the folder before it was listed, as `keptStamps` has it: while that is the same, so is what is in it. */
  readonly stamp: Float64Array;
}

/** One folder of the journal. */
export interface ListedFolder extends Listing {
  /** Below the journal folder, with slashes; empty for the journal folder itself. */
  readonly path: string;
  /** It was not listed again: what is in it is what was known. */
  readonly isKnown?: true;
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
  /**
   * Every folder: those outside the order of years and months first, then the months, newest first. Read one by one.
   *
   * @param known - What is known to have been in a folder. Where its stamp is the same, it is not listed again.
   */
  folders(known?: (path: string) => Listing | undefined): Iterable<ListedFolder>;
  /** The stamps of files in a folder, in the order of their names, as `keptStamps` has them. */
  stamps(folder: string, names: readonly string[]): Float64Array;
  /** Gets files ready whose texts are asked for soon; `read` and `texts` are asked only for such. Paths are below the journal. */
  prepare(paths: readonly string[]): Promise<void>;
  /** Gives up texts that nobody will ask for soon, where any are held. */
  readonly release?: (paths: readonly string[]) => void;
  /**
   * The text of a file, or undefined where it is gone.
   *
   * @throws FileMistakes where it cannot be read; NotReady.
   */
  read(path: string): string | undefined;
  /** The texts of several files of a folder, in the order of their names, or why one cannot be read. All are held at once. @throws NotReady */
  texts(folder: string, names: readonly string[]): readonly (string | FileMistakes | undefined)[];
}
