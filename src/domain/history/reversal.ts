// The way back from an act: what is to be done to which file, and what is left alone.
import { numberedName, TRASH } from '../entry/entry.ts';
import { trashPath } from '../entry/trash-path.ts';
import type { FileChange } from './act.ts';

/** Why a file is left alone. */
export type LeftBecause = 'changed' | 'gone' | 'taken' | 'not-kept';

/** A file that is left alone, by its path. */
export interface LeftAlone {
  readonly path: string;
  readonly because: LeftBecause;
}

/** A change that takes another one back; nothing is added. */
export type Reversing = Exclude<FileChange, { readonly kind: 'add' }>;

/** What is to be done to take an act back. */
export interface Reversal {
  readonly toDo: readonly Reversing[];
  readonly left: readonly LeftAlone[];
  /** How many files are as they were before, without anybody having to do anything. */
  readonly already: number;
}

/** The files as they are now. */
export interface SeenFiles {
  /** The hash of a file; undefined where it is gone. One that cannot be read has a hash like no other. */
  hash(path: string): string | undefined;
  /** Whether a text of a file is kept that has a hash. */
  keeps(path: string, hash: string): boolean;
}

/**
 * The way back from what an act changed. What is so already is passed over: it never happened, or was put back by hand. What was
 * changed since is left alone.
 *
 * @example
 * const files = { hash: (path) => (path === 'a.md' ? 'new' : undefined), keeps: () => true };
 * reversalOf([{ kind: 'text', path: 'a.md', was: 'old', is: 'new' }], files).toDo
 * //=> [{ kind: 'text', path: 'a.md', was: 'new', is: 'old' }]
 * reversalOf([{ kind: 'add', path: 'a.md', hash: 'new' }], files).toDo
 * //=> [{ kind: 'move', from: 'a.md', to: 'trash/a.md', hash: 'new' }]
 */
export function reversalOf(changes: readonly FileChange[], files: SeenFiles): Reversal {
  const toDo: Reversing[] = [];
  const left: LeftAlone[] = [];
  let already = 0;
  // What was killed on its way and went on says the same twice.
  const once = new Map(changes.toReversed().map((change) => [JSON.stringify(change), change]));
  for (const change of once.values()) {
    const back = backFrom(change, files);
    if (back === 'already') already++;
    else if ('because' in back) left.push(back);
    else toDo.push(back);
  }
  return { toDo, left, already };
}

function backFrom(change: FileChange, files: SeenFiles): Reversing | LeftAlone | 'already' {
  switch (change.kind) {
    case 'text':
      return textBack(change, files);
    case 'move':
      return moveBack(change, files);
    case 'add':
      return addBack(change, files);
  }
}

type ChangeOf<Kind> = Extract<FileChange, { readonly kind: Kind }>;

function textBack({ path, was, is }: ChangeOf<'text'>, files: SeenFiles): ReturnType<typeof backFrom> {
  const now = files.hash(path);
  if (now === was) return 'already';
  if (now !== is) return { path, because: now === undefined ? 'gone' : 'changed' };
  return files.keeps(path, was) ? { kind: 'text', path, was: is, is: was } : { path, because: 'not-kept' };
}

function moveBack({ from, to, hash }: ChangeOf<'move'>, files: SeenFiles): ReturnType<typeof backFrom> {
  const [there, here] = [files.hash(to), files.hash(from)];
  if (there !== hash) {
    if (here === hash) return 'already';
    return there === undefined ? { path: from, because: 'gone' } : { path: to, because: 'changed' };
  }
  if (here !== undefined && here !== hash) return { path: from, because: 'taken' };
  // In both places it was killed on its way.
  return { kind: 'move', from: to, to: from, hash };
}

function addBack({ path, hash }: ChangeOf<'add'>, files: SeenFiles): ReturnType<typeof backFrom> {
  // A sync brings also what was deleted elsewhere.
  if (path.startsWith(`${TRASH}/`)) return 'already';
  const now = files.hash(path);
  if (now === undefined) return 'already';
  if (now !== hash) return { path, because: 'changed' };
  for (let number = 0; ; number++) {
    const to = numberedName(trashPath(path), number);
    const there = files.hash(to);
    if (there === undefined || there === hash) return { kind: 'move', from: path, to, hash };
  }
}
