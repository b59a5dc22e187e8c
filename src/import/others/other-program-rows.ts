// Programs whose exports coach tells by what only they have, and the way that leads on from each.

/** How the export of a program is told: by what only that program has. */
export interface OtherProgramRow {
  readonly is: string;
  /** The name of the file itself. */
  readonly file?: RegExp;
  /** Its beginning, each byte as one character (Latin-1). */
  readonly begins?: RegExp;
  /** The path of a file in a folder or a zip. */
  readonly inside?: RegExp;
  /** The name by which Jimmy knows the format, or else the next step in words. */
  readonly way: { readonly jimmy: string; readonly flags?: string } | string;
}

const DATED_NAME = 'under a name that begins with its date, such as 2026-11-22.md';
const JSON_OF_JRNL = 'Have jrnl write it as JSON, and import that: jrnl --export json >journal.json';

/** Each by a real export or a published format. Where several are true, the first one counts. */
export const OTHER_PROGRAMS: readonly OtherProgramRow[] = [
  {
    is: 'a backup of Daylio',
    file: /\.daylio$/i,
    inside: /^backup\.daylio$/,
    way: 'In Daylio, export a CSV (table) instead: More, Export Entries.',
  },
  {
    is: 'a database of Day One',
    file: /^DayOne\.sqlite$/i,
    way: 'In Day One, export JSON instead: File, Export, JSON.',
  },
  {
    is: 'a journal of Day One Classic',
    begins: /^\s*<\?xml[^]*<key>Entry Text<\/key>/,
    inside: /\.doentry$/,
    way: 'jrnl reads its folder: jrnl --config-override journals.default FOLDER --export json >journal.json',
  },
  {
    is: "jrnl's XML",
    begins: /^\s*<\?xml[^>]*>\s*<journal>\s*<entries>/,
    way: JSON_OF_JRNL,
  },
  { is: "jrnl's boxes for the screen", begins: /^\s*\u00e2\u0094\u008e/, way: JSON_OF_JRNL },
  {
    is: 'an export of Mini Diarium',
    begins:
      /^\s*\{\s*"metadata"\s*:\s*\{[^}]*"application"\s*:\s*"Mini Diarium"|^\s*\{\s*"entries"\s*:\s*\[\s*\{\s*"date"\s*:[^}]*"dateUpdated"\s*:/,
    way: "Make lines of JSON of it: jq -c '.entries[] | {date, title, text}' FILE >diary.jsonl",
  },
  {
    is: 'an export of Mini Diary',
    begins: /^\s*\{\s*"metadata"\s*:\s*\{[^}]*"application"\s*:\s*"Mini Diary"/,
    way: "Make lines of JSON of it: jq -c '.entries | to_entries[] | {date: .key} + (.value | {title, text})' FILE >diary.jsonl",
  },
  {
    is: 'an export of Apple Journal',
    inside: /^(?:AppleJournalEntries\/)?Entries\/\d{4}-\d\d-\d\d[^/]*\.html$/,
    way: 'Jimmy, a free converter (https://github.com/marph91/jimmy), makes dated Markdown of it:\n  jimmy cli AppleJournalEntries/Entries --output-folder notes\n  coach journal import notes',
  },
  {
    is: 'an export of Notion',
    inside: /(?:^|[ -])[0-9a-f]{32}(?:_all)?\.(?:md|html|csv)$|^Export-[0-9a-f-]{36}(?:-Part-\d+)?\.zip$/,
    way: 'It does not say when a page was written. Export it as Markdown, extract it and the zip inside it, and import the folder: the pages with a date in their names come in.',
  },
  {
    is: 'a section of OneNote',
    begins: /^\u00e4\u0052\u005c\u007b\u008c\u00d8\u00a7\u004d/,
    inside: /\.(?:one|onetoc2)$/,
    way: `Copy each page into a Markdown file ${DATED_NAME}.`,
  },
  { is: 'a backup of Bear', file: /\.bear2bk$/i, inside: /\.bear2bk\//, way: { jimmy: 'bear' } },
  {
    is: 'a TextBundle',
    file: /\.(?:textpack|textbundle)$/i,
    inside: /\.textbundle\/info\.json$/,
    way: `It does not say when it was written. Save the text in it ${DATED_NAME}.`,
  },
  {
    is: 'an export of Evernote',
    file: /\.enex$/i,
    begins: /^[^]{0,200}<!DOCTYPE en-export|^\s*(?:<\?xml[^>]*>\s*)?<en-export/,
    inside: /\.enex$/i,
    way: { jimmy: 'evernote' },
  },
  {
    is: 'an export of Joplin',
    file: /\.jex$/i,
    begins: /^[0-9a-f]{32}\.md\0/,
    inside: /\.jex$/i,
    way: { jimmy: 'joplin' },
  },
  {
    is: 'an export of Google Keep',
    begins: /"userEditedTimestampUsec"\s*:/,
    inside: /^(?:Takeout\/)?(?:Keep\/.+\.json$|Google [^/]+\/Labels\.txt$)/,
    way: { jimmy: 'google_keep' },
  },
  {
    is: 'an archive of Google Takeout',
    file: /^takeout-\d{8}T\d{6}Z.*\.(?:tgz|zip)$/i,
    inside: /^Takeout\//,
    way: 'Notes of Google Keep in it: jimmy cli FILE --format google_keep --frontmatter joplin --output-folder notes, with Jimmy, a free converter (https://github.com/marph91/jimmy). Then: coach journal import notes',
  },
  {
    is: 'a backup of Standard Notes',
    file: /^Standard Notes Backup and Import File/i,
    begins: /^\s*\{\s*"version"\s*:\s*"00\d"[^]*"content_type"\s*:/,
    inside: /^Standard Notes Backup and Import File/,
    way: { jimmy: 'standard_notes' },
  },
  {
    is: 'an export of Simplenote',
    begins: /^\s*\{\s*"activeNotes"\s*:/,
    inside: /^source\/notes\.json$/,
    way: { jimmy: 'simplenote' },
  },
  {
    is: 'an encrypted backup of Diaro',
    file: /\.denc$/i,
    inside: /^DiaroBackup\.denc$/,
    way: 'In Diaro, make a backup without encryption.',
  },
  { is: 'a backup of Diaro', inside: /^DiaroBackup\.xml$/, way: { jimmy: 'diaro' } },
  {
    is: 'a journal of RedNotebook',
    begins: /^\d{1,2}:(?:\n  text: | \{text: )/,
    inside: /^(?:data\/)?\d{4}-(?:0[1-9]|1[0-2])\.txt$/,
    way: { jimmy: 'rednotebook' },
  },
  {
    is: 'a notebook of Zim',
    begins: /^Content-Type: text\/x-zim-wiki/,
    inside: /(?:^|\/)notebook\.zim$/,
    way: { jimmy: 'zim' },
  },
  {
    is: 'notes of Tomboy or Gnote',
    begins: /^\s*(?:<\?xml[^>]*>\s*)?<note [^>]*beatniksoftware\.com\/tomboy/,
    inside: /(?:^|\/)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.note$/i,
    way: { jimmy: 'tomboy_ng' },
  },
  { is: 'an export of Roam Research', begins: /":create\/user"\s*:/, way: { jimmy: 'roam_research' } },
  {
    is: 'an export of Reflect',
    begins: /^\s*\{\s*"export_version"\s*:[^]{0,80}"graph_version"/,
    way: { jimmy: 'reflect' },
  },
  {
    is: 'an export of Drafts',
    file: /\.draftsexport$/i,
    begins: /^\s*\[\s*\{[^]*"languageGrammar"\s*:/,
    way: { jimmy: 'drafts' },
  },
  {
    is: 'a backup of ColorNote',
    begins: /^\0N\0O\0T\0E\0/,
    file: /^colornote-.*\.backup$/i,
    way: { jimmy: 'colornote', flags: '--password 0000 ' },
  },
  { is: 'an export of CherryTree', begins: /^\s*<\?xml[^>]*>\s*<cherrytree>/, way: { jimmy: 'cherrytree' } },
  {
    is: 'an export of Turtl',
    begins: /^\s*\{\s*"boards"\s*:[^]*"space_id"\s*:/,
    way: { jimmy: 'turtl' },
  },
  { is: 'a backup of UpNote', inside: /\.upnx$/, way: { jimmy: 'upnote' } },
  {
    is: 'an export of Zoho Notebook',
    inside: /\.znote$/,
    way: 'In Zoho Notebook, export HTML instead, and import that for the next step.',
  },
  {
    is: 'an export of Zoho Notebook',
    inside: /^\d{6,}\/[0-9a-z]{30,}\.html$/,
    way: { jimmy: 'zoho_notebook' },
  },
  { is: 'an archive of Zettelkasten', inside: /^zknFile\.xml$/, way: { jimmy: 'zettelkasten' } },
  {
    is: 'notes of Samsung Notes',
    file: /\.sdocx$/i,
    inside: /\.sdocx$/i,
    way: `In Samsung Notes, save each note as a text file, and give it a name that begins with its date, such as 2026-11-22.md.`,
  },
  { is: 'an export of Synology Note Station', file: /\.nsx$/i, way: { jimmy: 'synology_note_station' } },
  {
    is: 'an export of WordPress',
    begins: /^\s*<\?xml[^]{0,4000}xmlns:wp="https?:\/\/wordpress\.org\/export\//,
    way: { jimmy: 'wordpress' },
  },
  {
    is: 'a document of a word processor',
    file: /\.(?:docx?|odt)$/i,
    inside: /^(?:word\/document|content)\.xml$/,
    way: `Save it as plain text ${DATED_NAME}.`,
  },
  {
    is: 'a page in HTML',
    begins: /^\s*(?:<!DOCTYPE html|<html)/i,
    way: `Save it as plain text ${DATED_NAME}.`,
  },
];
