import { CoachError } from '../domain/text/errors.ts';
import { isCoachEntry, readCoachEntry } from './import-coach-json.ts';
import { readDatedMarkdown } from './import-dated-markdown.ts';
import { readJsonLine } from './import-json-lines.ts';
import { isJrnlDay, isJrnlText, readJrnlText } from './import-jrnl-text.ts';
import { NOTHING_PASSED_OVER, type PassedOver } from './import-summary.ts';
import { type SourceKind, KINDS, type Knowledge, type Read } from './imported.ts';
import { listItems } from './json-list.ts';
import {
  type Closed,
  closedFile,
  closedText,
  type Form,
  LOOKED_AT,
  recogniseDocument,
  recogniseText,
} from './recognise.ts';
import {
  documentIn,
  isDocument,
  itemOf,
  type NamedDocument,
  parsed,
  readDocuments,
  withoutName,
} from './read-documents.ts';

/** One line of a file that may be longer than the memory. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Bytes up to its end. */
  readonly done: number;
  /** Undefined where it is not UTF-8. */
  readonly text: string | undefined;
}

/** A file, a folder or a zip that somebody named. */
export interface ImportSource {
  readonly shape: 'file' | 'folder' | 'zip';
  /** The files in it, in order, by their paths from there. @throws CoachError where they cannot be listed. */
  names(): readonly string[];
  /** How many links are beside them, which are not followed. */
  readonly links?: () => number;
  /** The first million bytes of a file, or all. */
  head(name: string): Uint8Array;
  /** @throws CoachError where it cannot be read, is too large or not UTF-8. */
  text(name: string): string;
  lines(name: string): Iterable<SourceLine>;
}

/** A source that was recognised. */
export interface Recognised {
  readonly kind: SourceKind;
  /** Its entries, read anew each time. */
  readonly read: () => Iterable<Read>;
  /** Files beside it that are of another kind. */
  readonly passedOver: PassedOver;
}

const WHAT_THERE_IS =
  'coach reads its own JSON, jrnl (JSON, text, folder), Day One (JSON, zip), journal-cli, dated Markdown and lines of JSON.';

/**
 * Tells what a source is, and how its entries are read.
 *
 * @param from - What the person says that it is.
 * @throws CoachError for what cannot be read: encrypted, unknown, or of another kind than was said.
 *
 * @example
 * recogniseSource(source, 'journal.json', undefined, knowledge).kind //=> 'jrnl'
 */
export function recogniseSource(
  source: ImportSource,
  named: string,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised {
  const names = source.names();
  const found =
    source.shape === 'file' ? inFile(source, names, from, knowledge) : inMany(source, names, from, knowledge);
  if (!found) {
    throw new CoachError(`${named} is nothing that coach can import`, { hint: WHAT_THERE_IS });
  }
  if (from !== undefined && found.kind !== from) {
    throw new CoachError(`${named} does not look like ${KINDS[from]}, but like ${KINDS[found.kind]}`, {
      hint: `Leave --from away, or say --from ${found.kind}.`,
    });
  }
  return found;
}

function inFile(
  source: ImportSource,
  [name = '']: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const bytes = source.head(name);
  refuseClosed(name, closedFile(latin1(bytes.subarray(0, 4096))));
  const head = new TextDecoder().decode(bytes);
  if (from === 'markdown' || (from === undefined && isNote(name))) {
    const note = oneNote(source, name);
    if (from === undefined && 'undated' in note && isJrnlText(head)) return jrnlIn(source, name);
    const read = 'undated' in note ? { place: name, mistake: UNDATED } : note;
    return { kind: 'markdown', read: () => [read], passedOver: NOTHING_PASSED_OVER };
  }
  const { kind, form } = recogniseText(head) ?? { kind: from, form: formOf(from) };
  if (form === 'text') return jrnlIn(source, name);
  if (form === 'lines') return linesIn(source, name, kind ?? 'lines');
  if (form === 'document' && from !== undefined && formOf(from) === 'lines' && isBroken(head)) {
    return linesIn(source, name, from);
  }
  if (form === 'document' && isListOfLines(head)) return listIn(source, name, from, knowledge);
  if (form === 'document') return inDocument(documentIn(source, name), from, knowledge);
  refuseClosed(name, closedText(head));
  return undefined;
}

function inDocument(
  document: NamedDocument,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  if ('error' in document) throw document.error;
  if ('unknown' in document) return undefined;
  const kind = document.kind === 'any' ? (from ?? 'coach') : document.kind;
  return { kind, read: () => readDocuments([document], kind, knowledge), passedOver: NOTHING_PASSED_OVER };
}

const UNDATED = 'no day in its name or front matter, expected for example 2026-11-22.md';

function isNote(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function refuseClosed(name: string, closed: Closed | undefined): void {
  if (closed) throw new CoachError(`${name} cannot be read: it is ${closed.is}`, { hint: closed.hint });
}

/** How a file is read that is only said to be of a kind. */
function formOf(from: SourceKind | undefined): Form | undefined {
  if (from === 'jrnl') return 'text';
  return from === 'lines' || from === 'coach' ? 'lines' : undefined;
}

/** Whether the first line, which begins a value, neither is one nor opens one that others close. */
function isBroken(head: string): boolean {
  const [line = ''] = head
    .replace(/^\ufeff/, '')
    .trimStart()
    .split('\n');
  return /^\{\s*"/.test(line) && !isJson(line);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What most of the files in a folder or a zip are; where there are as many of several kinds, documents before the rest. Of a zip
 * only JSON is read.
 */
function inMany(
  source: ImportSource,
  names: readonly string[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const days = new Set(jrnlDays(source, names, from));
  const notes = names.filter((name) => isNote(name) && !days.has(name));
  const documents = names.filter(isDocument).map((name) => documentIn(source, name));
  const counts = countKinds([
    ...documents.flatMap((one) => ('kind' in one && one.kind !== 'any' ? [one.kind] : [])),
    ...Array.from(days, () => 'jrnl' as const),
    ...notes.map(() => 'markdown' as const),
  ]);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!most) return inOddDocuments(documents, from, knowledge);
  const kind = from !== undefined && counts.has(from) ? from : most[0];
  const hasDocuments = documents.some((one) => 'kind' in one && one.kind === kind);
  const odd = documents.filter((one) => !('kind' in one) || one.kind === 'any').length;
  const recognised = Array.from(counts.values()).reduce((sum, files) => sum + files, 0);
  return {
    kind,
    read: function* read() {
      if (kind === 'jrnl') for (const name of days) yield* jrnlDay(source, name);
      if (kind === 'markdown') for (const name of notes) yield oneNote(source, name);
      if (hasDocuments) yield* readDocuments(documents, kind, knowledge);
    },
    passedOver: {
      kinds: new Map([...counts].filter(([other]) => other !== kind)),
      others: names.length - recognised - (hasDocuments ? odd : 0),
      links: source.links?.() ?? 0,
    },
  };
}

function countKinds(kinds: readonly SourceKind[]): ReadonlyMap<SourceKind, number> {
  const counts = new Map<SourceKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Documents of which none says what it is. @throws CoachError where one is no JSON. */
function inOddDocuments(
  documents: readonly NamedDocument[],
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const telling = documents.find((one) => 'error' in one) ?? documents.find((one) => 'kind' in one);
  return telling && inDocument(telling, from, knowledge);
}

/** By so many files it is told what all of them are. */
const FILES_LOOKED_AT = 20;

/** Files by the days of a folder journal. Those that end in `.md` are of one where they begin as jrnl's do, or where it is said. */
function jrnlDays(
  source: ImportSource,
  names: readonly string[],
  from: SourceKind | undefined,
): readonly string[] {
  if (from === 'markdown') return [];
  const days = names.filter(isJrnlDay);
  const notes = days.filter(isNote);
  const some = notes.slice(0, FILES_LOOKED_AT).map((name) => textOrMistake(source, name));
  const begun = some.filter((text) => typeof text === 'string' && isJrnlText(text));
  const areNotes = from !== 'jrnl' && begun.length * 2 <= some.length;
  return areNotes ? days.filter((name) => !isNote(name)) : days;
}

function jrnlIn(source: ImportSource, name: string): Recognised {
  return {
    kind: 'jrnl',
    read: () => readJrnlText(source.text(name), name),
    passedOver: NOTHING_PASSED_OVER,
  };
}

function* jrnlDay(source: ImportSource, name: string): Generator<Read> {
  const text = textOrMistake(source, name);
  if (typeof text === 'string') yield* readJrnlText(text, name);
  else yield text;
}

function oneNote(source: ImportSource, name: string): Read {
  const text = textOrMistake(source, name);
  return typeof text === 'string' ? readDatedMarkdown(text, name) : text;
}

/** A file that cannot be read at all is one mistake among others. */
function textOrMistake(
  source: ImportSource,
  name: string,
): string | { readonly place: string; readonly mistake: string } {
  try {
    return source.text(name);
  } catch (error) {
    if (error instanceof CoachError) return { place: name, mistake: withoutName(error, name) };
    throw error;
  }
}

function linesIn(source: ImportSource, name: string, kind: SourceKind): Recognised {
  return {
    kind,
    read: function* read() {
      for (const { number, text } of source.lines(name)) {
        if (text?.trim() === '') continue;
        yield lineOf(text, `${name}:${number}`, kind);
      }
    },
    passedOver: NOTHING_PASSED_OVER,
  };
}

function lineOf(text: string | undefined, place: string, kind: SourceKind): Read {
  if (text === undefined) return { place, mistake: 'this is not UTF-8 text' };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { place, mistake: 'this is not JSON, expected one value on the line' };
  }
  return kind === 'coach' || isCoachEntry(value) ? readCoachEntry(value, place) : readJsonLine(value, place);
}

/** A list over many lines, as programs print it that indent. */
function isListOfLines(head: string): boolean {
  return /^\ufeff?\s*\[[ \t]*\r?\n/.test(head);
}

/**
 * Such a list, of which only a few items are held. What is no JSON in it is found when it is read to there.
 *
 * @throws CoachError where its beginning is no JSON; `read` does where the rest is none.
 */
function listIn(
  source: ImportSource,
  name: string,
  from: SourceKind | undefined,
  knowledge: Knowledge,
): Recognised | undefined {
  const items = function* items(): Generator {
    for (const { text, line } of listItems(textLines(source, name))) yield parsed(text, name, line);
  };
  const some: unknown[] = [];
  for (const item of items()) {
    some.push(item);
    if (some.length === LOOKED_AT) break;
  }
  const found = recogniseDocument(some);
  if (!found) return undefined;
  const kind = found.kind === 'any' ? (from ?? 'coach') : found.kind;
  return {
    kind,
    read: function* read() {
      let count = 0;
      for (const item of items()) yield itemOf(item, `${name}, entry ${++count}`, kind, knowledge);
    },
    passedOver: NOTHING_PASSED_OVER,
  };
}

function* textLines(
  source: ImportSource,
  name: string,
): Generator<{ readonly number: number; readonly text: string }> {
  for (const { number, text } of source.lines(name)) {
    if (text === undefined) {
      throw new CoachError(`${name} is not UTF-8 text`, {
        hint: 'Turn it into UTF-8 first, for example: iconv -f latin1 -t utf-8',
      });
    }
    yield { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
