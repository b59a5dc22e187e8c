// A conversion: files of a journal that are encrypted, or are in clear again.
import type { KeyPair, Pin } from '../domain/entry/key-pin.ts';
import type { KeyFolder } from '../app/ports/keys.ts';
import type { Progress } from '../app/ports/terminal.ts';

/** What becomes of the files: encrypted, in clear, or encrypted for another key. */
export type ConversionWay = 'encrypt' | 'decrypt' | 'renew';

/** The kinds of things that hold what somebody wrote. */
export type Kind = 'entry' | 'trash' | 'version' | 'draft';

/** So many of each kind. */
export type Counts = Readonly<Record<Kind, number>>;

/** Why a file is left as it is. */
export type KeptBecause =
  | 'link'
  | 'unreadable'
  /** Somebody is at work on it. */
  | 'open'
  /** It is damaged, or was encrypted for another key. */
  | 'unopened'
  /** The same of what an entry said before, as what came for a key that was renewed meanwhile. */
  | 'unopened-version'
  /** What was written did not come back from the disk. */
  | 'unsure';

/** A file that is left as it is. */
export interface LeftFile {
  readonly path: string;
  readonly because: KeptBecause;
}

/** What there is to do. */
export interface ToConvert {
  readonly counts: Counts;
  /** So many files and folders are to be left as they are. */
  readonly left: number;
  /** A sitting or an editor that is open now, by its file. */
  readonly open: OpenWork | undefined;
  /** So many of them have names that tell the time and the question set of an entry. */
  readonly telling: number;
  /** So many other files are in the folder. */
  readonly others: number;
}

export interface OpenWork {
  readonly kind: 'sitting' | 'editor';
  readonly file: string;
}

/** What was done. */
export interface Converted {
  readonly counts: Counts;
  readonly left: readonly LeftFile[];
  /** Files that were there in both forms and said different things: what was in clear stands under this path now. */
  readonly copies: readonly string[];
  /** What stood in the way of going on; what is counted is done. */
  readonly failure: unknown;
}

/** With what files are opened and sealed. */
export interface ConversionKey extends KeyPair {
  readonly names: Pin['names'];
  /** Identities of former keys, which open what was not sealed anew yet. */
  readonly former: readonly string[];
}

/** Turns the files of a journal from one form into the other. The same again goes on where it was stopped. */
export interface Conversion {
  readonly keyFolder: KeyFolder;
  /** @param identity - Opens drafts, to tell who holds them. */
  look(way: ConversionWay, identity?: string): Promise<ToConvert>;
  /** Everything that can be: what has arrived meanwhile, too. */
  convert(way: ConversionWay, key: ConversionKey, progress: Progress): Promise<Converted>;
  /**
   * Takes away acts that can no longer be undone.
   *
   * @param which - Only those that hold times or question sets in the names of files; otherwise all.
   * @returns How many.
   */
  dropActs(which?: 'telling'): number;
  /** Takes away what is kept of entries to find them sooner. */
  dropIndex(): void;
  /** Lets nobody else convert anything meanwhile. */
  alone<Value>(act: () => Promise<Value>): Promise<Value>;
  /** The folder of a repository of git in which the journal is; undefined where none is seen. */
  repository(): string | undefined;
}

/** Nothing of any kind. */
export const NONE: Counts = { entry: 0, trash: 0, version: 0, draft: 0 };

/**
 * Those of the files that are left for which a conversion is not ended. What an entry said before and nobody can open any more is none.
 *
 * @example
 * hindering([{ path: 'a.md', because: 'unopened-version' }]) //=> []
 */
export function hindering(left: readonly LeftFile[]): readonly LeftFile[] {
  return left.filter(({ because }) => because !== 'unopened-version');
}

/**
 * How many of all kinds.
 *
 * @example
 * totalOf({ entry: 2, trash: 1, version: 0, draft: 1 }) //=> 4
 */
export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
