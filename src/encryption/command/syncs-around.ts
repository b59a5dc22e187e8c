// The syncs before and after what changes all files of an encrypted journal.
import type { KeysApart, OtherSide } from '../../app/ports/other-side.ts';
import type { Context } from '../../cli/context.ts';
import type { CoachError } from '../../domain/text/errors.ts';
import type { EncryptionContext } from '../key-ring.ts';
import { syncRemark } from '../encrypt-text.ts';
import { fitting } from './run-conversion.ts';

/** What comes after. */
type Purpose = 'encrypt' | 'decrypt' | 'renew' | 'accept';

/** How the sides may not be apart before anything is done: there would be two keys for what is to be one journal. */
const REFUSED: Readonly<Record<Purpose, readonly KeysApart[]>> = {
  encrypt: ['keys-differ', 'unlock-first', 'decrypted-there'],
  renew: ['keys-differ', 'decrypted-there'],
  decrypt: [],
  accept: ['decrypted-there'],
};

/** How they are not to be apart any more afterwards. */
const EXPECTED: Readonly<Record<Purpose, readonly KeysApart[]>> = {
  encrypt: ['encrypt-first'],
  renew: [],
  decrypt: ['keys-differ', 'decrypted-there', 'encrypt-first'],
  accept: ['keys-differ'],
};

/** What came of syncs: `none` where none is set up, `by-hand` where somebody syncs by hand, `not-now` where it could not be done. */
export type Came = 'none' | 'by-hand' | 'not-now' | { readonly in: number };

/**
 * Syncs before, so that what other machines have sent is in it, too.
 *
 * @returns The sync that comes after.
 * @throws CoachError where the other side has a key by now that is not known here.
 */
export async function syncFirst(
  purpose: Purpose,
  context: Context & EncryptionContext,
): Promise<() => Promise<Came>> {
  const other = await context.otherSide();
  if (!other?.follows) return () => Promise.resolve(other ? 'by-hand' : 'none');
  const came = await other.inStep(false);
  if (typeof came === 'number') return () => syncAfter(other, context);
  const { apart, error } = came;
  if (apart && REFUSED[purpose].includes(apart)) throw error;
  if (apart && EXPECTED[purpose].includes(apart)) return () => syncAfter(other, context);
  remark(error, context);
  return () => Promise.resolve('not-now');
}

async function syncAfter(other: OtherSide, context: Context): Promise<Came> {
  const came = await other.inStep(true);
  if (typeof came === 'number') return { in: came };
  remark(came.error, context);
  return 'not-now';
}

function remark(error: CoachError, context: Context): void {
  context.terminal.err(`${fitting(syncRemark(error), context)}\n`);
}
