// The key of a journal: whether it is there, and how it is had.
import { type KeySession, USUAL_SESSION } from '../../domain/entry/key-session.ts';
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';
import * as refuse from '../../pages/journal/lock-refusals.ts';
import * as say from '../../pages/journal/unlock-text.ts';
import type { JournalKeys, KeySessions, KeyState } from '../ports/keys.ts';
import type { Prompter } from '../ports/prompter.ts';
import type { Sealing } from '../ports/sealing.ts';
import { openKey } from './open-key.ts';

/** What is asked of the world for the key of one journal. */
export interface KeyWorld {
  /** Undefined where this machine has none for it. */
  pin(): Pin | undefined;
  /** Whether the journal holds a key, whosesoever. */
  hasKey(): boolean;
  /** The text of the sealed identity: that of the journal, or what this machine has kept of it. Undefined where both are gone. */
  sealedKey(): string | undefined;
  /** What this machine has kept of it, where that may be another. */
  keptKey?(): string | undefined;
  /** Where the first of these is. */
  readonly keyFile: string;
  sessions(): Promise<KeySessions>;
  sealing(): Promise<Sealing>;
  /** Undefined where nobody can be asked. */
  prompter(): Promise<Prompter | undefined>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** So often a passphrase may be wrong. */
const TRIES = 3;

/**
 * The key of a journal. What was once had is held until the program ends.
 *
 * @example
 * await journalKeys(noKeys).state() //=> 'plain'
 */
export function journalKeys(world: KeyWorld): JournalKeys {
  let held: string | undefined;
  let isWithout = false;
  const inSession = async (): Promise<string | undefined> => {
    const pin = world.pin();
    if (held !== undefined || !pin) return held;
    const sessions = await world.sessions();
    const session = sessions.find(pin.recipient);
    if (!session) return undefined;
    sessions.renew(pin.recipient, { ...session, used: world.now() });
    return (held = session.identity);
  };
  const state = async (): Promise<KeyState> => {
    if (!world.pin()) return world.hasKey() ? 'unknown' : 'plain';
    return (await inSession()) === undefined ? 'locked' : 'unlocked';
  };
  const pinned = (): Pin => {
    const pin = world.pin();
    if (!pin) throw refuse.keyIsUnknown();
    return pin;
  };
  /** @returns Undefined where the person leaves the field empty. */
  const asked = async (prompter: Prompter, question: string): Promise<string | undefined> => {
    const { recipient } = pinned();
    const typed = await askForKey(prompter, question, world);
    if (!typed) return undefined;
    if (typed.recipient !== recipient) throw refuse.keyIsAnother(typed.recipient, recipient);
    await beginSession(typed, USUAL_SESSION, world);
    return (held = typed.identity);
  };
  const found = async (): Promise<string> => {
    const known = await inSession();
    if (known !== undefined) return known;
    pinned();
    const prompter = isWithout ? undefined : await world.prompter();
    const typed = prompter && (await asked(prompter, say.ASK_PASSPHRASE));
    if (typed === undefined) throw refuse.journalIsLocked();
    return typed;
  };
  // Files are opened together, and all of them need it at once. Whoever did not give it is not asked again.
  let finding: Promise<string> | undefined;
  return {
    state,
    pin: () => world.pin(),
    recipient: () => pinned().recipient,
    identity: () => (finding ??= found()),
    async orWithout(ask) {
      const now = await state();
      if (now === 'unknown') throw refuse.keyIsUnknown();
      if (now !== 'locked') return true;
      const prompter = ask ? await world.prompter() : undefined;
      isWithout = !prompter || (await asked(prompter, say.ASK_OR_WITHOUT)) === undefined;
      return !isWithout;
    },
    get isWithout() {
      return isWithout;
    },
  };
}

/**
 * Asks for the passphrase of a journal, again where it is wrong.
 *
 * @returns Undefined where the person leaves the field empty.
 * @throws CoachError where it was wrong too often, and where there is no key that it could open.
 *
 * @example
 * await askForKey(nobody, 'Passphrase:', noKeys) //=> undefined
 */
export async function askForKey(
  prompter: Prompter,
  question: string,
  world: Pick<KeyWorld, 'sealedKey' | 'keptKey' | 'keyFile' | 'sealing'>,
): Promise<KeyPair | undefined> {
  const sealing = await world.sealing();
  for (let left = TRIES; left > 0; left--) {
    const typed = await prompter.secret(question);
    if (typed === '') return undefined;
    const opened = await tryKey(typed, world, sealing);
    if (opened) return opened;
    if (left > 1) prompter.say(say.WRONG);
  }
  throw refuse.wrongPassphrase();
}

/**
 * Tries a passphrase.
 *
 * @returns Undefined for a wrong one.
 * @throws CoachError where there is no key that it could open.
 *
 * @example
 * await tryKey('pair evolve', { ...noKeys, sealedKey: () => 'sealed' }, sealing) //=> undefined
 */
export async function tryKey(
  passphrase: string,
  { sealedKey, keptKey, keyFile }: Pick<KeyWorld, 'sealedKey' | 'keptKey' | 'keyFile'>,
  sealing: Sealing,
): Promise<KeyPair | undefined> {
  const sealed = sealedKey();
  if (sealed === undefined) throw refuse.keyIsGone(keyFile);
  const opened = await openKey(sealed, passphrase, sealing);
  if (typeof opened !== 'string') return opened;
  // Whoever can write to the journal folder can put another key there.
  const kept = keptKey?.();
  const second = kept === undefined || kept === sealed ? opened : await openKey(kept, passphrase, sealing);
  if (typeof second !== 'string') return second;
  if (opened === 'other') return undefined;
  throw refuse.keyCannotBeUsed(keyFile, opened);
}

/**
 * Lets a journal stay unlocked for a while.
 *
 * @param lasts - Without being used, in milliseconds.
 *
 * @example
 * (await beginSession({ identity: 'AGE-SECRET-KEY-1X', recipient: 'age1x' }, 60_000, noKeys)).lasts //=> 60_000
 */
export async function beginSession(
  { identity, recipient }: KeyPair,
  lasts: number,
  { sessions, now }: Pick<KeyWorld, 'sessions' | 'now'>,
): Promise<KeySession> {
  const made = now();
  const session = { identity, made, used: made, lasts };
  await (await sessions()).begin(recipient, session);
  return session;
}
