// The file or folder that something is written to, since the person named it.
import type { FileToExport } from './disk.ts';

/** A file or a folder that the person names, to be written to. Its files are as `Disk.export` and `exportAll` make them. */
export interface ExportPlace {
  /** The kind of thing that is there now; `other` is none of the rest, such as a device. */
  readonly kind: 'nothing' | 'file' | 'folder' | 'other';
  /** Whether it is in a folder, or is that folder, by whatever links. */
  isIn(folder: string): boolean;
  /** Writes the file itself. */
  write(pieces: Iterable<string | Uint8Array>, over: boolean): void;
  /** Whether nothing is there under a path below the folder. */
  isFree(path: string): boolean;
  /**
   * Looks at a path below the folder: nothing is there, a file of just these bytes, one that is like it and no link, a folder, or
   * something else.
   *
   * @param bare - The part of a file that has to be the same for another one to be like it.
   */
  look(
    path: string,
    bytes: Uint8Array,
    bare: (bytes: Uint8Array) => Uint8Array,
  ): 'nothing' | 'same' | 'like' | 'folder' | 'other';
  /** Writes files below the folder. */
  writeBelow(files: AsyncIterable<FileToExport>): Promise<void>;
}
