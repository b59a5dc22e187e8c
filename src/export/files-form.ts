// The form in which the files of entries go into a folder.

/** A file of an entry, by its path in the journal, and where it goes below the folder. */
export interface PlacedFile {
  readonly path: string;
  readonly to: string;
}

/** How entries are written as files. */
export interface FilesForm {
  readonly files: readonly PlacedFile[];
  /** The file as it goes into the folder. @throws FileMistakes where it is no entry any more. */
  readonly content: (file: PlacedFile, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** What has to be the same in a file that is there already for it to be overwritten. */
  readonly bare: (bytes: Uint8Array) => Uint8Array;
}
