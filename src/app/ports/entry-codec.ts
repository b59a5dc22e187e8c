// How an entry lies in its file, as a port: in clear, or sealed.
import type { FileMistakes } from '../../domain/text/errors.ts';

/**
 * The way from an entry to the bytes of its file and back. All that reads or writes an entry, a draft, an edit or a file of the
 * trash goes through it.
 *
 * Opening may have to wait, for a key or for a program. So that lists can read thousands of texts one after the other without
 * waiting for each, files are got ready together; from then on their texts are there at once.
 */
export interface EntryCodec {
  /**
   * Where the file of an entry may be, below the journal. Above the adapters every path of an entry ends in `.md`, whatever the file is
   * called.
   *
   * @returns The first is where a new one goes.
   */
  places(path: string): readonly string[];
  /** Where a file goes that holds these bytes. */
  placeFor(path: string, file: Uint8Array): string;
  /** What the file of an entry is called above the adapters; undefined for the name of any other file. */
  nameOf(file: string): string | undefined;
  /** The path under which a new entry is kept: its own may tell more than it is to. */
  pathOf(path: string): string;
  /** Gets entries ready whose texts are asked for soon, by their paths below the journal. One that is gone is passed over. */
  prepare(paths: readonly string[]): Promise<void>;
  /** Gives up texts that nobody will ask for soon: they are not held any longer. */
  readonly release?: (paths: readonly string[]) => void;
  /**
   * The text of an entry that is ready; undefined where its file is gone, or why that cannot be read.
   *
   * @param file - Where its file is, from where one stands.
   */
  text(path: string, file: string): string | FileMistakes | undefined;
  /**
   * The bytes of an entry from those of its file.
   *
   * @param path - What the file is called where it cannot be opened.
   * @throws FileMistakes where it cannot.
   */
  open(sealed: Uint8Array, path: string): Promise<Uint8Array>;
  /** The bytes of a file for those of an entry. The same entry may become other bytes each time. */
  seal(bytes: Uint8Array): Promise<Uint8Array>;
}
