// The places of the texts that an editor is opened on, and the editor for whole entries.
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { disk } from '../adapters/machine/disk.ts';
import type { EntryEditorOptions } from '../adapters/journal/entry-editor.ts';
import type { KeySessions } from '../app/ports/keys.ts';
import type { Editor } from '../app/ports/machine.ts';
import { COPY_ON_DISK } from '../pages/journal/unlock-text.ts';
import type { DraftPlace } from './kept-places.ts';
import { once } from './once.ts';

/** Where the texts lie that an editor is opened on. */
export interface CopyPlaces {
  /** Where new ones go; made where it is missing. */
  readonly fresh: () => Promise<string>;
  /** Where some may have been left. */
  readonly all: () => Promise<readonly string[]>;
  /** Texts in clear may stay there. */
  readonly mayStay: boolean;
}

/** What tells an encrypted journal, and its places. */
export interface SealedPlaces {
  readonly sessions: () => Promise<KeySessions>;
  /** What tells its key from others, by now; undefined for a journal in clear. */
  readonly key: () => string | undefined;
}

/**
 * Those of a journal in clear are kept where drafts are; those of an encrypted one in memory, and on the disk only where no folder is
 * in memory, which is said.
 */
export function copyPlaces(
  drafts: () => DraftPlace,
  { sessions, key }: SealedPlaces,
  say: (text: string) => void,
): CopyPlaces {
  const inDrafts = (): string => drafts().folder;
  const sayIt = once(() => say(`${COPY_ON_DISK}\n`));
  const inMemory = async (): Promise<string | undefined> => (await sessions()).folder;
  return {
    async fresh() {
      // What is left of one journal is not encrypted for another.
      const own = key();
      if (own === undefined) {
        drafts().check();
        return inDrafts();
      }
      const folder = await inMemory();
      if (folder !== undefined) return path.join(folder, own);
      sayIt();
      const place = onDisk();
      // Somebody else may have taken that name.
      return isMadeOwn(place) ? path.join(place, own) : inDrafts();
    },
    async all() {
      const own = key();
      if (own === undefined) return [inDrafts()];
      const folder = await inMemory();
      const place = onDisk();
      return [
        inDrafts(),
        ...(folder === undefined ? [] : [path.join(folder, own)]),
        ...(isOwn(place) ? [path.join(place, own)] : []),
      ];
    },
    get mayStay() {
      return key() === undefined;
    },
  };
}

/** @returns The editor for whole entries. */
export async function nodeEditor(
  places: CopyPlaces,
  { folder, check }: DraftPlace,
  world: Pick<EntryEditorOptions, 'env' | 'codec' | 'leaving'>,
): Promise<Editor> {
  check();
  const { entryEditor } = await import('../adapters/journal/entry-editor.ts');
  return entryEditor({ ...world, folder, disk, places });
}

function onDisk(): string {
  return path.join(tmpdir(), `coach-${process.getuid?.() ?? 'copies'}`);
}

/** Made where it is missing. @returns Whether nobody else can enter it. */
function isMadeOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be: that shows next.
  }
  return isOwn(folder);
}

function isOwn(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    const uid = process.getuid?.();
    return found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o077) === 0));
  } catch {
    return false;
  }
}
