// How each kind of source is told from the others, and how its entries are read.
import { DAYLIO_NEEDS, DAYLIO_KNOWN_BY, readDaylioTable } from './tables/import-daylio.ts';
import { FATEBOOK_NEEDS, FATEBOOK_KNOWN_BY, readFatebookTable } from './tables/import-fatebook.ts';
import { isJourneyEntry, isJourneyMedium, readJourneyEntry } from './html/import-journey.ts';
import { isCoachEntry, readCoachEntry } from './import-coach-json.ts';
import { isDayOneMedium } from './day-one-media.ts';
import { isDayOneExport, readDayOneEntry } from './import-day-one.ts';
import { isJournalCliEntry, readJournalCliEntry } from './import-journal-cli.ts';
import { isJrnlEntry, isJrnlExport, isJrnlText, readJrnlEntry, readJrnlText } from './import-jrnl.ts';
import { isDatedText, readJsonLine } from './import-json-lines.ts';
import type { Knowledge, SourceItem } from './foreign-entry.ts';
import { type SourceKind, SOURCE_KINDS } from './source-kinds.ts';
import type { TableRow } from './tables/table-row.ts';

/** How a file is to be read: line by line, as one JSON document, as text, or row by row. */
export type Form = 'lines' | 'document' | 'text' | 'table';

/** Entries in JSON: one document of all of them, a list, or one on each line. */
interface JsonReader {
  /** Whether a document is an export of this kind; its entries are in the list `entries`. */
  readonly isExport?: (document: unknown) => boolean;
  /** Whether a value is an entry of this kind. The first kind that says so has it. */
  readonly isEntry?: (value: unknown) => boolean;
  /** @param file - The file that the value is in, by the name that the program gave it; empty where nobody knows. */
  readonly read: (value: unknown, place: string, knowledge: Knowledge, file: string) => SourceItem;
}

/** Entries in one text. */
interface TextReader {
  /** @param head - How it begins. */
  readonly is: (head: string) => boolean;
  readonly read: (text: string, name: string) => Iterable<SourceItem>;
}

/** Entries in the rows of a table, in CSV. */
interface TableReader {
  /** The columns by which a table is told to be of this kind. */
  readonly knownBy: readonly string[];
  /** The columns without which it cannot be read. */
  readonly needs: readonly string[];
  /** @param rows - All of them, read anew each time. */
  readonly read: (rows: () => Iterable<TableRow>, knowledge: Knowledge) => Iterable<SourceItem>;
}

/** The facts about a kind of source. */
export interface SourceReader {
  readonly json?: JsonReader;
  readonly text?: TextReader;
  readonly table?: TableReader;
  /** Whether a file beside its entries is a picture or a recording of one of them, which tells of it itself. */
  readonly isMedium?: (file: string) => boolean;
  /**
   * Whether it keeps moments in UTC without a zone, so that `--zone` is of use: always, and they are shown in this machine's zone
   * where none is asked for; or sometimes, and they stay in UTC then.
   */
  readonly utc?: 'always' | 'sometimes';
  /** How a file is read that only the person says to be of this kind; where there is a text, as that. */
  readonly form?: 'lines';
}

/** Of each kind how it is told and read. Notes are told by their names and headings (`notes/sort-notes.ts`). */
export const SOURCE_READERS: Readonly<Record<SourceKind, SourceReader>> = {
  coach: { json: { isEntry: isCoachEntry, read: readCoachEntry }, form: 'lines' },
  jrnl: {
    json: { isExport: isJrnlExport, isEntry: isJrnlEntry, read: readJrnlEntry },
    text: { is: isJrnlText, read: readJrnlText },
  },
  'day-one': {
    json: {
      isExport: isDayOneExport,
      read: (value, place, { offsetIn }, file) => readDayOneEntry(value, place, offsetIn, file),
    },
    isMedium: isDayOneMedium,
    utc: 'sometimes',
  },
  journey: {
    json: {
      isEntry: isJourneyEntry,
      read: (value, place, { offsetIn }) => readJourneyEntry(value, place, offsetIn),
    },
    isMedium: isJourneyMedium,
    utc: 'sometimes',
  },
  daylio: { table: { knownBy: DAYLIO_KNOWN_BY, needs: DAYLIO_NEEDS, read: readDaylioTable } },
  fatebook: {
    table: { knownBy: FATEBOOK_KNOWN_BY, needs: FATEBOOK_NEEDS, read: readFatebookTable },
    utc: 'always',
  },
  'journal-cli': { json: { isEntry: isJournalCliEntry, read: readJournalCliEntry }, utc: 'always' },
  markdown: { utc: 'sometimes' },
  headings: {},
  lines: { json: { isEntry: isDatedText, read: readJsonLine }, form: 'lines', utc: 'sometimes' },
};

/**
 * The first kind of source of which something is true, in the order in which they are listed.
 *
 * @example
 * kindWhere(({ text }) => text?.is('[2026-11-22 09:14] Rain.')) //=> 'jrnl'
 */
export function kindWhere(isTrue: (reader: SourceReader) => boolean | undefined): SourceKind | undefined {
  return KINDS.find((kind) => isTrue(SOURCE_READERS[kind]));
}

// The keys of a record that is written out are its kinds.
// eslint-disable-next-line typescript/no-unsafe-type-assertion
const KINDS = Object.keys(SOURCE_KINDS) as readonly SourceKind[];

/**
 * The entry that a JSON value is, or what is wrong with it.
 *
 * @param place - Where it stands, to be told.
 *
 * @example
 * readValue({ date: '2026-11-22', text: 'Rain.' }, 'a.json, entry 1', 'lines', { hash, offsetIn })
 * //=> { place: 'a.json, entry 1', … }
 */
export function readValue(
  value: unknown,
  place: string,
  kind: SourceKind,
  knowledge: Knowledge,
  file = '',
): SourceItem {
  const { json } = SOURCE_READERS[kind];
  return json ? json.read(value, place, knowledge, file) : { place, mistake: notOf(kind) };
}

/**
 * The complaint about something of a different kind from everything around it.
 *
 * @example
 * notOf('jrnl') //=> 'this is not an entry from jrnl'
 */
export function notOf(kind: SourceKind): string {
  return `this is not an entry from ${SOURCE_KINDS[kind].name}`;
}
