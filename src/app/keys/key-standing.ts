// How the key in the folder of a journal stands to the one that this machine knows.
import type { RecipientFile } from '../../formats/sealing/key-file.ts';

/** What a key folder holds. */
export interface FoundKey {
  /** The sealed identity, as text; undefined where it is gone. */
  readonly sealed: string | undefined;
  /** It is no sealed identity, such as an empty file. What is changed within one shows when it is opened. */
  readonly isDamaged: boolean;
  readonly recipient: RecipientFile | undefined;
}

/** `gone`: it is missing or damaged, and what this machine keeps can be put in its place. */
export type KeyStanding = 'same' | 'gone' | 'differs';

/**
 * Compares what was found with what is known.
 *
 * @param recipient - Of the key that this machine knows.
 * @param kept - The sealed identity that it keeps.
 *
 * @example
 * keyStanding('age1x', undefined, undefined) //=> 'gone'
 * keyStanding('age1x', { sealed: '', isDamaged: true, recipient: undefined }, 'sealed') //=> 'gone'
 * keyStanding('age1x', { sealed: 'a', isDamaged: false, recipient: { recipient: 'age1y', names: 'day' } }, 'b') //=> 'differs'
 */
export function keyStanding(
  recipient: string,
  found: FoundKey | undefined,
  kept: string | undefined,
): KeyStanding {
  if (found?.recipient !== undefined && found.recipient.recipient !== recipient) return 'differs';
  if (found?.sealed === undefined || found.isDamaged) return 'gone';
  if (found.recipient !== undefined) return 'same';
  // Without its recipient it may still be the one that is kept.
  return found.sealed === kept ? 'gone' : 'differs';
}
