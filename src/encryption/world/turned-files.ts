// Files that are turned into their other form, which is read back before the old one goes.
import { rmdirSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import { numberedName } from '../../domain/entry/entry.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { readRegular } from '../../adapters/machine/regular-file.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import type { KeptBecause } from '../conversion.ts';
import type { FoundFile } from './found-files.ts';

/** A way to turn files, by what is in them. */
export interface Turning {
  /** The entry in a file of the old form; why it cannot be had; `done` for one that has the new form already. */
  clearOf(file: Uint8Array): Promise<Uint8Array | KeptBecause | 'done'>;
  /** The file of the new form. */
  turned(clear: Uint8Array): Promise<Uint8Array>;
  /** The entry in a file of the new form; undefined where it is none. */
  back(file: Uint8Array): Promise<Uint8Array | undefined>;
  /** What the file of the new form is called above the adapters. */
  pathOf(path: string, clear: Uint8Array): Promise<string>;
  /** What its name ends in after that. */
  readonly ending: string;
}

/** What became of some files. */
export interface Turned {
  done(file: Pick<FoundFile, 'kind' | 'place'>): void;
  left(file: FoundFile, because: KeptBecause): void;
  /** It has the new form already. */
  passed(file: FoundFile): void;
  /** What it said differs from what is there under its name: it has this path now. */
  copied(path: string): void;
}

/** A file and what it is to become. */
interface Change {
  readonly file: FoundFile;
  readonly bytes: Uint8Array;
  readonly clear: Uint8Array;
  /** Below the root of the file. */
  readonly target: string;
}

type Writing = Pick<Disk, 'createAll' | 'removeAll'>;

/**
 * Turns some files that have the same root.
 *
 * @throws CoachError where one cannot be written; those that could be are turned all the same.
 */
export async function turnFiles(
  files: readonly FoundFile[],
  turning: Turning,
  tell: Turned,
  disk: Writing,
): Promise<void> {
  const [first] = files;
  if (!first) return;
  const { root } = first;
  const read = await Promise.all(files.map(async (file) => readFile(file, turning)));
  const changes: Change[] = [];
  const made: { readonly path: string; readonly content: Uint8Array }[] = [];
  const claimed = new Set<string>();
  for (const [at, file] of files.entries()) {
    const one = read[at];
    if (one === undefined) continue;
    if (one === 'done') tell.passed(file);
    else if (typeof one === 'string') tell.left(file, one);
    else {
      const { target, isThere } = await freeTarget(one.path, one.clear, root, turning, claimed);
      claimed.add(target);
      changes.push({ file, bytes: one.bytes, clear: one.clear, target });
      if (!isThere) made.push({ path: target, content: one.content });
    }
  }
  const failure = await failureOf(() => disk.createAll(root, made));
  await settle(changes, turning, tell, disk, failure === undefined);
  if (failure !== undefined) throw failure;
}

/** The old ones go where the new ones hold the same. */
async function settle(
  changes: readonly Change[],
  turning: Turning,
  tell: Turned,
  disk: Writing,
  areAllWritten: boolean,
): Promise<void> {
  const sure = await Promise.all(
    changes.map(async ({ file, clear, target }) => {
      const there = bytesAt(path.join(file.root, target));
      // Those after one that could not be written are not there yet.
      if (there === undefined && !areAllWritten) return undefined;
      const held = there === undefined || there === 'odd' ? undefined : await turning.back(there);
      return held !== undefined && sameBytes(held, clear);
    }),
  );
  const going = changes.filter((_, at) => sure[at] === true);
  const gone = new Set<Change>();
  const failure = await failureOf(async () =>
    disk.removeAll(
      going.map(({ file, bytes }) => ({ file: file.place, expected: bytes })),
      (at) => {
        const change = going[at];
        if (change) gone.add(change);
      },
    ),
  );
  for (const [at, change] of changes.entries()) {
    const { file, target } = change;
    if (sure[at] === false) tell.left(file, 'unsure');
    if (!gone.has(change)) continue;
    tell.done(file);
    const wanted = await wantedPath(file, change.clear, turning);
    if (target !== `${wanted}${turning.ending}`) tell.copied(target);
    if (file.kind === 'version') dropEmpty(file);
  }
  if (failure !== undefined) throw failure;
}

async function failureOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Undefined for one that went away. */
async function readFile(
  file: FoundFile,
  turning: Turning,
): Promise<
  | {
      readonly bytes: Uint8Array;
      readonly clear: Uint8Array;
      readonly path: string;
      readonly content: Uint8Array;
    }
  | KeptBecause
  | 'done'
  | undefined
> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readRegular(file.place);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return 'unreadable';
  }
  // Under a name that is no text nothing is found.
  if (!bytes) return file.place.includes('\ufffd') ? 'unreadable' : undefined;
  const clear = await turning.clearOf(bytes);
  if (typeof clear === 'string') return clear;
  const [content, wanted] = await Promise.all([turning.turned(clear), wantedPath(file, clear, turning)]);
  return { bytes, clear, path: wanted, content };
}

/** A version is called after its act, in a folder that is called after its entry. */
async function wantedPath(
  { path: file, entry }: FoundFile,
  clear: Uint8Array,
  turning: Turning,
): Promise<string> {
  if (entry === undefined) return turning.pathOf(file, clear);
  return `${await turning.pathOf(entry, clear)}/${path.posix.basename(file)}`;
}

/** Where the new form goes: where nothing is, or the same. */
async function freeTarget(
  wanted: string,
  clear: Uint8Array,
  root: string,
  turning: Turning,
  claimed: ReadonlySet<string>,
): Promise<{ readonly target: string; readonly isThere: boolean }> {
  for (let number = 0; ; number++) {
    const target = `${numberedName(wanted, number)}${turning.ending}`;
    if (claimed.has(target)) continue;
    const there = bytesAt(path.join(root, target));
    if (there === undefined) return { target, isThere: false };
    const held = there === 'odd' ? undefined : await turning.back(there);
    if (held && sameBytes(held, clear)) return { target, isThere: true };
  }
}

/** `odd` is something that cannot be read: nothing that was made here. */
function bytesAt(place: string): Uint8Array | 'odd' | undefined {
  try {
    return readRegular(place);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return 'odd';
  }
}

/** Takes the folder of a version away, and those above it, where nothing is in them any more. */
function dropEmpty({ root, place }: FoundFile): void {
  for (let folder = path.dirname(place); folder.length > root.length; folder = path.dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      // Something else is in it.
      return;
    }
  }
}
