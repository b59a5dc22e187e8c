// The owner of a key, who is asked for what opens it although the journal is unlocked.
import { askForKey } from '../../app/keys/journal-keys.ts';
import { pairOf } from '../../app/keys/open-key.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { readIdentity } from '../../formats/sealing/key-file.ts';
import { keyIsAnother } from '../../pages/journal/lock-refusals.ts';
import type { KeyRing } from '../key-ring.ts';
import * as say from '../unlock-text.ts';

/**
 * Asks for the passphrase, or for the recovery key where that is forgotten. Somebody at an open terminal can read the journal; they
 * cannot take it away from its owner.
 *
 * @returns Whether it is the owner; false where both fields are left empty.
 * @throws CoachError where what was typed does not open the journal.
 */
export async function isOwner({ recipient }: Pin, prompter: Prompter, ring: KeyRing): Promise<boolean> {
  const pair = (await askForKey(prompter, say.ASK_OWNER, ring)) ?? (await askForRecoveryKey(prompter, ring));
  if (!pair) return false;
  if (pair.recipient !== recipient) throw keyIsAnother(pair.recipient, recipient);
  return true;
}

/** @returns Undefined where the field is left empty. @throws CoachError for what is no key. */
export async function askForRecoveryKey(
  prompter: Prompter,
  ring: Pick<KeyRing, 'sealing'>,
): Promise<KeyPair | undefined> {
  const typed = await prompter.secret(say.ASK_RECOVERY);
  if (typed === '') return undefined;
  const identity = readIdentity(typed);
  const pair = identity === undefined ? undefined : await pairOf(identity, await ring.sealing());
  if (!pair) throw say.mistypedKey();
  return pair;
}
