// A passphrase, or a key from paper, tried on the key of a journal.
import type { Unopened } from '../../domain/text/unopened.ts';
import { readIdentity } from '../../formats/sealing/key-file.ts';
import type { Sealing, WorkFactor } from '../ports/sealing.ts';
import type { KeyPair } from '../../domain/entry/key-pin.ts';

/** The hardest key that is tried, whoever made it: it takes a gigabyte of memory. */
export const HARDEST: WorkFactor = 20;

/**
 * Opens the sealed identity of a journal with what somebody typed: a passphrase as it is, or words that were made for it, however they
 * are spelt.
 *
 * @param sealed - The text of the file that holds it.
 * @returns Why it cannot be opened; `other` for a wrong passphrase.
 *
 * @example
 * await openKey('no key', 'pair evolve', sealing) //=> 'damaged'
 */
export async function openKey(
  sealed: string,
  typed: string,
  sealing: Pick<Sealing, 'openWithPassphrase' | 'recipientOf'>,
): Promise<KeyPair | Unopened> {
  const { readSpokenWords } = await import('../../formats/sealing/spoken-words.ts');
  let why: Unopened = 'other';
  for (const passphrase of new Set([typed, readSpokenWords(typed) ?? typed])) {
    const opened = await sealing.openWithPassphrase(sealed, passphrase, HARDEST);
    if (typeof opened !== 'string') {
      const identity = readIdentity(new TextDecoder().decode(opened));
      return (identity !== undefined && (await pairOf(identity, sealing))) || 'damaged';
    }
    why = opened;
    if (why !== 'other') break;
  }
  return why;
}

/**
 * The pair of an identity.
 *
 * @returns Undefined where it is none, as with a typing mistake.
 *
 * @example
 * await pairOf('AGE-SECRET-KEY-1TYPO', sealing) //=> undefined
 */
export async function pairOf(
  identity: string,
  { recipientOf }: Pick<Sealing, 'recipientOf'>,
): Promise<KeyPair | undefined> {
  const recipient = await recipientOf(identity);
  return recipient === undefined ? undefined : { identity, recipient };
}

/**
 * The identities of former keys, as far as the key that is in use now leads to them.
 *
 * @param sealed - Each for the key that came after it.
 *
 * @example
 * await openFormer('AGE-SECRET-KEY-1X', [new Uint8Array()], sealing) //=> []
 */
export async function openFormer(
  identity: string,
  sealed: readonly Uint8Array[],
  { open }: Pick<Sealing, 'open'>,
): Promise<readonly string[]> {
  const known = [identity];
  // One may lead to another.
  for (let left = sealed, isNew = true; isNew;) {
    isNew = false;
    const still: Uint8Array[] = [];
    for (const one of left) {
      const found = await openedWithAny(one, known, open);
      if (found !== undefined && !known.includes(found)) known.push(found);
      if (found === undefined) still.push(one);
      else isNew = true;
    }
    left = still;
  }
  return known.slice(1);
}

async function openedWithAny(
  sealed: Uint8Array,
  identities: readonly string[],
  open: Sealing['open'],
): Promise<string | undefined> {
  for (const identity of identities) {
    const opened = await open(sealed, identity);
    if (typeof opened !== 'string') return readIdentity(new TextDecoder().decode(opened));
  }
  return undefined;
}
