// The commands coach unlock and coach lock.
import { askForKey, beginSession, tryKey } from '../../app/keys/journal-keys.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { KeyPair } from '../../domain/entry/key-pin.ts';
import { USUAL_SESSION } from '../../domain/entry/key-session.ts';
import { keyIsAnother, wrongPassphrase } from '../../pages/journal/lock-refusals.ts';
import { ASK_PASSPHRASE } from '../../pages/journal/unlock-text.ts';
import { NOT_NOW } from '../encrypt-text.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import { notEncryptedYet } from '../keys-text.ts';
import * as say from '../unlock-text.ts';
import { tellDone } from './run-conversion.ts';
import { askForRecoveryKey } from './ask-owner.ts';
import { pinned } from './pinned.ts';

export interface UnlockOptions {
  readonly for?: string;
  readonly recovery?: true;
  readonly passphraseFile?: string;
}

/** Unlocks the journal. A machine that did not know its key does so from now on. */
export async function unlock(
  { for: span, ...given }: UnlockOptions,
  context: Context & EncryptionContext,
): Promise<void> {
  const ring = context.keyWorld();
  const lasts = span === undefined ? USUAL_SESSION : say.readSpan(span);
  if (!ring.pin() && !ring.hasKey() && !ring.sample()) throw say.notEncrypted();
  const pair = await givenKey(given, ring, context);
  if (!pair) return context.terminal.err(`${NOT_NOW}\n`);
  const pin = ring.pin();
  if (pin && pin.recipient !== pair.recipient) throw keyIsAnother(pair.recipient, pin.recipient);
  if (!pin && given.recovery) await refuseOther(pair, ring);
  const found = ring.found();
  const sealed = found?.sealed;
  if (!pin) {
    const names = ring.found()?.recipient?.names ?? 'day';
    ring.pins.put(ring.journal, {
      journal: ring.journal,
      recipient: pair.recipient,
      names,
      since: dayOn(context),
    });
  }
  // What lies there may be another key than the one that was given.
  const isKept = ring.pins.keyFor(pair.recipient) !== undefined;
  if (sealed !== undefined && given.recovery === undefined && !isKept)
    ring.pins.keepKey(pair.recipient, sealed);
  // A sync brings the key alone.
  if (
    !pin &&
    sealed !== undefined &&
    given.recovery === undefined &&
    found?.recipient?.recipient === pair.recipient
  ) {
    const { keyFolder } = await context.conversion();
    keyFolder.put({ sealed, ...found.recipient, howToRead: HOW_TO_READ });
  }
  await beginSession(pair, lasts, ring);
  const { canLast } = await ring.sessions();
  tellDone(say.unlockedText(canLast ? lasts : undefined), context);
  if (pin) return;
  // What was written here before the journal was encrypted elsewhere.
  const conversion = await context.conversion();
  conversion.dropIndex();
  const { counts } = await conversion.look('encrypt');
  const left = notEncryptedYet(counts);
  if (left !== undefined) tellDone(left, context);
}

/** A key from paper that this machine has never seen: what is sealed for another one would be lost to it. */
async function refuseOther({ identity, recipient }: KeyPair, ring: KeyRing): Promise<void> {
  const sample = ring.sample();
  const said = ring.found()?.recipient?.recipient;
  const isOther = sample
    ? (await (await ring.sealing()).open(sample, identity)) === 'other'
    : said !== undefined && said !== recipient;
  if (isOther) throw keyIsAnother(recipient, said);
}

/** @returns Undefined where the person leaves the field empty. */
async function givenKey(
  { recovery, passphraseFile }: Omit<UnlockOptions, 'for'>,
  ring: KeyRing,
  context: Context,
): Promise<KeyPair | undefined> {
  const sealing = await ring.sealing();
  if (passphraseFile !== undefined && recovery === undefined) {
    const [passphrase = ''] = context.readInput(passphraseFile).split(/\r?\n/, 1);
    const pair = await tryKey(passphrase, ring, sealing);
    if (!pair) throw wrongPassphrase();
    return pair;
  }
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAskPassphrase();
  if (recovery === undefined) return askForKey(prompter, ASK_PASSPHRASE, ring);
  return askForRecoveryKey(prompter, ring);
}

/** Locks the journal. */
export async function lock(context: Context & EncryptionContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const hasEnded = (await ring.sessions()).end(pin.recipient);
  tellDone(hasEnded ? say.LOCKED : say.WAS_LOCKED, context);
}
