// Names of files when their entries are encrypted, and when they are in clear again.
import { parseEntryFile } from '../app/journal/parse-entry-file.ts';
import { barePath, isBare } from '../domain/entry/bare-name.ts';
import { type EntryMoments, entryPath, readEntryName } from '../domain/entry/entry.ts';
import { CoachError } from '../domain/text/errors.ts';
import { peekHead } from '../formats/entry/peek-head.ts';

/** What an entry says of itself that its name says, too. */
type Named = Pick<EntryMoments, 'id' | 'at'> & { readonly bank: string };

/**
 * The path under which an entry is kept whose file is to tell its day alone. Where the name cannot be made again from what the entry
 * says, or was given by a person, it stays.
 *
 * @param path - Below some folder, ending in `.md`. What coach has put behind a name that was taken stays.
 * @param text - The entry, in clear.
 *
 * @example
 * await barePathOf(entryPath(entry), printEntry(entry)) //=> '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md'
 * await barePathOf('2026/11/shopping.md', 'Apples.') //=> '2026/11/shopping.md'
 */
export async function barePathOf(path: string, text: string): Promise<string> {
  const { stem, more } = partsOf(path);
  const said = await ownName(stem, text);
  return said === undefined ? path : `${barePath(stem).replace(/\.md$/, '')}${more}.md`;
}

/**
 * The way back from there: the name that the entry gives itself.
 *
 * @example
 * await wholePathOf('2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md', printEntry(entry)) //=> entryPath(entry)
 */
export async function wholePathOf(path: string, text: string): Promise<string> {
  const { folder, stem, more } = partsOf(path);
  const name = readEntryName(stem.slice(folder.length));
  const said = name && isBare(name) ? await ownName(stem, text) : undefined;
  return said === undefined ? path : `${folder}${said.replace(/\.md$/, '')}${more}.md`;
}

interface Parts {
  readonly folder: string;
  /** As coach has named it. */
  readonly stem: string;
  /** What stands behind that name, such as a number in brackets. */
  readonly more: string;
}

function partsOf(path: string): Parts {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const [, stem = path.replace(/\.md$/, ''), more = ''] = /^(.*?)((?: \([^()]*\))*)\.md$/s.exec(path) ?? [];
  return { folder, stem: `${stem}.md`, more };
}

/** The name that an entry gives itself; undefined where another entry, or one of another day, is called as this file is. */
async function ownName(stem: string, text: string): Promise<string | undefined> {
  const name = readEntryName(stem.slice(stem.lastIndexOf('/') + 1));
  const entry = name && (await namedIn(text, stem));
  if (!entry) return undefined;
  const own = entryPath(entry);
  const said = own.slice(own.lastIndexOf('/') + 1);
  const { id, day } = readEntryName(said) ?? {};
  return id === name?.id && day === name?.day ? said : undefined;
}

async function namedIn(text: string, path: string): Promise<Named | undefined> {
  try {
    return peekHead(text) ?? (await parseEntryFile(text, path, false));
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    return undefined;
  }
}
