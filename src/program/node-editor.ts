// The places of the texts that an editor is opened on, and the editor for whole entries.
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { disk } from '../adapters/machine/disk.ts';
import type { EntryEditorOptions } from '../adapters/journal/entry-editor.ts';
import type { KeySessions } from '../app/ports/keys.ts';
import type { Editor } from '../app/ports/machine.ts';
import { COPY_ON_DISK } from '../pages/journal/unlock-text.ts';
import { cannotPutAside } from '../pages/machine/file-refusals.ts';
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

/**
 * Those of a journal in clear are kept where drafts are; those of an encrypted one in memory, and on the disk only where no folder is
 * in memory, which is said.
 *
 * @param sessions - Undefined for a journal in clear.
 */
export function copyPlaces(
  drafts: () => DraftPlace,
  sessions: (() => Promise<KeySessions>) | undefined,
  say: (text: string) => void,
): CopyPlaces {
  const inDrafts = (): string => drafts().folder;
  if (!sessions)
    return {
      fresh() {
        drafts().check();
        return Promise.resolve(inDrafts());
      },
      all: () => Promise.resolve([inDrafts()]),
      mayStay: true,
    };
  const sayIt = once(() => say(`${COPY_ON_DISK}\n`));
  const inMemory = async (): Promise<string | undefined> => (await sessions()).folder;
  return {
    async fresh() {
      const folder = await inMemory();
      if (folder !== undefined) return folder;
      sayIt();
      return privateFolder(onDisk());
    },
    async all() {
      const folder = await inMemory();
      const onTheDisk = onDisk();
      return [
        inDrafts(),
        ...(folder === undefined ? [] : [folder]),
        ...(isOwn(onTheDisk) ? [onTheDisk] : []),
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

/** @throws CoachError where it is somebody else's, or open to others. */
function privateFolder(folder: string): string {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be: that shows next.
  }
  if (!isOwn(folder)) throw cannotPutAside(folder, undefined);
  return folder;
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
