// One sync: what the other side has is taken in, and what this side has is sent.
import { applySteps, type ApplyPorts } from './apply-steps.ts';
import type { SentKey } from './key-rule.ts';
import { heedKeys, type KeyRemark, keysGoingOut } from './keys-met.ts';
import { changedEntries, goneBetween, isTooMany, liveIn } from './entry-counts.ts';
import { differing, mergedTree, mergePlan, type MergeStep, type Tree } from './merge-plan.ts';
import type { Commit, SentFile, SyncedFolder, SyncRepository } from './sync-ports.ts';
import { halvesOf, leftAlone, lookAt, type Sides } from './sides.ts';
import { SyncStop } from './sync-stop.ts';
import { isSealed } from './synced-path.ts';

/** What somebody wants of a sync. */
export interface SyncWishes {
  /** Nothing is changed on either side. */
  readonly dryRun?: boolean;
  /** Many entries are gone on one side, and that was meant. */
  readonly takeDeletions?: boolean;
  /** The other side was begun anew, or emptied, and that was meant: both sides are put together. */
  readonly takeRewritten?: boolean;
}

/** The world of a sync. */
export interface SyncPorts extends Omit<ApplyPorts, 'folder' | 'texts'> {
  readonly repository: SyncRepository;
  readonly folder: SyncedFolder;
  /** The recipient that this machine remembers, where the journal is encrypted. */
  readonly pinned: string | undefined;
  /** Entries in clear may be sent. */
  readonly mayBeRead: boolean;
  /** Called once texts of both sides are here, whatever becomes of the sync then: the next one knows nothing of it. */
  keptTwice(copies: Synced['copies']): void;
}

/** What came of it. */
export interface Synced {
  /** So many entries were changed here. */
  readonly in: number;
  /** So many were sent. */
  readonly out: number;
  /** What both sides had changed, and where the text of this side is now. */
  readonly copies: readonly { readonly path: string; readonly to: string }[];
  /** What is there and not taken in. */
  readonly strange: readonly string[];
  /** What is here and not sent. */
  readonly unfit: readonly string[];
  /** What there is to say of the key on the other side. */
  readonly key?: KeyRemark | undefined;
}

/** So often somebody else may be quicker. */
const TRIES = 4;

/**
 * Brings both sides together. Stopped or killed at any moment, it has lost nothing, and the next one ends it.
 *
 * @throws SyncStop where it cannot be done, or where somebody has to say first that it is meant; CoachError where the folder cannot be
 *   read or written.
 *
 * @example
 * (await syncOnce({}, syncPorts)).in //=> 0
 */
export async function syncOnce(wishes: SyncWishes, ports: SyncPorts): Promise<Synced> {
  let taken: Taken = { in: 0, copies: [] };
  let left: readonly MergeStep[] = [];
  let key: KeyRemark | undefined;
  for (let turn = 0; turn < TRIES; turn++) {
    const sides = await lookAt(wishes.takeRewritten ?? false, ports);
    const [{ strange }, { unfit }] = [sides.there, sides.here];
    key = (await heedKeys(sides, wishes.dryRun ?? false, ports)) ?? key;
    heedGone(sides, wishes);
    const steps = mergePlan(sides.base.entries, sides.here.entries, sides.there.entries);
    if (wishes.dryRun) {
      const after = mergedTree(sides.here.entries, steps);
      const out = changedEntries(differing(after, sides.there.entries), after);
      return { ...takenBy(steps, []), out, strange, unfit, key };
    }
    left = await applySteps(steps, { ...ports, texts: (oids) => ports.repository.texts(oids) });
    const now = takenBy(steps, left);
    if (now.copies.length > 0) ports.keptTwice(now.copies);
    taken = both(taken, now);
    // What is not taken in yet must not be taken for what is gone here.
    if (left.length > 0) continue;
    const sent = await sendTo(sides, steps.length > 0, wishes, ports);
    if (sent === undefined) continue;
    if (taken.in + sent > 0) await ports.repository.tidy();
    return { ...taken, out: sent, strange, unfit, key };
  }
  if (left.length > 0) throw new SyncStop('in-the-way', { paths: left.map(({ path }) => path) });
  throw new SyncStop('busy');
}

type Taken = Pick<Synced, 'in' | 'copies'>;

function takenBy(steps: readonly MergeStep[], left: readonly MergeStep[]): Taken {
  const done = steps.filter((step) => !left.includes(step));
  return {
    in: done.filter(({ does }) => does !== 'copy').length,
    copies: done.flatMap((step) => (step.does === 'copy' ? [{ path: step.path, to: step.to }] : [])),
  };
}

function both(one: Taken, other: Taken): Taken {
  return { in: one.in + other.in, copies: [...one.copies, ...other.copies] };
}

/** @throws SyncStop where more is gone than anybody takes away by the way. */
function heedGone({ base, here, there }: Sides, { takeDeletions }: SyncWishes): void {
  if (takeDeletions) return;
  refuseGone('many-gone-here', base.entries, here.entries);
  refuseGone('many-gone-there', base.entries, there.entries);
}

function refuseGone(state: 'many-gone-here' | 'many-gone-there', before: Tree, after: Tree): void {
  const count = goneBetween(before, after);
  if (count === 0) return;
  const of = liveIn(before).length;
  if (isTooMany(count, of)) throw new SyncStop(state, { gone: { count, of } });
}

/**
 * @param isChanged - Something was done to the folder since it was looked at.
 * @returns How many entries were sent; undefined where somebody else was quicker.
 */
async function sendTo(
  sides: Sides,
  isChanged: boolean,
  wishes: SyncWishes,
  ports: SyncPorts,
): Promise<number | undefined> {
  const { repository, folder, pinned } = ports;
  const keys = await keysGoingOut(sides, ports);
  // All that is there is here now.
  const last = await rememberBoth(sides.commit, sides, repository);
  // What was forgotten there is not to be found here any more, either.
  if (sides.isBegunAnew) await repository.forget();
  const now = isChanged ? folder.files() : sides.found;
  const halves = halvesOf(now, folder);
  const isLeftNow = leftAlone([...now.unfit, ...halves], sides);
  const kept = (files: Tree): Tree =>
    new Map([...files].filter(([path]) => !sides.isLeft(path) && !isLeftNow(path)));
  const [entries, there] = [kept(now.entries), kept(sides.there.entries)];
  if (!wishes.takeDeletions) refuseGone('many-gone-here', there, entries);
  const paths = differing(entries, there);
  // What is sealed goes out as a whole, for the first time: until then the journal may be half encrypted.
  const isBegun = pinned !== undefined && sides.base.keys.size === 0;
  const inClear = (isBegun ? [...entries.keys()] : paths).filter(
    (path) => entries.has(path) && !isSealed(path),
  );
  const readable = [...halves, ...inClear];
  if (readable.length > 0 && (pinned !== undefined || !ports.mayBeRead))
    throw new SyncStop('encrypt-first', { paths: readable, wasDecrypted: pinned === undefined });
  if (paths.length + keys.length === 0) return 0;
  const files = [...keys, ...paths.map((path) => ({ path, isGone: !entries.has(path) }))];
  const made = await repository.commit(sides.commit, sentFiles(files, folder));
  if (!(await repository.push(made))) return undefined;
  await rememberBoth(made, { ...sides, seen: sides.commit, last }, repository);
  return changedEntries(paths, entries);
}

/**
 * What could not be taken in stays in the base as it was: it would count as what is here. The base comes first: one from before an other
 * side that was seen anew would take what is not there for deleted.
 *
 * @returns The base.
 */
async function rememberBoth(
  commit: Commit | undefined,
  { seen, last, missed }: Pick<Sides, 'seen' | 'last' | 'missed'>,
  repository: Pick<SyncRepository, 'remember' | 'commit' | 'texts'>,
): Promise<Commit | undefined> {
  const isWhole = commit === undefined || missed.size === 0;
  const base = isWhole ? commit : await repository.commit(commit, await earlierFiles(missed, repository));
  if (last !== base) await repository.remember('base', base);
  if (seen !== commit) await repository.remember('seen', commit);
  return base;
}

async function earlierFiles(
  missed: Sides['missed'],
  repository: Pick<SyncRepository, 'texts'>,
): Promise<readonly SentFile[]> {
  const texts = await repository.texts([...new Set(missed.values())].flatMap((oid) => oid ?? []));
  return [...missed].map(([path, oid]) => {
    const bytes = texts.get(oid ?? '');
    return bytes ? { path, bytes } : { path };
  });
}

/** Each is read when it is asked for. What is gone by then goes out with the next sync. */
function* sentFiles(files: readonly SentKey[], folder: Pick<SyncedFolder, 'read'>): Generator<SentFile> {
  for (const { path, isGone } of files) {
    const bytes = isGone ? undefined : folder.read(path)?.bytes;
    if (isGone) yield { path };
    else if (bytes) yield { path, bytes };
  }
}
