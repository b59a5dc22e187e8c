// The trash: entries moved there and back, and taken away for ever.
import { sameBytes } from '../../domain/text/bytes.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import type { ActHead, FileChange } from '../../domain/history/act.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { BATCH, freeNames, moveRecorded } from '../history/recorded-moves.ts';
import type { JournalHistory } from '../ports/history.ts';
import type { EntryFiles } from '../ports/journal.ts';

/** A file of the journal or of its trash that was chosen, and what it says, where that could be understood. */
export interface ChosenFile {
  readonly path: string;
  readonly entry: Entry | undefined;
  /** Where other files hold the same bytes: they are the same entry. */
  readonly twins?: readonly string[];
}

/** A file that was moved: where it is now, and where it was to be. */
export interface Moved {
  readonly file: ChosenFile;
  readonly path: string;
  readonly wanted: string;
}

/** A move that is planned: the file itself, or another that holds the same bytes. */
interface PlannedMove {
  readonly change: Extract<FileChange, { readonly kind: 'move' }>;
  readonly file: ChosenFile;
}

/**
 * Moves files, each with those that hold the same bytes, as one act that can be undone. Where a name is taken by other bytes, a number
 * in brackets makes another; where the same bytes are there already, they are the file.
 *
 * @param wanted - Where a file is to go.
 * @param done - Called for each that is moved. What was moved stays so when a later one cannot be.
 *
 * @example
 * const moved = [];
 * const { history } = recorderOf(journalOf({ 'a.md': 'A' }));
 * await moveFiles([{ path: 'a.md' }], { kind: 'delete', wanted: trashPath }, history, ({ path }) => moved.push(path));
 * moved //=> ['trash/a.md']
 */
export async function moveFiles(
  chosen: readonly ChosenFile[],
  { kind, wanted }: { readonly kind: 'delete' | 'restore'; readonly wanted: (path: string) => string },
  history: JournalHistory,
  done: (moved: Moved) => void,
): Promise<void> {
  let head: ActHead | undefined;
  for (let at = 0, part = 1; at < chosen.length; at += BATCH) {
    await history.alone(async () => {
      const planned = await planMoves(chosen.slice(at, at + BATCH), wanted, history);
      if (planned.length > 0) {
        head ??= history.begin(kind);
        const changes = planned.map(({ change }) => change);
        moveRecorded(head, changes, part, history, (index) => {
          const { change, file } = planned[index] ?? {};
          if (change && file && change.from === file.path)
            done({ file, path: change.to, wanted: wanted(file.path) });
        });
        part++;
      }
    });
  }
}

/** What has gone away is passed over. */
async function planMoves(
  chosen: readonly ChosenFile[],
  wanted: (path: string) => string,
  history: Pick<JournalHistory, 'hash' | 'needed' | 'isSame'>,
): Promise<readonly PlannedMove[]> {
  const nameFor = freeNames(history);
  const planned = new Map<string, PlannedMove>();
  const named = new Map(chosen.map((file) => [file.path, file]));
  for (const file of chosen) {
    const hash = history.needed(file.path);
    if (hash === undefined) continue;
    const moving = new Map([[file.path, hash]]);
    for (const twin of file.twins ?? []) {
      const its = history.hash(twin);
      // The same entry may lie in its files in two ways, where these are encrypted.
      if (its !== undefined && (await history.isSame(file.path, twin))) moving.set(twin, its);
    }
    for (const [from, its] of moving)
      if (!planned.has(from)) {
        const change = { kind: 'move', from, to: nameFor(wanted(from), its), hash: its } as const;
        planned.set(from, { change, file: named.get(from) ?? file });
      }
  }
  return [...planned.values()];
}

async function holdsSame(path: string, bytes: Uint8Array, files: EntryFiles): Promise<boolean> {
  try {
    const there = await files.bytes(path);
    return there !== undefined && sameBytes(there, bytes);
  } catch (error) {
    // A folder of that name, or a file that may not be read.
    if (error instanceof CoachError) return false;
    throw error;
  }
}

/** Those of the other files that hold the same bytes as the one at a path, down to the last. */
async function twinsOf({ path, twins = [] }: ChosenFile, files: EntryFiles): Promise<readonly string[]> {
  const bytes = twins.length === 0 ? undefined : await files.bytes(path);
  if (bytes === undefined) return [];
  const same: string[] = [];
  for (const twin of twins) if (await holdsSame(twin, bytes, files)) same.push(twin);
  return same;
}

/**
 * Takes files away for ever, each with those that hold the same bytes.
 *
 * @param done - Called for each, and for a link with the place of the text that stays where it led.
 *
 * @example
 * const removed = [];
 * await removeFiles([{ path: 'a.md' }], journalOf({ 'a.md': 'A' }), ({ path }) => removed.push(path));
 * removed //=> ['a.md']
 */
export async function removeFiles(
  chosen: readonly ChosenFile[],
  files: EntryFiles,
  done: (file: ChosenFile, stays: string | undefined) => void,
): Promise<void> {
  for (const file of chosen) {
    const twins = await twinsOf(file, files);
    // What it leads to may go with it, as one of its twins.
    for (const twin of twins) await files.remove(twin);
    const stays = files.leadsTo(file.path);
    if (await files.remove(file.path)) done(file, stays);
  }
}
