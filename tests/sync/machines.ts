import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { historyFolder } from '../../src/adapters/journal/history-folder.ts';
import { plainCodec } from '../../src/adapters/journal/plain-codec.ts';
import { sealedCodec } from '../../src/adapters/journal/sealed-codec.ts';
import { disk } from '../../src/adapters/machine/disk.ts';
import { keepingOf } from '../../src/app/history/keeping.ts';
import type { JournalHistory } from '../../src/app/ports/history.ts';
import type { JournalKeys } from '../../src/app/ports/keys.ts';
import type { Sealing } from '../../src/app/ports/sealing.ts';
import { syncOnce, type Synced, type SyncPorts, type SyncWishes } from '../../src/sync/sync-once.ts';
import type { SyncStop } from '../../src/sync/sync-stop.ts';
import { syncedFolder } from '../../src/sync/world/synced-folder.ts';
import { BERLIN, NOON } from '../cli/coach.ts';
import { type MemoryRemote, memoryRepository, type Refs } from './memory-remote.ts';

/** A machine with a journal of its own, and the other side that it shares. */
export interface Machine {
  readonly name: string;
  /** The folder of its journal. */
  readonly folder: string;
  readonly refs: Refs;
  /** The recipient that it knows, where its journal is encrypted. */
  pinned: string | undefined;
}

export function newMachine(home: string, name: string, pinned?: string): Machine {
  const folder = path.join(home, name);
  mkdirSync(folder, { recursive: true });
  return { name, folder, refs: {}, pinned };
}

export const RECIPIENT = `age1${'q'.repeat(58)}`;

/** Nothing of what a sync does asks for the key. */
const keysFor = (recipient: string, journal: string): JournalKeys => {
  const refuse = (): never => {
    throw new Error('a sync asked for the key');
  };
  return {
    state: refuse,
    pin: () => ({ journal, recipient, names: 'whole', since: '2026-11-22' }),
    recipient: () => recipient,
    identity: refuse,
    former: refuse,
    orWithout: refuse,
    isWithout: false,
  };
};

/** Seals as the simulation does. */
const notHiding: Sealing = {
  ...ageSealing,
  seal: (bytes) =>
    Promise.resolve(Buffer.concat([Buffer.from('age-encryption.org/v1\n-> X25519 \n\n'), bytes])),
};

let readings = 0;
/** A clock that is put ahead and back, within an hour. */
const wandering = () => ({ epoch: NOON + ((++readings * 1_234_567) % 3_600_000), zone: BERLIN });

/** The history of a machine, by the real adapters. */
export function historyOf({ name, folder, pinned }: Machine): JournalHistory {
  const codec =
    pinned === undefined
      ? plainCodec
      : sealedCodec({
          folder,
          keys: keysFor(pinned, folder),
          sealing: () => Promise.resolve(notHiding),
        });
  const machine = (): string => Buffer.from(name.padEnd(4)).toString('hex').slice(0, 8);
  const place = { folder, check: () => true, written: () => undefined };
  return historyFolder(place, { disk, codec, now: wandering, machine });
}

export function portsOf(machine: Machine, remote: MemoryRemote): SyncPorts {
  const { folder, pinned } = machine;
  const history = historyOf(machine);
  const codec = {
    ...plainCodec,
    nameOf: pinned === undefined ? plainCodec.nameOf : (file: string) => file.replace(/\.age$/, ''),
  };
  return {
    repository: memoryRepository(remote, machine.refs),
    folder: syncedFolder({
      folder,
      marks: `${folder}.marks`,
      codec,
      disk,
      offered: `${folder}.offered`,
      raw: (bytes) => history.raw(bytes),
    }),
    history,
    keeping: keepingOf(),
    now: NOON,
    progress: () => undefined,
    pinned,
    mayBeRead: true,
    keptTwice: () => undefined,
  };
}

export function sync(machine: Machine, remote: MemoryRemote, wishes: SyncWishes = {}): Promise<Synced> {
  return syncOnce(wishes, portsOf(machine, remote));
}

/** The state in which a sync stops. */
export function stopped(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'not stopped',
    (error: SyncStop) => error.state ?? String(error),
  );
}
