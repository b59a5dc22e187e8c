import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { shortOf } from '../../src/adapters/sealing/pin-file.ts';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import type { Sealing } from '../../src/app/ports/sealing.ts';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import { printIdentity, printRecipient } from '../../src/formats/sealing/key-file.ts';
import { printSession } from '../../src/formats/sealing/session-json.ts';
import { printPins } from '../../src/formats/sealing/pins-json.ts';
import { memorySessions } from '../app/memory-sessions.ts';
import { journalOf, NOON, put } from './coach.ts';

/** Opens the key of `sealHome`. */
export const PASSPHRASE = 'pair evolve fortune roof draft length';

/** So low that a test need not wait. */
const LOW = 1;

/** As coach seals, but for passphrases, which need no time. */
export const quickSealing: Sealing = {
  ...ageSealing,
  sealWithPassphrase: (bytes, passphrase) => ageSealing.sealWithPassphrase(bytes, passphrase, LOW),
  timeOf: () => Promise.resolve(0),
};

/** A journal that is encrypted, and where it stays unlocked. */
export interface SealedHome {
  readonly key: KeyPair;
  readonly sessions: KeySessions;
  readonly unlock: () => Promise<void>;
  readonly lock: () => void;
}

/** Makes the journal of a home an encrypted one, which is unlocked; as on a machine that knows its key. */
export async function sealHome(home: string, names: 'day' | 'whole' = 'day'): Promise<SealedHome> {
  const journal = path.join(home, 'data/journal');
  const key = await ageSealing.newKey();
  const identity = Buffer.from(printIdentity(key, '2026-11-22T09:14:05+01:00'));
  const sealed = await ageSealing.sealWithPassphrase(identity, PASSPHRASE, LOW);
  put(path.join(journal, '.key/identity.age'), sealed);
  put(path.join(journal, '.key/recipients'), printRecipient({ recipient: key.recipient, names }));
  const pin = { journal, recipient: key.recipient, names, since: '2026-11-22' } as const;
  put(path.join(home, 'state/keys.json'), printPins([pin]));
  const sessions = memorySessions(() => NOON);
  const unlock = (): Promise<void> =>
    sessions.begin(key.recipient, { identity: key.identity, made: NOON, used: NOON, lasts: 1 });
  await unlock();
  return { key, sessions, unlock, lock: () => void sessions.end(key.recipient) };
}

/** Puts an entry into an encrypted journal, encrypted by itself: the same text becomes other bytes each time. */
export async function putSealed(
  home: string,
  { key }: SealedHome,
  file: string,
  text: string,
): Promise<string> {
  return put(
    path.join(journalOf(home), `${file}.age`),
    await ageSealing.seal(Buffer.from(text), key.recipient),
  );
}

/**
 * Unlocks a journal for programs that are run, in a folder of a person's own that is in memory. Nobody has to take it away by and by: it
 * goes with the folder.
 */
export function putSession(runtime: string, { identity, recipient }: KeyPair): void {
  const now = Date.now();
  const session = printSession({ identity, made: now, used: now, lasts: 3_600_000 });
  const folder = path.join(runtime, 'coach');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, `${shortOf(recipient)}.session`), session, { mode: 0o600 });
}
