// The comparison of the index with the files, one by one as they are read.
import type { KeptFile } from '../app/index/kept-file.ts';
import { DamagedSegment } from '../app/index/segment.ts';
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { areSameStamps, keptStamps } from '../app/journal/kept-stamps.ts';
import type { KnownFile, OpenIndex, FileLook } from './inspection.ts';
import type { FileReading } from './read-entry.ts';
import { entryInList } from '../formats/entry/entry-json.ts';
import { HOLDS_ELSE } from './detail-text.ts';

/** Compares the index with the files, one by one as they are read. */
export interface IndexCheck {
  folder(path: string): void;
  file(name: string, path: string, stamp: FileLook | undefined, outcome: FileReading): void;
  end(): readonly Observation[];
}

/**
 * Begins to compare. The index has to say what a file says now only where it takes the file for unchanged: the rest it reads
 * anew by itself.
 *
 * @param place - Where the index is, for the command that removes it.
 *
 * @example
 * indexCheck(emptyIndex, '/cache/index').end() //=> []
 */
export function indexCheck(index: OpenIndex, place: string): IndexCheck {
  const differing: string[] = [];
  const damaged: string[] = [];
  const visited = new Set<string>();
  let known: ReadonlyMap<string, KnownFile> = new Map();
  let matched = 0;
  let isBehind = false;
  const endFolder = (): void => {
    // Files that went away are forgotten at the next read.
    if (matched < known.size) isBehind = true;
  };
  const filesIn = (path: string): ReadonlyMap<string, KnownFile> => {
    try {
      return index.files(path);
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
      damaged.push(index.fileOf(path));
      return new Map();
    }
  };
  return {
    folder(path) {
      endFolder();
      visited.add(path);
      known = filesIn(path);
      matched = 0;
    },
    file(name, path, stamp, outcome) {
      const old = known.get(name);
      if (old) matched++;
      // The index tries it again each time.
      if (old && outcome.kind === 'unread') return;
      const isSame = old && stamp && areSameStamps(keptStamps([stamp], stamp.takenAt), old.stamp);
      if (!isSame) isBehind = true;
      else if (!saysTheSame(old.kept, path, outcome)) differing.push(path);
    },
    end() {
      endFolder();
      if (index.folders.some((path) => !visited.has(path))) isBehind = true;
      const commands = [removeIndex(place)];
      if (damaged.length > 0) {
        const details = damaged.map((file) => `${file}: ${HOLDS_ELSE}`);
        return [{ code: 'index-unreadable', paths: [place], details, commands }];
      }
      if (differing.length > 0)
        return differing.map((path) => ({ code: 'index-differs', paths: [path], commands }));
      return isBehind ? [{ code: 'index-behind', paths: [place] }] : [];
    },
  };
}

function saysTheSame(kept: KeptFile, path: string, outcome: FileReading): boolean {
  if (outcome.kind === 'mistaken')
    return kept.kind === 'mistaken' && JSON.stringify(kept.mistakes) === JSON.stringify(outcome.mistakes);
  if (outcome.kind !== 'entry') return kept.kind === 'none';
  return kept.kind === 'entry' && kept.json === entryInList({ entry: outcome.entry, path });
}

/**
 * The command that removes an index.
 *
 * @example
 * removeIndex('/cache/index') //=> 'rm -rf /cache/index'
 */
export function removeIndex(place: string): string {
  return `rm -rf ${shellWord(place)}`;
}
