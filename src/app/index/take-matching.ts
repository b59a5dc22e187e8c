// Entries that match a query, taken from an index, and the files that it could not understand.
import type { JournalFiles } from '../ports/journal-files.ts';
import { gather, type Gathering, readMatching } from '../journal/gather-entries.ts';
import { mayBeOpen } from '../journal/scan-open.ts';
import type { Found } from '../ports/entry-index.ts';
import { pathIn, readEntryName } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { mayHoldFollowed, rawFollowed } from '../../formats/entry/question-comment.ts';
import { mayMatch } from '../../formats/entry/raw-entry.ts';
import { candidates, endOfMinute, isOutline } from './candidates.ts';
import { closedIn } from './open-places.ts';
import { type Segment, UNREAD } from './segment.ts';
import { areIdsUnlike } from './unlike-ids.ts';

/**
 * What a query finds in an index in which every file was understood.
 *
 * @throws DamagedSegment
 *
 * @example
 * findIn(segments, { limit: 1 }, files).entries.length //=> 1
 */
export function findIn(segments: readonly Segment[], query: Query, files: JournalFiles): Found {
  const gathering = gather(files, query);
  const mistaken = mistakenFiles(segments, files);
  if (query.open) {
    takeOpen(segments, query, gathering);
    if (mistaken.length > 0)
      refuseOpen(mistaken, closedIn(segments.map(({ followed }) => followed())), gathering);
  } else {
    takeMatching(segments, query, gathering);
    refuseMatching(mistaken, query, gathering);
  }
  return gathering.found();
}

function takeOpen(segments: readonly Segment[], query: Query, gathering: Gathering): void {
  const isKept = isOutline(query);
  for (const segment of segments) {
    if (segment.open.length === 0) continue;
    const found = isKept ? segment.openOutlined() : segment.open.map((at) => segment.entry(at));
    for (const stored of found) gathering.take(stored);
  }
}

function takeMatching(segments: readonly Segment[], query: Query, gathering: Gathering): void {
  const isKept = isOutline(query);
  if (isKept && query.limit === undefined) return takeOutlines(segments, query, gathering);
  for (const { segment, places } of candidates(segments, query)) {
    if (endOfMinute(segment.newest) <= gathering.oldest()) break;
    for (const at of places) {
      if (endOfMinute(segment.minutes[at]) <= gathering.oldest()) break;
      for (const stored of isKept ? segment.outlined([at]) : [segment.entry(at)]) gathering.take(stored);
    }
  }
}

/** All that match, without their texts. */
function takeOutlines(segments: readonly Segment[], query: Query, gathering: Gathering): void {
  const found = [...candidates(segments, query)];
  const isMany = found.reduce((sum, { places }) => sum + places.length, 0) > MANY;
  const take = isMany && areIdsUnlike(segments) ? gathering.takeSingle : gathering.take;
  for (const { segment, places } of found) segment.outlined(places).forEach(take);
}

/** To tell whether the ids of a whole journal differ takes longer than to take so few entries one by one. */
const MANY = 1000;

/** So many files that may match are understood for one search. With more, it is time to understand all. */
const MOST_UNREAD = 100;

/**
 * What a search finds where some files were not understood yet.
 *
 * @returns Undefined where too many of these may match.
 * @throws DamagedSegment
 *
 * @example
 * await findUnread(segments, { id: 'zzz' }, files) //=> { entries: [], unreadable: [] }
 */
export async function findUnread(
  segments: readonly Segment[],
  query: Query,
  files: JournalFiles,
): Promise<Found | undefined> {
  const gathering = gather(files, query);
  let unread = 0;
  for (const { segment, places } of candidates(segments, query)) {
    if (endOfMinute(segment.newest) <= gathering.oldest()) break;
    for (const at of places) {
      if (endOfMinute(segment.minutes[at]) <= gathering.oldest()) break;
      if (segment.kinds[at] !== UNREAD) gathering.take(segment.entry(at));
      else {
        if (unread++ === MOST_UNREAD) return undefined;
        const name = segment.names[at] ?? '';
        const isNamed = readEntryName(name) !== undefined;
        await readMatching(pathIn(segment.path, name), isNamed, query, files, gathering);
      }
    }
  }
  refuseMatching(mistakenFiles(segments, files), query, gathering);
  return gathering.found();
}

/** A file that could not be understood, with its text, where it can be read at all. */
interface Mistaken {
  readonly mistakes: FileMistakes;
  readonly text: string | undefined;
}

/** There are few of them, so that their texts are looked at each time, as they are where there is no index. */
function mistakenFiles(segments: readonly Segment[], files: JournalFiles): readonly Mistaken[] {
  return segments.flatMap((segment) =>
    [...segment.mistaken].flatMap(([at, mistakes]): Mistaken[] => {
      const path = pathIn(segment.path, segment.names[at] ?? '');
      try {
        const text = files.read(path);
        return text === undefined ? [] : [{ mistakes: new FileMistakes(path, mistakes), text }];
      } catch (error) {
        if (!(error instanceof FileMistakes)) throw error;
        return [{ mistakes: error, text: undefined }];
      }
    }),
  );
}

/**
 * The files that could not be understood and may match.
 *
 * @example
 * mistakenThatMatch(segments, {}, files) //=> []
 */
export function mistakenThatMatch(
  segments: readonly Segment[],
  query: Query,
  files: JournalFiles,
): readonly FileMistakes[] {
  return mistakenFiles(segments, files)
    .filter(({ text }) => text === undefined || mayMatch(text, query))
    .map(({ mistakes }) => mistakes);
}

function refuseMatching(mistaken: readonly Mistaken[], query: Query, gathering: Gathering): void {
  for (const { mistakes, text } of mistaken) {
    if (text === undefined || mayMatch(text, query)) gathering.refuse(mistakes, text);
  }
}

/** Names those that may hold something open, or speak of what may be. */
function refuseOpen(
  mistaken: readonly Mistaken[],
  isClosed: (reference: string) => boolean,
  gathering: Gathering,
): void {
  for (const { mistakes, text } of mistaken) {
    const plain = plainText(text ?? '');
    const plans = text !== undefined && mayHoldFollowed(plain) ? rawFollowed(plain) : undefined;
    const isNews = plans && (plans.speaksOf.length > 0 || mayBeOpen(plans, isClosed));
    if (text === undefined || isNews) gathering.refuse(mistakes, text);
  }
}
