// The folder of the journal, and what is looked at before anything is read or written there.
import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Memory } from '../../app/ports/machine.ts';
import * as refuse from '../../pages/journal/journal-refusals.ts';
import { keyIsUnknown } from '../../pages/journal/lock-refusals.ts';
import { codeOf } from '../machine/system-errors.ts';
import { foundKey, KEY_FOLDER } from '../sealing/key-folder.ts';
import { SEALED } from '../../domain/entry/entry.ts';

/** The folder of the journal. */
export interface JournalPlace {
  readonly folder: string;
  /**
   * @returns Whether it is there. The platform's own folder may be missing until the first entry.
   * @throws CoachError where a folder that the person named is gone, or has lost all that was in it; where it is a file; where
   *   a newer coach has encrypted it; and where its key is not known here.
   */
  check(): boolean;
  /** Remembers that there are entries. */
  written(): void;
}

/**
 * The folder of the journal.
 *
 * @param configured - The person named it: then it is never made anew when it is gone, and never begun anew when it is empty: it
 *   may be the folder on which a disk is to be mounted.
 */
export function journalPlace(
  folder: string,
  configured: boolean,
  memory: Pick<Memory, 'hasEntries' | 'noteEntries'>,
  isPinned: (folder: string) => boolean,
): JournalPlace {
  return {
    folder,
    check() {
      const isHere = checkFolder(folder, isPinned);
      if (!configured) return isHere;
      if (!isHere) throw refuse.journalIsGone(folder);
      if (isEmpty(folder) && memory.hasEntries(folder)) throw refuse.journalIsEmpty(folder);
      return true;
    },
    written() {
      if (configured) memory.noteEntries(folder, true);
    },
  };
}

/** Takes a folder as it is now, with entries or without. @throws CoachError where it cannot be a journal. */
export function acceptJournal(folder: string, memory: Pick<Memory, 'noteEntries'>): void {
  // Whoever has not unlocked it yet can name it before.
  memory.noteEntries(folder, checkFolder(folder, () => true) && !isEmpty(folder));
}

function checkFolder(folder: string, isPinned: (folder: string) => boolean): boolean {
  const found = seenFolder(folder);
  if (!found) return false;
  if (!found.isDirectory()) throw refuse.journalIsFile(folder);
  const names = namesOf(folder);
  const hasKey = names.includes(KEY_FOLDER);
  if (hasKey && foundKey(folder)?.isNewer === true) throw refuse.journalIsNewer(folder);
  if ((hasKey || sealedIn(folder, names) !== undefined) && !isPinned(folder)) throw keyIsUnknown();
  return true;
}

function seenFolder(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw refuse.unreadableFolder(folder, codeOf(error), error);
  }
}

/** One of the encrypted entries in the newest month that has any, in full; undefined where it has none. */
export function sealedEntry(folder: string): string | undefined {
  return sealedIn(folder, namesOf(folder));
}

/** What only writes does not look through the folders. */
function sealedIn(folder: string, inFolder: readonly string[]): string | undefined {
  const newestFirst = (names: readonly string[], isOne: RegExp): readonly string[] =>
    names
      .filter((name) => isOne.test(name))
      .toSorted()
      .toReversed();
  for (const year of newestFirst(inFolder, /^\d{4}$/)) {
    for (const month of newestFirst(namesOf(path.join(folder, year)), /^\d{2}$/)) {
      const names = namesOf(path.join(folder, year, month));
      const sealed = names.find((name) => name.endsWith(SEALED));
      if (names.length > 0) return sealed && path.join(folder, year, month, sealed);
    }
  }
  return undefined;
}

/** None where they cannot be told: whoever reads there says so. */
function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** As a folder is on which no disk is mounted. */
function isEmpty(folder: string): boolean {
  return namesOf(folder).every((name) => name.startsWith('.') || name === 'lost+found');
}
