// The rule for the key of a journal that is synced: it is taken in once, and never exchanged.
import { readRecipient } from '../formats/sealing/key-file.ts';
import type { TreeFiles } from './git-answers.ts';
import type { Tree } from './merge-plan.ts';
import { isSealed, RECIPIENTS } from './synced-path.ts';

/** The files of the key on both sides, and as they were when both were last the same. */
export interface KeySides {
  /** The recipient that this machine remembers; undefined where the journal is in clear, or its key not known here. */
  readonly pinned: string | undefined;
  readonly base: Tree;
  readonly here: Tree;
  readonly there: Tree;
  /** What the file of the recipient says there. */
  readonly recipientThere: string | undefined;
}

/**
 * `take`: the key is new here, and the journal has to be unlocked before anything else is taken in. `key-unusable`: with that one nobody
 * could read or write here any more.
 */
export type KeyRule = 'fine' | 'take' | 'unlock-first' | 'keys-differ' | 'key-unusable';

/**
 * What follows from the keys on both sides.
 *
 * @example
 * const sides = { pinned: undefined, base: new Map(), here: new Map(), there: new Map([['.key/recipients', '1']]) };
 * keyRule({ ...sides, recipientThere: `age1${'q'.repeat(58)}` }) //=> 'take'
 * keyRule({ ...sides, recipientThere: 'age1x' }) //=> 'key-unusable'
 */
export function keyRule({ pinned, base, here, there, recipientThere }: KeySides): KeyRule {
  if (pinned !== undefined) {
    if (recipientThere === undefined) return 'fine';
    const read = readRecipient(recipientThere);
    if (typeof read === 'object' && read.recipient === pinned) return 'fine';
    // It was renewed here, and there it is the one from before.
    const [ours, before] = [here.get(RECIPIENTS), base.get(RECIPIENTS)];
    return there.get(RECIPIENTS) === before && ours !== before ? 'fine' : 'keys-differ';
  }
  if (here.size > 0) return 'unlock-first';
  // The journal was decrypted here.
  const isKnown = [...there].every(([path, oid]) => base.get(path) === oid);
  if (there.size === 0 || isKnown) return 'fine';
  return typeof readRecipient(recipientThere ?? '') === 'object' ? 'take' : 'key-unusable';
}

type SideFiles = Pick<TreeFiles, 'entries' | 'keys'>;

/**
 * Whether the journal was decrypted on another machine: its key was taken away, and there are entries in clear.
 *
 * @example
 * const base = { entries: new Map([['a.md.age', '1']]), keys: new Map([['.key/recipients', '2']]) };
 * wasDecryptedThere(base, { entries: new Map([['a.md', '3']]), keys: new Map() }) //=> true
 */
export function wasDecryptedThere(base: SideFiles, there: SideFiles): boolean {
  if (base.keys.size === 0 || there.keys.size > 0) return false;
  const isNew = (path: string): boolean => !isSealed(path) && !base.entries.has(path);
  return base.entries.size === 0 || [...there.entries.keys()].some(isNew);
}

/**
 * Whether it was decrypted here since both sides were last the same: what was sealed then is gone from here, and is to go there.
 *
 * @example
 * const base = { entries: new Map([['a.md.age', '1']]), keys: new Map([['.key/recipients', '2']]) };
 * wasDecryptedHere(undefined, base, { entries: new Map([['a.md', '3']]), keys: new Map() }) //=> true
 */
export function wasDecryptedHere(pinned: string | undefined, base: SideFiles, here: SideFiles): boolean {
  return pinned === undefined && base.keys.size > 0 && here.keys.size === 0;
}

/** A file of the key that goes out. */
export interface SentKey {
  readonly path: string;
  readonly isGone: boolean;
}

/**
 * The files of the key that go out: those that only this side has changed, and those that somebody has taken away there. A machine that
 * knows the key takes none of them away.
 *
 * @param before - The files of the key as this side had them when it was asked last.
 *
 * @example
 * keysToSend({ pinned: 'age1x', base: new Map(), here: new Map([['.key/recipients', '1']]), there: new Map(), before: new Map() })
 * //=> [{ path: '.key/recipients', isGone: false }]
 */
export function keysToSend({
  pinned,
  base,
  here,
  there,
  before,
}: Omit<KeySides, 'recipientThere'> & { readonly before: Tree }): readonly SentKey[] {
  const paths = [...new Set([...here.keys(), ...there.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [ours, theirs] = [here.get(path), there.get(path)];
    if (ours === theirs || (pinned !== undefined && ours === undefined)) return [];
    if (pinned !== undefined && theirs === undefined) return [{ path, isGone: false }];
    if (theirs !== base.get(path) || (pinned !== undefined && ours === before.get(path))) return [];
    return [{ path, isGone: ours === undefined }];
  });
}
