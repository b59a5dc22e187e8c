// A stream of entries from files alone.
import { type Entry, pathIn, readEntryName } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';
import { peekHead } from '../../formats/entry/peek-head.ts';
import { mayMatch } from '../../formats/entry/raw-entry.ts';
import { type EntryMark, entryMark, type EntryReader, streamOf } from './entry-stream.ts';
import { folderTexts } from './folder-texts.ts';
import { needsYaml, parseEntryNow, type YamlReader } from './parse-entry-file.ts';
import type { EntryStream } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/**
 * A stream of the entries of a journal that has no index. Every file is looked at for where its entry belongs, and those that
 * may match are read again in their order.
 *
 * @example
 * (await scanStream(files, {})).most //=> 2
 */
export async function scanStream(files: JournalFiles, query: Query): Promise<EntryStream> {
  const marks: EntryMark[] = [];
  const refused: FileMistakes[] = [];
  let yaml: YamlReader | undefined;
  for (const { path: folder, names } of files.folders()) {
    for await (const some of folderTexts(folder, names, files)) {
      for (const { path, text } of some) {
        if (text instanceof FileMistakes) refused.push(text);
        else if (text !== undefined && mayMatch(text, query)) {
          const head = peekHead(text);
          if (!head && !yaml && needsYaml(text)) {
            yaml = (await import('../../formats/entry/front-matter-yaml.ts')).readYamlFrontMatter;
          }
          const known = head ?? understood(text, path, yaml);
          if (known instanceof FileMistakes) refused.push(known);
          else if (known) marks.push(entryMark(known, path));
        }
      }
    }
  }
  return streamOf(marks, query, refused, files, () => fileReader(files, yaml));
}

/**
 * Reads entries from their files, those of one folder together.
 *
 * @param yaml - Loaded where any of them needs it.
 *
 * @example
 * fileReader(files, undefined).read([]) //=> []
 */
export function fileReader(
  files: JournalFiles,
  yaml: YamlReader | undefined,
): EntryReader<Pick<EntryMark, 'path'>> {
  return {
    read: (marks) =>
      inFolders(marks.map(({ path }) => path)).flatMap(({ folder, names }) =>
        files.texts(folder, names).map((text, index) => {
          const path = pathIn(folder, names[index] ?? '');
          return typeof text === 'string' ? understood(text, path, yaml) : text;
        }),
      ),
    close: () => undefined,
  };
}

function understood(
  text: string,
  path: string,
  yaml: YamlReader | undefined,
): Entry | FileMistakes | undefined {
  try {
    return parseEntryNow(
      text,
      path,
      readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined,
      yaml,
    );
  } catch (error) {
    if (error instanceof FileMistakes) return error;
    throw error;
  }
}

/** Neighbours that are in the same folder, put together. */
function inFolders(
  paths: readonly string[],
): readonly { readonly folder: string; readonly names: readonly string[] }[] {
  const folders: { readonly folder: string; readonly names: string[] }[] = [];
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(end, 0));
    const name = path.slice(end + 1);
    const last = folders.at(-1);
    if (last?.folder === folder) last.names.push(name);
    else folders.push({ folder, names: [name] });
  }
  return folders;
}
