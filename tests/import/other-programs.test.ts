import { describe, expect, test } from 'vitest';
import { closedFile } from '../../src/import/closed-file.ts';
import { OTHER_PROGRAMS } from '../../src/import/others/other-program-rows.ts';
import { otherFile, otherFolder } from '../../src/import/others/other-programs.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Beginnings as the programs write them, shortened. */
const FILES: readonly (readonly [is: string, name: string, head: string])[] = [
  ['a backup of Daylio', 'backup_2026_11_22.daylio', 'PK'],
  ['a database of Day One', 'DayOne.sqlite', 'SQLite format 3\0'],
  [
    'a journal of Day One Classic',
    '0F3A.doentry',
    `${XML}<!DOCTYPE plist PUBLIC "x">\n<plist version="1.0">\n<dict>\n<key>Entry Text</key>`,
  ],
  ["jrnl's XML", 'journal.xml', '<?xml version="1.0" ?>\n<journal>\n\t<entries>\n\t\t<entry'],
  ["jrnl's boxes for the screen", 'journal.txt', '\u00e2\u0094\u008e\u00e2\u0094\u0080'],
  [
    'an export of Mini Diarium',
    'diary.json',
    '{\n  "metadata": {\n    "application": "Mini Diarium",\n    "version": "0.5.0"\n  },\n  "entries": [',
  ],
  [
    'an export of Mini Diarium',
    'sorted.json',
    '{\n  "entries": [\n    {\n      "date": "2026-11-22",\n      "dateUpdated": "2026-11-22T09:14:05Z",\n      "id": 1',
  ],
  [
    'an export of Mini Diary',
    'diary.json',
    '{"metadata":{"application":"Mini Diary","version":"3.3.0"},"entries":{',
  ],
  ['a section of OneNote', 'New.one', '\u00e4R\u005c{\u008c\u00d8\u00a7M'],
  ['a backup of Bear', 'Bear Notes.bear2bk', 'PK'],
  ['a TextBundle', 'example.textpack', 'PK'],
  [
    'an export of Evernote',
    'notes.xml',
    `${XML}<!DOCTYPE en-export SYSTEM "x">\n<en-export export-date="x">`,
  ],
  ['an export of Evernote', 'My Notes.enex', ''],
  ['an export of Joplin', 'notes', `07d4a94060e947da8ed0a3466fa290de.md${'\0'.repeat(60)}`],
  [
    'an export of Google Keep',
    'note.json',
    '{"color":"DEFAULT","textContent":"","userEditedTimestampUsec":1726840676540000}',
  ],
  ['an archive of Google Takeout', 'takeout-20250130T150824Z-001.tgz', '\u001f\u008b'],
  [
    'a backup of Standard Notes',
    'backup.txt',
    '{\n  "version": "004",\n  "items": [\n    {\n      "uuid": "x",\n      "content_type": "Note"',
  ],
  ['an export of Simplenote', 'notes.json', '{\n  "activeNotes": ['],
  ['an encrypted backup of Diaro', 'DiaroBackup.denc', '\u0001\u0002'],
  ['a journal of RedNotebook', '2023-06.txt', '8:\n  text: Some note long ago\n'],
  ['a journal of RedNotebook', '2023-06.txt', '12: {text: Some note}\n'],
  ['a notebook of Zim', 'Home.txt', 'Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n'],
  [
    'notes of Tomboy or Gnote',
    'x.note',
    `${XML}<note version="0.3" xmlns="http://beatniksoftware.com/tomboy">`,
  ],
  [
    'an export of Roam Research',
    'graph.json',
    '[{"children":[{"string":"Todo",":create/user":{":user/uid":"x"}}]}]',
  ],
  ['an export of Reflect', 'reflect.json', '{\n    "export_version": "1.0",\n    "graph_version": 15,'],
  ['an export of Drafts', 'x.json', '[\n  {\n    "languageGrammar" : "Markdown",'],
  ['a backup of ColorNote', 'x', '\0N\0O\0T\0E\0\0\0\u0007'],
  [
    'an export of WordPress',
    'x.xml',
    `${XML}<!-- x -->\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">`,
  ],
  ['an export of CherryTree', 'x.ctd', `${XML}<cherrytree>\n`],
  ['an export of Turtl', 'x.json', '{\n  "boards": [\n    {\n      "space_id": "01"'],
  ['notes of Samsung Notes', 'x.sdocx', 'PK'],
  ['an export of Synology Note Station', 'x.nsx', 'PK'],
  ['a document of a word processor', 'diary.docx', 'PK'],
  ['a page in HTML', 'diary.html', '<!doctype html>\n<html>'],
];

/** Files as they lie in the folders and zips of the programs. */
const FOLDERS: readonly (readonly [is: string, names: readonly string[]])[] = [
  ['a backup of Daylio', ['assets/photos/a', 'backup.daylio']],
  ['a journal of Day One Classic', ['entries/0F3A.doentry', 'photos/a.jpg']],
  [
    'an export of Apple Journal',
    ['AppleJournalEntries/Entries/2024-11-03.html', 'AppleJournalEntries/Resources/a.json'],
  ],
  ['an export of Notion', ['Testing d6b3c32152e74436a74431b33f22d0ce.html']],
  ['an export of Notion', ['Export-8e3a053e-8b22-4840-b85d-eca809e28228-Part-1.zip']],
  ['a section of OneNote', ['Notebook/.onetoc2', 'Notebook/Quick Notes.one']],
  ['a backup of Bear', ['Bear Notes 2023-10-11 at 10.12.bear2bk/A.textbundle/info.json']],
  ['a TextBundle', ['Example.textbundle/info.json', 'Example.textbundle/text.markdown']],
  ['an export of Evernote', ['My Notes.enex', 'Work.enex']],
  ['an export of Joplin', ['all.jex']],
  ['an export of Google Keep', ['Takeout/archive_browser.html', 'Takeout/Keep/a.json']],
  ['an export of Google Keep', ['Takeout/Google Notizen/Labels.txt', 'Takeout/Google Notizen/a.json']],
  ['an archive of Google Takeout', ['Takeout/Drive/Brief.docx']],
  ['a backup of Standard Notes', ['Items/Note/a-1.txt', 'Standard Notes Backup and Import File.txt']],
  ['an export of Simplenote', ['Sample Note.txt', 'source/notes.json']],
  ['an encrypted backup of Diaro', ['DiaroBackup.denc', 'media/photo/a.jpg']],
  ['a backup of Diaro', ['DiaroBackup.xml', 'media/photo/a.jpg']],
  ['a journal of RedNotebook', ['2023-06.txt', '2024-06.txt']],
  ['a notebook of Zim', ['Home.txt', 'notebook.zim']],
  ['notes of Tomboy or Gnote', ['67da125e-3fce-4003-a798-c29b7ef6effb.note']],
  ['a backup of UpNote', ['data/1729010495282.upnx']],
  ['an export of Zoho Notebook', ['2009/ihl6eaddb4/ihl6e65ed.znote']],
  ['an export of Zoho Notebook', ['20098146652/ihl6e22454ad4ab064290a25d6c1733d63dfb.html']],
  ['an archive of Zettelkasten', ['metaInformation.xml', 'zknFile.xml']],
  ['notes of Samsung Notes', ['A note_250315.sdocx']],
  ['a document of a word processor', ['[Content_Types].xml', 'word/document.xml']],
];

describe('what coach does not read was refused without a name', () => {
  test.each(FILES)('%s is told by the file %s', (is, name, head) => {
    expect(otherFile(name, head)?.is).toBe(is);
    expect(otherFile(name, `\u00ef\u00bb\u00bf${head}`)?.is).toBe(is);
  });

  test.each(FOLDERS)('%s is told by what is in it', (is, names) => {
    expect(otherFolder('x', names)?.is).toBe(is);
  });

  test('and each of them is tried here', () => {
    const tried = new Set([...FILES, ...FOLDERS].map(([is]) => is));
    expect([...tried].toSorted()).toEqual([...new Set(OTHER_PROGRAMS.map(({ is }) => is))].toSorted());
  });
});

test.each([
  ['a text', 'Dear diary'],
  ['JSON', '{"a": 1}'],
  ['lines', '{"date": "2026-11-22", "text": "content_type"}'],
  ['a list', '1: milk\n2: text\n'],
])('%s of no known program gets no name', (_what, head) => {
  expect(otherFile('x', head)).toBeUndefined();
});

test.each([[['2026-11-22.md', 'notes/a.txt']], [['Some page.md', 'Entries/a.html', 'info.json']], [[]]])(
  'a folder with %j gets no name',
  (names) => expect(otherFolder('x', names)).toBeUndefined(),
);

test('a folder has its name from its own, too', () => {
  expect(otherFolder('Downloads/Takeout', ['Keep/a.json'])?.is).toBe('an export of Google Keep');
  expect(otherFolder('Takeout/Keep', ['a.html', 'a.json'])?.is).toBe('an export of Google Keep');
  expect(otherFolder('/home/me/Rain.textbundle', ['info.json', 'text.md'])?.is).toBe('a TextBundle');
});

/** Formats of Jimmy 1.1.27 of which a real export was turned into Markdown, which coach then dated. */
const TRIED_WITH_JIMMY =
  'bear evernote joplin google_keep standard_notes simplenote diaro rednotebook zim tomboy_ng roam_research ' +
  'reflect drafts colornote wordpress cherrytree turtl upnote zoho_notebook zettelkasten synology_note_station';

/** Commands that were run, as they stand: with jrnl 1.9.8, 2.4.5, 2.8.4, 3.3 and 4.6, with jq 1.6, with Jimmy 1.1.27. */
const RUN = [
  'jrnl --export json >journal.json',
  'jrnl --config-override journals.default FOLDER --export json >journal.json',
  "jq -c '.entries[] | {date, title, text}' FILE >diary.jsonl",
  "jq -c '.entries | to_entries[] | {date: .key} + (.value | {title, text})' FILE >diary.jsonl",
  'jimmy cli AppleJournalEntries/Entries --output-folder notes',
];

test('a hint was never run', () => {
  expect(closedFile('JRNLv3')?.hint).toContain(RUN[0]);
  const formats = OTHER_PROGRAMS.flatMap(({ way }) => (typeof way === 'string' ? [] : [way.jimmy]));
  expect(formats.toSorted()).toEqual(TRIED_WITH_JIMMY.split(' ').toSorted());
  expect(otherFile('a.backup', '\0N\0O\0T\0E\0')?.hint).toContain(
    'jimmy cli FILE --format colornote --password 0000 --frontmatter joplin --output-folder notes\n  coach journal import notes',
  );
  const words = OTHER_PROGRAMS.flatMap(({ way }) => (typeof way === 'string' ? [way] : []));
  const commands = words.flatMap(
    (hint) => hint.match(/(?:jrnl --|jq -|jimmy cli ).*?(?=$|\n|, with Jimmy)/g) ?? [],
  );
  for (const command of commands) {
    const isJimmy = /^jimmy cli FILE --format (\w+) --frontmatter joplin --output-folder notes$/.exec(
      command,
    )?.[1];
    expect(isJimmy === undefined ? RUN : TRIED_WITH_JIMMY.split(' ')).toContain(isJimmy ?? command);
  }
  expect(commands.length).toBeGreaterThan(5);
});
