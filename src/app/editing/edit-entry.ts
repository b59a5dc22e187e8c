// An edited text: what it is, and where it goes.
import { barePath, isBare } from '../../domain/entry/bare-name.ts';
import { likelyEncoding, sameBytes, textOrPlace } from '../../domain/text/bytes.ts';
import { editedName, type Entry, entryPath, readEntryName } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { entryNotUtf8 } from '../../pages/journal/entry-file-mistakes.ts';
import { parseEntryFile } from '../journal/parse-entry-file.ts';
import type { EditFiles } from '../history/recorded-edit.ts';

/** What an edited text is. */
export type Edited =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'sound'; readonly entry: Entry }
  | { readonly kind: 'broken'; readonly mistakes: FileMistakes };

/**
 * Understands an edited text. One that no longer calls itself an entry is broken, since it would be one no more.
 *
 * @param path - Of the entry, for what is said about its text.
 *
 * @example
 * await judgeEdit(Uint8Array.of(0x68), Uint8Array.of(0x68), 'a.md') //=> { kind: 'unchanged' }
 */
export async function judgeEdit(original: Uint8Array, edited: Uint8Array, path: string): Promise<Edited> {
  if (sameBytes(original, edited)) return { kind: 'unchanged' };
  try {
    const entry = await parseEntryFile(textOf(edited, path), path, true);
    // It is expected to be one, and so never undefined.
    return entry ? { kind: 'sound', entry } : { kind: 'unchanged' };
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return { kind: 'broken', mistakes: error };
  }
}

/**
 * The text of an entry's file.
 *
 * @throws FileMistakes naming the first character that is not UTF-8.
 *
 * @example
 * textOf(Uint8Array.of(0x68, 0x69), '2026/11/….md') //=> 'hi'
 */
export function textOf(bytes: Uint8Array, path: string): string {
  const read = textOrPlace(bytes);
  if ('text' in read) return read.text;
  throw entryNotUtf8(path, read, likelyEncoding(bytes));
}

/** Where an edited text is now. */
export type Placed =
  | { readonly kind: 'in-place' }
  /** The entry was changed, or is gone, since it was opened; the edited text has a name of its own. */
  | { readonly kind: 'beside'; readonly path: string; readonly isGone: boolean };

/**
 * Puts an edited text in the place of the one that was opened, if that is still what is there; otherwise beside it, under a
 * name that is free. Nothing is overwritten that the person has not seen.
 *
 * @throws CoachError where it cannot be written; nothing was done then.
 *
 * @example
 * await placeEdited('a.md', Uint8Array.of(0x68), Uint8Array.of(0x69), journalOf({ 'a.md': 'h' })) //=> { kind: 'in-place' }
 */
export async function placeEdited(
  path: string,
  original: Uint8Array,
  edited: Uint8Array,
  files: EditFiles,
): Promise<Placed> {
  if (await files.exchange(path, original, edited)) return { kind: 'in-place' };
  const now = await files.bytes(path);
  if (now && sameBytes(now, edited)) return { kind: 'in-place' };
  for (let number = 1; ; number++) {
    const beside = editedName(path, number);
    if (await files.create(beside, edited))
      return { kind: 'beside', path: beside, isGone: now === undefined };
  }
}

/**
 * The path that an entry would have, where an edit made its own say something else. A file that a person named is left with
 * that name.
 *
 * @param before - The entry before the edit; undefined where it could not be understood.
 *
 * @example
 * outgrownName(entryPath(entry), entry, { ...entry, bank: 'note' }) //=> '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'
 */
export function outgrownName(path: string, before: Entry | undefined, after: Entry): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = readEntryName(name);
  if (!named) return undefined;
  const pathOf = isBare(named) ? (entry: Entry): string => barePath(entryPath(entry)) : entryPath;
  const fitting = pathOf(after);
  return fitting.endsWith(`/${name}`) || (before && pathOf(before) === fitting) ? undefined : fitting;
}
