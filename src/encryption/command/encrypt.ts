// The command coach encrypt.
import { beginSession } from '../../app/keys/journal-keys.ts';
import { keyStanding } from '../../app/keys/key-standing.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import { USUAL_SESSION } from '../../domain/entry/key-session.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { keyIsGone } from '../../pages/journal/lock-refusals.ts';
import { type Conversion, totalOf } from '../conversion.ts';
import * as refuse from '../encrypt-refusals.ts';
import * as say from '../encrypt-text.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import { cannotSealHere, stillOnScreen } from '../new-key-text.ts';
import { canSeal } from '../recovery-key.ts';
import { unlockedText } from '../unlock-text.ts';
import { askNewKey, type NewKey } from './ask-new-key.ts';
import { syncFirst } from './syncs-around.ts';
import { alone, fitting, refuseOpenWork, runConversion, tellDone } from './run-conversion.ts';

export interface EncryptOptions {
  readonly passphraseFile?: string;
  readonly keepNames?: true;
  readonly dryRun?: true;
  readonly yes?: true;
}

type EncryptContext = Context & EncryptionContext;

/** Encrypts the journal, or goes on where that was stopped. Where it is synced, a sync comes before and one after it. */
export async function encrypt(options: EncryptOptions, context: EncryptContext): Promise<void> {
  const ring = context.keyWorld();
  const conversion = await context.conversion();
  const pin = ring.pin();
  if (pin && options.keepNames) throw refuse.namesAreChosen();
  if (options.dryRun) {
    const { counts } = await conversion.look('encrypt');
    return context.terminal.out(`${fitting(say.wouldConvert('encrypt', counts), context)}\n`);
  }
  const syncAfter = await syncFirst('encrypt', context);
  if (pin) await goOn(pin, ring, conversion, context);
  else if (!(await begin(options, ring, conversion, context))) return;
  await syncAfter();
}

/** @returns False where somebody does not want it. */
async function begin(
  { passphraseFile, keepNames, yes }: EncryptOptions,
  ring: KeyRing,
  conversion: Conversion,
  context: EncryptContext,
): Promise<boolean> {
  if (!(await canSeal(await context.sealing()))) throw cannotSealHere();
  const prompter = await context.prompter();
  if (!prompter) throw refuse.nobodyToEncrypt();
  prompter.say(say.BEFORE_ENCRYPTING);
  const { counts } = await refuseOpenWork('encrypt', conversion, context);
  const ask = (): Promise<boolean> => prompter.choose(say.askToEncrypt(counts), say.ENCRYPT_CHOICES);
  if (!yes && !(await sayingNothingChanged(ask))) {
    context.terminal.err(`${say.NOT_NOW}\n`);
    return false;
  }
  const key = await sayingNothingChanged(() => askNewKey(passphraseFile, 'encrypted', prompter, context));
  const { recipient } = key.pair;
  const names = keepNames ? 'whole' : 'day';
  const pin: Pin = { journal: ring.journal, recipient, names, since: dayOn(context) };
  await conversion.alone(async () => {
    if (ring.pins.of(ring.journal)) throw refuse.encryptedMeanwhile();
    // While somebody wrote the key on paper, a synced folder may have brought that of another computer: it is refused, not replaced.
    await context.conversion();
    // A key that opens everything is there before anything is sealed, and what is saved from now on is sealed.
    ring.pins.keepKey(recipient, key.sealed);
    ring.pins.put(ring.journal, pin);
    putKey(key, pin, conversion);
    await beginSession(key.pair, USUAL_SESSION, ring);
    await convertAll(key.pair, pin, conversion.dropActs(), conversion, context);
  });
  const { canLast } = await ring.sessions();
  tellDone(
    `${stillOnScreen(key.shown)}\n${canLast ? unlockedText(USUAL_SESSION) : say.ASKED_EACH_TIME}`,
    context,
  );
  return true;
}

/** Whoever leaves while being asked is told how things are. */
async function sayingNothingChanged<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof Interrupted && error.message === '' ? new Interrupted(say.NOT_NOW) : error;
  }
}

function putKey(
  { sealed }: Pick<NewKey, 'sealed'>,
  { recipient, names }: Pin,
  { keyFolder }: Conversion,
): void {
  keyFolder.put({ sealed, recipient, names, howToRead: HOW_TO_READ });
}

/** What was stopped, and what others have put there in clear since. */
async function goOn(pin: Pin, ring: KeyRing, conversion: Conversion, context: EncryptContext): Promise<void> {
  const identity = await context.keys().identity();
  const { counts, left } = await refuseOpenWork('encrypt', conversion, context);
  await alone(pin, ring, conversion, async () => {
    const sealed = ring.pins.keyFor(pin.recipient);
    if (keyStanding(pin.recipient, ring.found(), sealed) === 'gone') {
      if (sealed === undefined) throw keyIsGone(ring.keyFile);
      putKey({ sealed }, pin, conversion);
    }
    const acts = pin.names === 'day' ? conversion.dropActs('telling') : 0;
    if (totalOf(counts) + left > 0)
      return convertAll({ identity, recipient: pin.recipient }, pin, acts, conversion, context);
    tellDone(say.ENCRYPTED_ALREADY, context);
  });
}

async function convertAll(
  pair: KeyPair,
  { names }: Pin,
  acts: number,
  conversion: Conversion,
  context: EncryptContext,
): Promise<void> {
  conversion.dropIndex();
  const key = { ...pair, names, former: [] };
  const converted = await runConversion('encrypt', key, conversion, context);
  // Who began before that has made it anew.
  conversion.dropIndex();
  const late = names === 'day' ? conversion.dropActs('telling') : 0;
  const { others } = await conversion.look('encrypt');
  const telling = names === 'day' ? (await conversion.look('decrypt')).telling : 0;
  const other = await context.otherSide();
  const sentTo = other?.mayBeRead ? other : undefined;
  const remains = { sentTo, repository: conversion.repository(), telling, others, acts: acts + late };
  if (totalOf(converted.counts) > 0 || converted.left.length === 0)
    tellDone(say.encryptedText(converted, remains), context);
  if (converted.left.length > 0) throw refuse.someLeft('encrypt', converted.left.length);
}
