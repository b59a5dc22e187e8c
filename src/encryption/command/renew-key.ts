// The command coach keys renew: another key, for which everything is sealed anew.
import { beginSession } from '../../app/keys/journal-keys.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { USUAL_SESSION } from '../../domain/entry/key-session.ts';
import { isoIn } from '../../domain/time/moment.ts';
import { printIdentity } from '../../formats/sealing/key-file.ts';
import type { Conversion } from '../conversion.ts';
import { NOT_NOW } from '../encrypt-text.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import * as say from '../keys-text.ts';
import { stillOnScreen } from '../new-key-text.ts';
import { isOwner } from './ask-owner.ts';
import { askNewKey, type NewKey } from './ask-new-key.ts';
import { somebody } from './keys.ts';
import { pinned } from './pinned.ts';
import { endChange, type KeyChange, sealAnew } from './seal-anew.ts';
import { type Came, syncFirst } from './syncs-around.ts';
import { alone, keepCopy, refuseOpenWork, tellDone } from './run-conversion.ts';

export interface RenewOptions {
  readonly yes?: true;
}

/** Makes a new key, or goes on where that was stopped. Where the journal is synced, a sync comes before and one after it. */
export async function renewKey({ yes }: RenewOptions, context: Context & EncryptionContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const keys = context.keys();
  const identity = await keys.identity();
  const former = await keys.former();
  const conversion = await context.conversion();
  const world = { ring, conversion, context };
  const before: KeyPair = { identity, recipient: pin.recipient };
  const syncAfter = await syncFirst('renew', context);
  await refuseOpenWork('renew', conversion, context, identity);
  // What lies in the journal folder does not tell: anybody who can write there can put a former key there.
  if (pin.former !== undefined) {
    const change = { pair: before, former, pin };
    const total = await alone(pin, ring, conversion, () => sealAnew(change, conversion, context));
    // Whoever syncs by hand has done so.
    const comes = async (): Promise<Came> => {
      const came = await syncAfter();
      return came === 'by-hand' ? 'none' : came;
    };
    await endChange(change, comes, false, world);
    return tellDone(say.renewedText(total), context);
  }
  const prompter = await somebody('change', context);
  if (!(await isOwner(pin, prompter, ring))) return context.terminal.err(`${NOT_NOW}\n`);
  prompter.say(say.BEFORE_RENEWING);
  if (!yes && !(await prompter.choose(say.ASK_RENEW, say.RENEW_CHOICES)))
    return context.terminal.err(`${NOT_NOW}\n`);
  const key = await askNewKey(undefined, 'changed', prompter, context);
  const [change, total] = await alone(pin, ring, conversion, async () => {
    const now = await putNewKey(key, before, pin, ring, conversion, context);
    const change: KeyChange = { pair: key.pair, former: [identity, ...former], pin: now };
    return [change, await sealAnew(change, conversion, context)] as const;
  });
  await endChange(change, syncAfter, false, world);
  tellDone(say.renewedText(total), context);
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
