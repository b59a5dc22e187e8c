// The export of a journal: as one text in pieces, or as files in a folder.
import type { StoredEntry } from '../domain/entry/entry.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { formatRow, type TextFormat, type TextWishes } from './export-format.ts';
import type { FileToExport } from '../app/ports/disk.ts';
import type { EntryStream, StreamOrder } from '../app/ports/entry-index.ts';
import type { EntryFiles } from '../app/ports/journal.ts';
import { gathered } from '../formats/text/gathered.ts';
import type { Progress } from '../app/ports/terminal.ts';
import type { ExportPlace } from '../app/ports/export-place.ts';
import type { FilesForm, PlacedFile } from './files-form.ts';
import { filesTaken, folderTaken } from './written-text.ts';

/** A journal as one text. */
export interface ExportedText {
  /** Never held as a whole. To be gone through once, each before the next. */
  readonly pieces: Iterable<Uint8Array>;
  /** How many entries are in the pieces so far. */
  written(): number;
}

/**
 * A journal as one text, in pieces, so that neither it nor the journal is ever held as a whole.
 *
 * For programs (JSON) the newest entry comes first; whoever reads begins with the oldest.
 *
 * @example
 * const stream = heldStream({ entries: [], unreadable: [] });
 * Array.from((await exportText('json', stream, { width: 80, now, isZip: false }, () => {})).pieces, String) //=> ['91,93,10']
 */
export async function exportText(
  format: TextFormat,
  stream: EntryStream,
  how: TextWishes,
  progress: Progress,
): Promise<ExportedText> {
  let written = 0;
  const counting = function* counting<Item>(items: Iterable<Item>): Generator<Item> {
    for (const exported of items) {
      written++;
      // The last one is told at the end.
      if (written < stream.most) progress(written, stream.most);
      yield exported;
    }
    progress(stream.most, stream.most);
  };
  const counted = (order: StreamOrder): Iterable<StoredEntry> => counting(stream.entries(order));
  const inJson = counting(stream.inJson('newest'));
  const pieces = await formatRow(format).pieces({ stream, counted, inJson, ...how });
  return { pieces: gathered(pieces), written: () => written };
}

/** The outcome of an export into a folder. */
export interface ExportedFiles {
  readonly written: number;
  /** Those that were there already, with the same bytes. */
  readonly same: number;
  /** Those that could not be read any more. */
  readonly unreadable: readonly FileMistakes[];
}

/**
 * Writes entries as files into a folder. All places are looked at first: unless files may be overwritten, nothing is written where
 * one is taken by something else. A file that went away meanwhile is no entry any more.
 *
 * @param over - Files that are there and differ are overwritten.
 * @throws CoachError naming a place that is taken; a folder cannot be overwritten.
 *
 * @example
 * const form = linkedFiles([{ path: 'a.md', entry: { id: 'a', answers: [] } }]);
 * await exportFiles(form, oneFile, emptyPlace, { over: false, progress: () => {} })
 * //=> { written: 1, same: 0, unreadable: [] }
 */
export async function exportFiles(
  form: FilesForm,
  files: Pick<EntryFiles, 'bytes'>,
  place: ExportPlace,
  { over, progress }: { readonly over: boolean; readonly progress: Progress },
): Promise<ExportedFiles> {
  const unreadable: FileMistakes[] = [];
  const found: { readonly file: PlacedFile; readonly is: ReturnType<ExportPlace['look']> }[] = [];
  const taken: string[] = [];
  let same = 0;
  let wanted = 0;
  for (const file of form.files) {
    // Where nothing is, nothing has to be compared, and the file is read once.
    const isFree = place.isFree(file.to);
    const bytes = isFree ? undefined : await contentOf(file, form, files, unreadable);
    const is = isFree ? 'nothing' : bytes && place.look(file.to, bytes, form.bare);
    if (is === undefined) continue;
    if (is === 'folder') throw folderTaken(file.to);
    if (is === 'same') same++;
    else wanted++;
    if (is === 'other') taken.push(file.to);
    found.push({ file, is });
  }
  const [first, ...more] = taken;
  if (first !== undefined && !over) throw filesTaken(first, more.length);
  let written = 0;
  const made = async function* made(): AsyncGenerator<FileToExport> {
    for (const { file, is } of found) {
      // One of which only that has changed which coach adds is overwritten.
      const target = { path: file.to, over: over || is === 'like' };
      if (is === 'same') {
        yield target;
        continue;
      }
      const bytes = await contentOf(file, form, files, unreadable);
      if (!bytes) continue;
      yield { ...target, bytes };
      progress(++written, wanted);
    }
  };
  await place.writeBelow(made());
  return { written, same, unreadable };
}

async function contentOf(
  file: PlacedFile,
  { content }: FilesForm,
  files: Pick<EntryFiles, 'bytes'>,
  unreadable: FileMistakes[],
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await files.bytes(file.path);
    return bytes && (await content(file, bytes));
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    unreadable.push(error);
    return undefined;
  }
}
