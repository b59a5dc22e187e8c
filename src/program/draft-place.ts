// The folder of drafts: with this machine's state, or with a journal that is on another device.
import { statSync } from 'node:fs';
import path from 'node:path';
import { checkFolder } from '../adapters/journal/journal-folder.ts';

export interface DraftPlace {
  readonly folder: string;
  /** Refuses to write there when that would make anew a journal folder that is gone. */
  readonly check: () => void;
}

/**
 * Drafts are kept with this machine's state, unless the journal is on another device: then they go with it, so that nothing
 * of it stays behind.
 */
export function draftPlace(
  { folder, configured }: { readonly folder: string; readonly configured: boolean },
  state: string,
): DraftPlace {
  return deviceOf(folder) === deviceOf(state)
    ? { folder: path.join(state, 'drafts'), check: () => undefined }
    : { folder: path.join(folder, '.drafts'), check: () => void checkFolder(folder, configured) };
}

/** The device of a folder, or of the nearest one above it that is there. */
export function deviceOf(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  return found ? found.dev : deviceOf(path.dirname(place));
}
