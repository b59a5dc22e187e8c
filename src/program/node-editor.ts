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

/** What the places of an encrypted journal depend on. */
export interface SealedPlaces {
  readonly sessions: () => Promise<KeySessions>;
  /** What tells its key from others. */
  readonly key: string;
}

/**
 * Those of a journal in clear are kept where drafts are; those of an encrypted one in memory, and on the disk only where no folder is
 * in memory, which is said.
 *
 * @param sealed - Undefined for a journal in clear.
 */
export function copyPlaces(
  drafts: () => DraftPlace,
  sealed: SealedPlaces | undefined,
  say: (text: string) => void,
): CopyPlaces {
  const inDrafts = (): string => drafts().folder;
  if (!sealed)
    return {
      fresh() {
        drafts().check();
        return Promise.resolve(inDrafts());
      },
      all: () => Promise.resolve([inDrafts()]),
      mayStay: true,
    };
  const { sessions, key } = sealed;
  const sayIt = once(() => say(`${COPY_ON_DISK}\n`));
  // What is left of one journal is not encrypted for another.
  const within = (folder: string): string => path.join(folder, key);
  const inMemory = async (): Promise<string | undefined> => (await sessions()).folder;
  return {
    async fresh() {
      const folder = await inMemory();
      if (folder !== undefined) return within(folder);
      sayIt();
      const place = onDisk();
      // Somebody else may have taken that name.
      return isMadeOwn(place) ? within(place) : inDrafts();
    },
    async all() {
      const folder = await inMemory();
      const place = onDisk();
      return [
        inDrafts(),
        ...(folder === undefined ? [] : [within(folder)]),
        ...(isOwn(place) ? [within(place)] : []),
      ];
    },
    mayStay: false,
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
