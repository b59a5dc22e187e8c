// The check of answers that look back on others.
import type { Observation } from './finding.ts';
import { type KnownEntry, referencesOf } from './read-entry.ts';
import { countsText, looksBackText, NOT_YET_THERE } from './detail-text.ts';

/** Entries that are not lost, though nothing can be looked up in them: deleted ones, and those that cannot be read. */
export interface Elsewhere {
  /** Ids of entries in the trash. */
  readonly inTrash: ReadonlySet<string>;
  /** Ids that the names of unreadable files say. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Answers that close or continue what is not there, or was not there yet, and things that are closed twice, where the answer written last counts.
 *
 * @param entries - One for each id.
 *
 * @example
 * const review = { ...knownOriginal, closes: ['m7q2x9c4td/member-step'] };
 * checkReferences([review], { inTrash: new Set(), unreadable: new Set() })[0]?.code //=> 'reference-lost'
 */
export function checkReferences(
  entries: readonly KnownEntry[],
  elsewhere: Elsewhere,
): readonly Observation[] {
  const named = new Set(entries.flatMap(({ closes, continues }) => [...closes, ...continues]));
  if (named.size === 0) return [];
  const ids = new Set([...named].map(idOf));
  const there = new Set(entries.filter(({ id }) => ids.has(id)).flatMap(referencesOf));
  const byId = new Map(entries.filter(({ id }) => ids.has(id)).map((entry) => [entry.id, entry]));
  const closers = new Map<string, KnownEntry[]>();
  const observations: Observation[] = [];
  for (const entry of entries) {
    for (const reference of new Set(entry.closes))
      closers.set(reference, [...(closers.get(reference) ?? []), entry]);
    for (const reference of new Set([...entry.closes, ...entry.continues])) {
      const id = idOf(reference);
      if (there.has(reference)) {
        if (isEarly(entry, byId.get(id)))
          observations.push({
            code: 'reference-early',
            paths: [entry.path],
            details: [`${entry.path}: ${NOT_YET_THERE}`],
          });
        continue;
      }
      if (elsewhere.unreadable.has(id)) continue;
      const lost = byId.has(id) ? 'answer' : elsewhere.inTrash.has(id) ? 'trash' : 'gone';
      const details = [looksBackText(entry.path, lost)];
      observations.push({ code: 'reference-lost', paths: [entry.path], details });
    }
  }
  return [...observations, ...closedTwice(closers)];
}

function closedTwice(closers: ReadonlyMap<string, readonly KnownEntry[]>): readonly Observation[] {
  return [...closers.values()].flatMap((entries): Observation[] => {
    if (entries.length < 2) return [];
    const [last] = entries.toSorted(
      (one, other) =>
        (other.written?.instant ?? 0) - (one.written?.instant ?? 0) || (one.id < other.id ? 1 : -1),
    );
    const paths = entries.map(({ path }) => path);
    return [{ code: 'closed-twice', paths, details: last ? [countsText(last.path)] : [] }];
  });
}

/** What an entry looks back on was written after it, or in it. */
function isEarly(entry: KnownEntry, other: KnownEntry | undefined): boolean {
  if (!entry.written || !other?.written) return false;
  return entry.id === other.id || entry.written.instant < other.written.instant;
}

function idOf(reference: string): string {
  return reference.slice(0, Math.max(0, reference.indexOf('/')));
}
