// The plan of an import: all of a source is read, and what is new is told from what is there already.
import type { Day } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { type Entry } from '../domain/entry/entry.ts';
import type { JournalFiles } from '../app/ports/journal-files.ts';
import { parseEntryFile } from '../app/journal/parse-entry-file.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { entryAsJson } from '../formats/entry/entry-json.ts';
import { printPlainEntry } from '../formats/entry/entry-markdown.ts';
import { type FoundEntries, NOTHING_PASSED_OVER, type PassedPlaces } from './found-text.ts';
import {
  asKnown,
  type DatedBy,
  type Knowledge,
  type Lost,
  type PassedAs,
  entryOf,
  type SourceItem,
} from './foreign-entry.ts';
import type { ImportSource, Recognised } from './source.ts';
import { type FreshFiles, heldFiles, type Packing } from './held/held-files.ts';
import { knownFiles, knownIn } from './known-entries.ts';

/** The ports of an import. */
export interface ImportPorts {
  readonly knowledge: Knowledge;
  readonly packing: Packing;
  /** @throws CoachError where nothing is there, or it cannot be read. */
  readonly open: (named: string) => ImportSource;
  /** The journal as it is, and its trash. */
  readonly here: JournalFiles;
  readonly deleted: JournalFiles;
}

/** The findings about a source, and what is to be done with it. */
export interface ImportPlan extends FoundEntries {
  /** Those to be saved. */
  readonly fresh: FreshFiles;
}

/** So many bytes are held until they are saved, which packed are the files of tens of thousands of entries. */
const HELD = 4 * 2 ** 20;

/** As many mistakes are told; the rest are counted. */
const TOLD = 20;

/** As many places are named of what is passed over for one reason. */
const PLACES_TOLD = 3;

/** Tags beyond these are not counted one by one. */
const MOST_TAGS = 10_000;

/**
 * Reads all of a source, and decides what is to be saved. Nothing is written.
 *
 * An entry that is in the journal stays as it is there, also where it was changed since; one that is in the trash stays there.
 *
 * @param progress - Called with how many entries were read.
 *
 * @example
 * const source = recogniseSource(sample('lines.jsonl'), 'lines.jsonl', undefined, { hash, offsetIn });
 * (await planImport(source, firstImport, () => {})).fresh.size //=> 4
 */
export async function planImport(
  { kind, read, passedOver = NOTHING_PASSED_OVER, said = [] }: Recognised,
  { knowledge, packing, here, deleted }: ImportPorts,
  progress: (read: number) => void,
): Promise<ImportPlan> {
  const { ids: known, notes } = await knownIn(here);
  const { ids: trash } = await knownIn(deleted);
  const isOfKnownFile = knownFiles(notes, here);
  const seen = new Map<string, string>();
  const tags = new Map<string, number>();
  const lost = new Map<Lost, number>();
  const mistakes: string[] = [];
  const fresh = heldFiles(HELD, packing);
  const counts = {
    found: 0,
    twice: 0,
    clashing: 0,
    here: 0,
    changed: 0,
    edited: 0,
    deleted: 0,
    orphaned: 0,
    inUtc: 0,
  };
  const uncounted = { unreadable: 0 };
  const passed = new Map<PassedAs | 'undated', PassedPlaces>();
  const dated = new Map<DatedBy, number>();
  let first: Day | undefined;
  let last: Day | undefined;
  const refuse = (place: string, mistake: string): void => {
    uncounted.unreadable += 1;
    if (mistakes.length < TOLD) mistakes.push(`${place}: ${mistake}`);
  };
  const { hash } = knowledge;
  const isKnown = (id: string): boolean => known.has(id) || trash.has(id);
  for (const item of read()) {
    progress(counts.found + uncounted.unreadable);
    if ('undated' in item) {
      const { because = 'undated', place } = item;
      const { number, places } = passed.get(because) ?? { number: 0, places: [] };
      passed.set(because, {
        number: number + 1,
        places: places.length < PLACES_TOLD ? [...places, place] : places,
      });
      continue;
    }
    if ('leftOut' in item) {
      for (const one of item.leftOut) count(lost, one);
      continue;
    }
    const made = entryOf(item, kind, knowledge);
    if (typeof made === 'string') {
      refuse(item.place, made);
      continue;
    }
    const entry = 'foreign' in item ? asKnown(made, item.foreign, { kind, hash, isKnown }) : made;
    const words = wordsOf(entry);
    const text = ('entry' in item ? item.text : undefined) ?? printPlainEntry(entry);
    const wrong = await whatIsWrong(text, words);
    if (wrong !== undefined) {
      refuse(item.place, wrong);
      continue;
    }
    counts.found += 1;
    if (first === undefined || entry.day < first) first = entry.day;
    if (last === undefined || entry.day > last) last = entry.day;
    const digest = digestOf(words, knowledge);
    const before = seen.get(entry.id);
    if (before !== undefined) {
      counts[before === digest ? 'twice' : 'clashing'] += 1;
      continue;
    }
    seen.set(entry.id, digest);
    for (const tag of entry.tags) if (tags.size < MOST_TAGS || tags.has(tag)) count(tags, tag);
    for (const one of lostIn(item)) count(lost, one);
    if ('foreign' in item && item.foreign.dated) count(dated, item.foreign.dated);
    const path = known.get(entry.id);
    if (path !== undefined)
      counts[
        (await saysSame(path, entry, 'entry' in item ? wordsOf : wordsAtMinute, here)) ? 'here' : 'changed'
      ] += 1;
    else if (trash.has(entry.id)) counts.deleted += 1;
    else if ('made' in item && closedBy(entry).some((id) => trash.has(id) && !known.has(id)))
      counts.orphaned += 1;
    else {
      fresh.add(entry, text);
      if (!('entry' in item) && entry.zone === null && entry.at.endsWith('+00:00')) counts.inUtc += 1;
      if ('foreign' in item && (await isOfKnownFile(item.foreign, entry.day))) counts.edited += 1;
    }
  }
  const told = { first, last, tags, lost, passed, dated, said, mistakes };
  return { kind, passedOver, ...counts, ...uncounted, ...told, fresh };
}

/** Lines of front matter about the file that an entry was in. */
const OF_FILE = /^source-(?:file|journal): /;

/** An entry comes in only when the file that it makes says just that. */
async function whatIsWrong(text: string, words: string): Promise<string | undefined> {
  try {
    const read = await parseEntryFile(text, 'entry', true);
    return read && wordsOf(read) === words
      ? undefined
      : 'this cannot be saved in an entry file without being changed';
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ message }) => message).join('; ');
  }
}

/**
 * All that an entry says but the words in brackets beside a choice, which JSON may lack, the order of its tags, and the name of the
 * file that it was in, which is the name of the journal in Day One.
 */
function wordsOf(entry: Entry): string {
  const front = entry.extra.front
    .split('\n')
    .filter((line) => !OF_FILE.test(line))
    .join('\n');
  const tags = entry.tags.length < 2 ? entry.tags : entry.tags.toSorted();
  return JSON.stringify(entryAsJson({ ...entry, tags, extra: { ...entry.extra, front } }, ''));
}

/** The ids of the entries of which it says what became of them. */
function closedBy({ answers }: Entry): readonly string[] {
  return answers.flatMap(({ closes }) => closes?.split('/', 1) ?? []);
}

function digestOf(words: string, { hash }: Knowledge): string {
  return String.fromCharCode(...hash(words).subarray(0, 12));
}

/** The same of an entry from elsewhere, which other exports, zones and versions of coach may state a few seconds or hours apart. */
function wordsAtMinute(entry: Entry): string {
  const { day = '', time, offset = null, instant = 0 } = parseAt(entry.at) ?? {};
  const minute =
    offset === null ? `${day}T${time ?? '00:00'}`.slice(0, 16) : `${Math.floor(instant / 60_000)}`;
  return wordsOf({ ...entry, at: minute, written: minute, zone: null, day: '' });
}

async function saysSame(
  path: string,
  entry: Entry,
  wordsIn: (one: Entry) => string,
  files: JournalFiles,
): Promise<boolean> {
  try {
    await files.prepare([path]);
    const text = files.read(path);
    const there = text === undefined ? undefined : await parseEntryFile(text, path, true);
    return there !== undefined && wordsIn(there) === wordsIn(entry);
  } catch (error) {
    if (error instanceof FileMistakes) return false;
    throw error;
  }
}

function lostIn(item: SourceItem): readonly Lost[] {
  return 'foreign' in item ? (item.foreign.lost ?? []) : [];
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
