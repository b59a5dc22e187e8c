// The steps of a merge, done to the folder as an act that can be undone.
import { type Keeping, pruneHistory } from '../app/history/keeping.ts';
import type { JournalHistory, Move, RawFile } from '../app/ports/history.ts';
import type { ActHead, FileChange } from '../domain/history/act.ts';
import type { MergeStep, Oid } from './merge-plan.ts';
import type { SyncedFolder } from './sync-ports.ts';
import { entryOf, isSealed } from './synced-path.ts';

/** So many steps are one lot: whoever edits an entry meanwhile waits for no longer than that takes. */
const LOT = 200;

/** The world in which steps are done. */
export interface ApplyPorts {
  readonly folder: Pick<SyncedFolder, 'read' | 'remove' | 'raw'>;
  readonly history: Pick<
    JournalHistory,
    | 'begin'
    | 'write'
    | 'withdraw'
    | 'hash'
    | 'seal'
    | 'keep'
    | 'addAll'
    | 'exchange'
    | 'moveAll'
    | 'prune'
    | 'alone'
  >;
  readonly keeping: Keeping;
  /** Milliseconds since 1970. */
  readonly now: number;
  texts(oids: readonly Oid[]): Promise<ReadonlyMap<Oid, Uint8Array>>;
  /** Called with how many steps are done of how many. */
  progress(done: number, of: number): void;
}

/**
 * Does the steps, a lot at a time, each written down before. A file that was changed meanwhile is left alone.
 *
 * @returns The steps that were not done.
 *
 * @example
 * await applySteps([], applyPorts) //=> []
 */
export async function applySteps(
  steps: readonly MergeStep[],
  ports: ApplyPorts,
): Promise<readonly MergeStep[]> {
  const { folder, history, keeping, now } = ports;
  const undone: MergeStep[] = [];
  let head: ActHead | undefined;
  let part = 1;
  if (steps.length > 0) ports.progress(0, steps.length);
  for (let at = 0; at < steps.length; at += LOT) {
    const lot = steps.slice(at, at + LOT);
    const texts = await ports.texts([...new Set(lot.flatMap(oidNeeded))]);
    const kept = keeping.isOn ? await sealedBefore(lot, ports) : new Map<MergeStep, RawFile>();
    await history.alone(async () => {
      const planned = lot.flatMap((step) => changeFor(step, texts, kept, ports) ?? []);
      const changes = planned.map(({ change }) => change);
      if (changes.length > 0) {
        head ??= history.begin('sync');
        if (await doLot(head, planned, part, ports)) part++;
      }
      for (const step of lot) if (step.does === 'remove') folder.remove(step.path, step.oid);
      const ready = new Set(planned.filter(isDone).map(({ step }) => step));
      for (const step of lot)
        if (step.does === 'remove' ? folder.read(step.path)?.oid === step.oid : !ready.has(step))
          undone.push(step);
    });
    ports.progress(Math.min(at + LOT, steps.length), steps.length);
  }
  if (head) pruneHistory(history, keeping, now);
  return undone;

  function isDone({ change, instead }: Planned): boolean {
    if (instead && folder.read(instead.path)?.oid === instead.oid) return false;
    if (change.kind === 'move')
      return history.hash(change.to) === change.hash && history.hash(change.from) === undefined;
    return history.hash(change.path) === (change.kind === 'add' ? change.hash : change.is);
  }
}

interface Planned {
  readonly step: MergeStep;
  readonly change: FileChange;
  /** What the file will hold, unless it is moved. */
  readonly file: RawFile;
  /** What is kept of the file whose place it takes. */
  readonly before?: { readonly hash: string; readonly kept: RawFile };
  /** The file in clear, under another name, in whose place it is. */
  readonly instead?: { readonly path: string; readonly oid: Oid };
}

function oidNeeded(step: MergeStep): readonly Oid[] {
  return step.does === 'add' || step.does === 'replace' ? [step.oid] : [];
}

/** What is in clear and gives its place to what is sealed is kept sealed, too: who may read it is no longer the same. */
async function sealedBefore(
  lot: readonly MergeStep[],
  { folder, history }: ApplyPorts,
): Promise<ReadonlyMap<MergeStep, RawFile>> {
  const kept = new Map<MergeStep, RawFile>();
  await Promise.all(
    lot.map(async (step) => {
      if (step.does !== 'replace' || isSealed(step.was) || !isSealed(step.path)) return;
      const before = folder.read(step.was);
      if (before?.oid === step.from) kept.set(step, await history.seal(before.bytes));
    }),
  );
  return kept;
}

/** Undefined for what is another by now, and for what is not written down. */
function changeFor(
  step: MergeStep,
  texts: ReadonlyMap<Oid, Uint8Array>,
  sealed: ReadonlyMap<MergeStep, RawFile>,
  { folder, history }: ApplyPorts,
): Planned | undefined {
  switch (step.does) {
    case 'add': {
      const file = folder.raw(texts.get(step.oid) ?? new Uint8Array());
      return { step, file, change: { kind: 'add', path: entryOf(step.path), hash: file.hash } };
    }
    case 'copy': {
      const file = folder.read(step.path);
      if (file?.oid !== step.oid) return undefined;
      return { step, file, change: { kind: 'add', path: entryOf(step.to), hash: file.hash } };
    }
    case 'replace': {
      const file = folder.raw(texts.get(step.oid) ?? new Uint8Array());
      const path = entryOf(step.path);
      const was = entryOf(step.was);
      const before = folder.read(step.was);
      if (before?.oid !== step.from || history.hash(was) !== before.hash) return undefined;
      const kept = sealed.get(step) ?? before;
      return {
        step,
        file,
        change: { kind: 'text', path, was: kept.hash, is: file.hash },
        before: { hash: before.hash, kept },
        ...(was !== path && { instead: { path: step.was, oid: step.from } }),
      };
    }
    case 'move': {
      const from = entryOf(step.path);
      const file = folder.read(step.path);
      if (file?.oid !== step.oid || history.hash(from) !== file.hash) return undefined;
      return { step, file, change: { kind: 'move', from, to: entryOf(step.to), hash: file.hash } };
    }
    case 'remove':
      return undefined;
  }
}

/** @returns Whether any of it happened. */
async function doLot(
  head: ActHead,
  planned: readonly Planned[],
  part: number,
  { folder, history, keeping }: ApplyPorts,
): Promise<boolean> {
  const added: { readonly path: string; readonly file: RawFile }[] = [];
  const replaced: { readonly path: string; readonly was: string; readonly file: RawFile }[] = [];
  const moves: Move[] = [];
  const texts: { readonly path: string; readonly kept: RawFile }[] = [];
  for (const { change, file, before, instead } of planned) {
    if (change.kind === 'move') moves.push({ from: change.from, to: change.to });
    else if (change.kind === 'add' || instead) added.push({ path: change.path, file });
    else replaced.push({ path: change.path, was: before?.hash ?? change.was, file });
    if (change.kind === 'text' && before) texts.push({ path: change.path, kept: before.kept });
  }
  let isAny = false;
  try {
    if (keeping.isOn) for (const { path, kept } of texts) history.keep(path, head, kept);
    history.write(
      head,
      planned.map(({ change }) => change),
      part,
    );
    if (added.length > 0) isAny = (await history.addAll(added)) > 0;
    for (const { path, was, file } of replaced) isAny = history.exchange(path, was, file) || isAny;
    if (moves.length > 0) history.moveAll(moves, () => (isAny = true));
    for (const { change, file, instead } of planned)
      if (instead && change.kind === 'text' && history.hash(change.path) === file.hash)
        folder.remove(instead.path, instead.oid);
  } finally {
    // Some of the new files may be there, where the disk was full before the others were.
    if (!isAny && !added.some(({ path, file }) => history.hash(path) === file.hash)) {
      history.withdraw(head, { part });
      for (const { path } of texts) history.withdraw(head, { path, part });
    }
  }
  return isAny;
}
