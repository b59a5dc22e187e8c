// Telling what a source is, a file, a folder or a zip, and how its entries are read.
import { wordList } from '../pages/text/word-list.ts';
import { SEALED } from '../domain/entry/entry.ts';
import { likelyEncoding } from '../domain/text/bytes.ts';
import { CoachError } from '../domain/text/errors.ts';
import type { ImportSource, Recognised } from './source.ts';
import { type Knowledge, jsonValue } from './foreign-entry.ts';
import { type SourceKind, SOURCE_KINDS } from './source-kinds.ts';
import { closedFile } from './closed-file.ts';
import { emptySource, encryptedJournal } from './source-refusals.ts';
import { type OtherProgram, otherFile, otherFolder, refuseOther } from './others/other-programs.ts';
import { jrnlDays } from './jrnl/jrnl-days.ts';
import { takenForJrnl } from './jrnl/taken-for-jrnl.ts';
import { isListOfLines, jsonLinesIn, jsonListIn } from './long-json.ts';
import { documentIn, inDocument, isDocument, type NamedDocument, readDocuments } from './read-documents.ts';
import { recogniseText } from './recognise-text.ts';
import { type Form, SOURCE_READERS } from './source-readers.ts';
import { coachFilesIn } from './coach-files.ts';
import { isMarked, isNote } from './notes/note-name.ts';
import { recogniseNote } from './notes/recognise-note.ts';
import { hasDatedHeadings, notesOf, sortNotes } from './notes/sort-notes.ts';
import { kindOfTable, refuseTables, tableIn } from './tables/table-in.ts';
import { jrnlDay, textIn } from './text-files.ts';

/** All that can be read, in a sentence. */
const WHAT_THERE_IS = `coach reads ${wordList(
  Object.values(SOURCE_KINDS).map(({ listed }) => listed),
  'and',
)}.`;

/**
 * Tells what a source is, and how its entries are read.
 *
 * @param from - What the person says that it is.
 * @throws CoachError for what cannot be read: encrypted, unknown, or of another kind than was said.
 *
 * @example
 * recogniseSource(sample('jrnl.json'), 'jrnl.json', undefined, { hash, offsetIn }).kind //=> 'jrnl'
 * recogniseSource(sample('daily'), 'daily', undefined, { hash, offsetIn }).kind //=> 'markdown'
 */
export function recogniseSource(
  source: ImportSource,
  named: string,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised {
  const names = source.names();
  if (names.length === 0) throw emptySource(named, source.shape, source.links?.(), source.leadingOut?.());
  // What of it is not encrypted is not all of it.
  if (source.shape !== 'file' && names.some((name) => name.endsWith(SEALED))) throw encryptedJournal(named);
  const recognise = isOneFile(source, names) ? recogniseFile : recogniseFolder;
  const found = recognise(source, names, from, knowledge);
  if (!found) {
    if (isBlank(source, names)) throw emptySource(named, 'file');
    refuseOther(named, otherIn(source, names, named));
    refuseTables(named, source, names);
    throw new CoachError(`cannot import ${named}`, { hint: WHAT_THERE_IS });
  }
  if (from !== undefined && found.kind !== from) {
    throw new CoachError(
      `${named} looks like ${SOURCE_KINDS[found.kind].name}, not ${SOURCE_KINDS[from].name}`,
      { hint: `Leave out --from, or use --from ${found.kind}.` },
    );
  }
  return { ...found, other: () => otherIn(source, names, named) };
}

/** What a program leaves that has failed, when its output was to become a file. */
function isBlank({ shape, head }: ImportSource, [name = '']: readonly string[]): boolean {
  return shape === 'file' && new TextDecoder().decode(head(name)).trim() === '';
}

/** A file, or a zip of one and nothing else. */
function isOneFile({ shape, links, leadingOut }: ImportSource, names: readonly string[]): boolean {
  if (shape !== 'zip') return shape === 'file';
  return names.length === 1 && links?.() === 0 && leadingOut?.() === 0;
}

/**
 * A file with what it is. How it begins tells; where that is half a line, what the person says of it, or the lines that follow.
 *
 * @param names - The one that it has.
 * @returns Undefined where it is of no known kind.
 * @throws CoachError for a file that has to be made readable first, or that begins as JSON and is none.
 */
function recogniseFile(
  source: ImportSource,
  [name = '']: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const bytes = source.head(name);
  const isInOtherEncoding = isNote(name) && likelyEncoding(bytes) !== undefined;
  const closed = isInOtherEncoding ? undefined : closedFile(latin1(bytes.subarray(0, 4096)));
  if (closed) {
    refuseOther(name, otherIn(source, [name]));
    throw new CoachError(`${name} cannot be read: it is ${closed.is}`, { hint: closed.hint });
  }
  const head = new TextDecoder().decode(bytes);
  const own = coachFilesIn(source, [name]);
  if (own.names.size > 0) return { kind: 'coach', read: () => own.read() };
  if (from === 'markdown' || from === 'headings' || (from === undefined && isMarked(name))) {
    return recogniseNote(source, name, from, knowledge);
  }
  const told = kindOfTable(head) ?? (from !== undefined && SOURCE_READERS[from].table ? from : undefined);
  if (told) return tableIn(source, name, told, knowledge);
  const { kind, form } = recogniseText(head) ?? { kind: from, form: formOf(from) };
  if (kind === 'jrnl' && from !== 'jrnl') refuseOther(name, takenForJrnl(head));
  if (form === 'text' && kind) return textIn(source, name, kind);
  if (form === 'lines') return jsonLinesIn(source, name, kind ?? 'lines');
  if (form === 'document' && from !== undefined && formOf(from) === 'lines' && isBroken(head)) {
    return jsonLinesIn(source, name, from);
  }
  if (form === 'document' && isListOfLines(head)) return jsonListIn(source, name, from, knowledge);
  if (form === 'document') return inOddDocument(source, documentIn(source, name), from, knowledge);
  const isText = from === undefined && (isNote(name) || hasDatedHeadings(head, name));
  return isText ? recogniseNote(source, name, from, knowledge) : undefined;
}

/** By so many bytes it shows which program a file comes from. */
const TELLING = 65_536;

function otherDocument(source: ImportSource, name: string): OtherProgram | undefined {
  return otherFile(name, latin1(source.head(name).subarray(0, TELLING)));
}

/** The program that one file comes from, by how it begins, or many, by what they are called. */
function otherIn(source: ImportSource, names: readonly string[], named = ''): OtherProgram | undefined {
  const [name = '', ...more] = names;
  const inFile = source.shape === 'folder' || more.length > 0 ? undefined : otherDocument(source, name);
  return inFile ?? (source.shape === 'file' ? undefined : otherFolder(named, names));
}

/** How a file is read that is only said to be of a kind. */
function formOf(from: SourceKind | undefined): Form | undefined {
  if (from === undefined) return undefined;
  const { text, form } = SOURCE_READERS[from];
  return text ? 'text' : form;
}

/** Whether the first line, which begins a value, neither is one nor opens one that others close. */
function isBroken(head: string): boolean {
  // A byte order mark is a blank, too.
  const [line = ''] = head.trimStart().split('\n');
  return /^\{\s*"/.test(line) && jsonValue(line) === undefined;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/**
 * A folder or a zip as that which most of the files in it are; where there are as many of several kinds, documents before the
 * rest.
 *
 * @param names - All files in it.
 * @returns Undefined where none of them is of a known kind.
 * @throws CoachError where all that there is are documents that cannot be read.
 */
function recogniseFolder(
  source: ImportSource,
  names: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const days = new Set(jrnlDays(source, names, from));
  const own = coachFilesIn(source, names);
  const isTaken = (name: string): boolean => [days, own.names, own.deleted].some((some) => some.has(name));
  const notes = names.filter((name) => isNote(name) && !isTaken(name));
  const sorted = sortNotes(source, notes, from);
  const documents = names.filter(isDocument).map((name) => documentIn(source, name));
  const kinds: readonly SourceKind[] = [
    ...documents.flatMap((one) => ('kind' in one && one.kind !== 'any' ? [one.kind] : [])),
    ...Array.from(own.names, () => 'coach' as const),
    ...Array.from(days, () => 'jrnl' as const),
    ...sorted.kinds.values(),
  ];
  const counts = new Map<SourceKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!most && sorted.passed.size === 0) return inOddDocuments(source, documents, from, knowledge);
  const kind = from !== undefined && counts.has(from) ? from : (most?.[0] ?? 'markdown');
  const ofNotes =
    kind === 'markdown' || kind === 'headings' ? notesOf(kind, source, sorted, knowledge) : undefined;
  const hasDocuments = documents.some((one) => 'kind' in one && one.kind === kind);
  const odd = documents.filter((one) => !('kind' in one) || one.kind === 'any').length;
  const broken = hasDocuments ? [] : documents.filter((one) => 'error' in one);
  const { isMedium } = SOURCE_READERS[kind];
  const media = isMedium ? names.filter(isMedium).length : 0;
  return {
    kind,
    read: function* read() {
      if (kind === 'coach') yield* own.read();
      if (kind === 'jrnl') for (const name of days) yield* jrnlDay(source, name);
      if (ofNotes) yield* ofNotes.read();
      if (hasDocuments) yield* readDocuments(documents, kind, knowledge, true);
      for (const { name } of broken) yield { place: name, undated: true, because: 'broken' };
    },
    passedOver: {
      kinds: new Map([...counts].filter(([other]) => other !== kind)),
      others:
        names.length -
        kinds.length -
        (ofNotes ? sorted.passed.size : 0) -
        (hasDocuments ? odd : broken.length) -
        media,
      links: source.links?.() ?? 0,
      leadingOut: source.leadingOut?.() ?? 0,
      media,
    },
    ...(ofNotes?.said && { said: ofNotes.said }),
  };
}

/** Documents of which none says what it is. @throws CoachError where one is no JSON, or of a program that is not read. */
function inOddDocuments(
  source: ImportSource,
  documents: readonly NamedDocument[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const telling =
    documents.find((one) => 'error' in one) ??
    documents.find((one) => 'kind' in one) ??
    documents.find((one) => 'program' in one);
  return telling && inOddDocument(source, telling, from, knowledge);
}

/** A document. One that names another program as its own may be of one from which a way leads on. */
function inOddDocument(
  source: ImportSource,
  document: NamedDocument,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  if ('program' in document) refuseOther(document.name, otherDocument(source, document.name));
  return inDocument(document, from, knowledge, source.shape === 'zip');
}
