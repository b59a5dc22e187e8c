// Acts: what changed files of the journal and can be undone.

/** The kinds of acts, in the order in which they are told. */
export const ACT_KINDS = ['edit', 'delete', 'restore', 'import', 'sync', 'undo', 'redo'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What happened to one file. Paths are below the journal folder, hashes those of the file as it lies on the disk. */
export type FileChange =
  /** Another text in its place. */
  | { readonly kind: 'text'; readonly path: string; readonly was: string; readonly is: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly hash: string }
  /** A new file. */
  | { readonly kind: 'add'; readonly path: string; readonly hash: string };

/** An act, but for what it changed. */
export interface ActHead {
  /** Tells one act from every other; the earlier one comes first in the order of characters. */
  readonly id: string;
  /** The token of the machine on which it was done. */
  readonly machine: string;
  readonly kind: ActKind;
  /** When, as entries state it. */
  readonly at: string;
  /** The act that it takes back. */
  readonly of?: string | undefined;
}

export interface JournalAct extends ActHead {
  readonly changes: readonly FileChange[];
  /** In so many files it was written down. */
  readonly parts: number;
}

type Link = Pick<JournalAct, 'id' | 'kind' | 'of'>;

/**
 * Whether an act takes another one back.
 *
 * @example
 * takesBack({ kind: 'redo' }) //=> true
 */
export function takesBack({ kind }: Pick<JournalAct, 'kind'>): boolean {
  return kind === 'undo' || kind === 'redo';
}

/**
 * What was done at first, of what an act is about: the act itself, unless it takes another one back that is still known.
 *
 * @param named - The acts by their ids.
 *
 * @example
 * meantBy({ id: '2', kind: 'undo', of: '1' }, new Map([['1', { id: '1', kind: 'edit' }]])) //=> { id: '1', kind: 'edit' }
 */
export function meantBy<One extends Link>(act: One, named: ReadonlyMap<string, One>): One {
  const taken = act.of === undefined ? undefined : named.get(act.of);
  return taken ? meantBy(taken, named) : act;
}

/**
 * The acts that are taken back: a later one says so, and is not taken back itself.
 *
 * @param acts - The earliest first.
 * @returns Their ids.
 *
 * @example
 * takenBack([{ id: '1', kind: 'edit' }, { id: '2', kind: 'undo', of: '1' }]) //=> new Set(['1'])
 */
export function takenBack(acts: readonly Link[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { id, of } of acts.toReversed()) if (of !== undefined && !taken.has(id)) taken.add(of);
  return taken;
}

/**
 * The acts that can be undone, the latest first: those in effect that took nothing back themselves.
 *
 * @param acts - Of one machine, the earliest first.
 *
 * @example
 * undoable([{ id: '1', kind: 'edit' }, { id: '2', kind: 'delete' }, { id: '3', kind: 'undo', of: '2' }]).map(({ id }) => id)
 * //=> ['1']
 */
export function undoable<One extends Link>(acts: readonly One[]): readonly One[] {
  const taken = takenBack(acts);
  return acts.filter((act) => !takesBack(act) && !taken.has(act.id)).toReversed();
}

/**
 * The undos that can be taken back, the latest first: those in effect after which nothing else was done.
 *
 * @param acts - Of one machine, the earliest first.
 *
 * @example
 * redoable([{ id: '1', kind: 'edit' }, { id: '2', kind: 'undo', of: '1' }]).map(({ id }) => id) //=> ['2']
 */
export function redoable<One extends Link>(acts: readonly One[]): readonly One[] {
  const taken = takenBack(acts);
  const since = acts.slice(acts.findLastIndex((act) => !takesBack(act)) + 1);
  return since.filter(({ id, kind }) => kind === 'undo' && !taken.has(id)).toReversed();
}
