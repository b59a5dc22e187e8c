// The way back: which act is undone or done again, and the doing of it.
import { BATCH } from '../app/history/recorded-moves.ts';
import type { Recorder } from '../app/history/recorded-edit.ts';
import type { JournalHistory, RawFile, SeenActs } from '../app/ports/history.ts';
import {
  type ActHead,
  type JournalAct,
  meantBy,
  redoable,
  takenBack,
  takesBack,
  undoable,
} from '../domain/history/act.ts';
import {
  type LeftAlone,
  type Reversal,
  reversalOf,
  type Reversing,
  type SeenFiles,
} from '../domain/history/reversal.ts';
import type { Version } from '../domain/history/version.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';

export type Way = 'undo' | 'redo';

/** An act that can be taken back. */
export interface Taking {
  readonly act: JournalAct;
  /** What was done at first: the act itself, or what the undo took back. */
  readonly meant: JournalAct;
  readonly reversal: Reversal;
  /** The undo or redo that was stopped on its way, and goes on. */
  readonly unfinished: JournalAct | undefined;
}

/** What was found. */
export interface WayBack extends Omit<SeenActs, 'acts'> {
  readonly taking: Taking | undefined;
  /** Later acts that cannot be taken back, the latest first, since their files were changed. */
  readonly passed: readonly { readonly act: JournalAct; readonly left: readonly LeftAlone[] }[];
  /** The last act of this machine, whatever it was. */
  readonly last: JournalAct | undefined;
}

/**
 * Looks for what is to be undone, or done again, by this machine. What never happened is passed over.
 *
 * @example
 * wayBack('undo', recorderOf(journalOf({}))).taking //=> undefined
 */
export function wayBack(way: Way, { history, keeping }: Pick<Recorder, 'history' | 'keeping'>): WayBack {
  const { acts, unread, newer } = history.acts();
  const machine = history.machine();
  const own = acts.filter((act) => act.machine === machine);
  const files = seenFiles(history, keeping.isOn, keptIn(history));
  const named = new Map(own.map((act) => [act.id, act]));
  const candidates = [
    ...unfinishedOf(way, own, named),
    ...(way === 'undo' ? undoable(own) : redoable(happened(own, files))).map((act) => ({
      act,
      unfinished: undefined,
    })),
  ];
  const passed: WayBack['passed'][number][] = [];
  let taking: Taking | undefined;
  for (const { act, unfinished } of candidates) {
    const reversal = reversalOf(act.changes, files);
    if (reversal.toDo.length > 0) {
      taking = { act, meant: meantBy(act, named), reversal, unfinished };
      break;
    }
    // What is gone was taken away for good, and nobody misses the way back.
    const isMissed = reversal.left.some(({ because }) => because !== 'gone');
    if (unfinished === undefined && isMissed) passed.push({ act, left: reversal.left });
  }
  return { taking, passed, last: own.at(-1), unread, newer };
}

/** What the last act was about to take back, in the same way. */
function unfinishedOf(
  way: Way,
  own: readonly JournalAct[],
  named: ReadonlyMap<string, JournalAct>,
): readonly { readonly act: JournalAct; readonly unfinished: JournalAct }[] {
  const last = own.at(-1);
  const act = last?.kind === way ? named.get(last.of ?? '') : undefined;
  return last && act ? [{ act, unfinished: last }] : [];
}

/** The acts without the last ones that never happened: they end nothing that can be done again. */
function happened(own: readonly JournalAct[], files: SeenFiles): readonly JournalAct[] {
  const last = own.findLast((act) => !takesBack(act));
  if (!last || takenBack(own).has(last.id)) return own;
  const { toDo, left } = reversalOf(last.changes, files);
  if (toDo.length + left.length > 0) return own;
  const before = own.filter((act) => act !== last);
  return happened(before, files);
}

function seenFiles(history: JournalHistory, isKept: boolean, kept: Kept): SeenFiles {
  return {
    hash: (path) => history.hash(path),
    keeps: (path, hash) => isKept && kept(path, hash) !== undefined,
  };
}

/** The latest version of a file that has a hash. */
type Kept = (path: string, hash: string) => RawFile | undefined;

/** Versions are looked for once, however many are asked for. */
function keptIn(history: Pick<JournalHistory, 'versions' | 'kept'>): Kept {
  let versions: ReadonlyMap<string, readonly Version[]> | undefined;
  return (path, hash) => {
    versions ??= groupedBy(history.versions(), (version) => version.path);
    for (const version of (versions.get(path) ?? []).toReversed()) {
      const raw = history.kept(version);
      if (raw?.hash === hash) return raw;
    }
    return undefined;
  };
}

/** What came of it. */
export interface TookBack {
  /** How many files were changed. */
  readonly count: number;
  readonly left: readonly LeftAlone[];
}

/**
 * Takes an act back, as an act of its own that is written down before. What was changed meanwhile is left alone.
 *
 * @param progress - Called with how many files are done of how many.
 *
 * @example
 * const recorder = recorderOf(journalOf({ 'a.md': 'h' }));
 * const head = recorder.history.begin('import');
 * recorder.history.write(head, [{ kind: 'add', path: 'a.md', hash: recorder.history.hash('a.md') }]);
 * await takeBack('undo', wayBack('undo', recorder).taking, recorder, () => {}) //=> { count: 1, left: [] }
 */
export async function takeBack(
  way: Way,
  { act, unfinished }: Pick<Taking, 'act' | 'unfinished'>,
  { history, keeping }: Pick<Recorder, 'history' | 'keeping'>,
  progress: (done: number, of: number) => void,
): Promise<TookBack> {
  return history.alone(() => {
    const kept = keptIn(history);
    const { toDo, left } = reversalOf(act.changes, seenFiles(history, keeping.isOn, kept));
    const head = unfinished ?? history.begin(way, act.id);
    const undone = new Set(toDo);
    let part = (unfinished?.parts ?? 0) + 1;
    progress(0, toDo.length);
    for (let at = 0; at < toDo.length; at += BATCH) {
      doPart(head, toDo.slice(at, at + BATCH), part++, kept, history, (change) => {
        undone.delete(change);
        progress(toDo.length - undone.size, toDo.length);
      });
    }
    const more = Array.from(undone, (change): LeftAlone => ({ path: placeOf(change), because: 'changed' }));
    return Promise.resolve({ count: toDo.length - undone.size, left: [...left, ...more] });
  });
}

function doPart(
  head: ActHead,
  changes: readonly Reversing[],
  part: number,
  kept: Kept,
  history: JournalHistory,
  done: (change: Reversing) => void,
): void {
  const texts = changes.filter((change) => change.kind === 'text');
  const moves = changes.filter((change) => change.kind === 'move');
  let isAny = false;
  const note = (change: Reversing | undefined): void => {
    if (!change) return;
    isAny = true;
    done(change);
  };
  try {
    for (const { path } of texts) history.keep(path, head);
    history.write(head, changes, part);
    for (const change of texts) {
      const raw = kept(change.path, change.is);
      if (raw && history.exchange(change.path, change.was, raw)) note(change);
    }
    if (moves.length > 0) history.moveAll(moves, (index) => note(moves[index]));
  } finally {
    // Nothing of it happened.
    if (!isAny) {
      history.withdraw(head, { part });
      for (const { path } of texts) history.withdraw(head, { path, part });
    }
  }
}

/** The place of the file that a change is about, as it is before. */
function placeOf(change: Reversing): string {
  return change.kind === 'text' ? change.path : change.from;
}
