// The history of a journal as a hidden folder in it: acts as small files, and the texts that were replaced.
import { hash } from 'node:crypto';
import path from 'node:path';
import type { Disk, FileToMove } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { JournalHistory, RawFile } from '../../app/ports/history.ts';
import type { ActHead } from '../../domain/history/act.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import { type Now, isoIn } from '../../domain/time/moment.ts';
import { printAct } from '../../formats/history/act-json.ts';
import { actEpoch, actId, actName, readActName } from '../../formats/history/act-name.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { lockedWhile } from '../machine/lock.ts';
import { isOneName, isThere, namesIn, readRegular } from '../machine/regular-file.ts';
import { spareMemory } from '../machine/spare-memory.ts';
import { makeFolder } from '../machine/synced-folders.ts';
import { codeOf, inWords } from '../machine/system-errors.ts';
import { ACTS, HISTORY, seenActs } from './act-files.ts';
import { placesIn } from './entry-place.ts';
import { onDisk } from './journal-files.ts';
import type { JournalPlace } from './journal-place.ts';
import { forgetVersions, prunedVersions, versionPath, versionsIn } from './version-files.ts';

/** Like no hash of a file. */
const UNREADABLE = 'unreadable';

/** Who asks for the hashes of so many files goes through a long act. */
const MANY = 1000;

/** The world that a history is kept in. */
export interface HistoryWorld {
  readonly disk: Disk;
  readonly codec: EntryCodec;
  readonly now: () => Now;
  /** The token of this machine. */
  readonly machine: () => string;
}

/**
 * The history of a journal, in a folder in it that no list looks into. Files are copied there, never linked: an editor that writes
 * into a file would change both.
 */
export function historyFolder(
  place: JournalPlace,
  { disk, codec, now, machine }: HistoryWorld,
): JournalHistory {
  const { folder } = place;
  const placeOf = placesIn(place, codec);
  const placeFor = (file: string, bytes: Uint8Array): string => {
    placeOf(file);
    return path.join(folder, codec.placeFor(file, bytes));
  };
  /** One file of each folder is looked at: none of the folders may be a link. */
  const refuseLinks = (files: readonly string[]): void => {
    for (const one of new Map(files.map((file) => [path.dirname(file), file])).values()) placeOf(one);
  };
  const acts = path.join(folder, HISTORY, ACTS);
  let hashed = 0;
  const actFile = (head: ActHead, part: number): string => {
    const name = actName({ ...head, part });
    placeOf(`${HISTORY}/${ACTS}/${name}`);
    return path.join(acts, name);
  };
  const rawOf = (file: string): RawFile | undefined => {
    const bytes = readRegular(onDisk(folder, file, codec));
    return bytes && history.raw(bytes);
  };
  const history: JournalHistory = {
    machine,
    acts() {
      place.check();
      return seenActs(folder, machine());
    },
    begin(kind, of) {
      const token = machine();
      const { epoch, zone } = now();
      const written = latestOf(
        namesIn(acts).flatMap((name) => readActName(name)?.id ?? []),
        token,
      );
      // A clock may have been put back, and two acts may come within a millisecond. One that was killed before it was written down has
      // left what it kept.
      const isFree = epoch > written;
      const left = isFree ? [] : versionsIn(folder, codec).map(({ act }) => act);
      const id = actId(isFree ? epoch : Math.max(written, latestOf(left, token)) + 1, token);
      return { id, machine: token, kind, at: isoIn(epoch, zone), ...(of !== undefined && { of }) };
    },
    write: (head, changes, part = 1) =>
      disk.create(actFile(head, part), printAct({ at: head.at, of: head.of, changes })),
    withdraw(head, { path: file, part = 1 }) {
      try {
        disk.remove(actFile(head, part));
        if (file !== undefined) forgetVersions(folder, codec, [{ path: file, act: head.id }], disk);
      } catch (error) {
        // By the hashes in it, it shows as one that never happened.
        if (!(error instanceof CoachError)) throw error;
      }
    },
    hash(file) {
      if (++hashed === MANY) spareMemory();
      try {
        return rawOf(file)?.hash;
      } catch (error) {
        if (codeOf(error) === '') throw error;
        // A part of its path may be a file, or a folder that nobody may look into, which is told.
        return isThere(onDisk(folder, file, codec)) ? UNREADABLE : undefined;
      }
    },
    needed(file) {
      try {
        return rawOf(file)?.hash;
      } catch (error) {
        if (codeOf(error) === '') throw error;
        throw unreadableFile(file, codeOf(error));
      }
    },
    async isSame(one, other) {
      const [here, there] = [history.hash(one), history.hash(other)];
      if (here === undefined || there === undefined || here === UNREADABLE || there === UNREADABLE)
        return false;
      if (here === there) return true;
      const [sealed, like] = [rawOf(one), rawOf(other)];
      try {
        const isThere = sealed !== undefined && like !== undefined;
        return isThere && sameBytes(await codec.open(sealed.bytes, one), await codec.open(like.bytes, other));
      } catch (error) {
        if (error instanceof FileMistakes) return false;
        throw error;
      }
    },
    async settle(file) {
      const raw = rawOf(file);
      if (!raw || codec.placeFor(file, raw.bytes) === codec.places(file)[0]) return;
      history.exchange(file, raw.hash, await history.seal(raw.bytes));
    },
    raw: (bytes) => ({ bytes, hash: hashOf(bytes) }),
    seal: async (bytes) => history.raw(await codec.seal(bytes)),
    keep(file, head, like) {
      const raw = like ?? rawOf(file);
      if (!raw) return;
      const version = versionPath({ path: file, act: head.id });
      // An undo that was killed and goes on has kept it already.
      if (rawOf(version)?.hash !== raw.hash) disk.create(placeFor(version, raw.bytes), raw.bytes);
    },
    versions() {
      place.check();
      return versionsIn(folder, codec);
    },
    kept: (version) => rawOf(versionPath(version)),
    async read(version) {
      const raw = rawOf(versionPath(version));
      return raw && codec.open(raw.bytes, version.path);
    },
    exchange(file, was, { bytes }) {
      const raw = rawOf(file);
      if (raw?.hash !== was) return false;
      const [from, to] = [placeOf(file), placeFor(file, bytes)];
      if (from === to) return disk.exchange(from, raw.bytes, bytes);
      // It was not encrypted yet, or is to be no more: the other form is there before this one goes.
      disk.create(to, bytes);
      return disk.remove(from, raw.bytes);
    },
    create(file, { bytes }) {
      if (isThere(placeOf(file))) return false;
      const where = placeFor(file, bytes);
      try {
        disk.create(where, bytes);
        return true;
      } catch (error) {
        if (isThere(where)) return false;
        throw error;
      }
    },
    async addAll(files) {
      const wanted = files.map(({ path: file, file: { bytes } }) => ({
        path: codec.placeFor(file, bytes),
        content: bytes,
      }));
      refuseLinks(files.map((file) => file.path));
      const added = await disk.createAll(folder, wanted);
      place.written();
      return added;
    },
    moveAll(moves, done) {
      refuseLinks(moves.flatMap(({ from, to }) => [from, to]));
      const placed: FileToMove[] = [];
      const free: number[] = [];
      for (const [index, { from, to }] of moves.entries()) {
        const fullFrom = onDisk(folder, from, codec);
        const taken = onDisk(folder, to, codec);
        if (isThere(taken) && !isOneName(fullFrom, taken)) {
          if (isTwin(from, to)) done(index);
          continue;
        }
        free.push(index);
        // A file is moved as it lies.
        const ending = fullFrom.slice(fullFrom.lastIndexOf('.md'));
        placed.push({ from: fullFrom, to: path.join(folder, to.replace(/\.md$/, ending)) });
      }
      disk.moveAll(placed, (at) => done(free[at] ?? 0));
    },
    forget: (versions) => forgetVersions(folder, codec, versions, disk),
    prune({ acts: actsBefore, versions: versionsBefore }) {
      try {
        const old = namesIn(acts).filter((name) => isBefore(readActName(name)?.id, actsBefore));
        for (const name of old) disk.remove(path.join(acts, name));
        forgetVersions(folder, codec, prunedVersions(folder, codec, versionsBefore), disk);
      } catch (error) {
        // What is too old is taken away the next time.
        if (!(error instanceof CoachError)) throw error;
      }
    },
    alone(act) {
      placeOf(`${HISTORY}/${ACTS}/lock`);
      try {
        makeFolder(acts);
      } catch (error) {
        throw inWords(error, acts);
      }
      // Each machine has a lock of its own: one that a synced folder brings along from another would be waited for in vain.
      return lockedWhile(`${acts}-${machine()}`, act);
    },
  };
  /** Takes a file away whose bytes are where it is to go. */
  const isTwin = (from: string, to: string): boolean => {
    const [here, there] = [history.hash(from), history.hash(to)];
    if (here === undefined || here !== there || here === UNREADABLE) return false;
    const raw = rawOf(from);
    return raw?.hash === here && disk.remove(placeOf(from), raw.bytes);
  };
  return history;
}

/** When the latest act of a machine was done, by the ids of some. */
function latestOf(ids: readonly string[], token: string): number {
  return ids
    .filter((id) => id.endsWith(`-${token}`))
    .reduce((latest, id) => Math.max(latest, actEpoch(id) ?? 0), 0);
}

function hashOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex').slice(0, 32);
}

function isBefore(id: string | undefined, epoch: number): boolean {
  const at = id === undefined ? undefined : actEpoch(id);
  return at !== undefined && at < epoch;
}
