// The command coach keys, and those below it that change nothing in entries.
import { askForKey } from '../../app/keys/journal-keys.ts';
import { keyStanding } from '../../app/keys/key-standing.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Context } from '../../cli/context.ts';
import type { Pin } from '../../domain/entry/key-pin.ts';
import { LONGEST_SESSION } from '../../domain/entry/key-session.ts';
import { clockTime, isoIn, parseAt } from '../../domain/time/moment.ts';
import { keyIsAnother } from '../../pages/journal/lock-refusals.ts';
import { ASK_PASSPHRASE } from '../../pages/journal/unlock-text.ts';
import { HOW_TO_READ } from '../how-to-read.ts';
import type { EncryptionContext, KeyRing } from '../key-ring.ts';
import * as say from '../keys-text.ts';
import { recoveryText, stillOnScreen } from '../new-key-text.ts';
import { askPassphrase, sealPair } from './ask-new-key.ts';
import { isOwner } from './ask-owner.ts';
import { pinned } from './pinned.ts';
import { fitting, tellDone } from './run-conversion.ts';

type KeysContext = Context & EncryptionContext;

/** What this computer knows of the key. Nothing has to be opened for it. */
export async function showKeys(context: KeysContext): Promise<void> {
  const ring = context.keyWorld();
  const conversion = await context.conversion();
  const pin = ring.pin();
  const unused = ring.pins.unused();
  const { terminal } = context;
  if (!pin) return terminal.out(`${fitting(say.noKeyText(unused), context)}\n`);
  const { counts: plain } = await conversion.look('encrypt');
  const until = await unlockedUntil(pin, ring, context);
  const inJournal = keyStanding(pin.recipient, ring.found(), ring.pins.keyFor(pin.recipient));
  const isOffered = ring.offered() !== undefined;
  const text = say.keyText({ pin, until, inJournal, plain, isOffered, unused });
  terminal.out(`${fitting(text, context)}\n`);
}

async function unlockedUntil(
  { recipient }: Pin,
  ring: KeyRing,
  { clock }: Context,
): Promise<string | undefined> {
  const session = (await ring.sessions()).find(recipient);
  if (!session) return undefined;
  const { zone } = clock();
  const at = parseAt(isoIn(Math.min(session.used + session.lasts, session.made + LONGEST_SESSION), zone));
  return at && clockTime(at);
}

/** Somebody at a terminal. */
export async function somebody(act: 'show' | 'change', context: Context): Promise<Prompter> {
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAskKey(act);
  return prompter;
}

/** Wraps the same key anew. */
export async function changePassphrase(context: KeysContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const { recipient, names } = pin;
  const prompter = await somebody('change', context);
  const identity = await context.keys().identity();
  if (!(await isOwner(pin, prompter, ring))) return context.terminal.err(`${say.NOT_ACCEPTED}\n`);
  const { passphrase, isOffered } = await askPassphrase('changed', prompter, context);
  const sealed = await sealPair({ identity, recipient }, passphrase, await context.sealing(), context);
  const { keyFolder } = await context.conversion();
  keyFolder.put({ sealed, recipient, names, howToRead: HOW_TO_READ });
  ring.pins.keepKey(recipient, sealed);
  const reminder = stillOnScreen({ words: isOffered, recovery: false });
  tellDone([say.PASSPHRASE_CHANGED, ...(reminder === undefined ? [] : [reminder])].join('\n'), context);
}

/** Shows the recovery key again, to whoever has the passphrase: an open terminal is not enough. */
export async function showRecovery(context: KeysContext): Promise<void> {
  const ring = context.keyWorld();
  const pin = pinned(ring);
  const prompter = await somebody('show', context);
  const pair = await askForKey(prompter, ASK_PASSPHRASE, ring);
  if (!pair) return;
  if (pair.recipient !== pin.recipient) throw keyIsAnother(pair.recipient, pin.recipient);
  prompter.say(recoveryText(pair.identity));
  tellDone(`${stillOnScreen({ words: false, recovery: true })}`, context);
}

export interface ForgetKeysOptions {
  readonly yes?: true;
}

/** Takes away what is kept of keys that no journal has any more. */
export async function forgetKeys({ yes }: ForgetKeysOptions, context: KeysContext): Promise<void> {
  const { terminal } = context;
  const { pins } = context.keyWorld();
  const count = pins.unused();
  if (count === 0) return terminal.err(`${say.NO_UNUSED}\n`);
  terminal.err(`${say.beforeForgetting(count)}\n`);
  if (!yes) {
    const prompter = await context.prompter();
    if (!prompter) throw say.nobodyToAskKey('forget');
    const typed = await prompter.line(say.ASK_FORGET);
    if (typed.trim().toLowerCase() !== 'forget') return terminal.err(`${say.NOT_FORGOTTEN}\n`);
  }
  pins.forgetUnused();
  tellDone(say.forgottenKeys(count), context);
}
