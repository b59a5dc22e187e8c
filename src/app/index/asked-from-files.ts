// Files that an index asks for their texts although it holds what they say.
import { pathIn } from '../../domain/entry/entry.ts';
import type { Segment } from './segment.ts';

/**
 * The paths of files whose texts are looked at each time: those that could not be understood, and those with the same id, which may be the
 * same byte by byte.
 *
 * @example
 * askedFromFiles(segments) //=> []
 */
export function askedFromFiles(segments: readonly Segment[]): readonly string[] {
  const once = new Set<number>();
  const again = new Set<number>();
  for (const { ids } of segments) {
    for (const id of ids) (once.has(id) ? again : once).add(id);
  }
  return segments.flatMap(({ path, names, ids, mistaken }) =>
    names.flatMap((name, at) => {
      const id = ids[at] ?? NO_ID;
      return mistaken.has(at) || (id !== NO_ID && again.has(id)) ? [pathIn(path, name)] : [];
    }),
  );
}

const NO_ID = -1;
