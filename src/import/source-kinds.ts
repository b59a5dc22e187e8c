// The kinds of sources that entries may come from.

/** Where entries may come from, as `--from` names it, and in words. */
export const SOURCE_KINDS = {
  coach: 'coach',
  jrnl: 'jrnl',
  'day-one': 'Day One',
  'journal-cli': 'journal-cli',
  markdown: 'dated Markdown files',
  lines: 'lines of JSON',
} as const;

export type SourceKind = keyof typeof SOURCE_KINDS;
