// The comparison of the index with the files, one by one as they are read.
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { areSameStamps, keptStamps } from '../app/journal/kept-stamps.ts';
import type { KnownFile, OpenIndex, FileLook } from './inspection.ts';
import type { FileReading } from './read-entry.ts';
import { HOLDS_ELSE, PAGES_DAMAGED, sqliteSays } from './detail-text.ts';

/** Compares the index with the files, one by one as they are read. */
export interface IndexCheck {
  folder(path: string): void;
  file(name: string, path: string, stamp: FileLook | undefined, outcome: FileReading): void;
  end(): readonly Observation[];
}

/**
 * Begins to compare. The index has to say what a file says now only where it takes the file for unchanged: the rest it reads
 * anew by itself. An index that cannot be read on the way is damaged.
 *
 * @param file - The index file, for the command that removes it.
 *
 * @example
 * indexCheck(emptyIndex, '/cache/index.sqlite').end() //=> []
 */
export function indexCheck(index: OpenIndex, file: string): IndexCheck {
  const differing: string[] = [];
  const visited = new Set<string>();
  const rows = new Set<number>();
  let known: ReadonlyMap<string, KnownFile> = new Map();
  let matched = 0;
  let isBehind = false;
  let damage: string | undefined;
  const guarded = (act: () => void): void => {
    if (damage !== undefined) return;
    try {
      act();
    } catch (error) {
      damage = damageOf(error);
    }
  };
  const endFolder = (): void => {
    // Files that went away are forgotten at the next read.
    if (matched < known.size) isBehind = true;
  };
  return {
    folder(path) {
      guarded(() => {
        endFolder();
        visited.add(path);
        known = index.files(path);
        matched = 0;
        for (const { row } of known.values()) if (row > 0) rows.add(row);
      });
    },
    file(name, path, stamp, outcome) {
      guarded(() => {
        const old = known.get(name);
        if (old) matched++;
        const isSame = old && stamp && areSameStamps(keptStamps([stamp], stamp.takenAt), old.stamp);
        if (!isSame) isBehind = true;
        else if (outcome.kind !== 'unread' && !saysTheSame(index, old.row, path, outcome))
          differing.push(path);
      });
    },
    end() {
      guarded(() => {
        endFolder();
        if (index.folders().some((path) => !visited.has(path))) isBehind = true;
        // Of folders that are gone the rows are still there; they go with the next read.
        if (!isBehind && index.count() !== rows.size) differing.push(file);
        if (!index.isWhole()) damage = PAGES_DAMAGED;
      });
      try {
        index.close();
      } catch (error) {
        damage ??= damageOf(error);
      }
      const commands = [removeIndex(file)];
      if (damage !== undefined)
        return [{ code: 'index-unreadable', paths: [file], details: [`${file}: ${damage}`], commands }];
      if (differing.length > 0)
        return differing.map((path) => ({ code: 'index-differs', paths: [path], commands }));
      return isBehind ? [{ code: 'index-behind', paths: [file] }] : [];
    },
  };
}

function saysTheSame(index: OpenIndex, row: number, path: string, outcome: FileReading): boolean {
  if (outcome.kind === 'mistaken')
    return row < 0 && JSON.stringify(index.mistakes(path)) === JSON.stringify(outcome.mistakes);
  if (outcome.kind !== 'entry') return row === 0;
  const kept = row > 0 ? index.row(row) : undefined;
  return kept?.path === path && kept.json === JSON.stringify(outcome.entry);
}

/** The damage of an index: the complaint of SQLite, or that it holds something else than coach has put there. */
function damageOf(error: unknown): string {
  if (error instanceof Error && 'errcode' in error) return sqliteSays(error.errcode);
  if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
    return HOLDS_ELSE;
  throw error;
}

/**
 * The command that removes an index, and what SQLite may have left beside it.
 *
 * @example
 * removeIndex('/cache/index.sqlite') //=> 'rm -rf /cache/index.sqlite /cache/index.sqlite-journal'
 */
export function removeIndex(file: string): string {
  return `rm -rf ${shellWord(file)} ${shellWord(`${file}-journal`)}`;
}
