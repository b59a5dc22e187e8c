// The passphrase of an encrypted journal, asked for before anything else is asked or read.
import type { Context } from './context.ts';

type Reading = Pick<Context, 'keys' | 'index'>;

/**
 * Where the journal is locked: goes on without reading it, unless somebody types the passphrase.
 *
 * @param isAsked - Somebody is there who may.
 * @throws CoachError where its key is not known here.
 */
export async function unlockOrGoWithout(context: Reading, isAsked: boolean): Promise<void> {
  // The folder is looked at before anything is read.
  context.index();
  const keys = context.keys();
  if (keys.pin() !== undefined) await keys.orWithout(isAsked);
}

/**
 * For what cannot be done unread.
 *
 * @throws CoachError where the journal is locked and nobody can be asked, or its key is not known here.
 */
export async function unlockFirst(context: Reading): Promise<void> {
  context.index();
  const keys = context.keys();
  if (keys.pin() !== undefined) await keys.identity();
}
