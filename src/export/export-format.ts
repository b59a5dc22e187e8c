// The formats in which a journal can leave, and the endings of names that tell them.

/** The formats in which a journal can leave. */
export const EXPORT_FORMATS = ['json', 'jsonl', 'markdown', 'html', 'csv', 'text'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  csv: 'csv',
  txt: 'text',
};

/**
 * The format that the name of a file tells.
 *
 * @example
 * formatOfName('backup/journal.html') //=> 'html'
 * formatOfName('journal') //=> undefined
 */
export function formatOfName(name: string): ExportFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
}
