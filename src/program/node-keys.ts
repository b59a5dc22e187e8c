// The key of the journal on this machine, and how its entries lie in their files.
import path from 'node:path';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { sealedCodec } from '../adapters/journal/sealed-codec.ts';
import { foundKey, type FoundKey, IDENTITY } from '../adapters/sealing/key-folder.ts';
import { pinFile } from '../adapters/sealing/pin-file.ts';
import { journalKeys, type KeyWorld } from '../app/keys/journal-keys.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys, KeySessions, Pins } from '../app/ports/keys.ts';
import type { Sealing } from '../app/ports/sealing.ts';
import type { KeyRing } from '../encryption/key-ring.ts';
import type { Inspection, SealedSeen } from '../doctor/inspection.ts';
import type { Pin } from '../domain/entry/key-pin.ts';
import { CoachError } from '../domain/text/errors.ts';
import { KEY_DIFFERS } from '../pages/journal/unlock-text.ts';
import { once } from './once.ts';

/** The part of the world that the key of a journal needs. */
export interface NodeKeyWorld extends Pick<KeyWorld, 'sealing' | 'sessions' | 'prompter' | 'now'> {
  /** The folder of the journal, in full. */
  readonly folder: () => string;
  /** The folder of what this machine remembers. */
  readonly state: string;
  readonly disk: Disk;
  readonly say: (text: string) => void;
}

/** The key of the journal. What it takes is opened on first use. */
export interface NodeKeys {
  readonly pins: Pins;
  readonly world: () => KeyRing;
  readonly keys: () => JournalKeys;
  /** How entries lie in their files. */
  readonly codec: () => EntryCodec;
  /** Said once, where the journal folder no longer holds the key for which something was just written. */
  readonly afterWriting: () => void;
  /** So many entries were come upon that are not encrypted, since this was asked last. */
  readonly takeInClear: () => number;
  /** What doctor goes by. Nobody is asked for the passphrase. */
  readonly inspected: () => Promise<KeysInspected>;
}

/** How entries lie, or that of entries in clear where it cannot be told, and how the key of a journal stands. */
export interface KeysInspected {
  readonly codec: EntryCodec;
  readonly sealed: Inspection['sealed'];
}

export function nodeKeys({ folder, state, disk, say, ...asking }: NodeKeyWorld): NodeKeys {
  const pins = pinFile(state, disk);
  const pin = once(() => pins.of(folder()));
  const found = once(() => foundKey(folder()));
  const kept = (): string | undefined => {
    const pinned = pin();
    return pinned && pins.keyFor(pinned.recipient);
  };
  const world = once((): KeyRing => ({
    ...asking,
    journal: folder(),
    pins,
    found,
    pin,
    hasKey: () => found() !== undefined,
    sealedKey: () => found()?.sealed ?? kept(),
    keptKey: kept,
    keyFile: path.join(folder(), IDENTITY),
  }));
  const keys = once(() => journalKeys(world()));
  const codec = once(() =>
    pin()
      ? sealedCodec({
          folder: folder(),
          keys: keys(),
          sealing: asking.sealing,
          inClear: (name) => void inClear.add(name),
        })
      : plainCodec,
  );
  const inClear = new Set<string>();
  const sayKeyDiffers = once(() => {
    const pinned = pin();
    if (pinned && comparedWith(pinned, found(), kept()) !== 'same') say(`${KEY_DIFFERS}\n`);
  });
  return {
    pins,
    world,
    keys,
    codec,
    afterWriting: sayKeyDiffers,
    takeInClear() {
      const count = inClear.size;
      inClear.clear();
      return count;
    },
    async inspected() {
      try {
        const pinned = pin();
        const isLocked = pinned !== undefined && !(await keys().orWithout(false));
        const seen = pinned && {
          isLocked,
          keyFolder: comparedWith(pinned, found(), kept()),
        };
        return { codec: codec(), sealed: (journal) => (journal === pinned?.journal ? seen : undefined) };
      } catch (error) {
        if (!(error instanceof CoachError)) throw error;
        return { codec: plainCodec, sealed: () => undefined };
      }
    },
  };
}

/** @param kept - The sealed key that this machine keeps. */
function comparedWith(
  { recipient }: Pin,
  there: FoundKey | undefined,
  kept: string | undefined,
): SealedSeen['keyFolder'] {
  if (there?.sealed === undefined) return 'gone';
  const isSame =
    there.recipient === undefined ? there.sealed === kept : there.recipient.recipient === recipient;
  return isSame ? 'same' : 'differs';
}

/** What seals and opens. */
export async function loadSealing(): Promise<Sealing> {
  return (await import('../adapters/sealing/age-sealing.ts')).ageSealing;
}

/** Where journals of this person stay unlocked. */
export async function loadSessions(env: NodeJS.ProcessEnv, now: () => number): Promise<KeySessions> {
  return (await import('../adapters/sealing/session-files.ts')).sessionFiles(env, now);
}
