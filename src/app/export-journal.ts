import { CoachError, FileMistakes } from '../domain/errors.ts';
import { entryAsJson, jsonPieces } from '../formats/entry-json.ts';
import type { Exported, ExportFormat } from '../formats/export-format.ts';
import type { EntryFiles, ExportPlace } from './ports.ts';

/** Called with how many of how many entries are done. */
export type Progress = (done: number, total: number) => void;

/** About so many characters are handed on at once. */
const PIECE = 2 ** 16;

/**
 * A journal as one text, in pieces, so that it is never held as a whole.
 *
 * @param newestFirst - As an index finds them. For programs (JSON) they stay in this order; whoever reads begins with the oldest.
 * @param width - Columns of a line of plain text, at most.
 *
 * @example
 * [...(await exportPieces('json', [], 80, progress))] //=> ['[]\n']
 */
export async function exportPieces(
  format: ExportFormat,
  newestFirst: readonly Exported[],
  width: number,
  progress: Progress,
): Promise<Iterable<string>> {
  const total = newestFirst.length;
  let done = 0;
  const count = (): void => {
    done = Math.min(done + 1, total);
    progress(done, total);
  };
  if (format === 'json') {
    return jsonPieces(newestFirst, ({ entry, path }) => {
      count();
      return entryAsJson(entry, path);
    });
  }
  return gathered(await piecesOf(format, newestFirst, width), count);
}

/** Each format is loaded only where it is asked for. */
async function piecesOf(
  format: Exclude<ExportFormat, 'json'>,
  newestFirst: readonly Exported[],
  width: number,
): Promise<Iterable<string>> {
  switch (format) {
    case 'jsonl':
      return (await import('../formats/export-jsonl.ts')).jsonLines(newestFirst);
    case 'markdown':
      return (await import('../formats/export-markdown.ts')).markdownDocument(newestFirst.toReversed());
    case 'html':
      return (await import('../formats/export-html.ts')).htmlPage(newestFirst.toReversed());
    case 'csv':
      return (await import('../formats/export-csv.ts')).csvRows(newestFirst.toReversed());
    case 'text':
      return (await import('../formats/export-text.ts')).textPages(newestFirst.toReversed(), width);
  }
}

/** The pieces of a text, put together to fewer. */
function* gathered(pieces: Iterable<string>, count: () => void): Generator<string> {
  let gathering = '';
  for (const piece of pieces) {
    count();
    gathering += piece;
    if (gathering.length > PIECE) {
      yield gathering;
      gathering = '';
    }
  }
  yield gathering;
}

/** What an export into a folder did. */
export interface ExportedFiles {
  readonly written: number;
  /** Those that were there already, with the same bytes. */
  readonly same: number;
  /** Those that could not be read any more. */
  readonly unreadable: readonly FileMistakes[];
}

/**
 * Copies the files of entries into a folder, byte for byte, each at its own path. All places are looked at first: unless files may
 * be overwritten, nothing is written where one is taken by other bytes. A file that went away meanwhile is no entry any more.
 *
 * @param over - Files that are there and differ are overwritten.
 * @throws CoachError naming a place that is taken.
 */
export function exportFiles(
  entries: readonly Exported[],
  files: Pick<EntryFiles, 'bytes'>,
  place: ExportPlace,
  { over, progress }: { readonly over: boolean; readonly progress: Progress },
): ExportedFiles {
  const wanted: string[] = [];
  const taken: string[] = [];
  const unreadable: FileMistakes[] = [];
  let same = 0;
  for (const { path } of entries) {
    const bytes = bytesOf(path, files, unreadable);
    const found = bytes && place.look(path, bytes);
    if (found === 'same') same++;
    else if (found !== undefined) wanted.push(path);
    if (found === 'other') taken.push(path);
  }
  if (!over) refuseTaken(taken);
  let written = 0;
  for (const [index, path] of wanted.entries()) {
    const bytes = bytesOf(path, files, unreadable);
    if (bytes) {
      place.writeBelow(path, bytes, over);
      written++;
    }
    progress(index + 1, wanted.length);
  }
  return { written, same, unreadable };
}

function bytesOf(
  path: string,
  files: Pick<EntryFiles, 'bytes'>,
  unreadable: FileMistakes[],
): Uint8Array | undefined {
  try {
    return files.bytes(path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    unreadable.push(error);
    return undefined;
  }
}

function refuseTaken(taken: readonly string[]): void {
  const [first, ...more] = taken;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  throw new CoachError(`files that differ are there already: ${first}${others}`, {
    hint: 'Nothing was written. Overwrite them with --force, or name another folder.',
  });
}
