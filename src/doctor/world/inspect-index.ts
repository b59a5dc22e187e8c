// The index of this machine, read and nothing else.
import { statSync } from 'node:fs';
import type { IndexPlace } from '../../adapters/journal/index-place.ts';
import { seenIndex, segmentFile } from '../../adapters/journal/segment-folder.ts';
import { keptFiles } from '../../app/index/written-segment.ts';
import type { Segment } from '../../app/index/segment.ts';
import { stampAt } from '../../app/journal/kept-stamps.ts';
import { HOLDS_ELSE, NOT_A_FOLDER } from '../detail-text.ts';
import type { IndexSeen, KnownFile } from '../inspection.ts';

/** The index as it lies there: neither a file of it nor anything beside it is written or touched. */
export function inspectIndex(place: IndexPlace): IndexSeen {
  const { folder } = place;
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && !found.isDirectory()) return { state: 'unreadable', reason: NOT_A_FOLDER };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { state: 'unreadable', reason: String(error.code) };
  }
  const index = seenIndex(place);
  if (index === 'damaged') return { state: 'unreadable', reason: HOLDS_ELSE };
  if (typeof index === 'string') return { state: index };
  return {
    state: 'open',
    index: {
      folders: [...index.values()].flatMap(({ path, names }) => (names.length > 0 ? [path] : [])),
      files: (below) => knownFiles(index.get(below)),
      fileOf: (below) => segmentFile(place, below),
    },
  };
}

function knownFiles(segment: Segment | undefined): ReadonlyMap<string, KnownFile> {
  if (!segment) return new Map();
  const kept = keptFiles(segment);
  // What was not understood yet is not known: the index is behind.
  return new Map(
    segment.names.flatMap((name, at) => {
      const file = kept.get(name);
      if (!file || file.kind === 'unread') return [];
      return [[name, { stamp: stampAt(segment.stamps, at), kept: file }] as const];
    }),
  );
}
