// The kinds of sources that entries may come from.

/** Where entries may come from, as `--from` names it: in words, and in the list of all that can be read. */
export const SOURCE_KINDS = {
  coach: { name: 'coach', listed: 'its own exports (JSON, folder)' },
  jrnl: { name: 'jrnl', listed: 'jrnl (JSON, text, folder)' },
  'day-one': { name: 'Day One', listed: 'Day One (JSON, zip)' },
  journey: { name: 'Journey', listed: 'Journey (zip, folder)' },
  daylio: { name: 'Daylio', listed: 'Daylio (CSV)' },
  fatebook: { name: 'Fatebook', listed: 'Fatebook (CSV)' },
  'journal-cli': { name: 'journal-cli', listed: 'journal-cli' },
  markdown: { name: 'dated Markdown or text files', listed: 'dated Markdown or text files' },
  headings: { name: 'text with dated headings', listed: 'text with dated headings' },
  lines: { name: 'lines of JSON', listed: 'lines of JSON' },
} as const;

export type SourceKind = keyof typeof SOURCE_KINDS;
