// The entries of an index that may match a query, by their segments.
import { type Narrowing, narrowing } from '../journal/index-line.ts';
import { holdsText, textOf } from '../../formats/index/index-bytes.ts';
import type { Query } from '../../domain/search/query.ts';
import { type Reused, type Segment, UNREAD } from './segment.ts';

/** Entries of one segment, the newest first. */
export interface Candidates {
  readonly segment: Segment;
  /** Their places among the files of the folder. */
  readonly places: readonly number[];
}

/**
 * The entries that may match, by segments, of which those with the newest entry come first. Of files that are yet to be understood, those
 * whose words may match.
 *
 * @throws DamagedSegment
 *
 * @example
 * [...candidates(segments, { role: 'manager' })].flatMap(({ places }) => places) //=> [0]
 */
export function* candidates(segments: readonly Segment[], query: Query): Iterable<Candidates> {
  const narrowed = isOutline(query) ? undefined : narrowing(query, oldestDay(segments));
  const { banks, answered = 0 } = query;
  const room: Reused = { bytes: new Uint8Array() };
  for (const segment of newestSegmentsFirst(segments)) {
    if (!mayHold(segment, query)) continue;
    const isOfBank = banks && segment.banks.map((bank) => banks.includes(bank));
    const all = narrowed ? placesIn(segment, narrowed, query, room) : allPlaces(segment);
    const places =
      isOfBank === undefined && answered === 0
        ? all
        : all.filter(
            (at) =>
              segment.kinds[at] === UNREAD ||
              ((segment.answered[at] ?? 0) >= answered && isOfBank?.[segment.kinds[at] ?? UNREAD] !== false),
          );
    if (places.length > 0) yield { segment, places: newestPlacesFirst(places, segment) };
  }
}

/**
 * Whether nobody reads the texts, and they do not decide either: then outlines do.
 *
 * @example
 * isOutline({ outline: true, limit: 1 }) //=> true
 */
export function isOutline({ outline, search, narrow, tags = [] }: Query): boolean {
  return outline === true && search === undefined && narrow === undefined && tags.length === 0;
}

/** A segment with files that are yet to be understood tells nothing of their days. */
function mayHold({ first, last, banks, kinds }: Segment, query: Query): boolean {
  if (kinds.includes(UNREAD)) return true;
  return (
    last !== '' &&
    (query.since === undefined || last >= query.since) &&
    (query.until === undefined || first <= query.until) &&
    (query.banks === undefined || query.banks.some((bank) => banks.includes(bank)))
  );
}

/** The oldest day of any entry; 9999 where there is none. */
function oldestDay(segments: readonly Segment[]): string {
  return segments.reduce((oldest, { first }) => (first !== '' && first < oldest ? first : oldest), '9999');
}

function newestSegmentsFirst(segments: readonly Segment[]): readonly Segment[] {
  return segments
    .filter(({ newest }) => newest > -Infinity)
    .sort((one, other) => (one.newest === other.newest ? 0 : other.newest - one.newest));
}

function newestPlacesFirst(places: readonly number[], { minutes }: Segment): readonly number[] {
  const minuteOf = (at: number): number => minutes[at] ?? -Infinity;
  const newest = places.toReversed();
  // Names are in the order of time, so that this is nearly always done.
  if (newest.every((at, index) => index === 0 || minuteOf(at) <= minuteOf(newest[index - 1] ?? at)))
    return newest;
  return newest.sort((one, other) => {
    const [later, sooner] = [minuteOf(other), minuteOf(one)];
    return later === sooner ? 0 : later - sooner;
  });
}

function allPlaces({ minutes }: Segment): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < minutes.length; at++) if ((minutes[at] ?? 0) > -Infinity) places.push(at);
  return places;
}

function placesIn(segment: Segment, narrowed: Narrowing, { search }: Query, room: Reused): readonly number[] {
  if (!segment.kinds.includes(UNREAD) && !narrowed.inDays(segment.first, segment.last)) return [];
  const lines = segment.part('lines', room);
  if (!narrowed.pieces.every((piece) => holdsText(lines, piece))) return [];
  return textOf(lines)
    .split('\n')
    .flatMap((line, at) => {
      if (line === '') return [];
      const passes =
        segment.kinds[at] === UNREAD ? search?.mayMatchFolded(line) !== false : narrowed.passes(line);
      return passes ? [at] : [];
    });
}

/**
 * The end of the minute of an entry, in milliseconds since 1970: it is no newer.
 *
 * @example
 * endOfMinute(0) //=> 60000
 */
export function endOfMinute(minute = Infinity): number {
  return (minute + 1) * 60_000;
}
