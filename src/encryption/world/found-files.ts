// The files of a journal that hold what somebody wrote, in clear or encrypted.
import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { AGE, pathIn, SEALED, TRASH } from '../../domain/entry/entry.ts';
import { readUnfinishedName } from '../../domain/text/unfinished-name.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import { lives } from '../../adapters/machine/processes.ts';
import type { Kind, LeftFile } from '../conversion.ts';

/** A file in one of the two forms. */
export interface FoundFile {
  readonly kind: Kind;
  /** The folder below which its path is, in full. */
  readonly root: string;
  /** As it is called above the adapters: it ends in `.md` in either form. */
  readonly path: string;
  /** The path of the entry after which it is called, where that is another. */
  readonly entry?: string;
  /** Where it is, in full. */
  readonly place: string;
}

/** Everything that was found. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Drafts of sittings, in either form, in full. */
  readonly drafts: readonly string[];
  /** Folders that were made for an editor and are there still, in full. */
  readonly editors: readonly string[];
  readonly left: readonly LeftFile[];
  /** What processes left that were killed while they wrote, in full. */
  readonly unfinished: readonly string[];
  /** So many other files are in the folder. */
  readonly others: number;
}

/** Where files are looked for. */
export interface WrittenPlaces {
  /** The folder of the journal. */
  readonly journal: string;
  /** Those in which drafts may be. */
  readonly drafts: readonly string[];
}

/** The folder of versions in that of the journal. */
export const VERSIONS = '.history/versions';

const PLAIN = '.md';

/** @param isSealed - The encrypted ones; otherwise those in clear. */
export function foundFiles({ journal, drafts }: WrittenPlaces, isSealed: boolean): FoundFiles {
  const files: FoundFile[] = [];
  const left: LeftFile[] = [];
  const unfinished: string[] = [];
  const jsons: string[] = [];
  const editors: string[] = [];
  let others = 0;
  const pathOf = (file: string): string | undefined => {
    if (isSealed) return file.endsWith(SEALED) ? file.slice(0, -AGE.length) : undefined;
    return file.endsWith(PLAIN) ? file : undefined;
  };
  const walk = (root: string, below: string, kindOf: (file: string) => Kind): void => {
    for (const item of itemsOf(path.join(root, below), left)) {
      const file = pathIn(below, item.name);
      const place = path.join(root, file);
      if (isLeftUnfinished(item)) unfinished.push(place);
      else if (item.name.startsWith('.')) continue;
      else if (item.isDirectory()) walk(root, file, kindOf);
      else if (pathOf(item.name) === undefined) others += Number(item.isFile() && !isEntry(item.name));
      else if (item.isSymbolicLink()) left.push({ path: file, because: 'link' });
      else if (item.isFile()) {
        const kind = kindOf(file);
        const above = kind === 'version' ? { entry: path.posix.dirname(file) } : {};
        files.push({ kind, root, path: pathOf(file) ?? file, place, ...above });
      }
    }
  };
  walk(journal, '', (file) => (file.startsWith(`${TRASH}/`) ? 'trash' : 'entry'));
  walk(path.join(journal, VERSIONS), '', () => 'version');
  for (const folder of drafts) {
    for (const item of itemsOf(folder, left)) {
      const place = path.join(folder, item.name);
      if (isLeftUnfinished(item)) unfinished.push(place);
      else if (item.name.startsWith('.')) continue;
      else if (item.isDirectory() && /^(?:editing|entry)-\d+-/.test(item.name)) editors.push(place);
      else if (item.isFile() && item.name.endsWith('.json')) jsons.push(place);
      else if (item.isFile() && pathOf(item.name) !== undefined)
        files.push({ kind: 'draft', root: folder, path: pathOf(item.name) ?? item.name, place });
    }
  }
  return { files, drafts: jsons, editors, left, unfinished, others };
}

const isEntry = (name: string): boolean => name.endsWith(PLAIN) || name.endsWith(SEALED);

/** What nobody is at work on any more: it is of no use, and may hold a text in clear. */
function isLeftUnfinished(item: Dirent): boolean {
  const found = item.isFile() ? readUnfinishedName(item.name) : undefined;
  return found !== undefined && !lives(found.writer);
}

/** In the order of their names. */
function itemsOf(folder: string, left: LeftFile[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch (error) {
    if (codeOf(error) === '') throw error;
    if (codeOf(error) !== 'ENOENT') left.push({ path: folder, because: 'unreadable' });
    return [];
  }
}
