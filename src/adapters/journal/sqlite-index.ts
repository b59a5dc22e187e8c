// Finding entries with an index that SQLite keeps.
import { heldStream, isHeld } from '../../app/journal/entry-stream.ts';
import { gather, type Gathering } from '../../app/journal/gather-entries.ts';
import { newestEntries } from '../../app/journal/newest-entries.ts';
import { entryOfOutline, type SharedParts } from '../../app/journal/outline.ts';
import type { EntryIndex, Found } from '../../app/ports/entry-index.ts';
import type { JournalFiles } from '../../app/ports/journal-files.ts';
import type { Progress } from '../../app/ports/terminal.ts';
import { scanIndex } from '../../app/journal/scan-index.ts';
import { mayBeOpen } from '../../app/journal/scan-open.ts';
import { asksForWords } from '../../app/journal/unread-line.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { entryIn } from '../../domain/record/followed-items.ts';
import type { Query } from '../../domain/search/query.ts';
import { mayHoldFollowed, rawFollowed } from '../../formats/entry/question-comment.ts';
import * as sqlite from './sqlite/database.ts';
import { type IndexPlace, removeIndex } from './index-file.ts';
import { isWhole } from './sqlite/folders.ts';
import { findUnread, refuseMatching, takeMatching } from './sqlite/matching.ts';
import { type Mistaken, mistakenFiles } from './sqlite/mistaken.ts';
import { isOutline, takeOutlines } from './sqlite/outlines.ts';
import { FEW, type Need, refresh } from './sqlite/refresh.ts';
import { readEntry, readOutlines, sharedReader } from './sqlite/rows.ts';
import { streamFrom } from './sqlite/stream.ts';

/**
 * Finds entries with an index kept by the SQLite that Node brings, which is brought up to date at each question. The
 * index is derived from the files: one that cannot be used is made anew, or done without.
 *
 * @param progress - Called while many files are read.
 * @param few - So many files that changed are understood at once. Of more, a search looks at the words first.
 * @returns Undefined where this Node brings no SQLite.
 */
export function sqliteIndex(
  place: IndexPlace,
  files: JournalFiles,
  progress: Progress,
  few = FEW,
): EntryIndex | undefined {
  const Class = sqlite.databaseClass();
  if (!Class) return undefined;
  /** Asks the index, which is made anew where it is damaged; without it where it cannot be used. */
  const asked = async <Answer>(
    act: (database: sqlite.Database) => Promise<Answer> | Answer,
    without: () => Promise<Answer>,
    isKnown = false,
    need: Need = 'all',
  ): Promise<Answer> => {
    const ask = async (mayBeKnown: boolean): Promise<Answer> => {
      const database = sqlite.openDatabase(Class, place);
      try {
        // Somebody may have made it anew since it was known.
        const isFilled = mayBeKnown && isWhole(database);
        if (!isFilled && (await refresh(database, files, progress, { need, few }))) sqlite.seal(place.file);
        // Somebody who needs less may have been quicker.
        return need === 'words' || isWhole(database) ? await act(database) : await without();
      } finally {
        database.close();
      }
    };
    try {
      return await ask(isKnown);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'elsewhere') throw error;
      if (failure === 'unusable') return without();
    }
    try {
      removeIndex(place);
      return await ask(false);
    } catch (error) {
      if (failureOf(error) === 'elsewhere') throw error;
      return without();
    }
  };
  const scan = scanIndex(files);
  const indexThatMayBe = (isKnown: boolean): EntryIndex => {
    const find: EntryIndex['find'] = async (query, signal) => {
      const without = (): Promise<Found> => scan.find(query, signal);
      const soon =
        !isKnown && asksForWords(query)
          ? await asked((database) => findUnread(database, query, files), without, isKnown, 'words')
          : undefined;
      return (
        soon ?? asked((database) => findIn(database, query, files, sharedReader(database)), without, isKnown)
      );
    };
    return {
      newest: (query) => newestEntries(files, query),
      find,
      findEach: (queries, newest = []) =>
        asked(
          (database) => {
            const sharedOf = sharedReader(database);
            return [...queries, ...newest].map((query) => findIn(database, query, files, sharedOf));
          },
          () => scan.findEach(queries, newest),
          isKnown,
        ),
      stream: async (query) =>
        isHeld(query)
          ? heldStream(await find(query))
          : asked(
              (database) => streamFrom(database, query, files, () => sqlite.openToRead(Class, place)),
              () => scan.stream(query),
              isKnown,
            ),
    };
  };
  const index = indexThatMayBe(false);
  return {
    ...index,
    async snapshot() {
      await index.find({ limit: 1 });
      return indexThatMayBe(true);
    },
  };
}

/** What SQLite says of a file that is damaged or none of its own (sqlite.org/rescode.html): it is made anew. */
const DAMAGED = [1, 11, 17, 19, 20, 24, 26];

/**
 * What a failure means. An index that is damaged is made anew; one that is locked for long, or has no room on a full or read-only
 * disk, is done without.
 */
function failureOf(error: unknown): 'damaged' | 'unusable' | 'elsewhere' {
  if (!(error instanceof Error)) return 'elsewhere';
  if (error instanceof sqlite.DamagedIndex) return 'damaged';
  if ('errcode' in error && typeof error.errcode === 'number') {
    return DAMAGED.includes(error.errcode % 256) ? 'damaged' : 'unusable';
  }
  // Not a CoachError, which is about the journal: what the system says of the index file or its folder.
  return 'syscall' in error || ('code' in error && error.code === 'ERR_FS_EISDIR') ? 'unusable' : 'elsewhere';
}

function findIn(database: sqlite.Database, query: Query, files: JournalFiles, sharedOf: SharedParts): Found {
  const gathering = gather(files, query);
  sqlite.inTransaction(database, 'BEGIN', () => {
    const mistaken = mistakenFiles(database, files);
    if (query.open) {
      takeOpen(database, query, sharedOf, gathering);
      refuseOpen(database, mistaken, gathering);
    } else {
      if (isOutline(query)) takeOutlines(database, query, sharedOf, gathering);
      else takeMatching(database, query, gathering);
      refuseMatching(mistaken, query, gathering);
    }
  });
  return gathering.found();
}

/**
 * The entries whose plans and guesses no other surely closes, whatever speaks of them, and the copies of both. A closing
 * entry that is not in its own place may be a copy, of which another one counts.
 */
function takeOpen(
  database: sqlite.Database,
  query: Query,
  sharedOf: SharedParts,
  gathering: Gathering,
): void {
  const open = database.prepare(`
    SELECT reference FROM plan
    WHERE NOT EXISTS (SELECT 1 FROM closing WHERE closing.reference = plan.reference AND counts = 1)`);
  const kept = isOutline(query)
    ? "SELECT row, '' AS path, json FROM outline"
    : 'SELECT row, path, json FROM entry';
  const withId = database.prepare(`${kept} WHERE row IN (SELECT row FROM entry WHERE id = ?)`);
  // A reference is an id, a slash and a question: what follows a slash comes before what follows a nought.
  const speaking = database.prepare(
    `${kept} WHERE row IN (SELECT row FROM closing WHERE reference BETWEEN ? || '/' AND ? || '0')`,
  );
  const storedIn = ({ path, json }: sqlite.TableRow): readonly StoredEntry[] =>
    isOutline(query)
      ? readOutlines(json).map((outline) => entryOfOutline(outline, sharedOf))
      : [{ entry: readEntry(json), path: String(path) }];
  const ids = new Set(open.all().map(({ reference }) => entryIn(String(reference))));
  const taken = new Set<unknown>();
  // What speaks of one of them may hold plans of its own, and so on.
  for (const id of ids) {
    for (const found of [...withId.all(id), ...speaking.all(id, id)]) {
      if (taken.has(found['row'])) continue;
      taken.add(found['row']);
      for (const stored of storedIn(found)) {
        ids.add(stored.entry.id);
        gathering.take(stored);
      }
    }
  }
}

/** Names those that may hold something open, or speak of what may be. */
function refuseOpen(database: sqlite.Database, mistaken: readonly Mistaken[], gathering: Gathering): void {
  const closing = database.prepare('SELECT 1 FROM closing WHERE reference = ? AND counts = 1');
  const isClosed = (reference: string): boolean => closing.get(reference) !== undefined;
  for (const { mistakes, text } of mistaken) {
    const plans = text !== undefined && mayHoldFollowed(text) ? rawFollowed(text) : undefined;
    const isNews = plans && (plans.speaksOf.length > 0 || mayBeOpen(plans, isClosed));
    if (text === undefined || isNews) gathering.refuse(mistakes, text);
  }
}
