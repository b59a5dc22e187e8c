// The rule for the key of a journal that is synced: it is taken in once, and never exchanged.
import { readRecipient } from '../formats/sealing/key-file.ts';
import type { Tree } from './merge-plan.ts';

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
    return typeof read === 'object' && read.recipient === pinned ? 'fine' : 'keys-differ';
  }
  if (here.size > 0) return 'unlock-first';
  // The journal was decrypted here.
  const isKnown = [...there].every(([path, oid]) => base.get(path) === oid);
  if (there.size === 0 || isKnown) return 'fine';
  return typeof readRecipient(recipientThere ?? '') === 'object' ? 'take' : 'key-unusable';
}

/** A file of the key that goes out. */
export interface SentKey {
  readonly path: string;
  readonly isGone: boolean;
}

/**
 * The files of the key that go out: those that only this side has changed. A machine that knows the key takes none of them away.
 *
 * @example
 * keysToSend({ pinned: 'age1x', base: new Map(), here: new Map([['.key/recipients', '1']]), there: new Map() })
 * //=> [{ path: '.key/recipients', isGone: false }]
 */
export function keysToSend({
  pinned,
  base,
  here,
  there,
}: Omit<KeySides, 'recipientThere'>): readonly SentKey[] {
  const paths = [...new Set([...here.keys(), ...there.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [ours, theirs] = [here.get(path), there.get(path)];
    if (ours === theirs || theirs !== base.get(path)) return [];
    if (ours === undefined && pinned !== undefined) return [];
    return [{ path, isGone: ours === undefined }];
  });
}
