// The formats in which a journal can leave: all that is said of each of them, and how it is written.
import type { StoredEntry } from '../domain/entry/entry.ts';
import { jsonPieces } from '../formats/entry/entry-json.ts';
import type { EntryStream, StreamOrder } from '../app/ports/entry-index.ts';
import type { Now } from '../domain/time/moment.ts';
import type { FilesForm } from './files-form.ts';

/** The entries to be written in a format. */
export interface EntriesToExport {
  readonly stream: EntryStream;
  /** The same entries, counted as they are written. To be gone through once. */
  readonly counted: (order: StreamOrder) => Iterable<StoredEntry>;
  /** The same as they stand in a list in JSON, the newest first. To be gone through once. */
  readonly inJson: Iterable<string | Uint8Array>;
}

/** What a text depends on beside the entries in it. */
export interface TextWishes {
  /** Columns of a line of plain text, at most. */
  readonly width: number;
  readonly now: Now;
  /** A zip, where the format has one. */
  readonly isZip: boolean;
}

/** A format, as the help tells it; one that is told in the same words as the one before shares its line. */
interface FormatRow {
  readonly help: string;
  /** The endings of names that tell it. */
  readonly endings: readonly string[];
  /** The text in pieces, where there is one text of all. What it takes is loaded only where it is asked for. */
  readonly pieces?: (entries: EntriesToExport & TextWishes) => Promise<Iterable<string | Uint8Array>>;
  /** What each piece links to is held to the end. */
  readonly holdsLinks?: true;
  /** A file for each entry, where they can be written into a folder. */
  readonly files?: (stream: EntryStream) => Promise<FilesForm>;
}

const FOR_PROGRAMS = 'every entry in full, newest first, for other programs';

const FORMATS = {
  json: {
    help: FOR_PROGRAMS,
    endings: ['json'],
    pieces: async ({ inJson }) => jsonPieces(inJson),
  },
  jsonl: {
    help: FOR_PROGRAMS,
    endings: ['jsonl', 'ndjson'],
    pieces: async ({ counted }) => (await import('./export-json.ts')).jsonLines(counted('newest')),
  },
  markdown: {
    help: 'one document; in a folder, one file per entry',
    endings: ['md', 'markdown'],
    pieces: async ({ counted }) => (await import('./export-markdown.ts')).markdownDocument(counted('oldest')),
    files: async (stream) => (await import('./linked-files.ts')).linkedFiles(stream.entries('newest')),
  },
  html: {
    help: 'one page to read, print, or open on a phone',
    endings: ['html', 'htm'],
    pieces: async ({ stream, counted }) =>
      (await import('./export-html.ts')).htmlPage(stream.entries('oldest'), counted('months')),
    holdsLinks: true,
  },
  csv: {
    help: 'one row per answer, for spreadsheets',
    endings: ['csv'],
    pieces: async ({ counted }) => (await import('./export-csv.ts')).csvRows(counted('oldest')),
  },
  text: {
    help: 'plain text, as coach journal --full prints it',
    endings: ['txt'],
    pieces: async ({ counted, width }) =>
      (await import('./export-text.ts')).textPages(counted('oldest'), width),
  },
  jrnl: {
    help: 'a journal for jrnl: jrnl --import --file NAME',
    endings: [],
    pieces: async ({ counted }) => (await import('./export-jrnl.ts')).jrnlText(counted('oldest')),
  },
  'day-one': {
    help: 'JSON for Day One; a zip of it if --to ends in .zip',
    endings: [],
    pieces: async ({ counted, now, isZip }) => {
      const json = (await import('./export-day-one.ts')).dayOneJson(counted('oldest'), now);
      return isZip ? (await import('./zipped-file.ts')).zippedFile('Journal.json', json, now.epoch) : json;
    },
  },
  'daily-notes': {
    help: 'a folder of plain dated notes for Obsidian, Logseq or nb',
    endings: [],
    files: async (stream) => (await import('./daily-notes.ts')).dailyNotes(stream.entries('oldest')),
  },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type ExportFormat = keyof typeof FORMATS;

/** A format of which there is one text of all entries. */
export type TextFormat = {
  [Format in ExportFormat]: 'pieces' extends keyof (typeof FORMATS)[Format] ? Format : never;
}[ExportFormat];

/** The formats in the order in which they are listed. */
// eslint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record that is written out
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

/**
 * All that is known of a format.
 *
 * @example
 * formatRow('jsonl').endings //=> ['jsonl', 'ndjson']
 */
export function formatRow<Format extends ExportFormat>(format: Format): FormatRow & (typeof FORMATS)[Format] {
  return FORMATS[format];
}

/**
 * Whether there is one text of all entries in a format.
 *
 * @example
 * isTextFormat('daily-notes') //=> false
 */
export function isTextFormat(format: ExportFormat): format is TextFormat {
  return 'pieces' in FORMATS[format];
}

/**
 * The format that the name of a file tells.
 *
 * @example
 * formatOfName('backup/journal.html') //=> 'html'
 * formatOfName('journal') //=> undefined
 */
export function formatOfName(name: string): ExportFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return EXPORT_FORMATS.find((format) => formatRow(format).endings.includes(ending));
}
