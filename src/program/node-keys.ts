// The key of the journal on this machine, and how its entries lie in their files.
import path from 'node:path';
import { removeIndex } from '../adapters/journal/index-place.ts';
import { sealedEntry } from '../adapters/journal/journal-place.ts';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { sealedCodec } from '../adapters/journal/sealed-codec.ts';
import { readOrRefuse } from '../adapters/machine/regular-file.ts';
import type { Folders } from '../adapters/machine/platform-folders.ts';
import { formerKeys, foundKey, IDENTITY } from '../adapters/sealing/key-folder.ts';
import { pinFile } from '../adapters/sealing/pin-file.ts';
import { journalKeys, type KeyWorld } from '../app/keys/journal-keys.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys, KeySessions, Pins } from '../app/ports/keys.ts';
import type { Sealing } from '../app/ports/sealing.ts';
import type { Conversion } from '../encryption/conversion.ts';
import type { KeyRing } from '../encryption/key-ring.ts';
import { CoachError } from '../domain/text/errors.ts';
import { indexFolder } from './kept-places.ts';
import { once } from './once.ts';

/** The part of the world that the key of a journal needs. */
export interface NodeKeyWorld extends Pick<KeyWorld, 'sealing' | 'sessions' | 'prompter' | 'now'> {
  /** The folder of the journal, in full. */
  readonly folder: () => string;
  readonly folders: Pick<Folders, 'state' | 'cache'>;
  readonly disk: Disk;
}

/** The key of the journal. What it takes is opened on first use. */
export interface NodeKeys {
  readonly pins: Pins;
  readonly world: () => KeyRing;
  readonly keys: () => JournalKeys;
  /** How entries lie in their files. */
  readonly codec: () => EntryCodec;
  /** Turns the files of a journal from one form into the other. */
  readonly conversion: (folder: string) => Promise<Conversion>;
  /** The same, or that of entries in clear where it cannot be told: doctor names why. */
  readonly soundCodec: () => EntryCodec;
}

export function nodeKeys({ folder, folders, disk, ...asking }: NodeKeyWorld): NodeKeys {
  const { state, cache } = folders;
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
      const there = found();
      const kept = pinned && pins.keyFor(pinned.recipient);
      // Somebody else may have put another key there.
      const isOther = pinned !== undefined && there?.recipient?.recipient !== pinned.recipient;
      return isOther ? (kept ?? there?.sealed) : (there?.sealed ?? kept);
    },
    sample() {
      const file = sealedEntry(folder());
      return file === undefined ? undefined : readOrRefuse(file);
    },
    formerKeys: () => formerKeys(folder()),
    keyFile: path.join(folder(), IDENTITY),
  }));
  const keys = once(() => journalKeys(world()));
  const codec = once(() =>
    pin() ? sealedCodec({ folder: folder(), keys: keys(), sealing: asking.sealing }) : plainCodec,
  );
  return {
    pins,
    world,
    keys,
    codec,
    async conversion(journal) {
      const { journalConversion } = await import('../encryption/world/journal-conversion.ts');
      return journalConversion({
        journal,
        drafts: [path.join(state, 'drafts'), path.join(journal, '.drafts')],
        state,
        disk,
        sealing: asking.sealing,
        dropIndex: () => removeIndex({ folder: indexFolder(cache) }),
      });
    },
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
