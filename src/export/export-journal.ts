// The export of a journal: as one text in pieces, or as files copied into a folder.
import type { StoredEntry } from '../domain/entry/entry.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { type ExportFormat, formatRow } from './export-format.ts';
import type { FileToExport } from '../app/ports/disk.ts';
import type { EntryStream, StreamOrder } from '../app/ports/entry-index.ts';
import type { EntryFiles } from '../app/ports/journal.ts';
import type { Progress } from '../app/ports/terminal.ts';
import type { ExportPlace } from '../app/ports/export-place.ts';
import { linksAmong, type LinkingEntry, withLinks } from './front-links.ts';
import { filesTaken } from './written-text.ts';

/** About so many characters are handed on at once. */
const PIECE = 2 ** 16;

/** A journal as one text. */
export interface ExportedText {
  /** Never held as a whole. To be gone through once. */
  readonly pieces: Iterable<string>;
  /** How many entries are in the pieces so far. */
  written(): number;
}

/**
 * A journal as one text, in pieces, so that neither it nor the journal is ever held as a whole.
 *
 * For programs (JSON) the newest entry comes first; whoever reads begins with the oldest.
 *
 * @param width - Columns of a line of plain text, at most.
 *
 * @example
 * const stream = heldStream({ entries: [], unreadable: [] });
 * [...(await exportText('json', stream, 80, () => {})).pieces] //=> ['[]\n']
 */
export async function exportText(
  format: ExportFormat,
  stream: EntryStream,
  width: number,
  progress: Progress,
): Promise<ExportedText> {
  let written = 0;
  const counted = function* counted(order: StreamOrder): Generator<StoredEntry> {
    for (const exported of stream.entries(order)) {
      written++;
      // The last one is told at the end.
      if (written < stream.most) progress(written, stream.most);
      yield exported;
    }
    progress(stream.most, stream.most);
  };
  const pieces = await formatRow(format).pieces({ stream, counted, width });
  return { pieces: gathered(pieces), written: () => written };
}

/** The pieces of a text, put together to fewer. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let gathering = '';
  for (const piece of pieces) {
    gathering += piece;
    if (gathering.length > PIECE) {
      yield gathering;
      gathering = '';
    }
  }
  yield gathering;
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
 * Copies the files of entries into a folder, each at its own path: byte for byte, but for links to the entries that belong to it. All
 * places are looked at first: unless files may be overwritten, nothing is written where one is taken by something else; other links are
 * nothing else. A file that went away meanwhile is no entry any more.
 *
 * @param entries - With their paths below the journal folder. Gone through once.
 * @param over - Files that are there and differ are overwritten.
 * @throws CoachError naming a place that is taken.
 *
 * @example
 * await exportFiles([{ path: 'a.md', entry: { id: 'a', answers: [] } }], oneFile, emptyPlace, { over: false, progress: () => {} })
 * //=> { written: 1, same: 0, unreadable: [] }
 */
export async function exportFiles(
  entries: Iterable<LinkingEntry>,
  files: Pick<EntryFiles, 'bytes'>,
  place: ExportPlace,
  { over, progress }: { readonly over: boolean; readonly progress: Progress },
): Promise<ExportedFiles> {
  const paths: string[] = [];
  const links = linksAmong(noted(entries, paths));
  const linked = async (path: string): Promise<Uint8Array | undefined> => {
    const bytes = await bytesOf(path, files, unreadable);
    return bytes && withLinks(bytes, links.get(path) ?? []);
  };
  const found: { readonly path: string; readonly is: 'nothing' | 'same' | 'like' | 'other' }[] = [];
  const taken: string[] = [];
  const unreadable: FileMistakes[] = [];
  let same = 0;
  let wanted = 0;
  for (const path of paths) {
    // Where nothing is, nothing has to be compared, and the file is read once.
    const isFree = place.isFree(path);
    const bytes = isFree ? undefined : await linked(path);
    const is = isFree ? 'nothing' : bytes && place.look(path, bytes, withoutLinks);
    if (is === undefined) continue;
    if (is === 'same') same++;
    else wanted++;
    if (is === 'other') taken.push(path);
    found.push({ path, is });
  }
  const [first, ...more] = taken;
  if (first !== undefined && !over) throw filesTaken(first, more.length);
  let written = 0;
  const copied = async function* copied(): AsyncGenerator<FileToExport> {
    for (const { path, is } of found) {
      // One whose links alone have changed is overwritten.
      const file = { path, over: over || is === 'like' };
      if (is === 'same') {
        yield file;
        continue;
      }
      const bytes = await linked(path);
      if (!bytes) continue;
      yield { ...file, bytes };
      progress(++written, wanted);
    }
  };
  await place.writeBelow(copied());
  return { written, same, unreadable };
}

function* noted(entries: Iterable<LinkingEntry>, paths: string[]): Generator<LinkingEntry> {
  for (const entry of entries) {
    paths.push(entry.path);
    yield entry;
  }
}

function withoutLinks(bytes: Uint8Array): Uint8Array {
  return withLinks(bytes, []);
}

async function bytesOf(
  path: string,
  files: Pick<EntryFiles, 'bytes'>,
  unreadable: FileMistakes[],
): Promise<Uint8Array | undefined> {
  try {
    return await files.bytes(path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    unreadable.push(error);
    return undefined;
  }
}
