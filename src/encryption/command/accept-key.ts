// The command coach keys accept: a key, or a passphrase, that another machine has changed.
import { askForKey, beginSession } from '../../app/keys/journal-keys.ts';
import type { FoundKey } from '../../app/keys/key-standing.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { USUAL_SESSION } from '../../domain/entry/key-session.ts';
import { isoIn } from '../../domain/time/moment.ts';
import { printIdentity } from '../../formats/sealing/key-file.ts';
import { keyIsGone } from '../../pages/journal/lock-refusals.ts';
import type { Conversion } from '../conversion.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import * as say from '../keys-text.ts';
import { somebody } from './keys.ts';
import { pinned } from './pinned.ts';
import { alone, keepCopy, tellDone } from './run-conversion.ts';
import { endChange, type KeyChange } from './seal-anew.ts';
import { syncFirst } from './syncs-around.ts';

type KeysContext = Context & EncryptionContext;

/** Takes the key as it is in the journal folder by now, or as a sync found it on the other side. */
export async function acceptKey(context: KeysContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const prompter = await somebody('change', context);
  const syncAfter = await syncFirst('accept', context);
  const conversion = await context.conversion();
  const { key, isOffered } = keyToTake(pin, ring);
  const sealed = key?.sealed;
  if (sealed === undefined) throw keyIsGone(ring.keyFile);
  // What this computer has kept opens with the passphrase as well, and is not what is taken.
  const given = { ...ring, sealedKey: () => sealed, keptKey: () => undefined };
  const pair = await askForKey(prompter, say.ASK_ACCEPTED, given);
  if (!pair) return context.terminal.err(`${say.NOT_ACCEPTED}\n`);
  const isSame = pair.recipient === pin.recipient;
  if (!isSame && !(await prompter.choose(say.askAccept(pair.recipient, pin.recipient), say.ACCEPT_CHOICES)))
    return context.terminal.err(`${say.NOT_ACCEPTED}\n`);
  const last = isSame ? pin.former : pin.recipient;
  const before = last === undefined ? undefined : await identityBefore(last, prompter, ring);
  const names = key?.recipient?.names ?? pin.names;
  const change = await alone(pin, ring, conversion, async () => {
    keepCopy(pin, ring);
    ring.pins.keepKey(pair.recipient, sealed);
    if (before !== undefined)
      await addFormer({ identity: before, recipient: last ?? '' }, pair, conversion, context);
    if (isOffered)
      conversion.keyFolder.put({ sealed, recipient: pair.recipient, names, howToRead: HOW_TO_READ });
    const now: Pin = isSame ? pin : { ...pin, recipient: pair.recipient, names, former: pin.recipient };
    if (!isSame) ring.pins.put(pin.journal, now);
    if (isOffered) ring.dropOffered();
    await beginSession(pair, USUAL_SESSION, ring);
    if (!isSame) (await ring.sessions()).end(pin.recipient);
    return { pair, former: before === undefined ? [] : [before], pin: now } satisfies KeyChange;
  });
  tellDone(say.ACCEPTED, context);
  if (before !== undefined) return endChange(change, syncAfter, true, { ring, conversion, context });
  if (last !== undefined) tellDone(say.BEFORE_STAYS, context);
  await syncAfter();
}

/** What lies in the folder counts first where it is another than before: a folder that is synced by others may have brought it. */
function keyToTake(
  { recipient }: Pin,
  ring: KeyRing,
): { readonly key: FoundKey | undefined; readonly isOffered: boolean } {
  const [found, offered] = [ring.found(), ring.offered()];
  const isNews = found?.sealed !== undefined && found.sealed !== ring.pins.keyFor(recipient);
  return offered && !(isNews && found.recipient?.recipient !== recipient)
    ? { key: offered, isOffered: true }
    : { key: found, isOffered: false };
}

/** @returns Undefined where the person goes on without. */
async function identityBefore(
  recipient: string,
  prompter: Prompter,
  ring: KeyRing,
): Promise<string | undefined> {
  const session = (await ring.sessions()).find(recipient);
  if (session) return session.identity;
  const found = ring.found();
  const own = found?.recipient?.recipient === recipient ? found.sealed : undefined;
  const sealed = ring.pins.keyFor(recipient) ?? own;
  if (sealed === undefined) return undefined;
  const given = { ...ring, sealedKey: () => sealed, keptKey: () => undefined };
  const pair = await askForKey(prompter, say.ASK_BEFORE, given);
  return pair?.recipient === recipient ? pair.identity : undefined;
}

/** The key before is sealed for the new one: so it opens what is not sealed anew yet. */
async function addFormer(
  before: KeyPair,
  { recipient }: KeyPair,
  { keyFolder }: Conversion,
  context: KeysContext,
) {
  const { epoch, zone } = context.clock();
  const old = new TextEncoder().encode(printIdentity(before, isoIn(epoch, zone)));
  keyFolder.addFormer(await (await context.sealing()).seal(old, recipient), dayOn(context));
}
