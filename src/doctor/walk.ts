// A walk through the folders below a root.
import type { Observation } from './finding.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Inspection, FileLook } from './inspection.ts';

/** Something that stands in a folder. */
export interface Item {
  readonly name: string;
  /** Below the root of the walk, with slashes. */
  readonly path: string;
  /** The same of its file, where that is called otherwise, as the file of an encrypted entry is. */
  readonly file?: string;
  readonly seen: FileLook;
}

/** One folder and what is in it. */
export interface Visit {
  /** Below the root of the walk; empty for the root itself. */
  readonly folder: string;
  readonly seen: FileLook;
  readonly items: readonly Item[];
}

/**
 * Every folder below a root, itself first, and what is in it. Links are not followed; hidden folders are not entered.
 *
 * @param enters - Whether a folder, by its path below the root, is entered.
 * @param refused - Called with a folder that cannot be read, by its path below the root, and the system's code.
 *
 * @example
 * const machine = machineWith({ '/journal/2026/11/a.md': '' });
 * Array.from(walk(machine, '/journal', () => true, () => {}), ({ folder }) => folder) //=> ['', '2026', '2026/11']
 */
export function* walk(
  inspection: Inspection,
  root: string,
  enters: (folder: string) => boolean,
  refused: (folder: string, code: string) => void,
  folder = '',
): Generator<Visit> {
  const place = inside(root, folder);
  const looked = inspection.look(place);
  const seen = 'value' in looked && looked.value.kind === 'link' ? inspection.follow(place) : looked;
  const listed = inspection.list(place);
  if ('refused' in seen || 'refused' in listed) {
    const code = 'refused' in seen ? seen.refused : 'refused' in listed ? listed.refused : '';
    // Below the root, it went away since it was listed.
    if (code !== 'ENOENT') refused(folder, code);
    return;
  }
  const items: Item[] = [];
  let hidden: string | undefined;
  for (const name of listed.value) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const item = inspection.look(inside(root, path));
    if ('value' in item) items.push({ name, path, seen: item.value });
    else if (name.includes('\ufffd')) hidden = 'name';
    else if (item.refused !== 'ENOENT') hidden = item.refused;
  }
  if (hidden !== undefined) refused(folder, hidden);
  yield { folder, seen: seen.value, items };
  for (const { name, path, seen: below } of items) {
    if (below.kind === 'folder' && !name.startsWith('.') && enters(path))
      yield* walk(inspection, root, enters, refused, path);
  }
}

/**
 * A path below a folder.
 *
 * @example
 * inside('/journal', '2026/11') //=> '/journal/2026/11'
 */
export function inside(root: string, path: string): string {
  return path === '' ? root : `${root}/${path}`;
}

/**
 * A folder that cannot be read.
 *
 * @param path - As it is told.
 * @param place - In full.
 *
 * @example
 * unreadableFolder('2026/11', '/journal/2026/11', 'EACCES').commands //=> ['ls -ld /journal/2026/11']
 */
export function unreadableFolder(path: string, place: string, code: string): Observation {
  const details = [`${path}: ${refusalText(code)}`];
  return { code: 'folder-unreadable', paths: [path], details, commands: [`ls -ld ${shellWord(place)}`] };
}
