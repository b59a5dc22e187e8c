// The key of the journal on this machine, and how its entries lie in their files.
import path from 'node:path';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { sealedCodec } from '../adapters/journal/sealed-codec.ts';
import { foundKey, IDENTITY } from '../adapters/sealing/key-folder.ts';
import { pinFile } from '../adapters/sealing/pin-file.ts';
import { journalKeys, type KeyWorld } from '../app/keys/journal-keys.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys, KeySessions, Pins } from '../app/ports/keys.ts';
import type { Sealing } from '../app/ports/sealing.ts';
import type { KeyRing } from '../encryption/key-ring.ts';
import { CoachError } from '../domain/text/errors.ts';
import { keysWhenAsked } from './keys-when-asked.ts';
import { once } from './once.ts';

/** The part of the world that the key of a journal needs. */
export interface NodeKeyWorld extends Pick<KeyWorld, 'sealing' | 'sessions' | 'prompter' | 'now'> {
  /** The folder of the journal, in full. */
  readonly folder: () => string;
  /** The folder of what this machine remembers. */
  readonly state: string;
  readonly disk: Disk;
}

/** The key of the journal. What it takes is opened on first use. */
export interface NodeKeys {
  readonly pins: Pins;
  readonly world: () => KeyRing;
  readonly keys: () => JournalKeys;
  /** The same where the journal is encrypted, as far as this machine knows. @throws CoachError where that cannot be told. */
  readonly pinned: () => JournalKeys | undefined;
  /** How entries lie in their files. */
  readonly codec: () => EntryCodec;
  /** The same, or that of entries in clear where it cannot be told: doctor names why. */
  readonly soundCodec: () => EntryCodec;
}

export function nodeKeys({ folder, state, disk, ...asking }: NodeKeyWorld): NodeKeys {
  const pins = pinFile(state, disk);
  const pin = once(() => pins.of(folder()));
  const found = once(() => foundKey(folder()));
  const world = once((): KeyRing => ({
    ...asking,
    journal: folder(),
    pins,
    found,
    pin,
    hasKey: () => found() !== undefined,
    sealedKey() {
      const pinned = pin();
      return found()?.sealed ?? (pinned && pins.keyFor(pinned.recipient));
    },
    keyFile: path.join(folder(), IDENTITY),
  }));
  const keys = once(() =>
    keysWhenAsked(() => journalKeys(world()), { pin, hasKey: () => found() !== undefined }),
  );
  const codec = once(() =>
    pin() ? sealedCodec({ folder: folder(), keys: keys(), sealing: asking.sealing }) : plainCodec,
  );
  return {
    pins,
    world,
    keys,
    pinned: () => pin() && keys(),
    codec,
    soundCodec() {
      try {
        return codec();
      } catch (error) {
        if (!(error instanceof CoachError)) throw error;
        return plainCodec;
      }
    },
  };
}

/** What seals and opens. */
export async function loadSealing(): Promise<Sealing> {
  return (await import('../adapters/sealing/age-sealing.ts')).ageSealing;
}

/** Where journals of this person stay unlocked. */
export async function loadSessions(env: NodeJS.ProcessEnv, now: () => number): Promise<KeySessions> {
  return (await import('../adapters/sealing/session-files.ts')).sessionFiles(env, now);
}
