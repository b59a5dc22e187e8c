// How each kind of source is told from the others, and how its entries are read.
import { isCoachEntry, readCoachEntry } from './import-coach-json.ts';
import { isDayOneExport, readDayOneEntry } from './import-day-one.ts';
import { isJournalCliEntry, readJournalCliEntry } from './import-journal-cli.ts';
import { isJrnlEntry, isJrnlExport, isJrnlText, readJrnlEntry, readJrnlText } from './import-jrnl.ts';
import { isDatedText, readJsonLine } from './import-json-lines.ts';
import type { Knowledge, SourceItem } from './foreign-entry.ts';
import { type SourceKind, SOURCE_KINDS } from './source-kinds.ts';

/** How a file is to be read: line by line, as one JSON document, or as text. */
export type Form = 'lines' | 'document' | 'text';

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

/** The facts about a kind of source. */
export interface SourceReader {
  readonly json?: JsonReader;
  readonly text?: TextReader;
  /** How a file is read that only the person says to be of this kind; where there is a text, as that. */
  readonly form?: 'lines';
}

/** Of each kind how it is told and read. Dated notes are told by their names (`text-files.ts`). */
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
  },
  'journal-cli': { json: { isEntry: isJournalCliEntry, read: readJournalCliEntry } },
  markdown: {},
  lines: { json: { isEntry: isDatedText, read: readJsonLine }, form: 'lines' },
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
