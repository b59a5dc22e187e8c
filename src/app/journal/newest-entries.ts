// The newest entries, found by the names of their files.
import { isBare } from '../../domain/entry/bare-name.ts';
import { addDays, type Day } from '../../domain/time/day.ts';
import { parseAt } from '../../domain/time/moment.ts';
import { type EntryName, pathIn, readEntryName } from '../../domain/entry/entry.ts';
import type { Query } from '../../domain/search/query.ts';
import { gather, type Gathering, readMatching } from './gather-entries.ts';
import type { Found } from '../ports/entry-index.ts';
import type { JournalFiles, ListedFolder } from '../ports/journal-files.ts';

/**
 * Clocks differ by at most 26 hours around the world, and file names are wall clocks, of days without a time four hours early:
 * among names that are further apart than this, the order of names is the order of entries.
 */
const HOURS_OF_DOUBT = 31;

/**
 * Finds the newest entries by the names of their files: newest folders first, and only what names do not rule out is read.
 *
 * @example
 * (await newestEntries(files, { limit: 1 })).entries[0].entry.day //=> '2026-11-22'
 */
export async function newestEntries(files: JournalFiles, query: Query): Promise<Found> {
  const gathering = gather(files, query);
  const since = query.since === undefined ? '' : dayBeside(query.since, -1).slice(0, 7).replace('-', '/');
  for (const folder of files.folders()) {
    // Months come last, the newest first: all that follow are older still.
    if (IS_MONTH.test(folder.path) && folder.path < since) break;
    if (!(await readNewest(folder, query, files, gathering))) break;
  }
  return gathering.found();
}

const IS_MONTH = /^\d{4}\/\d\d$/;

/** @returns Whether older folders may hold more of the newest. */
async function readNewest(
  folder: ListedFolder,
  query: Query,
  files: JournalFiles,
  gathering: Gathering,
): Promise<boolean> {
  for (const file of folder.names.toReversed()) {
    const name = readEntryName(file);
    if (name) {
      // Folders of months come last, the newest first, so that all the rest is older still.
      const oldest = gathering.oldest() - HOURS_OF_DOUBT * 3_600_000;
      const isOlder = (clock: string): boolean => oldest > -Infinity && wallClock(name.day, clock) < oldest;
      // Names that tell no time stand before the others of their day.
      if (isOlder(LATEST) && IS_MONTH.test(folder.path)) return false;
      if (isOlder(isBare(name) ? LATEST : name.time) || !nameMayMatch(name, query)) continue;
    }
    await readMatching(pathIn(folder.path, file), name !== undefined, query, files, gathering);
  }
  return true;
}

const LATEST = '235959';

/** The wall clock of a name as if it were UTC. */
function wallClock(day: Day, time: string): number {
  return parseAt(`${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`)?.instant ?? 0;
}

/** What a name can rule out; a day ends in the small hours, so the stored day may be the one before. */
function nameMayMatch(name: EntryName, { banks, since, until, id }: Query): boolean {
  return (
    (banks === undefined || isBare(name) || banks.includes(name.bank)) &&
    (since === undefined || name.day >= dayBeside(since, -1)) &&
    (until === undefined || name.day <= dayBeside(until, 1)) &&
    (id === undefined || name.id.startsWith(id))
  );
}

function dayBeside(day: Day, step: number): Day {
  return (day <= '0001-01-01' && step < 0) || (day >= '9999-12-31' && step > 0) ? day : addDays(day, step);
}
