// The command coach keys renew: another key, for which everything is sealed anew.
import { beginSession } from '../../app/keys/journal-keys.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { USUAL_SESSION } from '../../domain/entry/key-session.ts';
import { isoIn } from '../../domain/time/moment.ts';
import { printIdentity } from '../../formats/sealing/key-file.ts';
import type { Conversion } from '../conversion.ts';
import { someLeft } from '../encrypt-refusals.ts';
import { NOT_NOW } from '../encrypt-text.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import * as say from '../keys-text.ts';
import { stillOnScreen } from '../new-key-text.ts';
import { isOwner } from './ask-owner.ts';
import { askNewKey, type NewKey } from './ask-new-key.ts';
import { somebody } from './keys.ts';
import { pinned } from './pinned.ts';
import { alone, keepCopy, refuseOpenWork, runConversion, tellDone } from './run-conversion.ts';

export interface RenewOptions {
  readonly yes?: true;
}

/** Makes a new key, or goes on where that was stopped. */
export async function renewKey({ yes }: RenewOptions, context: Context & EncryptionContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const keys = context.keys();
  const identity = await keys.identity();
  const former = await keys.former();
  const conversion = await context.conversion();
  await refuseOpenWork('renew', conversion, context, identity);
  const before: KeyPair = { identity, recipient: pin.recipient };
  // What lies in the journal folder does not tell: anybody who can write there can put a former key there.
  if (pin.former !== undefined)
    return alone(pin, ring, conversion, () => sealAnew(before, former, pin, ring, conversion, context));
  const prompter = await somebody('change', context);
  if (!(await isOwner(pin, prompter, ring))) return context.terminal.err(`${NOT_NOW}\n`);
  prompter.say(say.BEFORE_RENEWING);
  if (!yes && !(await prompter.choose(say.ASK_RENEW, say.RENEW_CHOICES)))
    return context.terminal.err(`${NOT_NOW}\n`);
  const key = await askNewKey(undefined, 'changed', prompter, context);
  await alone(pin, ring, conversion, async () => {
    const now = await putNewKey(key, before, pin, ring, conversion, context);
    await sealAnew(key.pair, [identity, ...former], now, ring, conversion, context);
  });
  tellDone(`${stillOnScreen(key.shown)}`, context);
}

/** At each step what is known here opens everything, with the old passphrase or with the new one. */
async function putNewKey(
  { pair, sealed }: NewKey,
  before: KeyPair,
  pin: Pin,
  ring: KeyRing,
  { keyFolder }: Conversion,
  context: Context,
): Promise<Pin> {
  const { epoch, zone } = context.clock();
  const { recipient } = pair;
  const now: Pin = { ...pin, recipient, since: dayOn(context), former: before.recipient };
  const old = new TextEncoder().encode(printIdentity(before, isoIn(epoch, zone)));
  const sealing = await context.sealing();
  keepCopy(before, ring);
  ring.pins.keepKey(recipient, sealed);
  keyFolder.addFormer(await sealing.seal(old, recipient), dayOn(context));
  keyFolder.put({ sealed, recipient, names: pin.names, howToRead: HOW_TO_READ });
  ring.pins.put(pin.journal, now);
  await beginSession(pair, USUAL_SESSION, ring);
  (await ring.sessions()).end(before.recipient);
  return now;
}

async function sealAnew(
  pair: KeyPair,
  former: readonly string[],
  { former: _over, ...pin }: Pin,
  { pins }: KeyRing,
  conversion: Conversion,
  context: Context,
): Promise<void> {
  const converted = await runConversion('renew', { ...pair, names: pin.names, former }, conversion, context);
  conversion.dropIndex();
  if (converted.left.length > 0) throw someLeft('renew', converted.left.length);
  conversion.keyFolder.dropFormer();
  pins.put(pin.journal, pin);
  tellDone(say.renewedText(converted), context);
}
