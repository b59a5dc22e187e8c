// The source of an import: a file, a folder or a zip; and what it turned out to be.
import type { PassedOver } from './found-text.ts';
import type { OtherProgram } from './others/other-programs.ts';
import type { SourceItem } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';

/** One line of a file that may be longer than the memory. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Undefined where it is not UTF-8. */
  readonly text: string | undefined;
}

/** A file, a folder or a zip that somebody named. */
export interface ImportSource {
  readonly shape: 'file' | 'folder' | 'zip';
  /** The files in it, in order, by their paths from there. @throws CoachError where they cannot be listed. */
  names(): readonly string[];
  /** How many links are beside them, which are not followed. */
  readonly links?: () => number;
  /** How many files of a zip have a path that leads out of it. */
  readonly leadingOut?: () => number;
  /** The first million bytes of a file, or all. */
  head(name: string): Uint8Array;
  /** @throws CoachError where it cannot be read, is too large or not UTF-8. */
  text(name: string): string;
  lines(name: string): Iterable<SourceLine>;
}

/** A source that was recognised. */
export interface Recognised {
  readonly kind: SourceKind;
  /** Its entries, read anew each time. */
  readonly read: () => Iterable<SourceItem>;
  /** Files beside it that are of another kind; none where it is one file. */
  readonly passedOver?: PassedOver;
  /** The program whose export it may be, told where no entry is found in it. */
  readonly other?: () => OtherProgram | undefined;
}
