// The entries that are in the journal already, as far as an import has to know them.
import type { JournalFiles } from '../app/ports/journal-files.ts';
import { pathIn, readEntryName } from '../domain/entry/entry.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import type { Day } from '../domain/time/day.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { type ForeignEntry, NOTE, sourceFileLine } from './foreign-entry.ts';

/** Entries of a folder by what their names tell. */
export interface KnownEntries {
  /** Their paths by their ids. */
  readonly ids: ReadonlyMap<string, string>;
  /** The paths of those that came from elsewhere, or may have, by their days. */
  readonly notes: ReadonlyMap<Day, readonly string[]>;
}

/**
 * The entries of a folder. Names tell their ids; of files that a person has named, the first lines do.
 *
 * @example
 * (await knownIn(files)).ids.get('k3x8m2p9qa') //=> '2026/11/2026-11-22-091405-member-k3x8m2p9qa.md'
 */
export async function knownIn(files: JournalFiles): Promise<KnownEntries> {
  const ids = new Map<string, string>();
  const notes = new Map<Day, string[]>();
  for (const { path: folder, names } of files.folders()) {
    for (const name of names) {
      const path = pathIn(folder, name);
      const said = readEntryName(name);
      const id = said?.id ?? idIn(await textOf(path, files));
      if (id !== undefined) ids.set(id, path);
      if (said?.bank !== NOTE.bank) continue;
      const ofDay = notes.get(said.day);
      if (ofDay) ofDay.push(path);
      else notes.set(said.day, [path]);
    }
  }
  return { ids, notes };
}

/** The id that a file gives itself, however another editor has written it. */
function idIn(text: string): string | undefined {
  const front = splitEntry(text)?.front.join('\n') ?? '';
  return /^["']?id["']?[ \t]*:[ \t]*["']?([\w-]+)/m.exec(front)?.[1];
}

/** Whether a note of the same day came from the same file. Of one that has another day now, nothing is known. */
export type IsOfKnownFile = (foreign: Pick<ForeignEntry, 'sourceFile'>, day: Day) => Promise<boolean>;

/**
 * Tells the files of which the journal holds a note. Of each day that is asked for, the notes are read once.
 *
 * @example
 * await knownFiles(new Map(), files)({ sourceFile: 'Daily/2026-11-22.md' }, '2026-11-22') //=> false
 */
export function knownFiles(notes: KnownEntries['notes'], files: JournalFiles): IsOfKnownFile {
  const linesOf = new Map<Day, ReadonlySet<string>>();
  return async ({ sourceFile }, day) => {
    if (sourceFile === undefined) return false;
    const lines = linesOf.get(day) ?? (await sourceLines(notes.get(day) ?? [], files));
    linesOf.set(day, lines);
    return lines.has(sourceFileLine(sourceFile));
  };
}

async function sourceLines(paths: readonly string[], files: JournalFiles): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  for (const path of paths) {
    const [line] = /^source-file: .*$/m.exec(await textOf(path, files)) ?? [];
    if (line !== undefined) lines.add(line);
  }
  return lines;
}

async function textOf(path: string, files: JournalFiles): Promise<string> {
  try {
    await files.prepare([path]);
    return files.read(path) ?? '';
  } catch (error) {
    if (error instanceof FileMistakes) return '';
    throw error;
  }
}
