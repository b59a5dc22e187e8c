// The formats in which a journal can leave: all that is said of each of them, and how it is written.
import type { StoredEntry } from '../domain/entry/entry.ts';
import { jsonPieces } from '../formats/entry/entry-json.ts';
import type { EntryStream, StreamOrder } from '../app/ports/entry-index.ts';

/** The entries to be written in a format. */
export interface EntriesToExport {
  readonly stream: EntryStream;
  /** The same entries, counted as they are written. To be gone through once. */
  readonly counted: (order: StreamOrder) => Iterable<StoredEntry>;
  /** The same as they stand in a list in JSON, the newest first. To be gone through once. */
  readonly inJson: Iterable<string | Uint8Array>;
  /** Columns of a line of plain text, at most. */
  readonly width: number;
}

/** A format, as the help tells it; one that is told in the same words as the one before shares its line. */
interface FormatRow {
  readonly help: string;
  /** The endings of names that tell it. */
  readonly endings: readonly string[];
  /** The text in pieces. What it takes is loaded only where it is asked for. */
  readonly pieces: (entries: EntriesToExport) => Promise<Iterable<string | Uint8Array>>;
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
  },
  html: {
    help: 'one page to read, print, or open on a phone',
    endings: ['html', 'htm'],
    pieces: async ({ stream, counted }) =>
      (await import('./export-html.ts')).htmlPage(stream.entries('oldest'), counted('months')),
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
} as const satisfies Readonly<Record<string, FormatRow>>;

export type ExportFormat = keyof typeof FORMATS;

/** The formats in the order in which they are listed. */
// eslint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record that is written out
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

/**
 * All that is known of a format.
 *
 * @example
 * formatRow('jsonl').endings //=> ['jsonl', 'ndjson']
 */
export function formatRow(format: ExportFormat): FormatRow {
  return FORMATS[format];
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
