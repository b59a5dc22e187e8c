// A stream of entries from an index.
import {
  type EntryMark,
  entryMark,
  type EntryReader,
  type ReadEntry,
  streamOf,
} from '../journal/entry-stream.ts';
import { fileReader } from '../journal/scan-index.ts';
import type { EntryStream } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';
import { entryFromList } from '../../formats/entry/entry-json.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';
import { pathIn } from '../../domain/entry/entry.ts';
import type { Day } from '../../domain/time/day.ts';
import { textOf } from '../../formats/index/index-bytes.ts';
import { candidates } from './candidates.ts';
import { DamagedSegment, entriesOf, type Reused, type Segment } from './segment.ts';
import { mistakenThatMatch } from './take-matching.ts';

/** The mark of an entry, and where it is in the index. */
interface PlaceMark extends EntryMark {
  readonly segment: Segment;
  readonly place: number;
}

/**
 * A stream of what the index holds. What it does not hold any more by the time it is wanted is read from the files.
 *
 * @throws DamagedSegment
 *
 * @example
 * streamFrom(segments, {}, files).most //=> 2
 */
export function streamFrom(segments: readonly Segment[], query: Query, files: JournalFiles): EntryStream {
  const light: PlaceMark[] = [];
  const dayInFile = dayReader(files);
  for (const { segment, places } of candidates(segments, query)) {
    for (const place of places) light.push(new LightMark(segment, place, dayInFile));
  }
  const marks = withNeighbours(light);
  return streamOf(marks, query, mistakenThatMatch(segments, query, files), files, () => segmentReader(files));
}

/** Where an entry is, as far as its minute tells that. */
class LightMark implements PlaceMark {
  readonly segment: Segment;
  readonly place: number;
  readonly path: string;
  readonly at: number;
  readonly id = '';
  readonly written = 0;
  readonly isInOwnPlace = true;

  private readonly dayInFile: (path: string) => Day;

  constructor(segment: Segment, place: number, dayInFile: (path: string) => Day) {
    this.segment = segment;
    this.place = place;
    this.path = pathIn(segment.path, segment.names[place] ?? '');
    this.at = (segment.minutes[place] ?? 0) * 60_000;
    this.dayInFile = dayInFile;
  }

  get day(): Day {
    try {
      return wholeMark(this).day;
    } catch (error) {
      // Outlines are read when somebody asks for any: by then the index may have been written anew. The file says the same.
      if (error instanceof DamagedSegment) return this.dayInFile(this.path);
      throw error;
    }
  }
}

/** The day of an entry, as its file tells it; empty where there is none any more. */
function dayReader(files: JournalFiles): (path: string) => Day {
  const reader = fileReader(files, undefined);
  return (path) => {
    const [found] = reader.read([{ path }]);
    return found && 'entry' in found ? found.entry.day : '';
  };
}

function wholeMark(mark: PlaceMark): PlaceMark {
  const { segment, place, path } = mark;
  const [stored] = segment.outlined([place]);
  return stored ? { ...entryMark(stored.entry, path), segment, place } : mark;
}

/** Only those of one minute have to be looked at to put them in order. */
function withNeighbours(marks: readonly PlaceMark[]): readonly PlaceMark[] {
  const sorted = marks.toSorted((one, other) => other.at - one.at);
  return sorted.map((mark, index) => {
    const isAlone = sorted[index - 1]?.at !== mark.at && sorted[index + 1]?.at !== mark.at;
    return isAlone ? mark : wholeMark(mark);
  });
}

/** Holds the entries of one segment: neighbours come together. */
function segmentReader(files: JournalFiles): EntryReader<PlaceMark> {
  const fromFiles = fileReader(files, undefined);
  const room: Reused = { bytes: new Uint8Array() };
  let held: { readonly of: Segment; readonly entries: (at: number) => Uint8Array } | undefined;
  const kept = ({ segment, place }: PlaceMark): ReadEntry | undefined => {
    try {
      if (held?.of !== segment) {
        // What is read next takes its room.
        held = undefined;
        held = { of: segment, entries: entriesOf(segment, room) };
      }
      return printedEntry(held.entries(place));
    } catch (error) {
      // It was written anew meanwhile: the files say the same.
      if (error instanceof DamagedSegment) return undefined;
      throw error;
    }
  };
  return {
    atOnce: 1,
    read: (marks) =>
      marks.map((mark): ReadEntry | FileMistakes | undefined => kept(mark) ?? fromFiles.read([mark])[0]),
    close: () => undefined,
  };
}

/** Understood when somebody asks for it. */
function printedEntry(json: Uint8Array): ReadEntry {
  return {
    json,
    get entry() {
      return entryFromList(textOf(json));
    },
  };
}
