// An import: planned from all of a source, then applied, without anything coming in twice.
import type { Day } from '../domain/time/day.ts';
import { type Entry, entryPath, pathIn, readEntryName } from '../domain/entry/entry.ts';
import { FileMistakes } from '../domain/text/errors.ts';
import { entryAsJson } from '../formats/entry/entry-json.ts';
import { printEntry } from '../formats/entry/entry-markdown.ts';
import type { FoundEntries } from './import-summary.ts';
import { type ForeignEntry, type Knowledge, type Lost, NOTE, noteFrom, type SourceItem, sourceFileLine } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { rawFollowed } from '../formats/entry/question-comment.ts';
import { parseEntryFile } from '../app/journal/parse-entry-file.ts';
import type { Journal, ManyEntries } from '../app/ports/journal.ts';
import type { JournalFiles } from '../app/ports/journal-files.ts';
import type { ImportSource, Recognised } from './import-source.ts';

/** The ports of an import. */
export interface Importing {
  readonly knowledge: Knowledge;
  /** @throws CoachError where nothing is there, or it cannot be read. */
  readonly open: (named: string) => ImportSource;
  /** The journal as it is, and its trash. */
  readonly here: JournalFiles;
  readonly deleted: JournalFiles;
}

/** The findings about a source, and what is to be done with it. */
export interface ImportPlan extends FoundEntries {
  /** The ids of those to be saved. */
  readonly fresh: ReadonlySet<string>;
}

/** As many mistakes are told; the rest are counted. */
const TOLD = 20;

/** As many notes of no day are named. */
const UNDATED_TOLD = 3;

/** So many entries are held and saved at once. */
const BATCH = 1000;

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
  { kind, read, passedOver }: Recognised,
  { knowledge, here, deleted }: Importing,
  progress: (read: number) => void,
): Promise<ImportPlan> {
  const { ids: known, notes } = await idsIn(here);
  const { ids: trash } = await idsIn(deleted);
  const isOfKnownFile = knownFiles(notes, here);
  const seen = new Map<string, string>();
  const tags = new Map<string, number>();
  const lost = new Map<Lost, number>();
  const mistakes: string[] = [];
  const fresh = new Set<string>();
  const counts = { found: 0, twice: 0, clashing: 0, here: 0, changed: 0, edited: 0, deleted: 0 };
  const uncounted = { unreadable: 0, undated: 0 };
  const undatedNames: string[] = [];
  let first: Day | undefined;
  let last: Day | undefined;
  const refuse = (place: string, mistake: string): void => {
    uncounted.unreadable += 1;
    if (mistakes.length < TOLD) mistakes.push(`${place}: ${mistake}`);
  };
  for (const item of read()) {
    progress(counts.found + uncounted.unreadable);
    if ('undated' in item) {
      uncounted.undated += 1;
      if (undatedNames.length < UNDATED_TOLD) undatedNames.push(item.place);
      continue;
    }
    const entry = entryOf(item, kind, knowledge);
    if (typeof entry === 'string') {
      refuse(item.place, entry);
      continue;
    }
    const words = wordsOf(entry);
    const wrong = await whatIsWrong(entry, words);
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
    for (const one of 'foreign' in item ? (item.foreign.lost ?? []) : []) count(lost, one);
    const path = known.get(entry.id);
    if (path !== undefined) counts[(await saysSame(path, words, here)) ? 'here' : 'changed'] += 1;
    else if (trash.has(entry.id)) counts.deleted += 1;
    else {
      fresh.add(entry.id);
      if ('foreign' in item && (await isOfKnownFile(item.foreign, entry.day))) counts.edited += 1;
    }
  }
  return {
    kind,
    passedOver,
    ...counts,
    ...uncounted,
    undatedNames,
    first,
    last,
    tags,
    lost,
    fresh,
    mistakes,
  };
}

/**
 * Saves what a plan found to be new. The source is read again, so that of a long one only a few entries are held at once.
 *
 * @param progress - Called with how many entries are on disk for good.
 * @returns How many came in. When one cannot be saved, those of which `progress` told are in.
 *
 * @example
 * const source = recogniseSource(sample('lines.jsonl'), 'lines.jsonl', undefined, { hash, offsetIn });
 * const plan = await planImport(source, firstImport, () => {});
 * await applyImport(source, plan, firstImport, anyJournal, () => {}) //=> 4
 */
export async function applyImport(
  { kind, read }: Recognised,
  { fresh }: ImportPlan,
  { knowledge }: Importing,
  journal: ManyEntries & Pick<Journal, 'has'>,
  progress: (saved: number) => void,
): Promise<number> {
  const waiting = new Set(fresh);
  let batch: Entry[] = [];
  let saved = 0;
  const save = async (): Promise<void> => {
    try {
      saved += await journal.addAll(batch);
    } catch (error) {
      progress(saved + batch.filter((entry) => journal.has(entryPath(entry))).length);
      throw error;
    }
    batch = [];
    progress(saved);
  };
  for (const item of read()) {
    if ('undated' in item) continue;
    const entry = entryOf(item, kind, knowledge);
    if (typeof entry === 'string' || !waiting.delete(entry.id)) continue;
    batch.push(entry);
    if (batch.length >= BATCH) await save();
  }
  await save();
  return saved;
}

/** @returns What is wrong, where there is none. */
function entryOf(
  item: Exclude<SourceItem, { undated: true }>,
  kind: SourceKind,
  { hash }: Knowledge,
): Entry | string {
  if ('mistake' in item) return item.mistake;
  return 'entry' in item ? item.entry : noteFrom(kind, item.foreign, hash);
}

/** An entry comes in only when the file that it makes says just that. */
async function whatIsWrong(entry: Entry, words: string): Promise<string | undefined> {
  try {
    const read = await parseEntryFile(printEntry(entry), 'entry', true);
    return read && wordsOf(read) === words ? undefined : 'this cannot be kept as it is in a file of coach';
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return error.mistakes.map(({ message }) => message).join('; ');
  }
}

/** All that an entry says but the words in brackets beside a choice, which JSON may lack, and the order of its tags. */
function wordsOf(entry: Entry): string {
  return JSON.stringify(entryAsJson({ ...entry, tags: entry.tags.toSorted() }, ''));
}

function digestOf(words: string, { hash }: Knowledge): string {
  return String.fromCharCode(...hash(words).subarray(0, 12));
}

async function saysSame(path: string, words: string, files: JournalFiles): Promise<boolean> {
  try {
    await files.prepare([path]);
    const text = files.read(path);
    const there = text === undefined ? undefined : await parseEntryFile(text, path, true);
    return there !== undefined && wordsOf(there) === words;
  } catch (error) {
    if (error instanceof FileMistakes) return false;
    throw error;
  }
}

/** Entries of a folder by what their names tell. */
interface KnownEntries {
  readonly ids: ReadonlyMap<string, string>;
  /** The paths of those that came from elsewhere, or may have, by their days. */
  readonly notes: ReadonlyMap<Day, readonly string[]>;
}

/** Ids and where they are. Names tell them; of files that a person has named, the first lines do. */
async function idsIn(files: JournalFiles): Promise<KnownEntries> {
  const ids = new Map<string, string>();
  const notes = new Map<Day, string[]>();
  for (const { path: folder, names } of files.folders()) {
    for (const name of names) {
      const path = pathIn(folder, name);
      const said = readEntryName(name);
      const id = said?.id ?? rawFollowed(await textOf(path, files)).id;
      if (id !== undefined) ids.set(id, path);
      if (said?.bank !== NOTE.bank) continue;
      const ofDay = notes.get(said.day);
      if (ofDay) ofDay.push(path);
      else notes.set(said.day, [path]);
    }
  }
  return { ids, notes };
}

/** Whether a note of the same day came from the same file. Of one that has another day now, nothing is known. */
type IsOfKnownFile = (foreign: ForeignEntry, day: Day) => Promise<boolean>;

/** Of each day that is asked for, the files are read once. */
function knownFiles(notes: KnownEntries['notes'], files: JournalFiles): IsOfKnownFile {
  const linesOf = new Map<Day, ReadonlySet<string>>();
  return async ({ sourceFile }, day) => {
    if (sourceFile === undefined) return false;
    const lines = linesOf.get(day) ?? (await sourceLines(notes.get(day) ?? [], files));
    linesOf.set(day, lines);
    return lines.has(sourceFileLine(sourceFile));
  };
}

async function sourceLines(paths: readonly string[], files: JournalFiles): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  for (const path of paths) {
    const [line] = /^source-file: .*$/m.exec(await textOf(path, files)) ?? [];
    if (line !== undefined) lines.add(line);
  }
  return lines;
}

async function textOf(path: string, files: JournalFiles): Promise<string> {
  try {
    await files.prepare([path]);
    return files.read(path) ?? '';
  } catch (error) {
    if (error instanceof FileMistakes) return '';
    throw error;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
