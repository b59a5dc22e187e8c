// The file or folder that entries are exported to.
import type { FileToExport } from '../app/ports/disk.ts';

/** A file or a folder that the person names, to which entries are exported. Its files are as `Disk.export` and `exportAll` make them. */
export interface ExportPlace {
  /** What is there now; `other` is neither, such as a device. */
  readonly kind: 'nothing' | 'file' | 'folder' | 'other';
  /** Whether it is in a folder, or is that folder, by whatever links. */
  isIn(folder: string): boolean;
  /** Writes the file itself. */
  write(pieces: Iterable<string>, over: boolean): void;
  /** What is at a path below the folder: nothing, a file of just these bytes, or something else. */
  look(path: string, bytes: Uint8Array): 'nothing' | 'same' | 'other';
  /** Writes files of one folder at or below the folder. */
  writeBelow(folder: string, files: Iterable<FileToExport>, over: boolean): void;
}
