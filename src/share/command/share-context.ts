// The context of coach share: that of every command, and files that are named.
import type { Context } from '../../cli/context.ts';

/** The context of every command, and files that are named to be written to. */
export interface ShareContext extends Context {
  /** A file that was named, to be written to. */
  exportPlace(named: string): Promise<SharePlace>;
}

/** A file that the person names, to be written to. */
export interface SharePlace {
  /** The kind of thing that is there now. */
  readonly kind: 'nothing' | 'file' | 'folder' | 'other';
  /** Whether it is in a folder, or is that folder. */
  isIn(folder: string): boolean;
  write(pieces: Iterable<string>, over: boolean): void;
}
