// A new passphrase and a new key, with the recovery key typed back.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Sealing } from '../../app/ports/sealing.ts';
import type { Context } from '../../cli/context.ts';
import type { KeyPair } from '../../domain/entry/key-pin.ts';
import { isoIn } from '../../domain/time/moment.ts';
import { printIdentity } from '../../formats/sealing/key-file.ts';
import { readSpokenWords, spokenWords } from '../../formats/sealing/spoken-words.ts';
import * as say from '../new-key-text.ts';
import { isTypedBack, workFactor } from '../recovery-key.ts';

/** So often something is asked for again. */
const TRIES = 3;

const WORDS = 6;

/** A new key, and the text of the file that holds its identity. */
export interface NewKey {
  readonly pair: KeyPair;
  readonly sealed: string;
  readonly shown: say.Shown;
}

/** What it is asked for. */
type Purpose = Parameters<typeof say.notTaken>[0];

/**
 * Makes a key. Nothing of it is kept anywhere by then.
 *
 * @param file - Holds the passphrase; otherwise it is asked for.
 * @throws CoachError where the passphrase or the recovery key was not typed back.
 */
export async function askNewKey(
  file: string | undefined,
  purpose: Purpose,
  prompter: Prompter,
  context: Context,
): Promise<NewKey> {
  const sealing = await context.sealing();
  const { passphrase, isOffered } =
    file === undefined
      ? await askPassphrase(purpose, prompter, context)
      : { passphrase: passphraseIn(file, context), isOffered: false };
  const pair = await sealing.newKey();
  const sealed = await sealPair(pair, passphrase, sealing, context);
  await askTypedBack(pair.identity, purpose, prompter);
  return { pair, sealed, shown: { words: isOffered, recovery: true } };
}

/** The text of the file that holds an identity. */
export async function sealPair(
  pair: KeyPair,
  passphrase: string,
  sealing: Sealing,
  { clock }: Pick<Context, 'clock'>,
): Promise<string> {
  const { epoch, zone } = clock();
  const identity = new TextEncoder().encode(printIdentity(pair, isoIn(epoch, zone)));
  try {
    return await sealing.sealWithPassphrase(identity, passphrase, await workFactor(sealing));
  } catch (error) {
    if (error instanceof RangeError) throw say.noMemoryForKey();
    throw error;
  }
}

/** The first line of a file. */
function passphraseIn(file: string, context: Context): string {
  const [passphrase = ''] = context.readInput(file).split(/\r?\n/, 1);
  const complaint = say.passphraseComplaint(passphrase);
  if (complaint !== undefined) throw say.poorPassphraseFile(file, complaint);
  return passphrase;
}

/** A passphrase that was given twice. */
export interface GivenPassphrase {
  readonly passphrase: string;
  /** It is the six words, which stand on the screen. */
  readonly isOffered: boolean;
}

/** Six words that are made here, or what somebody types twice. */
export async function askPassphrase(
  purpose: Purpose,
  prompter: Prompter,
  { random }: Pick<Context, 'random'>,
): Promise<GivenPassphrase> {
  const words = spokenWords(WORDS, random);
  prompter.say(say.offeredWords(words));
  for (let left = TRIES; left > 0; left--) {
    const own = await prompter.secret(say.ASK_OWN);
    if (own === '') return { passphrase: await askWords(words, purpose, prompter), isOffered: true };
    const complaint = say.passphraseComplaint(own);
    if (complaint !== undefined) prompter.say(complaint);
    else if ((await prompter.secret(say.ASK_AGAIN)) === own) return { passphrase: own, isOffered: false };
    else prompter.say(say.NOT_THE_SAME);
  }
  throw say.notTaken(purpose);
}

async function askWords(words: string, purpose: Purpose, prompter: Prompter): Promise<string> {
  for (let left = TRIES; left > 0; left--) {
    const typed = await prompter.secret(say.ASK_WORDS);
    if (readSpokenWords(typed) === words) return words;
    prompter.say(say.NOT_THE_WORDS);
  }
  throw say.notTaken(purpose);
}

async function askTypedBack(identity: string, purpose: Purpose, prompter: Prompter): Promise<void> {
  prompter.say(say.recoveryText(identity));
  for (let left = TRIES; left > 0; left--) {
    if (isTypedBack(await prompter.line(say.ASK_TYPED_BACK), identity)) return;
    if (left > 1) prompter.say(say.NOT_TYPED_BACK);
  }
  throw say.notTaken(purpose);
}
