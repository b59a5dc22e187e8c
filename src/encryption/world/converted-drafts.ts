// Drafts of sittings that change their form in place: their names tell nothing but an id.
import { holderOf, thisProcess } from '../../adapters/machine/processes.ts';
import { readIfPossible } from '../../adapters/machine/regular-file.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { Sealing } from '../../app/ports/sealing.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { parseDraft } from '../../formats/answers/draft-json.ts';
import { isSealed } from '../../formats/sealing/age-header.ts';
import type { KeptBecause } from '../conversion.ts';
import type { Turning } from './turned-files.ts';

/**
 * Whether a draft is encrypted, and whether a living process holds it, as far as that can be told.
 *
 * @param identity - Opens it.
 */
export async function heldDraft(
  file: string,
  identity: string | undefined,
  sealing: () => Promise<Sealing>,
): Promise<{ readonly isSealed: boolean; readonly isHeld: boolean }> {
  const bytes = readIfPossible(file);
  if (!bytes) return { isSealed: false, isHeld: false };
  const sealed = isSealed(bytes);
  const clear = !sealed || identity === undefined ? bytes : await (await sealing()).open(bytes, identity);
  const draft = typeof clear === 'string' ? undefined : parseDraft(Buffer.from(clear).toString());
  return {
    isSealed: sealed,
    isHeld: draft !== undefined && holderOf(draft.holder, thisProcess()) === 'here',
  };
}

/** @returns Why it stays as it is, or that it has the new form already; undefined where it was turned. */
export async function turnDraft(
  file: string,
  turning: Turning,
  disk: Pick<Disk, 'exchange'>,
): Promise<KeptBecause | 'done' | undefined> {
  const bytes = readIfPossible(file);
  if (bytes === undefined) return 'unreadable';
  // In clear, it may be so already.
  if (turning.ending === '' && !isSealed(bytes)) return 'done';
  return exchanged(file, bytes, turning, disk);
}

/** The same for any file that keeps its name. */
export async function exchanged(
  file: string,
  bytes: Uint8Array,
  turning: Turning,
  disk: Pick<Disk, 'exchange'>,
): Promise<KeptBecause | 'done' | undefined> {
  const clear = await turning.clearOf(bytes);
  if (typeof clear === 'string') return clear;
  const content = await turning.turned(clear);
  const held = await turning.back(content);
  if (!held || !sameBytes(held, clear)) return 'unsure';
  return disk.exchange(file, bytes, content) ? undefined : 'open';
}
