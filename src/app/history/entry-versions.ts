// The versions of one entry, with what took the place of each.
import type { ActKind } from '../../domain/history/act.ts';
import { type NamedEntry, type Version, versionsOf } from '../../domain/history/version.ts';
import type { JournalHistory } from '../ports/history.ts';

/** A text that an entry had, as people count them. */
export interface EntryVersion {
  readonly version: Version;
  /** From 1, the earliest. */
  readonly number: number;
  /** What took its place; undefined where nobody knows any more. */
  readonly by: ActKind | undefined;
  /** When, as entries state it; undefined as before. */
  readonly at: string | undefined;
}

/**
 * The versions of an entry that are kept, the earliest first.
 *
 * @example
 * entryVersions({ path: 'a.md' }, emptyHistory) //=> []
 */
export function entryVersions(
  entry: NamedEntry,
  history: Pick<JournalHistory, 'versions' | 'acts'>,
): readonly EntryVersion[] {
  const versions = versionsOf(history.versions(), [entry]);
  const acts = versions.length === 0 ? [] : history.acts().acts;
  return versions.map((version, index) => {
    const act = acts.find(({ id }) => id === version.act);
    return { version, number: index + 1, by: act?.kind, at: act?.at };
  });
}
