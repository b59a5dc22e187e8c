// The entry that was saved on this machine after the last act that can be undone.
import { dayWritten } from '../domain/entry/due-day.ts';
import { instantOf, type StoredEntry } from '../domain/entry/entry.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { Memory } from '../app/ports/machine.ts';

/** The line that an import leaves in the head of an entry. */
const IMPORTED = /^imported-from:/m;

/**
 * The entry that was written last, where that was after a moment, and on a day on which somebody wrote here: what came from another
 * machine was not the last thing that was done on this one.
 *
 * @param at - Undefined: at any time.
 *
 * @example
 * await savedSince('2026-11-22T10:00:00+01:00', { index: () => index, memory: { wroteOn: () => '2026-11-22' } }) //=> undefined
 */
export async function savedSince(
  at: string | undefined,
  { index, memory }: { readonly index: () => EntryIndex; readonly memory: Pick<Memory, 'wroteOn'> },
): Promise<StoredEntry | undefined> {
  const wroteOn = memory.wroteOn();
  if (wroteOn === undefined) return undefined;
  let last: StoredEntry | undefined;
  let latest = at === undefined ? -Infinity : instantOf(at);
  const stream = await index().stream({});
  for (const stored of stream.entries('folders')) {
    const { entry } = stored;
    const written = instantOf(entry.written);
    if (written <= latest || IMPORTED.test(entry.extra.front) || dayWritten(entry) > wroteOn) continue;
    latest = written;
    last = stored;
  }
  return last;
}
