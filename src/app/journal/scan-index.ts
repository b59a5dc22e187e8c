// Finding entries by reading every file, all at once or one after the other.
import { readEntryName, type Entry, pathIn } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { rawMayMatch, type RawText, rawText, mayMatch } from '../../formats/entry/raw-entry.ts';
import { heldStream, isHeld, type EntryMark, entryMark, type EntryReader, streamOf } from './entry-stream.ts';
import type { Query } from '../../domain/search/query.ts';
import { folderTexts } from './folder-texts.ts';
import { gather } from './gather-entries.ts';
import { newestEntries } from './newest-entries.ts';
import { type EntryIndex, type Found, NOTHING_FOUND, type EntryStream } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';
import { openScan, type Scan } from './scan-open.ts';
import { peekHead } from '../../formats/entry/peek-head.ts';
import { needsYaml, parseEntryNow, type YamlReader } from './parse-entry-file.ts';

/** So many files of a stream are held at once. */
const FILES_HELD = 50;

/** After so many files a key that was pressed is heard. */
const FILES_AT_ONCE = 100;

/**
 * Finds entries without any index on disk: every file is read, and only what a quick look at its text does not rule out is
 * understood. Nothing of the journal is kept anywhere.
 *
 * @example
 * (await scanIndex(files).find({ about: 'D.' })).entries.length //=> 2
 */
export function scanIndex(files: JournalFiles): EntryIndex {
  const scan = async (queries: readonly Query[], signal?: AbortSignal): Promise<readonly Found[]> => {
    const breathe = breather(signal);
    const scans = queries.map((query) => scanFor(query, files));
    for (const { path: folder, names } of files.folders()) {
      // The newest first: with a limit, what is older need not be understood.
      for await (const some of folderTexts(folder, names.toReversed(), files)) {
        for (const { path, name, text } of some) {
          if (signal && (await breathe())) return scans.map(({ found }) => found());
          const file = { path, name, text: typeof text === 'string' ? rawText(text) : text };
          for (const { see } of scans) {
            const reading = see(file);
            if (reading) await reading;
          }
        }
      }
    }
    for (const { end } of scans) await end?.();
    return scans.map(({ found }) => found());
  };
  const find: EntryIndex['find'] = async (query, signal) => (await scan([query], signal))[0] ?? NOTHING_FOUND;
  return {
    newest: (query) => newestEntries(files, query),
    find,
    async findEach(queries, newest = []) {
      const found = [...(await scan(queries))];
      for (const query of newest) found.push(await newestEntries(files, query));
      return found;
    },
    stream: async (query) => (isHeld(query) ? heldStream(await find(query)) : scanStream(files, query)),
  };
}

/** Understands what a quick look does not rule out. */
function scanFor(query: Query, files: JournalFiles): Scan {
  if (query.open) return openScan(query, files);
  const gathering = gather(files, query);
  return {
    see({ name, path, text }) {
      if (text instanceof FileMistakes) gathering.refuse(text);
      else if (text && !isOlder(text, gathering.oldest()) && rawMayMatch(text, query))
        return gathering.read(path, text.text, readEntryName(name) !== undefined);
      return undefined;
    },
    found: gathering.found,
  };
}

/** A quick look at where an entry stands among others. */
function isOlder({ instant }: RawText, than: number): boolean {
  return than > -Infinity && (instant() ?? Infinity) < than;
}

/** Lets others have a turn now and then, where somebody may change their mind. @returns Whether they have. */
function breather(signal: AbortSignal | undefined): () => Promise<boolean> {
  let read = 0;
  return async () => {
    if (!signal || read++ % FILES_AT_ONCE > 0) return false;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return signal.aborted;
  };
}

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
    atOnce: FILES_HELD,
    read: (marks) =>
      inFolders(marks.map(({ path }) => path)).flatMap(({ folder, names }) =>
        files.texts(folder, names).map((text, index) => {
          const path = pathIn(folder, names[index] ?? '');
          const found = typeof text === 'string' ? understood(text, path, yaml) : text;
          return found instanceof FileMistakes || !found ? found : { entry: found };
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
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    return parseEntryNow(text, path, isNamed, yaml);
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
