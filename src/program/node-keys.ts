// The key of the journal on this machine, and how its entries lie in their files.
import path from 'node:path';
import { codecByNow } from '../adapters/journal/codec-by-now.ts';
import { removeIndex } from '../adapters/journal/index-place.ts';
import { sealedEntry } from '../adapters/journal/journal-place.ts';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { sealedCodec } from '../adapters/journal/sealed-codec.ts';
import { readOrRefuse } from '../adapters/machine/regular-file.ts';
import type { Folders } from '../adapters/machine/platform-folders.ts';
import { formerKeys, foundKey, IDENTITY, OFFERED, offeredKey } from '../adapters/sealing/key-folder.ts';
import { pinFile, shortOf } from '../adapters/sealing/pin-file.ts';
import { journalKeys, type KeyWorld } from '../app/keys/journal-keys.ts';
import { keyStanding } from '../app/keys/key-standing.ts';
import type { Pin } from '../domain/entry/key-pin.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys, KeySessions, Pins } from '../app/ports/keys.ts';
import type { Sealing } from '../app/ports/sealing.ts';
import type { Conversion } from '../encryption/conversion.ts';
import type { KeyRing } from '../encryption/key-ring.ts';
import type { Inspection } from '../doctor/inspection.ts';
import { CoachError } from '../domain/text/errors.ts';
import { KEY_DIFFERS } from '../pages/journal/unlock-text.ts';
import { keysWhenAsked } from './keys-when-asked.ts';
import { indexFolder } from './kept-places.ts';
import { once } from './once.ts';

/** The part of the world that the key of a journal needs. */
export interface NodeKeyWorld extends Pick<KeyWorld, 'sealing' | 'sessions' | 'prompter' | 'now'> {
  /** The folder of the journal, in full. */
  readonly folder: () => string;
  readonly folders: Pick<Folders, 'state' | 'cache'>;
  readonly disk: Disk;
  readonly say: (text: string) => void;
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
  /** The same for what begins now: this command may have encrypted the journal itself. */
  readonly codecAnew: () => EntryCodec;
  /** Turns the files of a journal from one form into the other. */
  readonly conversion: (folder: string) => Promise<Conversion>;
  /** What tells the key of the journal from others, looked at anew; undefined for one in clear. */
  readonly shortKey: () => string | undefined;
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

export function nodeKeys({ folder, folders, disk, say, ...asking }: NodeKeyWorld): NodeKeys {
  const { state, cache } = folders;
  const pins = pinFile(state, disk);
  let seen: { readonly pin: Pin | undefined } | undefined;
  const pinByNow = (): Pin | undefined => (seen = { pin: pins.of(folder()) }).pin;
  const pin = (): Pin | undefined => (seen ? seen.pin : pinByNow());
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
    sealedKey() {
      const pinned = pin();
      const there = found();
      // Somebody else may have put another key there.
      const isOther = pinned !== undefined && there?.recipient?.recipient !== pinned.recipient;
      return isOther ? (kept() ?? there?.sealed) : (there?.sealed ?? kept());
    },
    keptKey: kept,
    sample() {
      const file = sealedEntry(folder());
      return file === undefined ? undefined : readOrRefuse(file);
    },
    formerKeys: () => formerKeys(folder()),
    offered: () => offeredKey(state, folder()),
    dropOffered: () => void disk.remove(path.join(state, OFFERED)),
    keyFile: path.join(folder(), IDENTITY),
  }));
  const keys = once(() =>
    keysWhenAsked(() => journalKeys(world()), { pin, hasKey: () => found() !== undefined }),
  );
  const sealed = once(() =>
    sealedCodec({
      folder: folder(),
      keys: keys(),
      sealing: asking.sealing,
      inClear: (name) => void inClear.add(name),
    }),
  );
  const codecFor = (found: Pin | undefined): EntryCodec => (found ? sealed() : plainCodec);
  const codec = once(() => codecByNow(codecFor(pin()), () => codecFor(pinByNow())));
  const inClear = new Set<string>();
  const sayKeyDiffers = once(() => {
    const pinned = pin();
    if (pinned && keyStanding(pinned.recipient, foundKey(folder()), kept()) !== 'same')
      say(`${KEY_DIFFERS}\n`);
  });
  return {
    pins,
    world,
    keys,
    pinned: () => pin() && keys(),
    codec,
    codecAnew: () => codecFor(pinByNow()),
    async conversion(journal) {
      const { journalConversion } = await import('../encryption/world/journal-conversion.ts');
      return journalConversion({
        journal,
        drafts: [path.join(state, 'drafts'), path.join(journal, '.drafts')],
        state,
        disk,
        sealing: asking.sealing,
        dropIndex() {
          for (const isEncrypted of [false, true]) removeIndex({ folder: indexFolder(cache, isEncrypted) });
        },
      });
    },
    shortKey() {
      const pinned = pinByNow();
      return pinned && shortOf(pinned.recipient);
    },
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
          keyFolder: keyStanding(pinned.recipient, found(), kept()),
        };
        return { codec: codec(), sealed: (journal) => (journal === pinned?.journal ? seen : undefined) };
      } catch (error) {
        if (!(error instanceof CoachError)) throw error;
        return { codec: plainCodec, sealed: () => undefined };
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
