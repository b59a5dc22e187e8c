// The merge: what is to be done to a folder so that it holds what either side holds.
import { numberedName } from '../domain/entry/entry.ts';
import { type Arrivals, arrivalsIn, sealedHere } from './arrivals.ts';
import { trashPath } from '../domain/entry/trash-path.ts';
import { entryAt, entryOf, isDeleted, isSealed, otherForm, renamed } from './synced-path.ts';

/** The hash that git has of a text. */
export type Oid = string;

/** Files with their texts, by their paths. */
export type Tree = ReadonlyMap<string, Oid>;

/** One thing that is to be done to the folder. */
export type MergeStep =
  | { readonly does: 'add'; readonly path: string; readonly oid: Oid }
  /** Another text for one that is there under `was`: in clear, perhaps, what is sealed now, and named after its day alone. */
  | {
      readonly does: 'replace';
      readonly path: string;
      readonly was: string;
      readonly from: Oid;
      readonly oid: Oid;
    }
  | { readonly does: 'move'; readonly path: string; readonly to: string; readonly oid: Oid }
  /** The text of this side, kept beside one that takes its place. */
  | { readonly does: 'copy'; readonly path: string; readonly to: string; readonly oid: Oid }
  /** Out of the trash, for ever. */
  | { readonly does: 'remove'; readonly path: string; readonly oid: Oid };

/**
 * What brings the other side in. Both sides are kept: a change counts more than a deletion, of two changes the one that is here goes beside
 * the other, and what was deleted there goes to the trash.
 *
 * @param base - What both sides were like when they were last the same.
 * @param here - No entry in both forms: see `inBothForms`.
 *
 * @example
 * const base = new Map([['a.md', '1']]);
 * mergePlan(base, base, new Map([['a.md', '2']])) //=> [{ does: 'replace', path: 'a.md', was: 'a.md', from: '1', oid: '2' }]
 * mergePlan(base, base, new Map()) //=> [{ does: 'move', path: 'a.md', to: 'trash/a.md', oid: '1' }]
 */
export function mergePlan(base: Tree, here: Tree, there: Tree): readonly MergeStep[] {
  const freeName = freeNames(base, here, there);
  const { arriving, leaving } = changesOf(base, here, inOneForm(base, here, there, freeName));
  const steps: MergeStep[] = [];
  const added = new Map<string, Oid>();
  for (const [path, oid] of arriving) {
    const ours = here.get(path);
    const other = otherForm(path);
    const otherText = here.get(other);
    const isOtherLeaving = leaving.delete(other);
    if (ours !== undefined) {
      // Both have changed it.
      if (ours !== base.get(path)) steps.push(copyOf(path, ours));
      steps.push({ does: 'replace', path, was: path, from: ours, oid });
    } else if (otherText === undefined) added.set(path, oid);
    else if (isOtherLeaving || isSealed(path)) {
      if (!isOtherLeaving) steps.push(copyOf(other, otherText));
      steps.push({ does: 'replace', path, was: other, from: otherText, oid });
      // What is sealed here stays so.
    } else steps.push({ does: 'add', path: freeName(path, oid, besideIt), oid });
  }
  // The same text may have come from another machine under that name, too.
  for (const step of steps) {
    if (step.does === 'copy') added.delete(step.to);
    if (step.does === 'add') added.delete(step.path);
  }
  // What a sync has taken in before it was killed still takes the place of what is in clear.
  for (const [path, oid] of sealedHere(leaving, base, here, there)) added.set(path, oid);
  // Nothing is compared with what arrives where nothing leaves, as in the first sync of a long journal.
  const arrivals = arrivalsIn(leaving.size > 0 ? added : new Map());
  for (const [path, oid] of leaving) steps.push(leavingStep(path, oid, added, arrivals, freeName));
  for (const [path, oid] of added) if (here.get(path) !== oid) steps.push({ does: 'add', path, oid });
  return steps.toSorted((one, other) => ORDER[one.does] - ORDER[other.does]);

  function copyOf(path: string, oid: Oid): MergeStep {
    return { does: 'copy', path, to: freeName(path, oid, besideIt), oid };
  }
}

/**
 * The files in clear of entries that are there sealed, too: a journal is being encrypted, or was when coach was killed.
 *
 * @example
 * inBothForms(new Map([['a.md', '1'], ['a.md.age', '9']])) //=> ['a.md']
 */
export function inBothForms(tree: Tree): readonly string[] {
  return [...tree.keys()].filter((path) => isSealed(path) && tree.has(entryOf(path))).map(entryOf);
}

/** Of an entry in both forms the sealed one counts. What was written to the other since then goes beside it. */
function inOneForm(base: Tree, here: Tree, there: Tree, freeName: FreeName): Tree {
  const files = new Map(there);
  for (const path of inBothForms(there)) {
    const sealed = otherForm(path);
    const isGoing = !here.has(sealed) && base.get(sealed) === there.get(sealed);
    if (isGoing) continue;
    const oid = there.get(path) ?? '';
    files.delete(path);
    if (base.get(path) !== oid) files.set(freeName(path, oid, besideIt), oid);
  }
  return files;
}

/**
 * The files of this side once all steps were done.
 *
 * @example
 * mergedTree(new Map(), [{ does: 'add', path: 'a.md', oid: '1' }]) //=> new Map([['a.md', '1']])
 */
export function mergedTree(here: Tree, steps: readonly MergeStep[]): Tree {
  const files = new Map(here);
  for (const step of steps) {
    if (step.does === 'replace') files.delete(step.was);
    if (step.does === 'remove' || step.does === 'move') files.delete(step.path);
    if (step.does === 'move' || step.does === 'copy') files.set(step.to, step.oid);
    if (step.does === 'add' || step.does === 'replace') files.set(step.path, step.oid);
  }
  return files;
}

/** What comes first adds something. */
const ORDER: Readonly<Record<MergeStep['does'], number>> = {
  copy: 0,
  add: 1,
  replace: 2,
  move: 3,
  remove: 4,
};

interface Changes {
  /** What is new or was changed there. */
  readonly arriving: ReadonlyMap<string, Oid>;
  /** What was taken away there, and is here as it was. */
  readonly leaving: Map<string, Oid>;
}

function changesOf(base: Tree, here: Tree, there: Tree): Changes {
  const arriving = new Map<string, Oid>();
  const leaving = new Map<string, Oid>();
  for (const path of differing(here, there)) {
    const [before, ours, theirs] = [base.get(path), here.get(path), there.get(path)];
    if (theirs === before) continue;
    if (theirs !== undefined) arriving.set(path, theirs);
    else if (ours !== undefined && ours === before) leaving.set(path, ours);
  }
  return { arriving, leaving };
}

/**
 * Paths that have another text on each side, or are on one of them alone, in order.
 *
 * @example
 * differing(new Map([['b.md', '1'], ['c.md', '1']]), new Map([['a.md', '1'], ['c.md', '1']])) //=> ['a.md', 'b.md']
 */
export function differing(one: Tree, other: Tree): readonly string[] {
  const changed = [...one].filter(([path, oid]) => other.get(path) !== oid);
  const alone = [...other.keys()].filter((path) => !one.has(path));
  return [...changed.map(([path]) => path), ...alone].toSorted();
}

/** What was only moved there is moved here, too. What was encrypted there under a name that tells less takes the place of what is here. */
function leavingStep(
  path: string,
  oid: Oid,
  added: Map<string, Oid>,
  { like, sealedOf }: Arrivals,
  freeName: FreeName,
): MergeStep {
  const left = (some: readonly string[]): readonly string[] => some.filter((one) => added.has(one));
  const twins = isSealed(path) ? [] : left(sealedOf(path));
  const twin = twins.find((one) => isDeleted(one) === isDeleted(path)) ?? twins[0];
  const text = twin === undefined ? undefined : added.get(twin);
  if (twin !== undefined && text !== undefined) {
    added.delete(twin);
    return { does: 'replace', path: twin, was: path, from: oid, oid: text };
  }
  const targets = left(like(path, oid));
  const to = targets.find((one) => entryAt(one) === entryAt(path)) ?? targets[0];
  if (to !== undefined) {
    added.delete(to);
    return { does: 'move', path, to, oid };
  }
  if (isDeleted(path)) return { does: 'remove', path, oid };
  return { does: 'move', path, to: freeName(path, oid, inTrash), oid };
}

const inTrash = (entry: string, number: number): string => numberedName(trashPath(entry), number);
const besideIt = (entry: string, number: number): string =>
  entry.replace(/\.md$/, ` (other ${number + 1}).md`);

type FreeName = (path: string, oid: Oid, name: (entry: string, number: number) => string) => string;

/** A name that neither side has, nor had. Where this side has the same text under it, a sync was stopped on its way. */
function freeNames(base: Tree, here: Tree, there: Tree): FreeName {
  const given = new Map<string, Oid>();
  return (path, oid, name) => {
    for (let number = 0; ; number++) {
      const wanted = renamed(path, (entry) => name(entry, number));
      const other = otherForm(wanted);
      if ([given, base, here, there].some((tree) => tree.has(other)) || base.has(wanted)) continue;
      if ([given, here, there].some((tree) => (tree.get(wanted) ?? oid) !== oid)) continue;
      given.set(wanted, oid);
      return wanted;
    }
  };
}
